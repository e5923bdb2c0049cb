"""A convolution that gradient penalties differentiate twice at the price of convolutions.

What a penalty on the gradient at the pictures teaches goes through the gradient of that gradient. torch derives it with
pictures as kernels, transposed and copied, group by group. Written as what it is, it is one more convolution and one
more gradient of a weight, which the program of StyleGAN2-ADA does too. The values are the same up to rounding.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor
from torch.autograd.function import once_differentiable

_pictures_only = False


@contextmanager
def gradients_of_pictures_only() -> Iterator[None]:
    """Inside, `torch.autograd.grad` is asked for gradients of pictures alone, never of weights.

    A function cannot see which of its gradients will be used, and that of the weights would be made for nothing. One
    switch for the process: on a GPU gradients are computed in a thread of torch's own.
    """
    global _pictures_only
    before, _pictures_only = _pictures_only, True
    try:
        yield
    finally:
        _pictures_only = before


class Shape(NamedTuple):
    """What a convolution is beside its weight."""

    stride: int
    padding: int
    groups: int


def convolve(
    x: Tensor, weight: Tensor, bias: Tensor | None, *, stride: int = 1, padding: int = 0, groups: int = 1
) -> Tensor:
    """F.conv2d: x (N,C,H,W), weight (O,C/groups,k,k), bias (O,)."""
    shape = Shape(stride, padding, groups)
    if not (torch.is_grad_enabled() and x.requires_grad) or torch.compiler.is_compiling():
        return _forward(x, weight, bias, shape)
    kind = x.device.type
    if torch.is_autocast_enabled(kind):  # which does not reach what a Function computes later
        half = torch.get_autocast_dtype(kind)
        x, weight, bias = x.to(half), weight.to(half), None if bias is None else bias.to(half)
    result: Tensor = _Convolution.apply(x, weight, bias, shape)  # type: ignore[no-untyped-call]
    return result


class _Convolution(torch.autograd.Function):
    """Gradients in one call, as torch does it, unless they are to be differentiated by the penalty's own way."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor | None, shape: Shape) -> Tensor:
        ctx.save_for_backward(x, weight)
        ctx.shape = shape
        return _forward(x, weight, bias, shape)

    @staticmethod
    def backward(ctx: Any, *given: Tensor) -> tuple[Tensor | None, ...]:
        (gradient,), (x, weight) = given, ctx.saved_tensors
        if _pictures_only:
            return _PictureGradient.apply(gradient, weight, x.detach(), ctx.shape), None, None, None  # type: ignore[no-untyped-call]
        return (*_backward(gradient, x, weight, ctx.shape, ctx.needs_input_grad[:3]), None)


class _PictureGradient(torch.autograd.Function):
    """The gradient at the pictures, a convolution transposed: linear in the gradient behind it and in the weight."""

    @staticmethod
    def forward(ctx: Any, gradient: Tensor, weight: Tensor, x: Tensor, shape: Shape) -> Tensor | None:
        ctx.save_for_backward(gradient, weight)
        ctx.shape = shape
        return _backward(gradient, x, weight, shape, (True, False, False))[0]

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, *given: Tensor) -> tuple[Tensor | None, ...]:
        (second,), (gradient, weight) = given, ctx.saved_tensors
        ahead = _forward(second, weight, None, ctx.shape) if ctx.needs_input_grad[0] else None
        _, of_weight, _ = _backward(gradient, second, weight, ctx.shape, (False, ctx.needs_input_grad[1], False))
        return ahead, of_weight, None, None


def _forward(x: Tensor, weight: Tensor, bias: Tensor | None, shape: Shape) -> Tensor:
    return F.conv2d(x, weight, bias, shape.stride, shape.padding, groups=shape.groups)


def _backward(
    gradient: Tensor, x: Tensor, weight: Tensor, shape: Shape, needed: tuple[bool, bool, bool]
) -> tuple[Tensor | None, Tensor | None, Tensor | None]:
    """Gradients of x, weight and bias, None where not needed."""
    stride, padding = (shape.stride,) * 2, (shape.padding,) * 2
    found: tuple[Tensor | None, Tensor | None, Tensor | None] = torch.ops.aten.convolution_backward(
        gradient, x, weight, [len(weight)], stride, padding, (1, 1), False, (0, 0), shape.groups, needed
    )
    return found
