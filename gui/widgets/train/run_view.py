"""One run: how far it is, its curves and samples, what its monitors did, and what can be done with it.

It has over 300 lines because it is the place where a run's facts and orders meet.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from enhancer.errors import EnhancerError

from ... import runs, units
from ...core_words import in_words
from ...revealing import open_file, show_folder
from ...services import Services
from ...theme.roles import restyle, with_role
from ...trash import to_trash
from ...workers.protocol import Failure
from ..charts import Chart
from ..controls import ElidedLabel, Fold
from ..failure import FailureNote
from .curves import Curves, CurveSet, chart_card, chart_data
from .previews import Previews
from .words import (
    ACTIVE,
    age_text,
    best_text,
    clauses,
    event_text,
    is_preparing,
    progress_text,
    share_of,
    state_role,
    state_text,
)

POLL_MS = 2_000
SHOWN_EVENTS = 100
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
        self._build()
        self._clock = QTimer(self, interval=POLL_MS)
        self._clock.timeout.connect(self.poll)

    def show_run(self, folder: str) -> None:
        """Show this run from now on."""
        if folder != self.folder:
            self.folder, self.facts, self._stamp, self._asking = folder, {}, "", False
            self.failure.clear()
            self.notice.hide()
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

    def showEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's name
        self._clock.start()
        self.poll()

    def hideEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's name
        self._clock.stop()

    def resizeEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's name
        self._flow()

    def _build(self) -> None:
        self.title = with_role(ElidedLabel(""), "title", data=True)
        self.state = QLabel()
        self.what = with_role(QLabel(), "muted", data=True)
        self.what.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self.progress = QLabel()
        self.progress.setWordWrap(True)
        self.best = with_role(QLabel(), "muted")
        self.best.setWordWrap(True)
        self.pause = self._button(self.tr("Pause"), "pause", self._pause)
        self.stop = self._button(self.tr("Stop"), "stop", self._stop)
        self.stop.setToolTip(self.tr("Stops safely. It can go on from there later."))
        self.resume = self._button(self.tr("Go on"), "play", self._resume)
        self.use = with_role(QPushButton(self.tr("Use this model")), "primary")
        self.use.setToolTip(self.tr("Adds the best weights so far to your models and opens the page that uses them."))
        self.use.clicked.connect(self._use)
        self.more = QToolButton()
        self.more.setIcon(self._services.theme.icon("more"))
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu())
        self.failure = FailureNote(closable=False)
        self.notice = with_role(QFrame(), "notice", tone="info")
        self.notice_text = QLabel()
        self.notice_text.setWordWrap(True)
        self.notice_text.setProperty("data", True)
        inside = QVBoxLayout(self.notice)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.notice_text)
        self.notice.hide()
        self.first = Chart(self._services.theme)
        self.first.pressed.connect(self._look_at)
        self.first_card = chart_card(self.first)
        self.previews = Previews(self._services)
        self.preview_card = with_role(QFrame(), "card")
        room = QVBoxLayout(self.preview_card)
        room.setContentsMargins(8, 8, 8, 8)
        room.addWidget(self.previews)
        self.curves = Curves(self._services)
        self.curves.pressed.connect(self._look_at)
        self.happened = with_role(QFrame(), "card")
        story = QVBoxLayout(self.happened)
        story.setContentsMargins(16, 12, 16, 12)
        story.setSpacing(8)
        story.addWidget(with_role(QLabel(self.tr("What the monitors found")), "heading"))
        self.events = QGridLayout()
        self.events.setHorizontalSpacing(16)
        self.events.setVerticalSpacing(4)
        self.events.setColumnStretch(1, 1)
        story.addLayout(self.events)
        self.settings = Fold(self.tr("Settings of this run"))
        self.settings_grid = QGridLayout()
        self.settings_grid.setHorizontalSpacing(16)
        self.settings_grid.setVerticalSpacing(2)
        self.settings_grid.setColumnStretch(1, 1)
        holder = QWidget()
        holder.setLayout(self.settings_grid)
        self.settings.add(holder)
        self.top = QGridLayout()
        self.top.setSpacing(8)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for button in (self.pause, self.stop, self.resume, self.use, self.more):
            head.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(16)
        second.addWidget(self.state)
        second.addWidget(self.progress, 1)
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.what)
        column.addLayout(second)
        column.addWidget(self.bar)
        column.addWidget(self.best)
        column.addWidget(self.failure)
        column.addWidget(self.notice)
        column.addLayout(self.top)
        column.addWidget(self.curves)
        column.addWidget(self.happened)
        column.addWidget(self.settings)
        column.addStretch(1)
        inside = with_role(QWidget(), "scrolled")
        inside.setLayout(column)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
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

    def _button(self, text: str, icon: str, pressed: Any) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(self._services.theme.icon(icon))
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(pressed)
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self.try_action = menu.addAction(self.tr("Try the best weights so far"))
        self.again_action = menu.addAction(self.tr("Train on from this model"))
        menu.addSeparator()
        self.page_action = menu.addAction(self.tr("Open the report in a browser"))
        self.reveal_action = menu.addAction(self.tr("Show the folder"))
        self.command_action = menu.addAction(self.tr("Copy as a command"))
        menu.addSeparator()
        self.remove_action = menu.addAction(self.tr("Remove this run"))
        for action, slot in (
            (self.try_action, self._try),
            (self.again_action, self._again),
            (self.page_action, self._page),
            (self.reveal_action, self._reveal),
            (self.command_action, self._copy_command),
            (self.remove_action, self._ask_remove),
        ):
            action.triggered.connect(slot)
        return menu

    def _got(self, facts: dict[str, Any]) -> None:
        self._asking = False
        if facts.get("unchanged") or facts.get("folder") != self.folder:
            return
        anew = not self.facts
        self.facts, self._stamp = facts, facts["stamp"]
        self._show_head()
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
        self._show_events(facts["events"])
        self._show_settings(facts["settings"])

    def _missed(self, failure: Failure) -> None:
        self._asking, self._stamp = False, ""
        if failure.code == "run-gone":
            text, hint = self.tr("This run is not there any more."), self.tr("Its folder was moved or removed.")
            failure = Failure(text, hint, failure.code, failure.message)
        if failure.unasked and failure != self.failure.failure:  # asked again and again: what is unfolded stays so
            self.failure.show_failure(failure)

    def _show_head(self) -> None:
        facts, state = self.facts, self.facts["state"]
        self.title.setText(facts["name"])
        self.what.setText(" · ".join(part for part in (facts["what"], in_words(facts["summary"])) if part))
        self.what.setVisible(bool(self.what.text()))
        self.state.setText(state_text(state))
        self.state.setProperty("role", state_role(state))
        restyle(self.state)
        self.bar.setVisible(state in ACTIVE or 0 < share_of(facts) < 1)
        if is_preparing(facts):
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(share_of(facts) * 1000))
        words = [progress_text(facts)]
        if facts["seconds"]:
            took = self.tr("{time} so far") if state in ACTIVE else self.tr("{time} of training")
            words.append(took.format(time=units.duration(facts["seconds"])))
        if state not in ACTIVE:
            words.append(age_text(facts["touched"]))
        self.progress.setText(clauses(words))
        self.best.setText(self.tr("Best: {best}").format(best=best_text(facts["best"])) if facts["best"] else "")
        self.best.setVisible(bool(facts["best"]))
        self.pause.setVisible(state in ("running", "paused"))
        self.pause.setText(self.tr("Go on") if state == "paused" else self.tr("Pause"))
        self.pause.setIcon(self._services.theme.icon("play" if state == "paused" else "pause"))
        self.stop.setVisible(state in ACTIVE)
        self.resume.setVisible(state in ("stopped", "failed") and share_of(facts) < 1)
        self.use.setVisible(bool(facts["model"]))
        self.try_action.setEnabled(bool(facts["model"]))
        self.again_action.setEnabled(bool(facts["model"]))
        self.page_action.setEnabled(bool(facts["page"]))
        self.remove_action.setEnabled(state not in ACTIVE)
        self._show_failure(state)

    def _show_failure(self, state: str) -> None:
        told = self.facts.get("failure") or {}
        if state == "failed":
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

    def _show_events(self, events: list[dict[str, Any]]) -> None:
        if self.happened.property("shown") == events:
            return
        self.happened.setProperty("shown", events)
        _empty(self.events)
        self.happened.setVisible(bool(events))
        for row, event in enumerate(events[-SHOWN_EVENTS:]):
            when, what = event_text(event)
            moment = QPushButton(when)
            moment.setProperty("role", "quiet")
            moment.setToolTip(self.tr("Show the samples of this moment"))
            moment.setProperty("images", event["images"])
            moment.clicked.connect(self._look_at_event)
            text = QLabel(what)
            text.setWordWrap(True)
            text.setProperty("data", True)
            self.events.addWidget(moment, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            self.events.addWidget(text, row, 1)

    def _show_settings(self, settings: list[list[str]]) -> None:
        if self.settings.property("shown") == settings:
            return
        self.settings.setProperty("shown", settings)
        self.settings.setVisible(bool(settings))
        _empty(self.settings_grid)
        for row, (name, text) in enumerate(settings):
            for column, cell in enumerate((name, text)):
                label = with_role(QLabel(cell), "muted" if not column else "data", data=True)
                label.setWordWrap(bool(column))
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self.settings_grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)

    def _look_at(self, images: float) -> None:
        self.previews.go_to(images)

    def _look_at_event(self) -> None:
        self._look_at(float(self.sender().property("images")))

    def _say(self, text: str, tone: str = "info") -> None:
        self.notice_text.setText(text)
        self.notice.setProperty("tone", tone)
        restyle(self.notice)
        self.notice.setVisible(bool(text))

    def _order(self, word: runs.Order) -> None:
        try:
            runs.order(Path(self.folder), word)
        except EnhancerError as error:
            self.failure.show_failure(Failure(error.message, error.hint, error.code))
        self.poll()
        self.changed.emit()

    def _pause(self) -> None:
        self._order("run" if self.facts.get("state") == "paused" else "pause")

    def _stop(self) -> None:
        try:
            runs.stop(Path(self.folder))
        except EnhancerError as error:
            self.failure.show_failure(Failure(error.message, error.hint, error.code))
            return
        self.poll()
        self.changed.emit()
        self._say(self.tr("It stops after the step it is at, and keeps what it learned."))

    def _resume(self) -> None:
        try:
            runs.go_on(Path(self.folder))
        except EnhancerError as error:
            self.failure.show_failure(Failure(error.message, error.hint, error.code))
            return
        self._say("")
        self.poll()
        self.changed.emit()

    def _use(self) -> None:
        self.use.setEnabled(False)
        self._services.compute.ask(
            "run_use",
            {"folder": self.folder, "start": self.facts.get("start", "")},
            done=self._published,
            failed=self._not_published,
        )

    def _published(self, found: dict[str, Any]) -> None:
        self.use.setEnabled(True)
        self._say(in_words(str(found["sentence"])), "good")
        self._services.catalog.refresh()
        self.wanted.emit(self._page_name(), {"model": found["model"]})

    def _not_published(self, failure: Failure) -> None:
        self.use.setEnabled(True)
        self.failure.show_failure(failure)

    def _page_name(self) -> str:
        return "generate" if self.facts.get("goal") == "generate" else "enhance"

    def _try(self) -> None:
        self.wanted.emit(self._page_name(), {"model": self.facts["model"]})

    def _again(self) -> None:
        self.again.emit({"start": self.facts["model"]})

    def _page(self) -> None:
        if not open_file(self.facts["page"]):
            self._say(self.tr("No browser was found. The report is {path}").format(path=self.facts["page"]), "warning")

    def _reveal(self) -> None:
        if not show_folder(self.folder):
            self._say(self.tr("No file manager was found. The folder is {path}").format(path=self.folder), "warning")

    def _copy_command(self) -> None:
        found = runs.read_launch(Path(self.folder))
        arguments = found.arguments if found else ("train", self.folder)
        QApplication.clipboard().setText(runs.command_line(arguments))
        self._say(self.tr("Copied. In a terminal the command does the same."))

    def _ask_remove(self) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Move the run {name} to the trash?").format(name=self.facts.get("name", "")))
        box.setInformativeText(self.tr("Its curves, samples and weights go. Models that you added stay."))
        yes = box.addButton(self.tr("Move to the trash"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        asked = box.clickedButton() is yes
        box.deleteLater()
        if asked:
            self.remove()

    def remove(self) -> None:
        """Move the run's folder to the trash."""
        if runs.is_busy(Path(self.folder), runs.read_launch(Path(self.folder))):
            self._say(self.tr("It is still being trained. Stop it first."), "warning")
            return
        problem = to_trash(Path(self.folder))
        if problem:
            self.failure.show_failure(
                Failure(self.tr("The run could not be moved to the trash."), self.folder, "trash", problem)
            )
            return
        self.folder, self.facts = "", {}
        self.removed.emit()


def _empty(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
