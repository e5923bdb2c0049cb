"""Small adversarial runs for tests and benchmarks: pictures drawn here, networks of a few hundred weights."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from enhancer.errors import Cancelled
from enhancer.events import NullSink, Sink
from enhancer.train.adversarial.batch import Material
from enhancer.train.augmentation.pipeline import width as draws_of
from enhancer.train.configs.gan import GanConfig, GanDataConfig
from enhancer.train.loop import train
from enhancer.train.pictures import Pictures, load_pictures
from enhancer.train.preset import load_preset
from enhancer.train.ranks import Ranks
from enhancer.train.recipes.gan import Adversarial
from enhancer.train.state import Counters, Parts, TrainState
from tests.helpers_training import Listener, same

CLASSES = ("bar", "ring", "spot")
SMALL = (
    "name='small'",
    "budget=64",
    "batch=8",
    "tick=32",
    "precision='fp32'",
    "latent.size=6",
    "ema.half_life=32",
    "schedule.warmup=0",
    "judge.samples=20",
    "monitors.names=['finite', 'divergence', 'collapse']",
    "data.source='classes'",
    "data.hold_out=0.4",
)
NARROW = {
    "mlp": ("{width=8, depth=1}", "{width=8, depth=1}"),
    "dcgan": ("{width=4, limit=4}", "{width=4, limit=4, norm='batch'}"),
    "dcgan-r3": ("{width=4, limit=4}", "{width=4, limit=4, norm='none'}"),
    "lsgan": ("{width=4, limit=4}", "{width=4, limit=4, norm='batch'}"),
    "wgan": ("{width=4, limit=4}", "{width=4, limit=4, norm='batch'}"),
    "wgan-gp": ("{width=4, limit=4}", "{width=4, limit=4, norm='layer'}"),
    "resgan": ("{width=2, limit=4}", "{width=2, limit=4, spectral=false}"),
    "sngan": ("{width=2, limit=4}", "{width=2, limit=4, spectral=true}"),
    "r3gan": ("{width=2, limit=4, blocks=1, groups=1}", "{width=2, limit=4, blocks=1, groups=1}"),
}
"""Arguments of generator and discriminator, by preset."""
CHANNELS = {1: "L", 3: "RGB", 4: "RGBA"}


def draw_classes(
    folder: Path, each: int = 16, size: tuple[int, int] = (16, 16), channels: int = 1, classes: Iterable[str] = CLASSES
) -> Path:
    """Bars, rings and spots in class folders, `each` of every class, as PNG."""
    y, x = np.mgrid[0 : size[0], 0 : size[1]] / max(size)
    for name in classes:
        (folder / name).mkdir(parents=True, exist_ok=True)
        for n in range(each):
            rng = np.random.default_rng([n, *name.encode()])
            middle, around = rng.uniform(0.35, 0.65, 2), rng.uniform(0.15, 0.3)
            far = np.hypot(y - middle[0], x - middle[1])
            shapes = {"bar": abs(x - middle[1]) < around / 2, "ring": abs(far - around) < 0.08, "spot": far < around}
            picture = np.where(shapes[name], 0.9, 0.1)[..., None] * rng.uniform(0.6, 1, channels)
            pixels = (np.clip(picture + rng.normal(0, 0.03, picture.shape), 0, 1) * 255).astype(np.uint8)
            Image.fromarray(pixels.squeeze(), CHANNELS[channels]).save(folder / name / f"{n}.png")
    return folder


def small_gan(
    data: Path, preset: str, *overrides: str, size: tuple[int, int] = (16, 16), channels: int = 1
) -> GanConfig:
    """A preset made small; overrides come last."""
    generator, discriminator = NARROW[preset]
    shape = (f"data.size=[{size[0]}, {size[1]}]", f"data.channels={channels}", f"data.path='{data.as_posix()}'")
    nets = (f"generator.arguments={generator}", f"discriminator.arguments={discriminator}")
    config = load_preset(preset, [*SMALL, *shape, *nets, *overrides])
    assert isinstance(config, GanConfig)
    return config


def recipe_of(config: GanConfig, autocast: torch.dtype | None = None, ranks: Ranks | None = None) -> Adversarial:
    """Ready to train and to judge."""
    recipe = Adversarial(config, torch.device("cpu"), autocast, ranks)
    recipe.prepare(NullSink())
    return recipe


def unjudged(
    config: GanConfig, autocast: torch.dtype | None = None, parts: Parts | None = None
) -> tuple[Adversarial, Parts]:
    """Ready to take steps, without the judge, whose features are most of the work; and its parts, new if none given."""
    recipe = Adversarial(config, torch.device("cpu"), autocast)
    recipe.learned = _pictures(config.data)
    draws = 0 if config.augment.kind == "none" else draws_of(config.augment.operations)
    recipe.material = Material(config, recipe.learned, recipe.loss.paired, draws, recipe.device, Ranks())
    return recipe, parts or recipe.build()


@cache
def _pictures(data: GanDataConfig) -> Pictures:
    return load_pictures(data, "train", NullSink())


def gan_here(
    config: GanConfig, run_dir: Path, sink: Sink | None = None, recipe: Adversarial | None = None
) -> tuple[int, TrainState]:
    """The loop without the job around it. Returns the images trained by this call and the state it ends in."""
    run_dir.mkdir(exist_ok=True, parents=True)
    recipe = recipe or recipe_of(config)
    state = TrainState(recipe.build(), Counters())
    return train(config, recipe, state, run_dir, sink or NullSink()), state


def stopped_and_resumed(config: GanConfig, run_dir: Path, stops: Iterable[int], recipe: Adversarial) -> TrainState:
    """The state in which a run ends that was stopped after each of these numbers of steps, counted from its start."""
    begun = 0
    for stop in sorted(stops):
        try:
            gan_here(config, run_dir, Listener(checks=stop - begun), recipe)
        except Cancelled:
            begun = stop
    return gan_here(config, run_dir, recipe=recipe)[1]


def resume_differences(config: GanConfig, folder: Path, stops: Iterable[int]) -> list[str]:
    """Where the state of a run that was stopped and resumed differs from that of one never stopped; [] is nowhere.

    Names of items, such as networks.generator.stem.weight. stops: numbers of steps from the run's start. `folder` gets
    two run folders. Data and judge are prepared once for both, since neither learns; networks, optimizers and all
    other state are built anew each time.
    """
    recipe = recipe_of(config)
    _, straight = gan_here(config, folder / "straight", recipe=recipe)
    resumed = stopped_and_resumed(config, folder / "resumed", stops, recipe)
    return differences(straight.collect(), resumed.collect())


def differences(a: Any, b: Any, name: str = "") -> list[str]:
    """Names of all that is not the same to the bit."""
    if isinstance(a, dict) and isinstance(b, dict):
        keys = [*a, *(key for key in b if key not in a)]
        return [text for key in keys for text in differences(a.get(key), b.get(key), f"{name}.{key}".lstrip("."))]
    return [] if same(a, b) else [name]


def distance(a: TrainState, b: TrainState) -> float:
    """The largest absolute difference between the weights of two runs, averages included."""
    largest = 0.0
    for kind in ("networks", "averages"):
        for name, module in getattr(a.parts, kind).items():
            others = getattr(b.parts, kind)[name].state_dict()
            largest = max([largest, *(float((v - others[k]).abs().max()) for k, v in module.state_dict().items())])
    return largest


def poison(monkeypatch: Any, when: Callable[[int], bool]) -> None:
    """Make the latents of chosen steps no numbers; `when` gets the images seen before the step."""
    batch = Adversarial.batch

    def poisoned(self: Adversarial, first: int, count: int) -> Any:
        found = batch(self, first, count)
        if when(first):
            found = copy.deepcopy(found)
            for one in (*found.discriminator, found.generator):
                one.z.fill_(float("nan"))
        return found

    monkeypatch.setattr(Adversarial, "batch", poisoned)
