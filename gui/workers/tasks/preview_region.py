"""A part of a picture as the whole picture's run would give it: read with its context, enlarged, brought to size.

Boxes are half-open, in pixels. "Input" pixels are the source's, "model" pixels those at the model's scale, "result"
pixels those of the size that was asked for.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from enhancer.enhance.size import SizeRule
from enhancer.enhance.tiles import Box
from enhancer.images.image import Image
from enhancer.images.kernels import Taps, taps
from enhancer.images.resize import THIN, reduce
from enhancer.images.transfer import decode_to_linear, encode_from_linear, like, unit

if TYPE_CHECKING:
    from enhancer.enhance.engine import Engine
    from enhancer.events import Sink

ALIGN = 16
"""Parts begin at multiples of the engine's blocks, so that their sums are those of the whole picture."""
FIDELITY_REACH = {"off": 2, "low": 12, "exact": 12, "auto": 12}
"""Input pixels beyond a pixel's own that holding fidelity sees: correction and reduction, rounded up."""
BLOCK = 32
"""Samples resampled at a time: more multiply more zeros."""
SAMPLE = 160
"""Side of the part in the middle on which fidelity is measured, in input pixels."""
MARGIN = 4
"""Input pixels at a cut-out's border whose reduction sees beyond it."""


@dataclass(frozen=True)
class Geometry:
    """How an input of width x height lies in its result: enlarged to across x down, cut to to_width x to_height there
    at (left, top).
    """

    width: int
    height: int
    across: int
    down: int
    to_width: int
    to_height: int

    @classmethod
    def of(cls, width: int, height: int, scale: int, rule: SizeRule | None) -> Geometry:
        if rule is None:
            return cls(width, height, width * scale, height * scale, width * scale, height * scale)
        return cls(width, height, *rule.covering(width, height), *rule.target(width, height))

    @property
    def left(self) -> int:
        return (self.across - self.to_width) // 2

    @property
    def top(self) -> int:
        return (self.down - self.to_height) // 2

    def result(self, box: Box) -> Box:
        """The result pixels, before cutting, that show input `box`; empty where it is cut away."""
        return Box(
            max(box.top * self.down // self.height, self.top),
            max(box.left * self.across // self.width, self.left),
            min(-(-box.bottom * self.down // self.height), self.top + self.to_height),
            min(-(-box.right * self.across // self.width), self.left + self.to_width),
        )

    def on_source(self, box: Box) -> tuple[float, float, float, float]:
        """x, y, width, height in input pixels of a box of result pixels."""
        x, y = self.width / self.across, self.height / self.down
        return box.left * x, box.top * y, box.width * x, box.height * y


@dataclass(frozen=True)
class Piece:
    """pixels: result pixels of a part. at: where it lies on the source. psnr: of the sample, None if it is equal."""

    image: Image
    at: tuple[float, float, float, float]
    psnr: float | None
    fidelity: str
    precision: str
    notes: tuple[str, ...]


def compute(
    source: Image, engine: Engine, fidelity: str, geometry: Geometry, box: Box, sink: Sink, measure: bool = True
) -> Piece | None:
    """The piece for input pixels `box`; None where the result is cut away. Raises what the engine raises."""
    wanted = geometry.result(box)
    if wanted.height <= 0 or wanted.width <= 0:
        return None
    scale = engine.model.info.scale
    whole = (source.height * scale, source.width * scale)
    resampled = (geometry.down, geometry.across) != whole
    needed = _span(wanted, whole, geometry, scale) if resampled else box
    read = with_context(needed, source, engine, fidelity)
    part = cut_out(source, read)
    # What only the network needs to see takes no part in the rest.
    held = _widened(needed, FIDELITY_REACH[fidelity], ALIGN, source)
    done = engine.enhance(part, fidelity, sink, measure=False, inside=_seen_from(held, read))
    inner = _seen_from(needed, held)
    psnr = sample_psnr(done.image, cut_out(source, held), inner, scale) if measure else None
    image = cut_out(done.image, Box(*(scale * n for n in (inner.top, inner.left, inner.bottom, inner.right))))
    if resampled:
        image = resample_part(image, needed.top * scale, needed.left * scale, whole, geometry, wanted)
    return Piece(image, geometry.on_source(wanted), psnr, done.fidelity, done.precision, done.notes)


def with_context(box: Box, source: Image, engine: Engine, fidelity: str) -> Box:
    info = engine.model.info
    context = info.receptive_field + FIDELITY_REACH[fidelity]
    if source.alpha is not None:
        context += info.receptive_field + 2  # as far as colour is carried in under transparency
    return _widened(box, context, math.lcm(ALIGN, info.multiple_of), source)


def _widened(box: Box, context: int, step: int, source: Image) -> Box:
    """By at least `context` on each side, to multiples of `step`, as far as the source goes."""
    return Box(
        max((box.top - context) // step * step, 0),
        max((box.left - context) // step * step, 0),
        min(-(-(box.bottom + context) // step) * step, source.height),
        min(-(-(box.right + context) // step) * step, source.width),
    )


def _seen_from(box: Box, other: Box) -> Box:
    return Box(box.top - other.top, box.left - other.left, box.bottom - other.top, box.right - other.left)


def cut_out(image: Image, box: Box) -> Image:
    rows, columns = slice(box.top, box.bottom), slice(box.left, box.right)
    alpha = None if image.alpha is None else image.alpha[rows, columns]
    return replace(image, pixels=image.pixels[rows, columns], alpha=alpha)


def sample_psnr(result: Image, part: Image, inner: Box, scale: int) -> float | None:
    """Of the middle of `inner`, reduced again, against the input, in dB; None if equal or nothing can be measured."""
    rows = _middle(inner.top, inner.bottom)
    columns = _middle(inner.left, inner.right)
    before = unit(part.pixels[rows[0] : rows[1], columns[0] : columns[1]])
    after = unit(result.pixels[rows[0] * scale : rows[1] * scale, columns[0] * scale : columns[1] * scale])
    reduced = reduce(np.ascontiguousarray(after), scale) if scale > 1 else after
    edge = MARGIN if min(before.shape[:2]) > 4 * MARGIN else 0
    height, width = before.shape[:2]
    inside = (slice(edge, height - edge), slice(edge, width - edge))
    error = float(np.mean((reduced[inside] - before[inside]) ** 2))
    return None if error <= 0 else -10 * math.log10(error)


def _middle(first: int, last: int) -> tuple[int, int]:
    if last - first <= SAMPLE:
        return first, last
    start = (first + last - SAMPLE) // 2
    return start, start + SAMPLE


def _span(wanted: Box, whole: tuple[int, int], geometry: Geometry, scale: int) -> Box:
    """The input pixels whose model pixels the resampling of `wanted` reads."""
    rows, columns = _taps(whole, geometry)
    top, bottom = rows.span(wanted.top, wanted.bottom)
    left, right = columns.span(wanted.left, wanted.right)
    return Box(top // scale, left // scale, -(-bottom // scale), -(-right // scale))


def _taps(whole: tuple[int, int], geometry: Geometry) -> tuple[Taps, Taps]:
    return (
        taps(whole[0], geometry.down, "bicubic", True),
        taps(whole[1], geometry.across, "bicubic", True),
    )


def resample_part(image: Image, top: int, left: int, whole: tuple[int, int], geometry: Geometry, wanted: Box) -> Image:
    """What `images.resize.resize_to` gives in `wanted` for the whole picture; `image` is its part from (top, left)."""
    rows, columns = _taps(whole, geometry)

    def along(values: NDArray[np.float32]) -> NDArray[np.float32]:
        """(C,h,w) to (C, rows of wanted, columns of wanted)."""
        values = np.concatenate([m @ values[:, a:b] for m, a, b in _blocks(rows, wanted.top, wanted.bottom, top)], 1)
        pieces = [values[..., a:b] @ m.T for m, a, b in _blocks(columns, wanted.left, wanted.right, left)]
        return np.concatenate(pieces, 2)

    light = np.ascontiguousarray(decode_to_linear(image.pixels).transpose(2, 0, 1))
    if image.alpha is None:
        return replace(image, pixels=encode_from_linear(_packed(along(light)), image.pixels.dtype))
    cover = unit(image.alpha)[None]
    plain, weighted, cover = along(light), along(light * cover), along(cover)
    light = np.where(cover > THIN, weighted / np.maximum(cover, THIN), plain)
    alpha = like(cover[0], image.alpha.dtype)
    return replace(image, pixels=encode_from_linear(_packed(light), image.pixels.dtype), alpha=alpha)


def _packed(planar: NDArray[np.float32]) -> NDArray[Any]:
    return np.ascontiguousarray(planar.transpose(1, 2, 0))


def _blocks(along: Taps, first: int, last: int, start: int) -> list[tuple[NDArray[np.float32], int, int]]:
    """Matrices of BLOCK outputs each, and which samples, counted from `start`, they read."""
    found = []
    for a in range(first, last, BLOCK):
        b = min(a + BLOCK, last)
        low, high = along.span(a, b)
        found.append((along.matrix(a, b, low, high), low - start, high - start))
    return found
