"""What a feature extractor is, and how pictures of any kind and size become what its network takes."""

from __future__ import annotations

from typing import Protocol

import torch
import torch.nn.functional as F
from torch import Tensor

PIECE = 250
"""Pictures that a network sees at once: bounds memory, changes no value beyond rounding."""
PAD = 4
"""A picture smaller than wanted by at most so many pixels is padded with black, as MNIST is from 28 to 32."""


class FeatureExtractor(Protocol):
    """Pictures to features. Two sets of features may be compared only if `protocol` is the same for both."""

    @property
    def name(self) -> str:
        """In the registry."""

    @property
    def protocol(self) -> str:
        """One line, printed beside each figure: network, start of its sha256, size and resizer."""

    @property
    def channels(self) -> int:
        """1 or 3: what its network sees."""

    @property
    def dimensions(self) -> int:
        """Features a picture."""

    def features(self, x: Tensor) -> Tensor:
        """x (N,C,H,W) float in [0,1], C 1, 3 or 4, any H and W. Returns (N,dimensions) float32 on the CPU."""


def to_channels(x: Tensor, channels: int) -> Tensor:
    """(N,1|3|4,H,W) in [0,1] to (N,channels,H,W): RGBA laid on white, colour to grey by BT.601, grey repeated."""
    if x.ndim != 4 or x.shape[1] not in (1, 3, 4):
        raise ValueError(f"pictures are (N,C,H,W) with 1, 3 or 4 channels, not {tuple(x.shape)}")
    x = x.float()
    if x.shape[1] == 4:
        alpha = x[:, 3:]
        x = x[:, :3] * alpha + (1 - alpha)
    if channels == 1 and x.shape[1] == 3:
        weights = torch.tensor([0.299, 0.587, 0.114], device=x.device)
        return (x * weights[:, None, None]).sum(1, keepdim=True)
    return x.expand(-1, 3, -1, -1) if channels == 3 and x.shape[1] == 1 else x


def to_square(x: Tensor, side: int) -> Tensor:
    """(N,C,H,W) to (N,C,side,side): padded with black where little is missing, else antialiased bilinear, [0,1]."""
    height, width = x.shape[-2:]
    if (height, width) == (side, side):
        return x
    below, right = side - height, side - width
    if 0 <= below <= PAD and 0 <= right <= PAD:
        return F.pad(x, (right // 2, right - right // 2, below // 2, below - below // 2))
    return F.interpolate(x, size=(side, side), mode="bilinear", antialias=True, align_corners=False)
