"""Colour difference as eyes see it: CIELAB of sRGB and CIEDE2000."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..images.transfer import to_linear

Array = NDArray[Any]

# Linear sRGB to XYZ of D65, IEC 61966-2-1, and the white that its rows sum to.
_TO_XYZ = np.array([[0.412453, 0.357580, 0.180423], [0.212671, 0.715160, 0.072169], [0.019334, 0.119193, 0.950227]])
_WHITE = np.array([0.95047, 1.0, 1.08883])


def srgb_to_lab(pixels: Array) -> NDArray[np.float64]:
    """CIELAB (D65, 2 degrees) of encoded sRGB: (...,3) float in [0,1] to (...,3), L in [0,100]."""
    xyz = to_linear(pixels).astype(np.float64) @ _TO_XYZ.T / _WHITE
    straight = 841 / 108 * xyz + 4 / 29
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), straight)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def ciede2000(lab_a: Array, lab_b: Array) -> NDArray[np.float64]:
    """Colour difference dE00 of (...,3) CIELAB values, kL = kC = kH = 1; about 1 is just noticeable.

    Sharma, Wu, Dalal 2005, equations 2 to 22; their mean-hue rule, which differs from some older code.
    """
    l1, a1, b1 = np.moveaxis(np.asarray(lab_a, np.float64), -1, 0)
    l2, a2, b2 = np.moveaxis(np.asarray(lab_b, np.float64), -1, 0)
    chroma7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    stretch = 1 + 0.5 * (1 - np.sqrt(chroma7 / (chroma7 + 25.0**7)))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    grey = c1 * c2 == 0

    turn = (h2 - h1 + 180) % 360 - 180
    # Opposite hues: the published rule keeps +180 where the second hue is the larger.
    turn = np.where((turn == -180) & (h2 > h1), 180.0, turn)
    d_l, d_c = l2 - l1, c2 - c1
    d_h = np.where(grey, 0.0, 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2)))

    light, c = (l1 + l2) / 2, (c1 + c2) / 2
    total = h1 + h2
    near = np.abs(h1 - h2) <= 180
    wrapped = np.where(total < 360, (total + 360) / 2, (total - 360) / 2)
    h = np.where(grey, total, np.where(near, total / 2, wrapped))

    t = (
        1
        - 0.17 * np.cos(np.radians(h - 30))
        + 0.24 * np.cos(np.radians(2 * h))
        + 0.32 * np.cos(np.radians(3 * h + 6))
        - 0.20 * np.cos(np.radians(4 * h - 63))
    )
    s_l = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    s_c, s_h = 1 + 0.045 * c, 1 + 0.015 * c * t
    c7 = c**7
    rotation = -2 * np.sqrt(c7 / (c7 + 25.0**7)) * np.sin(np.radians(60 * np.exp(-(((h - 275) / 25) ** 2))))
    dl, dc, dh = d_l / s_l, d_c / s_c, d_h / s_h
    return np.asarray(np.sqrt(np.maximum(dl * dl + dc * dc + dh * dh + rotation * dc * dh, 0)))
