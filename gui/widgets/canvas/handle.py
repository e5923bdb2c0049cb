"""The divider between before and after: a slider that stands where it divides, for mouse, keys and screen readers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from ...theme import Theme

STEPS = 1000
WIDTH = 28
"""Logical pixels that take the mouse; the line itself is thin."""
KNOB = 11.0


class SplitHandle(QSlider):
    """Lies over its parent at `fraction` of its width. Arrow keys move it by 1 %, page keys by 10 %.

    Signals: moved() with every change, by whomever.
    """

    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._under = theme, parent
        self._grip: float | None = None
        self._veiled = False
        self.setRange(0, STEPS)
        self.setSingleStep(STEPS // 100)
        self.setPageStep(STEPS // 10)
        self.setValue(STEPS // 2)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Divider between before and after"))
        self.setToolTip(self.tr("Drag to compare. With the keyboard: left and right arrow."))
        self.valueChanged.connect(self._moved)

    @property
    def fraction(self) -> float:
        return self.value() / STEPS

    def veil(self, veiled: bool) -> None:
        """Draw nothing for a while."""
        if veiled != self._veiled:
            self._veiled = veiled
            self.update()

    def place(self) -> None:
        """Where it belongs; the parent calls this when its size changed."""
        parent = self._under
        middle = round(self.fraction * parent.width())
        self.setGeometry(middle - WIDTH // 2, 0, WIDTH, parent.height())

    def _moved(self) -> None:
        self.place()
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().x() - self.width() / 2
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            event.ignore()
            return
        parent = self._under
        at = self.mapTo(parent, event.position()).x() - self._grip
        self.setValue(round(at / max(parent.width(), 1) * STEPS))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setValue(STEPS // 2)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The canvas zooms with it, also here."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._veiled:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        line, knob = self._theme.colour("surface"), self._theme.colour("surface")
        shade = self._theme.colour("edge")
        painter.fillRect(QRectF(middle.x() - 1.5, 0, 3, self.height()), shade)
        painter.fillRect(QRectF(middle.x() - 0.5, 0, 1, self.height()), line)
        focused = self.hasFocus()
        painter.setBrush(knob)
        painter.setPen(QPen(self._theme.colour("accent") if focused else shade, 2.5 if focused else 1))
        painter.drawEllipse(middle, KNOB, KNOB)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("text"))
        for side in (-1, 1):
            tip, foot = middle.x() + side * 7, middle.x() + side * 3
            painter.drawPolygon(
                QPolygonF([QPointF(tip, middle.y()), QPointF(foot, middle.y() - 4), QPointF(foot, middle.y() + 4)])
            )
        painter.end()
