"""Stacked digits: three digits as the channels of one picture make 1,000 modes that a classifier of digits can name."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from .classifier import Classifier


@dataclass(frozen=True)
class Stacked:
    """A digit extractor that looks at each channel apart (Metz et al. 2017, stacked MNIST)."""

    digits: Classifier

    @property
    def name(self) -> str:
        return "stacked-digits"

    @property
    def protocol(self) -> str:
        return f"each channel apart: {self.digits.protocol}"

    @property
    def channels(self) -> int:
        return 3

    @property
    def dimensions(self) -> int:
        return 3 * self.digits.dimensions

    @property
    def modes(self) -> int:
        """10 digits in 3 places: 1,000."""
        return int(self.digits.classes**3)

    def features(self, x: Tensor) -> Tensor:
        """x (N,3,H,W) in [0,1]; returns (N,dimensions): the features of the three channels beside each other."""
        return torch.cat([self.digits.features(channel) for channel in torch.split(x, 1, dim=1)], dim=1)

    def mode_numbers(self, x: Tensor) -> Tensor:
        """(N,) int64 in [0,modes): the three digits read as one number."""
        places = [self.digits.logits(channel).argmax(1) for channel in torch.split(x, 1, dim=1)]
        return (places[0] * self.digits.classes + places[1]) * self.digits.classes + places[2]
