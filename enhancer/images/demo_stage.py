"""The canvas of the demonstration scene: lengths are given on a sheet of fixed size and scaled to the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

# The scene is laid out on a sheet of this size and stretched to what is asked.
SHEET = (960, 640)


@dataclass
class Stage:
    """A canvas under work: `paint` is drawn on by Pillow; lengths are given on the sheet and scaled."""

    paint: Pillow.Image
    scale_x: float
    scale_y: float
    rng: np.random.Generator

    @property
    def draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.paint)

    @property
    def unit(self) -> float:
        return min(self.scale_x, self.scale_y)

    def at(self, x: float, y: float) -> tuple[float, float]:
        return x * self.scale_x, y * self.scale_y

    def box(self, box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
        (a, b), (c, d) = self.at(*box[:2]), self.at(*box[2:])
        return round(a), round(b), max(round(c), round(a) + 1), max(round(d), round(b) + 1)

    def paste(self, box: tuple[float, float, float, float], texture: Any, mask: Pillow.Image | None = None) -> None:
        """Lay `texture(rng, height, width, ...)`, an array in [0,1], into a box."""
        left, top, right, bottom = self.box(box)
        sheet = np.clip(texture(bottom - top, right - left), 0, 1)
        self.paint.paste(Pillow.fromarray((sheet * 255 + 0.5).astype(np.uint8)), (left, top), mask)

    def line(self, points: list[tuple[float, float]], colour: tuple[int, int, int], width: float) -> None:
        self.draw.line([self.at(*point) for point in points], colour, max(1, round(width * self.unit)), "curve")

    def font(self, size: float) -> Any:
        return ImageFont.load_default(size=max(size * self.unit, 1.0))
