"""Losses that compare spectra."""

from __future__ import annotations

import torch
from torch import Tensor


def fft(prediction: Tensor, target: Tensor) -> Tensor:
    """Mean absolute difference of the orthonormal 2-D spectra, real and imaginary parts apart (SAFMN, MIMO-UNet)."""
    spectrum = torch.fft.rfft2(prediction.float() - target.float(), norm="ortho")
    return torch.view_as_real(spectrum).abs().mean()
