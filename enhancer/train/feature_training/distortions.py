"""Six ways of spoiling a picture, each by a strength from 0 (hardly seen) to 1 (gross): numpy and OpenCV, no torch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float32]
Distortion = Callable[[Picture, float, np.random.Generator], Picture]


def distort(picture: Picture, kind: str, strength: float, rng: np.random.Generator) -> Picture:
    """picture (H,W,3) float32 RGB in [0,1], strength in [0,1]; the same shape, in [0,1]. kind: a key of DISTORTIONS."""
    return np.asarray(np.clip(DISTORTIONS[kind](picture, strength, rng), 0, 1), np.float32)


def _between(low: float, high: float, strength: float) -> float:
    """Geometric, as strengths are perceived."""
    return float(low * (high / low) ** strength)


def _noise(picture: Picture, strength: float, rng: np.random.Generator) -> Picture:
    sigma = _between(0.01, 0.25, strength)
    return picture + sigma * rng.standard_normal(picture.shape, np.float32)


def _blur(picture: Picture, strength: float, rng: np.random.Generator) -> Picture:
    return _image(cv2.GaussianBlur(picture, (0, 0), _between(0.5, 5.0, strength), borderType=cv2.BORDER_REFLECT_101))


def _jpeg(picture: Picture, strength: float, rng: np.random.Generator) -> Picture:
    quality = round(_between(85.0, 5.0, strength))
    codes = np.round(np.clip(picture, 0, 1) * 255).astype(np.uint8)
    _, data = cv2.imencode(".jpg", codes[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return _image(cv2.imdecode(data, cv2.IMREAD_COLOR))[..., ::-1] / np.float32(255)


def _colour(picture: Picture, strength: float, rng: np.random.Generator) -> Picture:
    """Gains of the channels, brightness and saturation, all in random directions, of one size together."""
    size = _between(0.03, 0.5, strength)
    direction = rng.standard_normal(5)
    gains, brightness, saturation = np.split(direction / np.linalg.norm(direction) * size * 1.5, [3, 4])
    grey = picture.mean(axis=2, keepdims=True)
    coloured = grey + (picture - grey) * np.float32(1 + saturation[0])
    return _image(coloured * np.exp(gains).astype(np.float32) + np.float32(brightness[0] / 2))


def _shrink(picture: Picture, strength: float, rng: np.random.Generator) -> Picture:
    height, width = picture.shape[:2]
    factor = _between(1.3, 8.0, strength)
    small = (max(2, round(width / factor)), max(2, round(height / factor)))
    reduced = cv2.resize(picture, small, interpolation=cv2.INTER_AREA)
    return _image(cv2.resize(reduced, (width, height), interpolation=cv2.INTER_CUBIC))


def _warp(picture: Picture, strength: float, rng: np.random.Generator) -> Picture:
    """A smooth random displacement, whose mean length in pixels grows with the strength."""
    height, width = picture.shape[:2]
    amount = _between(0.3, 5.0, strength)
    flows = []
    for _ in range(2):
        # Knots about 16 pixels apart, so that any size of picture is bent alike.
        knots = rng.standard_normal((height // 16 + 3, width // 16 + 3)).astype(np.float32)
        flow = cv2.resize(knots, (width, height), interpolation=cv2.INTER_CUBIC)
        flows.append(flow / np.float32(np.sqrt(np.mean(flow * flow)) + 1e-6) * np.float32(amount / np.sqrt(2)))
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    moved = cv2.remap(picture, columns + flows[0], rows + flows[1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101)
    return _image(moved)


def _image(values: Any) -> Picture:
    return np.asarray(values, np.float32)


DISTORTIONS: dict[str, Distortion] = {
    "noise": _noise,
    "blur": _blur,
    "jpeg": _jpeg,
    "colour": _colour,
    "shrink": _shrink,
    "warp": _warp,
}
"""By name; what the photo features are trained and judged on."""
