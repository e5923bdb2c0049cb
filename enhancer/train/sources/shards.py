"""The source `shards`: tar files laid out as WebDataset does, `KEY.png` beside `KEY.cls`; read in place."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...errors import DataError, ImageError
from ...events import Sink
from ...files.names import display
from ..configs.gan import GanDataConfig
from .source import Bytes, Part, Source, chosen, decode, root, stamp
from .tar import Member, members

PICTURES = frozenset({"png", "jpg", "jpeg", "webp"})
CLASS_FILE = "classes.txt"
"""Names of the classes, one a line, beside the shards; without it the numbers are the names."""
MAX_CLASSES = 100_000
MAX_PICTURE_BYTES = 256 << 20
_MAX_LABEL_BYTES = {"cls": 64, "json": 1 << 20}
_MAX_CLASS_FILE = 16 << 20


@dataclass
class _Example:
    picture: Member | None = None
    label: int | None = None
    parts: set[str] = field(default_factory=set)


def open_shards(config: GanDataConfig, part: Part, sink: Sink) -> Source:
    """All `*.tar` of a folder, sorted, or one such file. All pictures have labels or none. DataError as it is found."""
    top = root(config, part)
    paths = _shards(top)
    examples: dict[str, _Example] = {}
    for path in paths:
        sink.check()
        for key, example in _index(path, sink).items():
            if key in examples:
                raise DataError(f"The key {display(key, 80)} is in {display(path.name)} and in an earlier shard.")
            examples[key] = example
    keys = list(examples)
    if not keys:
        raise DataError(f"There are no pictures in the shards of {display(str(top))}.", "KEY.png or KEY.jpg is meant.")
    found = np.array([-1 if example.label is None else example.label for example in examples.values()], np.int64)
    labels = None if found.max() < 0 else found
    if labels is not None and labels.min() < 0:
        key = keys[int(labels.argmin())]
        raise DataError(f"{display(key, 80)} has no label, and other pictures have.", "Label all of them, or none.")
    classes = () if labels is None else _class_names(top if top.is_dir() else top.parent, int(labels.max()))
    picked = chosen(config, part, keys, labels)
    kept = [examples[keys[index]].picture for index in picked]
    names = [keys[index] for index in picked]
    return Source(
        count=len(picked),
        labels=None if labels is None else labels[picked],
        classes=classes,
        name=names.__getitem__,
        pixels=lambda index: _decode(kept[index], names[index]),
        stamp=stamp(paths),
    )


def _shards(top: Path) -> list[Path]:
    if top.is_file():
        return [top]
    found = sorted(path for path in top.glob("*.tar") if path.is_file() and not path.name.startswith("."))
    if not found:
        raise DataError(
            f"There are no shards (*.tar) in {display(str(top))}.", "Name their folder, or one file, with data.path."
        )
    return found


def _index(path: Path, sink: Sink) -> dict[str, _Example]:
    """What a shard holds by key, without its pictures' bytes; keys without a picture are left out."""
    examples: dict[str, _Example] = {}
    for member in members(path, sink):
        folder, _, base = member.name.rpartition("/")
        stem, _, extension = base.partition(".")
        extension = extension.lower()
        if not stem or not extension or stem.startswith("__"):
            continue
        key = f"{folder}/{stem}" if folder else stem
        example = examples.setdefault(key, _Example())
        kind = "picture" if extension in PICTURES else extension
        if kind in example.parts:
            raise DataError(f"{display(path.name)} holds {display(key, 80)} twice as {kind}.", "Give each its own key.")
        example.parts.add(kind)
        if kind == "picture":
            if member.size > MAX_PICTURE_BYTES:
                raise DataError(
                    f"{display(member.name, 80)} of {display(path.name)} claims {member.size:,} bytes, more than a "
                    f"picture here may have ({MAX_PICTURE_BYTES:,}).",
                )
            example.picture = member
        elif kind in _MAX_LABEL_BYTES:
            label = _label(path, member, kind)
            if label is not None and example.label not in (None, label):
                raise DataError(f"{display(path.name)} holds two labels for {display(key, 80)}.")
            example.label = label if label is not None else example.label
    return {key: example for key, example in examples.items() if example.picture is not None}


def _label(path: Path, member: Member, kind: str) -> int | None:
    """The number in a `.cls`, or under "label" in a `.json`, which may lack it."""
    where = f"{display(member.name, 80)} of {display(path.name)}"
    if member.size > _MAX_LABEL_BYTES[kind]:
        raise DataError(f"{where} is too large for a label ({member.size:,} bytes).")
    try:
        text = member.read().decode("utf-8")
        value = int(text) if kind == "cls" else json.loads(text)
    except (ValueError, RecursionError):
        raise DataError(f"{where} holds no label.", "A whole number is meant, 0 or more.") from None
    if kind == "json":
        value = value.get("label") if isinstance(value, dict) else None
        if value is None:
            return None
    if type(value) is not int or not 0 <= value < MAX_CLASSES:
        raise DataError(f"{where} holds a label that is no number from 0 to {MAX_CLASSES - 1:,}.")
    return value


def _class_names(folder: Path, highest: int) -> tuple[str, ...]:
    try:
        with (folder / CLASS_FILE).open("rb") as file:
            text = file.read(_MAX_CLASS_FILE).decode("utf-8")
    except FileNotFoundError:
        return tuple(str(label) for label in range(highest + 1))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{CLASS_FILE} of {display(str(folder))} cannot be read: {display(str(error))}.") from None
    names = tuple(text.splitlines())
    if len(names) <= highest:
        raise DataError(f"{CLASS_FILE} of {display(str(folder))} names {len(names)} classes, and {highest} is a label.")
    return names


def _decode(member: Member | None, key: str) -> Bytes:
    assert member is not None
    try:
        return decode(member.read())
    except ImageError as error:
        raise ImageError(f"{display(key, 80)}: {error.message}", error.hint, error.code) from None
