"""Every registered network keeps the contract; a new line in the registry is tested by being there."""

from __future__ import annotations

import pytest
import torch

from enhancer.models.info import ModelInfo
from enhancer.models.model import Model, build, resample
from enhancer.models.networks import NETWORKS
from enhancer.models.networks.folding import BranchedConv
from enhancer.models.networks.plain import Plain
from tests.helpers_models import plain_info, random_model


def small(name: str) -> Model:
    """As its constructor makes it, x3."""
    net = NETWORKS.get(name)(scale=3)
    info = ModelInfo(
        name=name,
        network=name,
        arguments={"scale": 3},
        scale=net.scale,
        base=net.base,
        receptive_field=net.radius,
        multiple_of=net.multiple_of,
    )
    return random_model(info)


@pytest.mark.parametrize("name", list(NETWORKS))
@pytest.mark.parametrize("size", [(1, 1), (1, 7), (5, 1), (2, 3), (17, 31)])
def test_a_network_takes_any_size_and_returns_scale_times_it(name, size):
    y = small(name)(torch.rand(2, 3, *size))
    assert y.shape == (2, 3, 3 * size[0], 3 * size[1])
    assert y.dtype == torch.float32
    assert 0 <= float(y.min()) <= float(y.max()) <= 1


@pytest.mark.parametrize("name", list(NETWORKS))
def test_a_change_outside_the_receptive_field_changes_nothing(name):
    model = small(name)
    radius = model.info.receptive_field
    x = torch.rand(1, 3, 1, 4 * radius + 3)
    changed = x.clone()
    middle = 2 * radius + 1
    changed[..., middle + radius + 1 :] += 1
    before, after = model.residual(x), model.residual(changed)
    assert torch.equal(before[..., middle * 3 : middle * 3 + 3], after[..., middle * 3 : middle * 3 + 3])


@pytest.mark.parametrize("name", list(NETWORKS))
def test_tiles_of_a_network_equal_the_whole_and_one_pixel_less_overlap_does_not(name):
    model = small(name)
    radius = model.info.receptive_field
    x = torch.rand(1, 3, 24, 4 * radius + 40)
    whole, cut, s = model(x), 2 * radius + 17, 3
    left = model(x[..., : cut + radius])[..., : cut * s]
    assert torch.allclose(left, whole[..., : cut * s], atol=1e-6)
    if radius:
        short = model(x[..., : cut + radius - 1])[..., : cut * s]
        assert not torch.allclose(short, whole[..., : cut * s], atol=1e-9)


@pytest.mark.parametrize("name", list(NETWORKS))
def test_the_trainable_form_of_a_network_folds_into_the_form_that_runs(name):
    net = NETWORKS.get(name).trainable(scale=2)
    assert net.folded().state_dict().keys() == NETWORKS.get(name)(scale=2).state_dict().keys()
    x = torch.rand(1, 3, 8, 8)
    assert torch.allclose(net(x), net.folded()(x), atol=1e-5)


def test_the_receptive_field_of_the_plain_network_is_not_larger_than_it_has_to_be():
    model = random_model(plain_info(depth=3), gain=1)
    radius = model.info.receptive_field
    x = torch.rand(1, 3, 4 * radius, 4 * radius)
    changed = x.clone()
    middle = 2 * radius
    changed[..., middle + radius, middle + radius] += 1
    a, b = model.residual(x), model.residual(changed)
    assert not torch.equal(
        a[..., middle * 2 : middle * 2 + 2, middle * 2 : middle * 2 + 2],
        b[..., middle * 2 : middle * 2 + 2, middle * 2 : middle * 2 + 2],
    )


def test_folding_keeps_the_function_of_every_branch():
    torch.manual_seed(3)
    net = Plain(scale=2, channels=8, depth=3, branched=True)
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.05)
    x = torch.rand(1, 3, 12, 15)
    folded = net.folded()
    assert torch.allclose(net(x), folded(x), atol=1e-5)
    assert sum(p.numel() for p in folded.parameters()) < sum(p.numel() for p in net.parameters())


def test_each_branch_of_the_convolution_is_what_it_says():
    conv = BranchedConv(3, 3)
    with torch.no_grad():
        conv.weight.zero_()
    x = torch.rand(1, 3, 9, 9)
    assert torch.allclose(conv(x), x), "only the identity is left"
    with torch.no_grad():
        conv.edge_gain[2] = torch.eye(3)
    laplacian = (conv(x) - x)[0, 0, 4, 4] * 4
    expected = x[0, 0, 3, 4] + x[0, 0, 5, 4] + x[0, 0, 4, 3] + x[0, 0, 4, 5] - 4 * x[0, 0, 4, 4]
    assert torch.allclose(laplacian, expected, atol=1e-5)


def test_training_goes_on_from_folded_weights_with_the_same_function():
    torch.manual_seed(1)
    source = Plain(scale=2, channels=8, depth=2, branched=True).folded()
    target = Plain(scale=2, channels=8, depth=2, branched=True)
    target.adopt(source.state_dict(), same_scale=True)
    x = torch.rand(1, 3, 8, 8)
    assert torch.allclose(target(x), source(x), atol=1e-5)


def test_a_body_moves_to_another_scale_without_its_tail():
    source = Plain(scale=2, channels=8, depth=2)
    target = Plain(scale=4, channels=8, depth=2, branched=True)
    target.adopt(source.state_dict(), same_scale=False)
    assert torch.allclose(target.convs[1].kernel(), source.convs[1].weight, atol=1e-6)
    assert target(torch.rand(1, 3, 4, 4)).shape == (1, 3, 16, 16)


def test_the_bicubic_base_has_the_kernel_of_matlab_and_pillow():
    step = torch.zeros(1, 1, 1, 12)
    step[..., 6:] = 1
    row = resample(step, 2, "bicubic")[0, 0, 0]
    assert float(row.max()) == pytest.approx(1.0703125, abs=1e-6), "overshoot of a = -0.5; a = -0.75 gives 1.105"


def test_a_card_that_claims_less_than_its_network_sees_is_refused():
    from enhancer.errors import ModelError

    with pytest.raises(ModelError, match="receptive_field"):
        build(plain_info(receptive_field=1))
