"""A plateau: the chosen score has not got better for long; slower once, then the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from .lasting import finite
from .monitor import Finding, Monitor, Terms
from .thresholds import GAIN

if TYPE_CHECKING:
    from ..configs.gan import GanConfig


@dataclass
class Memory:
    """best: of the chosen score. waited: ticks since it was reached. tried: times that the rate was lowered for it."""

    best: float | None = None
    waited: int = 0
    tried: int = 0


class Plateau(Monitor):
    name: ClassVar[str] = "plateau"
    memory: Memory

    def __init__(self, config: GanConfig) -> None:
        super().__init__(config)
        self.memory = Memory()

    def reset(self) -> None:
        self.memory = Memory(self.memory.best, 0, self.memory.tried)

    def load_state_dict(self, values: Mapping[str, Any], /) -> None:
        """As of all monitors, but a return to an older checkpoint does not undo what was tried since."""
        tried = self.memory.tried
        super().load_state_dict(values)
        self.memory.tried = max(self.memory.tried, tried)

    def tick(self, scores: Terms, images: int) -> Finding | None:
        memory, metric, patience = self.memory, self.config.judge.metric, self.config.monitors.patience
        value = finite(scores, metric)
        if value is not None and self._better(value):
            memory.best, memory.waited = value, 0
            return None
        memory.waited += 1
        if memory.waited < patience:
            return None
        memory.waited, memory.tried = 0, memory.tried + 1
        best = "none" if memory.best is None else f"{memory.best:.4g}"
        sentence = f"{patience} ticks without a better {metric} than {best}"
        if memory.tried > 1:
            return Finding(self.name, f"{sentence}, and a lower learning rate did not help.", "none", 1.0)
        return Finding(self.name, f"{sentence}.", "lr", 0.5)

    def _better(self, value: float) -> bool:
        best = self.memory.best
        if best is None:
            return True
        gain = best - value if self.config.judge.lower_is_better else value - best
        return gain > GAIN * abs(best)
