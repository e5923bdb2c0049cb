"""The source `classes`: one sub-folder a class, named after it; everything below belongs to the class."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...errors import DataError
from ...events import Sink, Warned
from ...files.names import display
from ...images.formats import EXTENSIONS
from ..configs.gan import GanDataConfig
from ..data import find_pictures
from .source import Part, Source, chosen, decode, root, stamp


def open_classes(config: GanDataConfig, part: Part, sink: Sink) -> Source:
    """The classes are those of `data.path`, sorted by name; `data.validation` may lack some but have no others."""
    top = root(config, part)
    classes = _classes(root(config, "train"))
    found: list[Path] = []
    labels: list[int] = []
    for name in _classes(top):
        if name not in classes:
            raise DataError(
                f"Class {display(name)} of {display(str(top))} is none of those that are learned.",
                "Remove it, or add its folder to data.path.",
            )
        here = find_pictures(str(top / name), name)
        found += here
        labels += [classes.index(name)] * len(here)
    loose = [path.name for path in sorted(top.iterdir()) if path.is_file() and path.suffix.lower() in EXTENSIONS]
    if loose:
        text = f"{len(loose)} pictures lie in no class folder and are left out, e.g. {display(loose[0])}."
        sink.emit(Warned(text, "no-class", display(top.name)))
    names = [path.relative_to(top).as_posix() for path in found]
    everything = np.array(labels, np.int64)
    picked = chosen(config, part, names, everything)
    paths = [found[index] for index in picked]
    return Source(
        count=len(paths),
        labels=everything[picked],
        classes=classes,
        name=lambda index: paths[index].relative_to(top).as_posix(),
        pixels=lambda index: decode(paths[index]),
        stamp=stamp(paths),
    )


def _classes(top: Path) -> tuple[str, ...]:
    """Names of the visible sub-folders that hold pictures, sorted."""
    if not top.is_dir():
        raise DataError(f"There is no folder {display(str(top))}.", "Name the one that holds the class folders.")
    names = tuple(
        sorted(path.name for path in top.iterdir() if path.is_dir() and path.name[0] != "." and _has_pictures(path))
    )
    if not names:
        raise DataError(
            f"{display(str(top))} holds no class folders with pictures.",
            "One sub-folder a class is meant; use data.source='folder' for pictures without classes.",
        )
    return names


def _has_pictures(folder: Path) -> bool:
    return any(path.suffix.lower() in EXTENSIONS and path.is_file() for path in folder.rglob("*"))
