"""What a chart shows: lines, marks of events, and what is read out of the lines at one place."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Line:
    """name: as the legend has it, already translated. points: (images, value), ascending. best: of these, to mark."""

    name: str
    points: tuple[tuple[float, float], ...]
    best: tuple[float, float] | None = None


@dataclass(frozen=True)
class Mark:
    """Something that happened: where, and what in words."""

    x: float
    text: str


@dataclass(frozen=True)
class ChartData:
    """All that a chart shows; texts are already translated. span: images at the right end, 0 for as far as known."""

    title: str
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    span: float = 0.0
    log: bool | None = None
    across: str = ""
    empty: str = ""


class Reading(NamedTuple):
    """A point of the line of this name."""

    name: str
    images: float
    value: float


def readings_at(lines: Sequence[Line], x: float) -> list[Reading]:
    """The point of each line that is nearest to `x`."""
    return [
        Reading(line.name, *line.points[nearest([images for images, _ in line.points], x)])
        for line in lines
        if line.points
    ]


def newest_readings(lines: Sequence[Line]) -> list[Reading]:
    """The last point of each line."""
    return [Reading(line.name, *line.points[-1]) for line in lines if line.points]


def nearest(ascending: Sequence[float], x: float) -> int:
    """Index of the value nearest to `x`; there is at least one."""
    right = bisect.bisect_left(ascending, x)
    if right == 0:
        return 0
    if right == len(ascending):
        return right - 1
    return right if ascending[right] - x < x - ascending[right - 1] else right - 1
