"""A line of the list of recent files: name and folder, the latter elided where it has no room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ...theme import Theme
from ...theme.roles import with_role

GAP = 16


class RecentButton(QPushButton):
    """Looks like a quiet button whose text begins at the left."""

    def __init__(self, theme: Theme, name: str, folder: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._theme = theme
        with_role(self, "quiet")
        self.setProperty("data", True)
        self._folder = folder
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        area = self.rect().adjusted(12, 0, -12, 0)
        metrics = self.fontMetrics()
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideMiddle, area.width())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, middle, name)
        left = metrics.horizontalAdvance(name) + GAP
        if left < area.width() - 40:
            rest = QRect(area.left() + left, area.top(), area.width() - left, area.height())
            painter.setPen(self._theme.colour("muted"))
            folder = metrics.elidedText(self._folder, Qt.TextElideMode.ElideMiddle, rest.width())
            painter.drawText(rest, middle, folder)
