"""Spectral normalisation (Miyato et al. 2018): a weight divided by its largest singular value."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

SETTLING = 15
"""Power iterations at construction: the estimate is within a few per cent of the truth before the first step."""


class Spectral(nn.Module):
    """The vectors of the power iteration for one weight, seen as a matrix (first dimension, all others).

    They move only in `advance`, never in a forward pass: results then do not depend on how often, or in how many
    slices, a batch went through the network.
    """

    u: Tensor
    v: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        rows = weight.shape[0]
        self.register_buffer("u", F.normalize(torch.randn(rows), dim=0))
        self.register_buffer("v", torch.zeros(weight.numel() // rows))
        self.advance(weight, SETTLING)

    @torch.no_grad()
    def advance(self, weight: Tensor, steps: int = 1) -> None:
        """Power iteration (Miyato et al. 2018, algorithm 1)."""
        matrix = weight.detach().flatten(1).float()
        for _ in range(steps):
            self.v.copy_(F.normalize(matrix.t().mv(self.u.float()), dim=0))
            self.u.copy_(F.normalize(matrix.mv(self.v.float()), dim=0))

    def forward(self, weight: Tensor) -> Tensor:
        """weight / sigma, sigma = u' W v; differentiable in the weight, u and v are constants."""
        with torch.autocast(weight.device.type, enabled=False):
            # Cloned, for `advance` writes in place and a backward pass may still need the old ones.
            sigma = torch.dot(self.u.clone(), weight.flatten(1).mv(self.v.clone()))
            return weight / sigma


def advance_spectral(net: nn.Module) -> None:
    """One power iteration in every spectrally normalised layer of `net`: call it once before each update of it."""
    for module in net.modules():
        own = module._modules.get("spectral")
        if isinstance(own, Spectral):
            assert isinstance(module.weight, Tensor)
            own.advance(module.weight)
