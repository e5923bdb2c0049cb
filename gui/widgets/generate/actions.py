"""What can be done on the generate page, each with its keys; tool row, menus and shortcut sheet show these."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ...theme import Theme
from ..page_action import page_action
from .sample import Sample


class Actions(QObject):
    """They work while `host` is shown."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        make = partial(page_action, host, theme)
        self.back = make(self.tr("Back to seeds"), "Alt+Left", "back")
        self.vary = make(self.tr("Vary"), "Ctrl+Shift+V", "vary", self.tr("Show pictures near the chosen one"))
        self.between = make(
            self.tr("Way between"),
            "Ctrl+I",
            "between",
            self.tr("Show the way from one chosen picture to another; both must be pictures of seeds"),
        )
        self.favourite = make(self.tr("Favourite"), "Ctrl+D", "star", self.tr("Keep the chosen pictures at hand"))
        self.nearest = make(
            self.tr("Find nearest"),
            "Ctrl+N",
            "search",
            self.tr("Search the picture of this model that comes nearest to a photo"),
        )
        self.shuffle = make(self.tr("Other seeds"), "Ctrl+R", "shuffle")
        self.save = make(self.tr("Save pictures"), "Ctrl+S", "save")
        self.save_job = make(self.tr("Save as a job"), "Ctrl+Shift+S", "save")
        self.copy_command = make(self.tr("Copy as a command"), "Ctrl+Shift+C", "copy")
        self.copy_seed = make(self.tr("Copy the seed"), "Ctrl+C", "copy")
        self.larger = make(self.tr("Larger"), "Ctrl++")
        self.smaller = make(self.tr("Smaller"), "Ctrl+-")

    def in_row(self) -> list[QAction]:
        return [self.back, self.vary, self.between, self.favourite, self.nearest]

    def in_menu(self) -> list[QAction]:
        """What is needed rarely."""
        return [self.nearest, self.save_job, self.copy_command]

    def of_pictures(self) -> list[QAction]:
        """For the menu of those that are chosen."""
        return [self.vary, self.between, self.favourite, self.copy_seed]

    def allow(self, chosen: Sequence[Sample], *, away: bool, model: bool, save: bool) -> None:
        """What can be done with those that are chosen. away: other pictures than those of the settings are shown.

        model: there is one. save: there is something to save, and a place for it.
        """
        seeds = [sample for sample in chosen if sample.seed is not None]
        self.back.setVisible(away)
        self.vary.setEnabled(len(chosen) == 1)
        self.between.setEnabled(len(chosen) == len(seeds) == 2)
        self.favourite.setEnabled(bool(chosen))
        self.copy_seed.setEnabled(bool(seeds))
        for action in (self.nearest, self.shuffle):
            action.setEnabled(model)
        for action in (self.save, self.save_job, self.copy_command):
            action.setEnabled(save)
