"""How much of the fakes lies among the real ones, and how much of the real ones among the fakes, by neighbours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .distances import Features, Float, alike, checked, reach, strips


@dataclass(frozen=True)
class PrecisionRecall:
    """Shares in [0,1]: of the fakes that look real, and of the real ones that the fakes reach."""

    precision: float
    recall: float


@dataclass(frozen=True)
class DensityCoverage:
    """density: mean number of real balls around a fake over k, about 1 where the sets are alike, may exceed it.
    coverage: share in [0,1] of real ones with a fake in their ball."""

    density: float
    coverage: float


def precision_recall(real: Features, fake: Features, k: int = 5) -> PrecisionRecall:
    """Kynkaanniemi et al. 2019: a manifold is the union of balls that reach to each vector's k-th neighbour.

    real (N,D), fake (M,D), more than k of each. Equal numbers are usual, since balls shrink with the number.
    """
    x, y = _pair(real, fake, k)
    among_real, among_fake = np.zeros(len(y), bool), np.zeros(len(x), bool)
    real_reach, fake_reach = reach(x, k), reach(y, k)
    for rows, squares in strips(y, x):
        among_real[rows] = (squares <= real_reach).any(axis=1)
        among_fake |= (squares <= fake_reach[rows, None]).any(axis=0)
    return PrecisionRecall(float(among_real.mean()), float(among_fake.mean()))


def density_coverage(real: Features, fake: Features, k: int = 5) -> DensityCoverage:
    """Naeem et al. 2020: balls around the real ones only, so outliers among the fakes cannot gain anything.

    real (N,D), fake (M,D), more than k of each.
    """
    x, y = _pair(real, fake, k)
    real_reach = reach(x, k)
    inside, covered = 0, np.zeros(len(x), bool)
    for _, squares in strips(y, x):
        hits = squares <= real_reach
        inside += int(hits.sum())
        covered |= hits.any(axis=0)
    return DensityCoverage(inside / (k * len(y)), float(covered.mean()))


def _pair(real: Features, fake: Features, k: int) -> tuple[Float, Float]:
    alike(real, fake)
    return checked(real, "Real features", k + 1), checked(fake, "Fake features", k + 1)
