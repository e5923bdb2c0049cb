"""GIF, read only: the first frame, its palette and transparency resolved."""

from __future__ import annotations

import struct

from PIL import GifImagePlugin

from ..decoders import codec_faults, opened, samples
from ..source import Source
from .format import MAX_FRAMES, Decoded, Format, Header, cut_off, damaged


def matches(head: bytes) -> bool:
    return head[:6] in (b"GIF87a", b"GIF89a")


def probe(source: Source) -> Header:
    head = source.at(0, 13)
    if len(head) < 13:
        raise cut_off(source, can_fill=False)
    width, height, flags = struct.unpack_from("<HHB", head, 6)
    frames, transparent, largest = _frames(source, 13 + _palette(flags))
    if frames == 0:
        raise damaged(source, "it has no picture")
    # Decoders grow the canvas to the first frame; so must the check of its size.
    size = max(width, largest[0]), max(height, largest[1])
    return Header(
        "gif",
        size,
        "P",
        8,
        has_alpha=transparent,
        alpha_kind="straight" if transparent else "none",
        frames=frames,
    )


def _palette(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _frames(source: Source, at: int) -> tuple[int, bool, tuple[int, int]]:
    """Count frames block by block; whether the first is transparent, and how far it reaches."""
    count, transparent, largest = 0, False, (0, 0)
    while count <= MAX_FRAMES:
        mark = source.at(at, 10)
        if mark[:1] == b"!" and len(mark) >= 7:
            if mark[1] == 0xF9 and count == 0:
                transparent = bool(mark[3] & 1)
            at = _skip(source, at + 2)
        elif mark[:1] == b"," and len(mark) == 10:
            left, top, width, height, flags = struct.unpack_from("<HHHHB", mark, 1)
            largest = largest if count else (left + width, top + height)
            count += 1
            at = _skip(source, at + 10 + _palette(flags) + 1)
        else:
            break
    return count, transparent, largest


def _skip(source: Source, at: int) -> int:
    """Behind a chain of sub-blocks."""
    while True:
        size = source.at(at, 1)
        if size in (b"", b"\0"):
            return at + 1
        at += 1 + size[0]


def decode(source: Source, header: Header, allow_truncated: bool) -> Decoded:
    with codec_faults(source, can_fill=False):
        pixels, alpha = samples(opened(GifImagePlugin.GifImageFile, source.data))
    if pixels.shape[:2] != (header.stored[1], header.stored[0]):
        raise damaged(source, "its header and its picture differ in size")
    return Decoded(pixels, alpha)


GIF = Format(name="gif", title="GIF", extensions=(".gif",), matches=matches, probe=probe, decode=decode)
