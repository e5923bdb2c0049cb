"""Open pictures of the pictures child: whole pixels and halved levels of the last few, cut into tiles. No Qt here."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from .display import Bytes, converted, for_display, halved

if TYPE_CHECKING:
    from PIL.ImageCms import ImageCmsTransform

    from enhancer.images.image import Image

TILE = 512
MARGIN = 1
"""Pixels of the neighbours around a tile, so that smooth scaling shows no seams."""
BASE = 2048
"""Longest side of the level that the window always holds."""
KEPT_PICTURES, KEPT_BYTES = 3, 2 << 30


@dataclass(frozen=True)
class Pyramid:
    """levels: (H,W,C) uint8, each half of the one before, C 1, 3 or 4 (premultiplied); transform: to sRGB, a tile."""

    levels: tuple[Bytes, ...]
    transform: ImageCmsTransform | None

    @property
    def base(self) -> int:
        """The first level within BASE."""
        return next(number for number, level in enumerate(self.levels) if max(level.shape[:2]) <= BASE)

    @property
    def bytes(self) -> int:
        return sum(level.nbytes for level in self.levels)

    def whole(self, level: int) -> Bytes:
        return self._shown(self.levels[level])

    def tile(self, level: int, column: int, row: int) -> Bytes:
        """With MARGIN pixels more on each side where the picture goes on."""
        pixels = self.levels[level]
        left, top = column * TILE, row * TILE
        part = pixels[max(top - MARGIN, 0) : top + TILE + MARGIN, max(left - MARGIN, 0) : left + TILE + MARGIN]
        return self._shown(part)

    def _shown(self, pixels: Bytes) -> Bytes:
        return converted(pixels, self.transform) if self.transform is not None else np.ascontiguousarray(pixels)


def build(image: Image) -> Pyramid:
    pixels, transform = for_display(image)
    levels = [pixels]
    while max(levels[-1].shape[:2]) > TILE:
        levels.append(halved(levels[-1]))
    return Pyramid(tuple(levels), transform)


def signature(path: Path) -> str:
    """Changes when the file does; "" if it is not there."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return ""
    return f"{status.st_mtime_ns}-{status.st_size}-{status.st_ino}"


class Shelf:
    """The pyramids that are at hand, the last used at the end. Used by several lanes at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pyramids: OrderedDict[tuple[str, str], Pyramid] = OrderedDict()
        self._closed: set[str] = set()

    def find(self, path: Path, sign: str) -> Pyramid | None:
        key = (os.fspath(path), sign)
        with self._lock:
            if key in self._pyramids:
                self._pyramids.move_to_end(key)
            return self._pyramids.get(key)

    def put(self, path: Path, sign: str, pyramid: Pyramid) -> None:
        """Older ones go when there are too many or they are too large; two stay in any case: before and after."""
        with self._lock:
            self._pyramids[os.fspath(path), sign] = pyramid
            self._pyramids.move_to_end((os.fspath(path), sign))
            while len(self._pyramids) > KEPT_PICTURES or (
                len(self._pyramids) > 2 and sum(one.bytes for one in self._pyramids.values()) > KEPT_BYTES
            ):
                self._pyramids.popitem(last=False)

    def close(self, token: str) -> None:
        """What is asked in the name of this token is not wanted any more."""
        with self._lock:
            self._closed.add(token)

    def is_closed(self, token: str) -> bool:
        with self._lock:
            return token in self._closed


SHELF = Shelf()
"""Of this process."""
