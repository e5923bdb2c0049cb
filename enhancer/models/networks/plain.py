"""The plain network: a stack of 3x3 convolutions whose output, shuffled into pixels, corrects a bicubic base.

Plain stacks win the practical speed frontier: no attention, no depthwise convolution, nothing that a CPU
or a GPU runs slower than its arithmetic. What helps them learn happens on the weights, never on pictures.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, ClassVar, Literal

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .folding import BranchedConv
from .network import Network

SLOPE = 0.1
"""Of the leaky ReLU, which costs a CPU less than PReLU: 0.1 dB ahead of it in one trial of three minutes each."""


class Plain(Network):
    """head 3->channels, `depth` convolutions channels->channels, tail channels->3*scale^2, pixel shuffle.

    `branched` builds the trainable form; without it the same function is one `Conv2d` a layer, which is what
    model files hold.
    """

    base: ClassVar[Literal["bicubic", "nearest", "none"]] = "bicubic"

    def __init__(self, scale: int = 4, channels: int = 48, depth: int = 12, branched: bool = False) -> None:
        super().__init__()
        self.scale = scale
        self.channels = channels
        self.depth = depth
        self.radius = depth + 2
        widths = [3, *[channels] * (depth + 1), 3 * scale * scale]
        conv = BranchedConv if branched else _conv
        self.convs = nn.ModuleList(conv(a, b) for a, b in pairwise(widths))
        if branched:
            self._quiet_tail()

    @torch.no_grad()
    def _quiet_tail(self) -> None:
        """Start close to the base, so that the first steps need not unlearn noise."""
        tail = self.convs[-1]
        assert isinstance(tail, BranchedConv)
        tail.weight.mul_(0.01)

    def forward(self, x: Tensor) -> Tensor:
        for conv in self.convs[:-1]:
            x = F.leaky_relu_(conv(x), SLOPE)
        return F.pixel_shuffle(self.convs[-1](x), self.scale)

    @classmethod
    def trainable(cls, **arguments: Any) -> Plain:
        return cls(**arguments, branched=True)

    def folded(self) -> Plain:
        plain = Plain(self.scale, self.channels, self.depth)
        plain.convs = nn.ModuleList(c.folded() if isinstance(c, BranchedConv) else c for c in self.convs)
        return plain

    def adopt(self, state: Mapping[str, Tensor], same_scale: bool) -> None:
        last = len(self.convs) - 1
        for index, conv in enumerate(self.convs):
            if index == last and not same_scale:
                continue
            weight, bias = state[f"convs.{index}.weight"], state[f"convs.{index}.bias"]
            if isinstance(conv, BranchedConv):
                conv.adopt(weight, bias)
            else:
                conv.load_state_dict({"weight": weight, "bias": bias})


def _conv(cin: int, cout: int) -> nn.Conv2d:
    return nn.Conv2d(cin, cout, 3, padding=1)
