"""The reference: real features, whitened, to which nothing foreign is ever compared."""

from __future__ import annotations

import numpy as np
import pytest

from enhancer.errors import DataError
from enhancer.features.reference import FLOOR, build_reference, fit_whitening

PROTOCOL = "network a"


def real(seed, count=800):
    """(count,5) correlated, of very different spreads, far from the origin."""
    mixing = np.random.default_rng(9).standard_normal((5, 5)) * [100, 10, 1, 1, 0.1]
    return (np.random.default_rng(seed).standard_normal((count, 5)) @ mixing + 50).astype(np.float32)


@pytest.fixture(scope="module")
def reference():
    return build_reference(real(0), real(1), PROTOCOL)


def test_whitened_training_features_have_no_mean_and_unit_covariance():
    white = fit_whitening(real(0), floor=1e-9)(real(0))
    assert np.allclose(white.mean(axis=0), 0, atol=1e-3)
    assert np.allclose(np.cov(white.T), np.eye(5), atol=1e-2)


def test_a_dead_direction_is_not_blown_up():
    features = np.concatenate([real(0), 1e-6 * real(2)[:, :1]], axis=1)
    white = fit_whitening(features)(features)
    assert np.isfinite(white).all()
    assert white[:, 5].std() < 0.1
    assert 0 < FLOOR < 0.1


def test_features_that_are_all_the_same_cannot_serve():
    with pytest.raises(DataError, match="the same"):
        fit_whitening(np.ones((9, 3)))


def test_real_pictures_score_near_perfect_and_foreign_ones_far_worse(reference):
    honest = reference.judge(real(2), PROTOCOL, subsets=4).values
    assert set(honest) == {"fid", "kid", "precision", "recall", "density", "coverage"}
    assert honest["fid"] < 0.1
    assert min(honest["precision"], honest["recall"], honest["coverage"]) > 0.8
    narrow = real(3) * 0.3 + real(3).mean(axis=0) * 0.7
    bad = reference.judge(narrow, PROTOCOL, subsets=4).values
    assert bad["fid"] > 10 * honest["fid"]
    assert bad["kid"] > honest["kid"]
    assert bad["recall"] < honest["recall"] - 0.2


def test_the_floor_is_what_training_pictures_score_against_test_pictures(reference):
    floor = reference.floor(subsets=4)
    assert floor.values["fid"] == pytest.approx(reference.judge(real(0), PROTOCOL, subsets=4).values["fid"])
    assert floor.values["fid"] < 0.1


def test_whitening_makes_the_score_blind_to_the_scale_of_the_features():
    small, large = (build_reference(real(0) * s, real(1) * s, PROTOCOL) for s in (1, 1_000))
    found = [r.judge(real(2) * s, PROTOCOL, subsets=4).values["fid"] for r, s in ((small, 1), (large, 1_000))]
    assert found[0] == pytest.approx(found[1], rel=1e-3)


def test_copies_of_training_pictures_are_found(reference):
    fake = real(4)
    fake[:400] = real(0)[:400]
    found = reference.copies(fake, PROTOCOL)
    assert found["memorised"] > 0.4
    assert found["memorised_test"] == pytest.approx(0.05, abs=0.01)


def test_features_of_another_protocol_are_refused(reference):
    for call in (reference.judge, reference.whiten, reference.copies):
        with pytest.raises(DataError, match="different protocols"):
            call(real(2), "network b")


def test_scores_of_another_protocol_cannot_be_subtracted(reference):
    mine = reference.judge(real(2), PROTOCOL, subsets=4)
    fewer = reference.judge(real(2, 500), PROTOCOL, subsets=4)
    other = build_reference(real(0), real(1), "network b").floor(subsets=4)
    for foreign in (fewer, other):
        with pytest.raises(DataError, match="cannot be compared"):
            mine.less(foreign)
    assert mine.less(reference.floor(subsets=4))["fid"] == mine.values["fid"] - reference.floor(subsets=4).values["fid"]


def test_the_protocol_tells_network_numbers_and_data(reference):
    text = reference.judge(real(2, 500), PROTOCOL, subsets=4).protocol
    for part in (PROTOCOL, "800", "500 against 500", "k = 5", "4 subsets of 500", reference.fingerprint[:12]):
        assert part in text


def test_another_picture_gives_another_fingerprint(reference):
    changed = real(1)
    changed[3, 2] += 1
    assert build_reference(real(0), changed, PROTOCOL).fingerprint != reference.fingerprint
    assert build_reference(real(0), real(1), PROTOCOL).fingerprint == reference.fingerprint


def test_features_of_the_wrong_width_are_refused(reference):
    with pytest.raises(DataError, match="different networks"):
        reference.judge(real(2)[:, :4], PROTOCOL)
