"""Alpha through an enlargement: the colour below is filled in first, the alpha itself is resampled, not imagined."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..images.resize import resize
from .consistency import to_float

STRIP = 128
CONTEXT = 4
"""Rows of context that bicubic enlargement sees, rounded up."""


def enlarge_alpha(alpha: NDArray[Any], scale: int) -> NDArray[Any]:
    """(H,W) to (H*scale,W*scale) of the same dtype, antialiased bicubic, strip by strip.

    The network is not used: it learned photographs, would cost as much again as the colour, and bicubic edges lie
    exactly where the reduced colour has them. Opaque stays exactly opaque, transparent exactly transparent.
    """
    if scale == 1:
        return alpha
    height, width = alpha.shape
    out = np.empty((height * scale, width * scale), alpha.dtype)
    if alpha.min() == alpha.max():
        out[:] = alpha[0, 0]
        return out
    for first in range(0, height, STRIP):
        last = min(first + STRIP, height)
        a, b = max(first - CONTEXT, 0), min(last + CONTEXT, height)
        strip = resize(to_float(alpha[a:b])[:, :, None], (b - a) * scale, width * scale)[..., 0]
        rows = strip[(first - a) * scale : (last - a) * scale].clip(0, 1)
        out[first * scale : last * scale] = from_float(rows, alpha.dtype)
    return out


def from_float(values: NDArray[np.float32], dtype: np.dtype[Any]) -> NDArray[Any]:
    """[0,1] to the full range of an integer dtype, rounded to nearest; float32 as it is."""
    if dtype == np.float32:
        return values
    return (values * np.iinfo(dtype).max + 0.5).astype(dtype)
