"""PNG: every depth, colour type and interlacing in, 8 and 16 bit out; the first frame of an animated one."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray

from ..blocks import icc_build
from ..containers import png as container
from ..containers.png import Chunk, Layout
from ..decoders import codec_faults
from ..image import Image
from ..source import Source
from .format import MAX_EXIF, MAX_ICC, MAX_XMP, Decoded, Format, Header, cut_off, damaged

# Level 6 saves 8 % of the bytes and takes three times as long as 3; measured on photos of 12 megapixels.
LEVEL = 3
_NAMES = {0: "L", 2: "RGB", 3: "P", 4: "LA", 6: "RGBA"}
_SRGB_CICP = bytes((1, 13, 0, 1))
_SRGB_GAMMA = 0.45455
_SRGB_POINTS = [0.3127, 0.329, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06]


def matches(head: bytes) -> bool:
    return head.startswith(container.SIGNATURE)


def probe(source: Source) -> Header:
    chunks, complete = container.chunks(source)
    if not chunks and source.size < 33:
        raise cut_off(source, can_fill=False)
    if not chunks or chunks[0].kind != b"IHDR":
        raise damaged(source, "it does not begin with its header")
    if not container.sound(source, chunks[0]):
        raise damaged(source, "the checksum of its header is wrong")
    layout = container.layout(source.at(chunks[0].at, chunks[0].size))
    if isinstance(layout, str):
        raise damaged(source, layout)
    first = {chunk.kind: chunk for chunk in reversed(chunks)}
    bodies = {kind: source.at(one.at, min(one.size, MAX_EXIF)) for kind, one in first.items() if kind in _SMALL}
    alpha = layout.colour in (4, 6) or b"tRNS" in first
    name = _NAMES[layout.colour] if layout.depth == 8 else f"{_NAMES[layout.colour]};{layout.depth}"
    icc, notes = _profile(bodies, layout.colour in (0, 4))
    xmp, told = _texts(source, chunks)
    frames = struct.unpack(">I", bodies[b"acTL"][:4])[0] if len(bodies.get(b"acTL", b"")) == 8 else 1
    return Header(
        format="png",
        stored=(layout.width, layout.height),
        mode=name,
        bit_depth=8 if layout.colour == 3 else layout.depth,
        has_alpha=alpha,
        alpha_kind="straight" if alpha else "none",
        frames=max(frames, 1),
        icc=icc,
        exif=bodies.get(b"eXIf", b"").removeprefix(b"Exif\0\0") or None,
        xmp=xmp,
        dpi=_density(bodies.get(b"pHYs", b"")),
        notes=(*notes, *told),
        facts={"layout": layout, "chunks": chunks, "complete": complete},
    )


_SMALL = {b"acTL", b"cHRM", b"cICP", b"eXIf", b"gAMA", b"iCCP", b"pHYs", b"sRGB"}


def _profile(bodies: dict[bytes, bytes], grey: bool) -> tuple[bytes | None, tuple[str, ...]]:
    notes = []
    if b"cICP" in bodies and bodies[b"cICP"] != _SRGB_CICP:
        notes.append("Its colour space is named by cICP only; values are taken for sRGB.")
    if b"iCCP" in bodies:
        _, _, packed = bodies[b"iCCP"].partition(b"\0")
        profile = container.inflate(packed[1:], MAX_ICC)
        if profile is None:
            notes.append("Colour profile dropped: it is damaged or too large.")
        return profile, tuple(notes)
    if b"sRGB" in bodies:
        return None, tuple(notes)
    profile, told = _from_numbers(bodies.get(b"gAMA", b""), bodies.get(b"cHRM", b""), grey)
    return profile, (*notes, *told)


def _from_numbers(gamma: bytes, colours: bytes, grey: bool) -> tuple[bytes | None, tuple[str, ...]]:
    """A profile for a gamma or primaries that are not those of sRGB, so that the picture keeps its look."""
    share = struct.unpack(">I", gamma)[0] / 100_000 if len(gamma) == 4 else _SRGB_GAMMA
    points = [value / 100_000 for value in struct.unpack(">8I", colours)] if len(colours) == 32 else _SRGB_POINTS
    usual = abs(share - _SRGB_GAMMA) < 0.01
    if grey or np.allclose(points, _SRGB_POINTS, atol=0.005):
        points = _SRGB_POINTS
        if usual:
            return None, ()
    if not 0.02 <= share <= 50:
        return None, (f"Its gamma of {share:.3g} makes no sense and is not used.",)
    if grey:
        return icc_build.grey_profile(1 / share), (f"Kept as a colour profile: its gamma of {share:.3g}.",)
    pairs = [(points[i], points[i + 1]) for i in (0, 2, 4, 6)]
    # Beside primaries of their own, files of the usual gamma mean 2.2 and not the curve of sRGB.
    made = icc_build.matrix_profile(1 / share, pairs[0], (pairs[1], pairs[2], pairs[3]))
    if made is None:
        return None, ("Its primaries make no sense and are not used.",)
    return made, (f"Kept as a colour profile: its gamma of {share:.3g} and its primaries.",)


def _density(body: bytes) -> tuple[float, float] | None:
    if len(body) != 9:
        return None
    across, down, unit = struct.unpack(">IIB", body)
    return (across * 0.0254, down * 0.0254) if unit == 1 and across and down else None


def _texts(source: Source, chunks: list[Chunk]) -> tuple[bytes | None, tuple[str, ...]]:
    """XMP, and a note on other texts; those are never unpacked, so that they cannot be bombs."""
    xmp, notes, others = None, [], []
    for chunk in chunks:
        if chunk.kind not in (b"tEXt", b"zTXt", b"iTXt"):
            continue
        keyword, _, _ = source.at(chunk.at, min(chunk.size, 80)).partition(b"\0")
        if chunk.kind != b"iTXt" or keyword != container.XMP_KEYWORD or xmp is not None:
            others.append(keyword.decode("latin-1"))
            continue
        body = source.at(chunk.at, min(chunk.size, MAX_XMP))[len(keyword) + 1 :]
        packed = body[:1] == b"\1"
        # Behind the two flags stand a language and a translated keyword, each ended by a zero.
        text = body[2:].split(b"\0", 2)[-1] if body[2:].count(b"\0") >= 2 else b""
        xmp = container.inflate(text, MAX_XMP) if packed else text
        if xmp is None:
            notes.append("XMP dropped: it is damaged or too large.")
    if others:
        named = ", ".join(dict.fromkeys(word for word in others[:50] if word.isprintable()))
        notes.append(f"PNG texts are not kept: {named[:80] or len(others)}.")
    return xmp, tuple(notes)


def decode(source: Source, header: Header, allow_truncated: bool) -> Decoded:
    layout: Layout = header.facts["layout"]
    chunks: list[Chunk] = header.facts["chunks"]
    complete: bool = header.facts["complete"]
    if not complete and not allow_truncated:
        raise cut_off(source)
    palette: list[bytes] = []
    for one in chunks:
        if one.kind in (b"PLTE", b"tRNS", b"IDAT") and not allow_truncated and not container.sound(source, one):
            raise damaged(source, "a checksum is wrong", "Get a fresh copy, or use --allow-truncated.")
        if one.kind in (b"PLTE", b"tRNS") and len(palette) < 2:
            palette.append(container.chunk(one.kind, source.at(one.at, one.size)))
    packed = b"".join(source.at(one.at, one.size) for one in chunks if one.kind == b"IDAT")
    notes: tuple[str, ...] = ()
    if not layout.interlaced and not allow_truncated:
        array = _decode_plain(source, layout, palette, packed)
    else:
        small = layout.passes() if layout.interlaced else [((0, 0, 1, 1), layout)]
        size = sum(part.inflated() for _, part in small)
        rows = container.inflate(packed, size)
        if rows is None or len(rows) < size:
            if not allow_truncated:
                raise damaged(source, "its compressed data is broken")
            rows = container.inflate_some(packed, size)
            notes = ("The file is cut off or damaged; the missing part was filled with black.",)
        array = _decode_passes(source, layout, small, palette, rows)
    channels = array.shape[2]
    if channels in (2, 4):
        return Decoded(np.ascontiguousarray(array[..., :-1]), np.ascontiguousarray(array[..., -1]), notes)
    return Decoded(array, notes=notes)


def _decode_plain(source: Source, layout: Layout, palette: list[bytes], packed: bytes) -> NDArray[Any]:
    with codec_faults(source):
        array: NDArray[Any] = imagecodecs.png_decode(container.small_file(layout, palette, packed))
    return array.reshape(layout.height, layout.width, -1)


def _decode_passes(
    source: Source,
    layout: Layout,
    passes: list[tuple[tuple[int, int, int, int], Layout]],
    palette: list[bytes],
    rows: bytes,
) -> NDArray[Any]:
    """Each pass of an interlaced picture is a small plain picture, decoded as one and spread over its grid."""
    at, whole = 0, None
    for (x, y, dx, dy), part in passes:
        size = part.inflated()
        small = _decode_plain(source, part, palette, zlib.compress(rows[at : at + size], 0))
        if whole is None:
            whole = np.zeros((layout.height, layout.width, small.shape[2]), small.dtype)
        whole[y::dy, x::dx] = small
        at += size
    assert whole is not None
    return whole


def encode(image: Image, quality: int | None) -> bytes:
    array = image.pixels
    if image.alpha is not None:
        array = np.concatenate([array, image.alpha[..., None]], axis=2)
    elif image.channels == 1:
        array = array[..., 0]
    stream = imagecodecs.png_encode(np.ascontiguousarray(array), level=LEVEL)
    meta = image.meta
    extra = container.metadata_chunks(meta.dpi, meta.exif, meta.xmp, meta.icc)
    behind_header = len(container.SIGNATURE) + 25
    return b"".join((stream[:behind_header], extra, memoryview(stream)[behind_header:]))


PNG = Format(
    name="png",
    title="PNG",
    extensions=(".png", ".apng"),
    matches=matches,
    probe=probe,
    decode=decode,
    encode=encode,
    depths=(8, 16),
    alpha_kinds=("straight",),
    carries=frozenset({"icc", "exif", "xmp", "dpi"}),
)
