"""Linear layers of generators and discriminators: convolutions that may wrap, double or halve, with their own start."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .convolve import convolve
from .spectral import Spectral

Init = Callable[[Tensor], object]

BOX = (0.5, 0.5)
"""Nearest-neighbour doubling, mean of two when halving."""
TRIANGLE = (0.25, 0.5, 0.25)
"""Linear interpolation when doubling, binomial smoothing when halving."""
SLOPE = 0.2
"""Of every leaky ReLU (Radford et al. 2016; Huang et al. 2024)."""


def gaussian(std: float) -> Init:
    """Normal start of fixed deviation (Radford et al. 2016: 0.02)."""
    return partial(nn.init.normal_, std=std)


def variance_keeping(gain: float = 1.0, slope: float = SLOPE) -> Init:
    """Normal start that keeps the variance through a leaky ReLU (He et al. 2015), times `gain`; 0 starts at zero."""

    @torch.no_grad()
    def start(weight: Tensor) -> None:
        nn.init.kaiming_normal_(weight, a=slope)
        weight.mul_(gain)

    return start


class Weighted(nn.Module):
    """A weight, perhaps spectrally normalised, and perhaps a bias (starting at zero)."""

    bias: Tensor | None

    def __init__(self, shape: tuple[int, ...], init: Init, bias: bool, spectral: bool) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(shape))
        init(self.weight)
        self.register_parameter("bias", nn.Parameter(torch.zeros(shape[0])) if bias else None)
        self.spectral = Spectral(self.weight) if spectral else None

    def effective(self) -> Tensor:
        """The weight that is multiplied with."""
        return self.weight if self.spectral is None else self.spectral(self.weight)


class Dense(Weighted):
    """(N,features) to (N,out)."""

    def __init__(self, features: int, out: int, init: Init, bias: bool = True, spectral: bool = False) -> None:
        super().__init__((out, features), init, bias, spectral)

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.effective(), self.bias)


class Conv(Weighted):
    """A convolution that keeps the size: zeros beyond the edge, or the opposite edge where `wrap`."""

    def __init__(
        self,
        cin: int,
        cout: int,
        kernel: int,
        init: Init,
        *,
        groups: int = 1,
        bias: bool = True,
        wrap: bool = False,
        spectral: bool = False,
    ) -> None:
        super().__init__((cout, cin // groups, kernel, kernel), init, bias, spectral)
        self.groups = groups
        self.wrap = wrap

    def forward(self, x: Tensor) -> Tensor:
        weight = self.effective()
        x, padding = around(x, weight.shape[-1] // 2, self.wrap)
        return convolve(x, weight, self.bias, padding=padding, groups=self.groups)


class Halve(Weighted):
    """A convolution with stride 2. With a `smooth` filter: the convolution at full size, then smoothed and decimated.

    Both are one strided convolution with the folded kernel: 16 products instead of 36 for 3x3 and a box.
    """

    def __init__(
        self,
        cin: int,
        cout: int,
        kernel: int,
        init: Init,
        *,
        smooth: tuple[float, ...] = (),
        bias: bool = True,
        wrap: bool = False,
        spectral: bool = False,
    ) -> None:
        super().__init__((cout, cin, kernel, kernel), init, bias, spectral)
        self.smooth = smooth
        self.wrap = wrap

    def forward(self, x: Tensor) -> Tensor:
        weight = fold(self.effective(), self.smooth)
        x, padding = around(x, (weight.shape[-1] - 1) // 2, self.wrap)
        return convolve(x, weight, self.bias, stride=2, padding=padding)


class Double(Weighted):
    """A transposed convolution with stride 2. With a `smooth` filter: doubled by it first, then convolved."""

    def __init__(
        self,
        cin: int,
        cout: int,
        kernel: int,
        init: Init,
        *,
        smooth: tuple[float, ...] = (),
        bias: bool = True,
        wrap: bool = False,
    ) -> None:
        super().__init__((cout, cin, kernel, kernel), init, bias, spectral=False)
        self.smooth = smooth
        self.wrap = wrap

    def forward(self, x: Tensor) -> Tensor:
        weight = fold(self.weight, tuple(2 * tap for tap in self.smooth)).flip(2, 3).transpose(0, 1)
        odd = weight.shape[-1] % 2
        border = 1 if self.wrap else 0
        x, _ = around(x, border, self.wrap)
        # Each column that came from the opposite edge is two of the output, cut off again.
        return F.conv_transpose2d(x, weight, self.bias, stride=2, padding=1 + 2 * border, output_padding=odd)


def fold(weight: Tensor, smooth: tuple[float, ...]) -> Tensor:
    """The kernel (cout,cin,k,k) convolved with the filter `smooth` in both directions: k + taps - 1 wide."""
    if not smooth:
        return weight
    taps = torch.tensor(smooth, dtype=weight.dtype, device=weight.device)
    cout, cin, kernel, _ = weight.shape
    wide = kernel + len(smooth) - 1
    with torch.autocast(weight.device.type, enabled=False):
        flat = weight.reshape(cout * cin, 1, kernel, kernel)
        folded = F.conv2d(flat, torch.outer(taps, taps)[None, None], padding=len(smooth) - 1)
    return folded.reshape(cout, cin, wide, wide)


def around(x: Tensor, border: int, wrap: bool) -> tuple[Tensor, int]:
    """x and the padding still to be done: with `wrap` it is done here, from the opposite edges."""
    if border and wrap:
        return F.pad(x, (border, border, border, border), mode="circular"), 0
    return x, border


def to_grid(x: Tensor, base: tuple[int, int]) -> Tensor:
    """(N,h*w*C) to (N,C,h,w), channels last in memory without a copy."""
    return x.reshape(len(x), *base, -1).permute(0, 3, 1, 2)


def from_grid(x: Tensor) -> Tensor:
    """(N,C,h,w) to (N,h*w*C), the inverse of `to_grid`."""
    return x.permute(0, 2, 3, 1).flatten(1)
