"""Operations in a row, each on the pictures that its gate lets through. Pure: randomness comes in as uniforms."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import torch
from torch import Tensor

from . import OPERATIONS
from .operation import Operation
from .sampling import warp

BELOW_ONE = 1 - 2**-24
"""The largest float32 below 1: a float64 uniform may round up to 1."""


def width(operations: Sequence[str]) -> int:
    """Uniforms that one picture needs: a gate and its own numbers for each operation. SpecError for an unknown name."""
    return sum(1 + OPERATIONS.get(name).uniforms for name in operations)


def augment(
    x: Tensor,
    uniforms: Tensor,
    operations: Sequence[str],
    probability: float | Tensor,
    *,
    wrap: bool = False,
    disabled: Collection[str] = (),
) -> Tensor:
    """x (N,C,H,W) in [-1,1], augmented; the range may be left, as in the papers. The same shape and dtype.

    uniforms: (N,width(operations)) in [0,1), on the device of x; the same ones give the same pictures.
    probability: of each operation for each picture, [0,1]. disabled: operations to leave out; the others still use
    the same uniforms. wrap: the pictures tile, and what moves out comes in at the other side.
    Differentiable in x, any number of times. SpecError for an unknown name.
    """
    if uniforms.shape != (len(x), width(operations)):
        raise ValueError(f"uniforms {tuple(uniforms.shape)} instead of {(len(x), width(operations))}")
    if isinstance(probability, float | int) and probability <= 0:
        return x
    uniforms = uniforms.float().clamp(max=BELOW_ONE)
    start, pending = 0, None
    for name in operations:
        operation: Operation = OPERATIONS.get(name)
        gate, u = uniforms[:, start], uniforms[:, start + 1 : start + 1 + operation.uniforms]
        start += 1 + operation.uniforms
        if name in disabled:
            continue
        on = gate < probability
        if operation.matrix is not None:
            unit = torch.eye(2, device=x.device).expand(len(x), 2, 2)
            matrix = torch.where(on[:, None, None], operation.matrix(u), unit)
            # The first operation is the innermost: its place is looked up with the last one's result.
            pending = matrix if pending is None else _product(pending, matrix)
            continue
        if pending is not None:
            x, pending = warp(x, pending, wrap), None
        x = torch.where(on[:, None, None, None], operation.apply(x, u, wrap), x)
    return x if pending is None else warp(x, pending, wrap)


def _product(first: Tensor, second: Tensor) -> Tensor:
    """Of (N,2,2) matrices, written out: `@` would lose digits under autocast."""
    return (first[:, :, :, None] * second[:, None]).sum(dim=2)
