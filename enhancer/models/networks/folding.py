"""A 3x3 convolution with training-time branches, and the algebra that folds them on the weights."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def _edge_filters() -> Tensor:
    """Sobel x, Sobel y and Laplacian, (3,3,3): the derivative branches of ECBSR (Zhang et al. 2021)."""
    sobel = torch.tensor([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])
    laplacian = torch.tensor([[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]])
    return torch.stack([sobel, sobel.t(), laplacian]) / 4


class BranchedConv(nn.Module):
    """A 3x3 convolution that trains as several branches and always runs as one.

    The kernel is the sum of a 3x3 kernel, a widened 1x1 -> 3x3 pair, three edge filters behind 1x1 kernels and,
    where the channel counts agree, the identity (RepVGG, ECBSR). All of it is linear in the input, so the sum
    is formed on the weights and one convolution runs: a training step costs what a plain net's costs.
    """

    edges: Tensor
    identity: Tensor

    def __init__(self, cin: int, cout: int, widen: int = 2) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(cout, cin, 3, 3))
        self.bias = nn.Parameter(torch.zeros(cout))
        self.expand = nn.Parameter(torch.empty(cout * widen, cin))
        self.squeeze = nn.Parameter(torch.zeros(cout, cout * widen, 3, 3))
        self.edge_gain = nn.Parameter(torch.zeros(3, cout, cin))
        nn.init.kaiming_normal_(self.expand)
        # Beside an identity the other branches start small, or a deep stack's activations grow layer by layer.
        with torch.no_grad():
            nn.init.kaiming_normal_(self.weight, a=0.1).mul_(0.1 if cin == cout else 1.0)
        self.register_buffer("edges", _edge_filters(), persistent=False)
        eye = torch.zeros(cout, cin, 3, 3)
        if cin == cout:
            eye[:, :, 1, 1] = torch.eye(cin)
        self.register_buffer("identity", eye, persistent=False)

    def kernel(self) -> Tensor:
        """The folded kernel, (cout,cin,3,3) float32, differentiable in every branch."""
        widened = torch.einsum("omyx,mi->oiyx", self.squeeze, self.expand)
        edges = torch.einsum("koi,kyx->oiyx", self.edge_gain, self.edges)
        return self.weight + widened + edges + self.identity

    @torch.no_grad()
    def adopt(self, weight: Tensor, bias: Tensor) -> None:
        """Set the branches so that the folded kernel equals `weight`: training goes on from an exported model."""
        self.squeeze.zero_()
        self.edge_gain.zero_()
        self.weight.copy_(weight - self.identity)
        self.bias.copy_(bias)

    def forward(self, x: Tensor) -> Tensor:
        # Folded in float32 whatever autocast says: sums of branches lose their small terms in half precision.
        with torch.autocast(x.device.type, enabled=False):
            kernel = self.kernel()
        return F.conv2d(x, kernel, self.bias, padding=1)

    def folded(self) -> nn.Conv2d:
        """One ordinary convolution with the same function."""
        cout, cin = self.weight.shape[:2]
        conv = nn.Conv2d(cin, cout, 3, padding=1)
        with torch.no_grad():
            conv.weight.copy_(self.kernel())
            conv.bias.copy_(self.bias)  # type: ignore[union-attr]
        return conv
