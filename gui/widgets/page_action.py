"""Something that can be done on a page, by its keys, from a tool row or from a menu."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ..theme import Theme


def page_action(host: QWidget, theme: Theme, text: str, keys: str = "", icon: str = "", tip: str = "") -> QAction:
    """It works while `host` is shown. text, tip: translated; the tip of one without is its text."""
    made = QAction(text, host)
    if keys:
        made.setShortcut(QKeySequence(keys))
    if icon:
        made.setIcon(theme.icon(icon))
    if tip:
        made.setToolTip(tip)
    host.addAction(made)
    return made
