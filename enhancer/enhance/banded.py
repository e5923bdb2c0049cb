"""Banded linear maps along one axis (reduce, restore, spread, enlarge), applied as products of small dense blocks.

A matrix product does many times the multiplications of the filter it stands for and is still several times faster
than `F.interpolate` or a strided convolution: 6 ms a megapixel of input for a bicubic x2 on two cores, against 32.
All maps repeat after one low-resolution pixel, so one matrix serves every block but those at the borders.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..images.kernels import bicubic_kernel, taps

Kind = Literal["reduce", "restore", "spread", "enlarge"]

BLOCK = 16
"""Low-resolution pixels a block: fewer call BLAS more often, more multiply more zeros."""

REACH: dict[Kind, int] = {"reduce": 2, "enlarge": 2, "restore": 8, "spread": 16}
"""Low-resolution pixels that a block needs beyond its own. `restore` decays by 3 a pixel: after 8 it is below 2e-4 of
a correction that is itself a few codes. None may exceed BLOCK, so that only neighbouring blocks ever meet."""

SPREAD_SIGMA = 5.0
"""Of the Gaussian of `spread`, in low-resolution pixels: at the frequency of JPEG's 8-pixel blocks it passes 0.0004."""

CHUNK = 1024
"""High-resolution columns that go through all steps of a band's work together."""

MARGIN = 24
"""Low-resolution pixels beyond which a border is not felt: a block's matrix is cut from a picture that much larger."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Part:
    """Low-resolution samples [first, last), `count` times side by side, all made by one matrix.

    source: input samples of the first. matrix: (output samples, input samples) of one.
    """

    first: int
    last: int
    count: int
    source: tuple[int, int]
    matrix: Tensor


@dataclass(frozen=True)
class Axis:
    """One map along an axis of n low-resolution and n * scale high-resolution samples."""

    kind: Kind
    n: int
    scale: int
    device: torch.device

    @property
    def step(self) -> int:
        """Input samples per low-resolution sample."""
        return self.scale if self.kind == "reduce" else 1

    def source(self, first: int, last: int) -> tuple[int, int]:
        """The input samples that the outputs of low-resolution samples [first, last) depend on."""
        reach = REACH[self.kind]
        return max(first - reach, 0) * self.step, min(last + reach, self.n) * self.step

    def part(self, first: int, last: int, count: int = 1) -> Part:
        """The matrix of [first, last), for use along rows as `down(matrix, x[:, source])`."""
        above, below = min(first, MARGIN), min(self.n - last, MARGIN)
        matrix = _on_device(self.kind, self.scale, above, last - first, below, self.device)
        return Part(first, last, count, self.source(first, last), matrix)

    def columns(self, x: Tensor, first: int, last: int) -> Tensor:
        """Outputs of low-resolution samples [first, last) along the last axis of x, which holds their `source`."""
        start = self.source(first, last)[0]
        pieces = []
        for part in _parts(self, first, last):
            a, b = part.source[0] - start, part.source[1] - start
            if part.count == 1:
                pieces.append(x[..., a:b] @ part.matrix.T)
            else:
                step = BLOCK * self.step
                blocks = x[..., a : b + (part.count - 1) * step].unfold(-1, b - a, step)
                # Copied out first, this is one large product instead of very many small ones, and 4 times as fast.
                pieces.append((blocks.reshape(-1, b - a) @ part.matrix.T).view(*x.shape[:-1], -1))
        return pieces[0] if len(pieces) == 1 else torch.cat(pieces, -1)


def down(matrix: Tensor, rows: Tensor) -> Tensor:
    """A map along the rows of (C,R,W); `@` would fold the channels together, which takes 4 times as long."""
    return torch.bmm(matrix.expand(len(rows), -1, -1), rows)


def chunks(n: int, scale: int, device: torch.device) -> list[tuple[int, int]]:
    """An axis cut so that a band of one chunk stays in a core's cache, in every step of its work; whole on a GPU."""
    if device.type != "cpu":
        return [(0, n)]
    size = max(CHUNK // scale // BLOCK, 2) * BLOCK
    edges = [*range(0, max(n - size // 2, 1), size), n]
    return list(itertools.pairwise(edges))


def cut(n: int) -> list[tuple[int, int]]:
    """n samples in blocks of BLOCK, the last of them up to twice as long minus one."""
    edges = [*range(0, max(n - BLOCK, 0) + 1, BLOCK), n]
    if len(edges) > 2 and edges[-1] - edges[-2] < BLOCK:
        del edges[-2]
    return list(itertools.pairwise(edges))


@lru_cache(maxsize=256)
def _parts(axis: Axis, first: int, last: int) -> tuple[Part, ...]:
    """Blocks that feel no border, which are equal, as one part; each other block as its own."""
    inner = [(a, b) for a, b in _blocks(first, last) if a >= MARGIN and b + MARGIN <= axis.n and b - a == BLOCK]
    if not inner:
        return tuple(axis.part(a, b) for a, b in _blocks(first, last))
    before, after = _blocks(first, inner[0][0]), _blocks(inner[-1][1], last)
    middle = axis.part(*inner[0], count=len(inner))
    return (*(axis.part(a, b) for a, b in before), middle, *(axis.part(a, b) for a, b in after))


def _blocks(first: int, last: int) -> list[tuple[int, int]]:
    return [(a, min(a + BLOCK, last)) for a in range(first, last, BLOCK)]


@lru_cache(maxsize=256)
def _on_device(kind: Kind, scale: int, above: int, size: int, below: int, device: torch.device) -> Tensor:
    with torch.inference_mode(False):  # it outlives the caller's mode
        return torch.from_numpy(_block(kind, scale, above, size, below)).to(device)


@lru_cache(maxsize=256)
def _block(kind: Kind, scale: int, above: int, size: int, below: int) -> NDArray[np.float32]:
    """Rows of the map for `size` samples with so many above and below, over the inputs that they need."""
    n = above + size + below
    low = max(above - REACH[kind], 0), min(above + size + REACH[kind], n)
    into, out = (scale, 1) if kind == "reduce" else (1, scale)
    rows = _DENSE[kind](n, scale)[above * out : (above + size) * out, low[0] * into : low[1] * into]
    return np.ascontiguousarray(rows, dtype=np.float32)


def _reduce(n: int, scale: int) -> Matrix:
    """(n, n*scale): the degradation "bicubic", antialiased, borders mirrored."""
    return taps(n * scale, n, "bicubic", True).matrix(0, n, 0, n * scale).astype(np.float64)


@lru_cache(maxsize=64)
def _restore(n: int, scale: int) -> Matrix:
    """(n*scale, n): the smallest change of a picture that changes its reduction as asked, D^T (D D^T)^-1."""
    down = _reduce(n, scale)
    return np.asarray(np.linalg.solve(down @ down.T, down).T)


def _spread(n: int, scale: int) -> Matrix:
    """(n*scale, n): a wide Gaussian, each row of sum 1."""
    distance = _positions(n, scale)[:, None] - np.arange(n)
    weights = np.exp(-0.5 * (distance / SPREAD_SIGMA) ** 2) * (np.abs(distance) <= REACH["spread"])
    return np.asarray(weights / weights.sum(1, keepdims=True))


def _enlarge(n: int, scale: int) -> Matrix:
    """(n*scale, n): bicubic as `models.model.resample` has it: beyond the border nothing, the rest made to sum to 1."""
    weights = bicubic_kernel(_positions(n, scale)[:, None] - np.arange(n))
    return np.asarray(weights / weights.sum(1, keepdims=True))


def _positions(n: int, scale: int) -> NDArray[np.float64]:
    return np.asarray((np.arange(n * scale) + 0.5) / scale - 0.5)


_DENSE: dict[Kind, Callable[[int, int], Matrix]] = {
    "reduce": _reduce,
    "restore": _restore,
    "spread": _spread,
    "enlarge": _enlarge,
}
