"""The samples of a TIFF page, whatever they mean there, as the pixels of an Image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .colour import cmyk_to_srgb, lab_to_srgb
from .transfer import like, unit

Array = NDArray[Any]


@dataclass(frozen=True)
class Layout:
    """How samples are stored. photometric: TIFF's number; kind: u or f; extra: meanings of the samples beyond
    the colours (0 unspecified, 1 associated alpha, 2 straight alpha); jpeg: YCbCr was undone by the codec.
    """

    width: int
    height: int
    photometric: int
    samples: int
    bits: int
    kind: str
    extra: tuple[int, ...]
    jpeg: bool


def to_image(
    array: Array, layout: Layout, planar: int, palette: Array | None, icc: bytes | None
) -> tuple[Array, Array | None, list[str], bool]:
    """Colour (H,W,1 or 3), straight alpha or None, notes, and whether the colours were converted to sRGB."""
    notes: list[str] = []
    if planar == 2 and layout.samples > 1:
        array = np.moveaxis(array.reshape(layout.samples, layout.height, layout.width), 0, 2)
    array = array.reshape(layout.height, layout.width, layout.samples)
    colours = layout.samples - len(layout.extra)
    has_alpha = bool(layout.extra) and layout.extra[0] in (1, 2)
    spare = len(layout.extra) - has_alpha
    if spare:
        notes.append(f"{spare} extra channel{'s' if spare > 1 else ''} of unknown meaning dropped.")
    alpha = _full_range(array[..., colours], layout) if has_alpha else None
    colour = array[..., :colours]
    converted = False
    if layout.photometric == 3 and palette is not None:
        pixels = _resolved(colour[..., 0], palette)
    elif layout.photometric == 5:
        pixels, told = cmyk_to_srgb(_inks(colour, layout, notes), icc)
        notes += told
        converted = True
    elif layout.photometric in (8, 9):
        pixels = _from_lab(colour, layout)
        notes.append("CIELAB converted to sRGB.")
        converted = True
    elif layout.photometric == 6 and not layout.jpeg:
        pixels = _from_ycbcr(_full_range(colour, layout))
        notes.append("YCbCr converted to RGB by BT.601.")
    else:
        pixels = _full_range(colour, layout)
        if layout.photometric == 0:
            pixels = (1 if pixels.dtype == np.float32 else np.iinfo(pixels.dtype).max) - pixels
    if layout.bits in (32, 64) and (layout.kind == "u" or layout.bits == 64):
        notes.append(f"{layout.bits}-bit samples were read as 32-bit float.")
    pixels = np.ascontiguousarray(pixels)
    if alpha is not None:
        alpha = np.ascontiguousarray(like(unit(alpha), pixels.dtype) if alpha.dtype != pixels.dtype else alpha)
        if layout.extra[0] == 1:
            pixels = straighten(pixels, alpha)
    return pixels, alpha, notes, converted


def _full_range(samples: Array, layout: Layout) -> Array:
    """Unsigned samples of any depth spread over uint8 or uint16; floats, and 32-bit integers, as float32."""
    if layout.kind == "f":
        return samples.astype(np.float32)
    if layout.bits == 32:
        return (samples / np.float64(2**32 - 1)).astype(np.float32)
    wide = np.uint8 if layout.bits <= 8 else np.uint16
    if layout.bits in (8, 16):
        return samples.astype(wide)
    peak, full = 2**layout.bits - 1, int(np.iinfo(wide).max)
    table = (np.arange(peak + 1, dtype=np.int64) * full * 2 + peak) // (2 * peak)
    return np.take(table.astype(wide), samples.astype(np.intp))


def _resolved(indices: Array, palette: Array) -> Array:
    """Palettes hold 16 bits; nearly all of them are 8 bits repeated, or 8 bits by mistake, and are read as such."""
    entries = np.asarray(palette).T.astype(np.uint16)
    if entries.max(initial=0) < 256:
        entries = entries.astype(np.uint8)
    elif np.array_equal(entries >> 8, entries & 255) or np.all(entries & 255 == 0):
        entries = (entries >> 8).astype(np.uint8)
    return np.take(entries, np.minimum(indices, len(entries) - 1), axis=0)


def _inks(colour: Array, layout: Layout, notes: list[str]) -> NDArray[np.uint8]:
    full = _full_range(colour, layout)
    if full.dtype == np.uint8:
        return np.ascontiguousarray(full)
    notes.append("CMYK was reduced to 8 bits for its conversion.")
    return np.ascontiguousarray(like(unit(full), np.dtype(np.uint8)))


def _from_lab(colour: Array, layout: Layout) -> Array:
    """CIELAB (8) has signed a and b, ICCLAB (9) offsets them; TIFF 6.0 section 23 and TIFF technical note 4."""
    if layout.kind == "f":
        return lab_to_srgb(colour.astype(np.float64), np.dtype(np.float32))
    wide = layout.bits > 8
    full, one = (65535, 256) if wide else (255, 1)
    raw = colour.astype(np.int64)
    chroma = raw[..., 1:]
    if layout.photometric == 8:
        chroma = np.where(chroma >= (full + 1) // 2, chroma - full - 1, chroma)
    else:
        chroma = chroma - (full + 1) // 2
    lab = np.concatenate([raw[..., :1] * (100 / full), chroma / one], axis=2)
    return lab_to_srgb(lab, np.dtype(np.uint16 if wide else np.uint8))


def _from_ycbcr(full: Array) -> Array:
    values = unit(full).astype(np.float32)
    y, cb, cr = values[..., 0], values[..., 1] - 0.5, values[..., 2] - 0.5
    rgb = np.stack([y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb], axis=-1)
    return like(rgb, full.dtype)


def straighten(pixels: Array, alpha: Array) -> Array:
    """Colours that were multiplied by their alpha, divided by it again; black where nothing is seen."""
    out = np.empty_like(pixels)
    for row in range(0, len(pixels), 256):
        cover = unit(alpha[row : row + 256])[..., None]
        colour = unit(pixels[row : row + 256])
        divided = np.divide(colour, cover, out=np.zeros_like(colour), where=cover > 0)
        out[row : row + 256] = like(divided, pixels.dtype)
    return out


def premultiply(pixels: Array, alpha: Array) -> Array:
    """The inverse of `straighten`; exact for integers: what was read premultiplied is written as it was."""
    out = np.empty_like(pixels)
    for row in range(0, len(pixels), 256):
        cover = unit(alpha[row : row + 256])[..., None]
        out[row : row + 256] = like(unit(pixels[row : row + 256]) * cover, pixels.dtype)
    return out
