"""A tile with a known answer: small whole numbers through convolutions, worked out
without torch, compared with torch.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from .device import Device
from .precision import DTYPES, Precision

SIDE, WIDTH, SCALE = 24, 8, 2


@dataclass(frozen=True)
class Answer:
    """Whether a device was right in a precision, and by how much it was off, or what it said instead."""

    precision: Precision
    right: bool
    text: str


def answers(device: Device) -> tuple[Answer, ...]:
    """The answer of a device in every precision; never raises for what a device does."""
    return tuple(_answer(device, precision) for precision in DTYPES)


@lru_cache(maxsize=1)
def problem() -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """picture (3,S,S), weights of two layers (8,3,3,3) and (12,8,3,3), and the answer (3,2S,2S): all whole numbers.

    Small enough that every product and sum is exact in float32, and every value before the last layer in all
    precisions.
    """
    rng = np.random.default_rng(2024)
    picture = rng.integers(0, 4, (3, SIDE, SIDE))
    first = rng.integers(-1, 2, (WIDTH, 3, 3, 3))
    second = rng.integers(-1, 2, (3 * SCALE**2, WIDTH, 3, 3))
    result = _convolve(np.maximum(_convolve(picture, first), 0), second)
    shuffled = result.reshape(3, SCALE, SCALE, SIDE, SIDE).transpose(0, 3, 1, 4, 2)
    return picture, first, second, shuffled.reshape(3, SIDE * SCALE, SIDE * SCALE)


def _convolve(x: NDArray[np.int64], weight: NDArray[np.int64]) -> NDArray[np.int64]:
    """(C,H,W) with (O,C,3,3) to (O,H,W), zeros around; as the definition says, in whole numbers."""
    padded = np.pad(x, ((0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(1, 2))
    result: NDArray[np.int64] = np.einsum("chwij,ocij->ohw", windows, weight)
    return result


def _answer(device: Device, precision: Precision) -> Answer:
    picture, first, second, wanted = problem()
    dtype = DTYPES[precision]
    try:
        with torch.inference_mode():
            x, a, b = (torch.from_numpy(v).to(device.torch, dtype) for v in (picture[None], first, second))
            x = x.contiguous(memory_format=torch.channels_last)
            y = F.pixel_shuffle(F.conv2d(F.relu(F.conv2d(x, a, padding=1)), b, padding=1), SCALE)
            found = y[0].float().cpu().numpy()
    except (RuntimeError, NotImplementedError) as error:
        return Answer(precision, False, str(error).splitlines()[0][:120] if str(error) else "no answer")
    off = float(np.abs(found - wanted).max())
    # The last sum may be rounded once to the precision; some kernels round twice on the way.
    allowed = 0.0 if precision == "fp32" else 2 * float(torch.finfo(dtype).eps) * float(np.abs(wanted).max())
    right = bool(np.isfinite(found).all()) and off <= allowed
    return Answer(precision, right, f"off by {off:g} of {np.abs(wanted).max()}")
