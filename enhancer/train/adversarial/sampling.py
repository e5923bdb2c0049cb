"""Samples of the averaged generator: always of the same latents, so that ticks and runs can be compared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ...generate.draws import latents
from ...models.generator import Generator
from ...models.info import Licence, ModelInfo
from ...models.networks.gan.normalise import calibrate
from ...models.networks.gan.pair import GeneratorNetwork
from ..configs.gan import GanConfig
from .batch import Stream

CALIBRATED = 16
"""Batches over which the standing statistics of a generator's batch normalisation are taken."""
PIECE = 100
"""Pictures in a forward pass; fixed, for a picture's last digits depend on it."""
GOLDEN = 0.6180339887498949
"""Steps of this size through sorted labels: any run of places has nearly the data's shares (Weyl 1916)."""


@dataclass(frozen=True)
class AverageSampler:
    """names: of classes, () without. labels: of the training pictures, which say how frequent each class is."""

    config: GanConfig
    names: tuple[str, ...]
    labels: NDArray[np.int64] | None
    device: torch.device

    def model(self, net: nn.Module) -> Generator:
        """The averaged network as a model, its standing statistics taken anew: they belong to these very weights."""
        assert isinstance(net, GeneratorNetwork)
        size = self.config.batch
        calibrate(net, (self.inputs(n * size, size, Stream.CALIBRATE) for n in range(CALIBRATED)))
        return Generator(self.info(), net)

    def samples(self, model: Generator, count: int, stream: Stream = Stream.JUDGE) -> Tensor:
        """(count,C,H,W) float32 [0,1] on the CPU; classes as frequent as in the data, in turn for a preview."""
        pieces = [model(*self.inputs(first, PIECE, stream)).cpu() for first in range(0, count, PIECE)]
        return torch.cat(pieces)[:count]

    def inputs(self, first: int, count: int, stream: Stream) -> tuple[Tensor, Tensor | None]:
        """Latents and labels number `first` to `first + count`; seed 0 whatever the run's."""
        latent = self.config.latent
        z = torch.from_numpy(latents(latent.distribution, 0, stream, first, count, latent.size)).to(self.device)
        if not self.names:
            return z, None
        places = np.arange(first, first + count)
        if stream == Stream.PREVIEW or self.config.data.balance or self.labels is None:
            labels = places % len(self.names)
        else:
            share = np.mod(places * GOLDEN, 1.0)
            labels = np.sort(self.labels)[(share * len(self.labels)).astype(np.int64)]
        return z, torch.from_numpy(labels.astype(np.int64)).to(self.device)

    def info(self) -> ModelInfo:
        """The card without scores."""
        config = self.config
        return ModelInfo(
            name=config.name,
            network=config.generator.name,
            arguments=config.generator.arguments,
            purpose="generate",
            in_channels=config.data.channels,
            out_channels=config.data.channels,
            tiling="never",
            precisions=("fp32", "bf16"),
            latent=config.latent.size,
            latent_distribution=config.latent.distribution,
            classes=self.names,
            height=config.data.size[0],
            width=config.data.size[1],
            wraps=bool(config.generator.arguments.get("wrap", False)),
            summary=config.summary,
            licence=Licence(weights=config.licence, data=config.data_licence),
        )
