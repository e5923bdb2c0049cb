"""The deep convolutional pair (Radford et al. 2016): strided convolutions, batch normalisation, no pooling."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch.nn.functional as F
from torch import Tensor, nn

from .classes import ClassInput, Projection
from .grid import grid_of, widths_of
from .layers import SLOPE, Dense, Double, Halve, Init, from_grid, gaussian, to_grid, variance_keeping
from .normalise import Norm, norm_layer
from .pair import DiscriminatorNetwork, GeneratorNetwork

DEVIATION = 0.02


def _start(norm: Norm) -> Init:
    """The paper's, which relies on a normalisation behind it: without one the signal would fade layer by layer."""
    return variance_keeping() if norm == "none" else gaussian(DEVIATION)


class DcganGenerator(GeneratorNetwork):
    """A dense layer to the coarsest grid, then transposed 4x4 convolutions, each doubling both sides.

    width: channels at half the size; doubled at each coarser level up to `limit`. wrap: opposite edges continue.
    """

    def __init__(
        self,
        latent: int = 128,
        size: Sequence[int] = (32, 32),
        channels: int = 3,
        classes: int = 0,
        width: int = 32,
        limit: int = 512,
        norm: Norm = "batch",
        embedding: int = 64,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        grid = grid_of(size)
        self.latent, self.size, self.channels, self.classes = latent, grid.size, channels, classes
        self.base = grid.base
        start = _start(norm)
        widths = widths_of(width, grid.stages, limit)[::-1]
        self.input = ClassInput(latent, classes, embedding)
        self.stem = Dense(self.input.width, widths[0] * grid.cells, start)
        self.norms = nn.ModuleList(norm_layer(norm, channels) for channels in widths)
        self.doubles = nn.ModuleList(Double(a, b, 4, start, wrap=wrap) for a, b in pairwise([*widths, channels]))

    def forward(self, z: Tensor, labels: Tensor | None = None) -> Tensor:
        x = to_grid(self.stem(self.input(z, labels)), self.base)
        for norm, double in zip(self.norms, self.doubles, strict=True):
            x = double(F.relu(norm(x)))
        return x.to(z.dtype).tanh()


class DcganDiscriminator(DiscriminatorNetwork):
    """4x4 convolutions with stride 2 and leaky ReLU, then one weight for each feature of the coarsest grid.

    norm: after every convolution but the first. spectral: normalise every weight. wrap: opposite edges continue;
    then no place is special, and the last layer sees the mean over the grid.
    """

    def __init__(
        self,
        size: Sequence[int] = (32, 32),
        channels: int = 3,
        classes: int = 0,
        width: int = 32,
        limit: int = 512,
        norm: Norm = "batch",
        spectral: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__()
        grid = grid_of(size)
        self.size, self.channels, self.classes = grid.size, channels, classes
        self.per_sample = norm != "batch"
        self.wrap = wrap
        start = _start(norm)
        widths = widths_of(width, grid.stages, limit)
        self.halves = nn.ModuleList(
            Halve(a, b, 4, start, wrap=wrap, spectral=spectral) for a, b in pairwise([channels, *widths])
        )
        self.norms = nn.ModuleList(norm_layer(norm if level else "none", c) for level, c in enumerate(widths))
        seen = widths[-1] * (1 if wrap else grid.cells)
        self.head = Projection(seen, classes, variance_keeping(slope=1), spectral)

    def forward(self, x: Tensor, labels: Tensor | None = None) -> Tensor:
        for halve, norm in zip(self.halves, self.norms, strict=True):
            x = F.leaky_relu(norm(halve(x)), SLOPE)
        y: Tensor = self.head(x.mean((2, 3)) if self.wrap else from_grid(x), labels)
        return y
