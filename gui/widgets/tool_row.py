"""A row of buttons with icon and word, of which only the icons stay where there is no room for the words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

GAP = 4


class ToolRow(QWidget):
    """`buttons`: one for each action, in their order. Tooltips say what the words would."""

    def __init__(self, actions: Sequence[QAction], *, at_right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QToolButton] = []
        self._style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        if at_right:
            row.addStretch(1)
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            button.setToolButtonStyle(self._style)
            row.addWidget(button)
            self.buttons.append(button)
        if not at_right:
            row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """With the icons alone."""
        height = max((button.sizeHint().height() for button in self.buttons), default=0)
        return QSize(sum(self._icon_width(button) for button in self.buttons) + GAP * len(self.buttons), height)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._whole_width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        fits = self._whole_width() <= self.width()
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if fits else Qt.ToolButtonStyle.ToolButtonIconOnly
        if style != self._style:
            self._style = style
            for button in self.buttons:
                button.setToolButtonStyle(style)

    def _icon_width(self, button: QToolButton) -> int:
        return button.iconSize().width() + 16

    def _whole_width(self) -> int:
        words = (button.fontMetrics().horizontalAdvance(button.text()) for button in self.buttons)
        return sum(self._icon_width(button) + 12 for button in self.buttons) + sum(words) + GAP * len(self.buttons)
