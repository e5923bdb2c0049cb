"""Differentiable augmentation: parity with plain formulas, gates, gradients of gradients."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from enhancer.errors import SpecError
from enhancer.generate.draws import uniforms
from enhancer.train.augmentation import OPERATIONS
from enhancer.train.augmentation.pipeline import augment, width

EVERY = OPERATIONS.names()

COLOUR = ["brightness", "saturation", "contrast", "hue", "noise"]

GEOMETRY = ["translation", "cutout", "flip", "rotate90", "scale", "rotate", "anisotropic"]


def pictures(count=6, channels=3, height=12, width_=12, seed=0):
    rng = np.random.default_rng(seed)
    return torch.from_numpy(rng.uniform(-1, 1, (count, channels, height, width_)).astype(np.float32))


def draws(count, operations, first=0):
    return torch.from_numpy(uniforms(3, 7, first, count, width(operations)))


def with_own(u, name):
    """Uniforms for one operation whose gate is always open and whose own numbers are `u` (N,K)."""
    u = np.asarray(u, np.float64)
    assert u.shape[1] == OPERATIONS.get(name).uniforms
    return torch.from_numpy(np.concatenate([np.zeros((len(u), 1)), u], axis=1))


def applied(x, u, name, wrap=False):
    return augment(x, with_own(u, name), [name], 1.0, wrap=wrap).numpy()


U = np.array([[0.0], [0.2], [0.4], [0.5], [0.75], [0.99]])


def test_brightness_adds_up_to_a_half():
    x = pictures()
    assert np.allclose(applied(x, U, "brightness"), x.numpy() + (U - 0.5)[:, :, None, None], atol=1e-6)


def test_saturation_multiplies_the_distance_from_grey_by_up_to_two():
    x = pictures()
    mean = x.numpy().mean(axis=1, keepdims=True)
    expected = (x.numpy() - mean) * (2 * U)[:, :, None, None] + mean
    assert np.allclose(applied(x, U, "saturation"), expected, atol=1e-6)


def test_contrast_multiplies_the_distance_from_the_mean_of_each_picture():
    x = pictures()
    mean = x.numpy().mean(axis=(1, 2, 3), keepdims=True)
    expected = (x.numpy() - mean) * (0.5 + U)[:, :, None, None] + mean
    assert np.allclose(applied(x, U, "contrast"), expected, atol=1e-6)


def test_hue_turns_red_into_green_and_blue_and_keeps_brightness_and_saturation():
    x = torch.tensor([1.0, 0, 0]).reshape(1, 3, 1, 1).repeat(2, 1, 4, 4)
    turned = applied(x, [[0.5 + 1 / 3], [0.5 - 1 / 3]], "hue")
    assert np.allclose(turned[0, :, 0, 0], [0, 1, 0], atol=1e-6)
    assert np.allclose(turned[1, :, 0, 0], [0, 0, 1], atol=1e-6)
    x = pictures()
    turned = applied(x, U, "hue")
    assert np.allclose(turned.mean(axis=1), x.numpy().mean(axis=1), atol=1e-6)
    assert np.allclose(turned.std(axis=1), x.numpy().std(axis=1), atol=1e-5)


def test_flip_mirrors_half_of_the_pictures():
    x = pictures()
    flipped = applied(x, U, "flip")
    for n, u in enumerate(U[:, 0]):
        assert np.array_equal(flipped[n], x.numpy()[n, :, :, ::-1] if u < 0.5 else x.numpy()[n])


def test_rotate90_gives_the_quarter_turns_of_numpy():
    x = pictures()
    turned = applied(x, U, "rotate90")
    for n, u in enumerate(U[:, 0]):
        assert np.array_equal(turned[n], np.rot90(x.numpy()[n], int(4 * u), axes=(1, 2)))


def test_rotate90_of_an_oblong_picture_keeps_it_or_turns_it_upside_down():
    x = pictures(height=8, width_=12)
    turned = applied(x, U, "rotate90")
    for n, u in enumerate(U[:, 0]):
        assert np.array_equal(turned[n], np.rot90(x.numpy()[n], 2 * int(2 * u), axes=(1, 2)))


@pytest.mark.parametrize("wrap", [False, True])
def test_translation_moves_by_whole_pixels_up_to_an_eighth(wrap):
    x = pictures(count=25, height=16, width_=24)
    u = np.array([[a, b] for a in (0, 0.3, 0.5, 0.7, 0.999) for b in (0, 0.3, 0.5, 0.7, 0.999)])
    moved = applied(x, u, "translation", wrap)
    for n, (a, b) in enumerate(u):
        down, right = int(a * 5) - 2, int(b * 7) - 3
        expected = np.roll(x.numpy()[n], (down, right), axis=(1, 2))
        if not wrap:
            rows, columns = np.arange(16) - down, np.arange(24) - right
            expected[:, (rows < 0) | (rows > 15)] = 0
            expected[:, :, (columns < 0) | (columns > 23)] = 0
        assert np.array_equal(moved[n], expected)


def test_cutout_empties_one_box_of_half_the_sides():
    x = pictures(count=2, height=12, width_=16) + 3
    cut = applied(x, [[0.5, 0.5], [0.0, 0.999]], "cutout")
    expected = x.numpy().copy()
    expected[0, :, 3:9, 4:12] = 0
    expected[1, :, :3, 12:] = 0
    assert np.array_equal(cut, expected)


def test_cutout_of_a_picture_that_wraps_goes_on_at_the_other_side():
    x = torch.ones(1, 1, 8, 8)
    assert (applied(x, [[0.0, 0.0]], "cutout", wrap=True) == 0).sum() == 16


def test_rotation_by_half_a_turn_and_scale_by_one_are_exact():
    x = pictures()
    assert np.allclose(applied(x, np.zeros((6, 1)), "rotate"), x.numpy()[:, :, ::-1, ::-1], atol=1e-5)
    for name in ("scale", "anisotropic"):
        assert np.array_equal(applied(x, np.full((6, 1), 0.5), name), x.numpy())


def test_scale_enlarges_about_the_centre():
    x = torch.zeros(1, 1, 17, 17)
    x[:, :, 6:11, 6:11] = 1
    larger, smaller = (applied(x, [[u]], "scale").sum() for u in (0.99, 0.01))
    assert larger > 1.5 * 25
    assert smaller < 25 / 1.5
    stretched = applied(x, [[0.99]], "anisotropic")[0, 0]
    assert stretched[:, 8].sum() > 1.3 * 5
    assert stretched[8].sum() < 5 / 1.3


def test_neighbours_that_warp_are_one_resampling_of_the_same_map():
    axes = np.linspace(-1, 1, 97)
    blob = np.exp(-4 * ((axes[:, None] - 0.2) ** 2 + 3 * (axes[None] + 0.1) ** 2))
    x = torch.from_numpy(blob.astype(np.float32))[None, None]
    names = ["rotate", "anisotropic", "scale"]
    u = torch.tensor([[0.0, 0.6, 0.0, 0.9, 0.0, 0.7]], dtype=torch.float64)
    one_by_one = x
    for k, name in enumerate(names):
        one_by_one = augment(one_by_one, u[:, 2 * k : 2 * k + 2], [name], 1.0)
    assert torch.allclose(augment(x, u, names, 1.0), one_by_one, atol=0.02)
    swapped = augment(x, u[:, [2, 3, 0, 1, 4, 5]], ["anisotropic", "rotate", "scale"], 1.0)
    assert not torch.allclose(swapped, one_by_one, atol=0.05)


def test_noise_has_the_drawn_strength_and_differs_from_picture_to_picture():
    x = torch.zeros(4, 3, 64, 64)
    made = applied(x, [[0.68269, 0.1, 0.2], [0.68269, 0.2, 0.1], [0.68269, 0.1, 0.2], [0, 0.5, 0.5]], "noise")
    assert math.isclose(made[0].std(), 0.1, rel_tol=0.02)
    assert abs(made[0].mean()) < 0.003
    assert np.array_equal(made[0], made[2])
    assert abs(np.corrcoef(made[0].ravel(), made[1].ravel())[0, 1]) < 0.04
    assert abs(np.corrcoef(made[0, 0, :, 1:].ravel(), made[0, 0, :, :-1].ravel())[0, 1]) < 0.06
    assert not made[3].any()


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("name", EVERY)
def test_every_operation_keeps_shape_dtype_and_finite_numbers_and_is_pure(name, channels):
    x = pictures(16, channels, 9, 14)
    u = draws(16, [name])
    made = augment(x, u, [name], 1.0)
    assert made.shape == x.shape
    assert made.dtype == x.dtype
    assert made.isfinite().all()
    assert torch.equal(made, augment(x, u, [name], 1.0))
    assert augment(x.bfloat16(), u, [name], 1.0).dtype == torch.bfloat16
    alone = torch.cat([augment(x[n : n + 1], u[n : n + 1], [name], 1.0) for n in range(16)])
    assert torch.allclose(alone, made, atol=1e-6)


@pytest.mark.parametrize("name", EVERY)
def test_every_operation_changes_pictures_of_colour(name):
    x = pictures(16, 3, 16, 16)
    assert not torch.allclose(augment(x, draws(16, [name]), [name], 1.0), x, atol=1e-3)


@pytest.mark.parametrize("name", ["saturation", "hue"])
def test_grey_pictures_have_no_saturation_and_no_hue(name):
    x = pictures(channels=1)
    assert torch.equal(augment(x, draws(6, [name]), [name], 1.0), x)


@pytest.mark.parametrize("name", COLOUR)
def test_colour_leaves_alpha_alone(name):
    x = pictures(channels=4)
    made = augment(x, draws(6, [name]), [name], 1.0)
    assert torch.equal(made[:, 3], x[:, 3])
    assert torch.equal(made[:, :3], augment(x[:, :3], draws(6, [name]), [name], 1.0))


@pytest.mark.parametrize("name", GEOMETRY)
def test_geometry_moves_alpha_with_the_colours_and_brings_in_transparent_black(name):
    x = pictures(channels=1).expand(6, 4, 12, 12).clone()
    made = augment(x, draws(6, [name]), [name], 1.0)
    assert torch.equal(made[:, 3], made[:, 0])
    filled = augment(torch.ones(64, 4, 12, 12), draws(64, [name]), [name], 1.0)
    if name not in ("flip", "rotate90"):
        assert filled.min() == -1


@pytest.mark.parametrize("name", ["translation", "scale", "rotate", "anisotropic"])
def test_what_wraps_stays_full_of_itself(name):
    filled = augment(torch.ones(64, 3, 12, 12), draws(64, [name]), [name], 1.0, wrap=True)
    assert torch.allclose(filled, torch.ones(()), atol=1e-5)


@pytest.mark.parametrize("name", EVERY)
def test_an_operation_reaches_only_pictures_whose_gate_is_below_the_probability(name):
    x = pictures(64, 3, 16, 16)
    u = draws(64, [name])
    made, all_made = augment(x, u, [name], 0.3), augment(x, u, [name], 1.0)
    through = u[:, 0] < 0.3
    assert 5 < through.sum() < 40
    assert torch.equal(made[~through], x[~through])
    assert torch.equal(made[through], all_made[through])
    assert torch.equal(augment(x, u, [name], torch.tensor(0.3)), made)


def test_without_probability_nothing_happens():
    x = pictures()
    assert augment(x, draws(6, EVERY), EVERY, 0.0) is x
    assert torch.equal(augment(x, draws(6, EVERY), EVERY, torch.tensor(0.0)), x)


def test_an_operation_that_is_switched_off_leaves_the_others_as_they_were():
    x = pictures()
    names = ["brightness", "rotate", "flip"]
    u = draws(6, names)
    made = augment(x, u, names, 1.0, disabled={"rotate"})
    assert torch.equal(made, augment(x, u[:, [0, 1, 4, 5]], ["brightness", "flip"], 1.0))


@pytest.mark.parametrize("name", EVERY)
def test_gradients_and_gradients_of_gradients_flow_through_every_operation(name):
    x = pictures(2, 3, 4, 4).double().requires_grad_()
    u = draws(2, [name])
    torch.autograd.gradcheck(lambda z: augment(z, u, [name], 1.0), x)
    torch.autograd.gradgradcheck(lambda z: augment(z, u, [name], 1.0).tanh(), x)


def test_a_penalty_on_the_gradient_reaches_the_weights_through_the_whole_row():
    x = pictures(4, 3, 8, 8).requires_grad_()
    weight = torch.full((3, 8, 8), 0.1, requires_grad=True)
    logits = (augment(x, draws(4, EVERY), EVERY, 1.0) * weight).sum(dim=(1, 2, 3)).tanh()
    (slope,) = torch.autograd.grad(logits.sum(), x, create_graph=True)
    slope.square().sum().backward()
    assert weight.grad.isfinite().all()
    assert weight.grad.abs().sum() > 0


def test_a_uniform_that_rounds_up_to_one_is_still_inside():
    x = pictures(1)
    for name in EVERY:
        u = torch.full((1, width([name])), 1 - 1e-12, dtype=torch.float64)
        u[:, 0] = 0
        assert augment(x, u, [name], 1.0).isfinite().all()


def test_an_unknown_operation_is_named_with_the_nearest_spelling_and_wrong_uniforms_are_refused():
    with pytest.raises(SpecError, match="translation"):
        width(["translate"])
    with pytest.raises(ValueError, match="uniforms"):
        augment(pictures(), torch.zeros(6, 3), ["flip"], 1.0)
