"""The one training loop, counted in images: tick (judge, log, keep), obey, step; read it from top to bottom."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from pathlib import Path

from torch import Tensor

from ..errors import EnhancerError
from ..events import Metric, Preview, Progressed, Sink, Warned
from ..images.image import Image
from ..images.write import write
from ..models.file import save_model
from ..runtime.memory import is_out_of_memory
from . import log
from .config import TrainConfig
from .control import Control
from .export import BEST, with_results
from .recipes.recipe import Recipe
from .schedule import ema_decay, learning_rate_factor
from .state import TrainState, checkpoints, load_latest, read_checkpoint, save_checkpoint

CHECKPOINTS = "checkpoints"
PATIENCE = 10
"""Steps in a row with a non-finite gradient before the run returns to its last checkpoint."""
REPORT_SECONDS = 1.0


class TrainingError(EnhancerError):
    """A run that cannot go on."""

    default_code = "training"


@dataclass
class _Pace:
    """Images a second since the loop started, for people; nothing is decided by it."""

    start: float
    first: int
    told: float = 0.0

    def rate(self, images: int) -> float:
        return (images - self.first) / max(time.monotonic() - self.start, 1e-9)


def train(config: TrainConfig, recipe: Recipe, state: TrainState, run_dir: Path, sink: Sink) -> int:
    """Train `state` to the end of the budget, from its last checkpoint if there is one.

    Returns the number of images trained by this call. Raises Cancelled after writing a checkpoint; TrainingError
    when rolling back does not help.
    """
    folder = run_dir / CHECKPOINTS
    resumed, problems = load_latest(folder, state)
    for problem in problems:
        sink.emit(Warned(problem, "checkpoint"))
    if resumed and state.counters.data not in ("", recipe.fingerprint()):
        sink.emit(
            Warned(
                "The training pictures have changed since this run began; it goes on with the new ones.",
                "data",
            )
        )
    state.counters.data = recipe.fingerprint()
    log.cut_back(run_dir, state.counters.images)
    control = Control(run_dir, sink)
    control.clear()
    pace = _Pace(time.monotonic(), state.counters.images)
    if not resumed:
        _tick(config, recipe, state, run_dir, sink, {}, pace)
    broken, terms = 0, {}
    try:
        while state.counters.images < config.budget:
            control.check()
            count = min(config.batch, config.budget - state.counters.images)
            terms = _step(config, recipe, state, count)
            if all(map(math.isfinite, _plain(terms, ("loss", "gradient")).values())):
                broken = 0
            else:
                broken += 1
                state.counters.skipped += 1
                if broken >= PATIENCE:
                    _roll_back(config, state, folder, sink)
                    broken = 0
                    continue
            state.counters.images += count
            _tell(config, state, sink, terms, pace)
            if _due(state.counters.images, count, config):
                _tick(config, recipe, state, run_dir, sink, terms, pace)
    except EnhancerError:
        save_checkpoint(folder, state)
        raise
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        raise TrainingError(
            f"There is not enough memory for {config.batch} crops of {config.data.patch} pixels.",
            "Lower batch or data.patch with --set, in a new run folder.",
            "no-memory",
        ) from None
    return state.counters.images - pace.first


def _step(config: TrainConfig, recipe: Recipe, state: TrainState, count: int) -> dict[str, Tensor]:
    images = state.counters.images
    factor = learning_rate_factor(config.schedule, images, config.budget) * state.counters.lr_scale
    for optimizer in state.parts.optimizers.values():
        for group in optimizer.param_groups:
            group["lr"] = config.optimizer.lr * factor
    decay = ema_decay(config.ema, images, count)
    return recipe.step(state.parts, recipe.batch(images, count), decay)


def _due(images: int, count: int, config: TrainConfig) -> bool:
    return images >= config.budget or images // config.tick > (images - count) // config.tick


def _tick(
    config: TrainConfig,
    recipe: Recipe,
    state: TrainState,
    run_dir: Path,
    sink: Sink,
    terms: dict[str, Tensor],
    pace: _Pace,
) -> None:
    """Judge, keep the best, write the row, the preview and the checkpoint."""
    counters = state.counters
    scores = recipe.evaluate(state.parts)
    if scores[recipe.metric] > counters.best:
        counters.best, counters.best_images = scores[recipe.metric], counters.images
        info, weights = recipe.export(state.parts)
        save_model(run_dir / BEST, with_results(info, config, counters, recipe.metric, recipe.baseline()), weights)
    values = {**_plain(terms), **scores, "images_per_second": round(pace.rate(counters.images), 2)}
    factor = learning_rate_factor(config.schedule, counters.images, config.budget)
    log.append_row(run_dir, {"images": counters.images, "lr": config.optimizer.lr * factor, **values})
    sink.emit(Metric(values, counters.images))
    picture = run_dir / "previews" / f"images-{counters.images:012d}.png"
    picture.parent.mkdir(exist_ok=True)
    write(Image(recipe.preview(state.parts)), picture)
    sink.emit(Preview(str(picture), f"{counters.images} images"))
    save_checkpoint(run_dir / CHECKPOINTS, state)


def _roll_back(config: TrainConfig, state: TrainState, folder: Path, sink: Sink) -> None:
    """Return to the last checkpoint with half the learning rate; TrainingError when that has been tried enough."""
    rollbacks, lr_scale = state.counters.rollbacks + 1, state.counters.lr_scale / 2
    if rollbacks > config.max_rollbacks:
        raise TrainingError(
            f"Training diverged at {state.counters.images} images and {config.max_rollbacks} returns did not help.",
            'Lower optimizer.lr, or set precision = "fp32".',
        )
    state.restore(read_checkpoint(checkpoints(folder)[-1]))
    state.counters.rollbacks, state.counters.lr_scale = rollbacks, lr_scale
    save_checkpoint(folder, state)
    message = (
        f"{PATIENCE} steps in a row were not finite: back to {state.counters.images} images, learning rate halved."
    )
    sink.emit(Warned(message, "rollback"))


def _tell(config: TrainConfig, state: TrainState, sink: Sink, terms: dict[str, Tensor], pace: _Pace) -> None:
    now = time.monotonic()
    if now - pace.told < REPORT_SECONDS:
        return
    pace.told = now
    images, rate = state.counters.images, pace.rate(state.counters.images)
    text = f"{images:,} of {config.budget:,} images, {rate:,.0f} images/s, loss {float(terms['loss']):.5f}"
    sink.emit(Progressed(images / config.budget, text, (config.budget - images) / rate))


def _plain(terms: dict[str, Tensor], names: tuple[str, ...] = ()) -> dict[str, float]:
    return {name: float(value) for name, value in terms.items() if not names or name in names}
