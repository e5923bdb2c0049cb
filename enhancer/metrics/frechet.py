"""The Frechet distance between two sets of features taken for Gaussians, as FID uses it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import DataError
from .distances import Features, Float, alike, checked


def frechet_distance(mean_a: Features, cov_a: Features, mean_b: Features, cov_b: Features) -> float:
    """Squared 2-Wasserstein distance of two Gaussians, >= 0: means (D,), covariances (D,D) symmetric.

    |m_a - m_b|^2 + tr(A + B - 2 (A^1/2 B A^1/2)^1/2) (Dowson and Landau 1982). The root is taken by eigenvalues of
    symmetric matrices, so singular covariances (fewer samples than dimensions) are no special case.
    """
    mean, other = np.asarray(mean_a, np.float64), np.asarray(mean_b, np.float64)
    a, b = np.asarray(cov_a, np.float64), np.asarray(cov_b, np.float64)
    if not (mean.shape == other.shape and a.shape == b.shape == (len(mean), len(mean))):
        raise DataError(f"Gaussians of different dimensions cannot be compared: {mean.shape} and {other.shape}.")
    root = _root(a)
    inner = root @ b @ root
    eigenvalues = np.linalg.eigvalsh((inner + inner.T) / 2)
    overlap = np.sqrt(np.maximum(eigenvalues, 0)).sum()
    difference = mean - other
    distance = difference @ difference + np.trace(a) + np.trace(b) - 2 * overlap
    return max(0.0, float(distance))


def moments(features: Features) -> tuple[Float, Float]:
    """Mean (D,) and unbiased covariance (D,D) of (N,D) features, in float64."""
    rows = checked(features, "Features")
    mean = rows.mean(axis=0)
    centred = rows - mean
    return mean, centred.T @ centred / (len(rows) - 1)


def fid(features_a: Features, features_b: Features) -> float:
    """Frechet distance of (N,D) and (M,D) features (Heusel et al. 2017); N and M at least 2.

    It falls with the number of samples: only values of equal N and M, of one network, say anything together.
    """
    alike(features_a, features_b)
    return frechet_distance(*moments(features_a), *moments(features_b))


def _root(matrix: NDArray[Any]) -> Float:
    values, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    return np.asarray((vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T, np.float64)
