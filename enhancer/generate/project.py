"""Projection: the latent whose picture comes nearest to a photo, found by descent from the best of many random ones.

After Karras et al. 2020 (StyleGAN2, appendix D), without what only a style network has: noise that fades keeps the
descent from the first hollow it meets, and several starts are followed side by side.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..events import NullSink, Progressed, Sink
from .draws import latents, normals
from .reject import Extractor
from .sampler import Sampler
from .seeds import Latents

RANDOM, NOISE = 0x726E64, 0x6E6F69
"""Streams of the random numbers of a projection's seed: where it begins, and what shakes it."""
NOISE_STRENGTH = 0.05
NOISE_UNTIL = 0.75
RAMP_UP, RAMP_DOWN = 0.05, 0.25
PRIOR = 1e-3
"""Weight of latents longer than draws are: such pictures come nearer, but nothing near them means anything."""


@dataclass(frozen=True)
class Settings:
    """How long to search. rate: of Adam; features: weight of the distance of features beside that of pixels."""

    seed: int = 0
    randoms: int = 1000
    starts: int = 8
    steps: int = 400
    rate: float = 0.05
    features: float = 0.1


@dataclass(frozen=True)
class Projection:
    """z (latent,) and class of the nearest picture found. Errors are mean squared differences of pixels in [0,1]:
    of the result, and of the best random latent, which it is never behind.
    """

    z: Latents
    label: int | None
    error: float
    random_error: float


def project(
    sampler: Sampler,
    target: NDArray[np.float32],
    settings: Settings | None = None,
    labels: Sequence[int] = (),
    extractor: Extractor | None = None,
    sink: Sink | None = None,
) -> Projection:
    """target: (C,H,W) float32 in [0,1] as the generator's pictures are. labels: the classes to look among.

    Deterministic: all that is random is a function of the seed in `settings`. The sampler's plan should be float32.
    """
    settings, sink = settings or Settings(), sink or NullSink()
    device = sampler.device.torch
    goal = torch.from_numpy(np.ascontiguousarray(target, np.float32)).to(device)
    z, classes, errors = best_randoms(sampler, target, settings, labels)
    asked = None if classes is None else torch.from_numpy(classes).to(device)
    wanted = None if extractor is None else extractor.features(goal[None]).detach()
    place = torch.from_numpy(z).to(device).requires_grad_(True)
    adam = torch.optim.Adam([place], lr=settings.rate, betas=(0.9, 0.99))
    best_z, best_errors = z.copy(), errors.copy()
    is_normal = sampler.info.latent_distribution == "normal"
    with sampler.exact(), torch.enable_grad():
        for step in range(settings.steps + 1):
            sink.check()
            done = step / max(settings.steps, 1)
            strength = NOISE_STRENGTH * max(0.0, 1 - done / NOISE_UNTIL) ** 2
            shaken = place + strength * _noise(settings.seed, step, z.shape).to(device) if strength else place
            made = sampler.generator(shaken, asked)
            pixel = (made - goal).square().flatten(1).mean(dim=1)
            if not strength:
                _keep(place, pixel, best_z, best_errors)
            loss = pixel.sum()
            if extractor is not None and wanted is not None:
                away = (extractor.features(made) - wanted).square().mean(dim=1) / wanted.square().mean().clamp_min(1e-8)
                loss = loss + settings.features * away.sum().to(loss.device)
            if is_normal:
                loss = loss + PRIOR * (place.square().mean(dim=1) - 1).clamp_min(0).square().sum()
            if step == settings.steps:
                break
            for group in adam.param_groups:
                group["lr"] = settings.rate * _ramp(done)
            (place.grad,) = torch.autograd.grad(loss, [place])
            adam.step()
            if not is_normal:
                with torch.no_grad():
                    place.clamp_(-1, 1)
            sink.emit(Progressed(done, f"error {float(best_errors.min()):.5f}"))
    winner = int(best_errors.argmin())
    label = None if classes is None else int(classes[winner])
    return Projection(best_z[winner], label, float(best_errors[winner]), float(errors.min()))


def best_randoms(
    sampler: Sampler, target: NDArray[np.float32], settings: Settings, labels: Sequence[int]
) -> tuple[NDArray[np.float32], NDArray[np.int64] | None, NDArray[np.float64]]:
    """The `starts` nearest of `randoms` random latents, nearest first: z (starts,latent), classes, pixel errors."""
    info = sampler.info
    count, starts = max(settings.randoms, 1), min(settings.starts, max(settings.randoms, 1))
    z = latents(info.latent_distribution, settings.seed, RANDOM, 0, count, info.latent)
    classes = np.array([labels[n % len(labels)] for n in range(count)], np.int64) if labels else None
    errors = np.empty(count)
    for at in range(0, count, sampler.plan.batch):
        part = slice(at, at + sampler.plan.batch)
        pictures = sampler.all(z[part], None if classes is None else [int(label) for label in classes[part]])
        errors[part] = np.square(pictures.astype(np.float64) - target).mean(axis=(1, 2, 3))
    order = np.argsort(errors, kind="stable")[:starts]
    return z[order], None if classes is None else classes[order], errors[order]


def _keep(place: Tensor, pixel: Tensor, best_z: NDArray[np.float32], best_errors: NDArray[np.float64]) -> None:
    errors = pixel.detach().double().cpu().numpy()
    better = errors < best_errors
    best_errors[better] = errors[better]
    best_z[better] = place.detach().float().cpu().numpy()[better]


def _noise(seed: int, step: int, shape: tuple[int, ...]) -> Tensor:
    rows, width = shape
    return torch.from_numpy(normals(seed, NOISE, step * rows, rows, width).astype(np.float32))


def _ramp(done: float) -> float:
    """The learning rate's share: up at the beginning, a cosine down at the end."""
    down = 0.5 - 0.5 * math.cos(math.pi * min(1.0, (1 - done) / RAMP_DOWN))
    return down * min(1.0, (done + 1e-3) / RAMP_UP)
