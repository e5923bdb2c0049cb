"""What would become of each picture, asked of the compute child whenever sources or settings are others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from enhancer.events import Event, ItemDone, Progressed

from ...services import Services
from ...workers.child import Call
from ...workers.protocol import Failure
from .row import row_from
from .table import BatchTable

PLAN_AFTER_MS = 350
"""After the last change of a setting, so that typing asks once."""


class Planning(QObject):
    """facts: of the plan as it stands, seconds, bytes and free, None while there is none. values: of its job.

    Signals: looking(n): so many files were found so far. filled(): the first rows came. done(), failed(Failure): the
    end of the last question; earlier ones are not heard any more.
    """

    looking = Signal(int)
    filled = Signal()
    done = Signal()
    failed = Signal(object)

    def __init__(
        self, services: Services, table: BatchTable, ask: Callable[[], None], parent: QObject | None = None
    ) -> None:
        """ask: what `soon` does in a moment."""
        super().__init__(parent)
        self._compute, self._table = services.compute, table
        self._call: Call | None = None
        self.facts: dict[str, Any] | None = None
        self.values: dict[str, Any] = {}
        self._soon = QTimer(self, singleShot=True, interval=PLAN_AFTER_MS)
        self._soon.timeout.connect(ask)

    @property
    def settled(self) -> bool:
        """There is a plan of how everything stands."""
        return self.facts is not None and self._call is None and not self._soon.isActive()

    def soon(self) -> None:
        """What was planned does not fit any more; ask anew once nothing has changed for a moment."""
        self.facts = None
        self._soon.start()

    def drop(self) -> None:
        """Ask and hear nothing any more."""
        self._soon.stop()
        self.facts = None
        call, self._call = self._call, None
        if call is not None and call.open:
            # Its answer may be on the way already.
            call.done.disconnect(self._done)
            call.failed.disconnect(self._failed)
            call.heard.disconnect(self._heard)
            call.cancel()

    def ask(self, values: Mapping[str, Any]) -> None:
        """The table fills as the answer comes."""
        self.drop()
        self._table.start()
        self.values = dict(values)
        self._call = self._compute.ask(
            "plan_batch",
            {"job": self.values},
            done=self._done,
            failed=self._failed,
            event=self._heard,
            replaces="batch-plan",
        )

    def _heard(self, event: Event) -> None:
        if isinstance(event, Progressed) and event.text.isdecimal():
            self.looking.emit(int(event.text))
        elif isinstance(event, ItemDone):
            first = not self._table.total
            self._table.add(map(row_from, event.facts["rows"]))
            if first:
                self.filled.emit()

    def _done(self, result: dict[str, Any]) -> None:
        self._call, self.facts = None, result
        self._table.finish()
        self.done.emit()

    def _failed(self, failure: Failure) -> None:
        self._call = None
        self._table.clear()
        self.failed.emit(failure)
