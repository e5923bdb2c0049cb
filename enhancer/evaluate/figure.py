"""The labelled comparison: the same regions of several versions of one picture side by side, enlarged without blur."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image as PillowImage
from PIL import ImageDraw, ImageFont

from ..images.image import Image
from .scores import unit

Bytes = NDArray[np.uint8]
Colour = tuple[int, int, int]

ZOOM = 2
PANEL = (180, 136)
"""Largest width and height of a crop in pixels of the truth; each is shown at ZOOM times its size."""
GAP = 14
ROW_GAP = 26
MARGIN = 28
TITLE_SIZE, HEAD_SIZE, TEXT_SIZE = 34, 25, 20

PAPER: Colour = (250, 250, 248)
INK: Colour = (28, 30, 34)
QUIET: Colour = (108, 112, 120)
GOOD: Colour = (12, 120, 70)
BAD: Colour = (178, 52, 32)
CHECKS: tuple[int, int] = (204, 244)


@dataclass(frozen=True)
class Column:
    """One version of the picture, at the size of the truth, with its heading."""

    title: str
    image: Image


@dataclass(frozen=True)
class Strip:
    """One region: its name, its box (left, top, right, bottom), and a caption under each column's panel.

    A caption is a text and what it means: +1 good, -1 bad, 0 neither.
    """

    name: str
    box: tuple[int, int, int, int]
    captions: Sequence[tuple[str, int]]


def draw_figure(title: str, subtitle: str, columns: Sequence[Column], strips: Sequence[Strip]) -> Image:
    """(H,W,3) uint8: a row for each strip, a panel for each column."""
    boxes = [centred(strip.box) for strip in strips]
    panel_width = ZOOM * max(right - left for left, _, right, _ in boxes)
    lefts = [MARGIN + index * (panel_width + GAP) for index in range(len(columns))]
    above = TEXT_SIZE + 8
    rows = [above + ZOOM * (bottom - top) + 6 + TEXT_SIZE + ROW_GAP for _, top, _, bottom in boxes]
    head = MARGIN + TITLE_SIZE + 12 + TEXT_SIZE + 26 + HEAD_SIZE + 26
    size = (lefts[-1] + panel_width + MARGIN, head + sum(rows) + MARGIN - ROW_GAP)
    canvas = PillowImage.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(canvas)
    _text(draw, (MARGIN, MARGIN), title, TITLE_SIZE, INK)
    _text(draw, (MARGIN, MARGIN + TITLE_SIZE + 12), subtitle, TEXT_SIZE, QUIET)
    for left, column in zip(lefts, columns, strict=True):
        _text(draw, (left, head - HEAD_SIZE - 26), column.title, HEAD_SIZE, INK)
    y = head
    for strip, box, tall in zip(strips, boxes, rows, strict=True):
        _text(draw, (MARGIN, y), strip.name, TEXT_SIZE, INK)
        for left, column, (caption, meaning) in zip(lefts, columns, strip.captions, strict=True):
            shown = PillowImage.fromarray(panel(column.image, box))
            canvas.paste(shown, (left, y + above))
            colour = GOOD if meaning > 0 else BAD if meaning < 0 else QUIET
            _text(draw, (left, y + above + shown.height + 6), caption, TEXT_SIZE, colour)
        y += tall
    return Image(np.asarray(canvas, np.uint8).copy())


def centred(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The middle of a box, at most PANEL large."""
    left, top, right, bottom = box
    width, height = min(right - left, PANEL[0]), min(bottom - top, PANEL[1])
    left += (right - left - width) // 2
    top += (bottom - top - height) // 2
    return left, top, left + width, top + height


def panel(image: Image, box: tuple[int, int, int, int]) -> Bytes:
    """The crop as (h*ZOOM,w*ZOOM,3) uint8, each pixel a square; over a chequerboard where it is transparent."""
    left, top, right, bottom = box
    x = unit(image.pixels[top:bottom, left:right])
    if x.shape[2] == 1:
        x = np.repeat(x, 3, axis=2)
    if image.alpha is not None:
        cover = unit(image.alpha[top:bottom, left:right])[..., None]
        x = x * cover + chequered(top, left, bottom, right) * (1 - cover)
    small = np.round(np.clip(x, 0, 1) * 255).astype(np.uint8)
    return np.repeat(np.repeat(small, ZOOM, axis=0), ZOOM, axis=1)


def chequered(top: int, left: int, bottom: int, right: int, side: int = 8) -> NDArray[np.float32]:
    """(h,w,1) of two light greys in squares of `side`, fixed to the whole picture."""
    rows, columns = np.mgrid[top:bottom, left:right]
    odd = (rows // side + columns // side) % 2
    return np.asarray(np.array(CHECKS, np.float32)[odd] / 255, np.float32)[..., None]


def _text(draw: ImageDraw.ImageDraw, place: tuple[int, int], text: str, size: int, colour: Colour) -> None:
    draw.text(place, text, fill=colour, font=_font(size))


def _font(size: int) -> Any:
    # Pillow's own font, so that the sheet looks the same on every system.
    return ImageFont.load_default(size)
