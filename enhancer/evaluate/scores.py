"""How alike two pictures are, in the numbers that comparisons print; which pictures are compared lies beside."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ImageError
from ..images.image import Image
from ..metrics import ciede2000, luma, psnr, srgb_to_lab, ssim

Floats = NDArray[np.float32]

COLOUR_SAMPLES = 250_000
"""Pixels, on an even grid, whose colours are compared: CIEDE2000 of a whole photo takes longer than enlarging it."""
SMALLEST_SSIM = 11
UNDER_ALPHA = 0.5
"""Grey on which transparent pictures are compared, so that neither black nor white fringes are hidden."""


@dataclass(frozen=True)
class Scores:
    """Of two pictures of one size. Decibels are None where there is no difference at all.

    psnr: over all channels. psnr_y: of BT.601 luma, not rounded. ssim: of luma, None under 11 pixels a side.
    ciede_mean, ciede_worst: CIEDE2000 on an even grid of pixels. psnr_alpha: of transparency, None if both
    are opaque or equal.
    """

    psnr: float | None
    psnr_y: float | None
    ssim: float | None
    ciede_mean: float
    ciede_worst: float
    psnr_alpha: float | None = None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def text(self) -> str:
        """One line for people."""
        parts = [
            f"PSNR {decibels(self.psnr)}",
            f"PSNR-Y {decibels(self.psnr_y)}",
            f"SSIM {self.ssim:.4f}" if self.ssim is not None else "SSIM -",
            f"CIEDE2000 mean {self.ciede_mean:.2f} worst {self.ciede_worst:.1f}",
        ]
        if self.psnr_alpha is not None:
            parts.append(f"alpha {decibels(self.psnr_alpha)}")
        return ", ".join(parts)


def score(a: Image, b: Image, border: int = 0) -> Scores:
    """Compare pictures of one size; `border` rows and columns at each edge are left out. ImageError otherwise."""
    if (a.height, a.width) != (b.height, b.width):
        raise ImageError(
            f"The pictures have different sizes: {a.width}x{a.height} and {b.width}x{b.height}.",
            "Enlarge or reduce one of them first.",
            code="size-mismatch",
        )
    x, y = flat(a), flat(b)
    if border and min(a.height, a.width) > 2 * border:
        inner = slice(border, -border)
        x, y = x[inner, inner], y[inner, inner]
    luma_x, luma_y = luma(x), luma(y)
    big_enough = min(luma_x.shape) >= SMALLEST_SSIM
    colour = colour_difference(x, y)
    return Scores(
        psnr=known(psnr(x, y)),
        psnr_y=known(psnr(luma_x, luma_y, peak=255.0)),
        ssim=ssim(luma_x, luma_y, peak=255.0) if big_enough else None,
        ciede_mean=float(colour.mean()),
        ciede_worst=float(colour.max()),
        psnr_alpha=None if a.alpha is None and b.alpha is None else known(psnr(opacity(a), opacity(b))),
    )


def colour_difference(x: Floats, y: Floats) -> NDArray[np.float64]:
    """CIEDE2000 at the pixels of an even grid of (H,W,3) sRGB in [0,1]; at most COLOUR_SAMPLES of them."""
    step = max(1, math.ceil(math.sqrt(x.shape[0] * x.shape[1] / COLOUR_SAMPLES)))
    return ciede2000(srgb_to_lab(x[::step, ::step]), srgb_to_lab(y[::step, ::step]))


def flat(image: Image) -> Floats:
    """(H,W,3) float32 in [0,1], over grey where the picture is transparent."""
    x = unit(image.pixels)
    if x.shape[2] == 1:
        x = np.repeat(x, 3, axis=2)
    if image.alpha is not None:
        cover = unit(image.alpha)[..., None]
        x = x * cover + np.float32(UNDER_ALPHA) * (1 - cover)
    return np.clip(x, 0, 1)


def opacity(image: Image) -> Floats:
    """(H,W) float32, 1 where opaque."""
    return np.ones((image.height, image.width), np.float32) if image.alpha is None else unit(image.alpha)


def unit(values: NDArray[Any]) -> Floats:
    """Codes of any depth as float32, full scale 1."""
    peak = np.iinfo(values.dtype).max if values.dtype != np.float32 else 1
    return values.astype(np.float32) / np.float32(peak)


def known(value: float) -> float | None:
    """The value, None instead of an infinity, which JSON cannot say."""
    return value if math.isfinite(value) else None


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of what is known, None if nothing is."""
    found = [value for value in values if value is not None]
    return float(np.mean(found)) if found else None


def decibels(value: float | None) -> str:
    return "equal" if value is None else f"{value:.2f} dB"
