"""Training pictures: decoded once, reduced once, and cropped in aligned pairs, each crop a function of its number.

Crop k depends on (seed, k) alone, so that resume, and any number of ranks, need no stored generator.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..errors import DataError, EnhancerError
from ..events import Sink, Warned
from ..images.formats import EXTENSIONS
from ..images.image import Image, Pixels
from ..images.read import read
from ..images.resize import reduce, resize

MAX_PIXELS = 200_000_000


@dataclass(frozen=True)
class Pair:
    """One picture and its reduction: high (3,H*scale,W*scale) and low (3,H,W), uint8."""

    path: Path
    high: Tensor
    low: Tensor


def find_pictures(folder: str, what: str) -> list[Path]:
    """Visible files below `folder` with the extension of a readable format, sorted; DataError if there are none."""
    root = Path(folder)
    if not folder or not root.is_dir():
        raise DataError(f"There is no folder {folder!r} of {what} pictures.", "Name it with --data DIR.")
    found = sorted(
        path
        for path in root.rglob("*")
        if path.suffix.lower() in EXTENSIONS
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(root).parts)
    )
    if not found:
        raise DataError(f"There are no pictures in {folder}.", f"Known: {', '.join(sorted(EXTENSIONS))}.")
    return found


def split(paths: Sequence[Path], hold_out: float) -> tuple[list[Path], list[Path]]:
    """(to learn from, to judge by), at least one of each from two pictures on, unless `hold_out` is 0.

    By rank of a hash of each name: stable, whatever the order or the folder.
    """
    count = min(len(paths) - 1, max(1, round(len(paths) * hold_out))) if hold_out > 0 else 0
    ranked = sorted(paths, key=lambda p: hashlib.sha256(p.name.encode("utf-8", "surrogateescape")).digest())
    held = set(ranked[:count])
    return [p for p in paths if p not in held], [p for p in paths if p in held]


def load_pairs(paths: Sequence[Path], scale: int, smallest: int, shrink: Sequence[float], sink: Sink) -> list[Pair]:
    """Decode, crop to a multiple of `scale` and reduce each picture. Unusable ones are named and left out.

    smallest: least side of a usable low-resolution picture. shrink: sizes at which each picture is used.
    """
    pairs: list[Pair] = []
    for path in paths:
        sink.check()
        try:
            pixels = to_rgb8(read(path, max_pixels=MAX_PIXELS))
        except EnhancerError as error:
            sink.emit(Warned(f"Left out: {error.message}", error.code, path.name))
            continue
        made = (make_pair(path, shrunk(pixels, size), scale) for size in shrink)
        usable = [pair for pair in made if pair is not None and min(pair.low.shape[1:]) >= smallest]
        if not usable:
            least = smallest * scale
            text = f"Left out: {pixels.shape[1]}x{pixels.shape[0]} pixels, and {least}x{least} are needed."
            sink.emit(Warned(text, "too-small", path.name))
        pairs += usable
    if not pairs:
        raise DataError(
            f"None of the {len(paths)} pictures can be read and is at least {smallest * scale} pixels on each side.",
            "Use larger pictures or a smaller data.patch.",
        )
    return pairs


def to_rgb8(image: Image) -> Pixels:
    """(H,W,3) uint8, alpha ignored."""
    pixels = image.pixels
    if pixels.dtype == np.uint16:
        pixels = np.round(pixels / 257.0).astype(np.uint8)
    elif pixels.dtype == np.float32:
        pixels = np.round(np.clip(pixels, 0, 1) * 255).astype(np.uint8)
    return np.repeat(pixels, 3, axis=2) if pixels.shape[2] == 1 else pixels


def shrunk(pixels: Pixels, size: float) -> Pixels:
    """(H,W,3) uint8 at `size` of its sides, antialiased bicubic."""
    if size == 1:
        return pixels
    height, width = (max(1, round(side * size)) for side in pixels.shape[:2])
    return _rounded(resize(_unit(pixels), height, width))


def make_pair(path: Path, pixels: Pixels, scale: int) -> Pair | None:
    """The pair of one (H,W,3) uint8 picture; None if it is smaller than `scale`."""
    height, width = (side // scale * scale for side in pixels.shape[:2])
    if not height or not width:
        return None
    pixels = np.ascontiguousarray(pixels[:height, :width])
    low = _rounded(reduce(_unit(pixels), scale))
    return Pair(path, _planes(pixels), _planes(low))


def fingerprint(pairs: Sequence[Pair]) -> str:
    """SHA-256 (hex) over names and reduced pixels, in order."""
    digest = hashlib.sha256()
    for pair in pairs:
        digest.update(pair.path.name.encode("utf-8", "surrogateescape"))
        digest.update(pair.low.numpy().tobytes())
    return digest.hexdigest()


class Crops:
    """Batches of aligned random crops, flipped and turned in the eight ways of the square.

    Pictures are drawn in proportion to their area, so every place of every picture is equally likely.
    """

    def __init__(self, pairs: Sequence[Pair], scale: int, patch: int, seed: int, device: torch.device) -> None:
        self._pairs = [(p.low.to(device), p.high.to(device)) for p in pairs]
        self._scale, self._patch, self._seed, self._device = scale, patch, seed, device
        areas = np.array([(low.shape[1] - patch + 1) * (low.shape[2] - patch + 1) for low, _ in self._pairs])
        self._edges = np.cumsum(areas)

    def batch(self, first: int, count: int) -> tuple[Tensor, Tensor]:
        """Crops number `first` to `first + count`: low (N,3,P,P) and high (N,3,P*scale,P*scale), float32 [0,1]."""
        p, s = self._patch, self._scale
        low = torch.empty(count, 3, p, p, dtype=torch.uint8, device=self._device)
        high = torch.empty(count, 3, p * s, p * s, dtype=torch.uint8, device=self._device)
        for n in range(count):
            pair, top, left, turn = self.draw(first + n)
            small, large = self._pairs[pair]
            a = small[:, top : top + p, left : left + p]
            b = large[:, top * s : (top + p) * s, left * s : (left + p) * s]
            low[n] = turned(a, turn)
            high[n] = turned(b, turn)
        return low.float().div_(255), high.float().div_(255)

    def draw(self, number: int) -> tuple[int, int, int, int]:
        """(pair, top, left, turn) of crop `number`."""
        rng = np.random.Generator(np.random.Philox(key=self._seed, counter=[0, 0, 0, number]))
        place = int(rng.integers(self._edges[-1]))
        pair = int(np.searchsorted(self._edges, place, side="right"))
        place -= int(self._edges[pair - 1]) if pair else 0
        columns = self._pairs[pair][0].shape[2] - self._patch + 1
        return pair, place // columns, place % columns, int(rng.integers(8))


def turned(x: Tensor, turn: int) -> Tensor:
    """One of the eight symmetries of the square: bit 0 flips rows, bit 1 columns, bit 2 transposes."""
    if turn & 1:
        x = x.flip(-2)
    if turn & 2:
        x = x.flip(-1)
    return x.transpose(-2, -1) if turn & 4 else x


def _unit(pixels: Pixels) -> NDArray[np.float32]:
    """uint8 to float32 [0,1]."""
    return np.multiply(pixels, np.float32(1 / 255), dtype=np.float32)


def _rounded(pixels: Pixels) -> Pixels:
    rounded: Pixels = np.round(np.clip(pixels, 0, 1) * 255).astype(np.uint8)
    return rounded


def _planes(pixels: Pixels) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(pixels.transpose(2, 0, 1)))
