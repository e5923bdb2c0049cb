"""Crops of photos and their distorted copies: each batch a function of its number, the seed and the photos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ...errors import DataError, EnhancerError
from ...events import Sink, Warned
from ...images.image import Pixels
from ...images.read import read
from ..data import shrunk, to_rgb8
from .config import PerceptualConfig
from .distortions import DISTORTIONS, Picture, distort

CROPS, JUDGED, CALIBRATION = (number << 40 for number in (0x63726F, 0x6A7564, 0x63616C))
"""Streams of the seed."""
MIXED = 0.25
"""Share of copies that two distortions have passed over."""
OTHER = 0.05
"""Share of copies that are another crop altogether: as far apart as pictures are."""


@dataclass(frozen=True)
class Pairs:
    """first (N,3,H,W) and second (N*variants,3,H,W) float32 in [0,1]: the copies of a crop lie together."""

    first: Tensor
    second: Tensor


def load_photos(paths: Sequence[Path], config: PerceptualConfig, sink: Sink) -> list[Pixels]:
    """Each photo reduced to each of the long sides that it is not smaller than; unusable ones are named, left out."""
    photos: list[Pixels] = []
    for path in paths:
        sink.check()
        try:
            pixels = to_rgb8(read(path))
        except EnhancerError as error:
            sink.emit(Warned(f"Left out: {error.message}", error.code, path.name))
            continue
        made = [shrunk(pixels, side / max(pixels.shape[:2])) for side in config.long_sides if side <= max(pixels.shape)]
        photos += [photo for photo in made if min(photo.shape[:2]) >= config.side]
    if not photos:
        raise DataError(f"No photo can be read and is at least {min(config.long_sides)} pixels long.")
    return photos


def make_pairs(photos: Sequence[Pixels], config: PerceptualConfig, stream: int, first: int, count: int) -> Pairs:
    """Crops number `first` to `first + count` of a stream, with their copies."""
    crops: list[Picture] = []
    copies: list[Picture] = []
    for number in range(first, first + count):
        rng = np.random.Generator(np.random.Philox(key=[config.seed, stream], counter=[0, number, 0, 0]))
        crops.append(_crop(photos, config.side, rng))
        copies += [_copy(crops[-1], photos, config, rng) for _ in range(config.variants)]
    return Pairs(as_tensor(crops), as_tensor(copies))


def as_tensor(pictures: Sequence[Picture]) -> Tensor:
    """(H,W,3) float32 each, to (N,3,H,W)."""
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).contiguous()


def trained_strength(value: float, held: Sequence[float], margin: float) -> float:
    """value in [0,1) spread over [0,1] without the places within `margin` of the held-out strengths."""
    edges = [0.0, *(edge for strength in sorted(held) for edge in (strength - margin, strength + margin)), 1.0]
    lengths = np.diff(edges)[::2]
    place = value * lengths.sum()
    for start, length in zip(edges[::2], lengths, strict=True):
        if place < length:
            return float(start + place)
        place -= length
    return 1.0


def _crop(photos: Sequence[Pixels], side: int, rng: np.random.Generator) -> Picture:
    photo = photos[int(rng.integers(len(photos)))]
    top, left = (int(rng.integers(length - side + 1)) for length in photo.shape[:2])
    crop = photo[top : top + side, left : left + side].astype(np.float32) / np.float32(255)
    return crop[:, ::-1] if rng.random() < 0.5 else crop


def _copy(crop: Picture, photos: Sequence[Pixels], config: PerceptualConfig, rng: np.random.Generator) -> Picture:
    way = rng.random()
    if way < OTHER:
        return _crop(photos, config.side, rng)
    kinds = rng.permutation(list(DISTORTIONS))[: 2 if way < OTHER + MIXED else 1]
    for kind in kinds:
        strength = trained_strength(rng.random(), config.held_strengths, config.margin)
        crop = distort(np.ascontiguousarray(crop), str(kind), strength, rng)
    return crop
