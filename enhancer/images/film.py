"""A film: pictures of one shape after each other, as animated WebP, GIF or PNG. Which pictures is decided elsewhere."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image as Pillow

from ..errors import ImageError
from ..files.atomic import write_bytes
from .image import Pixels

SUFFIXES = (".webp", ".gif", ".png")
SHORTEST = 20
"""Milliseconds: viewers slow down what is shown for less."""
HELD = 1500
"""Milliseconds for which the last frame stays, so that the end can be looked at."""
LOSSLESS_PIXELS = 256 * 256
"""Frames up to this size are stored exactly in WebP: small pictures of few colours suffer most and cost least."""


def save_film(frames: Sequence[Pixels], path: Path, seconds: float) -> None:
    """Write `frames` in order, endlessly repeated, atomically; the suffix of `path` chooses .webp, .gif or .png (APNG).

    frames: (H,W,C) uint8 of one shape, C 1 (grey), 3 (RGB) or 4 (RGBA). seconds: how long one round plays, without
    the last frame, which is held longer. ImageError if there are none, shapes differ or the suffix is another.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ImageError(f"A film cannot be a {suffix or 'nameless'} file.", f"Use {', '.join(SUFFIXES)}.", "format")
    shapes = {frame.shape for frame in frames}
    if len(shapes) != 1:
        words = "Frames of different shapes do not make a film." if shapes else "A film needs at least one frame."
        raise ImageError(words, code="size-mismatch" if shapes else "no-pictures")
    height, width, _ = shapes.pop()
    each = max(SHORTEST, round(1000 * seconds / len(frames)))
    times = [each] * (len(frames) - 1) + [each + HELD]
    pictures = [_picture(frame) for frame in frames]
    settings: dict[str, Any] = {"save_all": True, "append_images": pictures[1:], "duration": times, "loop": 0}
    if suffix == ".webp":
        lossless = height * width <= LOSSLESS_PIXELS
        settings |= {"lossless": lossless, "quality": 60 if lossless else 85, "method": 2, "minimize_size": False}
    elif suffix == ".gif":
        settings |= {"disposal": 2}
    buffer = io.BytesIO()
    pictures[0].save(buffer, suffix.removeprefix("."), **settings)
    write_bytes(path, buffer.getvalue())


def _picture(frame: Pixels) -> Pillow.Image:
    return Pillow.fromarray(np.ascontiguousarray(frame[..., 0] if frame.shape[2] == 1 else frame))
