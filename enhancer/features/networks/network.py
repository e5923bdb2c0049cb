"""What every feature network offers: a vector of features a picture, and logits where it is a classifier."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Literal

from torch import Tensor, nn


class FeatureNetwork(nn.Module, ABC):
    """Pictures to features. `size` None: any size; otherwise the side of the square that it takes."""

    channels: ClassVar[Literal[1, 3]]
    size: ClassVar[int | None]
    dimensions: int
    classes: int
    """0: it does not classify."""

    @abstractmethod
    def features(self, x: Tensor) -> Tensor:
        """x (N,channels,H,W) in [0,1]. Returns (N,dimensions), unbounded."""

    def logits(self, features: Tensor) -> Tensor:
        """(N,dimensions), as `features` gives them, to (N,classes)."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Logits of pictures: what a classifier learns by."""
        return self.logits(self.features(x))
