"""The directories of an EXIF block, read with suspicion: where each entry and its value lie; nothing is changed."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

MAX_ENTRIES = 1000
TYPE_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1}
INTEGER_CODES = {1: "B", 3: "H", 4: "I", 13: "I"}

Block = bytes | mmap.mmap

EXIF_POINTER = 0x8769
GPS_POINTER = 0x8825
INTEROP_POINTER = 0xA005


class ExifError(ValueError):
    """The block breaks the rules of TIFF directories and must not be passed on."""


@dataclass(frozen=True)
class Entry:
    """One record. at: where its 12 bytes lie; value_at, size: where the value lies, inside the record or not."""

    tag: int
    type: int
    count: int
    at: int
    value_at: int
    size: int


@dataclass(frozen=True)
class Directory:
    """One IFD: its place, its entries in file order, and where the offset of the next IFD stands."""

    at: int
    entries: tuple[Entry, ...]

    @property
    def next_at(self) -> int:
        return self.at + 2 + 12 * len(self.entries)

    def find(self, tag: int) -> Entry | None:
        return next((entry for entry in self.entries if entry.tag == tag), None)

    def extents(self) -> Iterator[tuple[int, int]]:
        """The byte ranges [start, stop) that this directory owns."""
        yield self.at, self.next_at + 4
        for entry in self.entries:
            if entry.value_at != entry.at + 8:
                yield entry.value_at, entry.value_at + entry.size


@dataclass(frozen=True)
class Exif:
    """A parsed block: `main` (IFD0) and those of the directories below it that exist."""

    block: Block
    order: str
    main: Directory
    exif: Directory | None = None
    gps: Directory | None = None
    interop: Directory | None = None

    @cached_property
    def directories(self) -> tuple[Directory, ...]:
        return tuple(one for one in (self.main, self.exif, self.gps, self.interop) if one is not None)

    def integer(self, entry: Entry | None) -> int | None:
        """The value of an entry that is one whole number, else None."""
        if entry is None or entry.count != 1 or entry.type not in INTEGER_CODES:
            return None
        return int(struct.unpack_from(self.order + INTEGER_CODES[entry.type], self.block, entry.value_at)[0])

    def rational(self, entry: Entry | None) -> float | None:
        """The value of an entry that is one unsigned fraction, else None."""
        if entry is None or entry.count != 1 or entry.type != 5:
            return None
        top, bottom = struct.unpack_from(self.order + "II", self.block, entry.value_at)
        return top / bottom if bottom else None

    def value(self, entry: Entry) -> bytes:
        return self.block[entry.value_at : entry.value_at + entry.size]

    def next_offset(self) -> int:
        return int(struct.unpack_from(self.order + "I", self.block, self.main.next_at)[0])


def parse(block: Block) -> Exif:
    """Take a block apart; ExifError for anything that points outside of it, loops, or is no TIFF header."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None or len(block) < 14:
        raise ExifError("it has no TIFF header")
    seen: set[int] = set()
    main = directory(block, order, struct.unpack_from(order + "I", block, 4)[0], seen)
    exif = _below(block, order, main, EXIF_POINTER, seen)
    gps = _below(block, order, main, GPS_POINTER, seen)
    interop = _below(block, order, exif, INTEROP_POINTER, seen) if exif else None
    return Exif(block, order, main, exif, gps, interop)


def directory(block: Block, order: str, at: int, seen: set[int]) -> Directory:
    """The directory at an offset; `seen` are the offsets that were followed before."""
    if at in seen:
        raise ExifError("its directories form a loop")
    seen.add(at)
    if at < 8 or at + 2 > len(block):
        raise ExifError("a directory lies outside of it")
    (count,) = struct.unpack_from(order + "H", block, at)
    if count > MAX_ENTRIES or at + 2 + 12 * count + 4 > len(block):
        raise ExifError("a directory is longer than the block")
    return Directory(at, tuple(_entry(block, order, at + 2 + 12 * i) for i in range(count)))


def _entry(block: Block, order: str, at: int) -> Entry:
    tag, kind, count = struct.unpack_from(order + "HHI", block, at)
    size = TYPE_BYTES.get(kind, 0) * count
    value_at = at + 8 if size <= 4 else struct.unpack_from(order + "I", block, at + 8)[0]
    if size > 4 and (value_at < 8 or value_at + size > len(block)):
        raise ExifError("a value lies outside of it")
    return Entry(tag, kind, count, at, value_at, size)


def _below(block: Block, order: str, parent: Directory, tag: int, seen: set[int]) -> Directory | None:
    entry = parent.find(tag)
    if entry is None:
        return None
    if entry.type not in (4, 13) or entry.count != 1:
        raise ExifError("a directory pointer is no offset")
    return directory(block, order, struct.unpack_from(order + "I", block, entry.value_at)[0], seen)
