"""From what shall be saved to jobs: in the queue, as a file, or as a command; and what became of those in the queue.

Pictures that do not come from a seed alone are named to a job by small files, which are written first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ...as_command import command_of
from ...queued_job import QueuedJob
from ...services import Services
from ...workers.protocol import Failure
from .sample import Sample

LATENT = ".latent.json"
Job = tuple[dict[str, Any], Sequence[Sample]]
"""Fields of a GenerateJob, and the pictures that it must be told of by files."""


class Saving(QObject):
    """Signals: said(text); failed(Failure); queued(); ended(QueuedJob); found(model, paths) of nearest pictures."""

    said = Signal(str)
    failed = Signal(object)
    queued = Signal()
    ended = Signal(object)
    found = Signal(str, list)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures, self._queue = services.pictures, services.queue
        self._waiting: tuple[dict[str, Any], Callable[[dict[str, Any]], None]] | None = None
        self._jobs: list[QueuedJob] = []
        self._title = ""
        self._target = ""

    def enqueue(self, job: Job, model: str) -> None:
        """Let the queue make the files. model: its name for people."""
        self._title = model
        self._with_files(job, self._enqueue)

    def save_job(self, job: Job, path: Path) -> None:
        self._target = str(path)
        self._with_files(job, self._save_job)

    def copy_command(self, job: Job) -> None:
        self._with_files(job, self._copy)

    def follow(self, job: QueuedJob) -> None:
        """Tell when it ends, also when it is tried again."""
        self._jobs.append(job)
        job.ended.connect(self._job_ended)
        self.queued.emit()

    @property
    def jobs(self) -> list[QueuedJob]:
        """Those that have not ended."""
        return [job for job in self._queue.jobs if job in self._jobs and not job.has_ended]

    def _with_files(self, job: Job, then: Callable[[dict[str, Any]], None]) -> None:
        values, origins = job
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

    def _save_job(self, job: dict[str, Any]) -> None:
        self._pictures.ask("save_job", {"job": job, "path": self._target}, done=self._saved, failed=self._fail)

    def _saved(self, result: dict[str, Any]) -> None:
        name = Path(result["path"]).name
        self.said.emit(self.tr("Saved as {name}. 'enhancer run {name}' makes the same pictures.").format(name=name))

    def _copy(self, job: Mapping[str, Any]) -> None:
        QGuiApplication.clipboard().setText(command_of(job))
        self.said.emit(self.tr("The command is in the clipboard."))

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
