"""Run folders as training leaves them, without training: configuration, rows, events, previews."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from enhancer.jobs.train import TrainJob
from enhancer.train import log
from enhancer.train.configs import config_from


def make_run(
    folder: Path,
    scores: Mapping[int, float],
    *overrides: tuple[str, Any],
    budget: int = 1000,
    pace: float = 10.0,
    events: Iterable[Mapping[str, Any]] = (),
    previews: bool = False,
) -> Path:
    """A GAN's run folder. scores: fid by images; overrides: settings by name; pace: images a second."""
    folder.mkdir(parents=True)
    values: dict[str, Any] = {"recipe": "gan", "name": folder.name, "budget": budget, "schedule": {"warmup": 0}}
    config = config_from(values | dict(overrides))
    (folder / "config.toml").write_text(TrainJob(run_dir=str(folder), config=config).to_toml())
    for images, fid in scores.items():
        terms = {"loss": 1.0 + 1 / (1 + images), "gradient": 0.5} if images else {}
        row = {"images": images, "lr": 1e-3, **terms, "fid": fid, "recall": 1 / (1 + fid), "diversity": 0.9}
        log.append_row(folder, {**row, "images_per_second": pace if images else 0.0})
        if previews:
            draw_preview(folder, images)
    log.write_events(folder, list(events))
    return folder


def draw_preview(folder: Path, images: int) -> Path:
    path = folder / "previews" / f"images-{images:012d}.png"
    path.parent.mkdir(exist_ok=True)
    Image.fromarray(np.full((8, 12, 3), images % 256, np.uint8)).save(path)
    return path
