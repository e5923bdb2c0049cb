"""TIFF directories put together from plain records, for EXIF blocks and for the EXIF of TIFF files."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from .ifd import EXIF_POINTER, GPS_POINTER, INTEROP_POINTER, Directory, Exif

_POINTERS = {EXIF_POINTER, GPS_POINTER, INTEROP_POINTER}
_LONG = 4


@dataclass(frozen=True)
class Record:
    """One tag with its value as bytes in the order of the block."""

    tag: int
    type: int
    count: int
    value: bytes


def records(exif: Exif, one: Directory | None, tags: frozenset[int] | None = None) -> list[Record]:
    """The records of a directory but for its pointers; only `tags` if they are given."""
    if one is None:
        return []
    return [
        Record(entry.tag, entry.type, entry.count, exif.value(entry))
        for entry in one.entries
        if entry.tag not in _POINTERS and entry.size and (tags is None or entry.tag in tags)
    ]


def assemble(
    order: str,
    at: int,
    main: list[Record],
    exif: list[Record],
    gps: list[Record],
    interop: list[Record],
) -> bytes:
    """The directories as bytes that begin at offset `at` with the main one; empty ones are left out."""
    exif_at = at + _size(main, bool(exif) + bool(gps))
    gps_at = exif_at + (_size(exif, bool(interop)) if exif else 0)
    interop_at = gps_at + (_size(gps, 0) if gps else 0)
    pointers = []
    if exif:
        pointers.append(_pointer(order, EXIF_POINTER, exif_at))
    if gps:
        pointers.append(_pointer(order, GPS_POINTER, gps_at))
    inner = [_pointer(order, INTEROP_POINTER, interop_at)] if exif and interop else []
    parts = [_pack(order, [*main, *pointers], at)]
    if exif:
        parts.append(_pack(order, [*exif, *inner], exif_at))
    if gps:
        parts.append(_pack(order, gps, gps_at))
    if inner:
        parts.append(_pack(order, interop, interop_at))
    return b"".join(parts)


def block(order: str, main: list[Record], exif: list[Record], gps: list[Record], interop: list[Record]) -> bytes:
    """A complete EXIF block."""
    head = (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, 8)
    return head + assemble(order, 8, main, exif, gps, interop)


def _pointer(order: str, tag: int, at: int) -> Record:
    return Record(tag, _LONG, 1, struct.pack(order + "I", at))


def _size(held: list[Record], pointers: int) -> int:
    outside = sum(len(one.value) + (len(one.value) & 1) for one in held if len(one.value) > 4)
    return 2 + 12 * (len(held) + pointers) + 4 + outside


def _pack(order: str, held: list[Record], at: int) -> bytes:
    held = sorted(held, key=lambda one: one.tag)
    head = [struct.pack(order + "H", len(held))]
    outside: list[bytes] = []
    free = at + 2 + 12 * len(held) + 4
    for one in held:
        head.append(struct.pack(order + "HHI", one.tag, one.type, one.count))
        if len(one.value) <= 4:
            head.append(one.value.ljust(4, b"\0"))
            continue
        head.append(struct.pack(order + "I", free))
        padded = one.value + b"\0" * (len(one.value) & 1)
        outside.append(padded)
        free += len(padded)
    return b"".join((*head, bytes(4), *outside))
