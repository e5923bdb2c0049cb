"""Random numbers as pure functions of (seed, stream, number): any row can be drawn alone, in any order, on any machine.

Philox (Salmon et al. 2011) counts in blocks of four; a row begins at a block of its own, so a batch is a plain slice of
the sequence and no generator needs to be stored. numpy only.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Distribution = Literal["normal", "uniform"]

_BLOCK = 4
_SEED_LIMIT = 2**63


def uniforms(seed: int, stream: int, first: int, count: int, width: int) -> NDArray[np.float64]:
    """Rows number `first` to `first + count`, each of `width` values in [0,1): (count,width) float64.

    stream: tells uses of one seed apart (latents, augmentation, labels ...). Row n is the same in every batch.
    """
    if not 0 <= seed < _SEED_LIMIT:
        raise ValueError(f"a seed lies in [0, 2^63), not {seed}")
    blocks = -(-width // _BLOCK)
    bits = np.random.Philox(key=[seed, stream], counter=[0, 0, 0, 0])
    bits.advance(first * blocks)
    rows = np.random.Generator(bits).random(count * blocks * _BLOCK).reshape(count, blocks * _BLOCK)
    return rows[:, :width]


def normals(seed: int, stream: int, first: int, count: int, width: int) -> NDArray[np.float64]:
    """The same of the standard normal distribution (Box and Muller 1958): fixed consumption, unlike rejection."""
    half = -(-width // 2)
    pairs = uniforms(seed, stream, first, count, 2 * half)
    radius = np.sqrt(-2 * np.log1p(-pairs[:, :half]))
    angle = 2 * np.pi * pairs[:, half:]
    return np.concatenate([radius * np.cos(angle), radius * np.sin(angle)], axis=1)[:, :width]


def latents(
    distribution: Distribution, seed: int, stream: int, first: int, count: int, width: int
) -> NDArray[np.float32]:
    """(count,width) float32: standard normal, or uniform in [-1,1]."""
    if distribution == "normal":
        return normals(seed, stream, first, count, width).astype(np.float32)
    return (2 * uniforms(seed, stream, first, count, width) - 1).astype(np.float32)
