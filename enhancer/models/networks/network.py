"""What every network offers: its facts, a forward pass that returns the residual, and a folded copy for use."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from torch import Tensor, nn


class Network(nn.Module, ABC):
    """An image-to-image network with a fixed integer scale.

    Class and instance facts (`base`, `scale`, `radius`, ...) are what `ModelInfo` records; they are checked against
    the file when a model is opened, so a file can never claim a smaller receptive field than its network has.
    """

    base: ClassVar[Literal["bicubic", "nearest", "none"]] = "none"
    scale: int
    radius: int
    """Input pixels that an output pixel sees beyond its own, on each side."""
    multiple_of: int = 1

    @abstractmethod
    def forward(self, x: Tensor) -> Tensor:
        """The residual over the base. x: (N,3,H,W) in [0,1], H and W multiples of `multiple_of`, any float dtype.

        Returns (N,3,H*scale,W*scale), same dtype, unclamped.
        """

    @classmethod
    def trainable(cls, **arguments: Any) -> Self:
        """The form that learns, where it differs from the form that runs: a subclass may add branches here."""
        return cls(**arguments)

    def folded(self) -> Self:
        """The same function with training-time branches merged, for inference; itself if there are none."""
        return self

    def adopt(self, state: Mapping[str, Tensor], same_scale: bool) -> None:
        """Start from folded weights; layers that depend on the scale are left as they are unless `same_scale`."""
        self.load_state_dict(state, strict=same_scale)
