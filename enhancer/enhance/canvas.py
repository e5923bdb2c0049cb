"""Between pictures and tensors: input rows as planar float32, finished bands rounded into the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..images.alpha import bleed
from ..images.image import Image
from .banded import Axis, chunks


@dataclass(frozen=True)
class Source:
    """The picture as networks, base and fidelity see it.

    pixels: (H,W,C) in the picture's dtype, colour filled in under transparency. limits: of the result's values, [0,1]
    for integers; for float the range found, if it is wider. step: between two codes, in [0,1].
    """

    pixels: NDArray[Any]
    limits: tuple[float, float]
    step: float
    device: torch.device
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, image: Image, device: torch.device, radius: int) -> Source:
        """radius: how far the network sees, and so how far colour must reach under transparency."""
        pixels = image.pixels
        notes: tuple[str, ...] = ()
        limits, step = (0.0, 1.0), 1 / 65_535
        if pixels.dtype == np.float32:
            low, high = float(pixels.min()), float(pixels.max())
            if not np.isfinite(low) or not np.isfinite(high):
                pixels = np.nan_to_num(pixels, nan=0.0, posinf=1.0, neginf=0.0)
                low, high = float(pixels.min()), float(pixels.max())
                notes = ("Values that are not finite were replaced: infinite ones by white or black, others by black.",)
            limits = min(low, 0.0), max(high, 1.0)
        else:
            step = 1 / int(np.iinfo(pixels.dtype).max)
        if image.alpha is not None and image.alpha.min() == 0:
            # Two pixels more, for the base and the reduction.
            pixels = bleed(pixels, image.alpha, radius + 2)
        return cls(pixels, limits, step, device, notes)

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def channels(self) -> int:
        return int(self.pixels.shape[2])

    def box(self, top: int, bottom: int, left: int, right: int) -> Tensor:
        """A part as a new tensor (C, bottom-top, right-left), float32; integers as shares of their range."""
        part = self.pixels[top:bottom, left:right]
        if not part.flags.writeable:
            part = part.copy()  # torch warns of memory that it may not write, even if it does not
        shape = (part.shape[2], *part.shape[:2])
        planar = torch.empty(shape, device=self.device).copy_(torch.from_numpy(part).permute(2, 0, 1))
        return planar if part.dtype == np.float32 else planar.mul_(self.step)

    def rows(self, first: int, last: int) -> Tensor:
        return self.box(first, last, 0, self.width)


@dataclass(frozen=True)
class Enlargement:
    """The base of a model, band by band: `Model.base` within float rounding, several times faster."""

    source: Source
    scale: int
    base: str

    def __call__(
        self,
        first: int,
        last: int,
        residuals: Sequence[Tensor],
        into: Tensor,
        made: Callable[[int, Tensor], object] | None = None,
    ) -> Tensor:
        """Fill `into` with the base of rows [first, last) plus the residuals, which lie below each other.

        made: called with the number of each of `chunks`, and its pixels, while they are in the cache. Returns the
        input rows, (C, last-first, width).
        """
        source, scale = self.source, self.scale
        rows, columns = (Axis("enlarge", n, scale, source.device) for n in (source.height, source.width))
        part = rows.part(first, last)
        above, below = part.source if self.base == "bicubic" else (first, last)
        x = source.rows(above, below)
        for number, (left, right) in enumerate(chunks(source.width, scale, source.device)):
            piece = into[..., left * scale : right * scale]
            if self.base == "bicubic" and scale > 1:
                a, b = columns.source(left, right)
                torch.bmm(part.matrix.expand(len(x), -1, -1), columns.columns(x[..., a:b], left, right), out=piece)
            elif self.base == "none":
                piece.zero_()
            else:
                inner = x[:, first - above : last - above, left:right]
                _repeated(piece, scale).copy_(inner[:, :, None, :, None])
            top = 0
            for residual in residuals:
                height = residual.shape[1]
                piece[:, top : top + height].add_(residual[..., left * scale : right * scale])
                top += height
            if made is not None:
                made(number, piece)
        return x[:, first - above : last - above]


def _repeated(pixels: Tensor, scale: int) -> Tensor:
    """(C,R*scale,W*scale) seen as (C,R,scale,W,scale)."""
    channels, height, width = pixels.shape
    step, row, column = pixels.stride()
    shape = channels, height // scale, scale, width // scale, scale
    return pixels.as_strided(shape, (step, row * scale, row, column * scale, column), pixels.storage_offset())


def reuse(spare: list[Tensor], shape: tuple[int, ...], device: torch.device) -> Tensor:
    """An array of that shape, out of `spare` if it holds one; its values are of no meaning."""
    for _ in range(len(spare)):
        try:
            array = spare.pop()
        except IndexError:  # another worker took the last
            break
        if array.shape == shape:
            return array
    return torch.empty(shape, device=device)


def store(band: Tensor, into: NDArray[Any]) -> None:
    """Write (C,h,w) float32, clamped already, into (h,w,C) of any depth, rounded to nearest. `band` is used up."""
    if into.dtype == np.uint8 and band.device.type == "cpu":
        channels, height, width = band.shape
        # OpenCV scales, rounds and narrows in one pass, and interleaves faster than a strided copy.
        planes = cv2.convertScaleAbs(band.reshape(channels * height, width).numpy(), alpha=255.0)
        if channels == 1:
            into[:, :, 0] = planes
        else:
            cv2.merge(list(planes.reshape(channels, height, width)), into)
        return
    if into.dtype != np.float32:
        band = band.mul_(float(np.iinfo(into.dtype).max)).add_(0.5)
    packed = band.permute(1, 2, 0)
    if into.dtype == np.uint16:
        into[...] = packed.to(torch.int32).cpu().numpy()
    elif into.dtype == np.uint8:
        into[...] = packed.to(torch.uint8).cpu().numpy()
    else:
        into[...] = packed.cpu().numpy()
