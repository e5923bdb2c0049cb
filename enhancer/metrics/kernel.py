"""KID: the kernel distance between two sets of features, which unlike FID is not biased by their number."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import DataError
from .distances import Features, Float, alike, checked

DEGREE = 3


@dataclass(frozen=True)
class Kid:
    """Mean and standard deviation over subsets. The mean may be a little below 0 where the sets are alike."""

    mean: float
    std: float


def kid(a: Features, b: Features, subsets: int = 100, size: int = 1000, seed: int = 0) -> Kid:
    """Unbiased squared MMD with the kernel (x.y / D + 1)^3, over `subsets` draws of `size` rows without repetition.

    Binkowski et al. 2018. a (N,D), b (M,D); where there are fewer than `size` rows, all are taken. The draws are a
    function of `seed` alone.
    """
    alike(a, b)
    x, y = checked(a, "The first set"), checked(b, "The second set")
    if subsets < 1 or size < 2:
        raise DataError(f"KID needs at least 1 subset of 2, not {subsets} of {size}.")
    count = min(size, len(x), len(y))
    rng = np.random.Generator(np.random.Philox(key=[seed, 0]))
    values = [
        mmd(x[rng.choice(len(x), count, replace=False)], y[rng.choice(len(y), count, replace=False)])
        for _ in range(subsets)
    ]
    return Kid(float(np.mean(values)), float(np.std(values)))


def mmd(x: Float, y: Float) -> float:
    """The unbiased estimate for (N,D) and (M,D), N and M at least 2 (Gretton et al. 2012, equation 3)."""
    return _mean_within(x) + _mean_within(y) - 2 * _sum(x, y) / (len(x) * len(y))


def _sum(x: Float, y: Float) -> float:
    """Of the kernel over all pairs."""
    base = x @ y.T
    base /= x.shape[1]
    base += 1
    return float(np.vdot(base * base, base))


def _mean_within(x: Float) -> float:
    """Of the kernel over all pairs of different rows."""
    itself = np.einsum("nd,nd->n", x, x) / x.shape[1] + 1
    count = len(x)
    return (_sum(x, x) - float((itself**DEGREE).sum())) / (count * (count - 1))
