"""Both registries of adversarial networks are walked: a new pair is tested by being there."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor, nn

from enhancer.models.networks.gan import DISCRIMINATORS, GENERATORS
from enhancer.models.networks.gan.grid import grid_of
from enhancer.models.networks.gan.normalise import BatchNorm
from enhancer.models.networks.gan.pair import GeneratorNetwork
from tests.helpers_gan_networks import NAMES, SPECTRAL, STRIDED, discriminator, generator, ready


def test_each_generator_has_its_discriminator():
    assert list(DISCRIMINATORS) == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("classes", [0, 3])
@pytest.mark.parametrize(("size", "channels"), [((28, 28), 1), ((32, 48), 3), ((24, 8), 4)])
def test_a_pair_takes_any_size_that_its_strides_allow(name, classes, size, channels):
    shape = {"size": list(size), "channels": channels, "classes": classes}
    made, judge = generator(name, **shape), discriminator(name, **shape)
    labels = torch.tensor([0, 1, 2]) if classes else None
    x = made(torch.randn(3, 6), labels)
    assert x.shape == (3, channels, *size)
    assert float(x.detach().abs().max()) <= 1
    assert float(x.detach().std()) > 0.01
    assert judge(x, labels).shape == (3,)
    assert (made.size, made.channels, made.classes, made.latent) == (size, channels, classes, 6)
    assert (judge.size, judge.channels, judge.classes) == (size, channels, classes)


@pytest.mark.parametrize("name", NAMES)
def test_labels_are_needed_with_classes_and_refused_without(name):
    for classes, labels in ((3, None), (0, torch.tensor([0, 1]))):
        with pytest.raises(ValueError, match="labels"):
            generator(name, classes=classes)(torch.randn(2, 6), labels)
        with pytest.raises(ValueError, match="labels"):
            discriminator(name, classes=classes)(torch.randn(2, 1, 16, 24), labels)


@pytest.mark.parametrize("name", NAMES)
def test_a_class_changes_the_picture_and_the_logit(name):
    made, judge = generator(name, classes=3), discriminator(name, classes=3)
    with torch.no_grad():  # the tables of a class-conditional normalisation start equal for all classes
        for module in made.modules():
            if isinstance(module, BatchNorm) and module.classes:
                module.gain.normal_(1, 0.1)
    made = ready(made)
    z, x = torch.randn(2, 6), torch.randn(2, 1, 16, 24)
    first, second = torch.tensor([0, 0]), torch.tensor([1, 1])
    assert not torch.allclose(made(z, first), made(z, second), atol=1e-4)
    assert not torch.allclose(judge(x, first), judge(x, second), atol=1e-4)


@pytest.mark.parametrize("name", NAMES)
def test_at_the_start_samples_differ_by_their_latent_far_more_than_by_their_class(name):
    made = GENERATORS.get(name)(latent=32, size=[16, 24], channels=1, width=8, classes=8)
    z, labels = torch.randn(8, 32), torch.arange(8)
    with torch.no_grad():
        pictures = made(z.repeat_interleave(8, 0), labels.repeat(8)).unflatten(0, (8, 8))
    assert float(pictures.var(0).mean()) > 20 * float(pictures.var(1).mean())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("classes", [0, 3])
def test_every_weight_of_a_pair_gets_a_finite_gradient(name, classes):
    made, judge = generator(name, classes=classes), discriminator(name, classes=classes)
    labels = torch.tensor([0, 1, 2, 1]) if classes else None
    judge(made(torch.randn(4, 6), labels), labels).square().sum().backward()
    for net in (made, judge):
        for where, parameter in net.named_parameters():
            assert parameter.grad is not None, where
            assert bool(torch.isfinite(parameter.grad).all()), where


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        *((name, {}) for name in NAMES if name != "dcgan"),
        *(("dcgan", {"norm": norm}) for norm in ("none", "layer", "instance")),
        *((name, {"spectral": True}) for name in SPECTRAL if name != "dcgan"),
        ("dcgan", {"norm": "none", "spectral": True}),
        *((name, {"wrap": True}) for name in STRIDED if name != "dcgan"),
    ],
)
def test_a_penalty_on_gradients_has_the_gradient_that_differences_give(name, arguments):
    judge = discriminator(name, size=[8, 8], **arguments).double()
    assert judge.per_sample
    x = torch.randn(2, 1, 8, 8, dtype=torch.float64)

    def penalty() -> Tensor:
        here = x.clone().requires_grad_(True)
        (slope,) = torch.autograd.grad(judge(here).sum(), here, create_graph=True)
        return slope.square().sum()

    weight = next(p for p in judge.parameters() if p.dim() > 1)
    judge.zero_grad()
    penalty().backward()
    assert weight.grad is not None
    direction = torch.randn_like(weight)
    claimed, step = float((weight.grad * direction).sum()), 1e-6
    with torch.no_grad():
        weight += step * direction
    above = float(penalty().detach())
    with torch.no_grad():
        weight -= 2 * step * direction
    assert claimed == pytest.approx((above - float(penalty().detach())) / (2 * step), rel=1e-4)


@pytest.mark.parametrize("name", NAMES)
def test_a_discriminator_that_says_so_sees_each_picture_alone(name):
    for norm in ("batch", "layer") if name == "dcgan" else ("",):
        judge = discriminator(name, **({"norm": norm} if norm else {}))
        x = torch.randn(4, 1, 16, 24)
        changed = torch.cat([x[:1], -3 * x[1:]])
        alike = torch.allclose(judge(x)[0], judge(changed)[0], atol=1e-4)
        assert alike == judge.per_sample == (norm != "batch")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("classes", [0, 3])
def test_a_calibrated_generator_makes_the_same_picture_in_any_batch(name, classes):
    made = ready(generator(name, classes=classes))
    z = torch.randn(5, 6)
    labels = torch.tensor([2, 1, 0, 1, 2]) if classes else None
    together = made(z, labels)
    assert torch.equal(together, made(z, labels))
    for n in range(5):
        alone = made(z[n : n + 1], None if labels is None else labels[n : n + 1])
        assert torch.allclose(alone[0], together[n], atol=1e-5)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("make", [generator, discriminator])
def test_the_state_of_a_network_holds_all_that_it_computes_with(name, make):
    net = make(name, classes=2)
    x = torch.randn(4, 6) if make is generator else torch.randn(4, 1, 16, 24)
    labels = torch.tensor([0, 1, 1, 0])
    if make is generator:
        net = ready(net)
    torch.manual_seed(99)
    kind = GENERATORS if make is generator else DISCRIMINATORS
    shape = {"size": (16, 24), "channels": 1, "classes": 2, "width": 8, **({"latent": 6} if make is generator else {})}
    other = kind.get(name)(**shape)
    other.load_state_dict(net.state_dict())
    other.train(net.training)
    assert torch.equal(net(x, labels), other(x, labels))


@pytest.mark.parametrize("name", NAMES)
def test_training_passes_leave_no_trace_in_the_state(name):
    made, judge = generator(name), discriminator(name)
    before = [{key: value.clone() for key, value in net.state_dict().items()} for net in (made, judge)]
    for _ in range(3):
        judge(made(torch.randn(4, 6)))
    for net, state in zip((made, judge), before, strict=True):
        assert all(torch.equal(value, state[key]) for key, value in net.state_dict().items())


@pytest.mark.parametrize("name", NAMES)
def test_a_pair_runs_channels_last_and_in_half_precision_near_full(name):
    made, judge = ready(generator(name, classes=2)), discriminator(name, classes=2)
    z, labels = torch.randn(8, 6), torch.arange(8) % 2
    x = made(z, labels).detach()
    logits = judge(x, labels)
    last = judge.to(memory_format=torch.channels_last)
    assert torch.allclose(last(x.contiguous(memory_format=torch.channels_last), labels), logits, atol=1e-4)
    with torch.autocast("cpu", torch.bfloat16):
        half, rough = made(z, labels), judge(x, labels)
        rough.sum().backward()
    half, rough, logits = half.detach(), rough.detach(), logits.detach()
    assert half.dtype == rough.dtype == torch.float32
    assert float((half - x).abs().mean()) < 0.02
    assert float((rough - logits).abs().max()) < 0.1 * (1 + float(logits.abs().max()))
    whole = made.to(torch.bfloat16)(z.to(torch.bfloat16), labels).detach()
    assert whole.dtype == torch.bfloat16
    assert float((whole.float() - x).abs().mean()) < 0.02


@pytest.mark.parametrize("name", STRIDED)
def test_a_wrapping_generator_has_no_seam_and_an_ordinary_one_does(name):
    for wrap in (True, False):
        made = ready(generator(name, wrap=wrap))
        z = torch.randn(2, 6)
        plain = made(z)
        grid = grid_of(made.size)
        rows, columns = grid.base
        roll = _rolling(made, rows // 2, columns // 2, grid.base)
        moved = made(z)
        roll.remove()
        back = moved.roll((-(rows // 2) << grid.stages, -(columns // 2) << grid.stages), (2, 3))
        assert torch.allclose(back, plain, atol=1e-5) == wrap


def _rolling(made: GeneratorNetwork, rows: int, columns: int, base: tuple[int, int]) -> Any:
    """The coarsest grid leaves the stem rolled."""

    def hook(module: nn.Module, inputs: Any, output: Tensor) -> Tensor:
        if output.dim() == 4:
            return output.roll((rows, columns), (2, 3))
        return output.reshape(len(output), *base, -1).roll((rows, columns), (1, 2)).flatten(1)

    return made.stem.register_forward_hook(hook)


@pytest.mark.parametrize("name", STRIDED)
def test_a_wrapping_discriminator_knows_no_edge_and_an_ordinary_one_does(name):
    arguments = {"norm": "none"} if name == "dcgan" else {}
    x = torch.randn(3, 1, 16, 24)
    moved = x.roll((4, 8), (2, 3))
    for wrap in (True, False):
        judge = discriminator(name, wrap=wrap, **arguments)
        assert torch.allclose(judge(x), judge(moved), atol=1e-4) == wrap
