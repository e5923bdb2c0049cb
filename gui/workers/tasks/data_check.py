"""What lies in a folder that somebody wants to train on: counts, sizes, classes, what cannot be read. No torch."""

from __future__ import annotations

import os
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from enhancer.errors import DataError, EnhancerError
from enhancer.events import Progressed
from enhancer.files.names import display

from ..serving import CallSink

NAMED = 50
"""Unreadable files that are named at most; the rest is counted."""
TOGETHER = 200
"""Files between two words about progress."""
SOURCES_WITHOUT_FILES = ("mnist", "cifar10", "imagenet", "shards")
"""How data are stored that are not looked at file by file."""
GREY = re.compile(r"L(A|[;0-9]|$)")
"""How the layouts of grey pictures begin, in the words of the formats."""


def data_check(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "folder". Walks it, opens each header, and says what it holds; DataError if there is no folder."""
    from enhancer.images.read import probe
    from enhancer.train.sources.guess import guess_source

    folder = Path(arguments["folder"]).expanduser()
    if not folder.is_dir() and folder.suffix != ".tar":
        raise DataError(f"There is no folder {display(str(folder))}.", "Choose the one that holds your pictures.")
    source = guess_source(str(folder))
    if source in SOURCES_WITHOUT_FILES:
        return _facts(folder, source, [], [], Counter(), 0, 0)
    paths = []
    for path in _pictures(folder):
        paths.append(path)
        if len(paths) % TOGETHER == 0:
            sink.check()
            sink.emit(Progressed(0.0, f"{len(paths):,}"))
    sizes: list[tuple[int, int]] = []
    bad: list[list[str]] = []
    classes: Counter[str] = Counter()
    total = grey = 0
    for number, path in enumerate(paths):
        if number % TOGETHER == 0:
            sink.check()
            sink.emit(Progressed(number / len(paths), f"{number:,} / {len(paths):,}"))
        try:
            header = probe(path)
        except EnhancerError as error:
            bad.append([path.relative_to(folder).as_posix(), error.message])
            continue
        sizes.append((header.width, header.height))
        total += header.size_bytes
        grey += GREY.match(header.mode) is not None
        if source == "classes":
            parts = path.relative_to(folder).parts
            classes[parts[0] if len(parts) > 1 else ""] += 1
    loose = classes.pop("", 0)
    return {**_facts(folder, source, sizes, bad, classes, total, grey), "loose": loose}


def _facts(
    folder: Path,
    source: str,
    sizes: list[tuple[int, int]],
    bad: list[list[str]],
    classes: Mapping[str, int],
    total: int,
    grey: int,
) -> dict[str, Any]:
    short = sorted(min(size) for size in sizes)
    middle = sorted(sizes, key=lambda size: size[0] * size[1])
    return {
        "folder": str(folder),
        "source": source,
        "count": len(sizes),
        "bytes": total,
        "smallest": list(middle[0]) if middle else None,
        "largest": list(middle[-1]) if middle else None,
        "median": list(middle[len(middle) // 2]) if middle else None,
        "median_side": statistics.median(short) if short else 0,
        "short_sides": _below(short),
        "grey": grey,
        "bad": bad[:NAMED],
        "bad_count": len(bad),
        "classes": sorted(classes.items()),
        "loose": 0,
    }


def _below(short: list[int]) -> list[list[int]]:
    """[side, how many pictures have a shorter side than that], for the sides that trainings ask for."""
    return [[side, sum(one < side for one in short)] for side in (16, 32, 48, 64, 96, 128, 192, 256)]


def _pictures(folder: Path) -> Iterator[Path]:
    """The same files as a training finds: visible, with a known extension, sorted within each folder."""
    from enhancer.images.formats import EXTENSIONS

    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            extension = os.path.splitext(name)[1]  # noqa: PTH122 -- there may be millions, and a Path takes its time
            if not name.startswith(".") and extension.lower() in EXTENSIONS:
                yield Path(here, name)
