"""What an operation is, and what all of them share: where alpha is, and what lies outside of a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from torch import Tensor

Apply = Callable[[Tensor, Tensor, bool], Tensor]
Matrix = Callable[[Tensor], Tensor]

WITH_ALPHA = (2, 4)
"""Numbers of channels whose last one is alpha."""


@dataclass(frozen=True)
class Operation:
    """One way of changing pictures, affine in each of them and made of parts that can be differentiated twice.

    uniforms: K, the numbers in [0,1) that one picture needs.
    apply: (x (N,C,H,W) in [-1,1], u (N,K), wrap) -> the same shape and dtype; pure, and blind to the other pictures of
    the batch. wrap: what leaves on one side comes in on the other; else `outside` comes in.
    matrix: u (N,K) -> (N,2,2), where the operation is linear about the centre (see `affine`): neighbours are then
    folded into one resampling.
    """

    uniforms: int
    apply: Apply
    matrix: Matrix | None = None


def outside(x: Tensor) -> float:
    """The value of what comes in: transparent black where there is alpha, else the zero of Zhao et al. 2020."""
    return -1.0 if x.shape[1] in WITH_ALPHA else 0.0


def colours(x: Tensor) -> int:
    """The number of channels that are not alpha."""
    return x.shape[1] - (x.shape[1] in WITH_ALPHA)


def column(u: Tensor, number: int, like: Tensor) -> Tensor:
    """Uniforms number `number` of all pictures as (N,1,1,1) in the dtype of `like`."""
    return u[:, number].to(like.dtype)[:, None, None, None]
