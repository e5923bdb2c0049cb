"""The residual pair without normalisation (Huang et al. 2024, "The GAN is dead; long live the GAN!")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .classes import ClassInput, Projection
from .grid import grid_of, widths_of
from .layers import SLOPE, TRIANGLE, Conv, Dense, Double, Halve, variance_keeping
from .pair import DiscriminatorNetwork, GeneratorNetwork

LINEAR_START = variance_keeping(slope=1)


class Block(nn.Module):
    """x + 1x1(LReLU(grouped 3x3(LReLU(1x1(x))))): widened `expansion` times inside, the last weight starts at zero.

    depth: blocks in the whole network, L; the inner weights start smaller by L^(-1/4) each, so that L branches
    together move the output as one would (Zhang et al. 2019, fixup).
    """

    def __init__(self, channels: int, expansion: int, groups: int, depth: int, wrap: bool) -> None:
        super().__init__()
        inner = channels * expansion
        start = variance_keeping(depth**-0.25)
        self.widen = Conv(channels, inner, 1, start)
        self.mix = Conv(inner, inner, 3, start, groups=groups, wrap=wrap)
        self.narrow = Conv(inner, channels, 1, nn.init.zeros_, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        y = F.leaky_relu(self.widen(x), SLOPE)
        change: Tensor = self.narrow(F.leaky_relu(self.mix(y), SLOPE))
        return x + change


def _stages(widths: Iterable[int], finest: int, blocks: int, expansion: int, groups: int, wrap: bool) -> nn.ModuleList:
    """`blocks` blocks for each width; groups grow with the width, so that each keeps its channels."""
    widths = list(widths)
    depth = blocks * len(widths)
    if blocks < 1 or expansion < 1 or groups < 1 or finest * expansion % groups:
        raise ValueError(f"{finest} channels, {expansion} times wider, do not divide into {groups} groups")
    return nn.ModuleList(
        nn.Sequential(*(Block(c, expansion, groups * c // finest, depth, wrap) for _ in range(blocks))) for c in widths
    )


class Basis(nn.Module):
    """A learned picture of the coarsest grid for each channel, weighted by a linear function of z."""

    def __init__(self, features: int, channels: int, base: tuple[int, int]) -> None:
        super().__init__()
        self.pictures = nn.Parameter(torch.randn(channels, *base))
        self.weights = Dense(features, channels, LINEAR_START, bias=False)

    def forward(self, z: Tensor) -> Tensor:
        weights: Tensor = self.weights(z)
        return weights[:, :, None, None] * self.pictures


class R3ganGenerator(GeneratorNetwork):
    """Basis, then for each level its blocks and a doubling with a 1x1 convolution; a last 1x1 convolution, tanh.

    width: channels at full size; doubled at each coarser level up to `limit`. blocks: for each level. groups: of the
    3x3 convolutions at full size (cardinality). wrap: opposite edges continue.
    """

    def __init__(
        self,
        latent: int = 128,
        size: Sequence[int] = (32, 32),
        channels: int = 3,
        classes: int = 0,
        width: int = 16,
        limit: int = 256,
        blocks: int = 1,
        groups: int = 2,
        expansion: int = 2,
        embedding: int = 64,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        grid = grid_of(size)
        self.latent, self.size, self.channels, self.classes = latent, grid.size, channels, classes
        widths = widths_of(width, grid.stages + 1, limit)[::-1]
        self.input = ClassInput(latent, classes, embedding)
        self.stem = Basis(self.input.width, widths[0], grid.base)
        self.stages = _stages(widths, width, blocks, expansion, groups, wrap)
        self.doubles = nn.ModuleList(
            Double(a, b, 1, LINEAR_START, smooth=TRIANGLE, bias=False, wrap=wrap) for a, b in pairwise(widths)
        )
        self.last = Conv(widths[-1], channels, 1, LINEAR_START)

    def forward(self, z: Tensor, labels: Tensor | None = None) -> Tensor:
        x = self.stages[0](self.stem(self.input(z, labels)))
        for double, stage in zip(self.doubles, self.stages[1:], strict=True):
            x = stage(double(x))
        y: Tensor = self.last(x)
        return y.to(z.dtype).tanh()


class R3ganDiscriminator(DiscriminatorNetwork):
    """The generator's mirror: 1x1 convolution, blocks and halvings, a learned picture a channel, one weight a channel.

    Arguments as for the generator. wrap: opposite edges continue; then no place is special, and the learned pictures
    are one weight each.
    """

    per_sample = True

    def __init__(
        self,
        size: Sequence[int] = (32, 32),
        channels: int = 3,
        classes: int = 0,
        width: int = 16,
        limit: int = 256,
        blocks: int = 1,
        groups: int = 2,
        expansion: int = 2,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        grid = grid_of(size)
        self.size, self.channels, self.classes = grid.size, channels, classes
        widths = widths_of(width, grid.stages + 1, limit)
        self.first = Conv(channels, widths[0], 1, LINEAR_START)
        self.stages = _stages(widths, width, blocks, expansion, groups, wrap)
        self.halves = nn.ModuleList(
            Halve(a, b, 1, LINEAR_START, smooth=TRIANGLE, bias=False, wrap=wrap) for a, b in pairwise(widths)
        )
        self.pictures = nn.Parameter(torch.randn(widths[-1], *((1, 1) if wrap else grid.base)) / grid.cells**0.5)
        self.head = Projection(widths[-1], classes, LINEAR_START)

    def forward(self, x: Tensor, labels: Tensor | None = None) -> Tensor:
        x = self.stages[0](self.first(x))
        for halve, stage in zip(self.halves, self.stages[1:], strict=True):
            x = stage(halve(x))
        seen = (x.to(self.pictures.dtype) * self.pictures).sum((2, 3))
        y: Tensor = self.head(seen, labels)
        return y
