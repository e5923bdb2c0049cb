"""Open the model file of a feature network: the card decides which network, the weights must fit it exactly."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from ..errors import ModelError
from ..models.building import construct, fill
from ..models.file import read_model
from ..models.info import ModelInfo
from ..models.store import Store
from .networks import FEATURE_NETWORKS
from .networks.network import FeatureNetwork

SHOWN = 12
"""Digits of a sha256 that a protocol shows."""


@dataclass(frozen=True)
class Weights:
    """A feature network in eval mode, without gradients of its own, and where it came from."""

    info: ModelInfo
    net: FeatureNetwork
    sha256: str

    @property
    def label(self) -> str:
        return f"{self.info.name} (sha256 {self.sha256[:SHOWN]})"


def open_weights(name: str, device: str = "cpu") -> Weights:
    """The feature network of a model in the store, or of a file; ModelError if it is none, or damaged."""
    entry = Store.default().find(name)
    info, state = read_model(entry.path)
    if info.purpose != "features":
        raise ModelError(f"{info.name} is no feature network: its purpose is to {info.purpose}.", code="model-purpose")
    net = construct(FEATURE_NETWORKS, info)
    fill(net, state, entry.path)
    return Weights(info, net.to(torch.device(device)).eval().requires_grad_(False), entry.sha256)
