"""Turning stored pixels upright by the eight orientations of EXIF."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def turn(array: NDArray[Any], orientation: int) -> NDArray[Any]:
    """(H,W,...) as stored to upright; orientation 1..8 of EXIF (TIFF 6.0, tag 274). A new array unless 1."""
    if orientation == 1:
        return array
    if orientation >= 5:
        array = np.swapaxes(array, 0, 1)
    if orientation in (3, 4, 7, 8):
        array = array[::-1]
    if orientation in (2, 3, 6, 7):
        array = array[:, ::-1]
    return np.ascontiguousarray(array)
