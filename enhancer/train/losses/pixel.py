"""Losses that compare pixel with pixel, on (N,C,H,W) float32."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

CHARBONNIER_EPSILON = 1e-3


def l1(prediction: Tensor, target: Tensor) -> Tensor:
    """Mean absolute error: the usual choice for PSNR, less smoothing than MSE."""
    return F.l1_loss(prediction, target)


def mse(prediction: Tensor, target: Tensor) -> Tensor:
    """Mean squared error."""
    return F.mse_loss(prediction, target)


def charbonnier(prediction: Tensor, target: Tensor) -> Tensor:
    """Mean of sqrt(d^2 + eps^2) - eps: L1 with a smooth foot (Charbonnier 1994; eps as in LapSRN). Zero at equality."""
    squared = (prediction - target).square()
    return (torch.sqrt(squared + CHARBONNIER_EPSILON**2) - CHARBONNIER_EPSILON).mean()
