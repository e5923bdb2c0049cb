"""Distances of feature sets: against closed forms, other implementations, and brute force."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from scipy import linalg, stats

from enhancer.errors import DataError
from enhancer.metrics import density_coverage, fid, frechet_distance, kid, memorisation, precision_recall, spearman
from enhancer.metrics import distances as distances_module
from enhancer.metrics.distances import nearest, reach
from enhancer.metrics.kernel import mmd


def cloud(seed, count, width=6, shift=0.0, scale=1.0):
    return np.random.default_rng(seed).standard_normal((count, width)) * scale + shift


def covariance(seed, width=6):
    root = np.random.default_rng(seed).standard_normal((width, width))
    return root @ root.T


def brute(a, b):
    return np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2))


def test_gaussians_of_diagonal_covariance_are_as_far_apart_as_their_standard_deviations_and_means():
    rng = np.random.default_rng(0)
    mean_a, mean_b = rng.standard_normal((2, 8))
    std_a, std_b = rng.uniform(0.1, 3, (2, 8))
    expected = ((mean_a - mean_b) ** 2).sum() + ((std_a - std_b) ** 2).sum()
    found = frechet_distance(mean_a, np.diag(std_a**2), mean_b, np.diag(std_b**2))
    assert found == pytest.approx(expected, rel=1e-9)


def test_the_frechet_distance_agrees_with_the_matrix_root_of_scipy():
    a, b = covariance(1), covariance(2)
    zero = np.zeros(6)
    root = np.real(linalg.sqrtm(a @ b))
    assert frechet_distance(zero, a, zero, b) == pytest.approx(np.trace(a + b - 2 * root), rel=1e-6)


def test_the_frechet_distance_is_symmetric_and_zero_for_the_same():
    a, b = covariance(1), covariance(2)
    zero = np.zeros(6)
    assert frechet_distance(zero, a, zero, b) == pytest.approx(frechet_distance(zero, b, zero, a), rel=1e-9)
    assert frechet_distance(zero, a, zero, a) == pytest.approx(0, abs=1e-6)


def test_fewer_samples_than_dimensions_still_give_a_finite_fid():
    assert np.isfinite(fid(cloud(0, 5, 40), cloud(1, 5, 40)))


def test_fid_of_samples_approaches_the_distance_of_their_gaussians():
    assert fid(cloud(0, 20_000), cloud(1, 20_000, shift=0.5, scale=2)) == pytest.approx(6 * (0.25 + 1), rel=0.03)


def test_fid_takes_float32_features_without_losing_digits():
    a, b = cloud(0, 2_000, shift=1_000), cloud(1, 2_000, shift=1_000.5)
    assert fid(a.astype(np.float32), b.astype(np.float32)) == pytest.approx(fid(a, b), rel=1e-3)


def test_the_kernel_distance_agrees_with_sums_over_all_pairs():
    x, y = cloud(0, 9), cloud(1, 7, shift=0.5)

    def kernel(p, q):
        return (p @ q / 6 + 1) ** 3

    within_x = np.mean([kernel(x[i], x[j]) for i in range(9) for j in range(9) if i != j])
    within_y = np.mean([kernel(y[i], y[j]) for i in range(7) for j in range(7) if i != j])
    between = np.mean([kernel(p, q) for p in x for q in y])
    assert mmd(x, y) == pytest.approx(within_x + within_y - 2 * between, rel=1e-12)


def test_kid_is_not_biased_by_the_number_of_samples():
    same = kid(cloud(0, 2_000), cloud(1, 2_000), subsets=200, size=40)
    assert abs(same.mean) < 3 * same.std / np.sqrt(200) + 0.02
    assert same.std > 0
    few = kid(cloud(0, 2_000), cloud(1, 2_000, shift=0.5), subsets=200, size=40)
    many = kid(cloud(0, 2_000), cloud(1, 2_000, shift=0.5), subsets=4, size=1_000)
    assert few.mean == pytest.approx(many.mean, rel=0.15)


def test_kid_is_a_function_of_its_seed():
    a, b = cloud(0, 300), cloud(1, 300)
    assert kid(a, b, 5, 50, seed=3) == kid(a, b, 5, 50, seed=3)
    assert kid(a, b, 5, 50, seed=3) != kid(a, b, 5, 50, seed=4)


@pytest.mark.parametrize("strip", [1, 700, 10**9])
def test_neighbours_are_those_of_brute_force_however_the_rows_are_cut(monkeypatch, strip):
    monkeypatch.setattr(distances_module, "STRIP_BYTES", strip)
    a, b = cloud(0, 40), cloud(1, 30, shift=1)
    assert np.allclose(nearest(a, b), brute(a, b).min(axis=1))
    assert np.allclose(np.sqrt(reach(a, 3)), np.sort(brute(a, a), axis=1)[:, 3])


def test_precision_recall_density_and_coverage_are_those_of_brute_force():
    real, fake, k = cloud(0, 60, 2), cloud(1, 50, 2, shift=0.7), 3
    between = brute(fake, real)
    around_real, around_fake = np.sort(brute(real, real), axis=1)[:, k], np.sort(brute(fake, fake), axis=1)[:, k]
    found = precision_recall(real, fake, k)
    assert found.precision == np.mean((between <= around_real).any(axis=1))
    assert found.recall == np.mean((between <= around_fake[:, None]).any(axis=0))
    balls = density_coverage(real, fake, k)
    assert balls.density == pytest.approx((between <= around_real).sum() / (k * 50))
    assert balls.coverage == np.mean((between <= around_real).any(axis=0))


def test_fakes_that_are_one_point_are_precise_and_recall_nothing():
    real = cloud(0, 400)
    fake = np.repeat(real[:1], 400, axis=0)
    found = precision_recall(real, fake)
    assert found.precision == 1
    assert found.recall <= 1 / 400
    assert density_coverage(real, fake).coverage < 0.1


def test_fakes_far_too_wide_recall_much_and_are_imprecise():
    found = precision_recall(cloud(0, 400), cloud(1, 400, scale=4))
    assert found.precision < 0.1
    assert found.recall > 0.5


def test_two_halves_of_one_set_cover_each_other():
    found = density_coverage(cloud(0, 500), cloud(1, 500))
    assert found.density == pytest.approx(1, abs=0.1)
    assert found.coverage > 0.9


def test_copies_are_counted_and_honest_pictures_are_not():
    train, test = cloud(0, 1_000, 12), cloud(1, 1_000, 12)
    honest = memorisation(cloud(2, 1_000, 12), train, test)
    assert honest.base == pytest.approx(0.05, abs=0.002)
    assert honest.rate == pytest.approx(0.05, abs=0.03)
    copied = cloud(2, 1_000, 12)
    copied[:400] = train[:400] + 0.01
    found = memorisation(copied, train, test)
    assert found.rate == pytest.approx(0.4 + 0.6 * honest.rate, abs=0.02)
    assert found.radius == np.percentile(nearest(test, train), 5)


def test_distances_take_a_few_strips_of_memory_and_never_the_whole_table(monkeypatch):
    monkeypatch.setattr(distances_module, "STRIP_BYTES", 1_000_000)
    a = cloud(0, 2_000, 4)
    tracemalloc.start()
    nearest(a, a)
    reach(a, 5)
    precision_recall(a, a)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000, "the table of 2,000 by 2,000 is 32 MB"


def test_ranks_correlate_as_scipy_says_even_with_ties():
    rng = np.random.default_rng(0)
    a, b = rng.integers(0, 8, 50), rng.integers(0, 8, 50)
    assert spearman(a, b) == pytest.approx(stats.spearmanr(a, b).statistic)


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (lambda: fid(cloud(0, 9, 4), cloud(0, 9, 5)), "different networks"),
        (lambda: fid(cloud(0, 1), cloud(0, 9)), "2 vectors or more"),
        (lambda: fid(np.full((9, 6), np.nan), cloud(0, 9)), "not finite"),
        (lambda: precision_recall(cloud(0, 5), cloud(0, 9), k=5), "6 vectors or more"),
        (lambda: reach(cloud(0, 5), 0), "none number 0"),
        (lambda: kid(cloud(0, 5), cloud(0, 5), subsets=0), "at least 1 subset"),
        (lambda: memorisation(cloud(0, 5), cloud(0, 5), cloud(0, 5), 100), "between 0 and 100"),
        (lambda: frechet_distance(np.zeros(2), np.eye(3), np.zeros(2), np.eye(2)), "different dimensions"),
        (lambda: spearman(np.ones(4), np.arange(4)), "no order"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_reason(call, word):
    with pytest.raises(DataError, match=word):
        call()
