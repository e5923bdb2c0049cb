"""The content of a page that is longer than the window: it scrolls up and down, never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ..theme.roles import with_role


def scrolled(inside: QWidget) -> QScrollArea:
    """An area without a frame of its own around `inside`."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(with_role(inside, "scrolled"))
    return area
