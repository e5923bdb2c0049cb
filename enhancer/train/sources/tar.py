"""Tar files as a list of places in them: hostile sizes, links and cut-off archives are found, nothing is unpacked."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Self

from ...errors import DataError
from ...events import Sink, Warned
from ...files.names import display

MAX_MEMBERS = 4_000_000
MAX_NAME = 1_024
MAX_HEADER = 1 << 20
"""Bytes of an extended header, which `tarfile` reads into memory as they claim to be."""
_BLOCK = 512
_EXTENDED = (
    *(tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE),
    *(tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK),
)


@dataclass(frozen=True)
class Member:
    """A file in a tar file: `size` bytes at `offset`."""

    path: Path
    name: str
    offset: int
    size: int

    def read(self) -> bytes:
        """All its bytes. DataError if the tar file became shorter."""
        try:
            with self.path.open("rb") as file:
                file.seek(self.offset)
                data = file.read(self.size)
        except OSError as error:
            raise DataError(f"{display(self.path.name)} cannot be read: {display(error.strerror or '')}.") from None
        if len(data) < self.size:
            raise _cut(self.path)
        return data


class _Info(tarfile.TarInfo):
    """A header that is refused before `tarfile` believes how much belongs to it."""

    @classmethod
    def frombuf(cls, *arguments: Any, **named: Any) -> Self:
        info = super().frombuf(*arguments, **named)
        if info.size < 0 or (info.type in _EXTENDED and info.size > MAX_HEADER):
            raise DataError(f"A header claims {info.size:,} bytes, which no header has.", _HINT)
        return info


def members(path: Path, sink: Sink) -> Iterator[Member]:
    """The regular files of an uncompressed tar file, in order. Links and the like are named and left out.

    DataError, naming the file: no tar, cut off, damaged, too many members, too long names.
    """
    end, count = 0, 0
    try:
        size = path.stat().st_size
        with tarfile.open(path, "r:", tarinfo=_Info) as tar:
            while (info := tar.next()) is not None:
                # Its own list of all headers would hold ten times what is kept here.
                tar.members = []  # type: ignore[attr-defined]
                end, count = tar.offset, count + 1
                if end > size:
                    raise _cut(path)
                if count > MAX_MEMBERS:
                    raise DataError(f"{display(path.name)} holds more than {MAX_MEMBERS:,} files.", "Split it.")
                if len(info.name) > MAX_NAME or info.size < 0:
                    raise DataError(f"{display(path.name)} holds a file whose name or size is impossible.", _HINT)
                if info.isdir():
                    continue
                if not info.isreg() or info.issparse():
                    text = "Left out of the shard: a link, a device or a file with holes, which is never followed."
                    sink.emit(Warned(text, "not-a-file", display(info.name, 80)))
                    continue
                yield Member(path, str(PurePosixPath(info.name)), info.offset_data, info.size)
    except (tarfile.TarError, OSError, ValueError, EOFError) as error:
        why = display(str(error) or type(error).__name__, 100)
        raise DataError(f"{display(path.name)} cannot be read as a tar file: {why}.", _HINT) from None
    except DataError as error:
        if path.name not in error.message:
            raise DataError(f"{display(path.name)}: {error.message}", error.hint) from None
        raise
    _check_end(path, end)


def _check_end(path: Path, end: int) -> None:
    """An archive ends with a block of zeros; `tarfile` takes a cut one, or a damaged header, for its end."""
    try:
        with path.open("rb") as file:
            file.seek(end)
            block = file.read(_BLOCK)
    except OSError as error:
        raise DataError(f"{display(path.name)} cannot be read: {display(error.strerror or '')}.") from None
    if len(block) < _BLOCK:
        raise _cut(path)
    if any(block):
        raise DataError(f"{display(path.name)} is damaged at byte {end:,}.", _HINT)


def _cut(path: Path) -> DataError:
    return DataError(f"{display(path.name)} is cut off: it ends in the middle.", _HINT, "cut-off")


_HINT = "Get a fresh copy of it; only plain .tar files are read, unpack .tar.gz with gunzip."
