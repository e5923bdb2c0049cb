"""Brings the tiles of a scene: of what is seen first, then of what one key shows and what lies around."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ...services import Services
from .layer import Layer
from .picture import Picture
from .scene import Scene
from .tiles import TileCache, TileLoader

CACHE_BYTES = 64 << 20
CACHE_SCREENS = 2.5
"""Screens full of tiles that must fit into the cache, on large screens more than CACHE_BYTES."""
AHEAD = 0.7
"""Neighbours of what is seen are asked for as long as the cache is not fuller than that."""


class Loading(QObject):
    """Asks only as long as the canvas is visible.

    Signals: opened() when the size of a picture became known; arrived() when more can be shown; settled() once
    everything that is seen is shown exactly, which may come several times.
    """

    opened = Signal()
    arrived = Signal()
    settled = Signal()

    def __init__(self, services: Services, scene: Scene, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._services, self._scene, self._canvas = services, scene, canvas
        self._cache = TileCache(CACHE_BYTES)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def exchange(self, old: Layer | None, picture: Picture | None) -> Layer | None:
        """A layer of this picture, instead of another one."""
        if old is not None:
            old.loader.retire()
        if picture is None:
            return None
        loader = TileLoader(self._services, picture, self._cache, self)
        loader.opened.connect(self.opened)
        loader.arrived.connect(self._more_arrived)
        return Layer(picture, loader, self._cache)

    def begin_frame(self) -> None:
        """What is painted from now on stays at hand."""
        self._cache.begin_frame()

    def ask_soon(self) -> None:
        """The scene may need other tiles, or is to be asked what it still needs."""
        self._soon.start()

    def _more_arrived(self) -> None:
        self.ask_soon()
        self.arrived.emit()

    def _ask(self) -> None:
        if not self._canvas.isVisible():
            return
        scene, area = self._scene, self._scene.area
        self._cache.room = max(CACHE_BYTES, round(CACHE_SCREENS * area.width() * area.height() * 4))
        for layer, place, pane in list(scene.shown()):
            layer.loader.want(layer.keys(place, pane))
        if scene.complete():
            self.settled.emit()
            self._ask_ahead()

    def _ask_ahead(self) -> None:
        scene, area = self._scene, self._scene.area
        shown = list(scene.shown())
        seen = [layer for layer, _, _ in shown]
        others = [layer for layer in (scene.before, scene.result) if layer is not None and layer not in seen]
        for layer in others:
            layer.loader.want(layer.keys(scene.place(area, layer is scene.before), area))
        if self._cache.bytes < self._cache.room * AHEAD and not any(layer.loader.busy for layer in others):
            for layer, place, pane in shown:
                layer.loader.want(layer.keys(place, pane, 1))
