"""The button for what is needed rarely: three dots that open a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ..theme import Theme


class MoreButton(QToolButton):
    """Its menu has the given actions; others can be added to it."""

    def __init__(self, theme: Theme, actions: Sequence[QAction | None] = (), parent: QWidget | None = None) -> None:
        """actions: in order; None for a line between them."""
        super().__init__(parent)
        self.setIcon(theme.icon("more"))
        self.setToolTip(self.tr("More"))
        self.setAccessibleName(self.tr("More"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        self.setMenu(menu)
