"""Reading: bytes to an upright Image with checked metadata. The formats decode, this decides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ImageError
from .blocks import exif as exif_block
from .blocks import xmp as xmp_block
from .blocks.ifd import ExifError
from .colour import usable_profile
from .formats import EXTENSIONS, FORMATS
from .formats.format import MAX_EXIF, MAX_FRAMES, MAX_XMP, Format, Header
from .image import Image, ImageMeta
from .orient import turn
from .recognise import refuse
from .source import Origin, Source

MAX_PIXELS = 200_000_000
# Float RGBA without compression, and some room: a larger file cannot be a picture within the limit.
_BYTES_A_PIXEL = 20
_ROOM = 64 << 20


def read(origin: Origin, *, max_pixels: int = MAX_PIXELS, allow_truncated: bool = False) -> Image:
    """The first picture of a file, upright, in its own depth.

    allow_truncated: fill what is missing of a cut-off file and note it. ImageError, with its code, for
    everything that cannot be read; nothing is decoded before the header is within `max_pixels`.
    """
    with _source(origin, max_pixels) as source:
        form, header = _header(source, max_pixels)
        decoded = form.decode(source, header, allow_truncated)
        pixels, alpha = decoded.pixels, decoded.alpha
        notes = [*header.notes, *decoded.notes]
        if header.frames > 1:
            notes.append(f"Only the first of {header.frames} pictures in the file was read.")
        if pixels.dtype == np.float32:
            clean, cover = _finite(pixels), None if alpha is None else _finite(alpha)
            if clean is not pixels or cover is not alpha:
                notes.append("Values that are not numbers were set to 0, infinite ones to 0 or 1.")
            pixels, alpha = clean, cover
        icc, told = (None, ()) if decoded.srgb else usable_profile(header.icc, pixels.shape[2])
        meta = ImageMeta(
            format=header.format,
            mode=header.mode,
            bit_depth=header.bit_depth,
            icc=icc,
            exif=exif_block.upright(header.exif) if header.exif else None,
            xmp=xmp_block.upright(header.xmp) if header.xmp else None,
            dpi=header.dpi if header.orientation < 5 or header.dpi is None else header.dpi[::-1],
            alpha_kind=header.alpha_kind if alpha is not None else "none",
            jpeg_quality=header.jpeg_quality,
            frames=header.frames,
            source=source.path,
            notes=(*notes, *told),
        )
        upright_alpha = None if alpha is None else turn(alpha, header.orientation)
        return Image(turn(pixels, header.orientation), upright_alpha, meta)


def probe(origin: Origin, *, max_pixels: int = MAX_PIXELS) -> Header:
    """What a file says of itself, its blocks checked, without decoding a pixel. ImageError as from `read`."""
    with _source(origin, max_pixels) as source:
        return _header(source, max_pixels)[1]


def _finite(values: NDArray[Any]) -> NDArray[Any]:
    """The same array if all of it is finite, else a cleaned copy."""
    return values if np.isfinite(values).all() else np.nan_to_num(values, nan=0.0, posinf=1.0, neginf=0.0)


def _source(origin: Origin, max_pixels: int) -> Source:
    return Source(origin, max_pixels * _BYTES_A_PIXEL + _ROOM)


def _header(source: Source, max_pixels: int) -> tuple[Format, Header]:
    form = _recognise(source)
    header = replace(form.probe(source), size_bytes=source.size)
    width, height = header.stored
    if width < 1 or height < 1:
        raise ImageError(f"{source.name} has no pixels ({width}x{height}).", "Get a fresh copy of it.")
    if width * height > max_pixels:
        raise ImageError(
            f"{source.name} has {width}x{height} pixels, more than the limit of {max_pixels:,} in all.",
            "If it is meant, raise the limit with --max-pixels.",
            "too-large",
        )
    if header.frames > MAX_FRAMES:
        raise ImageError(f"{source.name} holds more than {MAX_FRAMES:,} pictures.", "Split it.", "too-many-frames")
    header = _with_checked_blocks(header)
    suffix = source.path.suffix.lower() if source.path else ""
    if suffix and EXTENSIONS.get(suffix, form.name) != form.name:
        header = replace(header, notes=(*header.notes, f"It is named {suffix} but is a {form.title} file."))
    return form, header


def _recognise(source: Source) -> Format:
    head = source.head
    for name in FORMATS:
        form = FORMATS.get(name)
        if form.matches(head):
            return form
    raise refuse(source)


def _with_checked_blocks(header: Header) -> Header:
    """Drop blocks that are not sound, and find the orientation in those that are: EXIF first, then XMP."""
    exif, xmp, notes, orientation, dpi = header.exif, header.xmp, list(header.notes), 0, header.dpi
    if exif is not None:
        try:
            if len(exif) > MAX_EXIF:
                raise ExifError("it is too large")
            if exif_block.says_orientation(exif):
                orientation = exif_block.orientation(exif)
            dpi = dpi or exif_block.resolution(exif)
            exif_block.upright(exif)
        except ExifError as error:
            notes.append(f"EXIF dropped: {error}.")
            exif, orientation = None, 0
    if xmp is not None and (len(xmp) > MAX_XMP or xmp_block.unsafe(xmp)):
        notes.append("XMP dropped: " + ("it is too large." if len(xmp) > MAX_XMP else "it declares entities."))
        xmp = None
    if not orientation:
        orientation = (xmp_block.orientation(xmp) if xmp else None) or header.orientation
    return replace(header, exif=exif, xmp=xmp, dpi=dpi, orientation=orientation, notes=tuple(notes))
