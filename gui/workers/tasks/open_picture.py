"""Opening a picture for the canvas: what its header says and first pixels at once, the whole of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from enhancer.errors import Cancelled
from enhancer.images.describe import describe
from enhancer.images.formats.format import Header
from enhancer.images.read import probe, read

from ..display import Bytes
from ..pixels import put
from ..pyramid import SHELF, build, signature
from ..quick import quick_look
from ..serving import CallSink, session

MAX_PIXELS = 400_000_000
AT_ONCE = 3_000_000
"""Pixels up to which the whole picture is decoded as quickly as a part of it."""


def open_picture(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "path". Header facts, and either "first", pixels of a reduced picture, or what `load` gives."""
    path = Path(arguments["path"])
    sign = signature(path)
    header = probe(path, max_pixels=MAX_PIXELS)
    sink.check()
    result = {"signature": sign, "facts": facts_of(header)}
    if SHELF.find(path, sign) is not None or header.width * header.height <= AT_ONCE:
        return result | load(arguments, sink)
    first = quick_look(path, header)
    return result | ({"first": put_shown(first)} if first is not None else {})


def load(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "path", "token". Decodes all of it; "base": the level that the window keeps."""
    path = Path(arguments["path"])
    sign = signature(path)
    pyramid = SHELF.find(path, sign)
    notes: tuple[str, ...] = ()
    if pyramid is None:
        if SHELF.is_closed(str(arguments.get("token", ""))):
            raise Cancelled
        sink.check()
        image = read(path, max_pixels=MAX_PIXELS, allow_truncated=True)
        notes = image.meta.notes
        sink.check()
        pyramid = build(image)
        SHELF.put(path, sign, pyramid)
    base = pyramid.base
    height, width = pyramid.levels[0].shape[:2]
    return {
        "signature": sign,
        "width": width,
        "height": height,
        "levels": len(pyramid.levels),
        "base_level": base,
        "base": put_shown(pyramid.whole(base)),
        "notes": list(notes),
    }


def tile(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "path", "signature", "key": [level, column, row]. "pixels", or "missing" where it is not loaded."""
    path = Path(arguments["path"])
    told = {"key": list(arguments["key"]), "signature": arguments["signature"]}
    pyramid = SHELF.find(path, arguments["signature"])
    if pyramid is None:
        return told | {"missing": True}
    return told | {"pixels": put_shown(pyramid.tile(*told["key"]))}


def close_picture(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "token", the one of `load`, which need not begin any more."""
    SHELF.close(str(arguments["token"]))
    return {}


def check_picture(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "path". Its "signature" now, "" if it has gone."""
    return {"signature": signature(Path(arguments["path"]))}


def put_shown(pixels: Bytes) -> dict[str, Any]:
    """Pixels as `display` makes them: premultiplied where there is alpha."""
    values = put(session(), pixels)
    return values | ({"format": "rgba_premultiplied"} if pixels.shape[2] == 4 else {})


def facts_of(header: Header) -> dict[str, Any]:
    """Of the header, as plain values; "rows" are name and text for people, in reading order."""
    return {
        "format": header.format,
        "width": header.width,
        "height": header.height,
        "mode": header.mode,
        "bit_depth": header.bit_depth,
        "has_alpha": header.has_alpha,
        "alpha_kind": header.alpha_kind,
        "frames": header.frames,
        "orientation": header.orientation,
        "profile": profile_name(header.icc),
        "dpi": list(header.dpi) if header.dpi else None,
        "jpeg_quality": header.jpeg_quality,
        "size_bytes": header.size_bytes,
        "notes": list(header.notes),
        "rows": [list(row) for row in describe(header)],
    }


def profile_name(profile: bytes | None) -> str:
    """What the colour profile calls itself, "" if there is none or it cannot be read."""
    if profile is None:
        return ""
    import io

    from PIL import ImageCms

    from enhancer.files.names import display

    try:
        return display(ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile))).strip(), 80)
    except (OSError, ImageCms.PyCMSError, TypeError, ValueError):
        return ""
