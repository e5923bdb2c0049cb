"""Symptoms of samples: how varied they are, which classes they lack, whether they look augmented."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from enhancer.generate.draws import uniforms
from enhancer.train.augmentation.pipeline import augment, width
from enhancer.train.monitors.symptoms import classes_seen, diversity, leaks, mode_entropy, oversaturated


def test_diversity_is_one_for_alike_sets_and_falls_with_what_is_repeated():
    rng = np.random.default_rng(0)
    real = rng.normal(size=(600, 16))
    assert math.isclose(diversity(rng.normal(size=(600, 16)), real), 1, abs_tol=0.03)
    assert diversity(np.repeat(real[:1], 600, axis=0), real) == 0
    assert 0.3 < diversity(np.repeat(real[:2], 300, axis=0), real) < 0.7
    assert math.isclose(diversity(real / 2, real), 0.5)
    assert diversity(torch.from_numpy(real), torch.from_numpy(real)) == 1
    assert diversity(real, np.ones((5, 16))) == 1


def test_mode_entropy_and_seen_classes_find_lost_classes():
    real = np.eye(10)[np.arange(1000) % 10]
    two, nine = np.eye(10)[np.arange(600) % 2], np.eye(10)[np.arange(900) % 9]
    assert mode_entropy(real[:500], real) == 1
    assert math.isclose(mode_entropy(two, real), math.log(2) / math.log(10))
    assert (classes_seen(two, real), classes_seen(nine, real), classes_seen(real, real)) == (0.2, 0.9, 1.0)
    assert mode_entropy(two, real[:1]) == 1
    assert classes_seen(two, real[:1]) == 1


def test_oversaturated_is_what_real_pictures_are_not():
    real = torch.full((4, 1, 8, 8), 0.5)
    real[:, :, :4] = 0
    fake = torch.zeros(4, 1, 8, 8)
    fake[:, :, :4] = 1
    assert oversaturated(fake, real) == 0.5
    assert oversaturated(real, real) == 0


def scenes(count, seed):
    """(N,3,32,32) in [0,1]: a warm light disc, lower left, on a dark blue ground that gets lighter downwards."""
    rng = np.random.default_rng(seed)
    axes = np.linspace(0, 1, 32)
    row, column = axes[None, :, None], axes[None, None, :]
    centre = rng.normal((0.62, 0.38), 0.05, (count, 2))
    near = (row - centre[:, :1, None]) ** 2 + (column - centre[:, 1:, None]) ** 2 < rng.uniform(
        0.03, 0.05, (count, 1, 1)
    )
    disc = np.array([0.9, 0.6, 0.2]) + rng.normal(0, 0.04, (count, 3))
    ground = np.array([0.05, 0.1, 0.35]) + rng.normal(0, 0.02, (count, 3))
    plain = ground[:, :, None, None] * (0.6 + 0.8 * row[:, None])
    made = np.where(near[:, None], disc[:, :, None, None], plain) + rng.normal(0, 0.01, (count, 3, 32, 32))
    return torch.from_numpy(made.clip(0, 1).astype(np.float32))


EVERY = ["brightness", "saturation", "contrast", "hue", "translation", "cutout", "flip", "rotate90"]

EVERY += ["scale", "rotate", "anisotropic", "noise"]


@pytest.mark.parametrize("name", EVERY)
def test_a_leak_is_seen_in_samples_that_look_augmented(name):
    real, samples = scenes(400, 0), scenes(400, 1)
    draws = torch.from_numpy(uniforms(5, 5, 0, 400, width([name])))
    augmented = (augment(2 * samples - 1, draws, [name], 1.0).clamp(-1, 1) + 1) / 2
    assert leaks(augmented, real, [name])[f"leak_{name}"] > 0.85


def test_no_leak_is_seen_in_other_real_pictures_nor_in_bad_ones():
    real, samples = scenes(400, 0), scenes(400, 1)
    blurred = torch.nn.functional.avg_pool2d(samples, 3, 1, 1, count_include_pad=False)
    darker, few = samples * 0.8, samples[:8].repeat(50, 1, 1, 1)
    for made in (samples, blurred, darker, few):
        assert max(leaks(made, real, EVERY).values()) < 0.65


def test_no_leak_is_sought_where_an_operation_changes_nothing():
    grey = scenes(200, 0).mean(dim=1, keepdim=True)
    assert leaks(1 - grey, grey, ["hue", "saturation"]) == {"leak_hue": 0.5, "leak_saturation": 0.5}
