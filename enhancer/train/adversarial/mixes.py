"""Which losses, regularisers and networks make sense together; what does not is refused with the reason. Torch-free."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..configs.gan import GanConfig

ON_GRADIENTS = ("r1", "r2", "gradient")
CLIP = "clip"
LOSSES = ("bce", "bce-saturating", "mse", "wasserstein", "hinge", "relativistic")
COLOUR_ONLY = ("saturation", "hue")
UNLESS_TOLD: dict[str, dict[str, str | bool]] = {"dcgan": {"norm": "batch"}, "resgan": {"spectral": True}}
"""What a discriminator's constructor does where its arguments say nothing; a test compares both."""


def refuse_nonsense(config: GanConfig) -> None:
    """ValueError, in a sentence that says why, for a mix that cannot train."""
    if config.loss not in LOSSES:
        raise ValueError(f"there is no adversarial loss {config.loss!r}; known: {', '.join(LOSSES)}")
    names = [penalty.name for penalty in config.penalties]
    for name in names:
        if name not in (*ON_GRADIENTS, CLIP):
            raise ValueError(f"there is no penalty {name!r}; known: {', '.join((*ON_GRADIENTS, CLIP))}")
        if names.count(name) > 1:
            raise ValueError(f"the penalty {name!r} is there twice")
    told = {**UNLESS_TOLD.get(config.discriminator.name, {}), **config.discriminator.arguments}
    spectral, norm = bool(told.get("spectral", False)), told.get("norm", "none")
    if config.loss == "wasserstein" and not spectral and not names:
        raise ValueError(
            "a Wasserstein critic must be kept Lipschitz, or its score grows without bound; "
            "add a penalty (gradient, clip, r1) or discriminator.arguments.spectral=true"
        )
    if CLIP in names and config.loss != "wasserstein":
        raise ValueError(f"clipped weights belong to the Wasserstein critic; with {config.loss} they only weaken it")
    if CLIP in names and spectral:
        raise ValueError("spectral norm bounds the weights already; clipping them as well leaves nothing to learn with")
    if CLIP in names and "gradient" in names:
        raise ValueError("clipping and gradient penalty are two answers to the same question; choose one")
    on_gradients = [name for name in names if name in ON_GRADIENTS]
    if on_gradients and norm == "batch":
        raise ValueError(
            f"the penalty {on_gradients[0]!r} takes the gradient of each picture alone, and batch normalisation mixes "
            "them; set discriminator.arguments.norm to none or layer"
        )
    if config.conditioning == "per-class" and norm == "batch":
        raise ValueError(
            "one discriminator per class sees few pictures a step, too few for batch normalisation; "
            "set discriminator.arguments.norm to none or layer"
        )
    if config.data.stacked and (config.data.channels != 3 or config.conditioning != "none"):
        raise ValueError("stacked pictures have 3 channels and no classes")
    for section, network in (("generator", config.generator), ("discriminator", config.discriminator)):
        if config.data.wraps and not network.arguments.get("wrap", False):
            raise ValueError(f"pictures that wrap need networks that do: set {section}.arguments.wrap=true")
    if config.batch % config.slices:
        raise ValueError(f"a batch of {config.batch} cannot be cut into {config.slices} equal slices")
    if norm == "batch" and config.batch // config.slices < 2:
        raise ValueError("batch normalisation needs at least 2 pictures a slice")
    if config.augment.kind == "adaptive" and config.loss in ("wasserstein", "relativistic"):
        raise ValueError(
            f"adaptive augmentation reads the sign of single logits, which mean nothing alone under {config.loss}; "
            'set augment.kind = "fixed"'
        )
    if config.augment.kind == "adaptive" and config.augment.probability != 1:
        raise ValueError("augment.probability is of fixed augmentation; what adapts begins at augment.start")
    if config.augment.kind == "adaptive" and config.augment.start > config.augment.clamp:
        raise ValueError("augment.start is above augment.clamp")
    if config.augment.kind != "none" and config.data.channels == 1:
        useless = [name for name in config.augment.operations if name in COLOUR_ONLY]
        if useless and set(config.augment.operations) <= set(COLOUR_ONLY):
            raise ValueError(f"grey pictures have no {useless[0]} to augment")
    for section, network in (("generator", config.generator), ("discriminator", config.discriminator)):
        for name in ("latent", "size", "channels", "classes"):
            if name in network.arguments:
                raise ValueError(f"{section}.arguments.{name} follows from latent, data and conditioning; leave it out")
