"""How a picture's size becomes a coarsest grid and a number of doublings, and how wide the layers between are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

COARSEST = 4
"""The smaller side of the coarsest grid lies in [4, 8), as in DCGAN, SNGAN and R3GAN (all 4)."""


@dataclass(frozen=True)
class Grid:
    """base: height and width of the coarsest grid; stages: doublings from there to the picture, at least one."""

    size: tuple[int, int]
    base: tuple[int, int]
    stages: int

    @property
    def cells(self) -> int:
        """Of the coarsest grid."""
        return self.base[0] * self.base[1]


class SizeError(ValueError):
    """A size of pictures that a network cannot have, whatever its other arguments."""


def as_size(size: Sequence[int]) -> tuple[int, int]:
    """(height, width), also from a list as a configuration holds it; SizeError if it is none."""
    sides = tuple(size)
    if len(sides) != 2 or not all(type(side) is int and side > 0 for side in sides):
        raise SizeError(f"size is height and width in pixels, not {list(size)}")
    return sides


def grid_of(size: Sequence[int]) -> Grid:
    """The grid of a picture size; SizeError with the nearest sizes that work where the sides do not divide."""
    height, width = as_size(size)
    if min(height, width) < 2 * COARSEST:
        raise SizeError(f"{height}x{width} is too small for this network: no side may be below {2 * COARSEST}")
    step = _step(height, width)
    if height % step or width % step:
        below = height // step * step, width // step * step
        above = _above(height, width)
        raise SizeError(
            f"{height}x{width} cannot be halved {step.bit_length() - 1} times; "
            f"{below[0]}x{below[1]} and {above[0]}x{above[1]} can"
        )
    return Grid((height, width), (height // step, width // step), step.bit_length() - 1)


def widths_of(width: int, stages: int, limit: int) -> list[int]:
    """Channels of each level, finest first: `width`, doubled at each coarser level, never beyond `limit`."""
    if width < 1:
        raise ValueError(f"width is {width}; it must be at least 1")
    limit = max(width, limit)
    return [min(width << level, limit) for level in range(stages)]


def _step(height: int, width: int) -> int:
    """The power of two that brings the smaller side into [4, 8)."""
    return 1 << ((min(height, width) // COARSEST).bit_length() - 1)


def _above(height: int, width: int) -> tuple[int, int]:
    """The nearest size that works with no side smaller; rounding up may ask for one more halving."""
    while height % (step := _step(height, width)) or width % step:
        height, width = -(-height // step) * step, -(-width // step) * step
    return height, width
