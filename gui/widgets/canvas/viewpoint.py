"""How the view of a scene moves: fitted, zoomed, panned, and kept inside the picture."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Signal

from .scene import Scene
from .view import MAX_ZOOM, View, next_stop


class Viewpoint(QObject):
    """Points and distances are in device pixels. fitted: all of the picture is to be seen, whatever size there is.

    Signals: aimed() whenever it was told where to look; moved() when that shows another part, or another scale.
    """

    aimed = Signal()
    moved = Signal()

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self.fitted = True

    def zoom_to(self, zoom: float, about: QPointF | None = None) -> None:
        """1.0 is 100 % of the result. about: a point that stays where it is, else the middle."""
        scene = self._scene
        if scene.size.isEmpty():
            return
        if about is None:
            pane = scene.panes()[0]
            point = QPointF(pane.x() + pane.width() / 2, pane.y() + pane.height() / 2)
        else:
            point, pane = about, scene.pane_at(about)
        least = min(scene.fit_scale(), scene.target_scale) / 2
        scale = min(max(zoom * scene.target_scale, least), MAX_ZOOM * scene.target_scale)
        self.fitted = False
        self._look(scene.view.zoomed(pane, scale, point))

    def scale(self, factor: float, about: QPointF) -> None:
        self.zoom_to(self._scene.zoom * factor, about)

    def step(self, closer: bool) -> None:
        self.zoom_to(next_stop(self._scene.zoom, closer))

    def toggle(self, about: QPointF) -> None:
        """Between all of it and 100 %."""
        if self.fitted and abs(self._scene.zoom - 1) > 0.001:
            self.zoom_to(1.0, about)
        else:
            self.fit()

    def fit(self) -> None:
        self.fitted = True
        self._refit()

    def pan(self, by: QPointF) -> None:
        self.fitted = False
        self._look(self._scene.view.moved(by))

    def centre_on(self, point: QPointF) -> None:
        """point: of the original."""
        self.fitted = False
        self._look(replace(self._scene.view, x=point.x(), y=point.y()))

    def follow(self, other: Viewpoint, same_size: bool) -> None:
        """Look where the other one looks. same_size: whether what is fitted there is fitted here."""
        mine, its = self._scene, other._scene
        if mine.size.isEmpty() or its.size.isEmpty() or mine.view == its.view:
            return
        self.fitted = other.fitted and same_size
        self._look(its.view)

    def adapt(self, move: bool) -> None:
        """The scene changed. move: it may be that the view no longer lies inside of it."""
        if self.fitted:
            self._refit()
        elif move:
            self._look(self._scene.view)

    def _refit(self) -> None:
        size = self._scene.size
        if not size.isEmpty():
            self._look(View(size.width() / 2, size.height() / 2, self._scene.fit_scale()))

    def _look(self, view: View) -> None:
        scene = self._scene
        view = view if scene.size.isEmpty() else view.kept_inside(scene.panes()[0], scene.size)
        self.aimed.emit()
        if view != scene.view:
            scene.view = view
            self.moved.emit()
