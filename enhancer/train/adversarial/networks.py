"""Both networks of a run, from its configuration; what the data decide (size, channels, classes) is filled in here."""

from __future__ import annotations

from typing import Any

import torch

from ...errors import SpecError
from ...events import NullSink
from ...models.networks.gan import DISCRIMINATORS, GENERATORS
from ...models.networks.gan.grid import SizeError
from ...models.networks.gan.pair import DiscriminatorNetwork, GeneratorNetwork
from ...registry import Registry
from ..config import NetworkConfig
from ..configs.gan import GanConfig
from ..sources import SOURCES
from .mixes import ON_GRADIENTS
from .per_class import PerClass


def class_names(config: GanConfig) -> tuple[str, ...]:
    """Of the data's classes, () for an unconditional run; SpecError where classes are asked for and missing."""
    if config.conditioning == "none":
        return ()
    source = SOURCES.get(config.data.source)(config.data, "train", NullSink())
    if not source.classes:
        raise SpecError(
            f"conditioning = {config.conditioning!r} needs classes, and these pictures have no labels.",
            'Use a source with classes, or conditioning = "none".',
        )
    return source.classes


def build_generator(config: GanConfig, classes: int, device: torch.device) -> GeneratorNetwork:
    """Random weights of torch's current seed; SpecError for arguments that its constructor refuses."""
    net = _network(GENERATORS, config.generator, "generator", config, classes, device, latent=config.latent.size)
    assert isinstance(net, GeneratorNetwork)
    return net


def build_discriminator(config: GanConfig, classes: int, device: torch.device) -> DiscriminatorNetwork:
    """One for all, or one for each class. SpecError if a penalty cannot be taken of it."""

    def one(known: int) -> DiscriminatorNetwork:
        made = _network(DISCRIMINATORS, config.discriminator, "discriminator", config, known, device)
        assert isinstance(made, DiscriminatorNetwork)
        return made

    net = PerClass(lambda: one(0), classes) if config.conditioning == "per-class" else one(classes)
    needed = [penalty.name for penalty in config.penalties if penalty.name in ON_GRADIENTS]
    if needed and not net.per_sample:
        raise SpecError(
            f"The penalty {needed[0]!r} takes the gradient of each picture alone, and batch normalisation mixes them.",
            "Set discriminator.arguments.norm to none or layer.",
        )
    return net


def _network(
    registry: Registry[Any],
    network: NetworkConfig,
    section: str,
    config: GanConfig,
    classes: int,
    device: torch.device,
    **more: int,
) -> Any:
    shape = {"size": config.data.size, "channels": config.data.channels, "classes": classes}
    try:
        net = registry.get(network.name)(**shape, **more, **network.arguments)
    except (TypeError, ValueError, RuntimeError) as error:
        place = "data.size" if isinstance(error, SizeError) else f"{section}.arguments"
        raise SpecError(f"{place}: {str(error).splitlines()[0]}") from None
    return net.to(device, memory_format=torch.channels_last)
