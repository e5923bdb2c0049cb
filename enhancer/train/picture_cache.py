"""The cache of fitted pictures: one file of raw rows and a trailer that says what they are, written whole or not."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..errors import DataError
from ..files.atomic import discard, put_in_place, sweep, temporary_beside
from ..files.oserrors import output_error

_MAGIC = b"enhancer pictures 1\n"
_LENGTH = 8

Bytes = NDArray[np.uint8]


def write_cache(path: Path, key: str, rows: Iterable[tuple[int, Bytes]]) -> None:
    """Write `rows`, (index, (C,H,W) uint8) each, behind one another; then indices, key and SHA-256, then the magic.

    OutputError if it cannot be written. DataError if there are no rows.
    """
    temporary = temporary_beside(path)
    digest = hashlib.sha256()
    kept: list[int] = []
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        with temporary.open("xb") as file:
            for index, row in rows:
                data = np.ascontiguousarray(row).tobytes()
                file.write(data)
                digest.update(data)
                kept.append(index)
            if not kept:
                raise DataError("None of the pictures can be read.", "Look at the warnings above.")
            trailer = json.dumps({"key": key, "kept": kept, "sha256": digest.hexdigest()}).encode()
            file.write(trailer + len(trailer).to_bytes(_LENGTH, "little") + _MAGIC)
        put_in_place(temporary, path)
    except OSError as error:
        raise output_error(error, path) from error
    finally:
        discard(temporary)


def open_cached(path: Path, key: str, shape: tuple[int, ...]) -> tuple[NDArray[np.int64], Bytes, str] | None:
    """(indices, rows mapped read-only, SHA-256 of the rows); None if it is not there, or is not what `key` means.

    The rows themselves are not read, so a bit that the disk changed since is not found.
    """
    try:
        size = path.stat().st_size
        end = size - len(_MAGIC) - _LENGTH
        with path.open("rb") as file:
            file.seek(max(end, 0))
            tail = file.read(_LENGTH + len(_MAGIC))
            length = int.from_bytes(tail[:_LENGTH], "little")
            if tail[_LENGTH:] != _MAGIC or length > end:
                return None
            file.seek(end - length)
            trailer = json.loads(file.read(length))
        kept = np.array(trailer["kept"], np.int64)
        if trailer["key"] != key or end - length != len(kept) * math.prod(shape):
            return None
        rows: Bytes = np.memmap(path, np.uint8, "r", shape=(len(kept), *shape))
        return kept, rows, str(trailer["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
