"""Small ICC profiles made for files that say their gamma and primaries in numbers (PNG's gAMA and cHRM)."""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]

SRGB_WHITE: Point = (0.3127, 0.3290)
SRGB_PRIMARIES: tuple[Point, Point, Point] = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))

_D50 = np.array([0.9642, 1.0, 0.8249])
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


def matrix_profile(
    exponent: float, white: Point = SRGB_WHITE, primaries: tuple[Point, Point, Point] = SRGB_PRIMARIES
) -> bytes | None:
    """An RGB profile: light = value ** exponent, colours by chromaticities x, y. None for impossible ones."""
    columns = _colourants(white, primaries)
    if columns is None:
        return None
    curve = _curve(exponent)
    tags = {b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}
    tags |= {name: _xyz(columns[:, i]) for i, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))}
    return _profile(b"RGB ", tags)


def grey_profile(exponent: float) -> bytes:
    """A grey profile: light = value ** exponent."""
    return _profile(b"GRAY", {b"kTRC": _curve(exponent)})


def _colourants(white: Point, primaries: tuple[Point, Point, Point]) -> NDArray[np.float64] | None:
    """XYZ of the primaries as columns, scaled to make the white and adapted to D50. Lindbloom, "RGB to XYZ"."""
    points = [white, *primaries]
    if any(not 0 <= x <= 1 or not 0.001 <= y <= 1 for x, y in points):
        return None
    xyz = np.array([[x / y, 1.0, (1 - x - y) / y] for x, y in points])
    try:
        scale = np.linalg.solve(xyz[1:].T, xyz[0])
    except np.linalg.LinAlgError:
        return None
    cone = _BRADFORD @ xyz[0]
    if np.any(np.abs(cone) < 1e-6) or np.any(scale <= 0):
        return None
    adapt = np.linalg.inv(_BRADFORD) @ np.diag(_BRADFORD @ _D50 / cone) @ _BRADFORD
    columns = adapt @ (xyz[1:].T * scale)
    return columns if np.all(np.abs(columns) < 8) else None


def _curve(exponent: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(min(max(exponent, 0.02), 50.0) * 256))


def _xyz(values: NDArray[np.float64]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(float(value) * 65536)) for value in values)


def _profile(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    """A version 2.4 display profile, ICC.1:2001-04; the date is fixed, so that the same file gives the same bytes."""
    name = b"From PNG gamma\0"
    text = b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(78)
    tags = {b"desc": text, b"cprt": b"text" + bytes(4) + b"No copyright\0", b"wtpt": _xyz(_D50)} | tags
    at = 128 + 4 + 12 * len(tags)
    table, bodies, places = [struct.pack(">I", len(tags))], [], {}
    for mark, body in tags.items():
        if body not in places:
            padded = body + bytes(-len(body) % 4)
            places[body] = at
            bodies.append(padded)
            at += len(padded)
        table.append(struct.pack(">4sII", mark, places[body], len(body)))
    head = struct.pack(">IIII4s4s", at, 0, 0x02400000, 0x6D6E7472, space, b"XYZ ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += b"".join(struct.pack(">i", round(float(value) * 65536)) for value in _D50)
    return b"".join((head.ljust(128, b"\0"), *table, *bodies))
