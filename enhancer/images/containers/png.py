"""The chunks of a PNG file: found and checked, rebuilt without all that a decoder need not see, and written."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

from ..source import Source

SIGNATURE = b"\x89PNG\r\n\x1a\n"
XMP_KEYWORD = b"XML:com.adobe.xmp"
MAX_CHUNKS = 100_000
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# Start x, start y, step x, step y of the seven passes of Adam7.
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


@dataclass(frozen=True)
class Chunk:
    """at: where the data of the chunk begins."""

    kind: bytes
    at: int
    size: int


@dataclass(frozen=True)
class Layout:
    """The fields of IHDR."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool

    @property
    def bits(self) -> int:
        return self.depth * CHANNELS[self.colour]

    def inflated(self) -> int:
        """Bytes of the filtered rows of a plain (not interlaced) picture."""
        return self.height * (1 + (self.width * self.bits + 7) // 8)

    def passes(self) -> list[tuple[tuple[int, int, int, int], Layout]]:
        """Each pass of Adam7 that holds any pixel: its grid, and the small plain picture it is."""
        found = []
        for x, y, dx, dy in ADAM7:
            width, height = -(-(self.width - x) // dx), -(-(self.height - y) // dy)
            if width > 0 and height > 0:
                found.append(((x, y, dx, dy), Layout(width, height, self.depth, self.colour, False)))
        return found

    def packed(self) -> bytes:
        return struct.pack(">IIBBBBB", self.width, self.height, self.depth, self.colour, 0, 0, self.interlaced)


def chunks(source: Source) -> tuple[list[Chunk], bool]:
    """All chunks in order, and whether the file ends properly with IEND."""
    found: list[Chunk] = []
    at = len(SIGNATURE)
    while len(found) < MAX_CHUNKS:
        lead = source.at(at, 8)
        if len(lead) < 8:
            return found, False
        size, kind = struct.unpack(">I4s", lead)
        if kind == b"IEND":
            return found, True
        found.append(Chunk(kind, at + 8, min(size, max(source.size - at - 8, 0))))
        at += 12 + size
        if at > source.size:
            return found, False
    return found, False


def sound(source: Source, chunk: Chunk) -> bool:
    """Whether the checksum behind a chunk is right."""
    stored = source.at(chunk.at + chunk.size, 4)
    return len(stored) == 4 and zlib.crc32(source.at(chunk.at - 4, chunk.size + 4)) == struct.unpack(">I", stored)[0]


def layout(body: bytes) -> Layout | str:
    """IHDR taken apart, or what is wrong with it."""
    if len(body) != 13:
        return "its header has the wrong length"
    width, height, depth, colour, method, filtering, interlace = struct.unpack(">IIBBBBB", body)
    if depth not in DEPTHS.get(colour, ()) or method or filtering or interlace > 1:
        return f"its header names a kind that PNG does not have (colour {colour}, {depth} bits)"
    if not 0 < width < 2**31 or not 0 < height < 2**31:
        return f"its header gives the size {width}x{height}"
    return Layout(width, height, depth, colour, bool(interlace))


def inflate(data: bytes, limit: int) -> bytes | None:
    """What a zlib stream holds, None if it is broken or holds more than `limit` bytes."""
    unpacker = zlib.decompressobj()
    try:
        held = unpacker.decompress(data, limit + 1)
    except zlib.error:
        return None
    return held if unpacker.eof and len(held) <= limit else None


def inflate_some(data: bytes, size: int) -> bytes:
    """The first `size` bytes of a zlib stream as far as they can be had, zeros behind."""
    unpacker = zlib.decompressobj()
    parts, have = [], 0
    try:
        for at in range(0, len(data), 1 << 16):
            piece = unpacker.decompress(data[at : at + (1 << 16)], size - have)
            parts.append(piece)
            have += len(piece)
            if have >= size or unpacker.eof:
                break
    except zlib.error:
        pass
    return b"".join(parts).ljust(size, b"\0")


def chunk(kind: bytes, body: bytes) -> bytes:
    """One chunk with its length and checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(body, zlib.crc32(kind)))


def small_file(header: Layout, palette: list[bytes], pixels: bytes) -> bytes:
    """A PNG of nothing but what decoding needs; `palette` are finished chunks, `pixels` a zlib stream."""
    return b"".join((SIGNATURE, chunk(b"IHDR", header.packed()), *palette, chunk(b"IDAT", pixels), chunk(b"IEND", b"")))


def metadata_chunks(dpi: tuple[float, float] | None, exif: bytes | None, xmp: bytes | None, icc: bytes | None) -> bytes:
    """The chunks that go right behind IHDR."""
    parts = []
    if icc:
        parts.append(chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(icc)))
    if dpi:
        across, down = (round(value / 0.0254) for value in dpi)
        parts.append(chunk(b"pHYs", struct.pack(">IIB", across, down, 1)))
    if exif:
        parts.append(chunk(b"eXIf", exif))
    if xmp:
        parts.append(chunk(b"iTXt", XMP_KEYWORD + b"\0\0\0\0\0" + xmp))
    return b"".join(parts)
