"""Resampling kernels and the banded matrices made of them; pixels are not touched here.

Sampling positions, antialiasing and borders are those of MATLAB's `imresize`, on which the published numbers
of super-resolution rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import SpecError
from ..registry import did_you_mean

Array = NDArray[Any]


def bicubic_kernel(x: Array) -> Array:
    """Cubic convolution with a = -0.5, support [-2, 2]. Keys 1981, equation 15."""
    d = np.abs(x)
    near = (1.5 * d - 2.5) * d * d + 1.0
    far = ((-0.5 * d + 2.5) * d - 4.0) * d + 2.0
    return np.asarray(np.where(d <= 1, near, np.where(d < 2, far, 0.0)))


def lanczos3_kernel(x: Array) -> Array:
    """sinc windowed by a wider sinc, support [-3, 3]. Duchon 1979."""
    return np.asarray(np.where(np.abs(x) < 3, np.sinc(x) * np.sinc(x / 3), 0.0))


def box_kernel(x: Array) -> Array:
    """The mean over one output pixel, support [-0.5, 0.5)."""
    return np.asarray(((x >= -0.5) & (x < 0.5)).astype(np.float64))


KERNELS: dict[str, tuple[Callable[[Array], Array], float]] = {
    "bicubic": (bicubic_kernel, 4.0),
    "box": (box_kernel, 1.0),
    "lanczos3": (lanczos3_kernel, 6.0),
}


@dataclass(frozen=True)
class Taps:
    """For every output position, which input positions it reads and with what weights: both (out, taps)."""

    size_in: int
    kernel: str
    antialias: bool
    indices: NDArray[np.intp]
    weights: NDArray[np.float64]

    @property
    def size_out(self) -> int:
        return int(self.indices.shape[0])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The input range [start, stop) that outputs [first, last) read."""
        read = self.indices[first:last]
        return int(read.min()), int(read.max()) + 1

    def matrix(self, first: int, last: int, start: int, stop: int) -> NDArray[np.float32]:
        """Dense (last - first, stop - start) weights of outputs [first, last) over inputs [start, stop)."""
        dense = np.zeros((last - first, stop - start))
        rows = np.arange(last - first)[:, None]
        np.add.at(dense, (rows, self.indices[first:last] - start), self.weights[first:last])
        return dense.astype(np.float32)


@lru_cache(maxsize=32)
def taps(size_in: int, size_out: int, kernel: str, antialias: bool) -> Taps:
    """Taps that take `size_in` samples to `size_out`; beyond the edge the picture is mirrored, edge sample included."""
    if kernel not in KERNELS:
        raise SpecError(f"There is no resampling kernel {kernel!r}.", did_you_mean(kernel, list(KERNELS)))
    shape, support = KERNELS[kernel]
    scale = size_out / size_in
    shrink = scale if antialias and scale < 1 else 1.0
    width = support / shrink
    centre = (np.arange(size_out) + 0.5) / scale - 0.5
    left = np.floor(centre - width / 2).astype(np.int64) + 1
    indices = left[:, None] + np.arange(-1, int(np.ceil(width)) + 1)
    weights = shape(shrink * (centre[:, None] - indices))
    used = np.any(weights != 0, axis=0)
    indices, weights = indices[:, used], weights[:, used]
    weights = weights / weights.sum(axis=1, keepdims=True)
    mirrored = np.mod(indices, 2 * size_in)
    mirrored = np.where(mirrored < size_in, mirrored, 2 * size_in - 1 - mirrored)
    return Taps(size_in, kernel, antialias, mirrored.astype(np.intp), weights)
