"""A tick: judge, keep the best, ask the monitors, write row, preview, page and, if all is well, the state."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from torch import Tensor

from ..events import Metric, Preview, Sink
from ..images.image import Image
from ..images.write import write
from ..models.file import save_model
from . import log
from .config import TrainConfig
from .export import with_results
from .monitors.monitor import Finding
from .ranks import Ranks
from .recipes.recipe import Recipe
from .report import page, tensorboard
from .run_folder import BEST, CHECKPOINTS, preview_path
from .schedule import learning_rate_factor
from .state import TrainState, save_checkpoint


@dataclass
class Pace:
    """Images a second since the loop started, for people; nothing is decided by it."""

    start: float
    first: int
    told: float = 0.0

    def rate(self, images: int) -> float:
        return (images - self.first) / max(time.monotonic() - self.start, 1e-9)


def tick(
    config: TrainConfig,
    recipe: Recipe,
    state: TrainState,
    run_dir: Path,
    sink: Sink,
    terms: Mapping[str, Tensor],
    pace: Pace,
    ranks: Ranks,
) -> Finding | None:
    """Returns what a monitor objects to; then no checkpoint is written, so that none holds a sick run.

    The first is written in any case: without it there would be nothing to go back to.
    """
    counters = state.counters
    scores: dict[str, float] = ranks.told(recipe.evaluate(state.parts) if ranks.first else None)
    finding = recipe.watch_tick(state.parts, scores, counters.images)
    value = -scores[recipe.metric] if recipe.lower_is_better else scores[recipe.metric]
    better = value > counters.best
    if better:
        counters.best, counters.best_images = value, counters.images
    if not ranks.first:
        return finding
    if better:
        info, weights = recipe.export(state.parts)
        save_model(run_dir / BEST, with_results(info, config, counters, recipe.verdict(scores, counters)), weights)
    values = {**plain(terms), **scores, "images_per_second": round(pace.rate(counters.images), 2)}
    factor = learning_rate_factor(config.schedule, counters.images, config.budget) * counters.knobs.get("lr", 1.0)
    row = {"images": counters.images, "lr": config.optimizer.lr * factor, **values}
    log.append_row(run_dir, row)
    sink.emit(Metric(values, counters.images))
    picture = preview_path(run_dir, counters.images)
    picture.parent.mkdir(exist_ok=True)
    write(Image(*recipe.preview(state.parts)), picture)
    sink.emit(Preview(str(picture), f"{counters.images} images"))
    page.write_page(run_dir)
    tensorboard.write_tick(run_dir, row, picture)
    if finding is None or not counters.images:
        save_checkpoint(run_dir / CHECKPOINTS, state)
    return finding


def plain(terms: Mapping[str, Tensor]) -> dict[str, float]:
    """As numbers; waits for the device."""
    return {name: float(value) for name, value in terms.items()}
