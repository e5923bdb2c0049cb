"""Brightness, saturation, contrast (DiffAugment, Zhao et al. 2020) and hue (ADA, Karras et al. 2020); alpha stays."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from .operation import Apply, Operation, colours, column


def _leaving_alpha(change: Apply) -> Apply:
    def apply(x: Tensor, u: Tensor, wrap: bool) -> Tensor:
        count = colours(x)
        if count == x.shape[1]:
            return change(x, u, wrap)
        return torch.cat([change(x[:, :count], u, wrap), x[:, count:]], dim=1)

    return apply


def _brightness(x: Tensor, u: Tensor, _: bool) -> Tensor:
    """x + U(-0.5, 0.5)."""
    return x + (column(u, 0, x) - 0.5)


def _saturation(x: Tensor, u: Tensor, _: bool) -> Tensor:
    """Distance from the mean of the channels, times U(0, 2)."""
    if x.shape[1] == 1:
        return x
    mean = x.mean(dim=1, keepdim=True)
    return (x - mean) * (2 * column(u, 0, x)) + mean


def _contrast(x: Tensor, u: Tensor, _: bool) -> Tensor:
    """Distance from the mean of the picture, times U(0.5, 1.5)."""
    mean = x.mean(dim=(1, 2, 3), keepdim=True)
    return (x - mean) * (column(u, 0, x) + 0.5) + mean


def _hue(x: Tensor, u: Tensor, _: bool) -> Tensor:
    """Colours turned about the grey axis by U(-pi, pi): Rodrigues' formula for the axis (1,1,1)."""
    if x.shape[1] == 1:
        return x
    angle = column(2 * math.pi * u - math.pi, 0, x)
    mean = x.mean(dim=1, keepdim=True)
    across = (x.roll(1, dims=1) - x.roll(-1, dims=1)) / math.sqrt(3)
    return mean + (x - mean) * angle.cos() + across * angle.sin()


BRIGHTNESS = Operation(1, _leaving_alpha(_brightness))
SATURATION = Operation(1, _leaving_alpha(_saturation))
CONTRAST = Operation(1, _leaving_alpha(_contrast))
HUE = Operation(1, _leaving_alpha(_hue))
