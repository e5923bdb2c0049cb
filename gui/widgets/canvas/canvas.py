"""The canvas widget: how original, result and preview come into its scene, and what shows them."""

from __future__ import annotations

import weakref

import shiboken6
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...services import Services
from .captions import describe, draw_captions
from .gestures import GestureArea
from .handle import SplitHandle
from .loading import Loading
from .picture import Picture
from .scene import MODES, Mode, Scene
from .viewpoint import Viewpoint


class Canvas(GestureArea):
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
        self._scene = Scene(services.theme)
        self._known = QSize()
        self._linked: weakref.WeakSet[Canvas] = weakref.WeakSet()
        self._loading = Loading(services, self._scene, self)
        self._loading.opened.connect(self._size_known)
        self._loading.arrived.connect(self.update)
        self._loading.settled.connect(self.settled)
        self._viewpoint = Viewpoint(self._scene, self)
        self._viewpoint.aimed.connect(self._loading.ask_soon)
        self._viewpoint.moved.connect(self._view_moved)
        self._handle = SplitHandle(services.theme, self)
        self._handle.hide()
        self._handle.moved.connect(self._split_moved)
        services.theme.changed.connect(self._theme_changed)
        self._heed_gestures()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setProperty("data", True)
        self.setAccessibleName(self.tr("Picture"))
        self._tell()

    def _heed_gestures(self) -> None:
        viewpoint = self._viewpoint
        self.scaled.connect(viewpoint.scale)
        self.zoom_chosen.connect(viewpoint.zoom_to)
        self.stepped.connect(viewpoint.step)
        self.fit_chosen.connect(viewpoint.fit)
        self.panned.connect(viewpoint.pan)
        self.toggled.connect(viewpoint.toggle)
        self.held.connect(self.hold)

    def sizeHint(self) -> QSize:
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
        self._scene.before = self._loading.exchange(self._scene.before, picture)
        self._viewpoint.fitted, self._known = True, QSize()
        self._size_known()

    def set_result(self, picture: Picture | None) -> None:
        """A finished result, laid over the place of the original whatever its size; None takes it away."""
        if picture is self.result:
            return
        self._scene.after = self._loading.exchange(self._scene.after, picture)
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
        return self._viewpoint.fitted

    def visible_region(self) -> QRect:
        """Which part of the original is seen, in its pixels; empty without a picture."""
        return self._scene.visible()

    def zoom_to(self, factor: float) -> None:
        """1.0 is 100 % of the result. The middle stays where it is."""
        self._viewpoint.zoom_to(factor)

    def fit(self) -> None:
        """All of it, at most at 100 %; it stays so when the window changes size."""
        self._viewpoint.fit()

    def zoom_in(self) -> None:
        self._viewpoint.step(True)

    def zoom_out(self) -> None:
        self._viewpoint.step(False)

    def pan(self, x: float, y: float) -> None:
        """Move the picture by logical pixels of the screen."""
        self._viewpoint.pan(QPointF(x, y) * self.devicePixelRatioF())

    def centre_on(self, point: QPointF) -> None:
        """Show this point of the original in the middle."""
        self._viewpoint.centre_on(point)

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

    def _view_moved(self) -> None:
        self._tell()
        self.update()
        self.view_changed.emit()
        for other in list(self._linked):
            if shiboken6.isValid(other):
                other._follow(self)

    def _follow(self, other: Canvas) -> None:
        self._viewpoint.follow(other._viewpoint, same_size=self.size() == other.size())

    def _size_known(self) -> None:
        if self._scene.size != self._known:
            self._known = self._scene.size
            self._viewpoint.fitted = True
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
        self._viewpoint.adapt(move)
        self._tell()
        self._loading.ask_soon()
        self.update()

    def _split_moved(self) -> None:
        self._scene.split = self._handle.fraction
        self.update()

    def _theme_changed(self) -> None:
        self._scene.renew_colours()
        self.update()

    def _tell(self) -> None:
        """For those who do not see it."""
        self.setAccessibleDescription(describe(self._scene))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._loading.begin_frame()
        ratio = self.devicePixelRatioF()
        part = QRectF(event.rect())
        seen = QRectF(part.topLeft() * ratio, part.size() * ratio).toAlignedRect() & self._scene.area
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._services.theme.colour("canvas"))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)  # from here on in device pixels
        self._scene.paint(painter, seen)
        painter.restore()
        draw_captions(painter, self._services.theme, self._scene, self.rect())
        if self.framed:
            painter.setPen(QPen(self._services.theme.colour("accent"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._handle.place()
        self._changed()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.Show):
            for layer in (self._scene.before, self._scene.after):
                if layer is not None:
                    layer.picture.check()
            self._loading.ask_soon()
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._changed()
        return super().event(event)
