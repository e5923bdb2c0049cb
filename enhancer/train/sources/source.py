"""What a source of pictures offers, and what all of them share: held-out parts, missing files, safe decoding."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from ...errors import DataError, EnhancerError
from ...events import Sink, Warned
from ...files.names import display
from ...images.image import Image
from ...images.read import read
from ...images.source import Origin
from ...images.transfer import quantise, unit
from ...runtime.workers import MOST
from ..configs.gan import GanDataConfig
from ..data import MAX_PIXELS

Part = Literal["train", "test"]
Bytes = NDArray[np.uint8]
Labels = NDArray[np.int64]
F = TypeVar("F")

_TOGETHER = 32
"""Pictures that a decoding thread takes at a time."""


@dataclass(frozen=True)
class Source:
    """Pictures as they are stored, by index.

    count: how many. labels: (count,) int64 in [0, number of classes), or None. classes: their names, () without labels.
    name: of picture i, the same wherever the data lie; what subsets are drawn by. pixels: of picture i, (H,W,C) uint8,
    C 1 grey, 3 RGB or 4 RGBA (straight alpha); EnhancerError if it cannot be read. Called from several threads.
    stamp: changes when the files do, as far as sizes and times tell. pads: small pictures get a black border, not blur.
    """

    count: int
    labels: Labels | None
    classes: tuple[str, ...]
    name: Callable[[int], str]
    pixels: Callable[[int], Bytes]
    stamp: str = ""
    pads: bool = False

    def __len__(self) -> int:
        return self.count


class OpenSource(Protocol):
    """What the registry holds: opens one part of the data that a configuration names. DataError if it cannot."""

    def __call__(self, config: GanDataConfig, part: Part, sink: Sink) -> Source: ...


def root(config: GanDataConfig, part: Part) -> Path:
    """Where a part is looked for: `data.validation` for the test part where it is given, else `data.path`."""
    place = config.validation if part == "test" and config.validation else config.path
    if not place:
        raise DataError("It is not said where the data are.", "Name their folder with data.path.")
    return Path(place).expanduser()


def missing(place: Path, files: Sequence[str], what: str, download: bool = True) -> DataError:
    """The error for data that are not where they are expected."""
    hint = "Put them there" + (", or let them be fetched with data.download=true." if download else ".")
    listed = ", ".join(files)
    return DataError(f"{what} is expected as {listed} in {display(str(place))}, but is not there.", hint)


def found_or_fetched(
    config: GanDataConfig,
    part: Part,
    find: Callable[[Path, Part], F | None],
    fetch: Callable[[Path], None],
    files: Sequence[str],
    what: str,
) -> F:
    """What `find` finds of a part, after `fetch` where that is needed and asked for; DataError names the `files`."""
    top = root(config, part)
    found = find(top, part)
    if found is None and config.download:
        fetch(top)
        found = find(top, part)
    if found is None:
        raise missing(top, files, what)
    return found


def chosen(config: GanDataConfig, part: Part, names: Sequence[str], labels: Labels | None) -> NDArray[np.int64]:
    """Which of all pictures belong to a part, where the data themselves have none: ascending indices.

    Without `data.validation` the share `data.hold_out` of each class judges, by rank of a hash of the name.
    """
    everything = np.arange(len(names), dtype=np.int64)
    if config.validation:
        return everything
    if not config.hold_out:
        if part == "train":
            return everything
        raise DataError(
            "No picture is left to judge by.", "Hold some out with data.hold_out, or name others with data.validation."
        )
    groups = [everything] if labels is None else [np.flatnonzero(labels == label) for label in np.unique(labels)]
    found: list[int] = []
    for group in groups:
        held = min(len(group) - 1, max(1, round(len(group) * config.hold_out)))
        found += by_hash(group, names.__getitem__)[slice(held, None) if part == "train" else slice(held)]
    if not found:
        raise DataError("There are too few pictures to hold any out.", "Add some, or name others with data.validation.")
    return np.array(sorted(found), np.int64)


def by_hash(indices: NDArray[np.int64], name: Callable[[int], str]) -> list[int]:
    """The same indices by rank of a hash of their names: stable, whatever their order and whoever else is there."""
    return sorted(
        indices.tolist(), key=lambda index: hashlib.sha256(name(index).encode("utf-8", "surrogateescape")).digest()
    )


def decode(origin: Origin) -> Bytes:
    """A picture file of any known format as (H,W,C) uint8, C 1, 3 or, with alpha, 4. ImageError if it is none."""
    return as_bytes(read(origin, max_pixels=MAX_PIXELS))


def as_bytes(image: Image) -> Bytes:
    """The same of a picture in memory."""
    pixels = _eight_bits(image.pixels)
    if image.alpha is None:
        return pixels
    colour = np.repeat(pixels, 3, axis=2) if pixels.shape[2] == 1 else pixels
    return np.concatenate([colour, _eight_bits(image.alpha)[..., None]], axis=2)


def _eight_bits(values: NDArray[Any]) -> Bytes:
    return values if values.dtype == np.uint8 else quantise(unit(values), np.dtype(np.uint8))


def stamp(paths: Sequence[Path]) -> str:
    """SHA-256 (hex) over the sizes and times of files: changes with their content in all but contrived cases."""
    digest = hashlib.sha256()
    for path in paths:
        try:
            facts = path.stat()
        except OSError:
            continue  # it will be named when it is read
        digest.update(f"{facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def readable(source: Source, indices: NDArray[np.int64], sink: Sink) -> Iterator[tuple[int, Bytes]]:
    """(index, pixels) of the pictures asked for, in that order, decoded side by side; bad ones are left out."""
    groups = [indices[start : start + _TOGETHER].tolist() for start in range(0, len(indices), _TOGETHER)]
    with ThreadPoolExecutor(MOST, "enhancer-data") as pool:
        for start in range(0, len(groups), 2 * MOST):
            sink.check()
            for results in pool.map(lambda group: _read(source, group), groups[start : start + 2 * MOST]):
                for index, result in results:
                    if isinstance(result, EnhancerError):
                        text = f"Left out: {result.message}"
                        sink.emit(Warned(text, result.code, display(source.name(index))))
                    else:
                        yield index, result


def _read(source: Source, indices: Sequence[int]) -> list[tuple[int, Bytes | EnhancerError]]:
    results: list[tuple[int, Bytes | EnhancerError]] = []
    for index in indices:
        try:
            results.append((index, source.pixels(index)))
        except EnhancerError as error:
            results.append((index, error))
    return results
