"""Transparency: colour carried outward under it before enlarging, and pictures laid on a background."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import ImageColor

from ..errors import SpecError
from .image import Image
from .transfer import like, unit

Floats = NDArray[np.float32]


def bleed(pixels: NDArray[Any], alpha: NDArray[Any], radius: int) -> NDArray[Any]:
    """Pixels whose colour under transparency comes from the visible pixels around; a new array of the same dtype.

    pixels: (H,W,C); alpha: (H,W) of the same dtype. Colours stay where alpha is full and give way to the
    alpha- weighted mean of their neighbourhood as it falls. Filled at least `radius` pixels outward, so that
    a filter of that reach sees no colour that was invisible. Push-pull: Gortler et al. 1996, "The Lumigraph",
    section 3.4.
    """
    cover = unit(alpha)
    if radius <= 0 or not cover.size or cover.min() >= 1 or cover.max() <= 0:
        return pixels
    # Nearly visible colours count less than their alpha says: 8-bit files keep few codes of them.
    weight = np.asarray(cover * cover, np.float32)
    levels = max(1, int(np.ceil(np.log2(radius + 1))) + 1)
    colour = unit(pixels)
    filled = _fill(np.asarray(colour * weight[..., None], np.float32), weight, levels)
    mix = cover[..., None]
    return like(np.clip(colour * mix + filled * (1 - mix), colour.min(), colour.max()), pixels.dtype)


def _fill(weighted: Floats, weight: Floats, levels: int) -> Floats:
    """Weighted means where there is weight; elsewhere the means of ever larger surroundings."""
    height, width = weight.shape
    if levels == 0 or min(height, width) < 2:
        total = float(weight.sum())
        mean = weighted.sum(axis=(0, 1)) / max(total, 1e-6)
        coarse = np.broadcast_to(mean.astype(np.float32), weighted.shape)
    else:
        # Cells overlap, so that also the first one outside knows the colour beside it.
        small_weight = np.asarray(cv2.pyrDown(weight), np.float32)
        small = np.asarray(cv2.pyrDown(weighted)).reshape(*small_weight.shape, -1)
        # Saturation: a cell that is a quarter covered already knows its colour.
        gain = np.minimum(4 * small_weight, 1) / np.maximum(small_weight, 1e-6)
        pulled = np.asarray(small * gain[..., None], np.float32), np.asarray(small_weight * gain, np.float32)
        below = _fill(*pulled, levels - 1)
        coarse = cv2.resize(below, (width, height), interpolation=cv2.INTER_LINEAR).reshape(weighted.shape)
    known = np.minimum(weight, 1)[..., None]
    own = weighted / np.maximum(weight, 1e-6)[..., None]
    return np.asarray(own * known + coarse * (1 - known), np.float32)


def parse_colour(text: str) -> tuple[int, int, int]:
    """R, G, B in 0..255 of "#rrggbb", "#rgb" or a CSS name; SpecError if it is none."""
    try:
        red, green, blue = ImageColor.getrgb(text)[:3]
    except ValueError:
        raise SpecError(f"{text!r} is not a colour.", "For example: #ffffff, or white.") from None
    return int(red), int(green), int(blue)


def flatten(image: Image, background: str) -> Image:
    """The picture without alpha, laid on a colour; blended on encoded values, as browsers do. Grey stays grey
    on a grey background.
    """
    if image.alpha is None:
        return image
    colour = np.asarray(parse_colour(background), np.float32) / np.float32(255)
    if image.channels == 1 and len(set(colour.tolist())) == 1:
        colour = colour[:1]
    channels = max(image.channels, len(colour))
    flat = np.empty((image.height, image.width, channels), image.pixels.dtype)
    for row in range(0, image.height, 256):
        cover = unit(image.alpha[row : row + 256])[..., None]
        light = unit(image.pixels[row : row + 256]) * cover + colour * (1 - cover)
        flat[row : row + 256] = like(light, flat.dtype)
    keep_icc = channels == image.channels
    meta = replace(image.meta, alpha_kind="none", icc=image.meta.icc if keep_icc else None)
    return Image(flat, None, meta)
