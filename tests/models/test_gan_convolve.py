"""The convolution of GANs is torch's own in value and in both derivatives, and knows when only pictures are asked."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.autograd import gradgradcheck

from enhancer.models.networks.gan.convolve import convolve, gradients_of_pictures_only


def drawn(groups=1, kernel=3, bias=True, dtype=torch.float64):
    torch.manual_seed(0)
    x = torch.randn(2, 2 * groups, 5, 6, dtype=dtype, requires_grad=True)
    weight = torch.randn(3 * groups, 2, kernel, kernel, dtype=dtype, requires_grad=True)
    return x, weight, torch.randn(3 * groups, dtype=dtype, requires_grad=True) if bias else None


def penalised(convolution, x, weight, bias, *, inside, **how):
    """Gradients of a loss with a penalty on the gradient at the pictures, through something that bends."""
    logits = F.leaky_relu(convolution(x, weight, bias, **how), 0.2).square()
    with inside():
        (gradient,) = torch.autograd.grad(logits.sum(), x, create_graph=True)
    loss = logits.mean() + gradient.square().sum()
    return gradient, torch.autograd.grad(loss, [value for value in (x, weight, bias) if value is not None])


@settings(deadline=None, max_examples=60)
@given(
    groups=st.sampled_from([1, 2]),
    kernel=st.sampled_from([1, 3, 4]),
    stride=st.sampled_from([1, 2]),
    padding=st.integers(0, 2),
    bias=st.booleans(),
    only=st.booleans(),
)
def test_value_and_both_derivatives_are_those_of_torch(groups, kernel, stride, padding, bias, only):
    given_values = drawn(groups, kernel, bias)
    how = {"stride": stride, "padding": padding, "groups": groups}
    assert torch.equal(convolve(*given_values, **how), F.conv2d(*given_values, **how))
    inside = gradients_of_pictures_only if only else nullcontext
    mine, own = penalised(convolve, *given_values, inside=inside, **how)
    theirs, expected = penalised(F.conv2d, *given_values, inside=nullcontext, **how)
    torch.testing.assert_close(mine, theirs)
    for one, other in zip(own, expected, strict=True):
        torch.testing.assert_close(one, other)


def test_without_the_switch_it_can_be_differentiated_twice_by_all_it_takes():
    assert gradgradcheck(lambda *values: convolve(*values, stride=2, padding=1), drawn(kernel=2))


def test_with_the_switch_gradients_of_weights_are_not_made():
    x, weight, bias = drawn()
    with gradients_of_pictures_only():
        found = torch.autograd.grad(convolve(x, weight, bias).sum(), [x, weight, bias], allow_unused=True)
    assert [value is None for value in found] == [False, True, True]
    found = torch.autograd.grad(convolve(x, weight, bias).sum(), [x, weight, bias])
    assert all(value is not None for value in found), "the switch is back"


def test_the_switch_goes_back_after_an_error():
    x, weight, _ = drawn(bias=False)
    with pytest.raises(RuntimeError, match="as it should"), gradients_of_pictures_only():
        raise RuntimeError("as it should")
    (found,) = torch.autograd.grad(convolve(x, weight, None).sum(), weight)
    assert found is not None


def test_autocast_reaches_it_and_gradients_come_back_in_the_types_of_what_was_given():
    x, weight, bias = drawn(dtype=torch.float32)
    with torch.autocast("cpu", torch.bfloat16):
        y = convolve(x, weight, bias)
    assert y.dtype == torch.bfloat16
    found = torch.autograd.grad(y.sum(), [x, weight, bias])
    assert {value.dtype for value in found} == {torch.float32}


def test_what_needs_no_gradient_of_pictures_is_torchs_own():
    x, weight, bias = drawn()
    assert convolve(x.detach(), weight, bias).grad_fn.name().startswith("Convolution")
    with torch.no_grad():
        assert convolve(x, weight, bias).grad_fn is None
