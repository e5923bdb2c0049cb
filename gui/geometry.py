"""Where the window and its parts were: as plain values for the settings, and back onto a screen that is there."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from .settings import Settings

KEY = "window.geometry"
FIRST = (1280, 820)
WIDEST = 16_384


def geometry_of(window: QWidget) -> str:
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def restore_geometry(window: QWidget, stored: str) -> None:
    """As `geometry_of` gave it; a text that makes no sense, or a screen that has gone, gives a usual window."""
    if not stored or not window.restoreGeometry(QByteArray.fromBase64(stored.encode("ascii", "ignore"))):
        window.resize(*FIRST)
    screens = QGuiApplication.screens()
    if screens and not any(screen.availableGeometry().intersects(window.geometry()) for screen in screens):
        window.move(screens[0].availableGeometry().topLeft())


def restore_sizes(splitter: QSplitter, settings: Settings, key: str, usual: list[int]) -> None:
    """As they were stored, if that can be."""
    stored = settings.list_of(key, int)
    fits = len(stored) == len(usual) and all(0 <= size <= WIDEST for size in stored) and any(stored)
    splitter.setSizes(stored if fits else usual)
