"""What monitors judge by, from pictures, features and class probabilities: pure functions, 1 where all is well.

`oversaturated` is 0 there. Whether augmentation leaks is found in `leaks`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from .leaks import leaks

__all__ = ["classes_seen", "diversity", "leaks", "mode_entropy", "oversaturated"]

Rows = NDArray[Any] | Tensor

PAIRED = 1_000
"""Rows, at most, that all pairs are formed of."""
EXTREME = 1 / 255
"""Distance from 0 or 1 below which a value is at an extreme."""
DUE = 0.1
"""Share of its due samples from which on a class counts as seen."""
EXPECTED = 10
"""Real pictures that a class must have before its absence says anything."""


def diversity(features_fake: Rows, features_real: Rows) -> float:
    """Mean distance between two samples over that between two real pictures: 1 as diverse, 0 all the same.

    Both (N,D), of one feature network, the real ones drawn like the samples. 1 where the real ones are all the same.
    """
    real = _mean_distance(np.asarray(features_real, np.float64))
    return _mean_distance(np.asarray(features_fake, np.float64)) / real if real > 0 else 1.0


def mode_entropy(probabilities_fake: Rows, probabilities_real: Rows) -> float:
    """Entropy of the predicted classes of samples over that of real pictures, in [0,1]; both (N,classes).

    1 where the real ones are of one class: there is nothing to lose.
    """
    real = _entropy(_counts(probabilities_real))
    return min(_entropy(_counts(probabilities_fake)) / real, 1.0) if real > 0 else 1.0


def classes_seen(probabilities_fake: Rows, probabilities_real: Rows) -> float:
    """Share of the real pictures' classes that the samples are of too, in [0,1]; both (N,classes).

    Finds a few lost classes, where the entropy has hardly changed. Classes with few real pictures do not count.
    """
    real, fake = _counts(probabilities_real), _counts(probabilities_fake)
    common = real >= EXPECTED
    if not common.any():
        return 1.0
    due = real / real.sum() * fake.sum()
    return float((fake[common] >= DUE * due[common]).mean())


def oversaturated(fake: Tensor, real: Tensor) -> float:
    """Share of the samples' values at the extremes less that of real pictures, in [-1,1]; (N,C,H,W) in [0,1]."""
    shares = [float(((x < EXTREME) | (x > 1 - EXTREME)).double().mean()) for x in (fake, real)]
    return shares[0] - shares[1]


def _mean_distance(rows: NDArray[np.float64]) -> float:
    rows = rows[:PAIRED]
    if len(rows) < 2:
        return 0.0
    rows = rows - rows.mean(axis=0)  # before the square, for the digits
    norms = np.square(rows).sum(axis=1)
    squares = norms[:, None] + norms[None] - 2 * rows @ rows.T
    np.fill_diagonal(squares, 0.0)
    return float(np.sqrt(np.maximum(squares, 0.0)).sum() / (len(rows) * (len(rows) - 1)))


def _counts(probabilities: Rows) -> NDArray[np.float64]:
    """Of each class the number of rows that are most probably of it."""
    rows = np.asarray(probabilities)
    return np.bincount(rows.argmax(axis=1), minlength=rows.shape[1]).astype(np.float64)


def _entropy(counts: NDArray[np.float64]) -> float:
    shares = counts[counts > 0] / counts.sum()
    return float(-(shares * np.log(shares)).sum())
