"""Which source reads a folder that the user named without saying how. Torch-free; only names are looked at."""

from __future__ import annotations

from pathlib import Path

from ...images.formats import EXTENSIONS


def guess_source(folder: str) -> str:
    """The registered source that fits what lies in `folder`; `folder`, which names what is wrong, where none does."""
    root = Path(folder)
    if root.suffix == ".tar":
        return "shards"
    if not root.is_dir():
        return "folder"
    names = {path.name for path in root.iterdir()}
    if any(name.startswith("train-images-idx3-ubyte") for name in names) or (root / "MNIST" / "raw").is_dir():
        return "mnist"
    if "data_batch_1" in names or "cifar-10-batches-py" in names:
        return "cifar10"
    if {"train", "val"} <= names and any(path.name.startswith("n0") for path in (root / "train").iterdir()):
        return "imagenet"
    if any(name.endswith(".tar") for name in names):
        return "shards"
    inner = [path for path in root.iterdir() if path.is_dir() and not path.name.startswith(".")]
    loose = any(Path(name).suffix.lower() in EXTENSIONS for name in names)
    holding = [path for path in inner if any(one.suffix.lower() in EXTENSIONS for one in path.iterdir())]
    return "classes" if len(holding) > 1 and not loose else "folder"
