"""The demonstration's pictures and numbers: the drawn truth, its degraded input, and how near results come to it.

Enhancing the input is a job like any other and happens in `jobs.run_demo`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..images.demo_scene import render_scene
from ..images.image import Image, ImageMeta
from ..images.resize import resize
from .figure import Column, Strip, draw_figure
from .scores import Scores, score, unit

SIZE = (960, 640)
WHOLE = "whole picture"
EVEN = 0.005
"""Decibels under which a difference is none."""

Floats = NDArray[np.float32]
Regions = Mapping[str, tuple[int, int, int, int]]


@dataclass(frozen=True)
class Scene:
    """truth and its reduction `low`, `scale` times smaller, both with transparency; boxes are (l, t, r, b) of truth."""

    truth: Image
    low: Image
    scale: int
    regions: Regions


@dataclass(frozen=True)
class Judged:
    """One region, or the whole: bicubic and the result against the truth."""

    region: str
    bicubic: Scores
    result: Scores

    @property
    def gain(self) -> float:
        """Decibels of PSNR-Y over bicubic; negative where the model loses."""
        return _finite(self.result.psnr_y) - _finite(self.bicubic.psnr_y)


@dataclass(frozen=True)
class Demo:
    """What the demonstration shows; the first row is the whole picture, the last one that of its transparency."""

    folder: Path
    model: str
    scale: int
    fidelity: str
    consistency: float | None
    rows: tuple[Judged, ...]
    files: tuple[str, ...]

    @property
    def losses(self) -> tuple[Judged, ...]:
        return tuple(row for row in self.rows if row.gain < -EVEN)

    def as_json(self) -> dict[str, Any]:
        return {
            "folder": str(self.folder),
            "model": self.model,
            "scale": self.scale,
            "fidelity": self.fidelity,
            "consistency_psnr": self.consistency,
            "files": list(self.files),
            "regions": [
                {
                    "region": row.region,
                    "bicubic": row.bicubic.as_json(),
                    "result": row.result.as_json(),
                    "gain": row.gain,
                }
                for row in self.rows
            ],
            "losses": [row.region for row in self.losses],
        }

    def lines(self) -> list[str]:
        """A table for people: PSNR of luma and SSIM against the truth, beside bicubic; losses are said."""
        name = max(len(self.model), 15)
        head = f"{'against the truth':<17}  {'bicubic':>15}  {self.model:>{name}}   gain"
        found = [f"A drawn scene, reduced {self.scale} times and enlarged again.", "", head]
        for row in self.rows:
            text = f"{row.region:<17}  {_cell(row.bicubic):>15}  {_cell(row.result):>{name}}  {row.gain:+5.2f} dB"
            found.append(text + ("  loses" if row.gain < -EVEN else ""))
        alpha = self.rows[0].result.psnr_alpha, self.rows[0].bicubic.psnr_alpha
        if alpha[0] is not None and alpha[1] is not None:
            cells = (f"{value:.2f} dB" for value in (alpha[1], alpha[0]))
            found.append(f"{'alpha channel':<17}  {next(cells):>15}  {next(cells):>{name}}  (PSNR of alpha)")
        found.append("")
        if self.losses:
            which = ", ".join(f"{row.region} ({row.gain:+.2f} dB)" for row in self.losses)
            found.append(f"{self.model} loses to bicubic in: {which}.")
        else:
            found.append(f"{self.model} is nowhere farther from the truth than bicubic.")
        if self.consistency is not None:
            held = f"reduced again, the result equals the input within {self.consistency:.1f} dB"
            found.append(f"Fidelity {self.fidelity}: {held}.")
        return [*found, f"Look at {self.folder / 'comparison.png'}."]


def make_scene(scale: int) -> Scene:
    """The scene at about SIZE, its sides multiples of the scale, and its antialiased bicubic reduction, 8 bit."""
    width, height = (side // scale * scale for side in SIZE)
    truth, regions = render_scene(width, height)
    truth = _named(truth)
    low = resampled(truth, height // scale, width // scale)
    return Scene(truth, low, scale, {name: tuple(box) for name, box in regions.items()})  # type: ignore[misc]


def resampled(image: Image, height: int, width: int) -> Image:
    """Antialiased bicubic on encoded values, rounded to 8 bits; colour weighted by alpha, so that none leaks in."""
    colour = unit(image.pixels)
    if image.alpha is None:
        return replace(image, pixels=_rounded(resize(colour, height, width)))
    cover = unit(image.alpha)[..., None]
    weighted = resize(np.ascontiguousarray(colour * cover), height, width)
    alpha = np.clip(resize(np.ascontiguousarray(cover), height, width), 0, 1)
    plain = resize(colour, height, width)
    seen = alpha > 1 / 510
    mixed = np.where(seen, weighted / np.maximum(alpha, 1 / 510), plain)
    return replace(image, pixels=_rounded(mixed), alpha=_rounded(alpha)[..., 0])


def judge(scene: Scene, bicubic: Image, result: Image) -> tuple[Judged, ...]:
    """Scores of the whole and of every region."""
    boxes = {WHOLE: (0, 0, scene.truth.width, scene.truth.height), **scene.regions}
    return tuple(
        Judged(
            name,
            score(_crop(bicubic, box), _crop(scene.truth, box)),
            score(_crop(result, box), _crop(scene.truth, box)),
        )
        for name, box in boxes.items()
    )


def draw_comparison(scene: Scene, bicubic: Image, result: Image, model: str, rows: tuple[Judged, ...]) -> Image:
    """The sheet: every region, enlarged, from input, bicubic, result and truth."""
    repeated = _repeated(scene.low, scene.scale)
    columns = [
        Column("input (pixels repeated)", repeated),
        Column("bicubic", bicubic),
        Column(model, result),
        Column("truth", scene.truth),
    ]
    by_name = {row.region: row for row in rows}
    strips = []
    for name, box in scene.regions.items():
        row = by_name[name]
        meaning = 0 if abs(row.gain) <= EVEN else 1 if row.gain > 0 else -1
        captions = [
            (f"1/{scene.scale} of the size", 0),
            (_cell(row.bicubic), 0),
            (f"{_cell(row.result)}  ({row.gain:+.2f} dB)", meaning),
            ("drawn", 0),
        ]
        strips.append(Strip(name, box, captions))
    whole = by_name[WHOLE]
    subtitle = (
        f"PSNR of luma / SSIM against the truth, shown at 200 %. Whole picture: bicubic {_cell(whole.bicubic)}, "
        f"{model} {_cell(whole.result)} ({whole.gain:+.2f} dB)."
    )
    return draw_figure(f"A drawn scene, reduced {scene.scale} times and enlarged again", subtitle, columns, strips)


def _named(image: Image) -> Image:
    return replace(image, meta=ImageMeta(format="png", mode=image.meta.mode, alpha_kind=image.meta.alpha_kind))


def _crop(image: Image, box: tuple[int, int, int, int]) -> Image:
    left, top, right, bottom = box
    alpha = None if image.alpha is None else image.alpha[top:bottom, left:right]
    return Image(image.pixels[top:bottom, left:right], alpha)


def _repeated(image: Image, scale: int) -> Image:
    pixels = image.pixels.repeat(scale, axis=0).repeat(scale, axis=1)
    alpha = None if image.alpha is None else image.alpha.repeat(scale, axis=0).repeat(scale, axis=1)
    return Image(pixels, alpha)


def _rounded(values: Floats) -> NDArray[np.uint8]:
    return np.round(np.clip(values, 0, 1) * 255).astype(np.uint8)


def _cell(scores: Scores) -> str:
    ssim = "" if scores.ssim is None else f" / {scores.ssim:.3f}"
    return f"{_finite(scores.psnr_y):.2f}{ssim}"


def _finite(value: float | None) -> float:
    """100 dB stands for equality."""
    return 100.0 if value is None else value
