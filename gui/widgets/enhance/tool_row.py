"""The row above the canvas: open, how to compare, zoom, the comparison of models. Two rows where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ... import units
from ...theme.roles import with_role
from ..canvas import Canvas
from ..controls import Segments

ICON = QSize(20, 20)
GAP = 16


class ToolRow(QFrame):
    """Signals: recent_wanted(Path)."""

    recent_wanted = Signal(object)

    def __init__(
        self,
        canvas: Canvas,
        open_action: QAction,
        zoom_out: QAction,
        zooms: Sequence[QAction],
        zoom_in: QAction,
        rest: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        """zooms: for the menu below the zoom. rest: buttons at the end of the row."""
        super().__init__(parent)
        with_role(self, "bar")
        self._canvas = canvas
        self.open = action_button(open_action)
        self.recent_menu = QMenu(self)
        self.recent_menu.setToolTipsVisible(True)
        self.recent_menu.triggered.connect(self._recent_chosen)
        self.open.setMenu(self.recent_menu)
        self.open.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.mode = Segments(
            [
                ("single", self.tr("Result"), self.tr("The result alone. Hold Space to see the original")),
                ("split", self.tr("Split"), self.tr("Original and result on the two sides of a divider")),
                ("side", self.tr("Side by side"), self.tr("Both beside each other, moved together")),
                ("difference", self.tr("Difference"), self.tr("Only what the result changes, made stronger")),
            ]
        )
        self.mode.setAccessibleName(self.tr("How to compare"))
        self.mode.chosen.connect(canvas.set_mode)
        self.zoom = QToolButton()
        self.zoom.setProperty("data", True)
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("1,000 %") + 16)
        self.zoom.setToolTip(self.tr("Size on the screen, of the result's pixels"))
        self.zoom.setAccessibleName(self.tr("Zoom"))
        menu = QMenu(self.zoom)
        menu.addActions(list(zooms))
        self.zoom.setMenu(menu)
        left, self._left = _group()
        right, self._right = _group()
        left.addWidget(self.open)
        left.addSpacing(4)
        left.addWidget(self.mode)
        for widget in (action_button(zoom_out), self.zoom, action_button(zoom_in)):
            right.addWidget(widget)
        right.addSpacing(4)
        for action in rest:
            right.addWidget(action_button(action))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(8, 8, 8, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._left, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)
        self._row.addWidget(self._right, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        canvas.view_changed.connect(self._show_zoom)
        canvas.mode_changed.connect(self._show_mode)
        self._show_zoom()

    def set_recent(self, paths: Sequence[Path]) -> None:
        self.recent_menu.clear()
        for path in paths:
            action = self.recent_menu.addAction(path.name)
            action.setToolTip(str(path))
            action.setData(str(path))
        if not paths:
            self.recent_menu.addAction(self.tr("No recent pictures")).setEnabled(False)

    def minimumSizeHint(self) -> QSize:
        widths = [group.sizeHint().width() for group in (self._left, self._right)]
        return QSize(max(widths) + 16, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._left.sizeHint().width() + self._right.sizeHint().width() + GAP + 16
        narrow = event.size().width() < needed
        ways = QBoxLayout.Direction
        wanted = ways.TopToBottom if narrow else ways.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.setStretch(1, 0 if narrow else 1)

    def _recent_chosen(self, action: QAction) -> None:
        if action.data():
            self.recent_wanted.emit(Path(action.data()))

    def _show_zoom(self) -> None:
        shown = self._canvas.picture is not None
        self.zoom.setText(units.percent(self._canvas.zoom) if shown else "–")
        self.zoom.setEnabled(shown)

    def _show_mode(self) -> None:
        self.mode.value = self._canvas.mode


def action_button(action: QAction) -> QToolButton:
    """A flat button with the icon of an action."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(ICON)
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _group() -> tuple[QHBoxLayout, QWidget]:
    widget = QWidget()
    layout = QHBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    return layout, widget
