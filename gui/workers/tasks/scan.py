"""Looking through files and folders: which pictures are there, how large, and which cannot be read. Headers only."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from enhancer.batch.scan import scan as find_files
from enhancer.errors import EnhancerError
from enhancer.events import ItemDone
from enhancer.images.formats import EXTENSIONS
from enhancer.images.read import probe

from ..serving import CallSink

CHUNK, PATIENCE = 250, 0.2
"""Rows in one event, and seconds after which fewer are sent."""


class _Chunks:
    """Rows on their way to the window, many in one event: `ItemDone` with "rows" and running totals in its facts."""

    def __init__(self, sink: CallSink, state: str) -> None:
        self._sink, self._state, self._sent = sink, state, time.monotonic()
        self._rows: list[list[Any]] = []

    def add(self, row: list[Any]) -> None:
        self._sink.check()
        self._rows.append(row)
        if len(self._rows) >= CHUNK or time.monotonic() - self._sent > PATIENCE:
            self.flush()

    def flush(self) -> None:
        if self._rows:
            self._sink.emit(ItemDone(key="rows", state=self._state, facts={"rows": self._rows}))
        self._rows, self._sent = [], time.monotonic()


def scan(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "inputs" (files and folders), "recursive", "include", "exclude", "skip" (folders), "probe".

    Events: ItemDone with state "found", rows [path, key, bytes, code, reason], code "" for a file that can be looked
    at; then, with "probe", state "looked", rows [index, width, height, format, code, reason]; index counts
    all rows of "found".
    Result: "files", "left_out", "bytes", "pixels", "unreadable", "formats" {name: count}, "smallest" and "largest"
    [width, height] by area, None without pictures.
    """
    paths, left_out, total = _find(arguments, sink)
    totals: dict[str, Any] = {"files": len(paths), "left_out": left_out, "bytes": total}
    return totals | (_look(paths, sink) if arguments.get("probe", True) else {})


def _find(arguments: Mapping[str, Any], sink: CallSink) -> tuple[list[tuple[int, Path]], int, int]:
    paths: list[tuple[int, Path]] = []
    left_out = total = 0
    chunks = _Chunks(sink, "found")
    everything = find_files(
        [Path(path) for path in arguments["inputs"]],
        bool(arguments.get("recursive", False)),
        tuple(arguments.get("include", ())),
        tuple(arguments.get("exclude", ())),
        frozenset(EXTENSIONS),
        [Path(path) for path in arguments.get("skip", ())],
    )
    for index, found in enumerate(everything):
        size = 0
        if found.code:
            left_out += 1
        else:
            size = _size(found.path)
            paths.append((index, found.path))
            total += size
        chunks.add([os.fspath(found.path), found.key, size, found.code, found.reason])
    chunks.flush()
    return paths, left_out, total


def _look(paths: list[tuple[int, Path]], sink: CallSink) -> dict[str, Any]:
    chunks = _Chunks(sink, "looked")
    formats: Counter[str] = Counter()
    sizes: list[tuple[int, int]] = []
    unreadable = 0
    for index, path in paths:
        try:
            header = probe(path)
        except EnhancerError as error:
            unreadable += 1
            chunks.add([index, 0, 0, "", error.code, error.message])
            continue
        formats[header.format] += 1
        sizes.append((header.width, header.height))
        chunks.add([index, header.width, header.height, header.format, "", ""])
    chunks.flush()
    by_area = sorted(sizes, key=lambda size: size[0] * size[1])
    return {
        "pixels": sum(width * height for width, height in sizes),
        "unreadable": unreadable,
        "formats": dict(formats),
        "smallest": list(by_area[0]) if by_area else None,
        "largest": list(by_area[-1]) if by_area else None,
    }


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
