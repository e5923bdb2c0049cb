"""Jobs as files: a batch saved as one or copied as a command, and one that is opened, of whatever kind it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...services import Services
from ...workers.protocol import Failure
from ..choosing import choose_files
from ..job_export import JobExport


class JobFiles(QObject):
    """Signals: loaded(values) of a job that enhances; said(text); failed(Failure).

    A job that makes new pictures goes into the queue as it is.
    """

    loaded = Signal(dict)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, values: Callable[[], dict[str, Any]], host: QWidget) -> None:
        """values: of the job that would be saved."""
        super().__init__(host)
        self._services, self._values, self._host = services, values, host
        self._export = JobExport(services, self.tr("Saved as {name}. 'enhancer run {name}' does the same."), self)
        self._export.said.connect(self.said)
        self._export.failed.connect(self.failed)

    def choose(self) -> None:
        choose_files(self._host, self.tr("Open a job"), self.tr("Jobs (*.toml)"), self._chosen, several=False)

    def load(self, path: Path) -> None:
        self._services.pictures.ask("load_job", {"path": str(path)}, done=self._loaded, failed=self._fail)

    def choose_target(self) -> None:
        self._export.choose_file(self._host, self.save)

    def save(self, paths: Sequence[Path]) -> None:
        """As the first of these."""
        self._export.save(self._values(), paths[0])

    def copy_command(self) -> None:
        values = self._values()
        if values["inputs"]:
            self._export.copy(values)

    def _chosen(self, paths: Sequence[Path]) -> None:
        for path in paths:
            self.load(path)

    def _loaded(self, result: dict[str, Any]) -> None:
        values = result["job"]
        if values["kind"] == "enhance":
            self.loaded.emit(values)
        elif values["kind"] == "train":
            self.failed.emit(
                Failure(self.tr("This job trains a model."), self.tr("Start it with 'enhancer run' in a terminal."))
            )
        else:
            words = {
                "generate": self.tr("Pictures by {model}"),
                "project": self.tr("Nearest pictures by {model}"),
            }
            title = words.get(values["kind"], "{model}").format(model=values.get("model", ""))
            self._services.queue.add(values, title)
            self.said.emit(self.tr("This job makes new pictures. It is in the queue now."))

    def _fail(self, failure: Failure) -> None:
        self.failed.emit(failure)
