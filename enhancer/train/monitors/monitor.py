"""What a monitor is, what it finds, and all of a run's monitors as one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from . import MONITORS

if TYPE_CHECKING:
    from ..configs.gan import GanConfig

Knob = Literal["lr", "discriminator_lr", "clip", "penalty", "augment", "none"]
Terms = Mapping[str, float]


@dataclass(frozen=True)
class Finding:
    """Something is wrong.

    sentence: what was seen, with the numbers, for people. knob: what to turn, times `factor`; none: end the run.
    since: images at which the trouble began, where that is known; a checkpoint from before it is sound.
    subject: the single thing that is meant, if any: the operation that leaks.
    """

    monitor: str
    sentence: str
    knob: Knob
    factor: float
    since: int | None = None
    subject: str = ""


class Monitor(ABC):
    """Watches one kind of failure. Its `memory`, a dataclass of plain values, is part of the run's state.

    Both methods are pure functions of memory and arguments: a run that was resumed decides the same. Values that are
    missing, or are no finite number, are never held against a run, except by the monitor of finite numbers.
    """

    name: ClassVar[str]
    memory: Any

    def __init__(self, config: GanConfig) -> None:
        self.config = config

    def step(self, terms: Terms, images: int) -> Finding | None:
        """After each step. terms: losses, mean logits, signs, norms of gradients; images: seen so far in the run."""
        return None

    def tick(self, scores: Terms, images: int) -> Finding | None:
        """After each tick. scores: of the samples, see `symptoms` and the judge."""
        return None

    @abstractmethod
    def reset(self) -> None:
        """Forget what was seen, after a return to a checkpoint or at the start; what was tried is remembered."""

    def state_dict(self) -> dict[str, Any]:
        return asdict(self.memory)

    def load_state_dict(self, values: Mapping[str, Any], /) -> None:
        """TypeError if these are not this monitor's memories."""
        self.memory = type(self.memory)(**values)


class Monitors:
    """All monitors of a run, the most serious first; one finding at a time.

    Where the run must not step in (`monitors.heal` is false), each monitor speaks once.
    """

    def __init__(self, members: Sequence[Monitor], heal: bool = True) -> None:
        self.members = sorted(members, key=lambda one: MONITORS.names().index(one.name))
        self.heal = heal
        self.spoken: list[str] = []

    def step(self, terms: Terms, images: int) -> Finding | None:
        return self._first([member.step(terms, images) for member in self.members])

    def tick(self, scores: Terms, images: int) -> Finding | None:
        return self._first([member.tick(scores, images) for member in self.members])

    def reset(self) -> None:
        for member in self.members:
            member.reset()

    def state_dict(self) -> dict[str, Any]:
        return {"spoken": list(self.spoken), "members": {one.name: one.state_dict() for one in self.members}}

    def load_state_dict(self, values: Mapping[str, Any], /) -> None:
        """KeyError or TypeError if these are the memories of other monitors."""
        self.spoken = list(values["spoken"])
        for member in self.members:
            member.load_state_dict(values["members"][member.name])

    def _first(self, findings: Sequence[Finding | None]) -> Finding | None:
        for finding in findings:
            if finding is not None and (self.heal or finding.monitor not in self.spoken):
                if not self.heal:
                    self.spoken.append(finding.monitor)
                return finding
        return None


def build_monitors(config: GanConfig) -> Monitors:
    """Those that the configuration names; SpecError for an unknown name."""
    return Monitors([MONITORS.get(name)(config) for name in config.monitors.names], config.monitors.heal)
