"""Reading pictures at other places: whole pixels, and between pixels; both differentiable any number of times.

`torch.nn.functional.grid_sample` would be shorter, but has no derivative of its derivative, which R1 needs.
"""

from __future__ import annotations

import torch
from torch import Tensor

from .operation import outside


def take(x: Tensor, rows: Tensor, columns: Tensor, wrap: bool) -> Tensor:
    """x (N,C,H,W) read at whole pixels: rows and columns int64, together (N,H,W), any values. Returns (N,C,H,W)."""
    count, channels, height, width = x.shape
    if wrap:
        index = (rows % height) * width + columns % width
    else:
        index = rows.clamp(0, height - 1) * width + columns.clamp(0, width - 1)
    flat = index.reshape(count, 1, -1).expand(count, channels, -1)
    read = x.reshape(count, channels, -1).gather(2, flat).reshape(x.shape)
    if wrap:
        return read
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    return torch.where(inside[:, None], read, outside(x))


def grid(x: Tensor) -> tuple[Tensor, Tensor]:
    """The rows (1,H,1) and columns (1,1,W) of x, int64."""
    rows = torch.arange(x.shape[2], device=x.device)[None, :, None]
    return rows, torch.arange(x.shape[3], device=x.device)[None, None, :]


def warp(x: Tensor, matrix: Tensor, wrap: bool) -> Tensor:
    """x (N,C,H,W) read bilinearly at matrix (N,2,2) times the offset (down, right) from the centre, in pixels.

    The unit matrix gives x itself, bit for bit. Not antialiased: a strong reduction aliases, alike for real and fake.
    """
    rows, columns = grid(x)
    middle, centre = (x.shape[2] - 1) / 2, (x.shape[3] - 1) / 2
    down, right = rows.float() - middle, columns.float() - centre
    m = matrix.float()[:, :, :, None, None]
    row = m[:, 0, 0] * down + m[:, 0, 1] * right + middle
    column = m[:, 1, 0] * down + m[:, 1, 1] * right + centre
    top, left = row.floor(), column.floor()
    below, beside = row - top, column - left
    result = torch.zeros_like(x)
    for lower, weight_row in ((0, 1 - below), (1, below)):
        for later, weight_column in ((0, 1 - beside), (1, beside)):
            read = take(x, top.long() + lower, left.long() + later, wrap)
            result = result + read * (weight_row * weight_column)[:, None].to(x.dtype)
    return result
