"""First pixels of a large JPEG long before all of it is decoded: only the lowest frequencies of each block."""

from __future__ import annotations

import io
import mmap
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING

import numpy as np

from enhancer.images.orient import turn

from .display import Bytes, converted, to_srgb

if TYPE_CHECKING:
    from enhancer.images.formats.format import Header

ENOUGH = 1100
"""Longest side that is worth waiting for; the whole picture follows anyway."""
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_PROGRESSIVE = (0xC2, 0xCA)


def quick_look(path: Path, header: Header, longest: int = ENOUGH) -> Bytes | None:
    """A reduced, upright sRGB picture of 1/2 to 1/8 the size, None where that cannot be had quickly.

    Left to the whole decode: other formats, CMYK (its colours need the profile on every pixel), 12 bits, damage.
    """
    components = header.facts.get("components") if header.format == "jpeg" else None
    if components not in (1, 3) or header.bit_depth != 8:
        return None
    reduction = next((by for by in (8, 4, 2) if max(header.stored) / by >= longest), 0)
    if not reduction:
        return None
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            part = _coarse_scan(data) if reduction == 8 else None
            pixels = _decoded(io.BytesIO(part) if part else file, header, reduction)
    except (OSError, ValueError, SyntaxError):
        return None
    transform = to_srgb(header.icc, pixels.shape[2])
    return turn(converted(pixels, transform) if transform is not None else pixels, header.orientation)


def _decoded(file: IO[bytes], header: Header, reduction: int) -> Bytes:
    from PIL.JpegImagePlugin import JpegImageFile

    file.seek(0)
    width, height = header.stored
    # The plug-in itself, past Pillow's global limit of size: ours was checked with the header.
    with JpegImageFile(file) as picture:
        picture.draft(picture.mode, (width // reduction, height // reduction))
        pixels = np.asarray(picture)
    return pixels.reshape(*pixels.shape[:2], -1)


def _coarse_scan(data: mmap.mmap) -> bytes | None:
    """A progressive file up to the end of its first scan, if that holds the mean of every block in all components.

    An eighth of the size needs nothing else, and it is a small part of the file.
    """
    at, components = 2, 0
    while True:
        found = _MARKER.search(data, at)
        if found is None:
            return None
        at, marker = found.start(), data[found.start() + 1]
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            if marker not in _PROGRESSIVE:
                return None
            components = data[at + 9]
        if marker == 0xDA:
            scan = data[at + 4]
            first, last = data[at + 5 + 2 * scan], data[at + 6 + 2 * scan]
            end = _MARKER.search(data, at + 2 + length)
            if scan != components or (first, last) != (0, 0) or end is None:
                return None
            return data[: end.start()] + b"\xff\xd9"
        at += 2 + length
