"""What the page would do, as the command line would be told: a command to copy, or a job file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from ...services import Services
from ..job_export import JobExport


class AsJob(QObject):
    """Signals: said(text); failed(Failure)."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, values: Callable[[], dict[str, Any] | None], host: QWidget) -> None:
        """values: of the job, None while no picture is open."""
        super().__init__(host)
        self._values, self._host = values, host
        self._export = JobExport(services, QCoreApplication.translate("EnhancePage", "Saved as {name}"), self)
        self._export.said.connect(self.said)
        self._export.failed.connect(self.failed)

    def copy(self) -> None:
        if (values := self._values()) is not None:
            self._export.copy(values)

    def choose_target(self) -> None:
        if (values := self._values()) is not None:
            source = Path(values["inputs"][0])
            self._export.choose_file(self._host, self.save, f"{source.stem}.toml", source.parent)

    def save(self, paths: Sequence[Path]) -> None:
        """As the first of these."""
        if (values := self._values()) is not None:
            self._export.save(values, paths[0])
