"""The segments of a JPEG file: what they say, and new ones made; the scans are left to the codec."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from ..source import Source

EXIF_MARK = b"Exif\0\0"
XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED_XMP_MARK = b"http://ns.adobe.com/xmp/extension/\0"
ICC_MARK = b"ICC_PROFILE\0"
MPF_MARK = b"MPF\0"
PHOTOSHOP_MARK = b"Photoshop 3.0\0"
IPTC_RESOURCE = b"8BIM\x04\x04"
# The length field of a segment counts itself and holds 16 bits.
SEGMENT_ROOM = 0xFFFF - 2
MAX_SEGMENTS = 5000

_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_STANDALONE = {0x01, *range(0xD0, 0xD9)}
_UNITS = {1: 1.0, 2: 2.54}


@dataclass
class Segments:
    """What stands before the first scan. frame: the SOFn number; scan_at: where the first scan starts;
    quantisation: tables by number, in zigzag order.
    """

    frame: int = -1
    precision: int = 0
    width: int = 0
    height: int = 0
    components: int = 0
    adobe_transform: int | None = None
    density: tuple[float, float] | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    extended_xmp: bool = False
    iptc: bool = False
    comment: bool = False
    icc_parts: dict[int, bytes] = field(default_factory=dict)
    icc_count: int = 0
    mpf: bytes | None = None
    quantisation: dict[int, tuple[int, ...]] = field(default_factory=dict)
    scan_at: int = 0
    fault: str = ""

    @property
    def icc(self) -> bytes | None:
        """The profile, joined; None if there is none or a part is missing."""
        if not self.icc_parts or sorted(self.icc_parts) != list(range(1, self.icc_count + 1)):
            return None
        return b"".join(self.icc_parts[number] for number in sorted(self.icc_parts))


def parse(source: Source) -> Segments:
    """Read segment after segment up to the first scan; `fault` says what is wrong, if anything is."""
    found = Segments()
    at = 2
    for _ in range(MAX_SEGMENTS):
        lead = source.at(at, 4)
        if len(lead) < 4:
            found.fault = "cut"
            return found
        if lead[0] != 0xFF:
            # Some writers leave stray bytes between segments; decoders skip to the next marker, and so do we.
            at += 1
            continue
        marker = lead[1]
        if marker == 0xFF or marker == 0x00:
            at += 1
        elif marker in _STANDALONE:
            at += 2
        elif marker in (0xD9, 0xDA):
            found.scan_at = at
            break
        else:
            length = struct.unpack(">H", lead[2:])[0]
            body = source.at(at + 4, length - 2) if length >= 2 else b""
            if length < 2 or len(body) < length - 2:
                found.fault = "cut" if length >= 2 else "a segment has no length"
                return found
            _take(found, marker, body)
            at += 2 + length
    else:
        found.fault = "it has too many segments"
        return found
    if found.frame < 0:
        found.fault = "it has no picture"
    return found


def _take(found: Segments, marker: int, body: bytes) -> None:
    if marker in _FRAMES:
        if found.frame >= 0:
            found.fault = "it has two frame headers"
        elif len(body) >= 6:
            found.frame = marker - 0xC0
            found.precision, found.height, found.width, found.components = struct.unpack(">BHHB", body[:6])
        else:
            found.fault = "its frame header is too short"
    elif marker == 0xDB:
        _take_tables(found, body)
    elif marker == 0xE0 and body[:5] == b"JFIF\0" and len(body) >= 12:
        unit, across, down = struct.unpack(">BHH", body[7:12])
        if unit in _UNITS and across and down:
            found.density = across * _UNITS[unit], down * _UNITS[unit]
    elif marker == 0xE1 and body.startswith(EXIF_MARK):
        found.exif = found.exif or body[len(EXIF_MARK) :]
    elif marker == 0xE1 and body.startswith(XMP_MARK):
        found.xmp = found.xmp or body[len(XMP_MARK) :]
    elif marker == 0xE1 and body.startswith(EXTENDED_XMP_MARK):
        found.extended_xmp = True
    elif marker == 0xE2 and body.startswith(ICC_MARK) and len(body) > len(ICC_MARK) + 2:
        number, found.icc_count = body[len(ICC_MARK)], body[len(ICC_MARK) + 1]
        found.icc_parts.setdefault(number, body[len(ICC_MARK) + 2 :])
    elif marker == 0xE2 and body.startswith(MPF_MARK):
        found.mpf = body[len(MPF_MARK) :]
    elif marker == 0xED and body.startswith(PHOTOSHOP_MARK):
        found.iptc = found.iptc or IPTC_RESOURCE in body
    elif marker == 0xFE:
        found.comment = True
    elif marker == 0xEE and body[:5] == b"Adobe" and len(body) >= 12:
        found.adobe_transform = body[11]


def _take_tables(found: Segments, body: bytes) -> None:
    at = 0
    while at < len(body):
        wide, number = body[at] >> 4, body[at] & 15
        size = 128 if wide else 64
        table = body[at + 1 : at + 1 + size]
        if len(table) < size:
            return
        found.quantisation[number] = struct.unpack(">64H", table) if wide else tuple(table)
        at += 1 + size


def segment(marker: int, body: bytes) -> bytes:
    """One segment; `body` at most SEGMENT_ROOM bytes."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def header_segments(dpi: tuple[float, float] | None, exif: bytes | None, xmp: bytes | None, icc: bytes | None) -> bytes:
    """Start of image and the metadata segments, JFIF first; ICC is split, EXIF and XMP must each fit in one."""
    unit, across, down = (0, 1, 1) if dpi is None else (1, round(dpi[0]), round(dpi[1]))
    parts = [b"\xff\xd8", segment(0xE0, b"JFIF\0\x01\x02" + struct.pack(">BHHBB", unit, across, down, 0, 0))]
    if exif:
        parts.append(segment(0xE1, EXIF_MARK + exif))
    if xmp:
        parts.append(segment(0xE1, XMP_MARK + xmp))
    if icc:
        room = SEGMENT_ROOM - len(ICC_MARK) - 2
        pieces = [icc[i : i + room] for i in range(0, len(icc), room)]
        for number, piece in enumerate(pieces, 1):
            parts.append(segment(0xE2, ICC_MARK + bytes((number, len(pieces))) + piece))
    return b"".join(parts)


def without_header(stream: bytes | bytearray) -> memoryview:
    """A codec's stream without its start-of-image and its APPn and comment segments."""
    at = 2
    while stream[at] == 0xFF and (0xE0 <= stream[at + 1] <= 0xEF or stream[at + 1] == 0xFE):
        at += 2 + int(struct.unpack_from(">H", stream, at + 2)[0])
    return memoryview(stream)[at:]


def mpf_pictures(mpf: bytes) -> int:
    """How many pictures a multi-picture index lists; 1 if it cannot be read."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(mpf[:4])
    try:
        if order is None:
            return 1
        at = int(struct.unpack_from(order + "I", mpf, 4)[0])
        for index in range(min(int(struct.unpack_from(order + "H", mpf, at)[0]), 32)):
            tag, _, _, value = struct.unpack_from(order + "HHII", mpf, at + 2 + 12 * index)
            if tag == 0xB001:
                return int(min(max(value, 1), 1000))
    except struct.error:
        return 1
    return 1
