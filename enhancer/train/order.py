"""In which order pictures are learned and which are mirrored: functions of (seed, number of the draw), not of a state.

So any batch can be had from any start: resume and any number of ranks need no stored generator.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..errors import DataError
from ..generate.draws import uniforms

Indices = NDArray[np.int64]

# Streams of the seed. Large, so that no small number that another use of the seed picks for itself falls on them.
_WHOLE = 0x6F72646572 << 20
_ROUNDS = _WHOLE + 1
_FLIPS = _WHOLE + 2
_CLASSES = _WHOLE + (1 << 16)
_KEPT = 2


class Order:
    """Draws number 0, 1, 2 ... of picture indices.

    labels_or_count: (n,) int64 labels, or n alone where nothing is asked of classes. Without `balance`, draw k belongs
    to epoch k // n, and each epoch is a permutation of all pictures. With it, draw k belongs to round k // C of the C
    classes that have pictures; each round is a permutation of those, and each class goes through its own epochs.
    """

    def __init__(self, labels_or_count: Indices | int, seed: int, balance: bool = False) -> None:
        labels = None if isinstance(labels_or_count, int) else np.asarray(labels_or_count, np.int64)
        self._seed = seed
        count = labels_or_count if isinstance(labels_or_count, int) else len(labels_or_count)
        if count < 1:
            raise DataError("There are no pictures to draw from.", "Name some with data.path.")
        if balance and labels is None:
            raise DataError("Classes cannot be balanced: these pictures have none.", "Set data.balance=false.")
        self._classes: list[_Shuffled] = []
        if balance and labels is not None:
            self._classes = [
                _Shuffled(np.flatnonzero(labels == label).astype(np.int64), seed, _CLASSES + int(label))
                for label in np.unique(labels)
            ]
        self._whole = _Shuffled(np.arange(count), seed, _WHOLE)

    def indices(self, first: int, count: int) -> Indices:
        """The pictures of draws `first` to `first + count`: (count,) int64."""
        if first < 0 or count < 0:
            raise ValueError(f"draws {first} to {first + count}")
        numbers = np.arange(first, first + count, dtype=np.int64)
        return self._balanced(numbers) if self._classes else self._whole.take(numbers)

    def _balanced(self, numbers: Indices) -> Indices:
        if not len(numbers):
            return numbers
        classes = len(self._classes)
        rounds = numbers // classes
        first, last = int(rounds[0]), int(rounds[-1])
        drawn = uniforms(self._seed, _ROUNDS, first, last - first + 1, classes)
        turns = np.argsort(drawn, axis=1, kind="stable")[rounds - first, numbers % classes]
        picked = np.empty_like(numbers)
        for n, members in enumerate(self._classes):
            here = turns == n
            picked[here] = members.take(rounds[here])
        return picked


class _Shuffled:
    """`members`, again and again, each time in another order; remembers the last orders, for batches are small."""

    def __init__(self, members: Indices, seed: int, stream: int) -> None:
        self.members = members
        self._seed, self._stream = seed, stream
        self._kept: dict[int, Indices] = {}

    def take(self, numbers: Indices) -> Indices:
        """The members whose turn it is at each of the ascending `numbers`."""
        epochs, places = np.divmod(numbers, len(self.members))
        taken = np.empty_like(numbers)
        for epoch in np.unique(epochs):
            here = epochs == epoch
            taken[here] = self._epoch(int(epoch))[places[here]]
        return taken

    def _epoch(self, epoch: int) -> Indices:
        if epoch not in self._kept:
            drawn = uniforms(self._seed, self._stream, epoch, 1, len(self.members))[0]
            while len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[epoch] = self.members[np.argsort(drawn, kind="stable")]
        return self._kept[epoch]


def flips(seed: int, first: int, count: int, allowed: Sequence[str]) -> NDArray[np.bool_]:
    """Which of draws `first` to `first + count` are mirrored: (count,2) bool, horizontally and vertically.

    allowed: "horizontal", "vertical", as `data.flips`; each happens to half of the draws.
    """
    may = np.array(["horizontal" in allowed, "vertical" in allowed])
    if not may.any():
        return np.zeros((count, 2), bool)
    mirrored: NDArray[np.bool_] = (uniforms(seed, _FLIPS, first, count, 2) < 0.5) & may
    return mirrored


def mirror(x: Tensor, mirrored: NDArray[np.bool_]) -> Tensor:
    """(N,C,H,W) of any type, its rows mirrored as (N,2) `mirrored` says: left to right, top to bottom."""
    for axis, dimension in ((0, -1), (1, -2)):
        if mirrored[:, axis].any():
            which = torch.from_numpy(np.ascontiguousarray(mirrored[:, axis])).to(x.device)[:, None, None, None]
            x = torch.where(which, x.flip(dimension), x)
    return x
