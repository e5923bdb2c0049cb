"""Calling codecs so that only our own errors come out and no global setting of theirs is touched."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import ImageFile

from ..errors import ImageError
from ..files.names import display
from .formats.format import cut_off, damaged
from .source import Source

# tifffile logs what it forgives in a damaged file; without a handler that would go to the user's terminal, beside
# the one line of ours. Programs that set up logging still get it.
logging.getLogger("tifffile").addHandler(logging.NullHandler())

# What codecs are known to raise on bad bytes. Pillow alone raises most of these.
FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    EOFError,
    ArithmeticError,
    RuntimeError,
    MemoryError,
    struct.error,
    zlib.error,
    imagecodecs.DelayedImportError,
    Pillow.DecompressionBombError,
)


@contextmanager
def codec_faults(source: Source, can_fill: bool = True) -> Iterator[None]:
    """Turn whatever a codec raises into ImageError, `truncated` where it says so; `can_fill` words its hint."""
    try:
        yield
    except ImageError:
        raise
    except FAULTS as error:
        text = " ".join(str(error).split()) or type(error).__name__
        if isinstance(error, MemoryError):
            raise ImageError(
                f"{source.name} needs more memory than there is.", "Close other programs.", "memory"
            ) from None
        if "truncated" in text.lower() or isinstance(error, EOFError):
            raise cut_off(source, can_fill) from None
        raise damaged(source, f"the decoder says: {display(text, 120)}") from None


def opened(plugin: Callable[[io.BytesIO], ImageFile.ImageFile], data: bytes) -> ImageFile.ImageFile:
    """A picture opened by exactly one Pillow plug-in, past its global size limit: ours was checked before."""
    return plugin(io.BytesIO(data))


def samples(picture: ImageFile.ImageFile) -> tuple[NDArray[Any], NDArray[Any] | None]:
    """A Pillow picture of 8 bits or less as (H,W,C) colour and alpha; palettes are resolved."""
    transparent = "transparency" in picture.info
    if picture.mode in ("1", "L") and not transparent:
        return np.asarray(picture.convert("L"))[..., None], None
    if picture.mode == "LA":
        both = np.asarray(picture)
        return np.ascontiguousarray(both[..., :1]), np.ascontiguousarray(both[..., 1])
    if transparent or picture.mode in ("RGBA", "PA"):
        four = np.asarray(picture.convert("RGBA"))
        return np.ascontiguousarray(four[..., :3]), np.ascontiguousarray(four[..., 3])
    return np.asarray(picture.convert("RGB")), None
