"""Structural similarity (SSIM)."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from ..errors import ImageError
from .fidelity import cropped

Array = NDArray[Any]
WINDOW = 11
SIGMA = 1.5


def ssim(a: Array, b: Array, *, peak: float = 1.0, border: int = 0) -> float:
    """Mean SSIM of (H,W) or (H,W,C) pictures, channels averaged; 1.0 where they are equal.

    Wang et al. 2004: Gaussian 11x11 of sigma 1.5, K1 0.01, K2 0.03, only windows that lie wholly inside.
    peak: the largest value, 1.0 or 255. ImageError if a side is shorter than 11 after the border is left out.
    """
    a, b = cropped(a, b, border)
    if min(a.shape[:2]) < WINDOW:
        raise ImageError(f"SSIM needs sides of at least {WINDOW} pixels, not {a.shape[1]}x{a.shape[0]}.")
    planes = 1 if a.ndim == 2 else a.shape[2]
    a3, b3 = a.reshape(*a.shape[:2], planes), b.reshape(*b.shape[:2], planes)
    return float(np.mean([_ssim_plane(a3[..., c], b3[..., c], peak) for c in range(planes)]))


def _ssim_plane(a: Array, b: Array, peak: float) -> float:
    # float64: the variances are small differences of large squares.
    x, y = a.astype(np.float64), b.astype(np.float64)
    mean_x, mean_y = _window(x), _window(y)
    variance_x = _window(x * x) - mean_x * mean_x
    variance_y = _window(y * y) - mean_y * mean_y
    covariance = _window(x * y) - mean_x * mean_y
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    top = (2 * mean_x * mean_y + c1) * (2 * covariance + c2)
    return float(np.mean(top / ((mean_x**2 + mean_y**2 + c1) * (variance_x + variance_y + c2))))


def _window(plane: Array) -> Array:
    kernel = cv2.getGaussianKernel(WINDOW, SIGMA, cv2.CV_64F)
    inner = slice(WINDOW // 2, -(WINDOW // 2))
    return np.asarray(cv2.sepFilter2D(plane, cv2.CV_64F, kernel, kernel))[inner, inner]
