"""XMP as opaque bytes: never parsed as XML; only a few values that must follow the pixels are replaced in place."""

from __future__ import annotations

import re

_ORIENTATION = re.compile(rb"""(tiff:Orientation\s*(?:=\s*["']|>)\s*)(\d+)(?=\s*(?:["']|</))""")
_SIZES = (
    re.compile(rb"""((?:tiff:ImageWidth|exif:PixelXDimension)\s*(?:=\s*["']|>)\s*)(\d+)(?=\s*(?:["']|</))"""),
    re.compile(rb"""((?:tiff:ImageLength|exif:PixelYDimension)\s*(?:=\s*["']|>)\s*)(\d+)(?=\s*(?:["']|</))"""),
)
_GPS_ATTRIBUTE = re.compile(rb"""\s+exif:GPS\w+\s*=\s*(?:"[^"]*"|'[^']*')""")
_GPS_ELEMENT = re.compile(rb"<exif:GPS(\w+)[^>]*>.*?</exif:GPS\1\s*>", re.DOTALL)
_GPS_EMPTY = re.compile(rb"<exif:GPS\w+[^>]*/>")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def unsafe(block: bytes) -> bool:
    """Whether it declares entities, which no XMP needs and which harm programs that parse it."""
    return _DECLARATION.search(block.replace(b"\0", b"")) is not None


def orientation(block: bytes) -> int | None:
    """1..8 as it stands in tiff:Orientation, None if nothing sensible does."""
    found = _ORIENTATION.search(block)
    value = int(found[2]) if found and len(found[2]) == 1 else 0
    return value if 1 <= value <= 8 else None


def upright(block: bytes) -> bytes:
    """The block with tiff:Orientation, where there is one, set to 1."""
    return _ORIENTATION.sub(rb"\g<1>1", block)


def with_size(block: bytes, width: int, height: int) -> bytes:
    """The block with its picture sizes, where it has any, set to these pixels."""
    for pattern, size in zip(_SIZES, (width, height), strict=True):
        block = pattern.sub(rb"\g<1>%d" % size, block)
    return block


def without_gps(block: bytes) -> bytes | None:
    """The block without exif:GPS properties; None if a position may be left that this did not understand."""
    for pattern in (_GPS_ATTRIBUTE, _GPS_ELEMENT, _GPS_EMPTY):
        block = pattern.sub(b"", block)
    return None if b"GPS" in block.replace(b"\0", b"") else block


def has_gps(block: bytes) -> bool:
    return b"GPS" in block.replace(b"\0", b"")
