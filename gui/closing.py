"""Closing the window with work under way: the question, and the three ways on: wait, stop, or stay."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from .queue import JobQueue
from .widgets.notice import Notice

STOP_MS = 3_000
"""So long a job that was told to stop may take before the window closes all the same."""


class Closing(QObject):
    """Of one window. Signals: settled() when it should close now; told(Notice) of what will happen."""

    settled = Signal()
    told = Signal(Notice)

    def __init__(self, window: QWidget, queue: JobQueue) -> None:
        super().__init__(window)
        self._window, self._queue = window, queue
        self._box: QMessageBox | None = None
        self._waits = False
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self._close)

    def ask(self) -> None:
        """Show the question, once at a time; an answer does what it says."""
        if self._box is not None:
            return
        box = self._box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Close the window?"))
        box.setText(self.tr("There is work that is not done yet."))
        box.setInformativeText(
            self.tr(
                "What is stopped now is offered again next time, and nothing is done twice. "
                "Trainings go on in the background."
            )
        )
        wait = box.addButton(self.tr("Close when done"), QMessageBox.ButtonRole.AcceptRole)
        stop = box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Don't close"), QMessageBox.ButtonRole.RejectRole)
        for button, name in ((wait, "wait"), (stop, "stop"), (stay, "stay")):
            button.setObjectName(name)
        wait.clicked.connect(self.close_when_idle)
        stop.clicked.connect(self.stop_and_close)
        box.setDefaultButton(wait)
        box.setEscapeButton(stay)
        box.finished.connect(self._answered)
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.show()

    def stop_and_close(self, wait_ms: int = STOP_MS) -> None:
        """Stop the job at work, at the next point where that is safe, and close; what is left is offered next time.

        Asked once more, it takes the shorter of the two times.
        """
        wait_ms = wait_ms or STOP_MS  # a button gives False
        if self._late.isActive():
            self._late.start(min(wait_ms, self._late.remainingTime()))
            return
        self._queue.stop()
        if self._queue.running is None:
            self._close()
            return
        self._queue.current_changed.connect(self._close_if_stopped)
        self._late.start(wait_ms)

    def close_when_idle(self) -> None:
        """Close once the queue has nothing more to do, unless somebody thinks better of it."""
        if not self._queue.busy:  # all was done while the question stood there
            self._close()
            return
        if self._waits:
            return
        self._waits = True
        self._queue.busy_changed.connect(self._close_if_idle)
        words = self.tr("The window closes when the work is done.")
        self.told.emit(Notice(words, [(self.tr("Keep it open"), self.stay_open)], parent=self._window))

    def stay_open(self) -> None:
        if self._waits:
            self._waits = False
            self._queue.busy_changed.disconnect(self._close_if_idle)

    def _answered(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None

    def _close_if_stopped(self) -> None:
        if self._queue.running is None:
            self._close()

    def _close_if_idle(self) -> None:
        if not self._queue.busy:
            self._close()

    def _close(self) -> None:
        self._late.stop()
        self.settled.emit()
