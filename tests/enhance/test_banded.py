"""The banded maps against their definitions: imresize, the pseudo-inverse, the model's own base."""

import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from enhancer.enhance.banded import BLOCK, Axis, chunks, cut, down
from enhancer.images.resize import reduce
from enhancer.models.model import resample

CPU = torch.device("cpu")


def both(kind, x, scale, height, width):
    """A map along both axes of (C,H,W); rows block by block, as the stream does."""
    rows, columns = Axis(kind, height, scale, CPU), Axis(kind, width, scale, CPU)
    parts = [rows.part(a, b) for a, b in cut(height)]
    y = torch.cat([down(part.matrix, x[:, slice(*part.source)]) for part in parts], 1)
    spans = [(a, b, slice(*columns.source(a, b))) for a, b in chunks(width, 512 // scale, CPU)]
    return torch.cat([columns.columns(y[..., source], a, b) for a, b, source in spans], -1)


@given(st.integers(1, 500))
def test_blocks_cover_an_axis_in_order(n):
    blocks = cut(n)
    assert blocks[0][0] == 0
    assert blocks[-1][1] == n
    assert all(a[1] == b[0] for a, b in itertools.pairwise(blocks))
    assert all(b - a == BLOCK for a, b in blocks[:-1])
    assert len(blocks) == 1 or BLOCK <= blocks[-1][1] - blocks[-1][0] < 2 * BLOCK


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
@pytest.mark.parametrize("size", [(1, 1), (5, 90), (33, 17), (130, 201)])
def test_reduce_is_the_degradation_of_the_cards(scale, size):
    rng = np.random.default_rng(3)
    pixels = rng.random((size[0] * scale, size[1] * scale, 3), np.float32)
    ours = both("reduce", torch.from_numpy(pixels).permute(2, 0, 1), scale, *size)
    np.testing.assert_allclose(ours.permute(1, 2, 0).numpy(), reduce(pixels, scale), atol=2e-6)


@pytest.mark.parametrize("scale", [2, 3, 4])
@pytest.mark.parametrize("size", [(1, 1), (5, 90), (33, 17), (130, 201)])
def test_reducing_what_was_restored_gives_it_back(scale, size):
    low = torch.rand(2, *size, generator=torch.Generator().manual_seed(1)) - 0.5
    again = both("reduce", both("restore", low, scale, *size), scale, *size)
    assert (again - low).abs().max() < 1e-3
    assert (again - low).square().mean().sqrt() < 1e-4


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
@pytest.mark.parametrize("size", [(1, 1), (2, 90), (33, 17), (130, 201)])
def test_enlarge_is_the_base_of_a_model(scale, size):
    x = torch.rand(1, 3, *size)
    assert (both("enlarge", x[0], scale, *size) - resample(x, scale, "bicubic")[0]).abs().max() < 5e-5


def test_spread_keeps_a_constant_and_removes_blocks():
    flat = torch.full((1, 60, 140), 0.3)
    assert (both("spread", flat, 2, 60, 140) - 0.3).abs().max() < 1e-6
    blocks = torch.arange(160).div(8, rounding_mode="floor").remainder(2).float().expand(1, 64, 160) - 0.5
    assert both("spread", blocks, 2, 64, 160)[..., 60:-60].abs().max() < 0.1
