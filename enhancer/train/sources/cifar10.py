"""The source `cifar10`: the Python batches of CIFAR-10 (Krizhevsky 2009); torchvision fetches what is missing.

Read here rather than by torchvision, which runs whatever the pickles say and takes no files but the published ones.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from ...errors import DataError
from ...events import Sink
from ...files.names import display
from ..configs.gan import GanDataConfig
from .fetch import fetch_cifar10
from .source import Bytes, Labels, Part, Source, found_or_fetched, stamp
from .unpickle import load_plain

CLASSES = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
SIDE = 32
_FOLDERS = ("cifar-10-batches-py", ".")
_FILES = {"train": tuple(f"data_batch_{n}" for n in range(1, 6)), "test": ("test_batch",)}


def open_cifar10(config: GanDataConfig, part: Part, sink: Sink) -> Source:
    """Files `data_batch_1` to `5` and `test_batch`, in a folder or in its `cifar-10-batches-py`. RGB, (32,32,3)."""
    found = found_or_fetched(config, part, _find, fetch_cifar10, _FILES[part], "CIFAR-10")
    batches = [_read(path) for path in found]
    pictures = np.concatenate([pixels for pixels, _ in batches])
    return Source(
        count=len(pictures),
        labels=np.concatenate([labels for _, labels in batches]),
        classes=CLASSES,
        name=lambda index: f"{part}-{index:05d}",
        pixels=lambda index: np.ascontiguousarray(pictures[index].transpose(1, 2, 0)),
        stamp=stamp(found),
    )


def _find(top: Path, part: Part) -> list[Path] | None:
    for folder in _FOLDERS:
        paths = [top / folder / name for name in _FILES[part]]
        if all(path.is_file() for path in paths):
            return paths
    return None


def _read(path: Path) -> tuple[Bytes, Labels]:
    """(n,3,32,32) uint8 and (n,) int64 of one batch."""
    batch = load_plain(path)
    if not isinstance(batch, dict):
        raise _unlike(path, "it holds no table")
    data: Any = batch.get("data", batch.get(b"data"))
    labels: Any = batch.get("labels", batch.get(b"labels"))
    if not isinstance(data, np.ndarray) or data.dtype != np.uint8 or data.shape[1:] != (3 * SIDE * SIDE,):
        raise _unlike(path, f"its pictures are not rows of {3 * SIDE * SIDE} bytes")
    if not isinstance(labels, list) or any(type(label) is not int for label in labels):
        raise _unlike(path, "its labels are no list of numbers")
    if len(labels) != len(data) or not labels or not all(0 <= label < len(CLASSES) for label in labels):
        raise _unlike(path, "its labels do not fit its pictures")
    return data.reshape(-1, 3, SIDE, SIDE), np.array(labels, np.int64)


def _unlike(path: Path, why: str) -> DataError:
    return DataError(f"{display(path.name)} is no batch of CIFAR-10: {why}.", "Get a fresh copy of it.")
