"""The chunks of a WebP file (RIFF): found and bounded, never decoded."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from ..source import Source

MAX_CHUNKS = 100_000
_KEPT = {b"ICCP", b"EXIF", b"XMP "}


@dataclass
class WebPChunks:
    """What the chunks say. fault: "cut" or what else is wrong, "" if nothing is."""

    width: int = 0
    height: int = 0
    alpha: bool = False
    lossless: bool = False
    frames: int = 1
    animated: bool = False
    blocks: dict[bytes, bytes] = field(default_factory=dict)
    fault: str = ""


def parse(source: Source, max_block: int) -> WebPChunks:
    """Walk the chunks; blocks of metadata beyond `max_block` bytes are left out."""
    found = WebPChunks()
    lead = source.at(0, 12)
    end = 8 + struct.unpack("<I", lead[4:8])[0]
    if end > source.size:
        found.fault = "cut"
    at, frames = 12, 0
    for _ in range(MAX_CHUNKS):
        head = source.at(at, 8)
        if len(head) < 8 or at >= end:
            break
        kind, size = struct.unpack("<4sI", head)
        if kind == b"ANMF":
            frames += 1
        elif kind in _KEPT and size <= max_block:
            found.blocks.setdefault(kind, source.at(at + 8, size))
        else:
            _take(found, kind, source.at(at + 8, 32))
        at += 8 + size + (size & 1)
    found.frames = max(frames, 1)
    found.animated = frames > 0
    if not found.width and not found.fault:
        found.fault = "it has no picture"
    return found


def _take(found: WebPChunks, kind: bytes, body: bytes) -> None:
    if kind == b"VP8X" and len(body) >= 10:
        found.alpha = bool(body[0] & 0x10)
        found.width = 1 + int.from_bytes(body[4:7], "little")
        found.height = 1 + int.from_bytes(body[7:10], "little")
    elif kind == b"VP8L" and len(body) >= 5 and body[0] == 0x2F:
        found.lossless = True
        bits = struct.unpack("<I", body[1:5])[0]
        if not found.width:
            found.width, found.height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
            found.alpha = bool(bits >> 28 & 1)
    elif kind == b"VP8 " and len(body) >= 10 and body[3:6] == b"\x9d\x01\x2a" and not found.width:
        width, height = struct.unpack("<HH", body[6:10])
        found.width, found.height = width & 0x3FFF, height & 0x3FFF
