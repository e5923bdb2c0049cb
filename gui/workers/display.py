"""Pictures as a screen wants them: 8 bits, sRGB, alpha premultiplied. Of the core's Images; no Qt here."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL.ImageCms import ImageCmsTransform

    from enhancer.images.image import Image

Bytes = NDArray[np.uint8]
STRIP = 512
"""Rows that are converted together, so that what lies between stays small."""


def for_display(image: Image) -> tuple[Bytes, ImageCmsTransform | None]:
    """(H,W,C) uint8, C 1, 3 or 4 (premultiplied RGBA), and what turns its colours to sRGB, None if they are that.

    Opaque 8-bit pixels are given back as they are. With alpha, colours are converted here, before premultiplying.
    """
    transform = to_srgb(image.meta.icc, image.channels)
    if image.alpha is None:
        return _bytes(image.pixels), transform
    made = np.empty((image.height, image.width, 4), np.uint8)
    for top in range(0, image.height, STRIP):
        colour = _eight_bit(image.pixels[top : top + STRIP])
        if transform is not None:
            colour = converted(colour, transform)
        cover = _eight_bit(image.alpha[top : top + STRIP, :, None])
        product = colour.astype(np.uint16) * cover
        made[top : top + STRIP, :, :3] = (product + 127) // 255
        made[top : top + STRIP, :, 3:] = cover
    return made, None


def to_srgb(profile: bytes | None, channels: int) -> ImageCmsTransform | None:
    """Relative colorimetric with black point compensation; None where the colours are sRGB as they are."""
    if profile is None:
        return None
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if channels == 3 and "srgb" in ImageCms.getProfileDescription(source).lower():
            return None  # a round trip through the engine would change codes by one
        return ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            "L" if channels == 1 else "RGB",
            "RGB",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (OSError, ValueError, TypeError, ImageCms.PyCMSError):
        return None  # the core checked it; what the engine still refuses is shown as it is


def converted(pixels: Bytes, transform: ImageCmsTransform) -> Bytes:
    """(H,W,1 or 3) as (H,W,3) sRGB."""
    from PIL import Image as Pillow
    from PIL import ImageCms

    flat = pixels[..., 0] if pixels.shape[2] == 1 else pixels
    turned = ImageCms.applyTransform(Pillow.fromarray(np.ascontiguousarray(flat)), transform)
    return np.asarray(turned)


def _bytes(pixels: NDArray[Any]) -> Bytes:
    if pixels.dtype == np.uint8:
        return np.ascontiguousarray(pixels)
    made = np.empty(pixels.shape, np.uint8)
    for top in range(0, pixels.shape[0], STRIP):
        made[top : top + STRIP] = _eight_bit(pixels[top : top + STRIP])
    return made


def _eight_bit(pixels: NDArray[Any]) -> Bytes:
    """uint8 as it is, uint16 and nominal [0,1] floats rounded and clipped."""
    if pixels.dtype == np.uint8:
        return pixels
    factor = 255.0 / 65535.0 if pixels.dtype == np.uint16 else 255.0
    scaled = pixels.astype(np.float32)
    scaled *= np.float32(factor)
    np.clip(scaled, 0, 255, out=scaled)
    return np.rint(scaled).astype(np.uint8)


def halved(pixels: Bytes) -> Bytes:
    """Each pixel the mean of 2x2; where a side is odd, the last of it alone, so that geometry stays exact."""
    height, width, channels = pixels.shape
    made = np.empty(((height + 1) // 2, (width + 1) // 2, channels), np.uint8)
    rows, columns = height // 2, width // 2
    if rows and columns:
        made[:rows, :columns] = _area(pixels[: 2 * rows, : 2 * columns], rows, columns)
    if rows and width % 2:
        made[:rows, columns:] = _area(pixels[: 2 * rows, -1:], rows, 1)
    if columns and height % 2:
        made[rows:, :columns] = _area(pixels[-1:, : 2 * columns], 1, columns)
    if height % 2 and width % 2:
        made[-1, -1] = pixels[-1, -1]
    return made


def shrunk(pixels: Bytes, longest: int) -> Bytes:
    """At most that long, by area averaging; never enlarged."""
    height, width, _ = pixels.shape
    factor = longest / max(height, width)
    if factor >= 1:
        return pixels
    return _area(pixels, max(round(height * factor), 1), max(round(width * factor), 1))


def _area(pixels: Bytes, height: int, width: int) -> Bytes:
    made = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(made, np.uint8).reshape(height, width, pixels.shape[2])
