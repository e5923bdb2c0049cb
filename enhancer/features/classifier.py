"""A trained classifier in use: probabilities of classes, and the features before its last layer."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from ..errors import ModelError
from .extractor import PIECE, to_channels, to_square
from .weights import Weights, open_weights


@dataclass(frozen=True)
class Classifier:
    """Pictures (N,C,H,W) float in [0,1], C 1, 3 or 4, any size, on any device; results are float32 on the CPU.

    Gradients reach the pictures where these ask for them (a projection may minimise a distance of features).
    """

    name: str
    weights: Weights

    @property
    def channels(self) -> int:
        return self.weights.net.channels

    @property
    def dimensions(self) -> int:
        return self.weights.net.dimensions

    @property
    def classes(self) -> int:
        return self.weights.net.classes

    @property
    def protocol(self) -> str:
        net = self.weights.net
        colour = "grey by BT.601, RGBA on white" if net.channels == 1 else "grey repeated, RGBA on white"
        return (
            f"{self.weights.label}, {net.dimensions} features at {net.size}x{net.size}, "
            f"slightly smaller ones padded with black, others antialiased bilinear, {colour}"
        )

    def features(self, x: Tensor) -> Tensor:
        """(N,dimensions)."""
        return torch.cat([self.weights.net.features(piece) for piece in self._pieces(x)]).float().cpu()

    def logits(self, x: Tensor) -> Tensor:
        """(N,classes)."""
        return torch.cat([self.weights.net(piece) for piece in self._pieces(x)]).float().cpu()

    def probabilities(self, x: Tensor) -> Tensor:
        """(N,classes), rows sum to 1."""
        return self.logits(x).softmax(dim=1)

    def _pieces(self, x: Tensor) -> list[Tensor]:
        device = next(self.weights.net.parameters()).device
        side = self.weights.net.size
        assert side is not None
        return [to_square(to_channels(piece.to(device), self.channels), side) for piece in torch.split(x, PIECE)]


def open_trained(name: str, device: str = "cpu", called: str = "") -> Classifier:
    """The classifier of a model; ModelError if that model does not classify. called: its name as an extractor."""
    weights = open_weights(name, device)
    if not weights.net.classes:
        raise ModelError(f"{weights.info.name} does not classify pictures.", code="model-purpose")
    return Classifier(called or name, weights)
