"""Tile plans: which boxes of a picture a model reads, keeps and writes. Pure integers, no pixels, no torch.

Every tile of a plan reads the same number of pixels. At a border of the picture the read box is moved inward, never
shortened, so a model pads only where the picture really ends, and each kept pixel sees what it would see in the whole.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..errors import SpecError

PLAN_VERSION = 1


@dataclass(frozen=True)
class Box:
    """Half-open, in input pixels."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.right - self.left


@dataclass(frozen=True)
class Span:
    """One tile along one axis: [start, stop) of what it reads and of what it keeps."""

    read: tuple[int, int]
    keep: tuple[int, int]


@dataclass(frozen=True)
class Tile:
    """What one tile reads, what it alone answers for, and what it writes: `keep`, widened by the plan's feather."""

    read: Box
    keep: Box
    write: Box


@dataclass(frozen=True)
class TilePlan:
    """A grid of tiles over a picture of height x width. The keep boxes partition it.

    scale: output pixels per input pixel. overlap: context that each written pixel has, unless the picture ends first.
    feather: input pixels on each side of a cut over which neighbours are blended; 0 cuts hard.
    tile: height and width that the tiles were planned for, context included. batch: tiles that run together.
    """

    height: int
    width: int
    scale: int
    overlap: int
    feather: int
    tile: tuple[int, int]
    batch: int
    multiple_of: int
    rows: tuple[Span, ...]
    columns: tuple[Span, ...]

    def tiles(self) -> Iterator[Tile]:
        """Row by row, so that finished strips leave while they are hot."""
        for row in self.rows:
            yield from self.row_tiles(row)

    def row_tiles(self, row: Span) -> Iterator[Tile]:
        for column in self.columns:
            top, bottom = self.written_rows(row)
            left, right = self._widened(column, 0, self.width)
            yield Tile(
                Box(row.read[0], column.read[0], row.read[1], column.read[1]),
                Box(row.keep[0], column.keep[0], row.keep[1], column.keep[1]),
                Box(top, left, bottom, right),
            )

    def written_rows(self, row: Span) -> tuple[int, int]:
        """The kept rows widened by the feather, but not into what `below` left out."""
        return self._widened(row, self.rows[0].keep[0], self.height)

    def _widened(self, span: Span, first: int, last: int) -> tuple[int, int]:
        return max(span.keep[0] - self.feather, first), min(span.keep[1] + self.feather, last)

    @property
    def count(self) -> int:
        return len(self.rows) * len(self.columns)

    def below(self, row: int) -> TilePlan:
        """The part of this plan that answers for the picture from `row` on."""
        rows = tuple(
            replace(span, keep=(max(span.keep[0], row), span.keep[1])) for span in self.rows if span.keep[1] > row
        )
        return replace(self, rows=rows)

    def as_json(self) -> dict[str, Any]:
        """Plain values, complete: the plan can be replayed by a version that would plan otherwise."""
        return {
            "version": PLAN_VERSION,
            "size": [self.height, self.width],
            "scale": self.scale,
            "overlap": self.overlap,
            "feather": self.feather,
            "tile": list(self.tile),
            "batch": self.batch,
            "multiple_of": self.multiple_of,
            "rows": [[*span.read, *span.keep] for span in self.rows],
            "columns": [[*span.read, *span.keep] for span in self.columns],
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> TilePlan:
        """What `as_json` wrote; SpecError if it is another version or does not describe a grid."""
        try:
            if values["version"] != PLAN_VERSION:
                raise SpecError(
                    f"Tile plan version {values['version']!r} is not known.", "Was it made by a newer program?"
                )
            height, width = (int(n) for n in values["size"])
            tall, wide = (int(n) for n in values["tile"])
            numbers = {name: int(values[name]) for name in ("scale", "overlap", "feather", "batch", "multiple_of")}
            rows, columns = (_read_spans(values[axis]) for axis in ("rows", "columns"))
            return cls(height=height, width=width, tile=(tall, wide), rows=rows, columns=columns, **numbers)
        except (KeyError, TypeError, ValueError) as error:
            raise SpecError(f"This is not a tile plan: {error}.") from None


def _read_spans(rows: Any) -> tuple[Span, ...]:
    spans = tuple(Span((int(a), int(b)), (int(c), int(d))) for a, b, c, d in rows)
    if not spans or any(a.keep[1] != b.keep[0] for a, b in itertools.pairwise(spans)):
        raise ValueError("its tiles do not lie side by side")
    return spans


def plan_tiles(
    height: int,
    width: int,
    *,
    scale: int,
    overlap: int,
    tile: int | tuple[int, int],
    batch: int = 1,
    multiple_of: int = 1,
    feather: int = 0,
) -> TilePlan:
    """A plan for a picture of height x width input pixels.

    tile: side (or height, width) of what a tile reads, in input pixels; 0 means the whole axis. It is an upper bound:
    tiles are made as small as their number allows, so none is a thin rest. overlap: context of each kept pixel, the
    model's receptive field. SpecError if such a tile would be all context.
    """
    assert height > 0, height
    assert width > 0, width
    tall, wide = tile if isinstance(tile, tuple) else (tile, tile)
    least = smallest_tile(overlap, multiple_of, feather)
    rows, columns = (
        _spans(length, side, overlap + feather, multiple_of, least) for length, side in ((height, tall), (width, wide))
    )
    shape = (max(b - a for a, b in (s.read for s in rows)), max(b - a for a, b in (s.read for s in columns)))
    batch = min(batch, len(rows) * len(columns))
    return TilePlan(height, width, scale, overlap, feather, shape, batch, multiple_of, rows, columns)


def smallest_tile(overlap: int, multiple_of: int = 1, feather: int = 0) -> int:
    """The smallest side with which a picture of any size can be tiled, so that at most two tiles blend at a seam."""
    least = 2 * (overlap + feather) + max(4 * feather, multiple_of)
    return -(-least // multiple_of) * multiple_of


def _spans(length: int, tile: int, context: int, multiple: int, least: int) -> tuple[Span, ...]:
    if tile <= 0 or length <= tile:
        return (Span((0, length), (0, length)),)
    if tile < least:
        raise SpecError(
            f"A tile of {tile} is too small for this model, which sees {context} pixels to each side.",
            f"Use at least {least}.",
        )
    # Read boxes start at multiples, so a network with strides sees the same phase as in the whole picture.
    padded = -(-length // multiple) * multiple
    count = 2
    while True:
        even = -(-(padded + (count - 1) * 2 * context) // count)
        side = max(-(-even // multiple) * multiple, least)
        if side <= tile:
            reach = (padded - side) // multiple
            starts = [k * reach // (count - 1) * multiple for k in range(count)]
            if all(b - a <= side - 2 * context for a, b in itertools.pairwise(starts)):
                break
        count += 1
    cuts = [0, *((a + side + b) // 2 for a, b in itertools.pairwise(starts)), length]
    return tuple(Span((start, min(start + side, length)), (cuts[k], cuts[k + 1])) for k, start in enumerate(starts))
