"""Consistency: how well a result, reduced again, equals its input; before encoding, and of the re-opened file."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from ..images.image import Image
from ..images.resize import reduce_rows, rows_to_reduce
from ..metrics.colour import ciede2000, srgb_to_lab

SAMPLE = 32_768
SEED = 20_240_229
STRIP = 64
"""Rows reduced at a time; `images.resize` gives the bits of the whole picture for multiples of it."""
THREADS = 2
"""At once; each holds a strip in float."""

Colours = NDArray[np.float32]


@dataclass(frozen=True)
class Consistency:
    """psnr: of all pixels, in dB, infinite for equality, peak 1. delta_e_*: CIEDE2000, values taken as sRGB.

    sample: input pixels that the colour difference was measured on, drawn with `seed`; all of them in small pictures.
    """

    psnr: float
    delta_e_mean: float
    delta_e_worst: float
    sample: int
    seed: int = SEED

    def as_json(self) -> dict[str, Any]:
        """Plain values; JSON has no infinity, so equality is None."""
        return asdict(self) | {"psnr": None if math.isinf(self.psnr) else self.psnr}


def measure_consistency(image_out: Image, image_in: Image, scale: int) -> Consistency | None:
    """Compare `image_out`, reduced by `scale`, with `image_in`; image_out is exactly `scale` times as large.

    Bicubic is the yardstick for all models: for one whose card names another degradation the numbers say how far tone
    and colour moved, not how well detail is held.

    Pixels whose surroundings are transparent in the input are left out, since their colour means nothing; None if
    none is left. The pictures may differ in depth, and in channels if grey was written as RGB or the reverse.
    """
    height, width = image_in.height, image_in.width
    assert (image_out.height, image_out.width) == (height * scale, width * scale)
    mask = _opaque(image_in)
    chosen = _sample(height * width)

    def measure(first: int) -> tuple[float, int, Colours, Colours]:
        """Of one strip: the sum of squares, of how many values, and the sampled colours of both."""
        last = min(first + STRIP, height)
        a, b = rows_to_reduce(height * scale, scale, first, last)
        reduced = reduce_rows(to_float(image_out.pixels[a:b]), scale, first, last, a, height * scale)
        wanted = to_float(image_in.pixels[first:last])
        difference = reduced - wanted
        here = slice(*np.searchsorted(chosen, (first * width, last * width)))
        picked = chosen[here] - first * width
        if mask is not None:
            inside = mask[first:last]
            difference = difference[inside]
            picked = picked[inside.reshape(-1)[picked]]
        flat = difference.reshape(-1)
        before, after = (colours.reshape(-1, colours.shape[2])[picked] for colours in (wanted, reduced))
        return float(np.dot(flat, flat)), flat.size, before, after

    with ThreadPoolExecutor(THREADS) as pool:
        strips = list(pool.map(measure, range(0, height, STRIP)))
    total, count = sum(strip[0] for strip in strips), sum(strip[1] for strip in strips)
    if count == 0:
        return None
    psnr = -10 * math.log10(total / count) if total > 0 else math.inf
    before, after = (_lab(np.concatenate([strip[k] for strip in strips])) for k in (2, 3))
    if len(before) == 0:
        return Consistency(psnr, 0.0, 0.0, 0)
    colour = ciede2000(before, after)
    return Consistency(psnr, float(colour.mean()), float(colour.max()), len(before))


def to_float(pixels: NDArray[Any]) -> NDArray[np.float32]:
    """Integers as the share of their full range, float32 as it is."""
    if pixels.dtype == np.float32:
        return pixels
    return np.asarray(np.multiply(pixels, np.float32(1 / np.iinfo(pixels.dtype).max), dtype=np.float32))


def _opaque(image: Image) -> NDArray[np.bool_] | None:
    """Where no pixel that a reduction reads is wholly transparent; None if that is everywhere."""
    if image.alpha is None:
        return None
    solid = (image.alpha > 0).astype(np.uint8)
    return np.asarray(cv2.erode(solid, np.ones((5, 5), np.uint8)) > 0)


def _sample(pixels: int) -> NDArray[np.int64]:
    if pixels <= SAMPLE:
        return np.arange(pixels)
    # Drawn with replacement: cheap at any size, and the few pixels drawn twice change nothing.
    return np.unique(np.random.default_rng(SEED).integers(0, pixels, SAMPLE))


def _lab(pixels: NDArray[np.float32]) -> NDArray[np.float64]:
    colours = np.broadcast_to(np.clip(pixels, 0, 1), (len(pixels), 3))
    return srgb_to_lab(colours)
