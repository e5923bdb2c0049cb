"""The plain network: a stack of 3x3 convolutions over a bicubic base, and the algebra that folds its branches.

Plain stacks win the practical speed frontier: no attention, no depthwise convolution, nothing that a CPU
or a GPU runs slower than its arithmetic. What helps them learn happens on the weights, never on pictures.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def _edge_filters() -> Tensor:
    """Sobel x, Sobel y and Laplacian as (3,3,3): first and second derivatives, as in ECBSR (Zhang et al. 2021)."""
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
        self.conv = nn.Conv2d(cin, cout, 3, padding=1)
        self.expand = nn.Parameter(torch.empty(cout * widen, cin))
        self.squeeze = nn.Parameter(torch.zeros(cout, cout * widen, 3, 3))
        self.edge_gain = nn.Parameter(torch.zeros(3, cout, cin))
        nn.init.kaiming_normal_(self.expand)
        # Beside an identity the other branches start small, or a deep stack's activations grow layer by layer.
        gain = 0.1 if cin == cout else 1.0
        with torch.no_grad():
            nn.init.kaiming_normal_(self.conv.weight, a=0.1).mul_(gain)
            self.conv.bias.zero_()
        self.register_buffer("edges", _edge_filters(), persistent=False)
        eye = torch.zeros(cout, cin, 3, 3)
        if cin == cout:
            eye[:, :, 1, 1] = torch.eye(cin)
        self.register_buffer("identity", eye, persistent=False)

    def kernel(self) -> Tensor:
        """The folded kernel, (cout,cin,3,3) float32, differentiable in every branch."""
        widened = torch.einsum("omyx,mi->oiyx", self.squeeze, self.expand)
        edges = torch.einsum("koi,kyx->oiyx", self.edge_gain, self.edges)
        return self.conv.weight + widened + edges + self.identity

    @torch.no_grad()
    def adopt(self, weight: Tensor, bias: Tensor) -> None:
        """Set the branches so that the folded kernel equals `weight`: training goes on from an exported model."""
        self.squeeze.zero_()
        self.edge_gain.zero_()
        self.conv.weight.copy_(weight - self.identity)
        self.conv.bias.copy_(bias)

    def forward(self, x: Tensor) -> Tensor:
        return F.conv2d(x, self.kernel(), self.conv.bias, padding=1)
