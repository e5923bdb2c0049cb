"""Teach a small network to see photos as a teacher does: its distances, and what it makes of a picture."""

from __future__ import annotations

import copy
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ...errors import SpecError
from ...events import Metric, Progressed, Sink
from ...features.networks import FEATURE_NETWORKS
from ...features.networks.ladder import Ladder
from ...images.image import Pixels
from ...metrics.ranks import spearman
from ...models.info import Licence, ModelInfo, Score
from ..optimizers import build_optimizer
from .classifier import Trained, follow, set_rate
from .config import PerceptualConfig
from .pairs import CALIBRATION, CROPS, JUDGED, Pairs, make_pairs
from .teacher import WIDTHS, Teacher, unit

FLOOR = 1e-3
"""Of distances, before their logarithms are compared: below it both say "the same"."""
IMITATED = {1: 1, 2: 2, 3: 6}
"""Rung of the student: layer of the teacher at the same reduction, whose direction it learns to predict."""
JUDGE_PAIRS = 120


def train_perceptual(
    config: PerceptualConfig, learn: Sequence[Pixels], judge: Sequence[Pixels], teacher: Teacher, sink: Sink
) -> Trained:
    """Train to the end of the budget of crops. Returns the average of the weights; `judge` selects nothing."""
    torch.manual_seed(config.seed)  # only the starting weights come from torch's generator
    net = FEATURE_NETWORKS.get(config.network.name)(**config.network.arguments).train()
    if not isinstance(net, Ladder):
        raise SpecError(f"{config.network.name} has no distance that could learn from a teacher.", "Use ladder.")
    guesses = nn.ModuleList(nn.Conv2d(net.heads[rung].numel(), WIDTHS[layer], 1) for rung, layer in IMITATED.items())
    _calibrate(net, teacher, make_pairs(learn, config, CALIBRATION, 0, config.batch), config.variants)
    average = copy.deepcopy(net).requires_grad_(False)
    optimizer = build_optimizer([*net.parameters(), *guesses.parameters()], config.optimizer)
    held = make_pairs(judge, config, JUDGED, 0, JUDGE_PAIRS)
    truth = _distances(teacher, held, config.variants)
    curve: list[dict[str, Any]] = []
    began, images = time.monotonic(), 0
    while images < config.budget:
        sink.check()
        count = min(config.batch, config.budget - images)
        pairs = make_pairs(learn, config, CROPS, images, count)
        set_rate(optimizer, config, images)
        terms = _loss(net, guesses, teacher, pairs, config)
        optimizer.zero_grad(set_to_none=True)
        sum(terms.values(), torch.zeros(())).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(net.parameters(), config.optimizer.clip or torch.inf)
        optimizer.step()
        follow(average, net, config.ema, images, count)
        images += count
        if images // config.tick > (images - count) // config.tick or images >= config.budget:
            agreement = spearman(_distances(average, held, config.variants), truth)
            values = {name: round(float(value.detach()), 5) for name, value in terms.items()} | {"rank": agreement}
            rate = round(images / (time.monotonic() - began), 1)
            curve.append({"images": images, **values, "images_per_second": rate})
            sink.emit(Metric(values, images))
            sink.emit(Progressed(images / config.budget, f"{images:,} of {config.budget:,} crops"))
    return Trained(_card(config, curve[-1]["rank"]), average.eval().state_dict(), curve)


def _loss(
    net: Ladder, guesses: nn.ModuleList, teacher: Teacher, pairs: Pairs, config: PerceptualConfig
) -> dict[str, Tensor]:
    """distance: of log distances, so that small and large ones count alike; imitation: 1 - cosine of activations."""
    pictures = torch.cat([pairs.first, pairs.second])
    count = len(pairs.first)
    with torch.no_grad():
        shown = teacher.layers(pictures)
        wanted = teacher.distance_of(_repeated(shown, count, config.variants), [x[count:] for x in shown])
    seen = net.layers(pictures)
    found = net.distance_of(_repeated(seen, count, config.variants), [x[count:] for x in seen])
    distance = F.smooth_l1_loss((found + FLOOR).log(), (wanted + FLOOR).log(), beta=0.3)
    missed = []
    for guess, (rung, layer) in zip(guesses, IMITATED.items(), strict=True):
        target = F.interpolate(shown[layer], size=seen[rung].shape[-2:], mode="bilinear")
        missed.append(1 - (unit(guess(seen[rung])) * unit(target)).sum(1).mean())
    return {"distance": distance, "imitation": config.imitation * torch.stack(missed).mean()}


@torch.no_grad()
def _calibrate(net: Ladder, teacher: Teacher, pairs: Pairs, variants: int) -> None:
    """Bring the untrained distance to the teacher's scale, which the steps would take long to find."""
    shown, seen = (_distances(judge, pairs, variants) for judge in (teacher, net))
    factor = float(np.exp(np.mean(np.log(shown + FLOOR) - np.log(seen + FLOOR * 1e-3))))
    for head in net.heads:
        head.mul_(factor**0.5)


def _repeated(layers: Sequence[Tensor], count: int, times: int) -> list[Tensor]:
    return [x[:count].repeat_interleave(times, 0) for x in layers]


@torch.no_grad()
def _distances(net: Ladder | Teacher, pairs: Pairs, variants: int) -> Any:
    first = net.layers(pairs.first)
    second = net.layers(pairs.second)
    return net.distance_of(_repeated(first, len(pairs.first), variants), second).numpy().astype(np.float64)


def _card(config: PerceptualConfig, rank: float) -> ModelInfo:
    return ModelInfo(
        name=config.name,
        network=config.network.name,
        arguments=config.network.arguments,
        purpose="features",
        in_channels=3,
        out_channels=3,
        tiling="never",
        summary=config.summary,
        licence=Licence(weights="Apache-2.0", data=config.data_licence),
        metrics=(
            Score(
                metric="rank correlation of distances",
                data="crops of held-out photos, distorted in six ways",
                value=round(rank, 4),
                protocol=f"Spearman, LPIPS 0.1 on SqueezeNet, {config.side}x{config.side}; last average, none selected",
            ),
        ),
        images_seen=config.budget,
        recipe=config.to_mapping(),
    )
