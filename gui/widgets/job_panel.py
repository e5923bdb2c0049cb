"""The opened list of the queue: all jobs, what can be done with the chosen one, and why it failed if it did."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ..job_words import result_folder, trouble
from ..queued_job import QueuedJob
from ..revealing import show_folder
from ..services import Services
from ..theme.roles import with_role
from ..workers.protocol import Failure
from .failure import FailureNote
from .job_list import JobList


class _Control(NamedTuple):
    button: QToolButton
    action: QAction


class JobPanel(QFrame):
    """Everything by buttons, and by keys while the list has the focus."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue, self._theme = services.queue, services.theme
        self._failure: Failure | None = None
        with_role(self, "bar")
        self.list = JobList(services.queue, services.theme, self)
        self.note = FailureNote(closable=False)

        self.earlier = self._control("up", self.tr("Earlier"), self.tr("Run this job earlier"), "Alt+Up", self._earlier)
        self.later = self._control("down", self.tr("Later"), self.tr("Run this job later"), "Alt+Down", self._later)
        tip = self.tr("Do what is not done yet once more")
        self.retry = self._control("refresh", self.tr("Retry"), tip, "Alt+R", self._retry)
        tip = self.tr("Open the folder with the results")
        self.folder = self._control("folder", self.tr("Open folder"), tip, "Return", self._open_folder)
        tip = self.tr("Stop this job, or take it from the list. Results stay.")
        self.remove = self._control("trash", self.tr("Remove"), tip, "Delete", self._remove)
        tip = self.tr("Take all jobs that have ended from the list. Results stay.")
        self.clean = self._control("check", self.tr("Remove ended"), tip, "Shift+Delete", services.queue.remove_ended)

        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        controls = (self.earlier, self.later, self.retry, self.folder, self.remove)
        for control in controls:
            buttons.addWidget(control.button)
        buttons.addStretch(1)
        buttons.addWidget(self.clean.button)
        self.why = QScrollArea()  # a long reason scrolls here instead of pushing the page away
        self.why.setWidgetResizable(True)
        self.why.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.why.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.why.setFrameShape(QFrame.Shape.NoFrame)
        inside = with_role(QWidget(), "scrolled")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.note)
        stack.addStretch(1)
        self.why.setWidget(inside)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 1)
        middle.addWidget(self.why, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 4)
        layout.setSpacing(8)
        layout.addLayout(middle)
        layout.addLayout(buttons)

        self.list.selectionModel().currentChanged.connect(self._renew)
        for signal in (services.queue.dataChanged, services.queue.rowsMoved, services.queue.rowsRemoved):
            signal.connect(self._renew)
        services.queue.rowsInserted.connect(self._renew)
        self._renew()

    @property
    def actions_of_list(self) -> list[QAction]:
        controls = (self.earlier, self.later, self.retry, self.folder, self.remove, self.clean)
        return [control.action for control in controls]

    def choose(self, job: QueuedJob) -> None:
        jobs = self._queue.jobs
        if job in jobs:
            self.list.choose(jobs.index(job))

    def _control(self, icon: str, text: str, tip: str, keys: str, slot: Callable[[], object]) -> _Control:
        """A button, and an action with its shortcut while the list has the focus; both enabled alike."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.list.addAction(action)
        button = QToolButton()
        button.setText(text)
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{tip} ({shown})")
        button.clicked.connect(action.trigger)
        return _Control(button, action)

    def _renew(self) -> None:
        job, jobs = self.list.job, self._queue.jobs
        row = jobs.index(job) if job in jobs else -1
        for control, possible in (
            (self.earlier, row > 0),
            (self.later, 0 <= row < len(jobs) - 1),
            (self.retry, job is not None and job.has_ended and job.state != "done"),
            (self.folder, job is not None and result_folder(job) is not None),
            (self.remove, job is not None and job.state != "cancelling"),
            (self.clean, any(job.has_ended for job in jobs)),
        ):
            control.action.setEnabled(possible)
            control.button.setEnabled(possible)
        failure = trouble(job) if job is not None and job.has_ended else None
        if failure != self._failure:
            self._failure = failure
            if failure is None:
                self.note.clear()
            else:
                self.note.show_failure(failure, "warning" if failure.code == "partial" else "danger")
        self.why.setVisible(failure is not None)

    def _earlier(self) -> None:
        self._shift(-1)

    def _later(self) -> None:
        self._shift(1)

    def _shift(self, by: int) -> None:
        row = self.list.currentIndex().row()
        if row >= 0 and self._queue.move(row, row + by):
            self.list.choose(min(max(row + by, 0), len(self._queue.jobs) - 1))

    def _retry(self) -> None:
        if (job := self.list.job) is not None:
            job.retry()
            self.choose(job)

    def _remove(self) -> None:
        job = self.list.job
        if job is not None and not self._queue.remove(job):
            job.cancel()

    def _open_folder(self) -> None:
        if (job := self.list.job) is not None:
            show_results(job)


def show_results(job: QueuedJob) -> None:
    """In the file manager of the system."""
    folder = result_folder(job)
    if folder is not None:
        show_folder(folder.absolute())
