"""The learning rate and the averaging decay as pure functions of the images seen, so that resume needs no state."""

from __future__ import annotations

import math

from .config import EmaConfig, ScheduleConfig


def learning_rate_factor(config: ScheduleConfig, images: int, budget: int) -> float:
    """The share of the peak rate, in [0,1], after `images` of `budget` images."""
    if images < config.warmup:
        return (images + 1) / config.warmup
    if config.kind == "constant":
        return 1.0
    progress = min(1.0, (images - config.warmup) / max(1, budget - config.warmup))
    return config.final + (1 - config.final) * 0.5 * (1 + math.cos(math.pi * progress))


def ema_decay(config: EmaConfig, images: int, batch: int) -> float:
    """How much of the average stays in a step of `batch` images (EDM2's half-life with its ramp)."""
    half_life = min(config.half_life, config.ramp * images)
    return 0.5 ** (batch / half_life) if half_life > 0 else 0.0
