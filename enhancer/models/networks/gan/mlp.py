"""The pair of fully connected networks, after the first GAN (Goodfellow et al. 2014): any size, no notion of place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import prod

import torch.nn.functional as F
from torch import Tensor, nn

from .classes import ClassInput, Projection
from .grid import as_size
from .layers import SLOPE, Dense, from_grid, to_grid, variance_keeping
from .normalise import Norm, norm_layer
from .pair import DiscriminatorNetwork, GeneratorNetwork


class MlpGenerator(GeneratorNetwork):
    """`depth` hidden layers of `width` units, each normalised (`norm`: batch, none, layer), leaky ReLU, tanh."""

    def __init__(
        self,
        latent: int = 128,
        size: Sequence[int] = (32, 32),
        channels: int = 3,
        classes: int = 0,
        width: int = 512,
        depth: int = 3,
        norm: Norm = "batch",
        embedding: int = 64,
    ) -> None:
        super().__init__()
        self.latent, self.size, self.channels, self.classes = latent, as_size(size), channels, classes
        self.input = ClassInput(latent, classes, embedding)
        sides = [self.input.width, *[width] * depth]
        self.hidden = nn.ModuleList(Dense(a, b, variance_keeping()) for a, b in pairwise(sides))
        self.norms = nn.ModuleList(norm_layer(norm, width) for _ in range(depth))
        self.last = Dense(sides[-1], channels * prod(self.size), variance_keeping(slope=1))

    def forward(self, z: Tensor, labels: Tensor | None = None) -> Tensor:
        x = self.input(z, labels)
        for layer, norm in zip(self.hidden, self.norms, strict=True):
            x = F.leaky_relu(norm(layer(x)), SLOPE)
        return to_grid(self.last(x), self.size).to(z.dtype).tanh()


class MlpDiscriminator(DiscriminatorNetwork):
    """`depth` hidden layers of `width` units with leaky ReLU. `spectral`: normalise every weight."""

    per_sample = True

    def __init__(
        self,
        size: Sequence[int] = (32, 32),
        channels: int = 3,
        classes: int = 0,
        width: int = 512,
        depth: int = 3,
        spectral: bool = False,
    ) -> None:
        super().__init__()
        self.size, self.channels, self.classes = as_size(size), channels, classes
        sides = [channels * prod(self.size), *[width] * depth]
        self.hidden = nn.ModuleList(Dense(a, b, variance_keeping(), spectral=spectral) for a, b in pairwise(sides))
        self.head = Projection(sides[-1], classes, variance_keeping(slope=1), spectral)

    def forward(self, x: Tensor, labels: Tensor | None = None) -> Tensor:
        x = from_grid(x)
        for layer in self.hidden:
            x = F.leaky_relu(layer(x), SLOPE)
        y: Tensor = self.head(x, labels)
        return y
