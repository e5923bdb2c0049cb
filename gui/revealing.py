"""Showing files in the programs of the system: a result in its viewer, a folder in the file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_file(path: str | Path) -> bool:
    """In the program that the system has for it; whether it has one."""
    return bool(QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))


def show_folder(path: str | Path) -> bool:
    """The folder itself, or that of a file, or the nearest one that exists."""
    folder = Path(path)
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return open_file(folder)
