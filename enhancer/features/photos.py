"""Features of photos, and a distance of pictures that orders distortions much as LPIPS does: our own small network."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from ..errors import ModelError
from .extractor import PIECE, to_channels, to_square
from .networks.ladder import Ladder
from .weights import open_weights

MODEL = "features-photos"


@dataclass(frozen=True)
class Photos:
    """Pictures (N,C,H,W) float in [0,1], C 1, 3 or 4, any size, on any device; results are float32 on the CPU.

    Gradients reach the pictures where these ask for them.
    """

    net: Ladder
    label: str
    name: str = "photos"
    channels: int = 3

    @property
    def dimensions(self) -> int:
        return self.net.dimensions

    @property
    def protocol(self) -> str:
        return (
            f"{self.label}, {self.dimensions} pooled features at {self.net.size}x{self.net.size}, "
            "slightly smaller ones padded with black, others antialiased bilinear, grey repeated, RGBA on white"
        )

    def features(self, x: Tensor) -> Tensor:
        """(N,dimensions): means over space of the last rung."""
        side = self.net.size
        assert side is not None
        pieces = (to_square(self._seen(piece), side) for piece in torch.split(x, PIECE))
        return torch.cat([self.net.features(piece).float().cpu() for piece in pieces])

    def distance(self, a: Tensor, b: Tensor) -> Tensor:
        """(N,) of pictures of one size, at that size; 0 where they are equal, larger the more they differ."""
        if a.shape[-2:] != b.shape[-2:] or len(a) != len(b):
            raise ValueError(f"pictures of different sizes: {tuple(a.shape)} and {tuple(b.shape)}")
        pairs = zip(torch.split(a, PIECE), torch.split(b, PIECE), strict=True)
        return torch.cat([self.net.distance(self._seen(x), self._seen(y)).float().cpu() for x, y in pairs])

    def _seen(self, x: Tensor) -> Tensor:
        return to_channels(x.to(next(self.net.parameters()).device), self.channels)


def open_photos(device: str = "cpu") -> Photos:
    """The extractor `photos`."""
    weights = open_weights(MODEL, device)
    if not isinstance(weights.net, Ladder):
        raise ModelError(f"{weights.info.name} has no distance of pictures.", code="model-purpose")
    return Photos(weights.net, weights.label)
