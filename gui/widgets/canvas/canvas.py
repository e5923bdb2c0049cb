"""The canvas widget: how original, result and preview come into its scene, and how mouse and keys move it.

It is over 300 lines because every way to move and to compare meets in one widget; what is shown and how it is painted
have files of their own.
"""

from __future__ import annotations

import weakref
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...services import Services
from .handle import SplitHandle
from .layer import Layer
from .picture import Picture
from .scene import DIFFERENCE_GAIN, MODES, Mode, Scene
from .tiles import TileCache, TileLoader
from .view import MAX_ZOOM, View, next_stop
from .words import draw_words

CACHE_BYTES = 64 << 20
CACHE_SCREENS = 2.5
"""Screens full of tiles that must fit into the cache, on large screens more than CACHE_BYTES."""
AHEAD = 0.7
"""Neighbours of what is seen are asked for as long as the cache is not fuller than that."""
STEP = 80
"""Logical pixels that an arrow key moves."""
_FRAME_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_HOLD_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_H)
_TOP, _LEFT, _RIGHT = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Canvas(QWidget):
    """Shows a picture, and what became of it. Zoom is in pixels of the result: 1.0 shows it pixel for pixel.

    Signals: view_changed() when another part is seen or at another scale; mode_changed(); settled() once everything
    that is seen is shown exactly, which may come several times.
    """

    view_changed = Signal()
    mode_changed = Signal()
    settled = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._cache = TileCache(CACHE_BYTES)
        self._scene = Scene(services.theme)
        self._fitted = True
        self._known = QSize()
        self._drag: QPointF | None = None
        self._framed = False
        self._linked: weakref.WeakSet[Canvas] = weakref.WeakSet()
        self._ask = QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._ask_for_tiles)
        self._handle = SplitHandle(services.theme, self)
        self._handle.hide()
        self._handle.moved.connect(self._split_moved)
        services.theme.changed.connect(self._theme_changed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setProperty("data", True)
        self.setAccessibleName(self.tr("Picture"))
        self._tell()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(640, 480)

    # What is shown

    @property
    def picture(self) -> Picture | None:
        return self._scene.before.picture if self._scene.before else None

    @property
    def result(self) -> Picture | None:
        return self._scene.after.picture if self._scene.after else None

    def set_picture(self, picture: Picture | None) -> None:
        """The original. The canvas does not close the one before. Result and preview are of another picture and go."""
        if picture is self.picture and picture is not None:
            return
        self.set_result(None)
        self._scene.region = None
        self._scene.before = self._exchange(self._scene.before, picture)
        self._fitted, self._known = True, QSize()
        self._size_known()

    def set_result(self, picture: Picture | None) -> None:
        """A finished result, laid over the place of the original whatever its size; None takes it away."""
        if picture is self.result:
            return
        self._scene.after = self._exchange(self._scene.after, picture)
        self._changed()

    def set_region(self, rect: QRectF, image: QImage) -> None:
        """A live preview of a part, rect in source pixels, at any scale. It lies over result and original."""
        if image.isNull() or rect.isEmpty():
            self.clear_region()
            return
        self._scene.region = (QRectF(rect), image)
        self._changed(move=False)

    def clear_region(self) -> None:
        if self._scene.region is not None:
            self._scene.region = None
            self._changed(move=False)

    def set_target_scale(self, scale: float) -> None:
        """How many pixels of the result lie along one of the original, as long as there is no result; 1 if unknown."""
        if scale > 0 and scale != self._scene.target:
            self._scene.target = scale
            self._changed()

    @property
    def comparable(self) -> bool:
        """Whether there is anything to compare the original with."""
        return self._scene.comparable

    @property
    def complete(self) -> bool:
        """Whether everything that is seen is shown exactly, and nothing that was set is still to come."""
        return self._scene.complete()

    # Where

    @property
    def target_scale(self) -> float:
        """Pixels of the result along one of the original."""
        return self._scene.target_scale

    @property
    def scale(self) -> float:
        """Device pixels of the screen per pixel of the original."""
        return self._scene.view.scale

    @property
    def zoom(self) -> float:
        """Device pixels of the screen per pixel of the result (of the original, without one): 1.0 is 100 %."""
        return self._scene.zoom

    @property
    def fitted(self) -> bool:
        return self._fitted

    def visible_region(self) -> QRect:
        """Which part of the original is seen, in its pixels; empty without a picture."""
        return self._scene.visible()

    def zoom_to(self, factor: float, about: QPointF | None = None) -> None:
        """1.0 is 100 % of the result. about: a point of the widget that stays where it is, else the middle."""
        scene = self._scene
        if scene.size.isEmpty():
            return
        if about is None:
            pane = scene.panes()[0]
            point = QPointF(pane.x() + pane.width() / 2, pane.y() + pane.height() / 2)
        else:
            point = about * self.devicePixelRatioF()
            pane = scene.pane_at(point)
        least = min(scene.fit_scale(), scene.target_scale) / 2
        scale = min(max(factor * scene.target_scale, least), MAX_ZOOM * scene.target_scale)
        self._fitted = False
        self._set_view(scene.view.zoomed(pane, scale, point))

    def fit(self) -> None:
        """All of it, at most at 100 %; it stays so when the window changes size."""
        self._fitted = True
        self._refit()

    def zoom_in(self) -> None:
        self.zoom_to(next_stop(self.zoom, True))

    def zoom_out(self) -> None:
        self.zoom_to(next_stop(self.zoom, False))

    def pan(self, x: float, y: float) -> None:
        """Move the picture by logical pixels of the screen."""
        self._fitted = False
        self._set_view(self._scene.view.moved(QPointF(x, y) * self.devicePixelRatioF()))

    def centre_on(self, point: QPointF) -> None:
        """Show this point of the original in the middle."""
        self._fitted = False
        self._set_view(replace(self._scene.view, x=point.x(), y=point.y()))

    def link(self, other: Canvas) -> None:
        """From now on both show the same part at the same scale."""
        self._linked.add(other)
        other._linked.add(self)
        other._follow(self)

    def unlink(self, other: Canvas) -> None:
        self._linked.discard(other)
        other._linked.discard(self)

    # How

    @property
    def mode(self) -> Mode:
        return self._scene.mode

    def set_mode(self, mode: Mode) -> None:
        """Takes effect once there is something to compare with."""
        if mode not in MODES:
            raise ValueError(f"no mode {mode!r}")
        if mode != self._scene.mode:
            self._scene.mode = mode
            self._changed()
            self.mode_changed.emit()

    @property
    def split(self) -> float:
        """Where the divider stands, 0 left to 1 right."""
        return self._handle.fraction

    def set_split(self, fraction: float) -> None:
        self._handle.setValue(round(fraction * self._handle.maximum()))

    def hold(self, held: bool) -> None:
        """Show the original alone as long as this is on."""
        if held != self._scene.held:
            self._scene.held = held
            self._changed(move=False)

    # Inside

    def _exchange(self, old: Layer | None, picture: Picture | None) -> Layer | None:
        if old is not None:
            old.loader.retire()
        if picture is None:
            return None
        loader = TileLoader(self._services, picture, self._cache, self)
        loader.opened.connect(self._size_known)
        loader.arrived.connect(self._improved)
        return Layer(picture, loader, self._cache)

    def _refit(self) -> None:
        size = self._scene.size
        if self._fitted and not size.isEmpty():
            self._set_view(View(size.width() / 2, size.height() / 2, self._scene.fit_scale()))

    def _set_view(self, view: View) -> None:
        scene = self._scene
        view = view if scene.size.isEmpty() else view.kept_inside(scene.panes()[0], scene.size)
        self._ask.start()
        if view == scene.view:
            return
        scene.view = view
        self._tell()
        self.update()
        self.view_changed.emit()
        for other in list(self._linked):
            if shiboken6.isValid(other):
                other._follow(self)

    def _follow(self, other: Canvas) -> None:
        mine, its = self._scene, other._scene
        if mine.size.isEmpty() or its.size.isEmpty() or mine.view == its.view:
            return
        self._fitted = other._fitted and self.size() == other.size()
        self._set_view(its.view)

    def _size_known(self) -> None:
        if self._scene.size != self._known:
            self._known = self._scene.size
            self._fitted = True
        self._changed()

    def _changed(self, move: bool = True) -> None:
        """Something else is to be shown. move: the view may have to follow."""
        scene = self._scene
        ratio = self.devicePixelRatioF()
        scene.area = QRect(0, 0, max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1))
        # While the original is held it stays, unseen: hidden it would lose the focus, and with it the key's release.
        split = scene.mode == "split" and scene.comparable
        self._handle.veil(scene.held)
        if not split and self._handle.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._handle.setVisible(split)
        if split:
            self._handle.place()
        if self._fitted:
            self._refit()
        elif move:
            self._set_view(scene.view)
        self._tell()
        self._ask.start()
        self.update()

    def _improved(self) -> None:
        self._ask.start()
        self.update()

    def _split_moved(self) -> None:
        self._scene.split = self._handle.fraction
        self.update()

    def _theme_changed(self) -> None:
        self._scene.renew_colours()
        self.update()

    def _ask_for_tiles(self) -> None:
        """What is seen first; then what one key shows, then what lies around."""
        if not self.isVisible():
            return
        scene, area = self._scene, self._scene.area
        self._cache.room = max(CACHE_BYTES, round(CACHE_SCREENS * area.width() * area.height() * 4))
        shown = list(scene.shown())
        for layer, place, pane in shown:
            layer.loader.want(layer.keys(place, pane))
        if not scene.complete():
            return
        self.settled.emit()
        seen = [layer for layer, _, _ in shown]
        others = [layer for layer in (scene.before, scene.result) if layer is not None and layer not in seen]
        for layer in others:
            layer.loader.want(layer.keys(scene.place(area, layer is scene.before), area))
        if self._cache.bytes < self._cache.room * AHEAD and not any(layer.loader.busy for layer in others):
            for layer, place, pane in shown:
                layer.loader.want(layer.keys(place, pane, 1))

    # In words

    def _tell(self) -> None:
        """For those who do not see it."""
        size = self._scene.size
        if size.isEmpty():
            self.setAccessibleDescription(self.tr("No picture is open."))
            return
        text = self.tr("{width} by {height} pixels, shown at {zoom} percent. {what}")
        self.setAccessibleDescription(
            text.format(width=size.width(), height=size.height(), zoom=round(self.zoom * 100), what=self._what())
        )

    def _what(self) -> str:
        if not self.comparable or self._scene.held:
            return self.tr("Original")
        if self._scene.effective == "difference":
            return self.tr("Difference, {gain} times stronger").format(gain=DIFFERENCE_GAIN)
        return self.tr("Preview") if self._scene.region is not None else self.tr("Result")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self._cache.begin_frame()
        ratio = self.devicePixelRatioF()
        part = QRectF(event.rect())
        seen = QRectF(part.topLeft() * ratio, part.size() * ratio).toAlignedRect() & self._scene.area
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._services.theme.colour("canvas"))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)  # from here on in device pixels
        self._scene.paint(painter, seen)
        painter.restore()
        self._paint_words(painter)
        if self._framed:
            painter.setPen(QPen(self._services.theme.colour("accent"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        picture, theme = self.picture, self._services.theme
        if picture is None or picture.failure is not None:
            return
        if not picture.is_open or picture.base is None:
            opening = self.tr("Opening {name}").format(name=picture.path.name)
            draw_words(painter, theme, opening, Qt.AlignmentFlag.AlignCenter, self.rect())
            return
        mode = self._scene.effective
        zoom = self.tr("{zoom} %").format(zoom=round(self.zoom * 100))
        words = zoom if mode in ("split", "side") else f"{zoom}   {self._what()}"
        draw_words(painter, theme, words, _LEFT | Qt.AlignmentFlag.AlignBottom, self.rect())
        if mode in ("split", "side"):
            after = self.tr("After (preview)") if self._scene.region is not None else self.tr("After")
            width, height = self.width(), self.height()
            middle = round(self.split * width) if mode == "split" else width // 2
            draw_words(painter, theme, self.tr("Before"), _TOP | _LEFT, QRect(0, 0, middle, height), must=False)
            right = QRect(middle, 0, width - middle, height)
            draw_words(painter, theme, after, _TOP | (_RIGHT if mode == "split" else _LEFT), right, must=False)

    # Mouse and keys

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._handle.place()
        self._changed()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_to(self.zoom * (1 + event.value()), event.position())
                return True
        elif event.type() in (QEvent.Type.WindowActivate, QEvent.Type.Show):
            for layer in (self._scene.before, self._scene.after):
                if layer is not None:
                    layer.picture.check()
            self._ask.start()
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._changed()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned and not self._scene.size.isEmpty():
            self.zoom_to(self.zoom * 2 ** (turned / 240), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._drag = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._drag is not None:
            moved, self._drag = event.position() - self._drag, event.position()
            if not moved.isNull():
                self.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._drag = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._fitted and abs(self.zoom - 1) > 0.001:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        moves = {
            Qt.Key.Key_Left: (STEP, 0),
            Qt.Key.Key_Right: (-STEP, 0),
            Qt.Key.Key_Up: (0, STEP),
            Qt.Key.Key_Down: (0, -STEP),
        }
        if key in _HOLD_KEYS:
            if not event.isAutoRepeat():
                self.hold(True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_8:
            self.zoom_to(float(key - Qt.Key.Key_0))
        elif key in moves:
            self.pan(*moves[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _HOLD_KEYS:
            if not event.isAutoRepeat():
                self.hold(False)
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._framed = event.reason() in _FRAME_REASONS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._framed = False
        self.hold(False)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.hold(False)
        super().hideEvent(event)
