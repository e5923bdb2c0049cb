"""Both players of a step may learn from the same samples: a pass of the generator less."""

from __future__ import annotations

import copy

import pytest
import torch
from torch import nn

from enhancer.train.adversarial.players import as_signed
from enhancer.train.moment import Moment
from tests.helpers_gan import draw_classes, small_gan, unjudged

SHARED, APART = "shared_fakes=true", "shared_fakes=false"
PLAIN = "optimizer={name='sgd', lr=0.1, momentum=0}"
UNNORMALISED = "discriminator.arguments={width=4, limit=4, norm='none'}"
AT_FIRST = Moment(0, 8, decay=0.5)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_classes(tmp_path_factory.mktemp("pictures"))


def seen_by(net):
    """What `net` is called with from now on, in a list that grows."""
    calls = []
    net.register_forward_pre_hook(lambda _, given: calls.append(given[0].detach().clone()))
    return calls


@pytest.mark.parametrize(
    ("settings", "passes"), [((SHARED,), 1), ((APART,), 2), ((SHARED, "discriminator_steps=3"), 3)]
)
def test_the_generator_is_run_once_less_a_step(data, settings, passes):
    recipe, parts = unjudged(small_gan(data, "dcgan", *settings))
    calls = seen_by(parts.networks["generator"])
    recipe.step(parts, recipe.batch(0, 8), AT_FIRST)
    assert len(calls) == passes


@pytest.mark.parametrize("slices", [1, 2])
def test_the_generator_learns_from_the_samples_that_the_discriminator_saw_last(data, slices):
    recipe, parts = unjudged(small_gan(data, "dcgan", SHARED, UNNORMALISED, f"slices={slices}"))
    calls = seen_by(parts.networks["discriminator"])
    recipe.step(parts, recipe.batch(0, 8), AT_FIRST)
    size = 8 // slices
    generated, learned_from = [call[size:] for call in calls[:slices]], calls[slices:]
    assert len(generated) == len(learned_from) == slices
    assert all(torch.equal(one, other) for one, other in zip(generated, learned_from, strict=True))


def test_without_it_they_are_other_samples(data):
    recipe, parts = unjudged(small_gan(data, "dcgan", APART, UNNORMALISED))
    calls = seen_by(parts.networks["discriminator"])
    recipe.step(parts, recipe.batch(0, 8), AT_FIRST)
    assert not torch.equal(calls[0][8:], calls[1])


@pytest.mark.parametrize("norm", ["none", "batch"])
def test_a_step_is_that_of_the_usual_loop(data, norm):
    nets = f"discriminator.arguments={{width=4, limit=4, norm='{norm}'}}"
    recipe, parts = unjudged(small_gan(data, "dcgan", SHARED, PLAIN, nets))
    generator, discriminator = copy.deepcopy((parts.networks["generator"], parts.networks["discriminator"]))
    batch = recipe.batch(0, 8)
    recipe.step(parts, batch, AT_FIRST)

    players = {net: torch.optim.SGD(net.parameters(), lr=0.1) for net in (generator, discriminator)}
    criterion, (ones, zeros) = nn.BCEWithLogitsLoss(), (torch.ones(8), torch.zeros(8))
    seen = batch.discriminator[0]
    fake = generator(seen.z)
    (
        criterion(discriminator(as_signed(seen.real)).view(-1), ones)
        + criterion(discriminator(fake.detach()).view(-1), zeros)
    ).backward()
    players[discriminator].step()
    criterion(discriminator(fake).view(-1), ones).backward()
    players[generator].step()
    for name, net in (("generator", generator), ("discriminator", discriminator)):
        for key, expected in net.state_dict().items():
            torch.testing.assert_close(
                parts.networks[name].state_dict()[key], expected, msg=lambda text, key=key: f"{key}: {text}"
            )


def test_a_paired_loss_gets_the_same_real_pictures_too(data):
    recipe, _ = unjudged(small_gan(data, "r3gan", SHARED))
    batch = recipe.batch(8, 8)
    assert torch.equal(batch.generator.real, batch.discriminator[-1].real)
