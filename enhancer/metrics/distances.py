"""Squared distances between many vectors, a strip of rows at a time, so that 10,000 against 10,000 stay small."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import DataError

Features = NDArray[Any]
Float = NDArray[np.float64]

STRIP_BYTES = 64_000_000
"""Of one strip of distances in float64; at most three of that size live at once."""


def checked(features: Features, what: str, least: int = 2) -> Float:
    """(N,D) float64; DataError if there are fewer than `least` rows, or values that are not finite."""
    rows = np.asarray(features, np.float64)
    if rows.ndim != 2 or len(rows) < least:
        raise DataError(f"{what}: {least} vectors or more are needed, not an array of shape {rows.shape}.")
    if not np.isfinite(rows).all():
        raise DataError(
            f"{what}: some values are not finite.", "The pictures or the network that made them are broken."
        )
    return rows


def alike(a: Features, b: Features) -> None:
    """DataError if two sets of vectors have different widths, hence came from different networks."""
    if np.shape(a)[1:] != np.shape(b)[1:]:
        raise DataError(f"Features of different networks cannot be compared: {np.shape(a)} and {np.shape(b)}.")


def strips(a: Float, b: Float) -> Iterator[tuple[slice, Float]]:
    """(rows of a, squared distances of these to all of b), in order; each array may be changed by whoever takes it.

    By |a|^2 - 2ab + |b|^2 around the mean of b, in float64: exact to about 1e-15 of the largest squared norm.
    """
    middle = b.mean(axis=0)
    b = b - middle
    norms = np.einsum("nd,nd->n", b, b)
    step = max(1, STRIP_BYTES // (8 * len(b)))
    for first in range(0, len(a), step):
        rows = slice(first, min(first + step, len(a)))
        strip = a[rows] - middle
        squares = strip @ b.T
        squares *= -2
        squares += np.einsum("nd,nd->n", strip, strip)[:, None]
        squares += norms
        yield rows, np.maximum(squares, 0, out=squares)


def nearest(a: Features, b: Features) -> Float:
    """Distance of each row of a to the nearest row of b: (len(a),)."""
    alike(a, b)
    x, y = checked(a, "The first set", 1), checked(b, "The second set", 1)
    found = np.empty(len(x))
    for rows, squares in strips(x, y):
        found[rows] = squares.min(axis=1)
    return np.sqrt(found)


def reach(features: Features, k: int) -> Float:
    """Squared distance of each row to its k-th nearest other row: (N,). DataError if there are not more than k rows."""
    if k < 1:
        raise DataError(f"Of neighbours there is a first, a second ..., but none number {k}.")
    x = checked(features, "The set", k + 1)
    found = np.empty(len(x))
    for rows, squares in strips(x, x):
        # A row is no neighbour of itself; an equal other row is one, at distance 0.
        squares[np.arange(len(squares)), np.arange(rows.start, rows.stop)] = np.inf
        found[rows] = np.partition(squares, k - 1, axis=1)[:, k - 1]
    return found
