"""A contact sheet: pictures of one shape side by side. Which pictures is decided elsewhere."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..errors import ImageError
from .image import Pixels

WHITE = 255


def grid(pictures: Sequence[Pixels], columns: int | None = None, gap: int = 2) -> Pixels:
    """All pictures in reading order on one, nearly square unless `columns` says otherwise.

    pictures: (H,W,C) uint8, C 1, 3 or 4, all of one shape; gap: pixels between them. What is not covered is white,
    or transparent where there is alpha. Returns (H',W',C) uint8. ImageError if there are none or shapes differ.
    """
    shapes = {picture.shape for picture in pictures}
    if not shapes:
        raise ImageError("A grid needs at least one picture.", code="no-pictures")
    if len(shapes) > 1:
        raise ImageError("Pictures of different shapes do not make a grid.", code="size-mismatch")
    height, width, channels = shapes.pop()
    if columns is None:
        # The fewest columns that make it at least as wide as high: nearly square in pixels, not in pictures.
        columns = max(1, math.ceil(math.sqrt(len(pictures) * (height + gap) / (width + gap)) - 1e-9))
    columns = max(1, min(columns, len(pictures)))
    rows = math.ceil(len(pictures) / columns)
    shape = (rows * (height + gap) - gap, columns * (width + gap) - gap, channels)
    sheet = np.full(shape, 0 if channels == 4 else WHITE, np.uint8)
    for number, picture in enumerate(pictures):
        top, left = (number // columns) * (height + gap), (number % columns) * (width + gap)
        sheet[top : top + height, left : left + width] = picture
    return sheet
