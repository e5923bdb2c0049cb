"""The material of a step: real pictures, latents and random numbers, all functions of (seed, image number)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ...generate.draws import latents, uniforms
from ..configs.gan import GanConfig
from ..order import Order, flips, mirror
from ..pictures import Pictures
from ..ranks import Ranks
from ..rolls import roll, rolls


class Stream(IntEnum):
    """Uses of one seed, so that none repeats the numbers of another."""

    LATENT_OF_DISCRIMINATOR = 11
    LATENT_OF_GENERATOR = 12
    AUGMENT_REAL = 13
    AUGMENT_FAKE = 14
    AUGMENT_REAL_OF_GENERATOR = 15
    AUGMENT_FAKE_OF_GENERATOR = 16
    MIX = 17
    PREVIEW = 18
    JUDGE = 19
    CALIBRATE = 20


@dataclass(frozen=True)
class Round:
    """What one update of one player sees, cut to this process's rows.

    real: (N,C,H,W) uint8, None where the update needs none. labels: (N,) int64 of real and generated alike, or None.
    z: (N,latent). real_draws, fake_draws: (N,K) uniforms for augmentation. mix: (N,1,1,1) uniforms.
    """

    real: Tensor | None
    labels: Tensor | None
    z: Tensor
    real_draws: Tensor
    fake_draws: Tensor
    mix: Tensor

    def slices(self, count: int) -> list[Round]:
        """Cut into equal parts along the batch."""
        if count == 1:
            return [self]
        size = len(self.z) // count
        return [self._rows(slice(n * size, (n + 1) * size)) for n in range(count)]

    def _rows(self, rows: slice) -> Round:
        cut = (None if one is None else one[rows] for one in vars(self).values())
        return Round(*cut)  # type: ignore[arg-type]


@dataclass(frozen=True)
class GanBatch:
    """Material of one step: a round for each update of the discriminator, then the generator's.

    With `shared_fakes` the generator's latents, labels and real pictures are those of the round before it.
    """

    discriminator: tuple[Round, ...]
    generator: Round


class Material:
    """Draws the batches of a run. Holds the pictures; knows nothing of networks."""

    def __init__(
        self, config: GanConfig, pictures: Pictures, paired: bool, draws: int, device: torch.device, ranks: Ranks
    ) -> None:
        """paired: the generator's update needs real pictures too. draws: uniforms of an augmentation per picture."""
        self._config, self._pictures, self._paired, self._draws = config, pictures, paired, draws
        self._device, self._ranks = device, ranks
        conditional = config.conditioning != "none"
        self._labels = torch.from_numpy(pictures.labels) if conditional and pictures.labels is not None else None
        known = pictures.labels if pictures.labels is not None and config.data.balance else len(pictures)
        self._order = Order(known, config.seed, config.data.balance)

    def batch(self, first: int, count: int) -> GanBatch:
        """The step that takes images number `first` to `first + count`."""
        steps, shared = self._config.discriminator_steps, self._config.shared_fakes
        wanted = steps + (1 if not shared and (self._paired or self._labels is not None) else 0)
        rounds = [
            self._round(
                first * wanted + n * count,
                first * steps + n * count,
                count,
                (Stream.LATENT_OF_DISCRIMINATOR, Stream.AUGMENT_REAL, Stream.AUGMENT_FAKE),
                True,
            )
            for n in range(steps)
        ]
        if shared:
            return GanBatch(tuple(rounds), self._again(rounds[-1], first, count))
        streams = (
            Stream.LATENT_OF_GENERATOR,
            Stream.AUGMENT_REAL_OF_GENERATOR,
            Stream.AUGMENT_FAKE_OF_GENERATOR,
        )
        return GanBatch(tuple(rounds), self._round(first * wanted + steps * count, first, count, streams, self._paired))

    def _round(self, place: int, number: int, count: int, streams: tuple[Stream, Stream, Stream], real: bool) -> Round:
        """place: in the order of real pictures. number: of the first latent of its stream."""
        config, rows = self._config, self._rows(count)
        at, size = number + rows.start, rows.stop - rows.start
        pictures, labels = None, None
        if real or self._labels is not None:
            indices = self._order.indices(place + rows.start, size)
            if self._labels is not None:
                labels = self._labels[torch.from_numpy(indices)].to(self._device)
            if real:
                pictures = self._pictures.batch(indices)
                if config.data.flips:
                    pictures = mirror(pictures, flips(config.seed, place + rows.start, size, config.data.flips))
                if config.data.wraps:
                    pictures = roll(pictures, rolls(config.seed, place + rows.start, size, config.data.size))
                pictures = pictures.to(self._device, non_blocking=True)
        z = latents(config.latent.distribution, config.seed, streams[0], at, size, config.latent.size)
        mix = self._uniforms(Stream.MIX, at, size, 1) if any(p.name == "gradient" for p in config.penalties) else None
        return Round(
            pictures,
            labels,
            torch.from_numpy(z).to(self._device),
            self._uniforms(streams[1], at, size, self._draws),
            self._uniforms(streams[2], at, size, self._draws),
            torch.empty(size, 1) if mix is None else mix[:, :, None, None],
        )

    def _again(self, seen: Round, first: int, count: int) -> Round:
        """The generator's round that sees what the discriminator saw, under an augmentation of its own."""
        rows = self._rows(count)
        at, size = first + rows.start, len(rows)
        return replace(
            seen,
            real=seen.real if self._paired else None,
            real_draws=self._uniforms(Stream.AUGMENT_REAL_OF_GENERATOR, at, size, self._draws),
            fake_draws=self._uniforms(Stream.AUGMENT_FAKE_OF_GENERATOR, at, size, self._draws),
        )

    def _rows(self, count: int) -> range:
        slices = self._config.slices
        mine = self._ranks.slices(slices)
        size = count // slices
        return range(mine.start * size, mine.stop * size)

    def _uniforms(self, stream: int, first: int, count: int, width: int) -> Tensor:
        drawn: NDArray[np.float32] = uniforms(self._config.seed, stream, first, count, width).astype(np.float32)
        return torch.from_numpy(drawn).to(self._device)
