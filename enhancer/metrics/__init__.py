"""Metrics: pure functions on arrays."""

from __future__ import annotations

from .colour import ciede2000, srgb_to_lab
from .fidelity import luma, psnr, psnr_y
from .structure import ssim

__all__ = ["ciede2000", "luma", "psnr", "psnr_y", "srgb_to_lab", "ssim"]
