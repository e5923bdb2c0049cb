"""The panel of settings at the side of a page: scrolls up and down, is as wide as what it holds needs, has a foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ..theme.roles import with_role

USUAL_WIDTH = 300


class SettingsScroll(QScrollArea):
    """Never narrower than its widget, since it does not scroll sideways."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = with_role(widget, "scrolled")
        self.setWidget(widget)
        widget.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        needed = self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(needed, USUAL_WIDTH), 96)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self._inside.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class SidePanel(QFrame):
    """`foot`: the layout below the part that scrolls, for the button of the page."""

    def __init__(self, settings: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "panel")
        self.area = SettingsScroll(settings)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(16, 12, 16, 16)
        self.foot.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(with_role(QFrame(), "line"))
        column.addLayout(self.foot)


def stacked(*parts: QWidget) -> QWidget:
    """Settings one below the other, with a line between them."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(16)
    for number, part in enumerate(parts):
        if number:
            column.addWidget(with_role(QFrame(), "line"))
        column.addWidget(part)
    column.addStretch(1)
    return whole
