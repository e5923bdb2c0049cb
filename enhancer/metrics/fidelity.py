"""How far apart two pictures are: PSNR, and the luma of BT.601 that super-resolution reports it on."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ImageError

Array = NDArray[Any]


def luma(pixels: Array) -> NDArray[np.float32]:
    """Y of BT.601 in the studio range [16,235] of (H,W,3) RGB or (H,W,1) grey, uint8, or float in [0,1].

    MATLAB's `rgb2ycbcr` on doubles: not rounded to codes. Grey is taken as R = G = B, as it is in the benchmarks.
    """
    scale = 1 / 255 if pixels.dtype == np.uint8 else 1.0
    weights = np.array([65.481, 128.553, 24.966]) * scale
    if pixels.shape[2] == 1:
        return np.asarray(pixels[..., 0] * np.float32(weights.sum()) + np.float32(16), np.float32)
    return np.asarray(pixels.astype(np.float32) @ weights.astype(np.float32) + np.float32(16), np.float32)


def psnr(a: Array, b: Array, *, peak: float = 1.0, border: int = 0) -> float:
    """Peak signal to noise ratio in dB over all samples of two arrays of one shape; inf where they are equal.

    peak: the largest value, 1.0 or 255. border: rows and columns left out at each edge. The sum is in float64.
    """
    a, b = cropped(a, b, border)
    total = 0.0
    for row in range(0, a.shape[0], 256):
        difference = np.subtract(a[row : row + 256], b[row : row + 256], dtype=np.float64)
        total += float(np.vdot(difference, difference))
    return math.inf if total == 0 else 10 * math.log10(peak * peak * a.size / total)


def psnr_y(a: Array, b: Array, border: int = 0) -> float:
    """PSNR in dB of the luma of two uint8 pictures (H,W,1 or 3); Y is not rounded, peak 255.

    The protocol of super-resolution papers: results rounded to 8-bit RGB, `border` = scale left out at each edge.
    """
    return psnr(luma(a), luma(b), peak=255.0, border=border)


def cropped(a: Array, b: Array, border: int) -> tuple[Array, Array]:
    """Both arrays without `border` rows and columns at each edge; ImageError when they do not match or vanish."""
    if a.shape != b.shape:
        raise ImageError(
            f"Pictures of different shapes cannot be compared: {a.shape} and {b.shape}.", code="size-mismatch"
        )
    if border < 0 or min(a.shape[:2]) <= 2 * border:
        raise ImageError(f"A border of {border} leaves nothing of {a.shape[1]}x{a.shape[0]}.", code="size-mismatch")
    inner = slice(border, -border or None)
    return a[inner, inner], b[inner, inner]
