"""A projection comes nearer to a photo than a thousand random latents, inside the generator's range and out of it."""

from __future__ import annotations

import numpy as np
import pytest

from enhancer.generate.draws import latents
from enhancer.generate.pixels import fitted, planes, to_codes, to_image
from enhancer.generate.plan import SamplePlan
from enhancer.generate.project import RANDOM, Settings, best_randoms, project
from enhancer.generate.sampler import Sampler
from enhancer.generate.seeds import latent
from enhancer.images.image import Image
from tests.helpers_generators import Halves, generator_info, random_generator

SETTINGS = Settings(steps=150, starts=4)


def sampler(**facts):
    return Sampler(random_generator(generator_info(**facts)), "cpu", SamplePlan(64), 1)


def own_picture(one, seed, label=None):
    z = latent(one.info.latent_distribution, one.info.latent, seed)[None]
    return one.pictures([0], z, None if label is None else [label])[0]


@pytest.mark.parametrize("distribution", ["normal", "uniform"])
def test_a_picture_of_its_own_is_nearly_found_again(distribution):
    one = sampler(latent_distribution=distribution)
    found = project(one, own_picture(one, 5), SETTINGS)
    assert found.error < found.random_error / 10
    made = one.pictures([0], found.z[None])[0]
    assert np.square(made.astype(float) - own_picture(one, 5)).mean() == pytest.approx(found.error, rel=1e-3, abs=1e-7)
    if distribution == "uniform":
        assert np.abs(found.z).max() <= 1


def test_a_picture_out_of_its_range_comes_nearer_than_the_best_of_a_thousand_random_latents():
    one = sampler()
    y, x = np.mgrid[0:8, 0:8] / 8
    photo = (0.5 + 0.4 * np.sin(5 * x + 3 * y))[None].astype(np.float32)
    found = project(one, photo, SETTINGS)
    assert found.error < found.random_error


def test_it_is_never_behind_the_best_random_latent_even_without_a_step():
    one = sampler()
    photo = np.full((1, 8, 8), 0.9, np.float32)
    found = project(one, photo, Settings(steps=0))
    z, _, errors = best_randoms(one, photo, Settings(steps=0), ())
    assert found.error <= found.random_error == errors[0]
    assert (np.diff(errors) >= 0).all()
    every = one.all(latents("normal", 0, RANDOM, 0, 1000, 6))
    assert errors[0] == pytest.approx(np.square(every.astype(float) - photo).mean(axis=(1, 2, 3)).min())
    assert np.array_equal(found.z, z[0])


def test_the_same_search_finds_the_same_and_another_seed_another():
    one = sampler()
    photo = own_picture(one, 9) * 0.5 + 0.2
    first, second = (project(one, photo, Settings(steps=20)) for _ in range(2))
    assert np.array_equal(first.z, second.z)
    assert not np.array_equal(first.z, project(one, photo, Settings(seed=1, steps=20)).z)


def test_the_class_is_found_or_kept_as_asked():
    one = sampler(classes=("a", "b", "c"))
    photo = own_picture(one, 3, 2)
    assert project(one, photo, SETTINGS, (0, 1, 2)).label == 2
    assert project(one, photo, Settings(steps=5), (1,)).label == 1


def test_features_count_when_a_network_is_given():
    one = sampler()
    photo = np.full((1, 8, 8), 0.9, np.float32)
    photo[:, 4:] = 0.1
    plain = project(one, photo, Settings(steps=60))
    seen = project(one, photo, Settings(steps=60, features=10.0), extractor=Halves())
    assert not np.array_equal(plain.z, seen.z)
    assert seen.error <= seen.random_error


def test_a_photo_is_cut_to_the_aspect_and_channels_of_the_generator():
    pixels = np.zeros((40, 90, 3), np.uint8)
    pixels[:, 25:65] = (200, 100, 50)
    photo = fitted(Image(pixels), 8, 8)
    assert photo.pixels.shape == (8, 8, 3)
    assert np.allclose(planes(photo, 3)[:, 4, 4], np.array([200, 100, 50]) / 255, atol=0.01)
    grey = planes(photo, 1)
    assert grey.shape == (1, 8, 8)
    assert grey[0, 4, 4] == pytest.approx((0.299 * 200 + 0.587 * 100 + 0.114 * 50) / 255, abs=0.01)
    assert planes(photo, 4)[3].min() == 1
    clear = Image(pixels, np.zeros((40, 90), np.uint8))
    assert planes(clear, 3).min() == 1  # laid on white
    assert np.array_equal(to_image(to_codes(planes(Image(pixels), 3))).pixels, pixels)
