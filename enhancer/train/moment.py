"""The moment of a step: how far the run is, and what the monitors have made of its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Moment:
    """images: seen before this step. count: of this step. progress: share of the budget, [0,1].

    decay: how much of the averages stays. knobs: factors on settings, by the setting's name; absent is 1.
    """

    images: int = 0
    count: int = 0
    progress: float = 0.0
    decay: float = 0.0
    knobs: Mapping[str, float] = field(default_factory=dict)

    def knob(self, name: str) -> float:
        return self.knobs.get(name, 1.0)
