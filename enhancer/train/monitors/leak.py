"""Leaking augmentation: samples that look augmented themselves, as if that were part of the data.

Those of a young generator do too, since its brightness and contrast are still anywhere: nothing is said before its
score falls more slowly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .lasting import Settling, finite
from .monitor import Finding, Monitor, Terms
from .thresholds import LEAK

if TYPE_CHECKING:
    from ..configs.gan import GanConfig


class Leak(Monitor):
    name: ClassVar[str] = "leak"
    memory: Settling

    def __init__(self, config: GanConfig) -> None:
        super().__init__(config)
        self.memory = Settling()

    def reset(self) -> None:
        self.memory = Settling(**self.memory.kept())

    def tick(self, scores: Terms, images: int) -> Finding | None:
        begun = self.memory.has_begun(scores, images)
        settled = self.memory.has_settled(scores, images, self.config.budget)
        if self.memory.early(images, self.config.budget) or not (begun and settled):
            self.memory.last = images
            return None
        operations = self.config.augment.operations if self.config.augment.kind != "none" else ()
        found = [(finite(scores, f"leak_{name}") or 0.0, name) for name in operations]
        worst, name = max(found, default=(0.0, ""))
        if not self.memory.lasts(images, worst > LEAK, worst):
            return None
        sentence = (
            f"Augmentation leaks: by their {name}, samples look like augmented pictures rather than like real ones "
            f"({worst:.2f}, where 0.5 is like real ones and 1 like augmented ones)."
        )
        return Finding(self.name, sentence, "augment", 0.5, self.memory.since(), name)
