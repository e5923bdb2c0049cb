"""The canvas widget: what is shown of original, result and preview, and how mouse and keys move it.

Over 300 lines because every way to move and to compare meets in one widget; geometry, tiles and painting have files of
their own.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
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
from ...workers.protocol import Failure
from .handle import SplitHandle
from .layer import Layer, Place, checks, difference, draw_grid, draw_region, smooth_at
from .picture import Picture
from .tiles import TileCache, TileLoader
from .view import MAX_ZOOM, View, fit_scale, next_stop

Mode = Literal["single", "split", "side", "difference"]
MODES: tuple[Mode, ...] = ("single", "split", "side", "difference")
DIFFERENCE_GAIN = 8
"""How much stronger the difference view shows what differs."""
CACHE_BYTES = 64 << 20
CACHE_SCREENS = 2.5
"""Screens full of tiles that must fit into the cache, on large screens more than CACHE_BYTES."""
GRID_FROM, GRID_ALPHA = 8.0, 110
STEP = 80
"""Logical pixels that an arrow key moves."""
_FRAME_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_HOLD_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_H)


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
        self._before: Layer | None = None
        self._after: Layer | None = None
        self._region: tuple[QRectF, QImage] | None = None
        self._target = 0.0
        self._view = View()
        self._fitted = True
        self._known = QSize()
        self._mode: Mode = "single"
        self._held = False
        self._drag: QPointF | None = None
        self._framed = False
        self._linked: weakref.WeakSet[Canvas] = weakref.WeakSet()
        self._checks: QBrush | None = None
        self._ask = QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._ask_for_tiles)
        self._handle = SplitHandle(services.theme, self)
        self._handle.hide()
        self._handle.moved.connect(self.update)
        services.theme.changed.connect(self._theme_changed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setProperty("data", True)
        self.setAccessibleName(self.tr("Picture"))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(640, 480)

    # What is shown

    @property
    def picture(self) -> Picture | None:
        return self._before.picture if self._before else None

    @property
    def result(self) -> Picture | None:
        return self._after.picture if self._after else None

    def set_picture(self, picture: Picture | None) -> None:
        """The original. The canvas does not close the one before. Result and preview are of another picture and go."""
        if picture is self.picture and picture is not None:
            return
        self.set_result(None)
        self._region = None
        self._before = self._exchange(self._before, picture)
        self._fitted, self._known = True, QSize()
        self._size_known()

    def set_result(self, picture: Picture | None) -> None:
        """A finished result, laid over the place of the original whatever its size; None takes it away."""
        if picture is self.result:
            return
        self._after = self._exchange(self._after, picture)
        self._changed()

    def set_region(self, rect: QRectF, image: QImage) -> None:
        """A live preview of a part, rect in source pixels, at any scale. It lies over result and original."""
        if image.isNull() or rect.isEmpty():
            self.clear_region()
            return
        self._region = (QRectF(rect), image)
        self._changed(move=False)

    def clear_region(self) -> None:
        if self._region is not None:
            self._region = None
            self._changed(move=False)

    def set_target_scale(self, scale: float) -> None:
        """How many pixels of the result lie along one of the original, as long as there is no result; 1 if unknown."""
        if scale > 0 and scale != self._target:
            self._target = scale
            self._changed()

    @property
    def comparable(self) -> bool:
        """Whether there is anything to compare the original with."""
        return self._region is not None or (self._after is not None and self._after.picture.is_open)

    @property
    def complete(self) -> bool:
        """Whether everything that is seen is shown exactly, and nothing that was set is still to come."""
        shown = list(self._shown())
        result = self.result
        if result is not None and not result.loaded and result.failure is None:
            return False
        return bool(shown) and all(layer.complete(place, pane) for layer, place, pane in shown)

    # Where

    @property
    def target_scale(self) -> float:
        """Pixels of the result along one of the original."""
        before, after = self.picture, self.result
        if before is not None and after is not None and before.is_open and after.is_open:
            return after.width / before.width
        return self._target or 1.0

    @property
    def scale(self) -> float:
        """Device pixels of the screen per pixel of the original."""
        return self._view.scale

    @property
    def zoom(self) -> float:
        """Device pixels of the screen per pixel of the result (of the original, without one): 1.0 is 100 %."""
        return self._view.scale / self.target_scale

    @property
    def fitted(self) -> bool:
        return self._fitted

    def visible_region(self) -> QRect:
        """Which part of the original is seen, in its pixels; empty without a picture."""
        size = self._size()
        return QRect() if size.isEmpty() else self._view.visible(self._panes()[0], size)

    def zoom_to(self, factor: float, about: QPointF | None = None) -> None:
        """1.0 is 100 % of the result. about: a point of the widget that stays where it is, else the middle."""
        if self._size().isEmpty():
            return
        pane, point = self._pane_at(about)
        least = min(self._fit_scale(), self.target_scale) / 2
        scale = min(max(factor * self.target_scale, least), MAX_ZOOM * self.target_scale)
        self._fitted = False
        self._set_view(self._view.zoomed(pane, scale, point))

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
        self._set_view(self._view.moved(QPointF(x, y) * self.devicePixelRatioF()))

    def centre_on(self, point: QPointF) -> None:
        """Show this point of the original in the middle."""
        self._fitted = False
        self._set_view(replace(self._view, x=point.x(), y=point.y()))

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
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Takes effect once there is something to compare with."""
        if mode not in MODES:
            raise ValueError(f"no mode {mode!r}")
        if mode != self._mode:
            self._mode = mode
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
        if held != self._held:
            self._held = held
            self._changed(move=False)

    # Inside

    def _exchange(self, old: Layer | None, picture: Picture | None) -> Layer | None:
        if old is not None:
            for signal, slot in (
                (old.picture.opened, self._size_known),
                (old.picture.improved, self._improved),
                (old.picture.failed, self._failed),
            ):
                signal.disconnect(slot)
            old.loader.arrived.disconnect(self._improved)
            old.loader.retire()
        if picture is None:
            return None
        loader = TileLoader(self._services, picture, self._cache, self)
        picture.opened.connect(self._size_known)
        picture.improved.connect(self._improved)
        picture.failed.connect(self._failed)
        loader.arrived.connect(self._improved)
        return Layer(picture, loader, self._cache)

    def _size(self) -> QSize:
        picture = self.picture
        return picture.size if picture is not None and picture.is_open else QSize()

    def _device(self) -> QRect:
        ratio = self.devicePixelRatioF()
        return QRect(0, 0, max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1))

    def _effective(self) -> Mode:
        return self._mode if self.comparable and not self._held else "single"

    def _panes(self) -> list[QRect]:
        """Of equal size, so that all show the same part."""
        whole = self._device()
        if self._effective() != "side" or whole.width() < 8:
            return [whole]
        half, gap = (whole.width() - 2) // 2, 2
        return [QRect(0, 0, half, whole.height()), QRect(half + gap, 0, half, whole.height())]

    def _pane_at(self, point: QPointF | None) -> tuple[QRect, QPointF]:
        """The pane there, and the point in device pixels."""
        panes = self._panes()
        if point is None:
            return panes[0], QRectF(panes[0]).center()
        at = point * self.devicePixelRatioF()
        return next((pane for pane in panes if QRectF(pane).contains(at)), panes[0]), at

    def _place(self, pane: QRect, original: bool) -> Place:
        rect = self._view.placed(pane, QRectF(QPointF(), self._size().toSizeF()))
        return Place(rect, smooth_at(self.zoom) or (original and self.target_scale > 1), original)

    def _fit_scale(self) -> float:
        return fit_scale(self._panes()[0].size(), self._size(), self.target_scale)

    def _refit(self) -> None:
        size = self._size()
        if self._fitted and not size.isEmpty():
            self._set_view(View(size.width() / 2, size.height() / 2, self._fit_scale()))

    def _set_view(self, view: View) -> None:
        size = self._size()
        view = view if size.isEmpty() else view.kept_inside(self._panes()[0], size)
        self._ask.start()
        if view == self._view:
            return
        self._view = view
        self._tell()
        self.update()
        self.view_changed.emit()
        for other in list(self._linked):
            if shiboken6.isValid(other):
                other._follow(self)

    def _follow(self, other: Canvas) -> None:
        if other._size().isEmpty() or self._size().isEmpty() or self._view == other._view:
            return
        self._fitted = other._fitted and self.size() == other.size()
        self._set_view(other._view)

    def _size_known(self) -> None:
        if self._size() != self._known:
            self._known = self._size()
            self._fitted = True
        self._changed()

    def _changed(self, move: bool = True) -> None:
        """Something else is to be shown. move: the view may have to follow."""
        # While the original is held it stays, unseen: hidden it would lose the focus, and with it the key's release.
        split = self._mode == "split" and self.comparable
        self._handle.veil(self._held)
        if not split and self._handle.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._handle.setVisible(split)
        if split:
            self._handle.place()
        if self._fitted:
            self._refit()
        elif move:
            self._set_view(self._view)
        self._tell()
        self._ask.start()
        self.update()

    def _improved(self) -> None:
        self._ask.start()
        self.update()

    def _failed(self, failure: Failure) -> None:
        self.update()

    def _tell(self) -> None:
        """For those who do not see it."""
        size = self._size()
        if size.isEmpty():
            self.setAccessibleDescription(self.tr("No picture is open."))
            return
        text = self.tr("{width} by {height} pixels, shown at {zoom} percent. {what}")
        self.setAccessibleDescription(
            text.format(width=size.width(), height=size.height(), zoom=round(self.zoom * 100), what=self._what())
        )

    def _what(self) -> str:
        if not self.comparable or self._held:
            return self.tr("Original")
        if self._effective() == "difference":
            return self.tr("Difference, {gain} times stronger").format(gain=DIFFERENCE_GAIN)
        return self.tr("Preview") if self._region is not None else self.tr("Result")

    def _shown(self) -> Iterator[tuple[Layer, Place, QRect]]:
        """Each layer that is seen, with its place and the pane that shows it."""
        before, after = self._before, self._after if self.comparable else None
        if before is None or self._size().isEmpty():
            return
        mode, panes = self._effective(), self._panes()
        above = after if after is not None and after.picture.is_open else None
        if mode == "single":
            layer = before if above is None or self._held else above
            yield layer, self._place(panes[0], layer is before), panes[0]
            return
        yield before, self._place(panes[0], True), panes[0]
        if above is not None:
            yield above, self._place(panes[-1], False), panes[-1]

    def _ask_for_tiles(self) -> None:
        """What is seen first; then what one key shows, then what lies around."""
        if not self.isVisible():
            return
        pane = self._device()
        self._cache.room = max(CACHE_BYTES, round(CACHE_SCREENS * pane.width() * pane.height() * 4))
        shown = list(self._shown())
        for layer, place, part in shown:
            layer.loader.want(layer.keys(place, part))
        if not shown or not all(layer.complete(place, part) for layer, place, part in shown):
            return
        self.settled.emit()
        seen = {id(layer) for layer, _, _ in shown}
        others = [layer for layer in (self._before, self._after) if layer is not None and id(layer) not in seen]
        for layer in others:
            if layer.picture.is_open:
                layer.loader.want(layer.keys(self._place(pane, layer is self._before), pane))
        if self._cache.bytes < self._cache.room * 0.7 and not any(layer.loader.busy for layer in others):
            for layer, place, part in shown:
                layer.loader.want(layer.keys(place, part, 1))

    # Painting

    def _theme_changed(self) -> None:
        self._checks = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self._cache.begin_frame()
        ratio = self.devicePixelRatioF()
        part = QRectF(event.rect())
        seen = QRectF(part.topLeft() * ratio, part.size() * ratio).toAlignedRect() & self._device()
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._services.theme.colour("canvas"))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        if not self._size().isEmpty():
            self._paint(painter, seen)
        painter.restore()
        self._paint_words(painter)
        if self._framed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._services.theme.colour("accent"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint(self, painter: QPainter, seen: QRect) -> None:
        mode, panes = self._effective(), self._panes()
        if mode == "single":
            self._paint_side(painter, panes[0], seen, before=self._held or not self.comparable)
        elif mode == "split":
            at = round(self.split * panes[0].width())
            self._paint_side(painter, panes[0], seen & QRect(0, 0, at, panes[0].height()), before=True)
            right = QRect(QPoint(at, 0), panes[0].bottomRight())
            self._paint_side(painter, panes[0], seen & right, before=False)
        elif mode == "side":
            self._paint_side(painter, panes[0], seen & panes[0], before=True)
            self._paint_side(painter, panes[-1], seen & panes[-1], before=False)
        else:
            self._paint_difference(painter, panes[0], seen)

    def _paint_side(self, painter: QPainter, pane: QRect, seen: QRect, *, before: bool, grid: bool = True) -> None:
        if self._before is None or seen.isEmpty():
            return
        if self._checks is None:
            self._checks = checks(self._services.theme.colour("surface"), self._services.theme.colour("border"))
        place = self._place(pane, True)
        above = None if before else self._after
        if above is not None and above.picture.is_open and above.picture.base is not None:
            place = self._place(pane, False)
            above.draw(painter, place, seen, self._checks)
        else:
            self._before.draw(painter, place, seen, self._checks)
        step = self._view.scale / (1 if place.original else self.target_scale)
        squares, steps = (None if place.smooth else place.rect), (step, step)
        if not before and self._region is not None:
            rect, image = self._region
            placed, smooth = self._view.placed(pane, rect), smooth_at(self.zoom)
            draw_region(painter, placed, image, smooth, seen)
            if squares is None and not smooth:
                squares = placed
                steps = (placed.width() / image.width(), placed.height() / image.height())
        if grid and squares is not None and self.zoom >= GRID_FROM * 0.999:
            # Only where pixels are squares: on what is interpolated a grid would tell of pixels that are not there.
            colour = self._services.theme.colour("grid")
            colour.setAlpha(GRID_ALPHA)
            draw_grid(painter, squares, steps, seen, colour)

    def _paint_difference(self, painter: QPainter, pane: QRect, seen: QRect) -> None:
        part = self._place(pane, True).rect.toRect() & seen
        if part.isEmpty():
            return
        sides = []
        for before in (True, False):
            image = QImage(part.size(), QImage.Format.Format_RGB32)
            image.fill(self._services.theme.colour("canvas"))
            inner = QPainter(image)
            inner.translate(-part.topLeft())
            self._paint_side(inner, pane, part, before=before, grid=False)
            inner.end()
            sides.append(image)
        painter.drawImage(part.topLeft(), difference(sides[0], sides[1], DIFFERENCE_GAIN.bit_length() - 1))

    def _paint_words(self, painter: QPainter) -> None:
        picture = self.picture
        if picture is None or picture.failure is not None:
            return
        if not picture.is_open or picture.base is None:
            self._pill(painter, self.tr("Opening {name}").format(name=picture.path.name), Qt.AlignmentFlag.AlignCenter)
            return
        mode = self._effective()
        zoom = self.tr("{zoom} %").format(zoom=round(self.zoom * 100))
        words = zoom if mode in ("split", "side") else f"{zoom}   {self._what()}"
        self._pill(painter, words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        if mode in ("split", "side"):
            after = self.tr("After (preview)") if self._region is not None else self.tr("After")
            width = self.width()
            middle = round(self.split * width) if mode == "split" else width // 2
            top = Qt.AlignmentFlag.AlignTop
            left = QRect(0, 0, middle, self.height())
            right = QRect(middle, 0, width - middle, self.height())
            self._pill(painter, self.tr("Before"), top | Qt.AlignmentFlag.AlignLeft, left)
            end = Qt.AlignmentFlag.AlignRight if mode == "split" else Qt.AlignmentFlag.AlignLeft
            self._pill(painter, after, top | end, right)

    def _pill(self, painter: QPainter, text: str, where: Qt.AlignmentFlag, within: QRect | None = None) -> None:
        """Words on a ground of their own, readable over every picture; left out where there is no room for them."""
        area = (within or self.rect()).adjusted(12, 12, -12, -12)
        metrics = self.fontMetrics()
        width, height = metrics.horizontalAdvance(text) + 20, metrics.height() + 8
        if width > area.width():
            if within is not None:
                return
            text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, area.width() - 20)
            width = min(width, area.width())
        x, y = area.left(), area.top()
        if where & Qt.AlignmentFlag.AlignRight:
            x = area.right() + 1 - width
        if where & Qt.AlignmentFlag.AlignHCenter:
            x = area.center().x() - width // 2
        if where & Qt.AlignmentFlag.AlignBottom:
            y = area.bottom() + 1 - height
        if where & Qt.AlignmentFlag.AlignVCenter:
            y = area.center().y() - height // 2
        box = QRectF(x + 0.5, y + 0.5, width - 1, height - 1)
        theme = self._services.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

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
            for layer in (self._before, self._after):
                if layer is not None:
                    layer.picture.check()
            self._ask.start()
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._changed()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned and not self._size().isEmpty():
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
