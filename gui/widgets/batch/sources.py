"""Which files and folders a batch takes, as one button whose menu removes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ...units import count, place

LISTED = 30
NAME_WIDTH = 480


class Sources(QPushButton):
    """Signals: changed() when the user removed something."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setToolTip(self.tr("What was added; choose one to take it out again"))
        self.paths: list[str] = []
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._renew()

    def add(self, paths: Sequence[Path]) -> int:
        """How many were new."""
        known = set(self.paths)
        new = [path for path in dict.fromkeys(map(str, paths)) if path not in known]
        self.paths += new
        self._renew()
        return len(new)

    def set(self, paths: Sequence[str]) -> None:
        self.paths = list(dict.fromkeys(paths))
        self._renew()

    def clear(self) -> None:
        self.set(())
        self.changed.emit()

    def remove(self, path: str) -> None:
        self.paths.remove(path)
        self._renew()
        self.changed.emit()

    def _renew(self) -> None:
        self.setVisible(bool(self.paths))
        if len(self.paths) == 1:
            self.setText(self._shown(self.paths[0], NAME_WIDTH // 2))
        else:
            self.setText(self.tr("%n source(s)", "", len(self.paths)))
        self.setProperty("data", len(self.paths) == 1)
        self.setAccessibleName(self.tr("Sources: {n}").format(n=count(len(self.paths))))

    def _shown(self, path: str, width: int) -> str:
        name = self.fontMetrics().elidedText(place(Path(path)), Qt.TextElideMode.ElideMiddle, width)
        return name.replace("&", "&&")

    def _fill(self) -> None:
        self._menu.clear()
        for path in self.paths[:LISTED]:
            action = self._menu.addAction(self.tr("Take out {path}").format(path=self._shown(path, NAME_WIDTH)))
            action.setToolTip(path)
            action.triggered.connect(partial(self.remove, path))
        if len(self.paths) > LISTED:
            more = self._menu.addAction(self.tr("… and %n more", "", len(self.paths) - LISTED))
            more.setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Take out all")).triggered.connect(self.clear)
