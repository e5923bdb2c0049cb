"""`models check` for feature networks: finite features, the same for the same picture, others for another."""

from __future__ import annotations

import time

import torch
from torch import Tensor

from ..features.weights import open_weights
from ..runtime.device import choose_device
from .check_model import Check, ModelCheck, sample

ANY_SIZE = 64
"""Side of the pictures where the network takes any."""
COUNT = 8
SAME_TOLERANCE = 1e-4
"""Of the largest feature: the order of sums differs between batches."""


def check_features(name: str, device: str = "auto") -> ModelCheck:
    """Look at a few pictures with the feature network by name or file. ModelError if it cannot be opened."""
    chosen = choose_device(device)
    weights = open_weights(name, str(chosen))
    net = weights.net
    pictures = _pictures(net.channels, net.size or ANY_SIZE).to(chosen.torch)
    with torch.no_grad():
        found = net.features(pictures)
        alone = net.features(pictures[:1])
        began = time.perf_counter()
        net.features(pictures).cpu()
    speed = COUNT / (time.perf_counter() - began)
    bad = int((~torch.isfinite(found)).sum())
    size = float(found.abs().max()) or 1.0
    worst = float((alone - found[:1]).abs().max()) / size
    apart = float((found[1:] - found[:1]).abs().amax(1).min()) / size
    checks = (
        Check("shape", found.shape == (COUNT, net.dimensions), f"{found.shape[1]} features a picture"),
        Check("finite", bad == 0, f"{bad} of {found.numel():,} features are not numbers"),
        Check("same picture", worst <= SAME_TOLERANCE, f"alone or in a batch, it differs by {worst:.1g} at most"),
        Check("other pictures", apart > SAME_TOLERANCE, f"differ by {apart:.2g} of the largest feature at least"),
        Check("speed", speed > 0, f"{speed:.1f} pictures a second in fp32"),
        Check("weights", bool(weights.sha256), f"sha256 {weights.sha256}"),
    )
    return ModelCheck(weights.info.name, str(chosen), checks, weights.sha256, speed)


def _pictures(channels: int, side: int) -> Tensor:
    """(COUNT,channels,side,side) in [0,1]: one picture, ever more of it mirrored in brightness."""
    whole = torch.from_numpy(sample(side, side)).permute(2, 0, 1)[:channels]
    made = whole.expand(COUNT, -1, -1, -1).clone()
    for number in range(1, COUNT):
        rows = side * number // COUNT
        made[number, :, :rows] = 1 - made[number, :, :rows]
    return made
