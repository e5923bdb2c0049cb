"""Cutout: one box of half the sides is emptied (DeVries and Taylor 2017, as in DiffAugment, Zhao et al. 2020)."""

from __future__ import annotations

import torch
from torch import Tensor

from .operation import Operation, outside
from .sampling import grid

SHARE = 0.5
"""Of a side that the box covers."""


def _cutout(x: Tensor, u: Tensor, wrap: bool) -> Tensor:
    """The middle of the box lies anywhere in the picture, so that parts of it may fall outside."""
    rows, columns = grid(x)
    gone = _covered(rows, u[:, 0], x.shape[2], wrap) & _covered(columns, u[:, 1], x.shape[3], wrap)
    return torch.where(gone[:, None], outside(x), x)


def _covered(places: Tensor, u: Tensor, side: int, wrap: bool) -> Tensor:
    size = int(side * SHARE + 0.5)
    middle = (u * (side + 1 - size % 2)).floor().long()[:, None, None]
    offset = places - (middle - size // 2)
    if wrap:
        offset = offset % side
    return (offset >= 0) & (offset < size)


CUTOUT = Operation(2, _cutout)
