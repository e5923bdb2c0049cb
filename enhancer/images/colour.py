"""Colours of other spaces brought to sRGB, and the check that a profile fits its pixels."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import ImageCms

from .blocks import icc
from .transfer import from_linear, like

NO_PROFILE = "CMYK without a usable profile: converted by R = (1 - C)(1 - K), colours are approximate."

# CIE XYZ of D50 to linear sRGB, Bradford-adapted (B. Lindbloom).
_D50_TO_SRGB = np.array(
    [
        [3.1338561, -1.6168667, -0.4906146],
        [-0.9787684, 1.9161415, 0.0334540],
        [0.0719453, -0.2289914, 1.4052427],
    ]
)
_D50 = np.array([0.96422, 1.0, 0.82521])


def usable_profile(profile: bytes | None, channels: int) -> tuple[bytes | None, tuple[str, ...]]:
    """The profile if it is sound and describes grey (1 channel) or RGB (3), else None and a note."""
    if profile is None:
        return None, ()
    fault = icc.fault(profile, "grey" if channels == 1 else "RGB")
    if fault:
        return None, (f"Colour profile dropped: {fault}.",)
    return profile, ()


def cmyk_to_srgb(inks: NDArray[np.uint8], profile: bytes | None) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    """(H,W,4) CMYK, 255 = full ink, to (H,W,3) sRGB and what to tell the user.

    Through its profile, relative colorimetric with black point compensation; without one by a formula.
    """
    fault = "" if profile is None else icc.fault(profile, "CMYK")
    if profile is None or fault:
        lost = (f"Colour profile dropped: {fault}.",) if fault else ()
        paper = 255 - inks.astype(np.uint16)
        light = (paper[..., :3] * paper[..., 3:] + 127) // 255
        return light.astype(np.uint8), (*lost, NO_PROFILE)
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    turned = ImageCms.applyTransform(Pillow.fromarray(inks, "CMYK"), transform)
    return np.asarray(turned), ("CMYK converted to sRGB through its colour profile.",)


def lab_to_srgb(lab: NDArray[Any], dtype: np.dtype[Any]) -> NDArray[Any]:
    """(H,W,3) CIELAB of D50 (L 0..100) as sRGB in `dtype`, out-of-gamut colours clipped."""
    f_y = (lab[..., 0] + 16) / 116
    f = np.stack([f_y + lab[..., 1] / 500, f_y, f_y - lab[..., 2] / 200], axis=-1)
    xyz = _D50 * np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29))
    return like(from_linear(np.clip(xyz @ _D50_TO_SRGB.T, 0, 1)), dtype)
