"""Which source reads a folder that the user named without saying how. Torch-free; only names are looked at."""

from __future__ import annotations

import re
from pathlib import Path

from ...images.formats import EXTENSIONS

_WORDNET_NUMBER = re.compile(r"n\d{8}")


def guess_source(folder: str) -> str:
    """The registered source that fits what lies in `folder`; `folder`, which names what is wrong, where none does."""
    root = Path(folder)
    if root.suffix == ".tar":
        return "shards"
    names = {path.name for path in _inside(root)}
    places = (root, root / "raw", root / "MNIST" / "raw")
    if any(path.name.startswith("train-images-idx3-ubyte") for place in places for path in _inside(place)):
        return "mnist"
    if "data_batch_1" in names or "cifar-10-batches-py" in names:
        return "cifar10"
    if "val" in names and any(_WORDNET_NUMBER.fullmatch(path.name) for path in _inside(root / "train")):
        return "imagenet"
    if any(name.endswith(".tar") for name in names):
        return "shards"
    inner = [path for path in _inside(root) if path.is_dir() and not path.name.startswith(".")]
    holding = [path for path in inner if any(_is_picture(one) for one in _inside(path))]
    loose = any(map(_is_picture, _inside(root)))
    return "classes" if len(holding) > 1 and not loose else "folder"


def _inside(folder: Path) -> list[Path]:
    """Nothing where there is no folder, or none that may be read: the source will say so when it opens it."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in EXTENSIONS
