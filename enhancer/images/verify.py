"""Opening again what was written, and holding it against what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import EnhancerError, ImageError
from .blocks.ifd import EXIF_POINTER, GPS_POINTER, INTEROP_POINTER, parse
from .image import Image
from .prepare import Prepared, WriteOptions, prepare
from .read import read
from .tiff_pixels import premultiply
from .write import Encoded

# Tags that a container may add, move or say in its own words.
_NOT_COMPARED = {0x0112, 0x011A, 0x011B, 0x0128, EXIF_POINTER, GPS_POINTER, INTEROP_POINTER}


@dataclass(frozen=True)
class Verified:
    """The picture as it came back from the file, and what was lost knowingly."""

    image: Image
    losses: tuple[str, ...]


def verify(origin: Path | bytes, expected: Image | Encoded, options: WriteOptions | None = None) -> Verified:
    """Read a written file back and compare size, depth, profile, EXIF, XMP, resolution, alpha; where the
    format is lossless also every pixel.

    expected: the Image that was given to `encode` with the same options, or what `encode` returned, which
    saves preparing it again. ImageError with code "verify" for any difference that no loss announced.
    """
    if isinstance(expected, Encoded):
        prepared = expected.prepared
    else:
        prepared = prepare(expected, options or WriteOptions(), origin if isinstance(origin, Path) else None)
    meant = prepared.image
    try:
        found = read(origin, max_pixels=meant.width * meant.height)
    except EnhancerError as error:
        raise _failed(f"it cannot be read again: {error.message}") from None
    difference = next(_differences(prepared, found), "")
    if difference:
        raise _failed(difference)
    return Verified(found, prepared.losses)


def _failed(why: str) -> ImageError:
    return ImageError(
        f"The written picture is not what it should be: {why}.",
        "Try another --format, and report it.",
        "verify",
    )


def _differences(prepared: Prepared, found: Image) -> Iterator[str]:
    meant, form = prepared.image, prepared.format
    if found.meta.format != form.name:
        yield f"it is {found.meta.format}, not {form.name}"
    if (found.height, found.width) != (meant.height, meant.width):
        yield f"its size is {found.width}x{found.height}, not {meant.width}x{meant.height}"
    if found.pixels.dtype != meant.pixels.dtype:
        yield f"its depth is {found.pixels.dtype}, not {meant.pixels.dtype}"
    if found.channels != meant.channels and not (form.name == "webp" and meant.channels == 1):
        yield f"it has {found.channels} channels, not {meant.channels}"
    # WebP leaves out an alpha that is full everywhere.
    left_out = form.name == "webp" and meant.alpha is not None and bool(meant.alpha.min() == 255)
    if (found.alpha is None) != (meant.alpha is None) and not left_out:
        yield "its transparency is missing" if found.alpha is None else "it became transparent"
    if found.alpha is not None and found.meta.alpha_kind != meant.meta.alpha_kind and meant.meta.alpha_kind != "none":
        yield f"its alpha is {found.meta.alpha_kind}, not {meant.meta.alpha_kind}"
    if found.meta.icc != meant.meta.icc:
        yield "its colour profile differs"
    if _tags(found.meta.exif) != _tags(meant.meta.exif):
        yield "its EXIF differs"
    if found.meta.xmp != meant.meta.xmp:
        yield "its XMP differs"
    if meant.meta.dpi is not None and not _near(found.meta.dpi, meant.meta.dpi):
        yield f"its resolution is {found.meta.dpi}, not {meant.meta.dpi}"
    if form.is_lossless(prepared.quality) and not _same_pixels(meant, found):
        yield "its pixels differ"


def _tags(block: bytes | None) -> dict[tuple[str, int], bytes]:
    if not block:
        return {}
    exif = parse(block)
    named = {"main": exif.main, "exif": exif.exif, "gps": exif.gps, "interop": exif.interop}
    return {
        (name, entry.tag): exif.value(entry)
        for name, one in named.items()
        if one is not None
        for entry in one.entries
        if entry.tag not in _NOT_COMPARED
    }


def _near(found: tuple[float, float] | None, meant: tuple[float, float]) -> bool:
    # JFIF holds whole numbers, PNG whole pixels a metre.
    return found is not None and all(abs(a - b) <= 0.51 for a, b in zip(found, meant, strict=True))


def _same_pixels(meant: Image, found: Image) -> bool:
    pixels = meant.pixels if meant.channels == found.channels else np.repeat(meant.pixels, 3, axis=2)
    colours = found.pixels
    if meant.alpha is None or found.alpha is None:
        return _equal(pixels, colours)
    if not _equal(meant.alpha, found.alpha):
        return False
    if meant.meta.alpha_kind != "associated":
        return _equal(pixels, colours)
    # Colours that differ where next to nothing is seen are one and the same once multiplied.
    return _equal(premultiply(pixels, meant.alpha), premultiply(colours, found.alpha), 1e-6)


def _equal(a: NDArray[Any], b: NDArray[Any], float_error: float = 0.0) -> bool:
    if a.shape != b.shape:
        return False
    strips = ((a[i : i + 256], b[i : i + 256]) for i in range(0, len(a), 256))
    if float_error and a.dtype == np.float32:
        return all(np.allclose(one, other, rtol=float_error, atol=float_error) for one, other in strips)
    return all(np.array_equal(one, other) for one, other in strips)
