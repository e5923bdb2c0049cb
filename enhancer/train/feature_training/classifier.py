"""Train a classifier whose inner values serve as features, or which judges the labels of generated pictures."""

from __future__ import annotations

import copy
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from ...events import Metric, Progressed, Sink
from ...features.networks import FEATURE_NETWORKS
from ...features.networks.network import FeatureNetwork
from ...generate.draws import uniforms
from ...models.info import Licence, ModelInfo, Score
from ..config import EmaConfig
from ..optimizers import build_optimizer
from ..order import Order
from ..schedule import ema_decay, learning_rate_factor
from .config import ClassifierConfig, FeatureConfig

SHIFT = 0x7368696674 << 20
"""Stream of the seed by which pictures are moved."""
JUDGED = 500


class Labelled(Protocol):
    """Pictures in one shape with a class each, as `train.pictures` loads them."""

    @property
    def labels(self) -> NDArray[np.int64] | None:
        """(n,)."""

    def __len__(self) -> int: ...

    def batch(self, indices: NDArray[np.int64]) -> Tensor:
        """(N,C,H,W) uint8."""


@dataclass(frozen=True)
class Trained:
    """A card, the weights, and the learning curve: one row a tick."""

    info: ModelInfo
    state: dict[str, Tensor]
    curve: list[dict[str, Any]]


def train_classifier(config: ClassifierConfig, learn: Labelled, judge: Labelled, sink: Sink) -> Trained:
    """Train to the end of the budget. Returns the average of the weights; `judge` only measures, it selects nothing."""
    torch.manual_seed(config.seed)  # only the starting weights come from torch's generator
    net = FEATURE_NETWORKS.get(config.network.name)(**config.network.arguments).train()
    average = copy.deepcopy(net).requires_grad_(False)
    optimizer = build_optimizer(net.parameters(), config.optimizer)
    curve: list[dict[str, Any]] = []
    began, images = time.monotonic(), 0
    for x, labels in _batches(config, learn):
        sink.check()
        set_rate(optimizer, config, images)
        loss = F.cross_entropy(net(x), labels, label_smoothing=config.smoothing)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        follow(average, net, config.ema, images, len(x))
        images += len(x)
        if images // config.tick > (images - len(x)) // config.tick or images >= config.budget:
            values = {"loss": round(float(loss.detach()), 5), "accuracy": accuracy(average, judge)}
            rate = round(images / (time.monotonic() - began), 1)
            curve.append({"images": images, **values, "images_per_second": rate})
            sink.emit(Metric(values, images))
            sink.emit(Progressed(images / config.budget, f"{images:,} of {config.budget:,} images"))
    return Trained(_card(config, average, curve[-1]["accuracy"], len(judge)), average.eval().state_dict(), curve)


def accuracy(net: FeatureNetwork, pictures: Labelled) -> float:
    """Share of pictures whose most likely class is their own."""
    assert pictures.labels is not None
    net.eval()
    right = 0
    with torch.inference_mode():
        for first in range(0, len(pictures), JUDGED):
            indices = np.arange(first, min(first + JUDGED, len(pictures)))
            found = net(scaled(pictures, indices)).argmax(1).numpy()
            right += int((found == pictures.labels[indices]).sum())
    return right / len(pictures)


def scaled(pictures: Labelled, indices: NDArray[np.int64]) -> Tensor:
    """(N,C,H,W) float32 in [0,1]."""
    return pictures.batch(indices).float().div_(255)


def shifted(x: Tensor, offsets: Tensor) -> Tensor:
    """x (N,C,H,W) moved by offsets (N,2) int64, rows and columns; zeros come in."""
    height, width = x.shape[-2:]
    reach = int(offsets.abs().max()) if len(offsets) else 0
    padded = F.pad(x, (reach, reach, reach, reach))
    rows = torch.arange(height) + reach - offsets[:, :1]
    columns = torch.arange(width) + reach - offsets[:, 1:]
    numbers = torch.arange(len(x))[:, None, None]
    return padded.permute(0, 2, 3, 1)[numbers, rows[:, :, None], columns[:, None, :]].permute(0, 3, 1, 2).contiguous()


def set_rate(optimizer: torch.optim.Optimizer, config: FeatureConfig, images: int) -> None:
    """Put the schedule's learning rate into the optimizer."""
    for group in optimizer.param_groups:
        group["lr"] = config.optimizer.lr * learning_rate_factor(config.schedule, images, config.budget)


@torch.no_grad()
def follow(average: nn.Module, net: nn.Module, config: EmaConfig, images: int, batch: int) -> None:
    """Move the average towards the weights; buffers (running statistics) are taken over as they are."""
    decay = ema_decay(config, images, batch)
    for mean, value in zip(average.parameters(), net.parameters(), strict=True):
        mean.lerp_(value, 1 - decay)
    for kept, buffer in zip(average.buffers(), net.buffers(), strict=True):
        kept.copy_(buffer)


def _batches(config: ClassifierConfig, learn: Labelled) -> Iterator[tuple[Tensor, Tensor]]:
    assert learn.labels is not None
    order, done = Order(len(learn), config.seed), 0
    while done < config.budget:
        count = min(config.batch, config.budget - done)
        indices = order.indices(done, count)
        moves = uniforms(config.seed, SHIFT, done, count, 2)
        offsets = torch.from_numpy(np.floor(moves * (2 * config.shift + 1)).astype(np.int64)) - config.shift
        yield shifted(scaled(learn, indices), offsets), torch.from_numpy(learn.labels[indices])
        done += count


def _card(config: ClassifierConfig, net: FeatureNetwork, right: float, judged: int) -> ModelInfo:
    return ModelInfo(
        name=config.name,
        network=config.network.name,
        arguments=config.network.arguments,
        purpose="features",
        in_channels=net.channels,
        out_channels=net.channels,
        tiling="never",
        summary=config.summary,
        licence=Licence(weights="Apache-2.0", data=config.data_licence),
        metrics=(
            Score(
                metric="accuracy",
                data=f"{config.source} test part, {judged:,} pictures",
                value=right,
                protocol="grey, 28x28 padded with black to 32x32; last average of the weights, none selected",
            ),
        ),
        images_seen=config.budget,
        recipe=config.to_mapping(),
    )
