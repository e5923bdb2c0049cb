"""Scale, rotation and anisotropic scale about the centre, with the spreads of ADA (Karras et al. 2020, appendix B)."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from .operation import Matrix, Operation
from .sampling import warp

SPREAD = 0.2
"""Standard deviation of the binary logarithm of a scale."""
EDGE = 1e-4
"""Normal deviates are cut where the chance beyond is this: 3.7 standard deviations, a scale of 1.7."""


def _scale(u: Tensor) -> Tensor:
    """Both sides times a log-normal factor: the place read is the place written over the factor."""
    factor = torch.exp2(-SPREAD * _normal(u[:, 0]))
    return torch.diag_embed(torch.stack([factor, factor], dim=1))


def _anisotropic(u: Tensor) -> Tensor:
    """One side times a log-normal factor and the other over it."""
    factor = torch.exp2(-SPREAD * _normal(u[:, 0]))
    return torch.diag_embed(torch.stack([factor, 1 / factor], dim=1))


def _rotate(u: Tensor) -> Tensor:
    """By U(-pi, pi)."""
    angle = 2 * math.pi * u[:, 0] - math.pi
    cosine, sine = angle.cos(), angle.sin()
    return torch.stack([torch.stack([cosine, sine], dim=1), torch.stack([-sine, cosine], dim=1)], dim=1)


def _normal(u: Tensor) -> Tensor:
    normal: Tensor = torch.special.ndtri(u.clamp(EDGE, 1 - EDGE))
    return normal


def _operation(matrix: Matrix) -> Operation:
    return Operation(1, lambda x, u, wrap: warp(x, matrix(u), wrap), matrix)


SCALE = _operation(_scale)
ROTATE = _operation(_rotate)
ANISOTROPIC = _operation(_anisotropic)
