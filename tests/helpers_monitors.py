"""Simulated runs for tests of monitors: healthy terms and scores, what is changed of them, and what is found."""

from __future__ import annotations

import math

import numpy as np

from enhancer.train.config import NetworkConfig, OptimizerConfig
from enhancer.train.configs.gan import AugmentConfig, GanConfig
from enhancer.train.monitors.monitor import build_monitors

TICKS, STEPS, BATCH = 20, 40, 100
TICK = STEPS * BATCH
BUDGET = TICKS * TICK
STUCK = {"fid": lambda _, images: 30.0 if images else 100.0}
"""What a collapse does to the score: it falls no more."""


def config(**changes):
    base = {
        "budget": BUDGET,
        "tick": TICK,
        "batch": BATCH,
        "optimizer": OptimizerConfig(lr=1e-4),
        "discriminator": NetworkConfig(name="dcgan", arguments={"norm": "none"}),
    }
    return GanConfig(**{**base, **changes})


def healthy_step(rng, images):
    """A discriminator that is right in nine of ten cases, and noisy."""
    share = images / BUDGET
    return {
        "loss_discriminator": 0.5 + 0.2 * rng.random(),
        "loss_generator": 2 + 2 * rng.random(),
        "real_logit": 3 + rng.normal(),
        "fake_logit": -3 + rng.normal(),
        "real_sign": min(0.8 + 0.15 * rng.random(), 1.0),
        "fake_sign": -min(0.8 + 0.15 * rng.random(), 1.0),
        "gradient_discriminator": 1 + rng.random(),
        "gradient_generator": (1 + rng.random()) * (1 - 0.9 * share),
        "augment_probability": 0.5,
    }


def healthy_tick(rng, images):
    """FID falls from 100 to about 5, with noise; variety comes late and swings."""
    left = math.exp(-4 * images / BUDGET)
    good = 1 - left
    return {
        "fid": (4 + 96 * left) * math.exp(0.15 * rng.normal()),
        "kid": 0.1 * left,
        "precision": 0.8 * good,
        "recall": 0.6 * good * (0.8 + 0.4 * rng.random()),
        "density": 0.9 * good,
        "coverage": 0.8 * good * (0.9 + 0.2 * rng.random()),
        "diversity": 0.7 + 0.3 * good + 0.05 * rng.normal(),
        "mode_entropy": min(0.9 + 0.1 * good + 0.02 * rng.normal(), 1.0),
        "classes_seen": 1.0,
        "oversaturated": 0.02 * rng.normal(),
        **{f"leak_{name}": 0.5 + 0.06 * rng.random() for name in AugmentConfig().operations},
    }


def run(
    settings, step=healthy_step, tick=healthy_tick, seed=0, monitors=None, first=0, last=TICKS, heal=False, fresh=True
):
    """All findings of a simulated run, with the images at which they came; the first ends it unless `heal`."""
    monitors = monitors or build_monitors(settings)
    found = []

    def take(finding, images):
        if finding is not None:
            found.append((finding, images))
            if heal:
                monitors.reset()
        return finding is not None and not heal

    if fresh:
        monitors.tick(tick(np.random.default_rng([seed, 0]), 0), 0)
    for number in range(first, last):
        for inner in range(STEPS):
            images = number * TICK + (inner + 1) * BATCH
            if take(monitors.step(step(np.random.default_rng([seed, images, 1]), images), images), images):
                return found
        images = (number + 1) * TICK
        if take(monitors.tick(tick(np.random.default_rng([seed, images]), images), images), images):
            return found
    return found


def only(found):
    assert len(found) == 1
    finding, images = found[0]
    assert finding.sentence.endswith(".")
    assert finding.since is None or 0 <= finding.since <= images
    return finding, images


def changed(original, start=0, **values):
    """The series, with other values from `start` on; a value may be a function of (rng, images)."""

    def series(rng, images):
        row = original(rng, images)
        if images >= start:
            row |= {key: value(rng, images) if callable(value) else value for key, value in values.items()}
        return row

    return series
