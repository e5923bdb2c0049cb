"""BMP, read only: what Windows programs leave; written files are better off as PNG."""

from __future__ import annotations

import struct
from typing import Any

from numpy.typing import NDArray
from PIL import BmpImagePlugin

from ...errors import ImageError
from ..decoders import codec_faults, opened, samples
from ..source import Source
from .format import Decoded, Format, Header, cut_off, damaged

_MODES = {1: "P;1", 4: "P;4", 8: "P", 16: "RGB;5", 24: "RGB", 32: "RGBX"}


def matches(head: bytes) -> bool:
    return head[:2] == b"BM" and len(head) >= 26 and head[14:18] in _HEADERS


_HEADERS = {struct.pack("<I", size) for size in (12, 16, 40, 52, 56, 64, 108, 124)}


def probe(source: Source) -> Header:
    head = source.at(0, 54)
    kind = struct.unpack_from("<I", head, 14)[0]
    if kind == 12:
        width, height, _, bits = struct.unpack_from("<HHHH", head, 18)
    elif len(head) < 34:
        raise cut_off(source, can_fill=False)
    else:
        width, height, _, bits = struct.unpack_from("<iiHH", head, 18)
    if bits not in _MODES or width < 0:
        raise damaged(source, f"its header gives {width}x{height} of {bits} bits")
    dpi = None
    if kind >= 40 and len(head) >= 46:
        across, down = struct.unpack_from("<ii", head, 38)
        dpi = (across * 0.0254, down * 0.0254) if across > 0 and down > 0 else None
    # A negative height means that rows go from top to bottom.
    return Header("bmp", (width, abs(height)), _MODES[bits], 8, dpi=dpi)


def decode(source: Source, header: Header, allow_truncated: bool) -> Decoded:
    data = source.data
    notes: tuple[str, ...] = ()
    try:
        pixels, alpha = _pixels(source, data)
    except ImageError as error:
        if error.code != "truncated" or not allow_truncated:
            raise
        # Rows of a BMP are not compressed (bar two rare kinds), so zeros behind the end are black pixels.
        missing = struct.unpack_from("<I", data, 10)[0] + header.stored[0] * header.stored[1] * 4 + 64 - len(data)
        pixels, alpha = _pixels(source, data + bytes(max(missing, 0)))
        notes = ("The file is cut off; the missing part was filled with zeros.",)
    if pixels.shape[:2] != (header.stored[1], header.stored[0]):
        raise damaged(source, "its header and its picture differ in size")
    return Decoded(pixels, alpha, notes)


def _pixels(source: Source, data: bytes) -> tuple[NDArray[Any], NDArray[Any] | None]:
    with codec_faults(source):
        return samples(opened(BmpImagePlugin.BmpImageFile, data))


BMP = Format(name="bmp", title="BMP", extensions=(".bmp", ".dib"), matches=matches, probe=probe, decode=decode)
