"""How far the enhancement of the picture at hand is: its job in the queue, with pause and cancel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from ... import units
from ...queued_job import QueuedJob
from ...theme.roles import with_role


class RunBar(QFrame):
    """Hidden while no job is followed. Signals: ended(QueuedJob)."""

    ended = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.job: QueuedJob | None = None
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the enhancement"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(16)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.progress, 1)
        layout.addWidget(self.cancel)
        self.hide()

    def follow(self, job: QueuedJob) -> None:
        self._leave()
        self.job = job
        job.changed.connect(self._show)
        job.ended.connect(self._ended)
        self._show()
        self.show()

    def _leave(self) -> None:
        if self.job is not None:
            self.job.changed.disconnect(self._show)
            self.job.ended.disconnect(self._ended)
            self.job = None

    def _show(self) -> None:
        job = self.job
        if job is None:
            return
        self.progress.setValue(round(job.fraction * 1000))
        if job.state == "waiting":
            text = self.tr("Waiting for other jobs")
        elif job.state == "paused":
            text = self.tr("Paused")
        elif job.state == "cancelling":
            text = self.tr("Stopping…")
        elif job.eta is not None and job.eta >= 1:
            text = self.tr("Enhancing, about {time} left").format(time=units.duration(job.eta))
        else:
            text = self.tr("Enhancing…")
        self.text.setText(text)
        self.cancel.setEnabled(job.state != "cancelling")

    def _cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()

    def _ended(self) -> None:
        job = self.job
        self._leave()
        self.hide()
        if job is not None:
            self.ended.emit(job)
