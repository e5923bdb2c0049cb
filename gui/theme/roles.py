"""Roles: what a widget is, as the style sheet and tests know it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def with_role(widget: W, role: str, **properties: str | bool) -> W:
    """The same widget, with its role and what else the style sheet asks for, for example tone="danger"."""
    widget.setProperty("role", role)
    for name, value in properties.items():
        widget.setProperty(name, value)
    return widget


def restyle(*widgets: QWidget) -> None:
    """Let the style sheet look again at widgets whose role or state has changed after they were shown."""
    for widget in widgets:
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()
