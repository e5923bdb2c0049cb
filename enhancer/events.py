"""What a running job says (frozen, JSON-able events) and what it is told (cancel, pause), through one sink.

Work code takes a `Sink`, emits events into it and calls `check()` wherever it can stop. The default is `NullSink`.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Protocol

from .errors import Cancelled


@dataclass(frozen=True)
class Event:
    """Base of all events; `kind` is the name under which it appears in JSON lines."""

    kind: ClassVar[str] = "event"

    def as_json(self) -> dict[str, Any]:
        """Plain values, `kind` first."""
        return {"kind": self.kind, **asdict(self)}


@dataclass(frozen=True)
class Progressed(Event):
    """How far the whole job is: `fraction` in [0,1], never decreasing; `eta` in seconds, None while unknown."""

    kind: ClassVar[str] = "progressed"
    fraction: float
    text: str = ""
    eta: float | None = None


@dataclass(frozen=True)
class ItemDone(Event):
    """One item ended. `state` is done, skipped or failed; `code` and `reason` say why when it is not done."""

    kind: ClassVar[str] = "item"
    key: str
    state: str
    outputs: tuple[str, ...] = ()
    code: str = ""
    reason: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Metric(Event):
    """Named numbers measured at a point of a run; `images` counts the training images seen so far."""

    kind: ClassVar[str] = "metric"
    values: Mapping[str, float]
    images: int = 0


@dataclass(frozen=True)
class Preview(Event):
    """A picture to look at, named by file; events never carry pixels."""

    kind: ClassVar[str] = "preview"
    path: str
    text: str = ""


@dataclass(frozen=True)
class Warned(Event):
    """Something the user should know; the work goes on."""

    kind: ClassVar[str] = "warning"
    message: str
    code: str = ""
    key: str = ""


@dataclass(frozen=True)
class Finished(Event):
    """The last event of every job: its counts and the file of its report, if one was written."""

    kind: ClassVar[str] = "finished"
    state: str
    counts: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    report: str = ""


EVENTS: Mapping[str, type[Event]] = {cls.kind: cls for cls in (Progressed, ItemDone, Metric, Preview, Warned, Finished)}


def from_json(row: Mapping[str, Any]) -> Event:
    """The event that `Event.as_json` wrote; ValueError for a kind this version does not know."""
    values = dict(row)
    kind = values.pop("kind", None)
    if kind not in EVENTS:
        raise ValueError(f"unknown event kind {kind!r}")
    if kind == ItemDone.kind:
        values["outputs"] = tuple(values.get("outputs", ()))
    return EVENTS[kind](**values)


class Sink(Protocol):
    """Where a job's events go and where its orders come from."""

    def emit(self, event: Event) -> None:
        """Take one event; must be cheap and safe from any thread."""

    def check(self) -> None:
        """Return at once, or wait while paused, or raise `Cancelled`."""


class NullSink:
    """Hears nothing, never stops."""

    def emit(self, event: Event) -> None:
        return

    def check(self) -> None:
        return


class ControlledSink:
    """A sink whose `cancel`, `pause` and `resume` may be called from any thread or a signal handler."""

    def __init__(self) -> None:
        self._running = threading.Event()
        self._running.set()
        self._cancelled: Cancelled | None = None

    def emit(self, event: Event) -> None:
        return

    def cancel(self, exit_status: int = 130) -> None:
        self._cancelled = Cancelled(exit_status=exit_status)
        self._running.set()

    def pause(self) -> None:
        self._running.clear()

    def resume(self) -> None:
        self._running.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled is not None

    def check(self) -> None:
        self._running.wait()
        if self._cancelled is not None:
            raise self._cancelled


@dataclass(frozen=True)
class Part:
    """The share [start, start + length] of another sink's progress, so that nested work reports its own 0 to 1."""

    sink: Sink
    start: float
    length: float

    def emit(self, event: Event) -> None:
        if isinstance(event, Progressed):
            fraction = self.start + self.length * min(max(event.fraction, 0.0), 1.0)
            event = Progressed(fraction, event.text, None)
        self.sink.emit(event)

    def check(self) -> None:
        self.sink.check()
