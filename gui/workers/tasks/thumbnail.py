"""Small pictures for lists: decoded at reduced size where the format can, sRGB, nothing written to disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from enhancer.errors import ImageError
from enhancer.images.read import probe, read

from ..display import Bytes, converted, for_display, shrunk
from ..quick import quick_look
from ..serving import CallSink
from .open_picture import put_shown

MAX_PIXELS = 200_000_000


def thumbnail(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "path", "size": longest side, "number": given back.

    "pixels", and "width" and "height" of the whole picture; for a file that cannot be read "message", "hint", "code":
    in a list of thousands that is nothing extraordinary.
    """
    path, size = Path(arguments["path"]), int(arguments["size"])
    told = {"number": arguments.get("number", 0)}
    try:
        header = probe(path, max_pixels=MAX_PIXELS)
        sink.check()
        small = quick_look(path, header, size)
        if small is None:
            small = _of_whole(path, size)
    except ImageError as error:
        return told | {"message": error.message, "hint": error.hint, "code": error.code}
    return told | {"pixels": put_shown(shrunk(small, size)), "width": header.width, "height": header.height}


def _of_whole(path: Path, size: int) -> Bytes:
    pixels, transform = for_display(read(path, max_pixels=MAX_PIXELS, allow_truncated=True))
    small = shrunk(pixels, size)
    return converted(small, transform) if transform is not None else small
