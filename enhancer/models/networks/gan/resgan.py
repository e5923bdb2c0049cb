"""The residual pair of SNGAN and its projection discriminator (Miyato et al. 2018, Miyato and Koyama 2018)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch.nn.functional as F
from torch import Tensor, nn

from .classes import Projection, given
from .grid import grid_of, widths_of
from .layers import BOX, Conv, Dense, Double, Halve, to_grid, variance_keeping
from .normalise import BatchNorm
from .pair import DiscriminatorNetwork, GeneratorNetwork

START = variance_keeping(slope=0)
LINEAR_START = variance_keeping(slope=1)


class UpBlock(nn.Module):
    """Normalise, ReLU, double, 3x3, normalise, ReLU, 3x3; beside it a 1x1 convolution, doubled."""

    def __init__(self, cin: int, cout: int, classes: int, wrap: bool) -> None:
        super().__init__()
        self.first_norm = BatchNorm(cin, classes)
        self.up = Double(cin, cout, 3, START, smooth=BOX, wrap=wrap)
        self.second_norm = BatchNorm(cout, classes)
        self.conv = Conv(cout, cout, 3, START, wrap=wrap)
        self.aside = Conv(cin, cout, 1, LINEAR_START)

    def forward(self, x: Tensor, labels: Tensor | None) -> Tensor:
        y = self.up(F.relu(self.first_norm(x, labels)))
        y = self.conv(F.relu(self.second_norm(y, labels)))
        return F.interpolate(self.aside(x), scale_factor=2, mode="nearest").add(y)


class ResganGenerator(GeneratorNetwork):
    """A dense layer to the coarsest grid, an `UpBlock` for each doubling, a 3x3 convolution, tanh.

    width: channels at full size; doubled at each coarser level up to `limit`. Classes choose gains and shifts of the
    batch normalisations. wrap: opposite edges continue.
    """

    def __init__(
        self,
        latent: int = 128,
        size: Sequence[int] = (32, 32),
        channels: int = 3,
        classes: int = 0,
        width: int = 16,
        limit: int = 256,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        grid = grid_of(size)
        self.latent, self.size, self.channels, self.classes = latent, grid.size, channels, classes
        self.base = grid.base
        widths = widths_of(width, grid.stages + 1, limit)[::-1]
        self.stem = Dense(latent, widths[0] * grid.cells, LINEAR_START)
        self.blocks = nn.ModuleList(UpBlock(a, b, classes, wrap) for a, b in pairwise(widths))
        self.norm = BatchNorm(widths[-1])
        self.last = Conv(widths[-1], channels, 3, LINEAR_START, wrap=wrap)

    def forward(self, z: Tensor, labels: Tensor | None = None) -> Tensor:
        given(labels, self.classes > 0)
        x = to_grid(self.stem(z), self.base)
        for block in self.blocks:
            x = block(x, labels)
        y: Tensor = self.last(F.relu(self.norm(x)))
        return y.to(z.dtype).tanh()


class DownBlock(nn.Module):
    """ReLU, 3x3, ReLU, 3x3, halve; beside it a 1x1 convolution, halved before. `first`: no ReLU on the picture."""

    def __init__(self, cin: int, cout: int, first: bool, wrap: bool, spectral: bool) -> None:
        super().__init__()
        self.first = first
        self.conv = Conv(cin, cout, 3, LINEAR_START if first else START, wrap=wrap, spectral=spectral)
        self.down = Halve(cout, cout, 3, START, smooth=BOX, wrap=wrap, spectral=spectral)
        self.aside = Conv(cin, cout, 1, LINEAR_START, spectral=spectral)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.down(F.relu(self.conv(x if self.first else F.relu(x))))
        beside: Tensor = self.aside(F.avg_pool2d(x, 2))
        return y + beside


class FlatBlock(nn.Module):
    """ReLU, 3x3, ReLU, 3x3, added to what came in."""

    def __init__(self, channels: int, wrap: bool, spectral: bool) -> None:
        super().__init__()
        self.first_conv = Conv(channels, channels, 3, START, wrap=wrap, spectral=spectral)
        self.second_conv = Conv(channels, channels, 3, START, wrap=wrap, spectral=spectral)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.second_conv(F.relu(self.first_conv(F.relu(x))))
        return x + y


class ResganDiscriminator(DiscriminatorNetwork):
    """A `DownBlock` for each halving, a `FlatBlock`, ReLU, the sum over the grid, one weight a feature.

    width: channels at half the size; doubled at each coarser level up to `limit`. spectral: normalise every weight.
    wrap: opposite edges continue.
    """

    per_sample = True

    def __init__(
        self,
        size: Sequence[int] = (32, 32),
        channels: int = 3,
        classes: int = 0,
        width: int = 32,
        limit: int = 256,
        spectral: bool = True,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        grid = grid_of(size)
        self.size, self.channels, self.classes = grid.size, channels, classes
        widths = widths_of(width, grid.stages, limit)
        self.blocks = nn.ModuleList(
            DownBlock(a, b, level == 0, wrap, spectral) for level, (a, b) in enumerate(pairwise([channels, *widths]))
        )
        self.flat = FlatBlock(widths[-1], wrap, spectral)
        self.head = Projection(widths[-1], classes, LINEAR_START, spectral)
        # The papers' sum suits weights of norm one; at the usual start it would give logits of a size that saturates.
        self.weight_of_cell = 1.0 if spectral else 1 / grid.cells

    def forward(self, x: Tensor, labels: Tensor | None = None) -> Tensor:
        for block in self.blocks:
            x = block(x)
        pooled = F.relu(self.flat(x)).sum((2, 3)) * self.weight_of_cell
        y: Tensor = self.head(pooled, labels)
        return y
