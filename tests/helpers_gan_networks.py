"""Small adversarial networks with seeded weights, none of them asleep."""

from __future__ import annotations

from typing import Any

import torch

from enhancer.models.networks.gan import DISCRIMINATORS, GENERATORS
from enhancer.models.networks.gan.normalise import calibrate
from enhancer.models.networks.gan.pair import DiscriminatorNetwork, GeneratorNetwork

NAMES = list(GENERATORS)

STRIDED = [name for name in NAMES if name != "mlp"]

SPECTRAL = ["mlp", "dcgan", "resgan"]


def generator(name: str, **arguments: Any) -> GeneratorNetwork:
    torch.manual_seed(0)
    net = GENERATORS.get(name)(**{"latent": 6, "size": [16, 24], "channels": 1, "width": 8, **arguments})
    return _awake(net)


def discriminator(name: str, **arguments: Any) -> DiscriminatorNetwork:
    torch.manual_seed(0)
    net = DISCRIMINATORS.get(name)(**{"size": [16, 24], "channels": 1, "width": 8, **arguments})
    return _awake(net)


def _awake(net: Any) -> Any:
    """Weights that start at zero get values, so that nothing is equal only because a branch sleeps."""
    with torch.no_grad():
        for parameter in net.parameters():
            if parameter.dim() > 1 and not bool(parameter.any()):
                parameter.normal_(std=0.05)
    return net


def ready(net: GeneratorNetwork, batches: int = 3) -> GeneratorNetwork:
    """Calibrated and in eval mode."""
    torch.manual_seed(7)
    labels = torch.arange(32) % net.classes if net.classes else None
    calibrate(net, [(torch.randn(32, net.latent), labels) for _ in range(batches)])
    return net.eval()
