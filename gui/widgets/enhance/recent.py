"""The pictures that were opened lately, kept in the settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ...services import Services

KEY = "pages.enhance.recent"
MOST = 10


class Recent(QObject):
    """`paths`, newest first. Signals: changed(list[Path])."""

    changed = Signal(list)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._session = services.settings, services.session
        self.paths = [Path(path) for path in services.settings.list_of(KEY, str)]

    @property
    def folder(self) -> Path | None:
        """Of the newest."""
        return self.paths[0].parent if self.paths else None

    def remember(self, path: Path) -> None:
        if not path.is_relative_to(self._session):  # pasted, gone with the window
            self._keep([path, *(other for other in self.paths if other != path)][:MOST])

    def forget(self, path: Path) -> None:
        self._keep([other for other in self.paths if other != path])

    def _keep(self, paths: list[Path]) -> None:
        self.paths = paths
        self._settings.set(KEY, [str(path) for path in paths])
        self.changed.emit(paths)
