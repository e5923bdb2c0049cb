"""Real features to judge generated pictures by: whitened by the real ones, bound to the network that made them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import DataError
from ..metrics.distances import Features, Float, alike, checked
from ..metrics.frechet import fid, moments
from ..metrics.kernel import kid
from ..metrics.memorisation import memorisation
from ..metrics.neighbours import density_coverage, precision_recall

FLOOR = 1e-3
"""Directions whose variance is below this share of the mean variance are not blown up further by whitening: what
varies so little in real pictures is mostly the network's rounding."""

SUBSETS, SUBSET_SIZE = 100, 1000
"""Of KID, as usual; fewer subsets cost less and shake more."""


@dataclass(frozen=True)
class Whitening:
    """x -> (x - mean) @ matrix: real training features get mean 0 and covariance 1, floored directions less."""

    mean: Float
    matrix: Float

    def __call__(self, features: Features) -> NDArray[np.float32]:
        """(N,D) to (N,D) float32."""
        alike(features, self.mean[None])
        return np.asarray((np.asarray(features, np.float64) - self.mean) @ self.matrix, np.float32)


def fit_whitening(features: Features, floor: float = FLOOR) -> Whitening:
    """By principal components of (N,D) features, symmetric (ZCA), so that the signs of eigenvectors do not matter."""
    mean, covariance = moments(features)
    values, vectors = np.linalg.eigh(covariance)
    least = floor * float(values.mean())
    if not least > 0:
        raise DataError("All features are the same, so nothing can be judged by them.")
    return Whitening(mean, (vectors / np.sqrt(np.maximum(values, least))) @ vectors.T)


@dataclass(frozen=True)
class Scores:
    """Figures by name, and the protocol that they hold under."""

    values: dict[str, float]
    protocol: str

    def less(self, other: Scores) -> dict[str, float]:
        """These values less the other's, name by name; DataError if they were not measured alike."""
        if self.protocol != other.protocol:
            raise DataError(
                f"Scores of different protocols cannot be compared: {self.protocol!r} and {other.protocol!r}.",
                "Judge both by one feature network, the same real pictures and as many samples.",
            )
        return {name: value - other.values[name] for name, value in self.values.items() if name in other.values}


@dataclass(frozen=True)
class Reference:
    """Whitened features of real pictures: train (N,D) that were learned from, test (M,D) that were not, float32."""

    protocol: str
    whitening: Whitening
    train: NDArray[np.float32]
    test: NDArray[np.float32]
    fingerprint: str

    def whiten(self, features: Features, protocol: str) -> NDArray[np.float32]:
        """Features of other pictures in this space; DataError if another network or another resizer made them."""
        if protocol != self.protocol:
            raise DataError(
                f"Features of different protocols cannot be compared: {protocol!r} and {self.protocol!r}.",
                "Make both with one feature network.",
            )
        checked(features, "Features", 1)
        return self.whitening(features)

    def judge(self, features: Features, protocol: str, k: int = 5, subsets: int = SUBSETS) -> Scores:
        """fid, kid, precision, recall, density, coverage of (N,D) raw features against as many real test pictures.

        Where there are fewer of the one, the first so many of the other are taken: the number is part of the protocol.
        """
        fake = self.whiten(features, protocol)
        count = min(len(fake), len(self.test))
        return self._scores(fake[:count], self.test[:count], k, subsets)

    def floor(self, count: int = 0, k: int = 5, subsets: int = SUBSETS) -> Scores:
        """The same of real training pictures in place of samples: what nothing better can be expected than.

        The first `count` of both parts, 0 for as many as there are of both.
        """
        count = min(count or len(self.test), len(self.train), len(self.test))
        return self._scores(self.train[:count], self.test[:count], k, subsets)

    def copies(self, features: Features, protocol: str, percentile: float = 5.0) -> dict[str, float]:
        """memorised: share nearer to a training picture than that percentile of test pictures are; and that of test."""
        found = memorisation(self.whiten(features, protocol), self.train, self.test, percentile)
        return {"memorised": found.rate, "memorised_test": found.base}

    def _scores(self, fake: NDArray[np.float32], real: NDArray[np.float32], k: int, subsets: int) -> Scores:
        kernel = kid(fake, real, subsets, SUBSET_SIZE)
        manifold = precision_recall(real, fake, k)
        balls = density_coverage(real, fake, k)
        values = {
            "fid": fid(fake, real),
            "kid": kernel.mean,
            "precision": manifold.precision,
            "recall": manifold.recall,
            "density": balls.density,
            "coverage": balls.coverage,
        }
        text = f"{self.protocol}; whitened on {len(self.train):,} real ones ({self.fingerprint[:12]}); "
        kernels = f"KID of {subsets} subsets of {min(SUBSET_SIZE, len(fake)):,}"
        return Scores(values, f"{text}{len(fake):,} against {len(real):,} held-out, k = {k}, {kernels}")


def build_reference(train: Features, test: Features, protocol: str) -> Reference:
    """From raw features of real pictures; DataError where there are fewer than 2 of either, or they are not finite.

    The whitening is fitted on `train` alone. The first rows serve where few are asked for, so shuffle sorted pictures.
    """
    alike(train, test)
    checked(test, "Test features")
    whitening = fit_whitening(train)
    return Reference(protocol, whitening, whitening(train), whitening(test), _fingerprint(protocol, train, test))


def _fingerprint(protocol: str, *arrays: Any) -> str:
    digest = hashlib.sha256(protocol.encode())
    for array in arrays:
        rows = np.ascontiguousarray(array, np.float32)
        digest.update(repr(rows.shape).encode() + rows.tobytes())
    return digest.hexdigest()
