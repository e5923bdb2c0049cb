"""From what shall be saved to jobs: in the queue, as a file, or as a command; and what became of those in the queue.

Pictures that do not come from a seed alone are named to a job by small files, which are written first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...queued_job import QueuedJob
from ...services import Services
from ...workers.protocol import Failure
from ..job_export import JobExport
from .what_to_save import Job

LATENT = ".latent.json"


class Saving(QObject):
    """Signals: said(text); failed(Failure); queued(); ended(QueuedJob); found(model, paths) of nearest pictures."""

    said = Signal(str)
    failed = Signal(object)
    queued = Signal()
    ended = Signal(object)
    found = Signal(str, list)

    def __init__(self, services: Services, job: Callable[[], Job | None], host: QWidget) -> None:
        """job: makes what is to be saved, None while there is nothing."""
        super().__init__(host)
        self._pictures, self._queue, self._job, self._host = services.pictures, services.queue, job, host
        self._waiting: tuple[dict[str, Any], Callable[[dict[str, Any]], None]] | None = None
        self._jobs: list[QueuedJob] = []
        self._title = ""
        self._target = ""
        saved = self.tr("Saved as {name}. 'enhancer run {name}' makes the same pictures.")
        self._export = JobExport(services, saved, self)
        self._export.said.connect(self.said)
        self._export.failed.connect(self._fail)

    def enqueue(self, model: str) -> None:
        """Let the queue make the files. model: its name for people."""
        self._title = model
        self._with_files(self._enqueue)

    def choose_target(self) -> None:
        """Of a job file."""
        self._export.choose_file(self._host, self.save)

    def save(self, paths: Sequence[Path]) -> None:
        """A job file, as the first of these."""
        self._target = str(paths[0])
        self._with_files(self._save)

    def copy_command(self) -> None:
        self._with_files(self._export.copy)

    def follow(self, job: QueuedJob) -> None:
        """Tell when it ends, also when it is tried again."""
        self._jobs.append(job)
        job.ended.connect(self._job_ended)
        self.queued.emit()

    @property
    def jobs(self) -> list[QueuedJob]:
        """Those that have not ended."""
        return [job for job in self._queue.jobs if job in self._jobs and not job.has_ended]

    def _with_files(self, then: Callable[[dict[str, Any]], None]) -> None:
        made = self._job()
        if made is None:
            return
        values, origins = made
        self._waiting = None
        if not origins:
            then(values)
            return
        self._waiting = values, then
        self._pictures.ask(
            "save_origins",
            {
                "origins": {sample.file_name: dict(sample.origin) for sample in origins},
                "folder": str(Path(str(values["output"])) / "origins"),
            },
            done=self._written,
            failed=self._fail,
            replaces="save-origins",
        )

    def _written(self, result: dict[str, Any]) -> None:
        if self._waiting is not None:
            (values, then), self._waiting = self._waiting, None
            then({**values, "like": result["paths"]})

    def _enqueue(self, job: dict[str, Any]) -> None:
        number = int(job.get("count") or 0) or (int(job.get("vary") or 0) or len(job.get("like", ())))
        number = number or int(job.get("steps", 0))
        title = self.tr("%n picture(s) by {model}", "", number).format(model=self._title)
        self.follow(self._queue.add(job, title))

    def _save(self, job: dict[str, Any]) -> None:
        self._export.save(job, self._target)

    def _fail(self, failure: Failure) -> None:
        if failure.unasked:
            self._waiting = None
            self.failed.emit(failure)

    def _job_ended(self) -> None:
        job = self.sender()
        if not isinstance(job, QueuedJob):
            return
        self.ended.emit(job)
        if job.values["kind"] == "project" and job.failure is None and job.state != "cancelled":
            paths = [path for item in job.items.values() for path in item.outputs if path.endswith(LATENT)]
            if paths:
                self.found.emit(str(job.values["model"]), paths)
