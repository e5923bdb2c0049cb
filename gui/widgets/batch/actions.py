"""What can be done on the batch page, each with its keys; tool row, menus and shortcut sheet show these."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ...theme import Theme
from ..page_action import page_action


class Actions(QObject):
    """They work while `host` is shown."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        make = partial(page_action, host, theme)
        self.add_files = make(self.tr("Add files"), "Ctrl+O", "file")
        self.add_folder = make(self.tr("Add a folder"), "Ctrl+Shift+O", "folder")
        self.open_job = make(self.tr("Open a job"), "Ctrl+J", "open")
        self.save_job = make(self.tr("Save as a job"), "Ctrl+S", "save")
        self.copy_command = make(self.tr("Copy as a command"), "Ctrl+Shift+C", "copy")
        self.run = make(self.tr("Enhance all"), "Ctrl+Return")
        self.again = make(self.tr("Look again"), "F5", "refresh", self.tr("Files came or went"))
        self.find = make(self.tr("Filter"), "Ctrl+F")
        self.open_result = make(self.tr("Open the result"), "", "image")
        self.reveal = make(self.tr("Show in the folder"), "Ctrl+Shift+R", "folder")
        self.to_enhance = make(self.tr("Open on the Enhance page"), "Ctrl+E", "enhance")
        self.copy_reason = make(self.tr("Copy the reason"), "", "copy")

    def of_sources(self) -> list[QAction]:
        """Those that need something to work on."""
        return [self.save_job, self.copy_command, self.again]

    def of_rows(self) -> list[QAction]:
        """Those of the rows that are chosen."""
        return [self.open_result, self.reveal, self.to_enhance, self.copy_reason]
