"""Enlarging for measurements: a model through the engine that users get, and plain bicubic beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..enhance.engine import Engine
from ..events import NullSink, Sink
from ..images.image import Image
from ..images.resize import reduce, resize
from ..models.model import open_model
from ..models.store import Entry
from .scores import flat

Bytes = NDArray[np.uint8]


@dataclass(frozen=True)
class Enlarger:
    """A model ready for measurements: float32, on one device, tiles as the engine chooses."""

    entry: Entry
    engine: Any = field(repr=False)

    @classmethod
    def open(cls, entry: Entry, device: str = "cpu") -> Enlarger:
        from ..runtime.device import choose_device

        model = open_model(entry.path, "cpu")
        return cls(entry, Engine(model, choose_device(device), "fp32"))

    @property
    def name(self) -> str:
        return self.entry.name

    @property
    def scale(self) -> int:
        return self.entry.info.scale

    def __call__(self, pixels: Bytes, fidelity: str, sink: Sink | None = None) -> Bytes:
        """(H,W,3) uint8 to (H*scale,W*scale,3) uint8."""
        result: Image = self.engine.enhance(Image(pixels), fidelity, sink or NullSink()).image
        return np.asarray(result.pixels, np.uint8)


def bicubic(pixels: Bytes, scale: int) -> Bytes:
    """(H,W,C) uint8 enlarged as MATLAB's `imresize` does, rounded to 8 bits."""
    height, width = pixels.shape[:2]
    return rounded(resize(pixels.astype(np.float32) / np.float32(255), height * scale, width * scale))


def degraded(pixels: Bytes, scale: int) -> Bytes:
    """(H,W,C) uint8, sides multiples of scale, reduced by the degradation "bicubic" and rounded to 8 bits."""
    return rounded(reduce(pixels.astype(np.float32) / np.float32(255), scale))


def to_rgb8(image: Image) -> Bytes:
    """(H,W,3) uint8, over grey where it is transparent."""
    if image.alpha is None and image.pixels.dtype == np.uint8:
        return np.asarray(np.repeat(image.pixels, 3 // image.channels, axis=2))
    return rounded(flat(image))


def cut_to_multiple(pixels: Bytes, scale: int) -> Bytes:
    """Without the last rows and columns that do not fill a block of `scale`."""
    height, width = (side // scale * scale for side in pixels.shape[:2])
    return np.ascontiguousarray(pixels[:height, :width])


def rounded(pixels: NDArray[np.float32]) -> Bytes:
    return np.round(np.clip(pixels, 0, 1) * 255).astype(np.uint8)
