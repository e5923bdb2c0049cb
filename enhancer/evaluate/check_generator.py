"""`models check` for generators: does one make pictures as its card says? Size, range, repetition, classes, variety."""

from __future__ import annotations

import time

import torch
from torch import Tensor

from ..errors import ModelError
from ..generate.draws import latents
from ..models.generator import Generator, open_generator
from ..runtime.device import choose_device
from ..runtime.precision import DTYPES
from .check_model import Check, ModelCheck

COUNT = 16
SPEED_COUNT = 64
SAME_TOLERANCE = 1e-5
"""The same latent in another batch may differ by the order of sums, never by what else is in the batch."""
HALF_TOLERANCE = 2 / 255
"""Mean difference from float32 in another precision; there is no float32 base here that would keep it smaller."""
LEAST_SPREAD = 1e-3
"""Standard deviation over samples, in the mean over a picture: below a quarter of a grey level all are the same."""


def check_generator(name: str, device: str = "auto") -> ModelCheck:
    """Make a few pictures with the generator by name or file; a few seconds. ModelError if it cannot be opened."""
    chosen = choose_device(device)
    generator = open_generator(name, chosen.torch)
    z, labels = _inputs(generator, COUNT)
    made = generator(z, labels)
    checks = [_shape(generator, made), _range(made), _same(generator, z, labels, made), _classes(generator, z)]
    checks.append(_spread(made))
    if generator.info.wraps:
        checks.append(_wraps(made))
    checks += [_precise(generator, precision, z, labels, made) for precision in generator.info.precisions[1:]]
    speed = _speed(generator)
    checks.append(Check("speed", speed > 0, f"{speed:.1f} pictures a second in fp32"))
    checks.append(Check("weights", bool(generator.sha256), f"sha256 {generator.sha256}"))
    return ModelCheck(generator.info.name, str(chosen), tuple(checks), generator.sha256, speed)


def _inputs(generator: Generator, count: int) -> tuple[Tensor, Tensor | None]:
    info = generator.info
    z = torch.from_numpy(latents(info.latent_distribution, 0, 0, 0, count, info.latent))
    return z, torch.arange(count) % len(info.classes) if info.classes else None


def _shape(generator: Generator, made: Tensor) -> Check:
    info = generator.info
    _, channels, height, width = made.shape
    text = f"{width} x {height}, {channels} channels"
    return Check("shape", (channels, height, width) == (info.out_channels, info.height, info.width), text)


def _range(made: Tensor) -> Check:
    bad = int(made.numel() - (torch.isfinite(made) & (made >= 0) & (made <= 1)).sum())
    return Check("finite", bad == 0, f"{bad} of {made.numel():,} values are not numbers in [0,1]")


def _same(generator: Generator, z: Tensor, labels: Tensor | None, made: Tensor) -> Check:
    alone = torch.cat([generator(z[n : n + 1], None if labels is None else labels[n : n + 1]) for n in range(3)])
    worst = float((alone - made[:3]).abs().max())
    return Check("same latent", worst <= SAME_TOLERANCE, f"alone or in a batch, it differs by {worst:.1g} at most")


def _classes(generator: Generator, z: Tensor) -> Check:
    count = len(generator.info.classes)
    wrong = [None, torch.full((len(z),), count)] if count else [torch.zeros(len(z), dtype=torch.long)]
    for labels in wrong:
        try:
            generator(z, labels)
        except ModelError:
            continue
        return Check("classes", False, "wrong labels are not refused")
    if count < 2:
        return Check("classes", True, f"{count}" if count else "none, and labels are refused")
    first, second = (generator(z, torch.full((len(z),), label)) for label in (0, 1))
    change = float((first - second).abs().mean())
    return Check("classes", change > 0, f"{count}; the first two differ by {change:.3f} in the mean")


def _spread(made: Tensor) -> Check:
    spread = float(made.std(dim=0).mean())
    text = f"{len(made)} samples deviate by {spread:.3f} in the mean"
    return Check("variety", spread >= LEAST_SPREAD, text)


def _wraps(made: Tensor) -> Check:
    """The step across the edge beside the steps within: a seam would be far larger than these."""
    across = torch.cat([(made[..., 0] - made[..., -1]).flatten(), (made[..., 0, :] - made[..., -1, :]).flatten()])
    within = torch.cat([made.diff(dim=-1).flatten(), made.diff(dim=-2).flatten()])
    seam, usual = float(across.abs().mean()), float(within.abs().mean())
    return Check("wraps", seam <= 2 * usual + 1 / 255, f"steps of {seam:.3f} across the edge, {usual:.3f} within")


def _precise(generator: Generator, precision: str, z: Tensor, labels: Tensor | None, made: Tensor) -> Check:
    if precision not in DTYPES:
        return Check(precision, False, "is no precision of this program")
    found = generator.to(generator.device, DTYPES[precision])(z, labels)
    mean = float((found - made).abs().mean())
    good = bool(torch.isfinite(found).all()) and mean <= HALF_TOLERANCE
    return Check(precision, good, f"differs from fp32 by {255 * mean:.2f} of 255 in the mean")


def _speed(generator: Generator) -> float:
    """Pictures a second in batches, until they are back on the CPU."""
    z, labels = _inputs(generator, SPEED_COUNT)
    generator(z, labels).cpu()  # the first run also allocates and chooses kernels
    began = time.perf_counter()
    generator(z, labels).cpu()
    return SPEED_COUNT / (time.perf_counter() - began)
