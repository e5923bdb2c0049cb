"""The job of a batch that the table follows: each picture that ends is shown in its row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from enhancer.events import ItemDone

from ...queue import JobQueue
from ...queued_job import QueuedJob
from .table import BatchTable


class FollowedJob(QObject):
    """job: None while there is none. Signals: changed() as it goes on; ended(job), again after each retry; gone() when
    it was taken out of the queue; what became of it stays in the table.
    """

    changed = Signal()
    ended = Signal(object)
    gone = Signal()

    def __init__(self, queue: JobQueue, table: BatchTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue, self._table = queue, table
        self.job: QueuedJob | None = None
        queue.rowsRemoved.connect(self._jobs_removed)

    @property
    def at_work(self) -> bool:
        return self.job is not None and not self.job.has_ended

    def follow(self, job: QueuedJob) -> None:
        """In place of another one."""
        self.leave()
        self.job = job
        job.item_done.connect(self._table.hear)
        job.changed.connect(self.changed)
        job.ended.connect(self._ended)

    def leave(self) -> None:
        job, self.job = self.job, None
        if job is not None:
            job.item_done.disconnect(self._table.hear)
            job.changed.disconnect(self.changed)
            job.ended.disconnect(self._ended)

    def does(self, values: Mapping[str, Any]) -> bool:
        """Whether it is the one of these values."""
        return self.job is not None and self.job.values == values

    def tell_again(self) -> None:
        """What has become of its pictures so far, to a table that was filled anew."""
        if self.job is not None:
            for key, item in self.job.items.items():
                self._table.hear(ItemDone(key, item.state, item.outputs, item.code, item.reason))

    def retry(self) -> None:
        if self.job is not None and self.job.has_ended:
            self.job.retry()

    def _ended(self) -> None:
        if self.job is not None:
            self._table.settle()
            self.ended.emit(self.job)

    def _jobs_removed(self) -> None:
        if self.job is not None and self.job not in self._queue.jobs:
            self.job = None
            self.gone.emit()
