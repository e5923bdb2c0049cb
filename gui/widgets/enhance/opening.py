"""The ways in which a picture comes to the page: dropped, pasted, chosen in a dialog, or opened lately."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from ...one_picture import is_one_picture
from ...services import Services
from ...workers.protocol import Failure
from ..drop import pasted_paths
from .dialogs import choose_picture
from .recent import Recent


class Opening(QObject):
    """Signals: wanted(Path) of a picture; others_wanted(list[Path]) of what is none or more than one;
    failed(Failure, tone).
    """

    wanted = Signal(object)
    others_wanted = Signal(list)
    failed = Signal(object, str)

    def __init__(self, services: Services, host: QWidget) -> None:
        super().__init__(host)
        self._services, self._host = services, host
        self.recent = Recent(services, self)

    def take(self, paths: Sequence[Path]) -> None:
        if is_one_picture(paths):
            self.wanted.emit(paths[0])
        else:
            self.others_wanted.emit(list(paths))

    def paste(self) -> None:
        paths = pasted_paths(self._services)
        if paths:
            self.take(paths)
            return
        message = QCoreApplication.translate("EnhancePage", "The clipboard holds no picture.")
        hint = QCoreApplication.translate("EnhancePage", "Copy a picture or a file first.")
        self.failed.emit(Failure(message, hint), "warning")

    def ask(self) -> None:
        choose_picture(self._host, self.recent.folder, self._chosen)

    def _chosen(self, paths: Sequence[Path]) -> None:
        self.wanted.emit(paths[0])
