"""The slim bar at the foot of the window: the job at work, how far it is, and a list of the queue that opens above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ..job_words import state_line
from ..pages.page import ShortcutGroup
from ..queued_job import QueuedJob
from ..services import Services
from ..theme.roles import restyle, with_role
from .controls import ElidedLabel
from .job_panel import JobPanel, show_results

STEPS = 1000


class JobBar(QWidget):
    """Hidden until there is a job."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue, self._theme = services.queue, services.theme
        self._shown: QueuedJob | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.panel = JobPanel(services, self)
        self.panel.hide()
        self.bar = with_role(QFrame(self), "bar")
        self.title = ElidedLabel()
        self.title.setProperty("data", True)
        self.title.setMinimumWidth(120)
        self.progress = QProgressBar()
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        self.progress.setMinimumWidth(120)
        self.progress.setAccessibleName(self.tr("Progress of the job"))
        self.words = with_role(QLabel(), "muted")
        self.words.setAccessibleName(self.tr("State of the job"))

        self.pause = self._button("pause", self._pause_or_resume)
        self.cancel = self._button("stop", self._cancel)
        self.cancel.setText(self.tr("Stop"))
        self.cancel.setToolTip(self.tr("Stop this job. What is done stays, and it can go on later (Ctrl+Shift+X)."))
        self.folder = self._button("folder", self._open_folder)
        self.folder.setText(self.tr("Open folder"))
        self.folder.setToolTip(self.tr("Open the folder with the results"))
        self.toggle = self._button("up")
        self.toggle.setCheckable(True)
        self.toggle.setToolTip(self.tr("Show or hide the list of jobs (Ctrl+Shift+J)"))
        self.toggle.toggled.connect(self._open)

        inside = QHBoxLayout(self.bar)
        inside.setContentsMargins(16, 4, 8, 4)
        inside.setSpacing(8)
        inside.addWidget(self.title, 2)
        inside.addWidget(self.progress, 3)
        inside.addWidget(self.words)
        for button in (self.pause, self.cancel, self.folder, self.toggle):
            inside.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (with_role(QFrame(self), "line"), self.panel, self.bar):
            layout.addWidget(widget)

        self._actions = self._make_actions()
        queue = self._queue
        for signal in (queue.rowsInserted, queue.rowsRemoved, queue.rowsMoved, queue.dataChanged):
            signal.connect(self._renew)
        queue.current_changed.connect(self._renew)
        self._renew()

    def shortcuts(self) -> Sequence[ShortcutGroup]:
        return (ShortcutGroup(self.tr("Jobs"), [*self._actions, *self.panel.actions_of_list]),)

    @property
    def job(self) -> QueuedJob | None:
        """What the bar tells of: the job at work, else the next, else the one that ended last."""
        jobs = self._queue.jobs
        ended = [job for job in jobs if job.has_ended]
        latest = max(ended, key=lambda job: job.ended_at, default=None)
        return self._queue.running or next(iter(self._queue.waiting), None) or latest

    def _button(self, icon: str, clicked: object = None) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if callable(clicked):
            button.clicked.connect(clicked)
        return button

    def _make_actions(self) -> list[QAction]:
        actions = []
        for text, keys, slot in (
            (self.tr("Show or hide the list of jobs"), "Ctrl+Shift+J", self.toggle.toggle),
            (self.tr("Pause the job, or let it go on"), "Ctrl+Shift+P", self._pause_or_resume),
            (self.tr("Stop the job"), "Ctrl+Shift+X", self._cancel),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            self.addAction(action)
            actions.append(action)
        return actions

    def _renew(self) -> None:
        """Show what is true now."""
        job = self.job
        count = len(self._queue.jobs)
        self.setVisible(job is not None)
        if not count:
            self.toggle.setChecked(False)
        if job is None:
            return
        self.title.setText(job.title)
        self.progress.setVisible(job.active)
        self.progress.setValue(round(job.fraction * STEPS))
        words = state_line(job)
        role = {"failed": "danger", "partial": "warning", "done": "good"}.get(job.state, "muted")
        self.words.setText(words)
        self.words.setToolTip(job.text)
        if role != self.words.property("role"):
            restyle(with_role(self.words, role))
        tone = "muted" if job.state in ("paused", "cancelling") else ""
        if tone != (self.progress.property("tone") or ""):
            self.progress.setProperty("tone", tone)
            restyle(self.progress)
        self.pause.setVisible(job.state in ("running", "paused"))
        self.cancel.setVisible(job.active)
        self.cancel.setEnabled(job.state != "cancelling")
        self.folder.setVisible(job.state in ("done", "partial"))
        if job.state == "paused":
            self.pause.setText(self.tr("Go on"))
            self.pause.setToolTip(self.tr("Let this job go on (Ctrl+Shift+P)"))
        else:
            self.pause.setText(self.tr("Pause"))
            self.pause.setToolTip(self.tr("Let this job stand still (Ctrl+Shift+P)"))
        self._set_icon(self.pause, "play" if job.state == "paused" else "pause")
        waiting = len(self._queue.waiting) - (job.state == "waiting")
        text = self.tr("%n job(s) waiting", "", waiting) if waiting > 0 else self.tr("%n job(s)", "", count)
        self.toggle.setText(text)

    def _set_icon(self, button: QToolButton, name: str) -> None:
        if button.property("icon_name") != name:
            button.setProperty("icon_name", name)
            button.setIcon(self._theme.icon(name))

    def _open(self, opened: bool) -> None:
        self._set_icon(self.toggle, "down" if opened else "up")
        job = self.job
        if opened and job is not None:
            self.panel.choose(job)
        self.panel.setVisible(opened)
        if opened:
            self.panel.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _pause_or_resume(self) -> None:
        if (job := self._queue.running) is not None:
            if job.state == "paused":
                job.resume()
            else:
                job.pause()

    def _cancel(self) -> None:
        if (job := self._queue.running) is not None:
            job.cancel()

    def _open_folder(self) -> None:
        if (job := self.job) is not None:
            show_results(job)
