"""Collapse, full and partial: samples that are good or bad, but few of a kind beside the real pictures.

A young generator makes few kinds too, and those well, before it makes all of them: nothing is said while its score
still falls fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from .lasting import Settling, finite
from .monitor import Finding, Monitor, Terms
from .thresholds import (
    CLASSES_SEEN,
    COVERAGE_FOR_DENSITY,
    DENSITY_FLOOR,
    DIVERSITY,
    LOST_RECALL,
    MODE_ENTROPY,
    RECALL_FLOOR,
    RECOVERING,
)

if TYPE_CHECKING:
    from ..configs.gan import GanConfig


@dataclass
class Memory(Settling):
    """The best recall, coverage and number of modes (of stacked digits) since the start or a return."""

    recall: float = 0.0
    coverage: float = 0.0
    modes: float = 0.0


class Collapse(Monitor):
    name: ClassVar[str] = "collapse"
    memory: Memory

    def __init__(self, config: GanConfig) -> None:
        super().__init__(config)
        self.memory = Memory()

    def reset(self) -> None:
        self.memory = Memory(**self.memory.kept())

    def tick(self, scores: Terms, images: int) -> Finding | None:
        memory = self.memory
        for key in ("recall", "coverage", "modes"):
            setattr(memory, key, max(getattr(memory, key), finite(scores, key) or 0.0))
        begun = memory.has_begun(scores, images)
        settled = memory.has_settled(scores, images, self.config.budget)
        if memory.early(images, self.config.budget) or not (begun and settled):
            memory.last = images
            return None
        worst, sentence = min(self._symptoms(scores), default=(2.0, ""))
        if not memory.lasts(images, worst < 1, worst) or self._recovers():
            return None
        penalised = any(penalty.name != "clip" for penalty in self.config.penalties)
        if penalised:
            return Finding(self.name, sentence, "penalty", 2.0, memory.since())
        return Finding(self.name, sentence, "lr", 0.5, memory.since())

    def _recovers(self) -> bool:
        """The newest signal is clearly above that of the oldest bad tick."""
        memory = self.memory
        before = [signal for signal, bad in zip(memory.signals, memory.bad, strict=True) if bad >= 0]
        return before[-1] > RECOVERING * before[0]

    def _symptoms(self, scores: Terms) -> list[tuple[float, str]]:
        """Each as (its number over its threshold, the sentence): below 1 it is one."""
        memory, found = self.memory, []
        for key, threshold, words in (
            (
                "mode_entropy",
                MODE_ENTROPY,
                "The samples are spread over few classes: {:.2f} of real pictures' entropy.",
            ),
            ("classes_seen", CLASSES_SEEN, "Only {:.0%} of the classes are among the samples."),
            ("diversity", DIVERSITY, "The samples are alike: they lie {:.2f} times as far apart as real pictures."),
        ):
            if (value := finite(scores, key)) is not None:
                found.append((value / threshold, words.format(value)))
        density, coverage = finite(scores, "density"), finite(scores, "coverage")
        if density is not None and coverage is not None and density > DENSITY_FLOOR:
            share = coverage / min(density, 1.0)
            words = f"Good samples of few kinds: density {density:.2f}, but coverage {coverage:.2f}."
            found.append((share / COVERAGE_FOR_DENSITY, words))
        bests = (("recall", memory.recall), ("coverage", memory.coverage), ("modes", memory.modes))
        for key, best in bests:
            value = finite(scores, key)
            if value is not None and best >= RECALL_FLOOR:
                words = f"The samples lost their variety: {key} {value:.3g}, after {best:.3g} at its best."
                found.append((value / (LOST_RECALL * best), words))
        return found
