"""A small training run for tests: pictures drawn here, a network of a few hundred weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from PIL import Image

from enhancer.events import ControlledSink, Event, NullSink, Sink
from enhancer.jobs import run
from enhancer.jobs.job import Report
from enhancer.jobs.train import TrainJob
from enhancer.train.configs.superres import SuperResConfig
from enhancer.train.loop import train
from enhancer.train.preset import load_preset
from enhancer.train.recipes.superres import SuperResolution
from enhancer.train.state import Counters, TrainState

SMALL = (
    "name='small'",
    "budget=96",
    "batch=4",
    "tick=32",
    "precision='fp32'",
    "network.arguments={scale=2, channels=6, depth=1}",
    "data.patch=12",
    "data.hold_out=0.34",
    "data.shrink=[1.0]",
    "schedule.warmup=8",
    "ema.half_life=64",
)


def draw_pictures(folder: Path, count: int = 3, side: int = 64) -> Path:
    """Pictures with edges, gradients and texture, as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    y, x = np.mgrid[0:side, 0:side] / side
    for n in range(count):
        rng = np.random.default_rng(n)
        waves = np.sin((x * rng.integers(4, 14) + y * rng.integers(4, 14)) * 3.1)
        red = np.where((x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.05 + 0.03 * n, 0.9, 0.2)
        picture = np.stack([red, 0.5 + 0.4 * waves, x], -1) + rng.normal(0, 0.02, (side, side, 3))
        Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8)).save(folder / f"picture-{n}.png")
    return folder


def small_config(data: Path, *overrides: str) -> SuperResConfig:
    config = load_preset("quick-x2", [*SMALL, f"data.train='{data.as_posix()}'", *overrides])
    assert isinstance(config, SuperResConfig)
    return config


class Listener(ControlledSink):
    """Keeps every event; may cancel after a number of `check` calls, of which the loop makes one a step."""

    def __init__(self, checks: int | None = None) -> None:
        super().__init__()
        self.events: list[Event] = []
        self.checks = checks

    def emit(self, event: Event) -> None:
        self.events.append(event)

    def check(self) -> None:
        if self.checks is not None:
            self.checks -= 1
            if self.checks < 0:
                self.cancel()
        super().check()

    def of(self, kind: type) -> list:
        return [event for event in self.events if isinstance(event, kind)]


def train_here(
    config: SuperResConfig, run_dir: Path, sink: Sink, state: TrainState | None = None
) -> tuple[int, TrainState]:
    """The loop without the job around it. Returns the images trained by this call and the state it ends in."""
    run_dir.mkdir(exist_ok=True)
    recipe = SuperResolution(config, torch.device("cpu"), None)
    recipe.prepare(NullSink())
    state = state or TrainState(recipe.build(), Counters())
    return train(config, recipe, state, run_dir, sink), state


def run_small(tmp_path: Path, config: SuperResConfig, **job: object) -> Report:
    return run(TrainJob(run_dir=str(tmp_path / "run"), config=config, **job))  # type: ignore[arg-type]


def same(a: object, b: object) -> bool:
    """Equal to the bit, through nested mappings and lists of tensors and plain values."""
    if isinstance(a, torch.Tensor):
        return isinstance(b, torch.Tensor) and torch.equal(a, b)
    if isinstance(a, dict):
        return isinstance(b, dict) and a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list | tuple):
        return isinstance(b, list | tuple) and len(a) == len(b) and all(map(same, a, b))
    return a == b
