"""Whether a condition lasts: over steps, and over ticks. Plain values in, plain values out, for memories."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .thresholds import (
    BEGAN_AS_NOISE,
    BEGUN,
    GRACE_TICKS,
    MEMORY_STEPS,
    SETTLED,
    SETTLING,
    TICKS_BAD,
    TICKS_SEEN,
    WARM_UP,
)


def faded(share: float, met: bool) -> float:
    """The exponential mean of how often a condition was met, one step later, in [0,1]."""
    return share + (float(met) - share) / MEMORY_STEPS


def began(share: float, met: bool, since: int, images: int) -> int:
    """Images when the condition set in: now, if there was hardly any of it before."""
    return images if met and share < 1 / MEMORY_STEPS else since


def finite(values: Mapping[str, float], name: str) -> float | None:
    """The value, if it is there and finite."""
    value = values.get(name)
    return value if value is not None and math.isfinite(value) else None


@dataclass
class TickMemory:
    """What monitors of ticks remember.

    ticks: since the start, or since a return to a checkpoint. bad: of each of the last ticks that were judged, the
    images of the tick before it if it was bad, else -1; oldest first. signals: their numbers, for recovery.
    last: images of the newest tick.
    """

    ticks: int = 0
    last: int = 0
    bad: list[int] = field(default_factory=list)
    signals: list[float] = field(default_factory=list)

    def early(self, images: int, budget: int) -> bool:
        """Count a tick; whether it is too early for a verdict. Then nothing else is remembered of it."""
        self.ticks += 1
        early = self.ticks <= GRACE_TICKS or images < WARM_UP * budget
        if early:
            self.last = images
        return early

    def lasts(self, images: int, is_bad: bool, signal: float = 0.0) -> bool:
        """Remember a tick; whether it is bad, and enough of the last ones are."""
        self.bad = [*self.bad, self.last if is_bad else -1][-TICKS_SEEN:]
        self.signals = [*self.signals, signal][-TICKS_SEEN:]
        self.last = images
        return is_bad and sum(one >= 0 for one in self.bad) >= TICKS_BAD

    def since(self) -> int:
        """Images of the tick before the oldest bad one: where a checkpoint may still be sound."""
        return min(one for one in self.bad if one >= 0)


@dataclass
class Beginning(TickMemory):
    """What a monitor remembers that has nothing to say before the generator has learned anything.

    first: FID of the first tick, if the run began with an untrained generator. judged: whether there was a first tick.
    begun_at: images of the tick at which something was first seen to be learned, -1 before.
    """

    first: float | None = None
    judged: bool = False
    begun_at: int = -1

    def has_begun(self, scores: Mapping[str, float], images: int) -> bool:
        """Asked at every tick, for what it remembers. Pictures of an untrained generator are all alike by nature."""
        fid = finite(scores, "fid")
        if not self.judged:
            self.judged = True
            self.first = fid if images == 0 and (finite(scores, "recall") or 0.0) < BEGAN_AS_NOISE else None
        if images < self.begun_at:  # a return to before that
            self.begun_at = -1
        if self.begun_at < 0 and (self.first is None or fid is None or fid < BEGUN * self.first):
            self.begun_at = images
        return self.begun_at >= 0

    def kept(self) -> dict[str, Any]:
        """What a return to a checkpoint does not undo."""
        return {"first": self.first, "judged": self.judged, "begun_at": self.begun_at}


@dataclass
class Settling(Beginning):
    """What a monitor remembers that has nothing to say while samples still get better fast.

    images, fids: of the ticks of the last SETTLING of the budget and the one before them, oldest first.
    """

    images: list[int] = field(default_factory=list)
    fids: list[float] = field(default_factory=list)

    def has_settled(self, scores: Mapping[str, float], images: int, budget: int) -> bool:
        """Asked at every tick, for what it remembers: whether FID is hardly lower than it was some time ago."""
        fid = finite(scores, "fid")
        if fid is None:  # other metrics tell nothing of it
            return True
        self.images, self.fids = [*self.images, images], [*self.fids, fid]
        long_ago = sum(one <= images - SETTLING * budget for one in self.images)
        first = max(long_ago - 1, 0)
        self.images, self.fids = self.images[first:], self.fids[first:]
        return long_ago > 0 and fid > SETTLED * self.fids[0]
