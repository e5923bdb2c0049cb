"""LeNet-5 (LeCun et al. 1998) with maxima and ReLU for its trained averages and sigmoids: features of digits."""

from __future__ import annotations

from typing import ClassVar, Literal

import torch.nn.functional as F
from torch import Tensor, nn

from .network import FeatureNetwork

MEAN, SPREAD = 0.13, 0.31
"""Of the grey values of MNIST, roughly: its first layer starts from values about 0."""


class LeNet(FeatureNetwork):
    """Three 5x5 convolutions on 32x32 grey and a layer of `dimensions`, whose values are the features.

    They are taken before the ReLU: closer to a Gaussian, which the Frechet distance takes them for, and none is dead.
    """

    channels: ClassVar[Literal[1, 3]] = 1
    size: ClassVar[int | None] = 32

    def __init__(self, widths: tuple[int, int, int] = (12, 24, 120), dimensions: int = 84, classes: int = 10) -> None:
        super().__init__()
        first, second, third = widths
        self.dimensions = dimensions
        self.classes = classes
        self.conv1 = nn.Conv2d(1, first, 5)
        self.conv2 = nn.Conv2d(first, second, 5)
        self.conv3 = nn.Conv2d(second, third, 5)
        self.hidden = nn.Linear(third, dimensions)
        self.output = nn.Linear(dimensions, classes)

    def features(self, x: Tensor) -> Tensor:
        x = (x - MEAN) / SPREAD
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        hidden: Tensor = self.hidden(F.relu(self.conv3(x)).flatten(1))
        return hidden

    def logits(self, features: Tensor) -> Tensor:
        output: Tensor = self.output(F.relu(features))
        return output
