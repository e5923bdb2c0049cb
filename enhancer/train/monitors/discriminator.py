"""A discriminator that teaches nothing: it knows every picture for sure, or swings between its answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from .lasting import TickMemory, began, faded, finite
from .monitor import Finding, Monitor, Terms
from .thresholds import (
    BEGAN_AS_NOISE,
    LASTING,
    LOGIT_GAP,
    NO_START,
    NO_START_AFTER,
    NO_START_STEPS,
    REFERENCE_STEPS,
    SEPARATED,
    SEPARATED_FLOOR,
    SEPARATED_GAIN,
    SEPARATED_TICKS,
    SWINGING,
    SWINGING_SHARE,
    UNDECIDED,
    VANISHED,
    WILD,
)

if TYPE_CHECKING:
    from ..configs.gan import GanConfig

SIGNED = ("bce", "bce-saturating", "hinge")
"""Losses whose logits are compared with zero; those of the others have no meaningful sign."""
FAR, NEAR = 0.1, 0.5
"""What the discriminator's learning rate is multiplied with: if its steps are far too long, if it is only strong."""


@dataclass
class Memory(TickMemory):
    """Shares of recent steps with wide logits, certainty and swinging, and the images at which each set in.

    reference: mean norm of the generator's gradient over the first `steps` steps. fids: of the last ticks.
    first: FID of the first tick, if the run began with an untrained generator.
    """

    wide: float = 0.0
    wide_since: int = 0
    separated: float = 0.0
    separated_since: int = 0
    vanished: float = 0.0
    swinging: float = 0.0
    swinging_since: int = 0
    reference: float = 0.0
    steps: int = 0
    first: float | None = None
    started: bool = False
    fids: list[float] = field(default_factory=list)


class Discriminator(Monitor):
    name: ClassVar[str] = "discriminator"
    memory: Memory

    def __init__(self, config: GanConfig) -> None:
        super().__init__(config)
        self.memory = Memory()

    def reset(self) -> None:
        old = self.memory
        self.memory = Memory(reference=old.reference, steps=old.steps, first=old.first, started=old.started)

    def step(self, terms: Terms, images: int) -> Finding | None:
        return self._wide(terms, images) or self._certain(terms, images) or self._swings(terms, images)

    def tick(self, scores: Terms, images: int) -> Finding | None:
        memory, fid = self.memory, finite(scores, "fid")
        if fid is None:
            return None
        if not memory.started:
            memory.started = True
            noise = images == 0 and (finite(scores, "recall") or 0.0) < BEGAN_AS_NOISE
            memory.first = fid if noise else None
        memory.fids = [*memory.fids, fid][-SEPARATED_TICKS - 1 :]
        if memory.early(images, self.config.budget) or memory.first is None:
            return None
        late = images >= max(NO_START_AFTER * self.config.budget, NO_START_STEPS * self.config.batch)
        if memory.lasts(images, late and fid > NO_START * memory.first, fid):
            sentence = f"Nothing is learned: FID {fid:.4g}, and {memory.first:.4g} when the run began."
            return Finding(self.name, sentence, "discriminator_lr", FAR, 0)
        full = len(memory.fids) > SEPARATED_TICKS
        idle = full and min(memory.fids[1:]) > SEPARATED_GAIN * memory.fids[0] and fid > SEPARATED_FLOOR * memory.first
        if memory.separated < LASTING or not idle:
            return None
        sentence = (
            f"The discriminator knows every picture for sure, and the samples have not gained for {SEPARATED_TICKS} "
            f"ticks: FID {fid:.4g}, {memory.fids[0]:.4g} before."
        )
        return Finding(self.name, sentence, "discriminator_lr", NEAR, memory.separated_since)

    def _wide(self, terms: Terms, images: int) -> Finding | None:
        """Logits far apart: the discriminator's steps are too long for any regulariser to hold it."""
        memory, real, fake = self.memory, finite(terms, "real_logit"), finite(terms, "fake_logit")
        if self.config.loss == "wasserstein" or real is None or fake is None:
            return None
        gap = max(abs(real - fake), abs(real), abs(fake))
        met = gap > LOGIT_GAP
        memory.wide_since = began(memory.wide, met, memory.wide_since, images)
        memory.wide = faded(memory.wide, met)
        if not met or memory.wide < LASTING:
            return None
        sentence = (
            f"The discriminator is beyond all measure: mean logits {real:,.0f} of real and {fake:,.0f} of generated "
            f"pictures, and they stay beyond {LOGIT_GAP:.0f}."
        )
        far = FAR if gap < WILD * LOGIT_GAP else FAR * FAR
        return Finding(self.name, sentence, "discriminator_lr", far, memory.wide_since)

    def _certain(self, terms: Terms, images: int) -> Finding | None:
        """Certain of every picture, and no gradient left for the generator."""
        memory = self.memory
        gradient = finite(terms, "gradient_generator")
        real, fake = finite(terms, "real_sign"), finite(terms, "fake_sign")
        if self.config.loss in SIGNED and real is not None and fake is not None:
            met = real > SEPARATED and fake < -SEPARATED
            memory.separated_since = began(memory.separated, met, memory.separated_since, images)
            memory.separated = faded(memory.separated, met)
        if gradient is None:
            return None
        if memory.steps < REFERENCE_STEPS:
            memory.reference += (gradient - memory.reference) / (memory.steps + 1)
            memory.steps += 1
            return None
        memory.vanished = faded(memory.vanished, gradient < VANISHED * memory.reference)
        if min(memory.separated, memory.vanished) < LASTING:
            return None
        sentence = (
            f"The discriminator knows every picture for sure, and nothing reaches the generator: its gradient is "
            f"{gradient:.1e}, and was {memory.reference:.1e} when the run began."
        )
        return Finding(self.name, sentence, "discriminator_lr", NEAR, memory.separated_since)

    def _swings(self, terms: Terms, images: int) -> Finding | None:
        """By turns everything is real, and everything generated."""
        names = ("real_sign", "fake_sign", "real_logit", "fake_logit")
        real, fake, *logits = (finite(terms, name) for name in names)
        memory = self.memory
        if self.config.loss not in SIGNED or real is None or fake is None:
            return None
        decided = min(abs(logit or 0.0) for logit in logits) > UNDECIDED
        met = decided and real * fake > SWINGING
        memory.swinging_since = began(memory.swinging, met, memory.swinging_since, images)
        memory.swinging = faded(memory.swinging, met)
        if memory.swinging < SWINGING_SHARE:
            return None
        sentence = f"The discriminator calls all pictures real or all generated, in {memory.swinging:.0%} of the steps."
        return Finding(self.name, sentence, "discriminator_lr", FAR, memory.swinging_since)
