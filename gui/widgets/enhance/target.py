"""Where a result is written: beside its original, or where the dialog says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...services import Services
from .dialogs import choose_result_target, ending_right
from .pair import Pair
from .settings_panel import SettingsPanel

FOLDER = "pages.enhance.folder"


class Target(QObject):
    """Signals: chosen(output, if_exists) as an EnhanceJob names them; output is "" for beside the original."""

    chosen = Signal(str, str)

    def __init__(self, services: Services, pair: Pair, panel: SettingsPanel, host: QWidget) -> None:
        super().__init__(host)
        self._settings, self._session = services.settings, services.session
        self._pair, self._panel, self._host = pair, panel, host

    def beside(self) -> None:
        picture = self._pair.picture
        if picture is not None and picture.path.is_relative_to(self._session):
            self.ask()  # a pasted picture lies where nothing stays
        else:
            self.chosen.emit("", "rename")

    def ask(self) -> None:
        picture = self._pair.picture
        if picture is None or not self._panel.ready:
            return
        folder = picture.path.parent
        if folder.is_relative_to(self._session):
            folder = Path(self._settings.get(FOLDER, "") or Path.home())
        own = str(picture.facts.get("format", ""))
        choose_result_target(self._host, picture.path, own, self._panel.value, folder, self._asked)

    def _asked(self, paths: Sequence[Path]) -> None:
        path = ending_right(paths[0], self._panel.value)
        self._settings.set(FOLDER, str(path.parent))
        self.chosen.emit(str(path), "overwrite")  # the dialog has asked
