"""The engine: one picture through one model. Tiles, base, fidelity and rounding stream from the top to the bottom.

Colour: pixels go through the model in their own encoding, and the profile stays attached. A network sees neighbouring
codes, not colours; converting to sRGB and back would clip wide gamuts and round twice.

The only arrays of the size of the result are the result itself and its alpha.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..errors import ModelError, SpecError
from ..events import NullSink, Progressed, Sink
from ..images.image import Image
from ..runtime.backend import Backend, TorchBackend
from ..runtime.device import Device, choose_device, set_threads
from ..runtime.precision import Precision, choose_precision
from ..runtime.workers import Workers
from .alpha import enlarge_alpha
from .banded import BLOCK, cut
from .canvas import Enlargement, Source, reuse, store
from .consistency import Consistency, measure_consistency
from .fidelity import Mode, Projection, choose_fidelity
from .fidelity_band import Band
from .strips import Strips, cut_strips
from .tiles import Box, TilePlan, plan_tiles

if TYPE_CHECKING:
    from ..models.model import Model

NEAR_OVERLAP, NEAR_FEATHER = 32, 16
"""Context and blending of models whose tiles only nearly agree: enough to hide the seam, not to remove its cause."""

GROUP_BYTES = 32_000_000
"""Of bands that are worked on side by side: the more there are, the less the workers wait for the slowest."""


@dataclass(frozen=True)
class EngineResult:
    """image: at the model's scale, dtype and meta of the input. plan: as it was before work; replanned: what the rest
    ran under if memory ran out, None otherwise. checks: None with a model that keeps no relation to its input, and
    where all is transparent. timings: seconds by stage. notes: sentences for the report.
    """

    image: Image
    plan: TilePlan
    replanned: TilePlan | None
    precision: Precision
    fidelity: Mode
    checks: Consistency | None
    timings: Mapping[str, float]
    notes: tuple[str, ...]


class Engine:
    """A model made ready on a device; serves any number of pictures, one at a time."""

    def __init__(
        self,
        model: Model,
        device: str | Device = "auto",
        precision: str = "auto",
        tile: int | Literal["auto"] = "auto",
        threads: int = 0,
    ) -> None:
        info = model.info
        if info.purpose == "generate" or (info.in_channels, info.out_channels) != (3, 3):
            raise ModelError(f"{info.name} does not take a colour picture and give one.", code="model-unfit")
        if tile != "auto" and tile < 1:
            raise SpecError(f"A tile of {tile} pixels cannot be.", "Use auto, or a number of pixels like 256.")
        self.model = model
        self.device = device if isinstance(device, Device) else choose_device(device)
        self.precision = precision
        self.tile = tile
        self.threads = set_threads(threads)
        self._workers = Workers(self.threads, self.device.kind)
        self._backends: dict[tuple[Precision, bool], Backend] = {}

    def plan(self, height: int, width: int, bits: int = 8) -> TilePlan:
        """The plan for a picture of this size and depth: a pure function of model, kind of device and these."""
        info = self.model.info
        precision = self._precise(bits)[0]
        overlap, feather, (tile, batch, whole) = info.receptive_field, 0, auto_tile(self.device.kind, precision)
        if info.tiling == "near":
            overlap, feather = min(overlap, NEAR_OVERLAP), NEAR_FEATHER
        if self.tile != "auto":
            tile = self.tile
        elif max(height, width) <= whole:
            tile = 0
        else:
            tile = max(tile, 6 * (overlap + feather))
        if info.tiling == "never":
            if self.tile != "auto" and max(height, width) > self.tile:
                raise ModelError(f"{info.name} cannot run in tiles.", "Leave out --tile.", "model-tiling")
            tile = 0
        return plan_tiles(
            height,
            width,
            scale=info.scale,
            overlap=overlap,
            tile=tile,
            batch=batch,
            multiple_of=info.multiple_of,
            feather=feather,
        )

    def enhance(
        self,
        image: Image,
        fidelity: str = "auto",
        sink: Sink | None = None,
        plan: TilePlan | None = None,
        measure: bool = True,
        inside: Box | None = None,
    ) -> EngineResult:
        """Run one picture. `plan`: one recorded earlier, for the same bytes again. measure: whether to make `checks`.

        inside: what of the input the result is for. The network sees all of it; base and fidelity only that part.

        Cancelling takes effect before the next layer of the tiles that are running. Progress goes from 0 to 1.
        """
        sink = sink or NullSink()
        clock = _Clock()
        info = self.model.info
        mode, why = choose_fidelity(fidelity, info, image.meta)
        bits = significant_bits(image)
        precision, precision_note = self._precise(bits)
        plan = plan or self.plan(image.height, image.width, bits)
        if (plan.height, plan.width, plan.scale) != (image.height, image.width, info.scale):
            raise SpecError(
                "The recorded tile plan is for another picture or model.", "Remove the plan to make a new one."
            )
        backend = self._backend(precision, bits > 8)
        source = Source.of(image, self.device.torch, info.receptive_field)
        strips = Strips(backend, plan, source.box, image.channels, sink, info.tiling != "never")
        clock.lap("prepare")

        scale = info.scale
        stream = iter(strips)
        if inside is not None:
            stream = cut_strips(stream, inside, scale)
            rows, columns = slice(inside.top, inside.bottom), slice(inside.left, inside.right)
            alpha = None if image.alpha is None else image.alpha[rows, columns]
            image = replace(image, pixels=image.pixels[rows, columns], alpha=alpha)
            source = replace(source, pixels=source.pixels[rows, columns])
        canvas: NDArray[Any] = np.empty((image.height * scale, image.width * scale, image.channels), image.pixels.dtype)
        projection = Projection(
            image.height,
            image.width,
            scale,
            mode,
            source.limits,
            # A change that is sure to stay below the rounding to codes: 60 dB where rounding alone costs 66.
            source.step / 4,
            self.device.torch,
            self._workers,
        )

        spare: list[Tensor] = []

        def place(band: Band) -> None:
            store(band.pixels, canvas[band.first * scale : band.last * scale])
            spare.append(band.pixels)

        with torch.inference_mode(), backend.checked(sink.check):
            for group in projection(self._groups(stream, source, projection, spare)):
                self._workers.map(place, group)
                sink.check()
        clock.lap("finish", strips.seconds)
        clock.seconds["network"] = strips.seconds
        alpha = None if image.alpha is None else enlarge_alpha(image.alpha, scale)
        result = replace(image, pixels=canvas, alpha=alpha)
        clock.lap("alpha")
        checks = None
        if measure and (mode != "off" or info.purpose in ("upscale", "restore")):
            checks = measure_consistency(result, replace(image, pixels=source.pixels), scale)
        clock.lap("check")
        sink.emit(Progressed(1.0, "enhanced", 0.0))
        notes = tuple(note for note in (why, precision_note, *source.notes, *strips.notes) if note)
        return EngineResult(result, plan, strips.replanned, precision, mode, checks, clock.seconds, notes)

    def _groups(
        self, stream: Iterator[Tensor], source: Source, projection: Projection, spare: list[Tensor]
    ) -> Iterator[list[Band]]:
        """Base plus residual in the bands of `banded.cut`, unclamped, some for each worker at a time.

        `spare`: arrays of bands that are done with; fresh memory costs more than the arithmetic on it.
        """
        scale = self.model.info.scale
        enlarge = Enlargement(source, scale, self.model.info.base)
        strip = torch.empty(0, 0, 0)
        used = 0
        ready: list[tuple[int, int, list[Tensor]]] = []
        band_bytes = 4 * source.channels * BLOCK * scale * source.width * scale
        most = self._workers.count * min(max(GROUP_BYTES // band_bytes // self._workers.count, 1), 4)

        def band(piece: tuple[int, int, list[Tensor]]) -> Band:
            first, last, residuals = piece
            shape = (source.channels, (last - first) * scale, source.width * scale)
            pixels = reuse(spare, shape, self.device.torch)
            reduced = projection.reduced(first, last, source.channels)
            wanted = enlarge(first, last, residuals, pixels, None if reduced is None else reduced.keep)
            return Band(first, last, wanted, pixels, reduced)

        for first, last in cut(source.height):
            residuals: list[Tensor] = []
            missing = (last - first) * scale
            while missing:
                if used == strip.shape[1]:
                    if ready:
                        yield self._workers.map(band, ready)
                        ready = []
                    # The next strip may overwrite this one.
                    residuals = [residual.clone() for residual in residuals]
                    strip, used = next(stream), 0
                take = min(missing, strip.shape[1] - used)
                residuals.append(strip[:, used : used + take])
                missing, used = missing - take, used + take
            ready.append((first, last, residuals))
            if len(ready) == most or last == source.height:
                yield self._workers.map(band, ready)
                ready = []

    def _precise(self, bits: int) -> tuple[Precision, str]:
        info = self.model.info
        choice = choose_precision(
            self.precision, self.device, bits=bits, has_base=info.base != "none", offered=info.precisions
        )
        return choice.precision, choice.note

    def _backend(self, precision: Precision, deep: bool = False) -> Backend:
        key = precision, deep and precision != "fp32"
        if key not in self._backends:
            self._backends[key] = TorchBackend(self.model, self.device, *key)
        return self._backends[key]


def auto_tile(kind: str, precision: Precision) -> tuple[int, int, int]:
    """Side of a tile (context included), tiles a batch, and the longest side that runs as one tile.

    CPU: a pixel costs the same at any side until the activations leave the caches, so larger tiles only save context.
    Measured on two cores with 32 MB of cache, `photo-x4`, microseconds a pixel read at sides 256, 384, 448, 512, 576:
    bf16 0.74, 0.73, 0.73, 0.75, 0.73; fp32 1.46, 1.65, 1.50, 2.67, 2.61. Larger batches gain nothing. GPUs: enough
    pixels to fill the device, few enough for one of 4 GB.
    """
    if kind == "cpu":
        return (320, 1, 448) if precision == "fp32" else (384, 1, 768)
    return 512, 2 if precision == "fp32" else 4, 768


def significant_bits(image: Image) -> int:
    """8, 16 or 32, by the dtype of the pixels: what the result must be able to hold."""
    return int(image.pixels.dtype.itemsize) * 8


class _Clock:
    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, stage: str, less: float = 0.0) -> None:
        """Give the time since the last lap to `stage`, but for `less` seconds that belong elsewhere."""
        now = time.perf_counter()
        self.seconds[stage], self._last = now - self._last - less, now
