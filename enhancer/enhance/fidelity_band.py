"""What the correction in `fidelity` knows of a band of rows: pixels, their reduction, error, what was clipped."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from .banded import REACH, Axis, chunks


@dataclass(frozen=True)
class Reduced:
    """The reduction of a band's pixels along the rows, kept from when they were in the cache.

    A reduced row that lies in two bands is the sum of what both have of it: values, (C, last-first, width*scale), are
    this band's shares of rows [first, last), its own and those it reaches beyond. known: for each of
    `banded.chunks`, whether its values are those of the pixels.
    """

    first: int
    last: int
    matrix: Tensor
    values: Tensor
    edges: tuple[tuple[int, int], ...]
    known: list[bool]

    @classmethod
    def of(cls, rows: Axis, width: int, first: int, last: int, channels: int) -> Reduced:
        reach = REACH["reduce"]
        above, below = max(first - reach, 0), min(last + reach, rows.n)
        part = rows.part(above, below)
        matrix = part.matrix[:, first * rows.scale - part.source[0] : last * rows.scale - part.source[0]]
        edges = tuple((a * rows.scale, b * rows.scale) for a, b in chunks(width, rows.scale, rows.device))
        values = torch.empty((channels, below - above, width * rows.scale), device=rows.device)
        return cls(above, below, matrix.expand(channels, -1, -1), values, edges, [False] * len(edges))

    def keep(self, number: int, pixels: Tensor) -> None:
        """Of chunk `number`, all rows of the band."""
        a, b = self.edges[number]
        torch.bmm(self.matrix, pixels, out=self.values[..., a:b])
        self.known[number] = True

    def forget(self, number: int) -> None:
        self.known[number] = False


@dataclass(frozen=True)
class Band:
    """Low-resolution rows [first, last) of a picture and of its result.

    wanted: the input, (C, rows, width) float32. pixels: the result so far, (C, rows*scale, width*scale) float32.
    reduced: of the pixels, where it is known; only spares work. clipped: for each of `banded.chunks`, whether clamping
    changed more than the tolerance since the reduction was made equal; empty if it never was.
    """

    first: int
    last: int
    wanted: Tensor
    pixels: Tensor
    reduced: Reduced | None = None
    clipped: tuple[bool, ...] = ()


Error = tuple[Tensor | None, ...]
"""x - D y of a band, (C, rows, columns*scale), spread along the columns already, for each of `banded.chunks`; None
where it is zero."""


def channels(pixels: Tensor) -> list[slice]:
    """Which channels go through a chunk's steps together: one that stays in the cache, or all on a GPU."""
    return [slice(c, c + 1) for c in range(len(pixels))] if pixels.device.type == "cpu" else [slice(None)]


def clamp(pixels: Tensor, limits: tuple[float, float]) -> float:
    """Clamp in place; returns the sum of the squares of what that changed."""
    # Two reductions: `aminmax` takes twice as long as both.
    if float(pixels.amin()) >= limits[0] and float(pixels.amax()) <= limits[1]:
        return 0.0
    clamped = pixels.clamp(*limits)
    change = (pixels - clamped).view(-1)
    pixels.copy_(clamped)
    # `vector_norm` takes ten times as long.
    return float(torch.dot(change, change))
