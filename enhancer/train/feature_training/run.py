"""Train one feature network from its settings and write what is shipped: model file, learning curve, recipe."""

from __future__ import annotations

import json
from pathlib import Path

import tomli_w

from ...errors import DataError, SpecError
from ...events import Sink
from ...files.atomic import write_text
from ...models.file import save_model
from ..configs.gan import GanDataConfig
from ..data import find_pictures, split
from ..export import CURVE, RECIPE
from ..pictures import load_pictures
from .classifier import Trained, train_classifier
from .config import ClassifierConfig, FeatureConfig, PerceptualConfig
from .pairs import load_photos
from .perceptual import train_perceptual
from .teacher import read_teacher


def train_features(config: FeatureConfig, data: Path, teacher: Path | None, folder: Path, sink: Sink) -> Path:
    """Train and write NAME.safetensors, NAME.curve.jsonl and NAME.recipe.toml into `folder`; returns the first.

    data: what the source reads, or a folder of photos. teacher: needed by a perceptual training alone.
    """
    if isinstance(config, ClassifierConfig):
        trained = _classifier(config, data, sink)
    elif isinstance(config, PerceptualConfig):
        trained = _perceptual(config, data, teacher, sink)
    else:
        raise SpecError(f"{config.name} is of no kind that can be trained.")
    return write_trained(trained, config, folder)


def write_trained(trained: Trained, config: FeatureConfig, folder: Path) -> Path:
    """Into `folder`, each file whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{config.name}.safetensors"
    save_model(target, trained.info, trained.state)
    write_text(folder / f"{config.name}{CURVE}", "".join(json.dumps(row) + "\n" for row in trained.curve))
    stages = [{**config.to_mapping(), "images_before": 0}]
    write_text(folder / f"{config.name}{RECIPE}", tomli_w.dumps({"stages": stages}))
    return target


def _classifier(config: ClassifierConfig, data: Path, sink: Sink) -> Trained:
    pictures = GanDataConfig(source=config.source, path=str(data), size=config.size, channels=1)
    learn, judge = load_pictures(pictures, "train", sink), load_pictures(pictures, "test", sink)
    if learn.labels is None or judge.labels is None:
        raise DataError(f"{data} holds pictures without classes, and a classifier needs them.")
    return train_classifier(config, learn, judge, sink)


def _perceptual(config: PerceptualConfig, data: Path, teacher: Path | None, sink: Sink) -> Trained:
    if teacher is None:
        raise SpecError(f"{config.name} learns from a teacher.", "Name the folder of its weights with --teacher.")
    learn, judge = split(find_pictures(str(data), "training"), config.hold_out)
    read = read_teacher(teacher)
    return train_perceptual(config, load_photos(learn, config, sink), load_photos(judge, config, sink), read, sink)
