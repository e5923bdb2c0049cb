"""Moves by whole pixels, which change no value: translation (DiffAugment), mirroring and quarter turns (ADA)."""

from __future__ import annotations

import torch
from torch import Tensor

from .operation import Operation, column
from .sampling import grid, take

REACH = 8
"""A picture moves by at most one part in so many of its side."""


def _translation(x: Tensor, u: Tensor, wrap: bool) -> Tensor:
    """By a whole number of pixels, up to 1/8 of the side in both directions."""
    rows, columns = grid(x)
    down, right = (_shift(u[:, k], x.shape[2 + k]) for k in (0, 1))
    return take(x, rows - down, columns - right, wrap)


def _shift(u: Tensor, side: int) -> Tensor:
    """(N,1,1) int64."""
    reach = round(side / REACH)
    return ((u * (2 * reach + 1)).floor().long() - reach)[:, None, None]


def _flip(x: Tensor, u: Tensor, _: bool) -> Tensor:
    """Left and right change places in half of the pictures."""
    return torch.where(column(u, 0, u) < 0.5, x.flip(3), x)


def _rotate90(x: Tensor, u: Tensor, wrap: bool) -> Tensor:
    """0 to 3 quarter turns, like `torch.rot90`; no or two of them where height and width differ."""
    rows, columns = grid(x)
    height, width = x.shape[2:]
    step = 1 if height == width else 2
    turns = step * (4 // step * u[:, 0]).floor().long()[:, None, None]
    row = _choose(turns, rows, columns, height - 1 - rows, width - 1 - columns)
    column_ = _choose(turns, columns, height - 1 - rows, width - 1 - columns, rows)
    return take(x, row, column_, wrap)


def _choose(turns: Tensor, *choices: Tensor) -> Tensor:
    """(N,H,W): of each picture the choice that its turns name."""
    none, quarter, half, three = choices
    return torch.where(turns < 2, torch.where(turns == 0, none, quarter), torch.where(turns == 2, half, three))


TRANSLATION = Operation(2, _translation)
FLIP = Operation(1, _flip)
ROTATE90 = Operation(1, _rotate90)
