"""From a picture as stored to the size and channels that are learned; pure functions of pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...images.resize import THIN, resize
from ...images.transfer import quantise
from .source import Bytes

LUMA = (0.299, 0.587, 0.114)
"""ITU-R BT.601, on encoded values."""
WIDEST_BORDER = 8
"""Pixels that padding adds along a side at most; a larger target enlarges the picture instead."""

Floats = NDArray[np.float32]


def fit(pixels: Bytes, size: tuple[int, int], channels: int, pads: bool = False) -> Bytes:
    """(H,W,C) uint8, C 1, 3 or 4, as (*size,channels) uint8.

    pads: a picture a little smaller on both sides is centred on black. Else the middle that has the aspect of `size` is
    resampled, antialiased bicubic on encoded values, colour weighted by alpha. Without channel 4 transparent pictures
    are laid on white; with it, what is fully transparent is black, so that no invisible colour is learned.
    """
    height, width = pixels.shape[:2]
    if pads and (height, width) != size and _nearly(height, size[0]) and _nearly(width, size[1]):
        return _padded(convert(pixels, channels), size)
    middle = centre(pixels, size)
    if middle.shape[:2] == size:
        return convert(middle, channels)
    return convert(_resampled(middle, size), channels)


def centre(pixels: Bytes, size: tuple[int, int]) -> Bytes:
    """The largest middle piece with the aspect of `size`, sides rounded to whole pixels."""
    height, width = pixels.shape[:2]
    tall = min(height, max(1, round(width * size[0] / size[1])))
    wide = min(width, max(1, round(height * size[1] / size[0])))
    top, left = (height - tall) // 2, (width - wide) // 2
    return pixels[top : top + tall, left : left + wide]


def convert(pixels: Bytes, channels: int) -> Bytes:
    """(H,W,C) as (H,W,channels): luma, grey repeated, opaque alpha, white behind, black under full transparency."""
    found = pixels.shape[2]
    if found == 4 and channels != 4:
        cover = pixels[..., 3:] * np.float32(1 / 255)
        return convert(_bytes(pixels[..., :3] * cover + 255 * (1 - cover)), channels)
    if found == 4:
        return np.where(pixels[..., 3:] > 0, pixels, np.uint8(0))
    if channels == 1 and found == 3:
        return _bytes(pixels.astype(np.float32) @ np.array(LUMA, np.float32))[..., None]
    colour = np.repeat(pixels, 3, axis=2) if found == 1 and channels != 1 else pixels
    if channels == 4:
        return np.concatenate([colour, np.full((*colour.shape[:2], 1), 255, np.uint8)], axis=2)
    return np.ascontiguousarray(colour)


def _resampled(pixels: Bytes, size: tuple[int, int]) -> Bytes:
    values = np.multiply(pixels, np.float32(1 / 255), dtype=np.float32)
    if pixels.shape[2] != 4:
        return quantise(resize(values, *size), np.dtype(np.uint8))
    values[..., :3] *= values[..., 3:]
    out = np.clip(resize(values, *size), 0, 1)
    cover = out[..., 3:]
    out[..., :3] = np.where(cover > THIN, out[..., :3] / np.maximum(cover, THIN), 0)
    return quantise(out, np.dtype(np.uint8))


def _padded(pixels: Bytes, size: tuple[int, int]) -> Bytes:
    height, width, channels = pixels.shape
    out = np.zeros((*size, channels), np.uint8)
    if channels == 4:
        out[..., 3] = 255
    top, left = (size[0] - height) // 2, (size[1] - width) // 2
    out[top : top + height, left : left + width] = pixels
    return out


def _nearly(side: int, wanted: int) -> bool:
    return side <= wanted <= side + WIDEST_BORDER


def _bytes(values: Floats) -> Bytes:
    return np.rint(values).astype(np.uint8)
