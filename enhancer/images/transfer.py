"""The sRGB transfer curve, forwards and backwards, in floats and through tables. IEC 61966-2-1."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def to_linear(encoded: NDArray[Any]) -> Floats:
    """Light from sRGB-encoded values, nominally [0,1]; the straight piece goes on below 0, the power above 1."""
    x = np.asarray(encoded, np.float32)
    power = cv2.pow((np.maximum(x, 0) + np.float32(0.055)) / np.float32(1.055), 2.4).reshape(x.shape)
    return np.where(x <= 0.04045, x / np.float32(12.92), power).astype(np.float32, copy=False)


def from_linear(light: NDArray[Any]) -> Floats:
    """The inverse of `to_linear`, within 1e-6."""
    x = np.asarray(light, np.float32)
    power = np.float32(1.055) * cv2.pow(np.maximum(x, 0), 1 / 2.4).reshape(x.shape) - np.float32(0.055)
    return np.where(x <= 0.0031308, x * np.float32(12.92), power).astype(np.float32, copy=False)


def decode_to_linear(pixels: NDArray[Any]) -> Floats:
    """`to_linear` of full-range uint8 or uint16 (by table), or of float32."""
    if pixels.dtype == np.float32:
        return to_linear(pixels)
    return np.take(_linear_table(int(np.iinfo(pixels.dtype).max)), pixels)


def encode_from_linear(light: Floats, dtype: np.dtype[Any]) -> NDArray[Any]:
    """`from_linear` as `dtype`, clamped and rounded; to uint8 by a table that is within 0.03 of a code of exact."""
    if dtype == np.float32:
        return from_linear(light)
    if dtype == np.uint8:
        return np.take(_byte_table(), quantise(light, np.dtype(np.uint16)))
    return quantise(from_linear(light), dtype)


def quantise(values: NDArray[Any], dtype: np.dtype[Any]) -> NDArray[Any]:
    """[0,1] floats as full-range uint8 or uint16: clamped, rounded to nearest; NaN becomes 0."""
    peak = float(np.iinfo(dtype).max)
    scaled = np.asarray(values, np.float32) * np.float32(peak)
    np.nan_to_num(scaled, copy=False, nan=0.0, posinf=peak, neginf=0.0)
    np.rint(np.clip(scaled, 0, peak, out=scaled), out=scaled)
    return scaled.astype(dtype)


def unit(values: NDArray[Any]) -> Floats:
    """Full-range uint8 or uint16 as float32 in [0,1]; float32 as it is."""
    if values.dtype == np.float32:
        return values
    return values * np.float32(1 / np.iinfo(values.dtype).max)


def like(values: NDArray[Any], dtype: np.dtype[Any]) -> NDArray[Any]:
    """[0,1] floats in `dtype`: quantised to full range, or as float32 unchanged."""
    return np.asarray(values, np.float32) if dtype == np.float32 else quantise(values, dtype)


@lru_cache(maxsize=2)
def _linear_table(peak: int) -> Floats:
    return to_linear(np.arange(peak + 1, dtype=np.float32) / np.float32(peak))


@lru_cache(maxsize=1)
def _byte_table() -> NDArray[np.uint8]:
    encoded = from_linear(np.arange(65536, dtype=np.float32) / np.float32(65535))
    return np.rint(encoded * 255).astype(np.uint8)
