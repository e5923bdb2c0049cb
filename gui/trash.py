"""Removing things such that they can be fetched back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QFile, QStandardPaths


def to_trash(path: Path) -> str:
    """Move a file or folder to the trash; why that could not be done, empty when it was."""
    # A fresh account has no folder for it yet, and Qt does not make it.
    QDir().mkpath(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation))
    file = QFile(str(path))
    return "" if file.moveToTrash() else file.errorString() or str(path)
