"""What mouse, wheel, touchpad and keys ask of a canvas; knows nothing of what is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

STEP = 80
"""Logical pixels that an arrow key moves."""
_MOVES = {
    Qt.Key.Key_Left: (STEP, 0),
    Qt.Key.Key_Right: (-STEP, 0),
    Qt.Key.Key_Up: (0, STEP),
    Qt.Key.Key_Down: (0, -STEP),
}
_HOLD_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_H)
_FRAME_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class GestureArea(QWidget):
    """Turns events into wishes. Points and distances are in device pixels.

    Signals: scaled(factor, about) by wheel or pinch; stepped(in), zoom_chosen(zoom) and fit_chosen() by keys;
    panned(by); toggled(about) by a double click; held(on) while the key that shows the original is down.
    """

    scaled = Signal(float, QPointF)
    zoom_chosen = Signal(float)
    stepped = Signal(bool)
    fit_chosen = Signal()
    panned = Signal(QPointF)
    toggled = Signal(QPointF)
    held = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drag: QPointF | None = None
        self._framed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def framed(self) -> bool:
        """Whether a frame should show that the keys go here: after a key brought the focus."""
        return self._framed

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.scaled.emit(1 + event.value(), event.position() * self.devicePixelRatioF())
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self.scaled.emit(2 ** (turned / 240), event.position() * self.devicePixelRatioF())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._drag = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            moved, self._drag = event.position() - self._drag, event.position()
            if not moved.isNull():
                self.panned.emit(moved * self.devicePixelRatioF())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggled.emit(event.position() * self.devicePixelRatioF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _HOLD_KEYS:
            if not event.isAutoRepeat():
                self.held.emit(True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.stepped.emit(True)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.stepped.emit(False)
        elif key == Qt.Key.Key_0:
            self.fit_chosen.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_8:
            self.zoom_chosen.emit(float(key - Qt.Key.Key_0))
        elif key in _MOVES:
            self.panned.emit(QPointF(*_MOVES[Qt.Key(key)]) * self.devicePixelRatioF())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _HOLD_KEYS:
            if not event.isAutoRepeat():
                self.held.emit(False)
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._framed = event.reason() in _FRAME_REASONS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._framed = False
        self.held.emit(False)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self.held.emit(False)
        super().hideEvent(event)
