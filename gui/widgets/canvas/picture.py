"""One open picture: facts of its header, a level of it that is always at hand, and whether its tiles can be asked for.

The pixels are the pictures child's; the window holds only what it shows.
"""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from ...child_pixels import image_of
from ...services import Services
from ...workers.protocol import CANCELLED, CRASHED, Failure

TRIES = 2


class Picture(QObject):
    """It opens itself when made. Several canvases may show it; whoever made it closes it.

    Signals: opened() once the size and `facts` are known, first pixels usually with it. improved() whenever `base`
    became better; `loaded` says whether every pixel can be had. failed(Failure): it cannot be read, now or any more.
    changed(): the file on disk is another one by now; it opens itself anew, so opened() follows.
    """

    opened = Signal()
    improved = Signal()
    failed = Signal(object)
    changed = Signal()

    def __init__(self, services: Services, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.facts: dict[str, Any] = {}
        """Of the header: format, width, height, mode, bit_depth, has_alpha, alpha_kind, frames, orientation, profile,
        dpi, jpeg_quality, size_bytes, notes, and rows: (name, text) in reading order."""
        self.notes: list[str] = []
        """What reading had to change or lose, known once it is loaded."""
        self.width = self.height = 0
        self.loaded = False
        self.levels = 1
        self.base: QPixmap | None = None
        self.base_level = 0
        self.signature = ""
        self.failure: Failure | None = None
        self._pictures = services.pictures
        self._token = uuid.uuid4().hex
        self._closed = False
        self._loading = False
        self._tries = 0
        self._open()

    @property
    def is_open(self) -> bool:
        """Whether its size is known."""
        return self.width > 0 and not self._closed

    @property
    def size(self) -> QSize:
        """Upright, in pixels."""
        return QSize(self.width, self.height)

    @property
    def has_alpha(self) -> bool:
        return bool(self.facts.get("has_alpha", False))

    def close(self) -> None:
        """Nothing is asked or told any more."""
        if self._closed:
            return
        self._closed = True
        self.base = None
        self._pictures.ask("close", {"token": self._token})

    def check(self) -> None:
        """Look whether the file changed on disk; if so, `changed` and all that follows."""
        if self.is_open and not self._loading:
            self._pictures.ask("check", {"path": str(self.path)}, done=self._checked)

    def reload(self) -> None:
        """The child has put its pixels away, or ended; have them read again."""
        if not self._loading and not self._closed and self.is_open:
            self._load()

    def _open(self) -> None:
        self._loading = True
        self._pictures.ask(
            "open",
            {"path": str(self.path), "token": self._token},
            done=self._opened,
            failed=self._open_failed,
        )

    def _load(self) -> None:
        self._loading = True
        self.loaded = False
        self._pictures.ask(
            "load",
            {"path": str(self.path), "token": self._token},
            done=self._loaded,
            failed=self._load_failed,
        )

    def _opened(self, result: dict[str, Any]) -> None:
        if self._closed:
            return
        facts = result["facts"]
        self.facts, self.signature = facts, result["signature"]
        self.width, self.height = int(facts["width"]), int(facts["height"])
        self.failure = None
        self._loading = False
        if "base" in result:
            self._take_whole(result)
        elif "first" in result:
            # Reduced by whole powers of two, so its geometry is that of a level.
            image = image_of(result["first"])
            self._take_base(image, max(round(self.width / max(image.width(), 1)), 1).bit_length() - 1)
        self.opened.emit()
        if not self.loaded:
            self._load()

    def _loaded(self, result: dict[str, Any]) -> None:
        if self._closed:
            return
        self._loading = False
        if result["signature"] != self.signature:
            self._open_again()
            return
        self._take_whole(result)
        self.improved.emit()

    def _take_whole(self, result: dict[str, Any]) -> None:
        self._tries = 0
        self.levels = int(result["levels"])
        self.notes = list(result["notes"])
        self._take_base(image_of(result["base"]), int(result["base_level"]))
        self.loaded = True

    def _take_base(self, image: QImage, level: int) -> None:
        if not image.isNull():
            self.base, self.base_level = QPixmap.fromImage(image), level

    def _checked(self, result: dict[str, Any]) -> None:
        if not self._closed and not self._loading and result["signature"] != self.signature:
            self._open_again()

    def _open_again(self) -> None:
        self.loaded = False
        self.changed.emit()
        self._open()

    def _open_failed(self, failure: Failure) -> None:
        self._loading = False
        if self._again(failure):
            self._open()

    def _load_failed(self, failure: Failure) -> None:
        self._loading = False
        if self._again(failure):
            self._load()

    def _again(self, failure: Failure) -> bool:
        """Whether to try once more: not the file's fault, but that of a process that ended."""
        if self._closed:
            return False
        self._tries += 1
        if failure.code in (CRASHED, CANCELLED) and self._tries < TRIES:
            return True
        self.failure = failure
        self.failed.emit(failure)
        return False
