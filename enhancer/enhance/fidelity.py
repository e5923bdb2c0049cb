"""Fidelity: how strictly a result, reduced again, must equal its input, and the streaming correction that makes it so.

Measuring how well it holds is in `consistency`; the matrices are in `banded`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Literal, NamedTuple

import torch
from torch import Tensor

from ..errors import SpecError
from ..images.image import ImageMeta
from ..models.info import ModelInfo
from ..runtime.workers import Workers
from .banded import Axis, Kind, Part, chunks, down
from .fidelity_band import Band, Error, Reduced, channels, clamp

Mode = Literal["exact", "low", "off"]

JPEG_QUALITY = 85
"""Below it the blocks of a JPEG are visible, and enlarging faithfully would enlarge them."""

EXACT_GAINS = (1.0, 1.8, 1.8)
"""Of the passes. The first makes the reduction equal; clamping then undoes some of that, where the picture is near
black or white, and each further pass mends it, there only. Projecting beyond the goal (over-relaxation, at most 2)
gets as far in two passes as plain projection in four. Mean and least consistency on Set5 and Set14, x4, in dB:
63.2 and 44.4 after one pass, 67.4 and 48.7 after two, 69.0 and 51.4 after three; Y-PSNR rises by 0.10 dB."""


class Chosen(NamedTuple):
    """The mode, and a sentence for the report where the choice needs one."""

    mode: Mode
    note: str


def choose_fidelity(requested: str, info: ModelInfo, meta: ImageMeta) -> Chosen:
    """Which mode holds for a picture with this model; `requested` is auto, exact, low or off.

    `auto`: off where the picture is meant to become another (translate, generate); low for models that also restore,
    for degradations other than bicubic, and for JPEGs of an estimated quality below 85; else exact.
    """
    if requested not in ("auto", "exact", "low", "off"):
        raise SpecError(f"There is no fidelity {requested!r}.", "Use auto, exact, low or off.")
    if requested == "off":
        return Chosen("off", "")
    if requested == "low":
        return Chosen("low", "")
    blocky = meta.jpeg_quality is not None and meta.jpeg_quality < JPEG_QUALITY
    if requested == "exact":
        chosen = _exact(info)
        note = f"The input is a JPEG of quality about {meta.jpeg_quality}: its compression blocks are enlarged too."
        return Chosen("exact", note) if blocky and chosen.mode == "exact" else chosen
    if info.purpose in ("translate", "generate"):
        return Chosen("off", "")
    if info.restores or info.scale == 1 or info.degradation not in ("", "bicubic"):
        return Chosen("low", "")
    if blocky:
        return Chosen(
            "low",
            f"The input is a JPEG of quality about {meta.jpeg_quality}: only its colour and tone are held, "
            "since holding every pixel would enlarge the compression blocks.",
        )
    return Chosen("exact", "")


def _exact(info: ModelInfo) -> Chosen:
    if info.scale == 1:
        return Chosen("low", "This model does not enlarge, so exact would return the input; low is used.")
    if info.degradation not in ("", "bicubic"):
        raise SpecError(
            f"{info.name} was made for the degradation {info.degradation!r}, which cannot be held exactly.",
            "Use --fidelity low or off.",
        )
    return Chosen("exact", "")


@dataclass(frozen=True)
class Projection:
    """Moves an enlarged picture to the nearest one whose reduction is the input.

    y += R (x - D y), with D the reduction and R = D^T (D D^T)^-1 for `exact`: the smallest change, in the sense of
    least squares, after which D y = x. For `low` R is a wide Gaussian: only colour and tone move. Both are separable
    and banded, so the picture streams through in bands, each pass two bands behind the one before; nothing depends
    on the tiles.

    Floor of a pass per megapixel of input at x2: 48 MB of result read, then read and written again (144 MB, 14 ms at
    10 GB/s), and 1.1 G multiplications as blocks (11 ms on two cores at 100 GFLOP/s each). Measured: 55 to
    65 ms of processor time.

    limits: of pixel values. tolerance: a chunk that clamping changed by less is left as it is.
    """

    height: int
    width: int
    scale: int
    mode: Mode
    limits: tuple[float, float]
    tolerance: float
    device: torch.device
    workers: Workers

    def reduced(self, first: int, last: int, channels: int) -> Reduced | None:
        """Room for what the first pass needs of a band, for who makes the band; None if there is no pass."""
        if self.mode == "off":
            return None
        return Reduced.of(self._axis("reduce", self.height), self.width, first, last, channels)

    def __call__(self, groups: Iterator[list[Band]]) -> Iterator[list[Band]]:
        """Bands as `banded.cut` cuts them, in order, in groups that are worked on side by side.

        Their pixels are changed in place and leave clamped. Where the groups end makes no difference to the values.
        """
        if self.mode == "off":
            return (self.workers.map(self._clamped, group) for group in groups)
        gains = EXACT_GAINS if self.mode == "exact" else (1.0,)
        for number, gain in enumerate(gains):
            groups = self._project(groups, gain, number == len(gains) - 1)
        return groups

    def _project(self, groups: Iterator[list[Band]], gain: float, ends: bool) -> Iterator[list[Band]]:
        """One pass, the last one if it `ends`."""
        held: dict[int, Band] = {}
        errors: dict[int, Error] = {}
        seen = compared = done = 0
        for group in chain(groups, [None]):
            held.update(enumerate(group or (), seen))
            seen += len(group or ())
            # A band's error needs the band below, its correction the error of the band below.
            comparable = seen if group is None else max(seen - 1, 0)
            fresh = range(compared, comparable)
            errors.update(zip(fresh, self.workers.map(partial(self._error, held, gain), fresh), strict=True))
            ready = seen if group is None else max(comparable - 1, 0)
            finished = self.workers.map(partial(self._correct, held, errors, ends), range(done, ready))
            for k in range(done, ready):
                held.pop(k - 1, None)
                errors.pop(k - 1, None)
            compared, done = comparable, ready
            if finished:
                yield finished

    def _clamped(self, band: Band) -> Band:
        band.pixels.clamp_(*self.limits)
        return band

    @property
    def _back(self) -> Kind:
        return "restore" if self.mode == "exact" else "spread"

    def _axis(self, kind: Kind, n: int) -> Axis:
        return Axis(kind, n, self.scale, self.device)

    def _error(self, held: dict[int, Band], gain: float, k: int) -> Error:
        """`gain` times x - D y in band k."""
        near = [held[j] for j in (k, k - 1, k + 1) if j in held]
        spans = chunks(self.width, self.scale, self.device)
        wrong = _touched([band.clipped or [True] for band in near], len(spans))
        if not any(wrong):
            return (None,) * len(spans)
        band = held[k]
        columns = self._axis("reduce", self.width)
        part = self._axis("reduce", self.height).part(band.first, band.last)
        values = torch.zeros_like(band.wanted)
        for number, (first, last) in enumerate(spans):
            if not wrong[number]:
                continue
            source = slice(*columns.source(first, last))
            touched = slice(max(number - 1, 0), number + 2)
            across: Tensor | None = None
            for other in near:
                kept = other.reduced
                if kept is not None and all(kept.known[touched]):
                    a, b = max(band.first, kept.first), min(band.last, kept.last)
                    share = kept.values[:, a - kept.first : b - kept.first, source]
                    if across is None:  # its own: all rows
                        across = share.clone()
                    else:
                        across[:, a - band.first : b - band.first] += share
                    continue
                # The rows it needs lie in the band and at the edges of its neighbours: three products, not one joined.
                a, b = (min(max(v, other.first * self.scale), other.last * self.scale) for v in part.source)
                top = other.first * self.scale
                matrix = part.matrix[:, a - part.source[0] : b - part.source[0]]
                product = down(matrix, other.pixels[:, a - top : b - top, source])
                across = product if across is None else across.add_(product)
            assert across is not None
            error = torch.sub(band.wanted[..., first:last], columns.columns(across, first, last))
            values[..., first:last] = error if gain == 1 else error.mul_(gain)
        columns = self._axis(self._back, self.width)
        return tuple(
            columns.columns(values[..., slice(*columns.source(*span))], *span) if here else None
            for span, here in zip(spans, _touched([wrong], len(spans)), strict=True)
        )

    def _correct(self, held: dict[int, Band], errors: dict[int, Error], ends: bool, k: int) -> Band:
        band = held[k]
        part = self._axis(self._back, self.height).part(band.first, band.last)
        spans = chunks(self.width, self.scale, self.device)
        clipped = list(band.clipped or [False] * len(spans))
        for number, (first, last) in enumerate(spans):
            near = {j: errors[j][number] for j in (k - 1, k, k + 1) if j in errors}
            if all(error is None for error in near.values()):
                continue
            width = (last - first) * self.scale
            error = torch.cat([_rows(held[j], error, part, width) for j, error in near.items()], 1)
            pixels = band.pixels[..., first * self.scale : last * self.scale]
            enough = 0.0 if ends else self.tolerance**2 * pixels.numel()
            changed = 0.0
            for channel in channels(pixels):
                plane = pixels[channel]
                plane.baddbmm_(part.matrix.expand(len(plane), -1, -1), error[channel])
                if changed > enough or ends:
                    plane.clamp_(*self.limits)
                else:
                    changed += clamp(plane, self.limits)
            clipped[number] = changed > enough
            if band.reduced is not None:
                if clipped[number]:
                    band.reduced.keep(number, pixels)
                else:
                    band.reduced.forget(number)
        return Band(band.first, band.last, band.wanted, band.pixels, band.reduced, tuple(clipped))


def _touched(flags: Sequence[Sequence[bool]], count: int) -> list[bool]:
    """Which of `count` chunks have a flag in themselves or beside them, in any of the rows; one flag stands for all."""
    if any(len(row) != count and any(row) for row in flags):
        return [True] * count
    found = [any(row[number] for row in flags) for number in range(count)]
    return [any(found[max(number - 1, 0) : number + 2]) for number in range(count)]


def _rows(band: Band, error: Tensor | None, part: Part, width: int) -> Tensor:
    """The rows of a band's error that `part` needs; zeros where there is none."""
    a, b = (min(max(n, band.first), band.last) - band.first for n in part.source)
    if error is None:
        return torch.zeros((len(band.pixels), b - a, width), device=band.pixels.device)
    return error[:, a:b]
