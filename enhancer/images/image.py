"""What a picture is while the program works on it: upright pixels, alpha beside them, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

AlphaKind = Literal["none", "straight", "associated"]
Pixels = NDArray[Any]


@dataclass(frozen=True)
class ImageMeta:
    """Facts of the file that pixels do not carry; what a format keeps of them is that format's business.

    format: registered name of the format it came from ("png", "jpeg", ...), "" if it was never a file.
    mode: the layout found in the file, in the format's own words ("RGB;16", "P", "CMYK", "1", ...).
    bit_depth: significant bits a channel, 1..16, or 32 for float.
    icc: profile of `pixels` as they are now, None means sRGB (or its grey) is assumed.
    exif, xmp: opaque blocks, EXIF without the "Exif\\0\\0" prefix and with orientation already set to 1.
    dpi: horizontal and vertical pixels an inch, None if the file does not say.
    jpeg_quality: estimated 1..100 for JPEG, else None.
    frames: pictures in the file, of which this is the first.
    notes: what reading had to change or lose, one plain sentence each.
    """

    format: str = ""
    mode: str = ""
    bit_depth: int = 8
    icc: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    dpi: tuple[float, float] | None = None
    alpha_kind: AlphaKind = "none"
    jpeg_quality: int | None = None
    frames: int = 1
    source: Path | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Image:
    """An upright picture.

    pixels: (H,W,C), C 1 (grey) or 3 (RGB), uint8, uint16 or float32; H and W at least 1. Full range of the
    dtype;
        float is nominally [0,1] and may exceed it. Straight (never premultiplied) where there is alpha.
    alpha: (H,W) of the same dtype, or None when the picture is opaque.
    """

    pixels: Pixels
    alpha: Pixels | None = None
    meta: ImageMeta = field(default_factory=ImageMeta)

    def __post_init__(self) -> None:
        assert self.pixels.ndim == 3, self.pixels.shape
        assert self.pixels.shape[2] in (1, 3), self.pixels.shape
        assert self.pixels.dtype in (np.uint8, np.uint16, np.float32), self.pixels.dtype
        if self.alpha is not None:
            assert self.alpha.shape == self.pixels.shape[:2], (self.alpha.shape, self.pixels.shape)
            assert self.alpha.dtype == self.pixels.dtype, (self.alpha.dtype, self.pixels.dtype)

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def channels(self) -> int:
        return int(self.pixels.shape[2])

    def with_notes(self, *notes: str) -> Image:
        return replace(self, meta=replace(self.meta, notes=(*self.meta.notes, *notes)))
