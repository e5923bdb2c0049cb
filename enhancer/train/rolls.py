"""Pictures that tile, shifted by any amount: what leaves at one edge comes in at the other, and it all stays real."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..generate.draws import uniforms

_ROLLS = (0x6F72646572 << 20) + 3
"""Stream of the seed, beside those of `order`."""


def rolls(seed: int, first: int, count: int, size: tuple[int, int]) -> NDArray[np.int64]:
    """By how many pixels draws `first` to `first + count` are shifted: (count,2), down and right."""
    drawn = uniforms(seed, _ROLLS, first, count, 2)
    shifts: NDArray[np.int64] = (drawn * np.array(size)).astype(np.int64)
    return shifts


def roll(x: Tensor, shifts: NDArray[np.int64]) -> Tensor:
    """(N,C,H,W) of any type, each picture shifted as (N,2) `shifts` says; one gather for the whole batch."""
    n, c, height, width = x.shape
    down, right = (torch.from_numpy(np.ascontiguousarray(shifts[:, axis])).to(x.device) for axis in (0, 1))
    rows = (torch.arange(height, device=x.device)[None] - down[:, None]) % height
    columns = (torch.arange(width, device=x.device)[None] - right[:, None]) % width
    places = (rows[:, :, None] * width + columns[:, None, :]).reshape(n, 1, height * width).expand(n, c, -1)
    return x.reshape(n, c, height * width).gather(2, places).reshape(x.shape)
