"""One run: how far it is, its curves and samples, what its monitors did, and what can be done with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ...services import Services
from ...theme.roles import with_role
from ...workers.protocol import Failure
from ..charts import Chart
from ..failure import FailureNote
from ..remark import Remark
from ..scrolled import scrolled
from .curves import Curves, CurveSet, chart_card, chart_data
from .previews import Previews
from .run_actions import RunActions
from .run_events import RunEvents
from .run_head import RunHead
from .run_settings import RunSettings
from .words import event_text, warned_text

POLL_MS = 2_000
WIDE = 100
"""Mean characters from which samples stand beside the first curve."""


class RunView(QWidget):
    """Signals: wanted(page, arguments) for another page; again(values) to set up a training like this; changed() when
    the run was told something; removed() when it went to the trash.
    """

    wanted = Signal(str, dict)
    again = Signal(dict)
    changed = Signal()
    removed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.folder = ""
        self.facts: dict[str, Any] = {}
        self._stamp = ""
        self._asking = False
        self._wide: bool | None = None
        self.does = RunActions(services, self)
        self.head = RunHead(services.theme, self.does.of_menu())
        self.failure = FailureNote(closable=False)
        self.remark = Remark()
        self.warned = Remark()
        self.first = Chart(services.theme)
        self.first_card = chart_card(self.first)
        self.previews = Previews(services)
        self.preview_card = with_role(QFrame(), "card")
        self.curves = Curves(services)
        self.events = RunEvents()
        self.settings = RunSettings()
        self._lay_out()
        self._connect()
        self._clock = QTimer(self, interval=POLL_MS)
        self._clock.timeout.connect(self.poll)

    def show_run(self, folder: str) -> None:
        """Show this run from now on."""
        if folder != self.folder:
            self._forget(folder)
            self.failure.clear()
            self.remark.hide()
            self.warned.hide()
            self.previews.show_frames([], anew=True)
            self.area.verticalScrollBar().setValue(0)
        self.poll()

    def poll(self) -> None:
        if self._asking or not self.folder:
            return
        self._asking = True
        self._services.pictures.ask(
            "run_facts",
            {"folder": self.folder, "stamp": self._stamp},
            done=self._got,
            failed=self._missed,
            replaces="train-run",
        )

    def showEvent(self, event: QEvent) -> None:
        self._clock.start()
        self.poll()

    def hideEvent(self, event: QEvent) -> None:
        self._clock.stop()

    def resizeEvent(self, event: QEvent) -> None:
        self._flow()

    def _lay_out(self) -> None:
        room = QVBoxLayout(self.preview_card)
        room.setContentsMargins(8, 8, 8, 8)
        room.addWidget(self.previews)
        self.top = QGridLayout()
        self.top.setSpacing(8)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.failure)
        column.addWidget(self.remark)
        column.addWidget(self.warned)
        column.addLayout(self.top)
        column.addWidget(self.curves)
        column.addWidget(self.events)
        column.addWidget(self.settings)
        column.addStretch(1)
        self.area = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self._flow()

    def _flow(self) -> None:
        """Samples beside the first curve, or below it where there is little room."""
        wide = self.width() > self.fontMetrics().averageCharWidth() * WIDE
        if wide == self._wide:
            return
        self._wide = wide
        for card in (self.first_card, self.preview_card):
            self.top.removeWidget(card)
        self.top.addWidget(self.first_card, 0, 0)
        self.top.addWidget(self.preview_card, *((0, 1) if wide else (1, 0)))
        self.top.setColumnStretch(0, 3)
        self.top.setColumnStretch(1, 2 if wide else 0)
        height = self.fontMetrics().height()
        self.first.setMinimumHeight(height * (18 if wide else 12))
        self.previews.setMinimumHeight(height * (18 if wide else 16))

    def _connect(self) -> None:
        self.head.pause.clicked.connect(self.does.pause)
        self.head.stop.clicked.connect(self.does.stop)
        self.head.resume.clicked.connect(self.does.resume)
        self.head.use.clicked.connect(self.does.use)
        self.does.publishing.connect(self.head.use.setDisabled)
        self.does.ordered.connect(self._ordered)
        self.does.said.connect(self.remark.say)
        self.does.failed.connect(self._fail)
        self.does.wanted.connect(self.wanted)
        self.does.again.connect(self.again)
        self.does.removed.connect(self._removed)
        for moments in (self.first, self.curves, self.events):
            moments.pressed.connect(self.previews.go_to)

    def _forget(self, folder: str = "") -> None:
        """What was known, before another run is shown, or none."""
        self.folder, self.facts, self._stamp, self._asking = folder, {}, "", False
        self.does.about(folder, {})

    def _got(self, facts: dict[str, Any]) -> None:
        self._asking = False
        if facts.get("unchanged") or facts.get("folder") != self.folder:
            return
        anew = not self.facts
        self.facts, self._stamp = facts, facts["stamp"]
        self.does.about(self.folder, facts)
        self.head.show_facts(facts)
        self._show_failure()
        self.warned.say(warned_text(facts), "warning")
        marks = [(float(event["images"]), event_text(event)[1]) for event in facts["events"]]
        own = CurveSet(
            facts["name"],
            facts["series"],
            facts.get("groups", {}),
            facts.get("lowers", {}),
            facts.get("bests", {}),
            marks,
            float(facts["budget"] or 0),
        )
        metric = facts["metric"] or "loss"
        self.first.show_data(chart_data(metric, [own], self.tr("The first values appear when it has been judged.")))
        self.curves.show_sets([own], metric, without=(metric,))
        self.previews.show_frames(facts["previews"], anew=anew)
        self.events.show_events(facts["events"])
        self.settings.show_settings(facts["settings"])

    def _missed(self, failure: Failure) -> None:
        self._asking, self._stamp = False, ""
        if failure.code == "run-gone":
            text, hint = self.tr("This run is not there any more."), self.tr("Its folder was moved or removed.")
            failure = Failure(text, hint, failure.code, failure.message)
        if failure.unasked and failure != self.failure.failure:  # asked again and again: what is unfolded stays so
            self.failure.show_failure(failure)

    def _show_failure(self) -> None:
        told = self.facts.get("failure") or {}
        if self.facts["state"] == "failed":
            self.failure.show_failure(
                Failure(
                    self.tr("The training ended unexpectedly."),
                    told.get("message") or self.tr("The details show the last lines that it wrote."),
                    "crashed",
                    told.get("details", ""),
                )
            )
        elif self.facts["reason"]:
            self.failure.show_failure(
                Failure(self.tr("A monitor ended this run early."), self.facts["reason"]), "warning"
            )
        else:
            self.failure.clear()

    def _fail(self, failure: Failure) -> None:
        self.failure.show_failure(failure)

    def _ordered(self) -> None:
        self.poll()
        self.changed.emit()

    def _removed(self) -> None:
        self._forget()
        self.removed.emit()
