"""Divergence: samples that get worse again, pixels that are driven to the extremes, losses or scores that explode."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from .lasting import TickMemory, began, faded, finite
from .monitor import Finding, Knob, Monitor, Terms
from .thresholds import CLIP, FID_FACTOR, FID_SHARE, LASTING, LIPSCHITZ, LOSS_LIMIT, SATURATED, STEP

if TYPE_CHECKING:
    from ..configs.gan import GanConfig


@dataclass
class Memory(TickMemory):
    """first: FID of the run's first tick. best: lowest FID since the start or a return.

    share: how much of the recent steps exploded. exploding_since: images when that set in.
    """

    first: float | None = None
    best: float | None = None
    share: float = 0.0
    exploding_since: int = 0


class Divergence(Monitor):
    name: ClassVar[str] = "divergence"
    memory: Memory

    def __init__(self, config: GanConfig) -> None:
        super().__init__(config)
        self.memory = Memory()
        height, width = config.data.size
        self.diameter = 2 * math.sqrt(config.data.channels * height * width)

    def reset(self) -> None:
        self.memory = Memory(first=self.memory.first)

    def step(self, terms: Terms, images: int) -> Finding | None:
        memory, size, limit = self.memory, self._size(terms), self._limit()
        met = size > limit
        memory.exploding_since = began(memory.share, met, memory.exploding_since, images)
        memory.share = faded(memory.share, met)
        if not met or memory.share < LASTING:
            return None
        clips = [penalty.weight for penalty in self.config.penalties if penalty.name == "clip"]
        knob: Knob = "clip" if clips else "discriminator_lr"
        factor = min([STEP, *(CLIP / weight for weight in clips)])
        what = "The critic's scores of real and generated pictures are" if self._wasserstein() else "The losses reach"
        apart = " apart" if self._wasserstein() else ""
        sentence = f"{what} {size:,.0f}{apart} and stay beyond {limit:,.0f}: they explode."
        return Finding(self.name, sentence, knob, factor, memory.exploding_since)

    def tick(self, scores: Terms, images: int) -> Finding | None:
        memory, fid = self.memory, finite(scores, "fid")
        saturated = finite(scores, "oversaturated") or 0.0
        if fid is not None:
            memory.first = fid if memory.first is None else memory.first
            memory.best = fid if memory.best is None else min(memory.best, fid)
        if memory.early(images, self.config.budget):
            return None
        risen = fid is not None and self._risen(fid)
        if not memory.lasts(images, risen or saturated > SATURATED):
            return None
        if risen:
            sentence = f"The samples got worse again: FID {fid:.4g}, after {memory.best:.4g} at its best."
        else:
            sentence = f"{saturated:.0%} more of the samples' pixels than of real ones are at the extremes."
        return Finding(self.name, sentence, "lr", 0.5, memory.since())

    def _risen(self, fid: float) -> bool:
        first, best = self.memory.first, self.memory.best
        assert first is not None
        assert best is not None
        return fid > FID_FACTOR * best and fid - best > FID_SHARE * max(first - best, 0.0)

    def _size(self, terms: Terms) -> float:
        """How large what may explode is: 0 where nothing is known."""
        if self._wasserstein():
            real, fake = finite(terms, "real_logit"), finite(terms, "fake_logit")
            return 0.0 if real is None or fake is None else abs(real - fake)
        return max(abs(finite(terms, name) or 0.0) for name in ("loss_discriminator", "loss_generator"))

    def _limit(self) -> float:
        return LIPSCHITZ * self.diameter if self._wasserstein() else LOSS_LIMIT

    def _wasserstein(self) -> bool:
        return self.config.loss == "wasserstein"
