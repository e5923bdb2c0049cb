"""Pixel repetition: the smallest model of the same interface, for measuring everything but the network."""

from __future__ import annotations

from typing import ClassVar, Literal

import torch
from torch import Tensor, nn

from .network import Network


class Repeat(Network):
    """Nearest-neighbour enlargement with a residual of zero."""

    base: ClassVar[Literal["bicubic", "nearest", "none"]] = "nearest"
    radius = 0

    def __init__(self, scale: int = 2) -> None:
        super().__init__()
        self.scale = scale
        self.zero = nn.Parameter(torch.zeros(1))

    def forward(self, x: Tensor) -> Tensor:
        n, c, h, w = x.shape
        return self.zero.to(x.dtype).expand(n, c, h * self.scale, w * self.scale)
