"""Resampling of pixel arrays and of whole pictures; the kernels themselves live in `kernels`.

Both passes are products with small dense blocks of the banded weight matrix: BLAS does them faster than a
convolution that must then be decimated, and one method serves every ratio. Mirrored borders are folded into
the matrices, so nothing is padded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .image import Image
from .kernels import Taps, bicubic_kernel, taps
from .transfer import decode_to_linear, encode_from_linear, from_linear, like, to_linear, unit

__all__ = [
    "bicubic_kernel",
    "from_linear",
    "reduce",
    "reduce_rows",
    "resize",
    "resize_to",
    "rows_to_reduce",
    "to_linear",
]

Floats = NDArray[np.float32]

# Outputs of one product: larger blocks multiply more zeros, smaller ones call BLAS more often. Measured best
# with AVX-512, and near the best for all ratios from 1/8 to 8.
BLOCK = 16
# Rows that go through the horizontal pass together, so that the intermediate stays in cache.
STRIP = 64
# Multiplications in one product: OpenBLAS starts threads above 2^18, which costs these small products more
# than it gives, and ten times as much on a machine that is busy.
ONE_THREAD = 250_000
# Output rows that `resize_to` holds as floats at a time.
LIGHT_ROWS = 256
# Below this coverage the colour of a pixel says nothing; half a code of 8 bits.
THIN = 1 / 510


def resize(
    pixels: Floats,
    height: int,
    width: int,
    kernel: str = "bicubic",
    antialias: bool = True,
    linear_light: bool = False,
) -> Floats:
    """Resample (H,W,C) float32 to (height,width,C); equals MATLAB's `imresize` for bicubic within rounding.

    With `linear_light` the values are sRGB-encoded, averaged as light, and encoded again. Overshoot is not clipped.
    """
    assert pixels.ndim == 3, pixels.shape
    assert pixels.dtype == np.float32, pixels.dtype
    assert height > 0, height
    assert width > 0, width
    rows = taps(pixels.shape[0], height, kernel, antialias)
    columns = taps(pixels.shape[1], width, kernel, antialias)
    if linear_light:
        return from_linear(_resample(to_linear(pixels), rows, columns, 0, height, 0))
    return _resample(pixels, rows, columns, 0, height, 0)


def reduce(pixels: Floats, scale: int) -> Floats:
    """The degradation named "bicubic": antialiased, on the values as they are; H and W must be multiples of scale."""
    height, width = pixels.shape[0], pixels.shape[1]
    assert height % scale == 0, (height, scale)
    assert width % scale == 0, (width, scale)
    return resize(pixels, height // scale, width // scale)


def rows_to_reduce(height: int, scale: int, first: int, last: int) -> tuple[int, int]:
    """Which rows [start, stop) of a picture of `height` rows `reduce_rows` needs for its output rows [first, last)."""
    return taps(height, height // scale, "bicubic", True).span(first, last)


def reduce_rows(strip: Floats, scale: int, first: int, last: int, start: int, height: int) -> Floats:
    """Rows [first, last) of what `reduce` gives for the whole picture, from a strip of it.

    strip: rows from `start` on of a picture of `height` rows, (h,W,C) float32, at least those that
    `rows_to_reduce` names. Equal to the rows of the whole to the bit when `first` is a multiple of 64, else
    within float rounding.
    """
    assert strip.shape[1] % scale == 0, (strip.shape, scale)
    rows = taps(height, height // scale, "bicubic", True)
    columns = taps(strip.shape[1], strip.shape[1] // scale, "bicubic", True)
    return _resample(strip, rows, columns, first, last, start)


def _resample(strip: Floats, rows: Taps, columns: Taps, first: int, last: int, start: int) -> Floats:
    channels = strip.shape[2]
    flat = np.ascontiguousarray(strip).reshape(strip.shape[0], -1)
    down, across = _blocks(rows, 1), _blocks(columns, channels)
    out = np.empty((last - first, columns.size_out * channels), np.float32)
    between = np.empty((min(STRIP, last - first), flat.shape[1]), np.float32)
    for top in range(first, last, STRIP):
        bottom = min(top + STRIP, last)
        for block in down[top // BLOCK : -(-bottom // BLOCK)]:
            row, end = max(block.first, top), min(block.last, bottom)
            a, b = rows.span(row, end)
            matrix = block.matrix[a - block.start : b - block.start, row - block.first : end - block.first].T
            _down(matrix, flat[a - start : b - start], between[row - top : end - top])
        for block in across:
            _across(
                between[: bottom - top, block.start : block.stop],
                block.matrix,
                out[top - first : bottom - first, block.first : block.last],
            )
    return out.reshape(last - first, columns.size_out, channels)


def _down(matrix: Floats, rows: Floats, out: Floats) -> None:
    step = max(ONE_THREAD // matrix.size, 16)
    for left in range(0, rows.shape[1], step):
        np.matmul(matrix, rows[:, left : left + step], out=out[:, left : left + step])


def _across(rows: Floats, matrix: Floats, out: Floats) -> None:
    step = max(ONE_THREAD // matrix.size, 1)
    for top in range(0, rows.shape[0], step):
        np.matmul(rows[top : top + step], matrix, out=out[top : top + step])


@dataclass(frozen=True)
class _Block:
    """Outputs [first, last) are inputs [start, stop) times `matrix` (inputs, outputs), in interleaved samples."""

    first: int
    last: int
    start: int
    stop: int
    matrix: Floats


def _blocks(along: Taps, channels: int) -> list[_Block]:
    return _cached_blocks(along.size_in, along.size_out, along.kernel, along.antialias, channels)


@lru_cache(maxsize=16)
def _cached_blocks(size_in: int, size_out: int, kernel: str, antialias: bool, channels: int) -> list[_Block]:
    """One axis in blocks of BLOCK outputs; equal matrices, as inside of every whole ratio, are held once."""
    along = taps(size_in, size_out, kernel, antialias)
    held: dict[bytes, Floats] = {}
    blocks = []
    for first in range(0, size_out, BLOCK):
        last = min(first + BLOCK, size_out)
        start, stop = along.span(first, last)
        small = along.matrix(first, last, start, stop).T
        key = small.tobytes()
        if key not in held:
            held[key] = np.kron(small, np.eye(channels, dtype=np.float32))
        c = channels
        blocks.append(_Block(first * c, last * c, start * c, stop * c, held[key]))
    return blocks


def resize_to(image: Image, height: int, width: int) -> Image:
    """The picture at another size, averaged in linear light, colour weighted by alpha; dtype and meta stay.

    Assumes the sRGB transfer curve also for other profiles: it is close to theirs, and only the averaging uses it.
    """
    assert height > 0, height
    assert width > 0, width
    if (height, width) == (image.height, image.width):
        return image
    rows = taps(image.height, height, "bicubic", True)
    columns = taps(image.width, width, "bicubic", True)
    pixels = np.empty((height, width, image.channels), image.pixels.dtype)
    alpha = None if image.alpha is None else np.empty((height, width), image.pixels.dtype)
    for first in range(0, height, LIGHT_ROWS):
        last = min(first + LIGHT_ROWS, height)
        start, stop = rows.span(first, last)
        light = decode_to_linear(image.pixels[start:stop])
        if image.alpha is None or alpha is None:
            light = _resample(light, rows, columns, first, last, start)
        else:
            cover = unit(image.alpha[start:stop])[..., None]
            plain = _resample(light, rows, columns, first, last, start)
            light = _resample(light * cover, rows, columns, first, last, start)
            cover = _resample(cover, rows, columns, first, last, start)
            light = np.where(cover > THIN, light / np.maximum(cover, THIN), plain)
            alpha[first:last] = like(cover[..., 0], alpha.dtype)
        pixels[first:last] = encode_from_linear(light, pixels.dtype)
    return replace(image, pixels=pixels, alpha=alpha)
