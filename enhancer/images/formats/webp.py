"""WebP: lossy and lossless, with alpha; the first frame of an animated one."""

from __future__ import annotations

import io
from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import WebPImagePlugin

from ..containers import riff
from ..decoders import codec_faults, opened
from ..image import Image
from ..source import Source
from .format import MAX_EXIF, Decoded, Format, Header, cut_off, damaged

LOSSLESS = 100


def matches(head: bytes) -> bool:
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def probe(source: Source) -> Header:
    found = riff.parse(source, MAX_EXIF)
    if found.fault == "cut":
        raise cut_off(source, can_fill=False)
    if found.fault:
        raise damaged(source, found.fault)
    mode = "VP8L" if found.lossless else "VP8"
    exif = found.blocks.get(b"EXIF", b"").removeprefix(b"Exif\0\0")
    return Header(
        format="webp",
        stored=(found.width, found.height),
        mode=f"{mode};A" if found.alpha else mode,
        bit_depth=8,
        has_alpha=found.alpha,
        alpha_kind="straight" if found.alpha else "none",
        frames=found.frames,
        icc=found.blocks.get(b"ICCP"),
        exif=exif or None,
        xmp=found.blocks.get(b"XMP "),
        facts={"animated": found.animated},
    )


def decode(source: Source, header: Header, allow_truncated: bool) -> Decoded:
    with codec_faults(source, can_fill=False):
        array: NDArray[Any]
        if header.facts["animated"]:
            array = np.asarray(opened(WebPImagePlugin.WebPImageFile, source.data))
        else:
            array = imagecodecs.webp_decode(source.data)
    if array.shape[:2] != (header.stored[1], header.stored[0]):
        raise damaged(source, "its header and its picture differ in size")
    if array.shape[2] == 4 and header.has_alpha:
        return Decoded(np.ascontiguousarray(array[..., :3]), np.ascontiguousarray(array[..., 3]))
    return Decoded(np.ascontiguousarray(array[..., :3]))


def encode(image: Image, quality: int | None) -> bytes:
    colours = np.repeat(image.pixels, 3, axis=2) if image.channels == 1 else image.pixels
    if image.alpha is not None:
        colours = np.concatenate([colours, image.alpha[..., None]], axis=2)
    out, meta = io.BytesIO(), image.meta
    lossless = WEBP.is_lossless(quality)
    Pillow.fromarray(np.ascontiguousarray(colours)).save(
        out,
        "WEBP",
        lossless=lossless,
        # For lossless this is the effort; 20 is twice as fast as 100 and 2 % larger.
        quality=20 if lossless else (WEBP.quality if quality is None else quality),
        # Keep the colour under full transparency: without it lossless would not be lossless.
        exact=True,
        method=4,
        icc_profile=meta.icc or b"",
        exif=meta.exif or b"",
        xmp=meta.xmp or b"",
    )
    return out.getvalue()


WEBP = Format(
    name="webp",
    title="WebP",
    extensions=(".webp",),
    matches=matches,
    probe=probe,
    decode=decode,
    encode=encode,
    depths=(8,),
    alpha_kinds=("straight",),
    max_side=16_383,
    quality=90,
    lossless_from=LOSSLESS,
    carries=frozenset({"icc", "exif", "xmp"}),
)
