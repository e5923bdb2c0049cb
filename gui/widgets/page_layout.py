"""How a page with settings at its side is laid out: what it works on at the left, the panel at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget


def lay_out(page: QWidget, parts: Sequence[QWidget | QLayout], side: QWidget) -> None:
    """parts: one below the other; the last one takes the room that is left."""
    column = QVBoxLayout()
    column.setContentsMargins(24, 24, 24, 16)
    column.setSpacing(12)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    column.setStretch(len(parts) - 1, 1)
    whole = QHBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(column, 1)
    whole.addWidget(side)
