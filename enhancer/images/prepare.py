"""From a picture to what a format can hold, and the list of what that costs; nothing is encoded here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ..errors import ImageError, SpecError
from .alpha import flatten
from .blocks import exif as exif_block
from .blocks import xmp as xmp_block
from .blocks.ifd import ExifError
from .formats import EXTENSIONS, FORMATS
from .formats.format import Format
from .image import Image
from .transfer import like, unit


@dataclass(frozen=True)
class WriteOptions:
    """How a picture is written.

    format: registered name; "" takes that of the file name, else the one it came from, else PNG. quality:
    1..100 of lossy formats, None for the format's default; WebP is lossless at 100. depth: bits a channel,
    "32" is float. background: colour under transparency where the format has none.
    strip: no EXIF or XMP. strip_gps: no position.
    """

    format: str = ""
    quality: int | None = None
    depth: Literal["keep", "8", "16", "32"] = "keep"
    background: str = ""
    strip: bool = False
    strip_gps: bool = False


@dataclass(frozen=True)
class Prepared:
    """A picture as `format` will hold it, and what it lost on the way, one plain sentence each."""

    format: Format
    image: Image
    quality: int | None
    losses: tuple[str, ...] = ()


def writable_formats() -> list[str]:
    """Names of the formats that can be written."""
    return [name for name in FORMATS if FORMATS.get(name).encode is not None]


def target_format(image: Image, options: WriteOptions, path: Path | None = None) -> Format:
    """Which format a picture is written in; SpecError for one that cannot be written."""
    name = options.format
    if not name and path is not None and path.suffix:
        name = EXTENSIONS.get(path.suffix.lower(), "")
        if not name:
            raise SpecError(f"No picture format ends in {path.suffix!r}.", f"Use {_listed()}.")
    name = name or image.meta.format
    # What came from a read-only format is written losslessly, unless a format was asked for.
    if not options.format and (name not in FORMATS or FORMATS.get(name).encode is None):
        if path is not None and path.suffix:
            raise SpecError(f"{name.upper()} files are read but not written.", f"Use {_listed()}.")
        name = "png"
    form = FORMATS.get(name)
    if form.encode is None:
        raise SpecError(f"{form.title} files are read but not written.", f"Use {_listed()}.")
    return form


def _listed() -> str:
    return ", ".join(writable_formats())


def check_writable(format: str, width: int, height: int, alpha: bool = False, background: str = "") -> None:  # noqa: A002
    """Raise before any work what `encode` would raise for a picture of this size and kind."""
    form = FORMATS.get(format)
    if form.encode is None:
        raise SpecError(f"{form.title} files are read but not written.", f"Use {_listed()}.")
    if max(width, height) > form.max_side:
        raise ImageError(
            f"{form.title} holds at most {form.max_side:,} pixels a side, not {width}x{height}.",
            "Use --format png or tiff, or a smaller --size.",
            "too-large-to-write",
        )
    if alpha and not form.alpha and not background:
        raise ImageError(
            f"{form.title} has no transparency and the picture has.",
            "Choose the colour under it, for example --background white, or use --format png.",
            "needs-background",
        )


def prepare(image: Image, options: WriteOptions, path: Path | None = None) -> Prepared:
    """The picture with depth, alpha and metadata that its target format holds. ImageError if it cannot be."""
    form = target_format(image, options, path)
    losses: list[str] = []
    if image.alpha is not None and not form.alpha and _opaque(image.alpha):
        image = Image(image.pixels, None, replace(image.meta, alpha_kind="none"))
    check_writable(form.name, image.width, image.height, image.alpha is not None, options.background)
    if image.alpha is not None and not form.alpha:
        image = flatten(image, options.background)
        losses.append(f"Transparency was laid on {options.background}: {form.title} has none.")
    if image.alpha is not None and image.meta.alpha_kind not in form.alpha_kinds:
        # Pixels are straight in here whatever the file had, so this loses nothing.
        image = replace(image, meta=replace(image.meta, alpha_kind="straight"))
    image = _with_depth(image, form, options.depth, losses)
    if form.name == "webp" and image.channels == 1 and image.meta.icc is not None:
        image = replace(image, meta=replace(image.meta, icc=None))
        losses.append("The grey colour profile was dropped: WebP has no grey pictures.")
    quality = options.quality
    if quality is None and form.lossless_from and image.meta.mode.startswith("VP8L"):
        quality = form.lossless_from
    return Prepared(form, _with_metadata(image, form, options, losses), quality, tuple(losses))


def _opaque(alpha: NDArray[Any]) -> bool:
    full = 1.0 if alpha.dtype == np.float32 else np.iinfo(alpha.dtype).max
    return bool(alpha.min() >= full)


def _with_depth(image: Image, form: Format, depth: str, losses: list[str]) -> Image:
    have = 32 if image.pixels.dtype == np.float32 else image.pixels.dtype.itemsize * 8
    wanted = have if depth == "keep" else int(depth)
    used = max((d for d in form.depths if d <= wanted), default=min(form.depths))
    if used < have:
        names = {8: "8 bits", 16: "16 bits", 32: "float"}
        why = f"{form.title} holds no more" if used < wanted else "as asked"
        losses.append(f"Depth was reduced from {names[have]} to {names[used]}: {why}.")
    if used == have:
        return image
    if have == 32 and (image.pixels.min() < 0 or image.pixels.max() > 1):
        losses.append("Values below 0 or above 1 were cut off: only float holds them.")
    convert = {8: np.uint8, 16: np.uint16, 32: np.float32}[used]
    alpha = None if image.alpha is None else _converted(image.alpha, np.dtype(convert))
    meta = replace(image.meta, bit_depth=used if used < have else image.meta.bit_depth)
    return Image(_converted(image.pixels, np.dtype(convert)), alpha, meta)


def _converted(values: NDArray[Any], dtype: np.dtype[Any]) -> NDArray[Any]:
    if values.dtype == np.uint8 and dtype == np.uint16:
        return values.astype(np.uint16) * np.uint16(257)
    out = np.empty(values.shape, dtype)
    for row in range(0, len(values), 256):
        out[row : row + 256] = like(unit(values[row : row + 256]), dtype)
    return out


def _with_metadata(image: Image, form: Format, options: WriteOptions, losses: list[str]) -> Image:
    meta = image.meta
    exif, xmp, dpi, icc = meta.exif, meta.xmp, meta.dpi, meta.icc
    if options.strip:
        exif = xmp = None
    if exif is not None:
        exif = _exif_for(exif, image, form, options, losses)
    if xmp is not None:
        xmp = xmp_block.with_size(xmp, image.width, image.height)
        if options.strip_gps and xmp_block.has_gps(xmp):
            xmp = xmp_block.without_gps(xmp)
            if xmp is None:
                losses.append("XMP was dropped: its position could not be taken out safely.")
    if xmp is not None and len(xmp) > form.max_xmp:
        losses.append(f"XMP was dropped: {form.title} holds at most {form.max_xmp:,} bytes of it, not {len(xmp):,}.")
        xmp = None
    if dpi is not None and "dpi" not in form.carries:
        if not _exif_says(exif, dpi):
            losses.append(f"The resolution of {dpi[0]:.0f} dpi was dropped: {form.title} has no place for it.")
        dpi = None
    if dpi is not None and not all(0.5 <= value <= 65_000 for value in dpi):
        losses.append("The resolution was dropped: it is not a sensible number.")
        dpi = None
    return replace(image, meta=replace(meta, exif=exif, xmp=xmp, dpi=dpi, icc=icc))


def _exif_for(block: bytes, image: Image, form: Format, options: WriteOptions, losses: list[str]) -> bytes | None:
    try:
        block = exif_block.with_size(exif_block.upright(block), image.width, image.height)
        if options.strip_gps:
            block = exif_block.without_gps(block)
    except ExifError as error:
        losses.append(f"EXIF was dropped: {error}.")
        return None
    if form.too_big_for_exif(image):
        losses.append(f"EXIF was dropped: a {form.title} file of this size has no place for it.")
        return None
    if len(block) > form.max_exif:
        losses.append(
            f"EXIF was dropped: {form.title} holds at most {form.max_exif:,} bytes of it, not {len(block):,}."
        )
        return None
    return block


def _exif_says(block: bytes | None, dpi: tuple[float, float]) -> bool:
    found = exif_block.resolution(block) if block else None
    return found is not None and all(abs(a - b) < 0.51 for a, b in zip(found, dpi, strict=True))
