"""The one training loop, counted in images: tick (judge, log, keep), obey, step; read it from top to bottom.

What a run does when a monitor objects is in `healing`; what a tick leaves in the run folder is in `tick`.
"""

from __future__ import annotations

import math
import time
from pathlib import Path

from torch import Tensor

from ..errors import Cancelled, EnhancerError
from ..events import NullSink, Progressed, Sink, Warned
from ..runtime.memory import freed_memory_kept, is_out_of_memory
from . import log
from .config import TrainConfig
from .control import Control
from .healing import TrainingError as TrainingError
from .healing import keep, respond
from .held_up import HeldUp
from .moment import Moment
from .ranks import LostProcess, Ranks
from .recipes.recipe import Recipe
from .run_folder import CHECKPOINTS
from .schedule import ema_decay, learning_rate_factor
from .state import TrainState, load_latest, save_checkpoint
from .tick import Pace, plain, tick

REPORT_SECONDS = 1.0


@freed_memory_kept()
def train(
    config: TrainConfig, recipe: Recipe, state: TrainState, run_dir: Path, sink: Sink, ranks: Ranks | None = None
) -> int:
    """Train `state` to the end of the budget, from its last checkpoint if there is one.

    Returns the number of images trained by this call. Raises Cancelled after writing a checkpoint; TrainingError
    when rolling back does not help.
    """
    ranks = ranks or Ranks()
    folder = run_dir / CHECKPOINTS
    sink = sink if ranks.first else NullSink()
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
    if ranks.first:
        log.cut_back(run_dir, state.counters.images)
        log.write_events(run_dir, state.counters.events)
    control = Control(run_dir, sink)
    if ranks.first:
        control.clear()
    pace = Pace(time.monotonic(), state.counters.images)
    held_up = HeldUp(state.parts.networks.values())
    try:
        if not resumed:
            tick(config, recipe, state, run_dir, sink, {}, pace, ranks)
        while state.counters.images < config.budget and not state.counters.stopped:
            _obey(control, ranks)
            terms, count = _step(config, recipe, state)
            finding = recipe.watch_step(state.parts, plain(terms), state.counters.images)
            if finding is not None and respond(finding, config, recipe, state, run_dir, sink, ranks):
                continue
            state.counters.skipped += not math.isfinite(float(terms["loss"]) + float(terms["gradient"]))
            state.counters.images += count
            _tell(config, state, sink, terms, pace, held_up)
            if _due(state.counters.images, count, config):
                finding = tick(config, recipe, state, run_dir, sink, terms, pace, ranks)
                if finding is not None and not respond(finding, config, recipe, state, run_dir, sink, ranks):
                    keep(run_dir, state, ranks)
    except (TrainingError, LostProcess):
        raise  # What is sick, or the middle of a step, is not kept: the newest checkpoint was found well.
    except EnhancerError:
        if ranks.first:
            save_checkpoint(folder, state)
        raise
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        raise TrainingError(
            f"There is not enough memory for {config.batch} pictures a step.",
            recipe.smaller,
            "no-memory",
        ) from None
    return state.counters.images - pace.first


def _obey(control: Control, ranks: Ranks) -> None:
    """One process is told, all stop."""
    cancelled = None
    if ranks.first:
        try:
            control.check()
        except Cancelled as error:
            cancelled = error
    ranks.stop_together(cancelled)


def _step(config: TrainConfig, recipe: Recipe, state: TrainState) -> tuple[dict[str, Tensor], int]:
    """Set the rates, take one step; returns its terms and how many images it took."""
    images, knobs = state.counters.images, state.counters.knobs
    count = config.batch if recipe.whole_batches else min(config.batch, config.budget - images)
    factor = learning_rate_factor(config.schedule, images, config.budget) * knobs.get("lr", 1.0)
    for name, rate in recipe.rates().items():
        for group in state.parts.optimizers[name].param_groups:
            group["lr"] = rate * factor * knobs.get(f"{name}_lr", 1.0)
    decay = ema_decay(config.ema, images, count)
    moment = Moment(images, count, images / config.budget, decay, knobs)
    return recipe.step(state.parts, recipe.batch(images, count), moment), count


def _due(images: int, count: int, config: TrainConfig) -> bool:
    return images >= config.budget or images // config.tick > (images - count) // config.tick


def _tell(
    config: TrainConfig, state: TrainState, sink: Sink, terms: dict[str, Tensor], pace: Pace, held_up: HeldUp
) -> None:
    now = time.monotonic()
    if now - pace.told < REPORT_SECONDS:
        return
    pace.told = now
    images, rate = state.counters.images, pace.rate(state.counters.images)
    text = f"{images:,} of {config.budget:,} images, {rate:,.0f} images/s, loss {float(terms['loss']):.5f}"
    sink.emit(Progressed(min(1.0, images / config.budget), text, max(0, config.budget - images) / rate))
    warned = held_up.look(now)
    if warned is not None:
        sink.emit(warned)
