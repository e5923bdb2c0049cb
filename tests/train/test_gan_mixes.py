"""Every sensible mix of losses, penalties, networks, classes and precisions takes a step; the others are refused."""

from __future__ import annotations

import inspect
from itertools import product

import pytest
import torch

from enhancer.errors import SpecError
from enhancer.models.networks.gan import DISCRIMINATORS, GENERATORS
from enhancer.train.adversarial.mixes import LOSSES, UNLESS_TOLD
from enhancer.train.adversarial.networks import build_discriminator
from enhancer.train.moment import Moment
from enhancer.train.optimizers import OPTIMIZERS
from enhancer.train.preset import load_preset, presets
from enhancer.train.state import Counters, TrainState
from tests.helpers_gan import CLASSES, NARROW, draw_classes, small_gan, unjudged

R1, GRADIENT, CLIP = (f"[{{name='{name}', weight=0.1}}]" for name in ("r1", "gradient", "clip"))
PENALTIES = {
    "none": "[]",
    "r1": R1,
    "r1 and r2": "[{name='r1', weight=0.1}, {name='r2', weight=0.1, every=2, final=0.01}]",
    "gradient": GRADIENT,
    "clip": CLIP,
}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_classes(tmp_path_factory.mktemp("pictures"), each=6)


def stepped(config, steps=1):
    """Terms of the last of some steps, and the parts after it."""
    recipe, parts = unjudged(config)
    return take(recipe, parts, steps), parts


def take(recipe, parts, steps=1):
    for n in range(steps):
        first, count = n * recipe.config.batch, recipe.config.batch
        terms = recipe.step(parts, recipe.batch(first, count), Moment(first, count, n / steps, 0.5))
    return terms


def weights(parts):
    return {name: [p.detach().clone() for p in net.parameters()] for name, net in parts.networks.items()}


def moved(before, parts):
    """Which players' weights are no longer those of before."""
    pairs = {name: zip(before[name], net.parameters(), strict=True) for name, net in parts.networks.items()}
    return {name for name, both in pairs.items() if any(not torch.equal(a, b) for a, b in both)}


def all_finite(terms, parts):
    nets = (*parts.networks.values(), *parts.averages.values())
    values = (*terms.values(), *(p for net in nets for p in net.parameters()))
    return all(bool(torch.isfinite(value).all()) for value in values)


@pytest.mark.parametrize(
    ("preset", "override", "words"),
    [
        ("dcgan", "loss='wgan'", "no adversarial loss 'wgan'; known: bce"),
        ("mlp", "penalties=[{name='r3', weight=1.0}]", "no penalty 'r3'; known: r1"),
        ("mlp", "penalties=[{name='r1', weight=1.0}, {name='r1', weight=2.0}]", "'r1' is there twice"),
        ("mlp", "loss='wasserstein'", "must be kept Lipschitz"),
        ("mlp", f"penalties={CLIP}", "with bce they only weaken it"),
        ("wgan", "discriminator.arguments={spectral=true, norm='none'}", "bounds the weights already"),
        ("wgan", "penalties=[{name='clip', weight=0.1}, {name='gradient', weight=1.0}]", "choose one"),
        ("dcgan", f"penalties={R1}", "'r1' takes the gradient of each picture alone"),
        ("dcgan", "conditioning='per-class'", "too few for batch normalisation"),
        ("mlp", "data.stacked=true", "stacked pictures have 3 channels"),
        ("mlp", "slices=3", "a batch of 8 cannot be cut into 3"),
        ("dcgan", "slices=8", "at least 2 pictures a slice"),
        ("mlp", "augment={kind='adaptive', start=0.9}", "augment.start is above augment.clamp"),
        ("mlp", "augment={kind='adaptive', probability=0.1}", "what adapts begins at augment.start"),
        ("r3gan", "augment={kind='adaptive', start=0.1}", "mean nothing alone under relativistic"),
        ("mlp", "augment={kind='fixed', operations=['saturation', 'hue']}", "grey pictures have no saturation"),
        ("mlp", "generator.arguments.latent=5", "generator.arguments.latent follows from"),
        ("mlp", "discriminator.arguments.classes=5", "discriminator.arguments.classes follows from"),
    ],
)
def test_a_mix_that_cannot_train_is_refused_with_the_reason(data, preset, override, words):
    with pytest.raises(SpecError, match=words):
        small_gan(data, preset, override)


@pytest.mark.parametrize(
    ("preset", "settings", "words"),
    [
        ("dcgan", [f"penalties={R1}"], "batch normalisation mixes them"),
        ("dcgan", ["conditioning='per-class'"], "too few for batch normalisation"),
        ("dcgan", ["slices=8"], "at least 2 pictures a slice"),
        ("wgan", ["discriminator={name='resgan'}"], "bounds the weights already"),
    ],
)
def test_what_a_network_does_unless_told_otherwise_counts_as_told(data, preset, settings, words):
    arguments = "{width=4}" if preset == "dcgan" else "{width=2}"
    with pytest.raises(SpecError, match=words):
        small_gan(data, preset, *settings, f"discriminator.arguments={arguments}")
    small_gan(data, "mlp", "loss='wasserstein'", "discriminator={name='resgan'}")  # spectral norm is its own


def test_the_defaults_that_refusals_rest_on_are_those_of_the_networks():
    for name in DISCRIMINATORS:
        known = inspect.signature(DISCRIMINATORS.get(name)).parameters
        neutral = {"norm": "none", "spectral": False}
        found = {key: known[key].default for key, value in neutral.items() if key in known}
        assert {key: value for key, value in found.items() if value != neutral[key]} == UNLESS_TOLD.get(name, {})


def test_a_network_argument_that_does_not_exist_and_classes_that_are_missing_are_named(data, tmp_path):
    with pytest.raises(SpecError, match=r"discriminator\.arguments: .*wdth"):
        build_discriminator(small_gan(data, "mlp", "discriminator.arguments={wdth=3}"), 0, torch.device("cpu"))
    bare = small_gan(draw_classes(tmp_path, 1) / "ring", "mlp", "data.source='folder'", "conditioning='projection'")
    with pytest.raises(SpecError, match="needs classes"):
        unjudged(bare)[1]


def sensible_mixes():
    for network, loss, penalty, conditioning in product(
        DISCRIMINATORS, LOSSES, PENALTIES, ("none", "projection", "per-class")
    ):
        if (loss == "wasserstein" and penalty == "none") or (penalty == "clip" and loss != "wasserstein"):
            continue
        yield network, loss, penalty, conditioning


@pytest.mark.parametrize("network", list(DISCRIMINATORS))
def test_every_sensible_mix_of_loss_penalty_and_conditioning_takes_a_finite_step(data, network):
    seen = 0
    built: dict[str, object] = {}
    for name, loss, penalty, conditioning in sensible_mixes():
        if name != network:
            continue
        norm = ["discriminator.arguments.norm='none'"] if network == "dcgan" else []
        settings = [f"loss='{loss}'", f"penalties={PENALTIES[penalty]}", f"conditioning='{conditioning}'", *norm]
        config = small_gan(data, network, *settings, "generator.arguments.width=2", size=(8, 8))
        recipe, parts = unjudged(config, parts=built.get(conditioning))
        built[conditioning] = parts  # Building takes longer than the step, and only classes change the networks.
        before = weights(parts)
        terms = take(recipe, parts)
        mix = (network, loss, penalty, conditioning)
        assert all_finite(terms, parts), mix
        assert moved(before, parts) == {"generator", "discriminator"}, mix
        assert {f"penalty_{p.name}" for p in config.penalties if p.name != "clip"} <= terms.keys(), mix
        seen += 1
    assert seen == 5 * 4 * 3 + 4 * 3


@pytest.mark.parametrize("preset", [name for name in presets() if load_preset(name).recipe == "gan"])
def test_every_preset_learns_on_small_pictures(data, preset):
    assert preset in NARROW
    terms, parts = stepped(small_gan(data, preset), steps=2)
    assert all_finite(terms, parts)


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", [(16, 16), (24, 40), (20, 12)])
def test_any_size_and_number_of_channels_trains(tmp_path, size, channels):
    folder = draw_classes(tmp_path, 4, size, channels)
    for preset in ("mlp", "r3gan"):
        augment = "augment={kind='fixed', probability=0.5}"
        config = small_gan(folder, preset, augment, "conditioning='projection'", size=size, channels=channels)
        terms, parts = stepped(config)
        assert all_finite(terms, parts)
        z = torch.zeros(2, config.latent.size)
        made = parts.networks["generator"](z, torch.tensor([0, 2]))
        assert made.shape == (2, channels, *size)


def test_a_discriminator_of_one_class_learns_from_that_class_alone(data):
    config = small_gan(data, "mlp", "conditioning='per-class'", "data.class_counts=[3, 0, 0]")
    _, fresh = unjudged(config)
    _, parts = stepped(config, steps=2)
    before, after = (p.networks["discriminator"].members for p in (fresh, parts))
    changed = [
        any(not torch.equal(a, b) for a, b in zip(old.parameters(), new.parameters(), strict=True))
        for old, new in zip(before, after, strict=True)
    ]
    assert changed == [True, False, False], "weights of the other classes, and their optimizer, stay where they are"
    state = parts.optimizers["discriminator"].state_dict()["state"]
    assert len(state) == len(list(after[0].parameters()))


def test_the_gradient_of_each_class_goes_to_its_own_discriminator_and_order_does_not_matter(data):
    net = build_discriminator(small_gan(data, "mlp", "conditioning='per-class'"), 3, torch.device("cpu"))
    pictures, labels = torch.randn(5, 1, 16, 16), torch.tensor([2, 0, 2, 0, 0])
    logits = net(pictures, labels)
    for row, label in enumerate(labels.tolist()):
        alone = net.members[label](pictures[row : row + 1])
        assert float(logits[row].detach()) == pytest.approx(float(alone.detach()), abs=1e-5)
    logits[labels == 2].sum().backward()
    touched = [any(p.grad is not None and bool(p.grad.any()) for p in member.parameters()) for member in net.members]
    assert touched == [False, False, True]


def test_projection_and_generator_use_the_class(data):
    recipe, parts = unjudged(small_gan(data, "r3gan", "conditioning='projection'"))
    assert recipe.names == CLASSES
    pictures, z = torch.randn(2, 1, 16, 16), torch.randn(2, 6)
    one, other = torch.tensor([0, 0]), torch.tensor([1, 1])
    for net, given in ((parts.networks["discriminator"], pictures), (parts.networks["generator"], z)):
        assert not torch.equal(net(given, one), net(given, other))
    assert set(recipe.batch(0, 24).discriminator[0].labels.tolist()) == {0, 1, 2}


@pytest.mark.parametrize("name", list(OPTIMIZERS))
def test_every_optimizer_moves_both_players_and_each_may_have_its_own(data, name):
    settings = [f"optimizer={{name='{name}', lr=1e-3, clip=0.5}}", "discriminator_optimizer={name='sgd', lr=1e-4}"]
    config = small_gan(data, "mlp", *settings)
    recipe, parts = unjudged(config)
    before = weights(parts)
    assert all_finite(take(recipe, parts, 2), parts)
    assert moved(before, parts) == {"generator", "discriminator"}
    kinds = {key: type(optimizer).__name__.lower() for key, optimizer in parts.optimizers.items()}
    assert kinds == {"generator": name, "discriminator": "sgd"}


def test_the_learning_rates_of_both_players_follow_their_own_settings(data):
    recipe, _ = unjudged(small_gan(data, "mlp", "optimizer.lr=1e-3", "discriminator_optimizer={name='adam', lr=4e-3}"))
    assert recipe.rates() == {"generator": 1e-3, "discriminator": 4e-3}


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
@pytest.mark.parametrize("preset", ["dcgan", "sngan", "r3gan"])
def test_half_precision_stays_finite_and_moves_both_players(data, preset, dtype):
    config = small_gan(data, preset, "augment={kind='fixed', operations=['translation']}", "conditioning='projection'")
    recipe, parts = unjudged(config, dtype)
    scaler = parts.others["scaler"]
    assert scaler.is_enabled() == (dtype == torch.float16)
    before = weights(parts)
    assert all_finite(take(recipe, parts, 4), parts)
    assert moved(before, parts) == {"generator", "discriminator"}
    assert all(p.dtype == torch.float32 for net in parts.networks.values() for p in net.parameters())


def test_an_overflow_of_float16_skips_the_step_and_lowers_the_scale(data):
    recipe, parts = unjudged(small_gan(data, "mlp"), torch.float16)
    scaler = parts.others["scaler"]
    scaler.load_state_dict({**scaler.state_dict(), "scale": 2.0**126})
    before = {k: v.clone() for k, v in parts.networks["generator"].state_dict().items()}
    terms = recipe.step(parts, recipe.batch(0, 8), Moment(0, 8, 0, 0.5))
    assert not bool(torch.isfinite(terms["gradient"]))
    assert all(torch.equal(v, before[k]) for k, v in parts.networks["generator"].state_dict().items())
    assert scaler.state_dict()["scale"] < 2.0**126
    restored = TrainState(parts, Counters()).collect()["others"]["scaler"]
    assert restored["scale"] == scaler.state_dict()["scale"]


@pytest.mark.parametrize("preset", ["r3gan", "sngan", "wgan-gp"])
def test_slices_that_are_passed_in_turn_take_the_step_of_the_whole_batch(data, preset):
    # Of the generators, only r3gan's has no batch normalisation, whose statistics are those of a slice.
    generator = "generator={name='r3gan', arguments={width=2, limit=4, blocks=1, groups=1}}"
    augment = "augment={kind='fixed', probability=0.5}"
    # Plain descent: Adam's first step is the sign of the gradient, and the sign of what rounds to zero is noise.
    descent = "optimizer={name='sgd', lr=1e-3}"
    own = (data, preset, generator, augment, descent)
    (whole, one), (cut, other) = (stepped(small_gan(*own, f"slices={count}"), steps=2) for count in (1, 4))
    for name, value in whole.items():
        assert float(value) == pytest.approx(float(cut[name]), abs=1e-5, rel=1e-5), name
    for name, net in one.networks.items():
        for key, value in net.state_dict().items():
            assert float((value - other.networks[name].state_dict()[key]).abs().max()) < 1e-6, key


def test_batch_normalisation_takes_the_statistics_of_each_slice(data):
    one, other = (stepped(small_gan(data, "dcgan", f"slices={count}"))[0] for count in (1, 4))
    assert float(one["loss_discriminator"]) != pytest.approx(float(other["loss_discriminator"]), abs=1e-6)


def test_several_updates_of_the_discriminator_see_other_pictures_and_other_latents_each(data):
    recipe, _ = unjudged(small_gan(data, "wgan-gp"))
    rounds = recipe.batch(0, 8).discriminator
    assert len(rounds) == 5
    for kind in ("real", "z", "mix"):
        values = [getattr(one, kind) for one in rounds]
        assert all(not torch.equal(a, b) for n, a in enumerate(values) for b in values[:n]), kind
    following = recipe.batch(8, 8).discriminator[0]
    assert not torch.equal(following.z, rounds[1].z), "the next step begins where this one ended"


def test_generators_are_all_walked():
    assert set(GENERATORS) == set(DISCRIMINATORS) <= set(NARROW)


def test_a_lazy_penalty_weighs_as_many_times_more_when_it_is_due_and_is_left_out_otherwise(data):
    each, lazy = (
        unjudged(small_gan(data, "resgan", f"penalties=[{{name='r1', weight=0.1, every={every}}}]")) for every in (1, 3)
    )
    found = [recipe.step(parts, recipe.batch(0, 8), Moment(0, 8)) for recipe, parts in (each, lazy)]
    assert float(found[1]["penalty_r1"]) == pytest.approx(3 * float(found[0]["penalty_r1"]))
    recipe, parts = lazy
    assert "penalty_r1" not in recipe.step(parts, recipe.batch(8, 8), Moment(8, 8))
