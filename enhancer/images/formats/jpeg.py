"""JPEG: baseline, progressive, arithmetic, 8 and 12 bit in; 8 bit out at 4:4:4 with every metadata block."""

from __future__ import annotations

from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from ..colour import cmyk_to_srgb
from ..containers import jpeg as container
from ..decoders import codec_faults
from ..image import Image
from ..jpeg_quality import estimate
from ..source import Source
from .format import Decoded, Format, Header, cut_off, damaged, not_supported

END = b"\xff\xd9"
# Baseline, extended and progressive, Huffman or arithmetic.
_READ_FRAMES = {0, 1, 2, 9, 10}
# libjpeg-turbo's own fuzzers stop at 500: many tiny scans over a large picture take hours.
MAX_SCANS = 500
_MODES = {1: "L", 3: "YCbCr", 4: "CMYK"}


def matches(head: bytes) -> bool:
    return head.startswith(b"\xff\xd8\xff")


def probe(source: Source) -> Header:
    found = container.parse(source)
    if found.fault == "cut":
        raise cut_off(source, can_fill=False)
    if found.fault:
        raise damaged(source, found.fault)
    if found.frame not in _READ_FRAMES:
        raise not_supported(source, "is a lossless or hierarchical JPEG", "Convert it to PNG or TIFF first.")
    if found.components not in _MODES or found.precision not in (8, 12):
        what = f"is a JPEG of {found.components} components and {found.precision} bits"
        raise not_supported(source, what, "Convert it to PNG or TIFF first.")
    if found.precision == 12 and found.components == 4:
        raise not_supported(source, "is a 12-bit CMYK JPEG", "Convert it to TIFF first.")
    unkept = {"Extended XMP": found.extended_xmp, "IPTC": found.iptc, "The JPEG comment": found.comment}
    notes = tuple(f"{name} is not kept." for name, there in unkept.items() if there)
    mode = _MODES[found.components]
    if found.components == 3 and found.adobe_transform == 0:
        mode = "RGB"
    return Header(
        format="jpeg",
        stored=(found.width, found.height),
        mode=f"{mode};12" if found.precision == 12 else mode,
        bit_depth=found.precision,
        frames=container.mpf_pictures(found.mpf) if found.mpf else 1,
        icc=found.icc,
        exif=found.exif,
        xmp=found.xmp,
        dpi=found.density,
        jpeg_quality=estimate(found.quantisation),
        notes=notes,
        facts={"components": found.components, "adobe": found.adobe_transform is not None, "scan_at": found.scan_at},
    )


def decode(source: Source, header: Header, allow_truncated: bool) -> Decoded:
    data = source.data
    if data.count(b"\xff\xda") > MAX_SCANS:
        raise damaged(source, "it has too many scans")
    notes: tuple[str, ...] = ()
    if data.rfind(END, header.facts["scan_at"]) < 0:
        # The codec itself fills what is missing with grey and does not say so; a file without its end is cut.
        if not allow_truncated:
            raise cut_off(source)
        data += END
        notes = ("The file is cut off; the missing part was filled.",)
    if header.facts["components"] == 4:
        return _decode_cmyk(source, header, data, notes)
    with codec_faults(source):
        pixels = imagecodecs.jpeg8_decode(data)
    if pixels.shape[:2] != (header.stored[1], header.stored[0]):
        raise damaged(source, "its header and its picture differ in size")
    pixels = pixels.reshape(*pixels.shape[:2], -1)
    if pixels.dtype == np.uint16:
        pixels = (pixels << 4) | (pixels >> 8)
    return Decoded(pixels, notes=notes)


def _decode_cmyk(source: Source, header: Header, data: bytes, notes: tuple[str, ...]) -> Decoded:
    with codec_faults(source):
        inks: NDArray[Any] = imagecodecs.jpeg8_decode(data, outcolorspace="CMYK")
        if inks.shape != (header.stored[1], header.stored[0], 4):
            raise damaged(source, "its header and its picture differ in size")
        if header.facts["adobe"]:
            # Adobe stores 255 for no ink and says so by its marker; codecs leave that to us.
            inks = np.invert(inks)
        pixels, told = cmyk_to_srgb(inks, header.icc)
    return Decoded(pixels, notes=(*notes, *told), srgb=True)


def encode(image: Image, quality: int | None) -> bytes:
    # Optimised tables save 1 % and triple the time; progressive saves 3 % for six times the time and makes
    # others need the whole picture in memory. Measured on 12 megapixels; so neither.
    array = image.pixels if image.channels == 3 else image.pixels[..., 0]
    level = JPEG.quality if quality is None else quality
    subsampling = "444" if image.channels == 3 else None
    stream = imagecodecs.jpeg8_encode(np.ascontiguousarray(array), level=level, subsampling=subsampling)
    meta = image.meta
    start = container.header_segments(meta.dpi, meta.exif, meta.xmp, meta.icc)
    return b"".join((start, container.without_header(stream)))


JPEG = Format(
    name="jpeg",
    title="JPEG",
    extensions=(".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"),
    matches=matches,
    probe=probe,
    decode=decode,
    encode=encode,
    depths=(8,),
    max_side=65_500,
    quality=95,
    carries=frozenset({"icc", "exif", "xmp", "dpi"}),
    max_exif=container.SEGMENT_ROOM - len(container.EXIF_MARK),
    max_xmp=container.SEGMENT_ROOM - len(container.XMP_MARK),
)
