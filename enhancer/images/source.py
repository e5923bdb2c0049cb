"""Where the bytes of a picture come from, and the faults of reaching them; what they mean is up to the formats."""

from __future__ import annotations

import io
import mmap
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from ..errors import ImageError
from ..files.names import display

HEAD_BYTES = 4096
Origin = str | PathLike[str] | bytes | BinaryIO
"""A path, the bytes of a file, or an open file, which is read to its end."""


class Source:
    """The bytes of one picture: parts of them for the header, all of them (`data`) once they are wanted.

    path: set when they come from a file. name: what messages call it, safe to show. size: in bytes.
    """

    def __init__(self, origin: Origin, max_bytes: int) -> None:
        self.path = Path(origin) if isinstance(origin, str | PathLike) else None
        self.name = display(self.path.name) if self.path else "The picture"
        self._max_bytes = max_bytes
        if isinstance(origin, bytes):
            self._file: BinaryIO = io.BytesIO(origin)
            self.size = len(origin)
        elif isinstance(origin, str | PathLike):
            self._file, self.size = self._open(Path(origin))
        else:
            whole = origin.read(max_bytes + 1)
            self._file, self.size = io.BytesIO(whole), len(whole)
        if self.size > max_bytes:
            self.close()
            raise ImageError(
                f"{self.name} is larger than a picture within the limit can be ({self.size:,} bytes).",
                "Raise it with --max-pixels if it is meant.",
                "too-large",
            )

    def _open(self, path: Path) -> tuple[BinaryIO, int]:
        try:
            # Opening a pipe or a device could wait for ever, so its kind is asked first.
            kind = path.stat().st_mode
            if stat.S_ISDIR(kind):
                raise ImageError(f"{self.name} is a folder, not a picture.", code="is-directory")
            if not stat.S_ISREG(kind):
                raise ImageError(f"{self.name} is not a regular file.", "Use - to read from a pipe.", "not-a-file")
            file = path.open("rb")
            return file, file.seek(0, io.SEEK_END)
        except (OSError, ValueError) as error:
            raise self._fault(error) from None

    def _fault(self, error: Exception) -> ImageError:
        if isinstance(error, FileNotFoundError):
            return ImageError(f"{self.name} is not there.", "Was it moved or renamed?", "vanished")
        if isinstance(error, PermissionError):
            return ImageError(f"{self.name} may not be read.", "Check its permissions.", "permission")
        reason = getattr(error, "strerror", None) or str(error)
        return ImageError(f"{self.name} cannot be read: {display(reason)}.", "Is the disk well?", "io")

    def at(self, offset: int, count: int) -> bytes:
        """Up to `count` bytes from `offset`; fewer where the file ends."""
        try:
            self._file.seek(offset)
            return self._file.read(count)
        except (OSError, ValueError) as error:
            raise self._fault(error) from None

    @property
    def file(self) -> BinaryIO:
        """The open file, for decoders that read only what they need of it."""
        return self._file

    @contextmanager
    def view(self) -> Iterator[bytes | mmap.mmap]:
        """All bytes to look at here and there, without reading a large file as a whole."""
        if self.path is None:
            yield self.data
            return
        try:
            mapped = mmap.mmap(self._file.fileno(), self.size, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise self._fault(error) from None
        with mapped:
            yield mapped

    @cached_property
    def head(self) -> bytes:
        return self.at(0, HEAD_BYTES)

    @cached_property
    def data(self) -> bytes:
        """All bytes; ImageError if the file is shorter by now than when it was opened."""
        data = self.at(0, self.size)
        if len(data) < self.size:
            raise ImageError(f"{self.name} became shorter while it was read.", "Try again later.", "vanished")
        return data

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
