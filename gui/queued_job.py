"""One job of the queue: its values, how far it is, and what became of each of its items."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from enhancer.events import Event, ItemDone, Progressed, Warned

from .workers.child import Call
from .workers.protocol import Failure

State = Literal["waiting", "running", "paused", "cancelling", "done", "partial", "failed", "cancelled"]
ACTIVE: frozenset[State] = frozenset({"running", "paused", "cancelling"})
ENDED: frozenset[State] = frozenset({"done", "partial", "failed", "cancelled"})
WARNINGS_KEPT = 100
DONE_BEFORE = "done-before"


class Item(NamedTuple):
    """How an item ended: state done, skipped or failed."""

    state: str
    outputs: tuple[str, ...]
    reason: str
    code: str


class QueuedJob(QObject):
    """Made by the queue. What is asked of it here is done by the queue, which hears of it by `asked`.

    items: ends by key, of this run. counts: those by state; what an earlier run did counts as done. ended_at: by the
    monotonic clock.
    Signals: changed() for anything that is shown; item_done(ItemDone); heard(Event) for every other kind but progress;
    ended() once it is done, partial, failed or cancelled (again after each retry).
    """

    changed = Signal()
    item_done = Signal(object)
    heard = Signal(object)
    ended = Signal()
    asked = Signal(str)

    def __init__(self, values: Mapping[str, Any], title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.values, self.title = dict(values), title
        self.call: Call | None = None
        self.ended_at = 0.0
        self._clear()

    def _clear(self) -> None:
        self.state: State = "waiting"
        self.fraction = 0.0
        self.eta: float | None = None
        self.text = ""
        self.failure: Failure | None = None
        self.report: dict[str, Any] = {}
        self.warnings: list[str] = []
        self.items: dict[str, Item] = {}
        self.counts = {"done": 0, "skipped": 0, "failed": 0}

    @property
    def active(self) -> bool:
        return self.state in ACTIVE

    @property
    def has_ended(self) -> bool:
        return self.state in ENDED

    def cancel(self) -> None:
        """Stop it, or take it out of the line; what is done stays. It shows "cancelling" at once."""
        self.asked.emit("cancel")

    def pause(self) -> None:
        """Let it stand still after the part that is in work."""
        self.asked.emit("pause")

    def resume(self) -> None:
        self.asked.emit("resume")

    def retry(self) -> None:
        """Put it in the line once more; what is done is not done again."""
        self.asked.emit("retry")

    def set_state(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()

    def begin(self, call: Call) -> None:
        self.call = call
        self.set_state("running")

    def begin_anew(self) -> None:
        self._clear()
        self.changed.emit()

    def hear(self, event: Event) -> None:
        """An event of the child."""
        if isinstance(event, Progressed):
            self.fraction, self.eta = max(self.fraction, event.fraction), event.eta
            self.text = event.text or self.text
            self.changed.emit()
        elif isinstance(event, ItemDone):
            self._keep(Item(event.state, event.outputs, event.reason, event.code), event.key)
            self.item_done.emit(event)
        else:
            if isinstance(event, Warned) and len(self.warnings) < WARNINGS_KEPT:
                self.warnings.append(event.message)
            self.heard.emit(event)

    def _keep(self, item: Item, key: str) -> None:
        before = self.items.get(key)
        for one, step in ((before, -1), (item, 1)):
            if one is not None:
                self.counts["done" if one.code == DONE_BEFORE else one.state] += step
        self.items[key] = item

    def end(self, state: State, report: dict[str, Any] | None = None, failure: Failure | None = None) -> None:
        self.call, self.eta = None, None
        self.ended_at = time.monotonic()
        self.report, self.failure = report or {}, failure
        if state in ("done", "partial"):
            self.fraction = 1.0
        self.state = state
        self.changed.emit()
        self.ended.emit()
