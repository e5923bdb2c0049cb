"""Numbers that are none: losses, gradients or scores that are infinite or not a number."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from .monitor import Finding, Monitor, Terms
from .thresholds import FINITE_STEPS

if TYPE_CHECKING:
    from ..config import TrainConfig

JUDGED = ("fid", "kid", "oversaturated")
"""Scores that are finite for any pictures; others may be undefined for good reasons."""
WATCHED = ("loss", "gradient")
"""Terms by the beginnings of their names. Mean logits follow from them."""


@dataclass
class Memory:
    """broken: steps in a row that were not finite. since: images at the first of them."""

    broken: int = 0
    since: int = 0


class Finite(Monitor):
    name: ClassVar[str] = "finite"
    memory: Memory

    def __init__(self, config: TrainConfig) -> None:
        """Of any recipe: nothing here is peculiar to two players."""
        self.tick_images = config.tick
        self.reset()

    def reset(self) -> None:
        self.memory = Memory()

    def step(self, terms: Terms, images: int) -> Finding | None:
        wrong = [name for name, value in terms.items() if name.startswith(WATCHED) and not math.isfinite(value)]
        if not wrong:
            self.reset()
            return None
        if not self.memory.broken:
            self.memory.since = images
        self.memory.broken += 1
        if self.memory.broken < FINITE_STEPS:
            return None
        sentence = f"{self.memory.broken} steps in a row gave no finite {wrong[0].replace('_', ' of the ')}."
        return Finding(self.name, sentence, "lr", 0.5, self.memory.since)

    def tick(self, scores: Terms, images: int) -> Finding | None:
        wrong = [name for name in JUDGED if not math.isfinite(scores.get(name, 0.0))]
        if not wrong:
            return None
        sentence = f"The samples cannot be judged: their {wrong[0]} is {scores[wrong[0]]}."
        return Finding(self.name, sentence, "lr", 0.5, max(images - self.tick_images, 0))
