"""TIFF: 1 to 16 bit and float, strips and tiles, both planar layouts in; deflated strips out. First page only."""

from __future__ import annotations

import io
from typing import Any, Literal

import numpy as np
import tifffile
from numpy.typing import NDArray

from ..blocks.ifd import ExifError
from ..containers import jpeg as segments
from ..containers import tiff as container
from ..decoders import codec_faults
from ..image import AlphaKind, Image
from ..source import Source
from ..tiff_pixels import Layout, premultiply, to_image
from .format import MAX_EXIF, MAX_FRAMES, MAX_ICC, MAX_XMP, Decoded, Format, Header, cut_off, damaged, not_supported

# Files near 4 GB need the offsets of BigTIFF; some room for directories.
CLASSIC_BYTES = 2**32 - (64 << 20)
LEVEL = 6
STRIP_BYTES = 1 << 20
JPEG = 7
# None, CCITT, LZW, JPEG, deflate (twice), PackBits, LZMA, Zstandard: what tifffile decodes into a buffer of known
# size, and JPEG, whose sizes are checked. Codecs that allocate what a strip asks for are left out.
COMPRESSIONS = {1, 2, 3, 4, 5, JPEG, 8, 32946, 32773, 34925, 50000}
MAX_TILE = 1 << 24
JPEG_HEAD = 1 << 20

_XMP, _ICC, _ORIENTATION = 700, 34675, 274
_PHOTOMETRIC = {0: "L", 1: "L", 2: "RGB", 3: "P", 5: "CMYK", 6: "YCbCr", 8: "Lab", 9: "Lab"}
_ALPHA: dict[int, AlphaKind] = {1: "associated", 2: "straight"}
_MARKS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def matches(head: bytes) -> bool:
    return head[:4] in _MARKS


def probe(source: Source) -> Header:
    if source.size < 16:
        raise cut_off(source, can_fill=False)
    frames = container.pictures(source, MAX_FRAMES)
    notes: list[str] = []
    with codec_faults(source):
        page = _first_page(source)
        layout = _layout(source, page)
        tags = {code: _bytes_of(page, code) for code in (_XMP, _ICC)}
        turned = page.tags.valueof(_ORIENTATION, 1)
    if container.is_big(source.head) and any(code in page.tags for code in container.CARRIED_BY_EXIF):
        notes.append("EXIF is not kept: it is not read from BigTIFF.")
    try:
        exif = container.exif(source)
    except ExifError as error:
        exif = None
        notes.append(f"EXIF dropped: {error}.")
    alpha = _ALPHA.get(layout.extra[0], "none") if layout.extra else "none"
    depth = "" if layout.bits == 8 else f";{'float' if layout.kind == 'f' else ''}{layout.bits}"
    letter = {"none": "", "straight": "A", "associated": "a"}[alpha]
    return Header(
        format="tiff",
        stored=(layout.width, layout.height),
        mode=f"{_PHOTOMETRIC[layout.photometric]}{letter}{depth}",
        bit_depth=32 if layout.kind == "f" or layout.bits == 32 else layout.bits,
        has_alpha=alpha != "none",
        alpha_kind=alpha,
        frames=frames,
        orientation=turned if isinstance(turned, int) and 1 <= turned <= 8 else 1,
        icc=tags[_ICC],
        exif=exif if exif and len(exif) <= MAX_EXIF else None,
        xmp=tags[_XMP],
        dpi=None if exif else _density(page),
        notes=tuple(notes),
        facts={"layout": layout},
    )


def _first_page(source: Source) -> Any:
    source.file.seek(0)
    return tifffile.TiffFile(source.file).pages.first


def _bytes_of(page: Any, code: int) -> bytes | None:
    value = page.tags.valueof(code)
    return value if isinstance(value, bytes) and 0 < len(value) <= max(MAX_ICC, MAX_XMP) else None


def _density(page: Any) -> tuple[float, float] | None:
    values = [page.tags.valueof(code) for code in (282, 283)]
    unit = {2: 1.0, 3: 2.54}.get(page.tags.valueof(296, 2))
    if unit is None or not all(isinstance(value, tuple) and all(value) for value in values):
        return None
    return values[0][0] / values[0][1] * unit, values[1][0] / values[1][1] * unit


def _layout(source: Source, page: Any) -> Layout:
    bits, kind = page.bitspersample, {1: "u", 2: "i", 3: "f"}.get(page.sampleformat, "?")
    photometric, samples = int(page.photometric), int(page.samplesperpixel)
    convert = "Convert it to PNG, or to TIFF of 8 or 16 bits, first."
    colours = {2: 3, 5: 4, 6: 3, 8: 3, 9: 3}.get(photometric, 1)
    allowed = (16, 32, 64) if kind == "f" else (*range(1, 17), 32) if kind == "u" else ()
    if photometric not in _PHOTOMETRIC:
        raise not_supported(source, f"is a TIFF of the colour kind {photometric}", convert)
    if not isinstance(bits, int) or bits not in allowed or page.imagedepth != 1:
        raise not_supported(source, f"is a TIFF whose samples are {kind}{bits}", convert)
    if samples < colours or samples > colours + 8:
        raise not_supported(source, f"is a TIFF of {samples} samples a pixel", convert)
    compression = int(page.compression)
    if compression not in COMPRESSIONS:
        raise not_supported(source, f"is a TIFF compressed by method {compression}", "Save it with deflate or LZW.")
    if page.is_tiled and page.tilewidth * page.tilelength > max(MAX_TILE, 4 * page.imagewidth * page.imagelength):
        raise damaged(source, f"its tiles are {page.tilewidth}x{page.tilelength}")
    if photometric == 6 and compression != JPEG and tuple(page.subsampling or (2, 2)) != (1, 1):
        raise not_supported(source, "is a TIFF of subsampled YCbCr", convert)
    extra = tuple(int(value) for value in page.extrasamples)[: samples - colours]
    return Layout(
        width=int(page.imagewidth),
        height=int(page.imagelength),
        photometric=photometric,
        samples=samples,
        bits=bits,
        kind=kind,
        extra=extra or (0,) * (samples - colours),
        jpeg=compression == JPEG,
    )


def decode(source: Source, header: Header, allow_truncated: bool) -> Decoded:
    layout: Layout = header.facts["layout"]
    notes: tuple[str, ...] = ()
    with codec_faults(source):
        page = _first_page(source)
        ends = [at + size for at, size in zip(page.dataoffsets, page.databytecounts, strict=True)]
        if not ends or max(ends) > source.size:
            if not allow_truncated:
                raise cut_off(source)
            page = _filled(source, page)
            notes = ("The file is cut off; the missing part was filled with zeros.",)
        if layout.jpeg:
            _check_jpegs(source, page)
        array = page.asarray(maxworkers=1 if layout.width * layout.height < 1 << 20 else None)
        palette = page.colormap if layout.photometric == 3 else None
        pixels, alpha, told, srgb = to_image(array, layout, int(page.planarconfig), palette, header.icc)
    return Decoded(pixels, alpha, (*notes, *told), srgb)


def _check_jpegs(source: Source, page: Any) -> None:
    """Refuse strips that say they are larger than their place: the codec would make room for them first."""
    room = page.tilewidth * page.tilelength if page.is_tiled else page.imagewidth * page.rowsperstrip
    for at, size in zip(page.dataoffsets, page.databytecounts, strict=True):
        if size == 0:
            continue
        found = segments.parse(Source(source.at(at, min(size, JPEG_HEAD)), JPEG_HEAD))
        if found.width * found.height > max(room, 64 * 64):
            raise damaged(source, "a strip of it is larger than its place")


def _filled(source: Source, page: Any) -> Any:
    """The page with what lies beyond the end as zeros (stored plainly) or as absent strips."""
    if int(page.compression) == 1:
        missing = max(at + size for at, size in zip(page.dataoffsets, page.databytecounts, strict=True))
        limit = page.nbytes + source.size
        whole = source.data + bytes(max(min(missing, limit) - source.size, 0))
        return tifffile.TiffFile(io.BytesIO(whole)).pages.first
    pairs = zip(page.dataoffsets, page.databytecounts, strict=True)
    page.databytecounts = tuple(0 if at + size > source.size else size for at, size in pairs)
    return page


def encode(image: Image, quality: int | None) -> bytes:
    meta = image.meta
    pixels: NDArray[Any] = image.pixels
    extra = None
    if image.alpha is not None:
        associated = meta.alpha_kind == "associated"
        extra = ("assocalpha",) if associated else ("unassalpha",)
        colours = premultiply(pixels, image.alpha) if associated else pixels
        pixels = np.concatenate([colours, image.alpha[..., None]], axis=2)
    elif image.channels == 1:
        pixels = pixels[..., 0]
    order: Literal["<", ">"] = ">" if meta.exif is not None and meta.exif[:2] == b"MM" else "<"
    row_bytes = image.width * (pixels.size // (image.width * image.height)) * pixels.itemsize
    out = io.BytesIO()
    with tifffile.TiffWriter(out, bigtiff=is_big(image), byteorder=order) as writer:
        writer.write(
            pixels,
            photometric="rgb" if image.channels == 3 else "minisblack",
            planarconfig="contig",
            extrasamples=extra,
            compression="adobe_deflate",
            compressionargs={"level": LEVEL},
            predictor=3 if pixels.dtype == np.float32 else 2,
            rowsperstrip=max(1, min(image.height, STRIP_BYTES // row_bytes)),
            iccprofile=meta.icc,
            resolution=meta.dpi,
            resolutionunit="INCH" if meta.dpi else None,
            extratags=[(_XMP, 1, len(meta.xmp), meta.xmp, True)] if meta.xmp else (),
            software=False,
            metadata=None,
        )
    if meta.exif is None or is_big(image):
        return out.getvalue()
    return container.with_exif(out.getvalue(), meta.exif)


def is_big(image: Image) -> bool:
    """Whether the file may outgrow the 4 GB of classic TIFF; such a file carries no EXIF."""
    samples = image.pixels.nbytes + (0 if image.alpha is None else image.alpha.nbytes)
    return samples + samples // 1000 > CLASSIC_BYTES


TIFF = Format(
    name="tiff",
    title="TIFF",
    extensions=(".tif", ".tiff", ".btf"),
    matches=matches,
    probe=probe,
    decode=decode,
    encode=encode,
    depths=(8, 16, 32),
    alpha_kinds=("straight", "associated"),
    too_big_for_exif=is_big,
    carries=frozenset({"icc", "exif", "xmp", "dpi"}),
)
