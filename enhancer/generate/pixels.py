"""Between a generator's (C,H,W) floats and pictures: an Image out of it, and a photo into its size and channels."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from ..images.image import Image, ImageMeta
from ..images.resize import resize_to
from ..images.transfer import quantise, unit

GREY = np.array([0.299, 0.587, 0.114], np.float32)
"""Luma of ITU-R BT.601, as Pillow's "L": what grey data sets were made with."""


def to_codes(picture: NDArray[np.float32]) -> NDArray[np.uint8]:
    """(C,H,W) float [0,1] to (H,W,C) uint8, C 1, 3 or 4."""
    return cast("NDArray[np.uint8]", quantise(np.moveaxis(picture, 0, 2), np.dtype(np.uint8)))


def to_image(codes: NDArray[np.uint8], xmp: bytes | None = None) -> Image:
    """(H,W,C) uint8 as a picture; a fourth channel is straight alpha."""
    meta = ImageMeta(bit_depth=8, xmp=xmp, alpha_kind="straight" if codes.shape[2] == 4 else "none")
    colours = np.ascontiguousarray(codes[..., :3])
    alpha = np.ascontiguousarray(codes[..., 3]) if codes.shape[2] == 4 else None
    return Image(colours, alpha, meta)


def fitted(image: Image, height: int, width: int) -> Image:
    """The middle of a picture in the aspect of (height, width), resized to it in linear light."""
    scale = min(image.height / height, image.width / width)
    high, wide = max(round(height * scale), 1), max(round(width * scale), 1)
    top, left = (image.height - high) // 2, (image.width - wide) // 2
    box = slice(top, top + high), slice(left, left + wide)
    alpha = None if image.alpha is None else np.ascontiguousarray(image.alpha[box])
    cut = Image(np.ascontiguousarray(image.pixels[box]), alpha, image.meta)
    return cut if (high, wide) == (height, width) else resize_to(cut, height, width)


def planes(image: Image, channels: int) -> NDArray[np.float32]:
    """(C,H,W) float32 in [0,1] with as many channels as a generator has; without a channel for it, transparency lies
    on white.
    """
    colours = np.clip(unit(image.pixels), 0, 1)
    alpha = None if image.alpha is None else np.clip(unit(image.alpha), 0, 1)[..., None]
    if channels < 4 and alpha is not None:
        colours = colours * alpha + (1 - alpha)
    if channels == 1 and colours.shape[2] == 3:
        colours = colours @ GREY[:, None]
    if channels > 1 and colours.shape[2] == 1:
        colours = np.repeat(colours, 3, axis=2)
    if channels == 4:
        full: NDArray[Any] = np.ones((*colours.shape[:2], 1), np.float32) if alpha is None else alpha
        colours = np.concatenate([colours, full], axis=2)
    return np.ascontiguousarray(np.moveaxis(colours, 2, 0), np.float32)
