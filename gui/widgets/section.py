"""A card with a heading, and what belongs below it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ..theme.roles import with_role


def section(heading: str, *widgets: QWidget, spacing: int = 12) -> QFrame:
    """heading: translated."""
    card = with_role(QFrame(), "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(spacing)
    column.addWidget(with_role(QLabel(heading), "heading"))
    for widget in widgets:
        column.addWidget(widget)
    return card
