"""Latents and classes are functions of the seed alone; truncation cuts as it says; ways keep what latents have."""

from __future__ import annotations

import numpy as np
import pytest

from enhancer.errors import SpecError
from enhancer.generate.film import way, way_labels
from enhancer.generate.seeds import between, chosen_labels, label_of, latent, slerp


def test_a_seed_has_one_latent_and_each_seed_and_candidate_another():
    first = latent("normal", 16, 7)
    assert np.array_equal(first, latent("normal", 16, 7))
    others = [latent("normal", 16, 8), latent("normal", 16, 7, candidate=1), latent("normal", 16, 2**63 - 1)]
    assert not any(np.array_equal(first, other) for other in others)


def test_truncation_bounds_normal_latents_and_leaves_those_within_alone():
    whole = np.stack([latent("normal", 64, seed) for seed in range(200)])
    for share in (0.5, 0.1, 0.01):
        cut = np.stack([latent("normal", 64, seed, truncation=share) for seed in range(200)])
        assert np.abs(cut).max() <= 2 * share
        within = np.abs(whole) <= 2 * share
        assert np.array_equal(cut[within], whole[within])


def test_what_truncation_draws_again_has_the_distribution_within_the_bound():
    cut = np.concatenate([latent("normal", 64, seed, truncation=0.5) for seed in range(1000)])
    # The variance of a normal value known to lie within 1 is 0.2911.
    assert abs(float(cut.var()) - 0.2911) < 0.004
    assert abs(float(cut.mean())) < 0.01


def test_uniform_latents_are_scaled():
    whole, half = latent("uniform", 32, 3), latent("uniform", 32, 3, truncation=0.5)
    assert np.abs(whole).max() <= 1
    assert np.allclose(half, whole / 2)


def test_classes_take_turns_by_seed_whatever_seed_comes_first():
    assert [label_of(seed, (3, 8)) for seed in range(10, 14)] == [3, 8, 3, 8]
    assert label_of(5, ()) is None


def test_classes_are_named_by_name_before_number():
    names = ("cat", "dog", "0")
    assert chosen_labels((), names, "m") == (0, 1, 2)
    assert chosen_labels(("all",), names, "m") == (0, 1, 2)
    assert chosen_labels(("dog", "0", "1"), names, "m") == (1, 2)
    with pytest.raises(SpecError, match="no class 'bird'"):
        chosen_labels(("bird",), names, "m")
    with pytest.raises(SpecError, match="no class '3'"):
        chosen_labels(("3",), names, "m")


def test_a_model_without_classes_says_why_it_takes_none():
    assert chosen_labels((), (), "m") == ()
    with pytest.raises(SpecError, match="trained on pictures without labels"):
        chosen_labels(("1",), (), "m")


def test_a_way_between_normal_latents_keeps_their_length_where_a_line_would_cut_the_corner():
    a, b = np.array([3, 0], np.float32), np.array([0, 3], np.float32)
    middle = slerp(a, b, 0.5)
    assert np.allclose(middle, [3 / np.sqrt(2)] * 2)
    assert np.allclose(between("uniform", a, b, 0.5), [1.5, 1.5])
    assert np.array_equal(between("normal", a, b, 0), a)
    assert np.array_equal(between("normal", a, b, 1), b)


def test_opposite_and_equal_latents_have_a_way_too():
    a = np.array([1, 0], np.float32)
    assert np.isfinite(slerp(a, -a, 0.5)).all()
    assert np.allclose(slerp(a, a, 0.3), a)


def test_a_film_visits_each_stop_and_returns():
    stops = [latent("normal", 4, seed) for seed in range(3)]
    frames = way("normal", stops, 5)
    assert len(frames) == 15
    assert all(np.array_equal(frames[5 * n], stop) for n, stop in enumerate(stops))
    steps = [np.linalg.norm(a - b) for a, b in zip(frames, [*frames[1:], frames[0]], strict=True)]
    assert max(steps) < 2 * np.linalg.norm(stops[0])  # it closes: the last step is one like the others
    assert way_labels([0, 1, 2], 4) == [0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 0, 0]
