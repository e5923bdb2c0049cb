"""Running the tiles of a plan: residuals come out as strips of whole rows, top to bottom.

Faults of single tiles are mended here: values that are not finite, and memory that runs out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import torch
from torch import Tensor

from ..errors import DeviceError, ModelError
from ..events import Progressed, Sink
from ..runtime.backend import Backend
from ..runtime.memory import is_out_of_memory, release
from .tiles import Box, Span, Tile, TilePlan, plan_tiles, smallest_tile

Reader = Callable[[int, int, int, int], Tensor]
"""read(top, bottom, left, right): a part of the input as a new (C, height, width) float32 on the backend's device."""

LEAST_TILE = 32
"""Side below which a smaller tile saves no memory worth its overlap."""


@dataclass
class Strips:
    """The residual of one picture, computed tile by tile.

    read: the input; the network sees it clamped to [0,1], and grey (C=1) as RGB, whose residual is averaged again.
    may_split: whether smaller tiles are allowed when memory runs out.
    """

    backend: Backend
    plan: TilePlan
    read: Reader
    channels: int
    sink: Sink
    may_split: bool = True
    seconds: float = 0.0
    tiles_run: int = 0
    tiles_redone: int = 0
    replanned: TilePlan | None = None
    notes: list[str] = field(default_factory=list)
    _exact: bool = False
    _array: Tensor | None = None
    _started: float = 0.0
    _fraction: float = 0.0

    def __iter__(self) -> Iterator[Tensor]:
        """Strips of (C, rows*scale, width*scale) from the top down, each valid until the next is asked for."""
        self._started = time.monotonic()
        plan, done = self.plan, 0
        while done < plan.height:
            try:
                for ready, strip in self._strips(plan.below(done) if done else plan):
                    done = ready
                    yield strip
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                plan = self._smaller(plan, error)

    def _strips(self, plan: TilePlan) -> Iterator[tuple[int, Tensor]]:
        scale = plan.scale
        carried: Tensor | None = None
        for k, row in enumerate(plan.rows):
            begun = time.perf_counter()
            top, bottom = plan.written_rows(row)
            strip = self._row(plan, row)
            if carried is not None:
                strip[:, : carried.shape[1]] += carried
            # Rows that the next tiles still add to wait for them.
            ready = plan.written_rows(plan.rows[k + 1])[0] if k + 1 < len(plan.rows) else bottom
            complete = (ready - top) * scale
            carried = strip[:, complete:].clone() if ready < bottom else None
            self.seconds += time.perf_counter() - begun
            yield ready, strip[:, :complete]

    def _row(self, plan: TilePlan, row: Span) -> Tensor:
        scale, (top, bottom) = plan.scale, plan.written_rows(row)
        tiles = list(plan.row_tiles(row))
        shape = (self.channels, (bottom - top) * scale, plan.width * scale)
        strip: Tensor | None = None
        for batch in _batches(tiles, plan.batch):
            residual = self._run(batch, plan)
            if len(tiles) == 1 and plan.feather == 0:
                strip = _written(residual[0], tiles[0], scale)
                self._progress(plan, row, tiles[0])
                break
            if strip is None:
                strip = self._blank(shape, torch.float32 if plan.feather else residual.dtype)
                if plan.feather:
                    strip.zero_()
            elif strip.dtype != residual.dtype and not plan.feather:
                strip = strip.float()
            for tile, values in zip(batch, residual, strict=False):
                _write(strip, values, tile, plan, top)
            self._progress(plan, row, batch[-1])
        assert strip is not None
        return strip

    def _blank(self, shape: tuple[int, int, int], dtype: torch.dtype) -> Tensor:
        """One array serves all strips of a kind: fresh memory costs more than the copying into it."""
        if self._array is None or self._array.dtype != dtype or self._array[0].numel() < shape[1] * shape[2]:
            self._array = torch.empty(shape, dtype=dtype, device=self.backend.device.torch)
        return self._array[:, : shape[1]]

    def _run(self, batch: list[Tile], plan: TilePlan) -> Tensor:
        boxes = [tile.read for tile in batch]
        pieces = [self.read(b.top, b.bottom, b.left, b.right).clamp_(0, 1).expand(3, -1, -1) for b in boxes]
        if boxes[0].width == plan.tile[1]:
            # Sums depend on the batch size, so it is always the plan's; the copies' results are dropped.
            pieces += [pieces[-1]] * (plan.batch - len(pieces))
        x = torch.stack(pieces)
        self.tiles_run += len(batch)
        residual = self.backend.residual(x, exact=self._exact)
        if not _all_finite(residual):
            if self._exact or self.backend.precision == "fp32":
                raise ModelError("The model gives values that are not numbers, in float32 too.", "Is its file damaged?")
            self._exact = True
            self.tiles_redone += len(batch)
            self.notes.append(
                f"{self.backend.precision} gave values that are not finite; float32 was used from there on."
            )
            residual = self.backend.residual(x, exact=True)
            if not _all_finite(residual):
                raise ModelError("The model gives values that are not numbers, in float32 too.", "Is its file damaged?")
        return residual.mean(1, keepdim=True) if self.channels == 1 else residual

    def _progress(self, plan: TilePlan, row: Span, tile: Tile) -> None:
        rows = row.keep[1] - row.keep[0]
        fraction = (row.keep[0] + rows * tile.keep.right / plan.width) / plan.height
        self._fraction = max(self._fraction, fraction)
        spent = time.monotonic() - self._started
        eta = spent * (1 - fraction) / fraction if fraction > 0 else None
        self.sink.emit(Progressed(self._fraction, f"{self.tiles_run} tiles", eta))

    def _smaller(self, plan: TilePlan, error: BaseException) -> TilePlan:
        release(self.backend.device.torch)
        side, batch = max(plan.tile), plan.batch
        if batch > 1:
            batch //= 2
        else:
            side //= 2
        least = max(smallest_tile(plan.overlap, plan.multiple_of, plan.feather), LEAST_TILE)
        if side < least or not self.may_split:
            raise DeviceError(
                f"{self.backend.device} has not enough memory for tiles of {plan.tile[1]}x{plan.tile[0]} pixels, "
                "and this model cannot run in smaller ones.",
                "Close other programs, or use --device cpu.",
                "out-of-memory",
            ) from error
        smaller = plan_tiles(
            plan.height,
            plan.width,
            scale=plan.scale,
            overlap=plan.overlap,
            tile=side,
            batch=batch,
            multiple_of=plan.multiple_of,
            feather=plan.feather,
        )
        self.replanned = smaller
        self.notes.append(f"Memory ran out: the rest ran in tiles of {side} pixels, {smaller.batch} at a time.")
        return smaller


def cut_strips(strips: Iterator[Tensor], box: Box, scale: int) -> Iterator[Tensor]:
    """What lies in `box`, in input pixels; ends with it."""
    top = 0
    for strip in strips:
        first, last = (min(max(n * scale - top, 0), strip.shape[1]) for n in (box.top, box.bottom))
        top += strip.shape[1]
        if first < last:
            yield strip[:, first:last, box.left * scale : box.right * scale]
        if top >= box.bottom * scale:
            return


def _batches(tiles: list[Tile], size: int) -> Iterator[list[Tile]]:
    """Neighbours of one shape; only strides can make the last tile of a row narrower."""
    equal = [tile for tile in tiles if tile.read.width == tiles[0].read.width]
    for first in range(0, len(equal), size):
        yield equal[first : first + size]
    for tile in tiles[len(equal) :]:
        yield [tile]


def _all_finite(residual: Tensor) -> bool:
    """A sum is finite if and only if all its terms are, as long as it does not overflow."""
    # bfloat16 is as wide as float32, and asking for a sum in another type takes 20 times as long.
    wide = None if residual.dtype == torch.bfloat16 else torch.float32
    return bool(torch.isfinite(residual.sum(dtype=wide)))


def _written(values: Tensor, tile: Tile, scale: int) -> Tensor:
    """The part of a tile's result that is of use."""
    read, write = tile.read, tile.write
    rows = slice((write.top - read.top) * scale, (write.bottom - read.top) * scale)
    return values[:, rows, (write.left - read.left) * scale : (write.right - read.left) * scale]


def _write(strip: Tensor, values: Tensor, tile: Tile, plan: TilePlan, top: int) -> None:
    scale, write = plan.scale, tile.write
    values = _written(values, tile, scale)
    into = strip[:, (write.top - top) * scale : (write.bottom - top) * scale, write.left * scale : write.right * scale]
    if plan.feather == 0:
        into.copy_(values)
        return
    down = _ramp(write.top, write.bottom, tile.keep.top, tile.keep.bottom, plan)
    across = _ramp(write.left, write.right, tile.keep.left, tile.keep.right, plan)
    weights = (down[:, None] * across).to(strip.device)
    into.add_(values * weights)


def _ramp(first: int, last: int, keep_first: int, keep_last: int, plan: TilePlan) -> Tensor:
    """Weights of one tile along one axis; those of neighbours sum to 1 over a seam of twice the feather."""
    weights = torch.ones((last - first) * plan.scale)
    for widened, flip in ((keep_first - first, False), (last - keep_last, True)):
        if widened:
            n = 2 * widened * plan.scale
            rise = (torch.arange(n) + 0.5) / n
            part = weights[-n:] if flip else weights[:n]
            part.mul_(rise.flip(0) if flip else rise)
    return weights
