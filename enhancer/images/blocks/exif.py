"""Edits of an EXIF block in place: orientation, thumbnail, sizes, position. Offsets stay, so maker notes survive."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from .ifd import GPS_POINTER, INTEGER_CODES, Directory, Entry, Exif, ExifError, directory, parse

ORIENTATION = 0x0112
_WIDTHS = {0x0100, 0xA002}
_HEIGHTS = {0x0101, 0xA003}
_THUMBNAIL_AT, _THUMBNAIL_SIZE = 0x0201, 0x0202


def orientation(block: bytes) -> int:
    """1..8 as the block says it; 1 if it says nothing or nonsense. ExifError if the block is not sound."""
    exif = parse(block)
    value = exif.integer(exif.main.find(ORIENTATION))
    return value if value is not None and 1 <= value <= 8 else 1


def says_orientation(block: bytes) -> bool:
    """Whether the block has an orientation at all. ExifError if it is not sound."""
    return parse(block).main.find(ORIENTATION) is not None


def resolution(block: bytes) -> tuple[float, float] | None:
    """Pixels an inch, across and down, or None. ExifError if the block is not sound."""
    exif = parse(block)
    across = exif.rational(exif.main.find(0x011A))
    down = exif.rational(exif.main.find(0x011B))
    unit = {None: 1.0, 2: 1.0, 3: 2.54}.get(exif.integer(exif.main.find(0x0128)))
    if not across or not down or unit is None:
        return None
    return across * unit, down * unit


def upright(block: bytes) -> bytes:
    """The block for pixels that have been turned upright: orientation 1, no thumbnail. ExifError if not sound."""
    exif = parse(block)
    edited = bytearray(block)
    entry = exif.main.find(ORIENTATION)
    if entry is not None and exif.integer(entry) != 1:
        if entry.count == 1 and entry.type in INTEGER_CODES:
            struct.pack_into(exif.order + INTEGER_CODES[entry.type], edited, entry.value_at, 1)
        else:
            _remove(edited, exif, exif.main, entry)
            exif = parse(bytes(edited))
    return _checked(_without_thumbnail(edited, exif))


def with_size(block: bytes, width: int, height: int) -> bytes:
    """The block with its picture sizes, where it has any, set to these pixels. ExifError if it is not sound."""
    exif = parse(block)
    edited = bytearray(block)
    for entry in (entry for one in (exif.main, exif.exif) if one for entry in one.entries):
        size = width if entry.tag in _WIDTHS else height if entry.tag in _HEIGHTS else None
        if size is None or entry.count != 1:
            continue
        if entry.type == 3 and size > 0xFFFF:
            # A short cannot hold it; a long fits in the same four bytes of the record.
            struct.pack_into(exif.order + "H", edited, entry.at + 2, 4)
            struct.pack_into(exif.order + "I", edited, entry.value_at, size)
        elif entry.type in (3, 4):
            struct.pack_into(exif.order + INTEGER_CODES[entry.type], edited, entry.value_at, size)
    return _checked(edited)


def without_gps(block: bytes) -> bytes:
    """The block without the position, whose bytes are also blanked. ExifError if it is not sound."""
    exif = parse(block)
    entry = exif.main.find(GPS_POINTER)
    if entry is None or exif.gps is None:
        return block
    edited = bytearray(block)
    kept = [extent for one in exif.directories if one is not exif.gps for extent in one.extents()]
    for start, stop in exif.gps.extents():
        _blank(edited, start, stop, kept)
    _remove(edited, exif, exif.main, entry)
    return _checked(edited)


def has_gps(block: bytes) -> bool:
    """Whether the block names a position. ExifError if it is not sound."""
    gps = parse(block).gps
    return gps is not None and any(entry.tag != 0 for entry in gps.entries)


def _remove(edited: bytearray, exif: Exif, parent: Directory, entry: Entry) -> None:
    """Close the gap of one record; the freed bytes at the end of the directory become zeros."""
    end = parent.next_at + 4
    edited[entry.at : end - 12] = edited[entry.at + 12 : end]
    edited[end - 12 : end] = bytes(12)
    struct.pack_into(exif.order + "H", edited, parent.at, len(parent.entries) - 1)


def _without_thumbnail(edited: bytearray, exif: Exif) -> bytearray:
    at = exif.next_offset()
    if at == 0:
        return edited
    struct.pack_into(exif.order + "I", edited, exif.main.next_at, 0)
    kept = [extent for one in exif.directories for extent in one.extents()]
    try:
        second = directory(exif.block, exif.order, at, {one.at for one in exif.directories})
    except ExifError:
        return edited
    start = exif.integer(second.find(_THUMBNAIL_AT))
    size = exif.integer(second.find(_THUMBNAIL_SIZE))
    for first, last in second.extents():
        _blank(edited, first, last, kept)
    if start is None or size is None or start + size > len(edited):
        return edited
    _blank(edited, start, start + size, kept)
    if start + size == len(edited) and not _overlaps(start, start + size, kept):
        del edited[start:]
    return edited


def _blank(edited: bytearray, start: int, stop: int, kept: Iterable[tuple[int, int]]) -> None:
    if not _overlaps(start, stop, kept):
        edited[start:stop] = bytes(stop - start)


def _overlaps(start: int, stop: int, kept: Iterable[tuple[int, int]]) -> bool:
    return any(start < last and first < stop for first, last in kept)


def _checked(edited: bytearray) -> bytes:
    """Blocks whose parts overlap can be broken by an edit; such a block must not leave."""
    block = bytes(edited)
    parse(block)
    return block
