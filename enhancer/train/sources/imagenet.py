"""The source `imagenet`: ILSVRC 2012 as torchvision lays it out, `train/` and `val/` with a folder a WordNet id."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import DataError
from ...events import Sink
from ...files.names import display
from ...images.formats import EXTENSIONS
from ..configs.gan import GanDataConfig
from .fetch import datasets
from .source import Part, Source, decode, missing, root, stamp

_FOLDERS = {"train": "train", "test": "val"}


def open_imagenet(config: GanDataConfig, part: Part, sink: Sink) -> Source:
    """Listed by torchvision's ImageFolder, decoded here. Classes are the WordNet ids, with names where they are known.

    Names are known from the `meta.bin` that torchvision makes of the development kit. Nothing is ever fetched: the
    publisher asks for an account.
    """
    top = root(config, part)
    folder = top / _FOLDERS[part]
    if not folder.is_dir():
        error = missing(top, [f"{_FOLDERS[part]}/n01440764/*.JPEG"], "ImageNet", download=False)
        error.hint = "Get it from image-net.org with an account of yours; it cannot be fetched by data.download."
        raise error
    sets = datasets()
    try:
        listed = sets.ImageFolder(str(folder), loader=None, is_valid_file=_is_picture)
        known = top / _FOLDERS["train"]
        ids = sorted(path.name for path in known.iterdir() if path.is_dir()) if known.is_dir() else listed.classes
    except OSError as error:  # also what torchvision raises for classes without pictures
        raise DataError(f"{display(str(folder))} cannot be used: {display(str(error), 200)}.") from None
    strange = sorted(set(listed.classes) - set(ids))
    if strange:
        raise DataError(f"Class {display(strange[0])} of {display(str(folder))} is none of those that are learned.")
    numbers = {name: number for number, name in enumerate(ids)}
    paths = [Path(path) for path, _ in listed.samples]
    labels = np.array([numbers[listed.classes[label]] for _, label in listed.samples], np.int64)
    names = _names(sets, top)
    return Source(
        count=len(paths),
        labels=labels,
        classes=tuple(f"{name} {names[name]}" if name in names else name for name in ids),
        name=lambda index: paths[index].relative_to(folder).as_posix(),
        pixels=lambda index: decode(paths[index]),
        stamp=stamp(paths),
    )


def _is_picture(path: str) -> bool:
    name = Path(path)
    return name.suffix.lower() in EXTENSIONS and not name.name.startswith(".")


def _names(sets: Any, top: Path) -> dict[str, str]:
    """WordNet id -> first English name; empty without the file, or with one that torchvision cannot read."""
    if not (top / sets.imagenet.META_FILE).is_file():
        return {}
    try:
        table: Any = sets.imagenet.load_meta_file(str(top))[0]
        return {str(wnid): str(names[0]) for wnid, names in table.items()}
    except (pickle.UnpicklingError, RuntimeError, OSError, ValueError, TypeError, LookupError, EOFError) as error:
        raise DataError(
            f"meta.bin of {display(str(top))} cannot be read: {display(str(error), 100)}.", "Remove it."
        ) from None
