"""A job taken out of the window: as a file that `enhancer run` takes, or as a command in the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ..as_command import command_of
from ..services import Services
from ..workers.protocol import Failure
from .choosing import choose_target


class JobExport(QObject):
    """Signals: said(text); failed(Failure)."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, saved: str, parent: QObject) -> None:
        """saved: what is said of a file that was written, translated, with {name} for it."""
        super().__init__(parent)
        self._pictures, self._saved_words = services.pictures, saved

    def choose_file(
        self, host: QWidget, chosen: Callable[[list[Path]], object], name: str = "job.toml", folder: Path | None = None
    ) -> None:
        """Ask for the file to write to. chosen: a bound method, hears of one path. name, folder: what is offered."""
        title, kinds = self.tr("Save as a job"), self.tr("Jobs (*.toml)")
        choose_target(host, title, kinds, "toml", name, chosen, folder=folder)

    def save(self, values: Mapping[str, Any], path: str | Path) -> None:
        arguments = {"job": dict(values), "path": str(path)}
        self._pictures.ask("save_job", arguments, done=self._saved, failed=self._fail)

    def copy(self, values: Mapping[str, Any]) -> None:
        QGuiApplication.clipboard().setText(command_of(values))
        self.said.emit(self.tr("The command is in the clipboard."))

    def _saved(self, result: dict[str, Any]) -> None:
        self.said.emit(self._saved_words.format(name=Path(result["path"]).name))

    def _fail(self, failure: Failure) -> None:
        self.failed.emit(failure)
