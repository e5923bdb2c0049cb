"""3x3 convolutions with batch normalisation and a mean over space: a judge of labels that is built unlike LeNet."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar, Literal

import torch.nn.functional as F
from torch import Tensor, nn

from .network import FeatureNetwork


class Strided(FeatureNetwork):
    """`widths`: channels of the stages on 32, 16, 8, ... pixels; each has two convolutions, all but the first halve.

    The features are the means over space of the last stage.
    """

    channels: ClassVar[Literal[1, 3]] = 1
    size: ClassVar[int | None] = 32

    def __init__(self, widths: tuple[int, ...] = (8, 24, 48, 64), classes: int = 10) -> None:
        super().__init__()
        self.dimensions = widths[-1]
        self.classes = classes
        self.head = _block(1, widths[0], 1)
        self.stages = nn.ModuleList(
            nn.Sequential(_block(before, after, 2), _block(after, after, 1)) for before, after in pairwise(widths)
        )
        self.output = nn.Linear(self.dimensions, classes)

    def features(self, x: Tensor) -> Tensor:
        x = self.head(x)
        for stage in self.stages:
            x = stage(x)
        return F.adaptive_avg_pool2d(x, 1).flatten(1)

    def logits(self, features: Tensor) -> Tensor:
        output: Tensor = self.output(features)
        return output


def _block(before: int, after: int, stride: int) -> nn.Sequential:
    conv = nn.Conv2d(before, after, 3, stride, padding=1, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(after), nn.ReLU(inplace=True))
