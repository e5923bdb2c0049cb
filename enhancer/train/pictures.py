"""The pictures a run learns from or is judged by: chosen, fitted, and held ready, in memory or in a cache."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..errors import DataError, SpecError
from ..events import Sink
from ..generate.draws import uniforms
from .configs.gan import GanDataConfig
from .picture_cache import open_cached, write_cache
from .sources import SOURCES
from .sources.fit import fit
from .sources.source import Bytes, Labels, Part, Source, by_hash, readable

MEMORY_LIMIT = 2 << 30
"""Bytes of fitted pictures up to which they are held in memory."""
_TRIPLES = 0x74726970 << 20
"""Stream of the seed that stacks pictures; the seed is 0, so the data are the same whatever the run's seed is."""


@dataclass(frozen=True, eq=False)
class Pictures:
    """`data`: (n,C,H,W) uint8, a tensor or a file mapped into memory.

    labels: (n,) int64 in [0, number of classes), or None. fingerprint: SHA-256 (hex) over pixels and labels.
    triples: (n,3) int64 when three grey pictures make up one, else None.
    """

    data: Tensor | Bytes
    labels: Labels | None
    classes: tuple[str, ...]
    fingerprint: str
    triples: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.data)

    @property
    def size(self) -> tuple[int, int]:
        return int(self.data.shape[2]), int(self.data.shape[3])

    @property
    def channels(self) -> int:
        return 3 if self.triples is not None else int(self.data.shape[1])

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """Pictures of each class; without labels, of all."""
        if self.labels is None:
            return np.array([len(self)], np.int64)
        return np.bincount(self.labels, minlength=len(self.classes)).astype(np.int64)

    def batch(self, indices: NDArray[np.int64]) -> Tensor:
        """(N,C,H,W) uint8 on the CPU, a copy."""
        if self.triples is None:
            return self._rows(indices)
        return self._rows(self.triples[indices].reshape(-1)).reshape(len(indices), 3, *self.size)

    def _rows(self, indices: NDArray[np.int64]) -> Tensor:
        if isinstance(self.data, Tensor):
            return self.data.index_select(0, torch.from_numpy(np.ascontiguousarray(indices)))
        return torch.from_numpy(np.ascontiguousarray(self.data[indices]))


def load_pictures(data: GanDataConfig, part: Part, sink: Sink, cache: Path | None = None) -> Pictures:
    """Open the source, choose, decode and fit. Unreadable pictures are named and left out.

    The training part alone is cut down by `per_class` and `class_counts`: who judges stays the same. cache: folder for
    what exceeds `MEMORY_LIMIT`; it is filled once. DataError if nothing is left, or there is no room.
    """
    if data.stacked and data.channels != 3:
        raise SpecError("data.stacked makes three grey pictures the channels of one, so data.channels must be 3.")
    source = SOURCES.get(data.source)(data, part, sink)
    picked = chosen_few(source, data) if part == "train" else np.arange(len(source), dtype=np.int64)
    channels = 1 if data.stacked else data.channels
    shape = (channels, *data.size)
    if len(picked) * int(np.prod(shape)) <= MEMORY_LIMIT:
        kept, pixels, fingerprint = _in_memory(source, picked, shape, sink)
        rows: Tensor | Bytes = torch.from_numpy(pixels)
    else:
        kept, rows, fingerprint = _in_file(source, picked, shape, sink, cache, part)
    if not len(kept):
        raise DataError(f"None of the {len(picked)} pictures can be read.", "Look at the warnings above.")
    labels = None if source.labels is None else source.labels[kept]
    digest = hashlib.sha256(f"{fingerprint} {len(kept)} {shape} {data.stacked}".encode())
    digest.update(b"" if labels is None else labels.astype("<i8").tobytes())
    if not data.stacked:
        return Pictures(rows, labels, source.classes, digest.hexdigest())
    return Pictures(rows, None, (), digest.hexdigest(), _triples(len(kept)))


def chosen_few(source: Source, data: GanDataConfig) -> NDArray[np.int64]:
    """Ascending indices of what `per_class` and `class_counts` leave: the first of each class by rank of a hash.

    So a smaller subset is contained in every larger one. DataError if the counts do not fit the classes.
    """
    everything = np.arange(len(source), dtype=np.int64)
    if not data.per_class and not data.class_counts:
        return everything
    groups = [everything]
    if source.labels is not None:
        groups = [np.flatnonzero(source.labels == label) for label in range(len(source.classes))]
    if data.class_counts and (source.labels is None or len(data.class_counts) != len(groups)):
        found = len(source.classes) or "no"
        raise DataError(f"data.class_counts has {len(data.class_counts)} numbers, and the data have {found} classes.")
    if any(count < 0 for count in data.class_counts):
        raise SpecError("data.class_counts has a number below 0.")
    few: list[int] = []
    for number, group in enumerate(groups):
        most = data.per_class or len(group)
        if data.class_counts:
            most = min(most, data.class_counts[number])
        few += by_hash(group, source.name)[:most] if most < len(group) else group.tolist()
    if not few:
        raise DataError("data.class_counts leaves no picture.")
    return np.array(sorted(few), np.int64)


def _fitted(
    source: Source, picked: NDArray[np.int64], shape: tuple[int, ...], sink: Sink
) -> Iterator[tuple[int, Bytes]]:
    """(index, (C,H,W) uint8) of every readable picture, in order."""
    channels, height, width = shape
    for index, pixels in readable(source, picked, sink):
        yield index, fit(pixels, (height, width), channels, source.pads).transpose(2, 0, 1)


def _in_memory(
    source: Source, picked: NDArray[np.int64], shape: tuple[int, ...], sink: Sink
) -> tuple[NDArray[np.int64], Bytes, str]:
    pixels = np.empty((len(picked), *shape), np.uint8)
    kept: list[int] = []
    for index, picture in _fitted(source, picked, shape, sink):
        pixels[len(kept)] = picture
        kept.append(index)
    pixels = pixels[: len(kept)]
    return np.array(kept, np.int64), pixels, hashlib.sha256(pixels.data).hexdigest()


def _in_file(
    source: Source, picked: NDArray[np.int64], shape: tuple[int, ...], sink: Sink, cache: Path | None, part: Part
) -> tuple[NDArray[np.int64], Bytes, str]:
    if cache is None:
        need = len(picked) * int(np.prod(shape)) / (1 << 30)
        raise DataError(
            f"The pictures need {need:.1f} GiB, and there is no folder to keep them in.",
            "Use fewer with data.per_class, or a smaller data.size.",
        )
    digest = hashlib.sha256(f"1 {source.stamp} {shape} {source.pads}".encode())
    for index in picked:
        digest.update(f"{index} {source.name(int(index))}\n".encode("utf-8", "surrogateescape"))
    key = digest.hexdigest()
    path = cache / f"pictures-{part}-{key[:16]}.bin"
    cached = open_cached(path, key, shape)
    if cached is None:
        write_cache(path, key, _fitted(source, picked, shape, sink))
        cached = open_cached(path, key, shape)
    if cached is None:
        raise DataError(f"{path.name} cannot be read back.", "Is the disk well?")
    return cached


def _triples(count: int) -> NDArray[np.int64]:
    """Which three pictures make up each of `count`: (count,3) int64, row i a function of (count, i) alone."""
    return np.minimum((uniforms(0, _TRIPLES, 0, count, 3) * count).astype(np.int64), count - 1)
