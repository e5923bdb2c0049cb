"""Tiles on their way from the pictures child to the screen: asked for when seen, kept within a number of bytes."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Sequence
from typing import Any

import shiboken6
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from ...child_pixels import discard, image_of
from ...services import Services
from ...workers.protocol import Failure
from .picture import Picture

TILE, MARGIN = 512, 1
"""As in `workers.pyramid`; a test holds them against each other."""
IN_FLIGHT = 4
"""Requests at a time: enough to keep the child busy, few enough that none is for what is no longer seen."""
MOST_CRASHES = 3
TURN_MS = 6
"""What turning raw pixels into pixmaps may take of one turn of the event loop."""

Key = tuple[int, int, int]
"""Level, column, row."""


class TileCache:
    """Pixmaps of the tiles of several pictures. What was used since `begin_frame` stays, however much it is."""

    def __init__(self, room: int) -> None:
        """room: bytes."""
        self.room = room
        self.bytes = 0
        self._frame = 0
        self._tiles: OrderedDict[tuple[int, Key], tuple[QPixmap, int, int]] = OrderedDict()

    def begin_frame(self) -> None:
        self._frame += 1

    def get(self, owner: int, key: Key) -> QPixmap | None:
        found = self._tiles.get((owner, key))
        if found is None:
            return None
        self._tiles[owner, key] = (found[0], found[1], self._frame)
        self._tiles.move_to_end((owner, key))
        return found[0]

    def has(self, owner: int, key: Key) -> bool:
        return (owner, key) in self._tiles

    def put(self, owner: int, key: Key, pixmap: QPixmap) -> None:
        self._drop((owner, key))
        cost = pixmap.width() * pixmap.height() * 4
        self._tiles[owner, key] = (pixmap, cost, self._frame)
        self.bytes += cost
        while self.bytes > self.room:
            oldest = next(iter(self._tiles))
            if self._tiles[oldest][2] >= self._frame:
                break
            self._drop(oldest)

    def forget(self, owner: int) -> None:
        for one in [one for one in self._tiles if one[0] == owner]:
            self._drop(one)

    def _drop(self, one: tuple[int, Key]) -> None:
        found = self._tiles.pop(one, None)
        if found is not None:
            self.bytes -= found[1]


class TileLoader(QObject):
    """Asks for the tiles of one picture that one canvas wants, the most wanted first; the rest is forgotten.

    Signals: arrived() when more can be shown: tiles came, the base became better, or the picture failed. opened() when
    the picture's size became known.
    """

    arrived = Signal()
    opened = Signal()

    def __init__(self, services: Services, picture: Picture, cache: TileCache, parent: QObject) -> None:
        super().__init__(parent)
        self.picture = picture
        self.owner = id(self)
        self._child, self._cache = services.pictures, cache
        self._wanted: deque[Key] = deque()
        self._asked: set[Key] = set()
        self._raw: deque[tuple[Key, dict[str, Any]]] = deque()
        self._crashes = 0
        self._signature = picture.signature
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._take)
        picture.opened.connect(self._renew)
        picture.opened.connect(self.opened)
        picture.improved.connect(self._renew)
        picture.improved.connect(self.arrived)
        picture.failed.connect(self._picture_failed)

    @property
    def busy(self) -> bool:
        return bool(self._wanted or self._asked or self._raw)

    def want(self, keys: Sequence[Key]) -> None:
        """These, in this order, instead of what was wanted before."""
        if self._crashes >= MOST_CRASHES:
            return
        coming = self._asked | {key for key, _ in self._raw}
        self._wanted = deque(key for key in keys if key not in coming and not self._cache.has(self.owner, key))
        self._pump()

    def retire(self) -> None:
        """The canvas shows another picture."""
        self._wanted.clear()
        self._turn.stop()
        self._forget()
        self.blockSignals(True)
        if shiboken6.isValid(self.picture):  # its owner may have deleted it before
            self.picture.opened.disconnect(self._renew)
            self.picture.improved.disconnect(self._renew)
            self.picture.failed.disconnect(self._picture_failed)
        self.deleteLater()

    def _picture_failed(self, failure: Failure) -> None:
        self.arrived.emit()

    def _renew(self) -> None:
        """The file may be another one."""
        if self.picture.signature != self._signature:
            self._signature, self._crashes = self.picture.signature, 0
            self._asked.clear()
            self._forget()
        self._pump()

    def _forget(self) -> None:
        """All tiles that came."""
        for _, values in self._raw:
            discard(values)
        self._raw.clear()
        self._cache.forget(self.owner)

    def _pump(self) -> None:
        while self._wanted and len(self._asked) < IN_FLIGHT and self.picture.loaded:
            key = self._wanted.popleft()
            self._asked.add(key)
            arguments = {"path": str(self.picture.path), "signature": self._signature, "key": list(key)}
            self._child.ask("tile", arguments, done=self._done, failed=self._failed)

    def _done(self, result: dict[str, Any]) -> None:
        level, column, row = result["key"]
        key = (level, column, row)
        if result["signature"] != self._signature:
            if "pixels" in result:
                discard(result["pixels"])
            return
        self._asked.discard(key)
        if result.get("missing"):
            self._wanted.appendleft(key)
            self.picture.reload()  # `improved` goes on with it
            return
        self._crashes = 0
        self._raw.append((key, result["pixels"]))
        if not self._turn.isActive():
            self._turn.start()
        self._pump()

    def _failed(self, failure: Failure) -> None:
        """The child ended: every call that was open says so, and once is enough to read the picture again."""
        if not self._asked:
            return
        self._crashes += 1
        self._wanted.extendleft(self._asked)
        self._asked.clear()
        if self._crashes < MOST_CRASHES:
            self.picture.reload()
        else:
            self._wanted.clear()  # the coarse level stays on the screen, until the file is another one

    def _take(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._raw and spent.elapsed() < TURN_MS:
            key, values = self._raw.popleft()
            image = image_of(values)
            if not image.isNull():
                self._cache.put(self.owner, key, QPixmap.fromImage(image))
        if self._raw:
            self._turn.start()
        self.arrived.emit()
