"""The source `mnist`: the four files of the digits, or of a set in the same form; torchvision fetches what is missing.

Read here rather than by torchvision, which first unpacks the files into the user's folder.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...errors import DataError
from ...events import Sink
from ...files.names import display
from ..configs.gan import GanDataConfig
from .fetch import fetch_mnist
from .idx import read_idx
from .source import Part, Source, found_or_fetched, stamp

CLASSES = tuple(str(digit) for digit in range(10))
_PREFIXES = {"train": "train", "test": "t10k"}
# As they come; as torchvision keeps them; inside of that.
_FOLDERS = (".", "MNIST/raw", "raw")


def open_mnist(config: GanDataConfig, part: Part, sink: Sink) -> Source:
    """Files `train-images-idx3-ubyte` and so on, plain or `.gz`, in a folder or in its `MNIST/raw`. Grey, (H,W,1)."""
    names = [f"{name}[.gz]" for name in _names(part)]
    found = found_or_fetched(config, part, _find, fetch_mnist, names, "MNIST")
    pictures, labels = read_idx(found[0]), read_idx(found[1])
    if pictures.ndim != 3 or labels.ndim != 1 or len(pictures) != len(labels) or not pictures.size:
        raise DataError(
            f"{display(found[0].name)} ({pictures.shape}) and {display(found[1].name)} ({labels.shape}) do not belong "
            "together.",
            "Get fresh copies of them.",
        )
    if labels.max() >= len(CLASSES):
        raise DataError(f"{display(found[1].name)} has a label {labels.max()}, and MNIST has ten classes, 0 to 9.")
    return Source(
        count=len(pictures),
        labels=labels.astype(np.int64),
        classes=CLASSES,
        name=lambda index: f"{part}-{index:05d}",
        pixels=lambda index: pictures[index][..., None],
        stamp=stamp(found),
        pads=True,
    )


def _names(part: Part) -> tuple[str, str]:
    return f"{_PREFIXES[part]}-images-idx3-ubyte", f"{_PREFIXES[part]}-labels-idx1-ubyte"


def _find(top: Path, part: Part) -> tuple[Path, Path] | None:
    """Pictures and labels, wherever they lie, both in one folder."""
    for folder in _FOLDERS:
        paths = [
            next((path for suffix in ("", ".gz") if (path := top / folder / f"{name}{suffix}").is_file()), None)
            for name in _names(part)
        ]
        if paths[0] is not None and paths[1] is not None:
            return paths[0], paths[1]
    return None
