"""What can be done on the generate page, each with its keys; tool row, menus and shortcut sheet show these."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ...theme import Theme


class Actions(QObject):
    """They work while `host` is shown."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme, self._host = theme, host
        self.back = self._make(self.tr("Back to seeds"), "Alt+Left", "back")
        self.vary = self._make(self.tr("Vary"), "Ctrl+Shift+V", "vary", self.tr("Show pictures near the chosen one"))
        self.between = self._make(
            self.tr("Way between"),
            "Ctrl+I",
            "between",
            self.tr("Show the way from one chosen picture to another; both must be pictures of seeds"),
        )
        self.favourite = self._make(self.tr("Favourite"), "Ctrl+D", "star", self.tr("Keep the chosen pictures at hand"))
        self.nearest = self._make(
            self.tr("Find nearest"),
            "Ctrl+N",
            "search",
            self.tr("Search the picture of this model that comes nearest to a photo"),
        )
        self.shuffle = self._make(self.tr("Other seeds"), "Ctrl+R", "shuffle")
        self.save = self._make(self.tr("Save pictures"), "Ctrl+S", "save")
        self.save_job = self._make(self.tr("Save as a job"), "Ctrl+Shift+S", "save")
        self.copy_command = self._make(self.tr("Copy as a command"), "Ctrl+Shift+C", "copy")
        self.copy_seed = self._make(self.tr("Copy the seed"), "Ctrl+C", "copy")
        self.larger = self._make(self.tr("Larger"), "Ctrl++")
        self.smaller = self._make(self.tr("Smaller"), "Ctrl+-")

    def in_row(self) -> list[QAction]:
        return [self.back, self.vary, self.between, self.favourite, self.nearest]

    def of_pictures(self) -> list[QAction]:
        """For the menu of those that are chosen."""
        return [self.vary, self.between, self.favourite, self.copy_seed]

    def of_saving(self) -> list[QAction]:
        """Those that need something that can be saved."""
        return [self.save, self.save_job, self.copy_command]

    def _make(self, text: str, keys: str, icon: str = "", tip: str = "") -> QAction:
        made = QAction(text, self._host)
        made.setShortcut(QKeySequence(keys))
        if icon:
            made.setIcon(self._theme.icon(icon))
        if tip:
            made.setToolTip(tip)
        self._host.addAction(made)
        return made
