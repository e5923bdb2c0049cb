"""From settings to a file: the jobs of the page in the queue, and what became of them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ...queued_job import QueuedJob
from ...services import Services
from ...workers.protocol import Failure
from .results import Result
from .values import EnhanceSettings


class Enhancing(QObject):
    """`jobs`: those that are in the queue, each with its picture and its settings.

    Signals: begun(QueuedJob) of one that has not ended; ended() of any, before failed(Failure) or
    saved(Result, item of the job's report) say how.
    """

    begun = Signal(object)
    ended = Signal()
    failed = Signal(object)
    saved = Signal(object, dict)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = services.queue
        self.jobs: dict[QueuedJob, tuple[Path, EnhanceSettings]] = {}
        self._queue.rowsRemoved.connect(self._forget_removed)

    def start(self, path: Path, settings: EnhanceSettings, output: str, if_exists: str) -> QueuedJob:
        """Put a job into the queue: beside the original unless `output` names a file."""
        job = self._queue.add(settings.job(path, output, if_exists), path.name)
        self.follow(job, path, settings)
        return job

    def follow(self, job: QueuedJob, path: Path, settings: EnhanceSettings) -> None:
        """Tell of its end, also when it is tried again."""
        self.jobs[job] = (path, settings)
        job.ended.connect(self._job_ended)
        if not job.has_ended:
            self.begun.emit(job)

    def _job_ended(self) -> None:
        job = self.sender()
        if not isinstance(job, QueuedJob) or job not in self.jobs:
            return
        path, settings = self.jobs[job]  # it stays: it may be tried again
        self.ended.emit()
        if job.failure is not None:
            if job.failure.unasked:
                self.failed.emit(job.failure)
            return
        item = next(iter(job.report.get("items") or []), None)
        if item is None:
            return
        if item.get("outputs"):
            self.saved.emit(_result(path, settings, item), item)
        elif job.state != "cancelled":
            self.failed.emit(_failure(item))

    def _forget_removed(self) -> None:
        there = self._queue.jobs
        self.jobs = {job: meant for job, meant in self.jobs.items() if job in there}


def _result(path: Path, settings: EnhanceSettings, item: Mapping[str, Any]) -> Result:
    width, height = (item.get("facts") or {}).get("output", {}).get("size", [0, 0])
    return Result(str(path), item["outputs"][0], settings, (int(width), int(height)), time.time())


def _failure(item: Mapping[str, Any]) -> Failure:
    """Of an item without a result."""
    translate = QCoreApplication.translate
    hint = translate("EnhancePage", "Choose “Save as…” and another name.") if item.get("code") == "exists" else ""
    reason = item.get("reason") or translate("EnhancePage", "There is no result.")
    return Failure(reason, hint, item.get("code") or "error")
