"""The directories of a TIFF file: how many pictures it chains, and its EXIF taken out and put in."""

from __future__ import annotations

import struct

from ..blocks import build
from ..blocks.ifd import EXIF_POINTER, GPS_POINTER, ExifError, parse
from ..source import Source

# What describes the picture rather than how its pixels are stored; 700 and 34675 (XMP, ICC) travel on their
# own.
DESCRIPTIVE = frozenset(
    {0x010E, 0x010F, 0x0110, 0x0112, 0x011A, 0x011B, 0x0128, 0x0131, 0x0132, 0x013B, 0x013C, 0x8298, 0x9C9B}
    | {0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F, 0x83BB}
)
# Those of them that the writer of the pixels says in its own way.
_WRITTEN = frozenset({0x0112, 0x011A, 0x011B, 0x0128})
CARRIED_BY_EXIF = (DESCRIPTIVE - _WRITTEN) | {EXIF_POINTER, GPS_POINTER}


def is_big(head: bytes) -> bool:
    return head[2:4] in (b"+\0", b"\0+")


def pictures(source: Source, limit: int) -> int:
    """How many directories are chained, at most `limit` + 1; a chain that loops or leaves the file ends there."""
    order = "<" if source.head[:2] == b"II" else ">"
    big = is_big(source.head)
    count_form, entry, next_form, first = ("Q", 20, "Q", 8) if big else ("H", 12, "I", 4)
    at = _number(source, order + next_form, first)
    seen: set[int] = set()
    while at and at not in seen and len(seen) <= limit:
        count = _number(source, order + count_form, at)
        if count is None:
            break
        seen.add(at)
        at = _number(source, order + next_form, at + struct.calcsize(order + count_form) + entry * count)
    return max(len(seen), 1)


def _number(source: Source, form: str, at: int) -> int | None:
    if at >= source.size:
        return None
    found = source.at(at, struct.calcsize(form))
    return int(struct.unpack(form, found)[0]) if len(found) == struct.calcsize(form) else None


def exif(source: Source) -> bytes | None:
    """The descriptive tags, EXIF, GPS and interoperability directories as a block of their own; None without
    any, or with no more than orientation and resolution, which travel on their own.

    ExifError if the directories are not sound. BigTIFF keeps its directories in another form: None.
    """
    if is_big(source.head):
        return None
    with source.view() as view:
        try:
            found = parse(view)
        except struct.error:
            raise ExifError("its directories are damaged") from None
        main = build.records(found, found.main, DESCRIPTIVE)
        below = [build.records(found, one) for one in (found.exif, found.gps, found.interop)]
        if any(below) or any(one.tag not in _WRITTEN for one in main):
            return build.block(found.order, main, *below)
        return None


def with_exif(stream: bytes, block: bytes) -> bytes:
    """A one-picture classic TIFF file with the tags of an EXIF block of the same byte order added.

    The directory is written anew behind the pixels, the old one is left unused. Readers find values by
    offset, so nothing else moves.
    """
    file, extra = parse(stream), parse(block)
    assert file.order == extra.order, (file.order, extra.order)
    main = build.records(file, file.main)
    have = {one.tag for one in main}
    wanted = DESCRIPTIVE - _WRITTEN
    main += [one for one in build.records(extra, extra.main, wanted) if one.tag not in have]
    below = [build.records(extra, one) for one in (extra.exif, extra.gps, extra.interop)]
    at = len(stream) + (len(stream) & 1)
    directories = build.assemble(file.order, at, main, *below)
    head = stream[:4] + struct.pack(file.order + "I", at)
    return b"".join((head, memoryview(stream)[8:], bytes(at - len(stream)), directories))
