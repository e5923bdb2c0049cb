"""Writing: an Image to the bytes of a format, and those to a file, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from ..files.atomic import write_bytes
from .image import Image
from .prepare import Prepared, WriteOptions, check_writable, prepare

__all__ = ["Encoded", "WriteOptions", "check_writable", "encode", "write"]


@dataclass(frozen=True)
class Encoded:
    """A finished file in memory, the picture it holds, and what was lost on the way there."""

    data: bytes
    prepared: Prepared

    @property
    def losses(self) -> tuple[str, ...]:
        return self.prepared.losses

    @property
    def format(self) -> str:
        return self.prepared.format.name


def encode(image: Image, options: WriteOptions | None = None, path: Path | None = None) -> Encoded:
    """The bytes of a file; `path` only tells the format by its suffix. ImageError if the format cannot hold it."""
    prepared = prepare(image, options or WriteOptions(), path)
    assert prepared.format.encode is not None
    return Encoded(prepared.format.encode(prepared.image, prepared.quality), prepared)


def write(image: Image, path: str | PathLike[str], options: WriteOptions | None = None) -> tuple[str, ...]:
    """Write a file atomically, replacing what had its name; returns what was lost. OutputError if it cannot be."""
    path = Path(path)
    encoded = encode(image, options, path)
    write_bytes(path, encoded.data)
    return encoded.losses
