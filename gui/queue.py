"""The queue of jobs: one after the other in the compute child, in an order that the user can change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from .job_words import state_line
from .queue_file import LeftOver, QueueFile, encoded
from .queued_job import QueuedJob, State
from .workers.child import Child
from .workers.protocol import CANCELLED, UNSTARTABLE, Failure

Index = QModelIndex | QPersistentModelIndex
JOB = int(Qt.ItemDataRole.UserRole) + 1
"""Role under which the model gives the QueuedJob of a row."""
ROW_MIME = "application/x-enhancer-queue-row"
END_STATES: Mapping[str, State] = {"done": "done", "partial": "partial", "cancelled": "cancelled"}


class JobQueue(QAbstractListModel):
    """A list of QueuedJob in the order of running; jobs that have ended stay where they are until removed.

    Signals: busy_changed() when work begins or all of it has ended; added(QueuedJob); current_changed() when another
    job is the one at work, or none.
    """

    busy_changed = Signal()
    added = Signal(object)
    current_changed = Signal()

    def __init__(self, compute: Child, file: QueueFile | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compute, self._file = compute, file or QueueFile()
        self._jobs: list[QueuedJob] = []
        self._encoded: dict[QueuedJob, str] = {}
        self._left_over: list[LeftOver] | None = None
        self._was_busy = False
        self._held = False
        self._stopped = False
        self._saving = QTimer(self, singleShot=True, interval=0)
        self._saving.timeout.connect(self._save)

    def add(self, job_values: Mapping[str, Any], title: str) -> QueuedJob:
        """Put a job at the end of the line; it begins at once if nothing else is at work."""
        self.left_over()  # before our own file takes the place of the one that was left
        job = QueuedJob(job_values, title, self)
        job.changed.connect(partial(self._job_changed, job))
        job.asked.connect(partial(self._do, job))
        row = len(self._jobs)
        self.beginInsertRows(QModelIndex(), row, row)
        self._jobs.append(job)
        self._encoded[job] = encoded(title, job.values)
        self.endInsertRows()
        self._held = False
        self._saving.start()
        self.added.emit(job)
        self._go_on()
        return job

    @property
    def jobs(self) -> Sequence[QueuedJob]:
        return tuple(self._jobs)

    @property
    def running(self) -> QueuedJob | None:
        """The job at work, also while it is paused or about to stop."""
        return next((job for job in self._jobs if job.active), None)

    @property
    def waiting(self) -> Sequence[QueuedJob]:
        return [job for job in self._jobs if job.state == "waiting"]

    @property
    def busy(self) -> bool:
        """Whether a job is at work or will be."""
        return self.running is not None or (not self._held and bool(self.waiting))

    def move(self, row: int, to: int) -> bool:
        """Put the job of a row at another place, counted without it; whether that changed anything."""
        if not 0 <= row < len(self._jobs):
            return False
        to = min(max(to, 0), len(self._jobs) - 1)
        # Qt counts the place with the row still there.
        if row == to or not self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to + (to > row)):
            return False
        self._jobs.insert(to, self._jobs.pop(row))
        self.endMoveRows()
        self._saving.start()
        return True

    def remove(self, job: QueuedJob) -> bool:
        """Take a job out of the list; one at work must be cancelled first."""
        if job.active or job not in self._jobs:
            return False
        row = self._jobs.index(job)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._jobs[row]
        del self._encoded[job]
        self.endRemoveRows()
        job.deleteLater()
        self._saving.start()
        self._tell_busy()
        return True

    def remove_ended(self) -> None:
        for job in [job for job in self._jobs if job.has_ended]:
            self.remove(job)

    def stop(self, keep: bool = True) -> None:
        """The window closes: begin nothing more, and stop what is at work. keep: offer what is unfinished next time.

        Ask `running` until it is None, or stop the child, which stops at the next point where that is safe.
        """
        self._held = True
        if keep:
            self._save()
        else:
            self._file.write(())
        self._saving.stop()
        self._stopped = True
        if (job := self.running) is not None:
            self._do(job, "cancel")

    def left_over(self) -> list[LeftOver]:
        """Jobs that had not ended when an earlier window went; asked of the disk once."""
        if self._left_over is None:
            self._left_over = self._file.left_over()
            if not self._left_over:
                self._file.forget()
        return list(self._left_over)

    def take_up(self) -> list[QueuedJob]:
        """Add what was left over; what is done already is not done again, their journals see to that."""
        left = self.left_over()
        self._left_over = []
        jobs = [self.add(job.values, job.title) for job in left]
        self._save()
        self._file.forget()
        return jobs

    def forget(self) -> None:
        """Drop what was left over."""
        self._left_over = []
        self._file.forget()

    # What a list of Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._jobs)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self._jobs):
            return None
        job = self._jobs[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return job.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{job.title}: {state_line(job)}"
        return job if role == JOB else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [ROW_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(ROW_MIME, str(indexes[0].row()).encode() if indexes else b"")
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        text = bytes(data.data(ROW_MIME).data()).decode("ascii", "ignore")
        if not text.isdecimal():
            return False
        origin = int(text)
        to = row if row >= 0 else parent.row() if parent.isValid() else len(self._jobs)
        self.move(origin, to - (to > origin and row >= 0))
        return False  # the row has moved already: the view need not remove one

    # Running

    def _do(self, job: QueuedJob, what: str) -> None:
        call = job.call
        if what == "cancel" and job.state == "waiting":
            job.end("cancelled")
        elif what == "cancel" and job.active and call is not None:
            job.set_state("cancelling")
            call.cancel()
        elif what == "pause" and job.state == "running" and call is not None:
            call.pause()
            job.set_state("paused")
        elif what == "resume" and job.state == "paused" and call is not None:
            call.resume()
            job.set_state("running")
        elif what == "retry" and job.has_ended:
            job.begin_anew()
            self.move(self._jobs.index(job), len(self._jobs) - 1)
            self._held = False
        self._saving.start()
        self._go_on()

    def _go_on(self) -> None:
        """Begin the next job if none is at work."""
        if self.running is None and not self._held and (waiting := self.waiting):
            job = waiting[0]
            call = self._compute.ask(
                "run",
                {"job": job.values},
                done=partial(self._done, job),
                failed=partial(self._failed, job),
                event=job.hear,
            )
            job.begin(call)
            self.current_changed.emit()
        self._tell_busy()

    def _done(self, job: QueuedJob, report: dict[str, Any]) -> None:
        job.end(END_STATES.get(str(report.get("state")), "done"), report)
        self._after()

    def _failed(self, job: QueuedJob, failure: Failure) -> None:
        self._held = self._held or failure.code == UNSTARTABLE  # or every job that waits would fail the same way
        if failure.code == CANCELLED:
            job.end("cancelled")
        else:
            job.end("failed", failure=failure)
        self._after()

    def _after(self) -> None:
        self._saving.start()
        self.current_changed.emit()
        self._go_on()

    def _tell_busy(self) -> None:
        if self.busy != self._was_busy:
            self._was_busy = self.busy
            self.busy_changed.emit()

    def _job_changed(self, job: QueuedJob) -> None:
        if job in self._jobs:
            index = self.index(self._jobs.index(job))
            self.dataChanged.emit(index, index)

    def _save(self) -> None:
        if not self._stopped:  # from then on the file says what is offered next time
            self._file.write(self._unfinished())

    def _unfinished(self) -> Iterator[str]:
        return (self._encoded[job] for job in self._jobs if not job.has_ended)
