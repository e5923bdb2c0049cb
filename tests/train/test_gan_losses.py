"""Adversarial losses and penalties say what the papers say: closed forms, linear critics, finite differences."""

from __future__ import annotations

import math

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from enhancer.train.adversarial.losses import ADVERSARIAL_LOSSES
from enhancer.train.adversarial.mixes import LOSSES, ON_GRADIENTS
from enhancer.train.adversarial.penalties import PENALTIES, Evidence, clip_weights
from enhancer.train.adversarial.players import _due, _weight
from enhancer.train.configs.gan import PenaltyConfig
from enhancer.train.moment import Moment

REAL = torch.tensor([0.3, -1.2, 2.5])
FAKE = torch.tensor([-0.7, 0.4, 1.5])


def log_sigmoid(x):
    return [math.log(1 / (1 + math.exp(-float(one)))) for one in x]


def mean(values):
    values = [float(one) for one in values]
    return sum(values) / len(values)


PAIRS = list(zip(REAL.tolist(), FAKE.tolist(), strict=True))
CLOSED = {
    # -E log D(x) - E log(1 - D(G(z))), and what the generator minimises
    "bce": (-mean(log_sigmoid(REAL)) - mean(log_sigmoid(-FAKE)), -mean(log_sigmoid(FAKE))),
    "bce-saturating": (-mean(log_sigmoid(REAL)) - mean(log_sigmoid(-FAKE)), mean(log_sigmoid(-FAKE))),
    "mse": (mean((r - 1) ** 2 / 2 for r in REAL) + mean(f**2 / 2 for f in FAKE), mean((f - 1) ** 2 / 2 for f in FAKE)),
    "wasserstein": (mean(FAKE) - mean(REAL), -mean(FAKE)),
    "hinge": (mean(max(0, 1 - r) for r in REAL) + mean(max(0, 1 + f) for f in FAKE), -mean(FAKE)),
    "relativistic": (
        mean(math.log(1 + math.exp(f - r)) for r, f in PAIRS),
        mean(math.log(1 + math.exp(r - f)) for r, f in PAIRS),
    ),
}


def test_every_registered_loss_and_penalty_is_known_to_the_configuration_and_checked_here():
    assert list(ADVERSARIAL_LOSSES) == list(LOSSES) == list(CLOSED)
    assert list(PENALTIES) == list(ON_GRADIENTS)


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_is_its_closed_form_for_both_players(name):
    loss = ADVERSARIAL_LOSSES.get(name)
    discriminator, generator = CLOSED[name]
    assert float(loss.discriminator(REAL, FAKE)) == pytest.approx(discriminator, rel=1e-5)
    given = REAL if loss.paired else None
    assert float(loss.generator(FAKE, given)) == pytest.approx(generator, rel=1e-5)


@pytest.mark.parametrize("name", LOSSES)
def test_both_players_pull_at_the_generated_logits_in_opposite_directions(name):
    loss = ADVERSARIAL_LOSSES.get(name)
    fake = torch.tensor([0.2, -0.3], requires_grad=True)
    real = torch.tensor([0.1, 0.4], requires_grad=True)
    at_real, at_fake = torch.autograd.grad(loss.discriminator(real, fake), [real, fake])
    (of_generator,) = torch.autograd.grad(loss.generator(fake, real.detach() if loss.paired else None), fake)
    assert bool((at_real < 0).all()), "real ones are pushed up"
    if name == "mse":
        assert torch.equal(at_fake.sign(), fake.detach().sign()), "towards zero, from both sides"
    else:
        assert bool((at_fake > 0).all())
    assert bool((of_generator < 0).all())


@pytest.mark.parametrize("name", ["bce", "mse", "relativistic"])
def test_extreme_logits_of_smooth_losses_stay_finite(name):
    loss = ADVERSARIAL_LOSSES.get(name)
    far = torch.tensor([1e4, -1e4], requires_grad=True)
    value = loss.discriminator(far, far.flip(0)) + loss.generator(far, -far if loss.paired else None)
    (gradient,) = torch.autograd.grad(value, far)
    assert math.isfinite(float(value.detach()))
    assert bool(torch.isfinite(gradient).all())


def test_the_minimax_gradient_vanishes_where_the_generator_loses_and_the_other_does_not():
    lost = torch.tensor([-20.0], requires_grad=True)
    (saturating,) = torch.autograd.grad(ADVERSARIAL_LOSSES.get("bce-saturating").generator(lost, None), lost)
    (other,) = torch.autograd.grad(ADVERSARIAL_LOSSES.get("bce").generator(lost, None), lost)
    assert float(saturating) == pytest.approx(-1 / (1 + math.exp(20)), rel=1e-4)
    assert float(other) == pytest.approx(-1, abs=1e-6)
    even = torch.tensor([0.0], requires_grad=True)
    gradients = [
        float(torch.autograd.grad(ADVERSARIAL_LOSSES.get(name).generator(even, None), even)[0])
        for name in ("bce", "bce-saturating")
    ]
    assert gradients == pytest.approx([-0.5, -0.5]), "both have the same fixed point"


def pictures(seed, count=5, channels=2):
    return torch.randn(count, channels, 3, 4, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def evidence(score, real, fake, mix=None):
    real, fake = real.clone().requires_grad_(), fake.clone().requires_grad_()
    mix = torch.full((len(real), 1, 1, 1), 0.25, dtype=real.dtype) if mix is None else mix
    return Evidence(real, fake, score(real), score(fake), score, mix)


def test_penalties_of_a_linear_critic_are_those_of_its_weight():
    weight = pictures(7, 1)[0]
    seen = evidence(lambda x: (x * weight).sum((1, 2, 3)) + 3, pictures(0), pictures(1))
    square = float(weight.square().sum())
    assert PENALTIES.get("r1")(seen).item() == pytest.approx(square / 2, rel=1e-6)
    assert PENALTIES.get("r2")(seen).item() == pytest.approx(square / 2, rel=1e-6)
    assert PENALTIES.get("gradient")(seen).item() == pytest.approx((math.sqrt(square) - 1) ** 2, rel=1e-6)


def test_r1_is_taken_at_real_pictures_r2_at_generated_ones_and_the_other_on_the_way_between():
    real, fake = pictures(0), pictures(1)
    # The gradient of half a squared norm is the picture itself.
    seen = evidence(lambda x: x.square().sum((1, 2, 3)) / 2, real, fake)
    assert PENALTIES.get("r1")(seen).item() == pytest.approx(float(real.square().sum((1, 2, 3)).mean()) / 2, rel=1e-6)
    assert PENALTIES.get("r2")(seen).item() == pytest.approx(float(fake.square().sum((1, 2, 3)).mean()) / 2, rel=1e-6)
    between = fake + 0.25 * (real - fake)
    norms = between.square().sum((1, 2, 3)).sqrt()
    assert PENALTIES.get("gradient")(seen).item() == pytest.approx(float((norms - 1).square().mean()), rel=1e-5)


def bent(weight):
    """A critic with curvature in pictures and weights, smooth everywhere."""
    return lambda x: F.softplus(torch.einsum("nchw,kchw->nk", x, weight)).square().sum(1)


def by_differences(score, x, step=1e-5):
    """(N,C,H,W): the gradient of each logit at its own picture, without autograd."""
    found = torch.zeros_like(x)
    for place in range(x[0].numel()):
        shift = torch.zeros_like(x[0]).reshape(-1)
        shift[place] = step
        shift = shift.reshape(x[0].shape)
        found.reshape(len(x), -1)[:, place] = (score(x + shift) - score(x - shift)) / (2 * step)
    return found


@pytest.mark.parametrize("name", list(PENALTIES))
def test_a_penalty_is_the_one_of_finite_differences_and_so_is_its_gradient_in_the_weights(name):
    real, fake = pictures(0, 3), pictures(1, 3)
    weight = (0.3 * pictures(2, 4)).requires_grad_()

    def expected(w):
        with torch.no_grad():
            at = {"r1": real, "r2": fake, "gradient": torch.lerp(fake, real, 0.25)}[name]
            squared = by_differences(bent(w), at).square().sum((1, 2, 3))
            return float(squared.mean() / 2 if name != "gradient" else (squared.sqrt() - 1).square().mean())

    penalty = PENALTIES.get(name)
    value = penalty(evidence(bent(weight), real, fake))
    assert value.item() == pytest.approx(expected(weight), rel=1e-4)
    (gradient,) = torch.autograd.grad(value, weight)
    direction = pictures(3, 4)
    step = 1e-3
    slope = (expected(weight + step * direction) - expected(weight - step * direction)) / (2 * step)
    assert float((gradient * direction).sum()) == pytest.approx(slope, rel=1e-2)


def test_clipping_bounds_every_weight_and_leaves_those_within_alone():
    net = nn.Linear(50, 4)
    with torch.no_grad():
        net.weight.mul_(3)
        before = net.weight.clone()
    clip_weights(net, 0.2)
    assert net.weight.abs().max().item() == pytest.approx(0.2)
    within = before.abs() < 0.2
    assert bool(within.any())
    assert torch.equal(net.weight[within], before[within])
    assert net.bias.abs().max().item() <= 0.2


def test_a_lazy_penalty_is_due_every_so_many_steps_and_weighs_as_much_in_the_mean():
    lazy = PenaltyConfig(name="r1", weight=2.0, every=4)
    due = [_due(lazy, Moment(images=8 * step, count=8)) for step in range(9)]
    assert due == [True, False, False, False, True, False, False, False, True]
    assert all(_due(PenaltyConfig(name="r1", weight=2.0), Moment(8 * step, 8)) for step in range(9))


def test_a_weight_goes_on_a_cosine_to_its_final_value():
    penalty = PenaltyConfig(name="r1", weight=2.0, final=0.5)
    weights = [_weight(penalty, Moment(progress=share)) for share in (0.0, 0.25, 0.5, 1.0)]
    assert weights == pytest.approx([2.0, 1.25 + 0.75 * math.cos(math.pi / 4), 1.25, 0.5])
    constant = PenaltyConfig(name="r1", weight=2.0)
    assert [_weight(constant, Moment(progress=share)) for share in (0.0, 1.0)] == [2.0, 2.0]
