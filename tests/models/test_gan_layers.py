"""What adversarial networks are built of: spectral norm, standing statistics, resampling, grids, first weights."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from enhancer.models.networks.gan import DISCRIMINATORS, GENERATORS
from enhancer.models.networks.gan.grid import grid_of, widths_of
from enhancer.models.networks.gan.layers import BOX, TRIANGLE, Conv, Double, Halve, gaussian
from enhancer.models.networks.gan.normalise import BatchNorm, calibrate
from enhancer.models.networks.gan.spectral import Spectral, advance_spectral
from tests.helpers_gan_networks import SPECTRAL, discriminator, generator, ready


@pytest.mark.parametrize("spectral", [(name, {"norm": "none"} if name == "dcgan" else {}) for name in SPECTRAL])
def test_spectrally_normalised_weights_have_norm_one(spectral):
    name, arguments = spectral
    judge = discriminator(name, classes=4, spectral=True, **arguments)
    for _ in range(100):
        advance_spectral(judge)
    found = [module for module in judge.modules() if isinstance(getattr(module, "spectral", None), Spectral)]
    assert len(found) == sum(p.dim() > 1 for p in judge.parameters()), "every weight"
    for module in found:
        largest = torch.linalg.matrix_norm(module.effective().detach().flatten(1), ord=2)
        assert float(largest) == pytest.approx(1, abs=2e-3)


def test_the_estimate_of_the_norm_is_near_at_once_and_moves_only_when_told():
    judge = discriminator("resgan")
    conv = judge.flat.first_conv
    assert float(torch.linalg.matrix_norm(conv.effective().detach().flatten(1), ord=2)) == pytest.approx(1, abs=0.1)
    u = conv.spectral.u.clone()
    judge(torch.randn(2, 1, 16, 24)).sum().backward()
    assert torch.equal(conv.spectral.u, u)
    out = judge(torch.randn(2, 1, 16, 24)).sum()
    advance_spectral(judge)
    assert not torch.equal(conv.spectral.u, u)
    out.backward()  # the pass before `advance` still has its vectors


def test_standing_statistics_are_those_of_all_batches_together():
    norm = BatchNorm(3)
    x = torch.randn(70, 3, 4, 5) * torch.tensor([1.0, 2.0, 5.0])[:, None, None] + 3
    net = nn.Sequential()
    net.add_module("norm", norm)
    net.eval()
    calibrate(_two(net), [(x[:10], None), (x[10:], None)])
    rows = x.movedim(1, -1).flatten(0, -2).double()
    assert torch.allclose(norm.mean.double(), rows.mean(0), atol=1e-5)
    assert torch.allclose(norm.var.double(), rows.var(0, unbiased=False), rtol=1e-5)
    assert not norm.training
    assert norm.moments is None
    y = norm(x)
    assert torch.allclose(y.mean((0, 2, 3)), torch.zeros(3), atol=1e-4)


def _two(net: nn.Module) -> nn.Module:
    """Takes labels as generators do, and ignores them."""
    outer = nn.Module()
    outer.inner = net
    outer.forward = lambda x, labels: net(x)  # type: ignore[method-assign]
    return outer


@pytest.mark.parametrize("name", ["mlp", "dcgan", "resgan"])
def test_calibration_brings_eval_near_training(name):
    made = generator(name)
    z = torch.randn(256, 6)
    wanted = made(z).detach()
    fresh = made.eval()(z).detach()
    found = ready(made, batches=16)(z).detach()
    assert float((found - wanted).abs().mean()) < 0.05
    assert float((fresh - wanted).abs().mean()) > 2 * float((found - wanted).abs().mean())


def test_a_network_without_batch_statistics_is_not_run_to_calibrate_it():
    def never():
        raise AssertionError("read")
        yield

    calibrate(generator("r3gan"), never())


@pytest.mark.parametrize("smooth", [BOX, TRIANGLE])
def test_doubling_and_halving_are_a_convolution_beside_a_plain_resampling(smooth):
    torch.manual_seed(0)
    kernel, x = (3, torch.randn(2, 3, 6, 10)) if smooth is BOX else (1, torch.randn(2, 3, 6, 10))
    double, halve = (kind(3, 5, kernel, gaussian(1), smooth=smooth) for kind in (Double, Halve))
    for layer in (double, halve):
        conv = Conv(3, 5, kernel, gaussian(1))
        conv.load_state_dict(layer.state_dict())
        if layer is halve:
            full = conv(x)
            taps = torch.tensor(smooth)
            weight = torch.outer(taps, taps)[None, None].expand(5, 1, -1, -1)
            wanted = nn.functional.conv2d(full, weight, stride=2, padding=(len(smooth) - 1) // 2, groups=5)
        elif smooth is BOX:
            wanted = conv(nn.functional.interpolate(x, scale_factor=2, mode="nearest"))
        else:
            between = nn.functional.interpolate(x, size=(11, 19), mode="bilinear", align_corners=True)
            wanted = conv(between)
            assert torch.allclose(layer(x)[..., :11, :19], wanted, atol=1e-5)
            continue
        assert torch.allclose(layer(x), wanted, atol=1e-5)


@pytest.mark.parametrize(
    ("size", "base", "stages"),
    [((32, 32), (4, 4), 3), ((28, 28), (7, 7), 2), ((32, 48), (4, 6), 3), ((64, 64), (4, 4), 4), ((8, 8), (4, 4), 1)],
)
def test_the_coarsest_grid_is_about_four(size, base, stages):
    grid = grid_of(list(size))
    assert (grid.base, grid.stages) == (base, stages)


@pytest.mark.parametrize(
    ("size", "near"),
    [((30, 30), "28x28 and 32x32"), ((45, 64), "40x64 and 48x64"), ((33, 63), "32x56 and 40x64")],
)
def test_a_size_that_does_not_halve_is_refused_and_its_neighbours_work(size, near):
    with pytest.raises(ValueError, match=near):
        grid_of(size)
    for text in near.split(" and "):
        grid_of([int(side) for side in text.split("x")])


def test_nonsense_is_refused_in_a_sentence():
    for size in ([32], [32, 0], [32.0, 32.0]):
        with pytest.raises(ValueError, match="height and width"):
            grid_of(size)
    with pytest.raises(ValueError, match="too small"):
        grid_of((7, 32))
    with pytest.raises(ValueError, match="groups"):
        GENERATORS.get("r3gan")(width=8, groups=3)
    with pytest.raises(ValueError, match="normalisation"):
        DISCRIMINATORS.get("dcgan")(norm="group")
    assert widths_of(16, 4, 64) == [16, 32, 64, 64]


def test_residual_blocks_of_the_normalisation_free_pair_start_as_nothing():
    torch.manual_seed(0)
    net = DISCRIMINATORS.get("r3gan")(size=(16, 16), width=8, blocks=2)
    for block in (block for stage in net.stages for block in stage):
        x = torch.randn(1, block.narrow.weight.shape[0], 4, 4)
        assert torch.equal(block(x), x)
    deviation = net.stages[0][0].widen.weight.detach().std()
    gain = (2 / (1 + 0.2**2)) ** 0.5 * 6**-0.25  # 3 levels of 2 blocks
    assert float(deviation) == pytest.approx(gain / 8**0.5, rel=0.25)
