"""What the page would do, as the command line would be told: a command to copy, or a job file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ...as_command import command_of
from ...services import Services
from ...workers.protocol import Failure
from .dialogs import choose_job_target


class AsJob(QObject):
    """Signals: said(text); failed(Failure)."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, values: Callable[[], dict[str, Any] | None], host: QWidget) -> None:
        """values: of the job, None while no picture is open."""
        super().__init__(host)
        self._pictures, self._values, self._host = services.pictures, values, host

    def copy(self) -> None:
        if (values := self._values()) is not None:
            QGuiApplication.clipboard().setText(command_of(values))
            self.said.emit(QCoreApplication.translate("EnhancePage", "The command is in the clipboard."))

    def choose_target(self) -> None:
        if (values := self._values()) is not None:
            choose_job_target(self._host, Path(values["inputs"][0]), self.save)

    def save(self, paths: Sequence[Path]) -> None:
        """As the first of these."""
        if (values := self._values()) is not None:
            arguments = {"job": values, "path": str(paths[0])}
            self._pictures.ask("save_job", arguments, done=self._saved, failed=self._fail)

    def _saved(self, result: dict[str, Any]) -> None:
        text = QCoreApplication.translate("EnhancePage", "Saved as {name}")
        self.said.emit(text.format(name=Path(result["path"]).name))

    def _fail(self, failure: Failure) -> None:
        self.failed.emit(failure)
