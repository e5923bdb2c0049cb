"""The idx format of MNIST's files (LeCun), plain or gzipped: arrays of bytes behind a short header, nothing written."""

from __future__ import annotations

import gzip
import math
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...errors import DataError
from ...files.names import display

MAX_BYTES = 4 << 30
_UNSIGNED_BYTE = 8
_MAX_DIMENSIONS = 3


def read_idx(path: Path) -> NDArray[np.uint8]:
    """The uint8 array of a file, of one to three dimensions. DataError, naming it, if it is no such file or damaged."""
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as file:
            head = file.read(4)
            if len(head) < 4 or head[:2] != b"\0\0" or head[2] != _UNSIGNED_BYTE or not 1 <= head[3] <= _MAX_DIMENSIONS:
                raise _damaged(path, "it does not begin like an idx file of bytes")
            sizes = file.read(4 * head[3])
            shape = tuple(int.from_bytes(sizes[n : n + 4], "big") for n in range(0, len(sizes), 4))
            if len(sizes) < 4 * head[3] or math.prod(shape) > MAX_BYTES:
                raise _damaged(path, "it says an impossible size")
            # One byte more than there may be: enough to know, and a gzip bomb is not unpacked any further.
            data = file.read(math.prod(shape) + 1)
    except FileNotFoundError:
        raise
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(path, str(error) or "it cannot be read") from None
    if len(data) != math.prod(shape):
        amount = "less" if len(data) < math.prod(shape) else "more"
        raise _damaged(path, f"it should hold {'x'.join(map(str, shape))} bytes and holds {amount}")
    return np.frombuffer(data, np.uint8).reshape(shape)


def _damaged(path: Path, why: str) -> DataError:
    return DataError(f"{display(path.name)} is damaged: {display(why)}.", "Get a fresh copy of it.")
