"""Rank correlation: whether two measures put things in the same order."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import DataError


def spearman(a: NDArray[Any], b: NDArray[Any]) -> float:
    """Spearman's rho in [-1,1] of two (N,) arrays, N at least 2: Pearson's of the ranks, equal values sharing theirs.

    DataError if the arrays differ in length or all values of one are equal.
    """
    x, y = ranks(np.asarray(a, np.float64)), ranks(np.asarray(b, np.float64))
    if x.shape != y.shape or len(x) < 2:
        raise DataError(f"Ranks of {len(x)} and {len(y)} values cannot be compared.")
    x, y = x - x.mean(), y - y.mean()
    size = float(np.sqrt((x @ x) * (y @ y)))
    if size == 0:
        raise DataError("Values that are all equal have no order.")
    return float(x @ y) / size


def ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """1 for the smallest of (N,) values; equal ones get the mean of their places."""
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[places], np.float64)
