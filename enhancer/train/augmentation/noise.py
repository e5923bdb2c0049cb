"""Gaussian noise of a random strength (ADA, Karras et al. 2020, appendix B); alpha stays."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from .operation import Operation, colours, column

STRENGTH = 0.1
"""Spread of the half-normal distribution that the noise's standard deviation comes from."""
EDGE = 1e-4
_WORD = 2**32
_SEED = 2**24
"""What a float32 uniform tells apart."""


def _noise(x: Tensor, u: Tensor, _: bool) -> Tensor:
    """u: strength, and two numbers that seed the picture's own sequence: the same u is the same noise everywhere."""
    count = colours(x)
    shape = (count, *x.shape[2:])
    seeds = (u[:, 1:3].double() * _SEED).long()
    # Salts, because a hash of 0 is 0.
    key = _hash(_hash(seeds[:, 0] + 0x9E3779B9) ^ seeds[:, 1])[:, None]
    place = torch.arange(math.prod(shape), device=x.device)[None]
    first, second = (_hash(_hash(2 * place + k + 1) ^ key).float() / _WORD for k in (0, 1))
    normal = torch.sqrt(-2 * torch.log(first.clamp(min=0.5 / _WORD))) * torch.cos(2 * math.pi * second)
    noise = normal.reshape(-1, *shape).to(x.dtype) * column(_strength(u), 0, x)
    if count == x.shape[1]:
        return x + noise
    return torch.cat([x[:, :count] + noise, x[:, count:]], dim=1)


def _strength(u: Tensor) -> Tensor:
    """(N,1): the absolute value of a normal deviate."""
    normal: Tensor = torch.special.ndtri(0.5 + u[:, :1].clamp(max=1 - EDGE) / 2)
    return STRENGTH * normal


def _hash(value: Tensor) -> Tensor:
    """A mixing of 32 bits held in int64: xor of shifts and odd products, none of which overflows."""
    value = value & (_WORD - 1)
    for _ in range(2):
        value = ((value ^ (value >> 16)) * 0x045D9F3B) & (_WORD - 1)
    return value ^ (value >> 16)


NOISE = Operation(3, _noise)
