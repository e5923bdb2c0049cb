"""Thumbnails for lists of any length: asked of the pictures child when a row is painted, the latest first."""

from __future__ import annotations

from collections import OrderedDict, deque
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from ..child_pixels import image_of
from ..services import Services
from ..workers.protocol import Failure

ROOM = 32 << 20
"""Bytes of pixmaps that are kept."""
WAITING = 64
"""Requests that wait at most; a row that is still seen asks again when it is painted next."""
IN_FLIGHT = 2
TURN_MS = 6
BROKEN = 20_000
"""Files that are remembered as not readable."""

_Key = tuple[Path, int]


class ThumbnailCache(QObject):
    """Call `get` while painting: it never waits.

    Signals: ready(Path) when the thumbnail of this file can be had, or `is_broken` became true for it.
    """

    ready = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child = services.pictures
        self._bytes = 0
        self._pixmaps: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._waiting: OrderedDict[_Key, None] = OrderedDict()
        self._asked: OrderedDict[int, _Key] = OrderedDict()
        self._broken: OrderedDict[Path, Failure] = OrderedDict()
        self._raw: deque[tuple[_Key, dict[str, Any]]] = deque()
        self._next = 0
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._take)

    def get(self, path: Path, size: int) -> QPixmap | None:
        """At most `size` device pixels long; None if it is not at hand, then it is asked for and `ready` follows."""
        key = (path, size)
        found = self._pixmaps.get(key)
        if found is not None:
            self._pixmaps.move_to_end(key)
            return found
        if path in self._broken or key in self._asked.values() or any(key == one for one, _ in self._raw):
            return None
        self._waiting[key] = None
        self._waiting.move_to_end(key)
        while len(self._waiting) > WAITING:
            self._waiting.popitem(last=False)
        if not self._turn.isActive():
            self._turn.start()  # after the painting, so that the whole screen's wishes are known
        return None

    def is_broken(self, path: Path) -> bool:
        """Whether it was tried and cannot be read."""
        return path in self._broken

    def failure(self, path: Path) -> Failure | None:
        return self._broken.get(path)

    def forget(self, path: Path) -> None:
        """The file is another one by now."""
        self._broken.pop(path, None)
        for key in [key for key in self._pixmaps if key[0] == path]:
            self._drop(key)

    def _take(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._raw and spent.elapsed() < TURN_MS:
            key, values = self._raw.popleft()
            image = image_of(values)
            if not image.isNull():
                self._keep(key, QPixmap.fromImage(image))
                self.ready.emit(key[0])
        if self._raw:
            self._turn.start()
        self._pump()

    def _pump(self) -> None:
        while self._waiting and len(self._asked) < IN_FLIGHT:
            key, _ = self._waiting.popitem()
            self._next += 1
            self._asked[self._next] = key
            path, size = key
            arguments = {"path": str(path), "size": size, "number": self._next}
            self._child.ask("thumbnail", arguments, done=self._done, failed=self._failed)

    def _done(self, result: dict[str, Any]) -> None:
        key = self._asked.pop(int(result["number"]), None)
        if key is None:
            return
        if "pixels" in result:
            self._raw.append((key, result["pixels"]))
        else:
            self._break(key[0], Failure(result["message"], result["hint"], result["code"]))
        if not self._turn.isActive():
            self._turn.start()

    def _failed(self, failure: Failure) -> None:
        """The child ended, maybe over one of these files: they are not tried again."""
        keys = list(self._asked.values())
        self._asked.clear()
        for path, _ in keys:
            self._break(path, failure)
        if not self._turn.isActive():
            self._turn.start()

    def _break(self, path: Path, failure: Failure) -> None:
        self._broken[path] = failure
        while len(self._broken) > BROKEN:
            self._broken.popitem(last=False)
        self.ready.emit(path)

    def _keep(self, key: _Key, pixmap: QPixmap) -> None:
        self._drop(key)
        self._pixmaps[key] = pixmap
        self._bytes += _cost(pixmap)
        while self._bytes > ROOM and len(self._pixmaps) > 1:
            self._drop(next(iter(self._pixmaps)))

    def _drop(self, key: _Key) -> None:
        pixmap = self._pixmaps.pop(key, None)
        if pixmap is not None:
            self._bytes -= _cost(pixmap)


def _cost(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
