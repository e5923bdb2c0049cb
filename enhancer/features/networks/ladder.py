"""A small stack of strided convolutions that sees photos about as LPIPS does: a distance of pictures, and features."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar, Literal

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .network import FeatureNetwork

MEAN, SPREAD = 0.45, 0.25
"""Of sRGB values in photos, roughly."""
TINY = 1e-10
LEAST_SIDE = 16


class Ladder(FeatureNetwork):
    """`widths`: channels at 1/2, 1/4, 1/8, ... of the side. Each rung halves, all but the first then look once more.

    The distance is that of Zhang et al. 2018 (equation 1) over all rungs, with weights learned as squares, so that
    none is negative. The features are the means over space of the last rung.
    """

    channels: ClassVar[Literal[1, 3]] = 3
    size: ClassVar[int | None] = 64

    def __init__(self, widths: tuple[int, ...] = (32, 48, 96, 128)) -> None:
        super().__init__()
        self.dimensions = widths[-1]
        self.classes = 0
        self.rungs = nn.ModuleList([_conv(3, widths[0], 2)])
        self.rungs.extend(nn.Sequential(_conv(a, b, 2), _conv(b, b, 1)) for a, b in pairwise(widths))
        self.heads = nn.ParameterList(nn.Parameter(torch.full((width,), 0.5)) for width in widths)

    def layers(self, x: Tensor) -> list[Tensor]:
        """x (N,3,H,W) in [0,1], any size; smaller than 16 is enlarged to it. One (N,width,h,w), >= 0, a rung."""
        if min(x.shape[-2:]) < LEAST_SIDE:
            x = F.interpolate(x, size=[max(LEAST_SIDE, side) for side in x.shape[-2:]], mode="bilinear")
        x = (x - MEAN) / SPREAD
        found = []
        for rung in self.rungs:
            x = rung(x)
            found.append(x)
        return found

    def features(self, x: Tensor) -> Tensor:
        return self.layers(x)[-1].mean((2, 3))

    def distance(self, a: Tensor, b: Tensor) -> Tensor:
        """Of pictures (N,3,H,W) twice in [0,1]: (N,), >= 0, 0 where they are equal."""
        return self.distance_of(self.layers(a), self.layers(b))

    def distance_of(self, a: list[Tensor], b: list[Tensor]) -> Tensor:
        """The same of what `layers` gave."""
        total = a[0].new_zeros(len(a[0]))
        for x, y, head in zip(a, b, self.heads, strict=True):
            squares = (_unit(x) - _unit(y)).square()
            total = total + torch.einsum("nchw,c->nhw", squares, head.square()).mean((1, 2))
        return total


def _unit(x: Tensor) -> Tensor:
    return x / (x.square().sum(1, keepdim=True) + TINY).sqrt()


def _conv(before: int, after: int, stride: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(before, after, 3, stride, padding=1), nn.ReLU())
