"""The failures that are forced, each from outside of the product: recipes that misbehave, and settings that do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from enhancer.generate.draws import latents, uniforms
from enhancer.train.adversarial.batch import GanBatch
from enhancer.train.adversarial.players import as_signed
from enhancer.train.augmentation.pipeline import augment, width
from enhancer.train.moment import Moment
from enhancer.train.recipes.gan import Adversarial
from enhancer.train.state import Parts

COLLAPSE_AT, NAN_AT = 0.5, 0.5
NEAR = 0.2
"""Deviation of latents about their point, where 1 is usual."""
CANDIDATES = 256
RATE = 100.0
STREAM = 0x666F72636564
"""Of the seed, for all that an injection draws."""
RECOLOURED = ("brightness", "contrast")
VARIANTS: dict[str, tuple[str, ...]] = {
    "": (),
    "augmented": (
        "augment.kind='fixed'",
        "augment.operations=['brightness', 'contrast', 'translation']",
        "augment.probability=0.5",
    ),
    "unnormalised": ("discriminator.arguments.norm='none'",),
}
"""Settings that a case shares with the healthy runs that it is compared with."""


class TwoModes(Adversarial):
    """The generator emits two kinds of picture."""

    points: Tensor | None = None

    def build(self) -> Parts:
        parts = super().build()
        for net in (parts.networks["generator"], parts.averages["generator"]):
            net.register_forward_pre_hook(self._narrow)
        return parts

    def step(self, parts: Parts, batch: GanBatch, moment: Moment) -> dict[str, Tensor]:
        if self.points is None and moment.progress >= COLLAPSE_AT:
            self.points = self._points(parts)
        return super().step(parts, batch, moment)

    def _narrow(self, module: nn.Module, given: tuple[Any, ...]) -> tuple[Any, ...] | None:
        if self.points is None:
            return None
        z, *rest = given
        first, second = self.points.to(z.dtype)
        return (torch.where(z[:, :1] > 0, first, second) + NEAR * z, *rest)

    @torch.no_grad()
    def _points(self, parts: Parts) -> Tensor:
        """The latents of two different digits, (2,latent); of any two pictures where all show the same."""
        from enhancer.features import open_classifier

        latent, seed = self.config.latent, self.config.seed
        z = torch.from_numpy(latents(latent.distribution, seed, STREAM, 0, CANDIDATES, latent.size))
        shown = open_classifier().logits(self.sampler.model(parts.averages["generator"])(z)).argmax(1)
        others = torch.nonzero(shown != shown[0]).flatten()
        return torch.stack([z[0], z[int(others[0]) if len(others) else 1]])


class FastDiscriminator(Adversarial):
    """The discriminator's steps are a hundred times too long."""

    def rates(self) -> dict[str, float]:
        rates = super().rates()
        return {**rates, "discriminator": RATE * rates["discriminator"]}


class Recoloured(Adversarial):
    """Real pictures are recoloured where the discriminator cannot know it."""

    def batch(self, first: int, count: int) -> GanBatch:
        found = super().batch(first, count)
        steps = len(found.discriminator)
        rounds = []
        for n, one in enumerate(found.discriminator):
            assert one.real is not None
            at = first * steps + n * count
            draws = torch.from_numpy(uniforms(self.config.seed, STREAM, at, len(one.real), width(RECOLOURED)))
            changed = augment(as_signed(one.real), draws, RECOLOURED, 1.0)
            real = ((changed.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
            rounds.append(type(one)(**{**vars(one), "real": real}))
        return GanBatch(tuple(rounds), found.generator)


class Poisoned(Adversarial):
    """One weight becomes no number, once."""

    done = False

    def step(self, parts: Parts, batch: GanBatch, moment: Moment) -> dict[str, Tensor]:
        if not self.done and moment.progress >= NAN_AT:
            self.done = True
            net = parts.networks["discriminator" if self.config.seed % 2 else "generator"]
            weight = next(net.parameters())
            with torch.no_grad():
                weight[(0,) * weight.dim()] = float("nan")
        return super().step(parts, batch, moment)


@dataclass(frozen=True)
class Case:
    """What is injected. by: monitors of which one must catch it; heals: whether the run must recover.

    presets: those that it is meant for, () for those that are asked for. begins: share of the budget. variant: of the
    settings, see `VARIANTS`.
    """

    words: str
    recipe: Callable[..., Adversarial] = Adversarial
    by: tuple[str, ...] = ()
    heals: bool = True
    presets: tuple[str, ...] = ()
    overrides: tuple[str, ...] = ()
    begins: float = 0.0
    variant: str = ""


CASES = {
    "modes": Case("two modes of ten", TwoModes, ("collapse",), False, begins=COLLAPSE_AT),
    "fast": Case(
        "discriminator's rate x100", FastDiscriminator, ("discriminator", "divergence"), variant="unnormalised"
    ),
    "clip": Case(
        "critic clipped at 1.0",
        by=("divergence", "discriminator"),
        presets=("wgan",),
        overrides=("penalties=[{name='clip', weight=1.0}]",),
    ),
    "leak": Case("leaked colour augmentation", Recoloured, ("leak",), False, variant="augmented"),
    "nan": Case("a weight that is no number", Poisoned, ("finite",), begins=NAN_AT),
}
