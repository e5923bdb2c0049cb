"""Pixels that a child left in the session's folder, as a QImage; the file is removed. See `workers.pixels`."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

_FORMATS = {
    "grey": (QImage.Format.Format_Grayscale8, 1),
    "rgb": (QImage.Format.Format_RGB888, 3),
    "rgba": (QImage.Format.Format_RGBA8888, 4),
    "rgba_premultiplied": (QImage.Format.Format_RGBA8888_Premultiplied, 4),
}


def image_of(values: Mapping[str, Any], *, keep: bool = False) -> QImage:
    """What `workers.pixels.put` described; a null image if the file has gone. Call it once: the file is removed.

    keep: leave the file where it is.
    """
    path = Path(values["path"])
    width, height = int(values["width"]), int(values["height"])
    form, channels = _FORMATS[values["format"]]
    try:
        data = path.read_bytes()
    except OSError:
        return QImage()
    if not keep:
        discard(values)
    if len(data) < width * height * channels:
        return QImage()
    # Copied: a QImage around foreign memory would need it to stay alive.
    return QImage(data, width, height, width * channels, form).copy()


def discard(values: Mapping[str, Any]) -> None:
    """Remove pixels that nobody wants any more."""
    with contextlib.suppress(OSError):
        Path(values["path"]).unlink()
