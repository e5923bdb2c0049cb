"""The runner of TrainJob: configuration, lock, start model and device; then the loop; then the verdict."""

from __future__ import annotations

import time
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Cancelled, DataError, SpecError
from ..events import Finished, NullSink, Sink, Warned
from ..files.atomic import write_text
from ..files.lock import OutputLock
from ..train.config import TrainConfig
from ..train.run_folder import BEST, CONFIG
from .job import ItemReport, Report
from .train import TrainJob

if TYPE_CHECKING:
    from ..runtime.device import Device
    from ..train.ranks import Ranks


def run_train(job: TrainJob, sink: Sink) -> Report:
    """Train to the end of the budget and publish a winner. The report's one item is the model.

    Under `torchrun` each process runs this; the first one owns the folder and publishes.
    """
    from ..runtime.device import choose_device, set_threads
    from ..train.ranks import join, leave

    began = time.monotonic()
    device = choose_device(job.device)
    if job.threads:
        set_threads(job.threads)
    check_apart(Path(job.run_dir), job.config)
    ranks = join(device.torch.type)
    try:
        with OutputLock(Path(job.run_dir)) if ranks.first else nullcontext():
            return _train(job, sink if ranks.first else NullSink(), device, ranks, began)
    finally:
        leave()


def _train(job: TrainJob, sink: Sink, device: Device, ranks: Ranks, began: float) -> Report:
    from ..train.export import publish
    from ..train.loop import train
    from ..train.precision import training_dtype
    from ..train.recipes import RECIPES
    from ..train.report.film import write_film
    from ..train.report.page import write_page
    from ..train.state import Counters, TrainState

    run_dir, config = Path(job.run_dir), job.config
    check_config(job, run_dir)
    recipe = RECIPES.get(config.recipe)(config, device.torch, training_dtype(config.precision, device), ranks)
    # What costs nothing first: a wrong setting is told before thousands of pictures are decoded.
    state = TrainState(recipe.build(), Counters())
    start = recipe.open_start(job.start) if job.start else None
    if start is not None:
        recipe.adopt(state.parts, start)
    recipe.prepare(sink)
    if start is not None:
        state.counters.started_images = start.info.images_seen
        state.counters.started_from = start.sha256
        state.counters.start_scores = recipe.judge(start)
    # Only now: settings that turned out wrong may be corrected in the same folder.
    if ranks.first and not (run_dir / CONFIG).exists():
        write_text(run_dir / CONFIG, job.to_toml())
    if ranks.first:
        recipe.leave_beside(run_dir)
    try:
        trained = train(config, recipe, state, run_dir, sink, ranks)
    except Cancelled:
        if ranks.first:
            write_page(run_dir, "stopped")
        sink.emit(Warned("Stopped. The same command goes on from here.", "stopped"))
        sink.emit(Finished("cancelled", {}, time.monotonic() - began))
        raise
    published, sentence = publish(run_dir, job.start, job.force) if ranks.first else (None, "")
    if ranks.first:
        write_page(run_dir)
        with suppress(DataError):  # a run of one preview has no film
            write_film(run_dir)
    # Who ends while the first one still writes takes its end of the connection away, which can abort either.
    ranks.told("published")
    counters = state.counters
    facts = {
        "images_trained": trained,
        "images": counters.images,
        "best": -counters.best if recipe.lower_is_better else counters.best,
        "best_at": counters.best_images,
        "skipped_steps": counters.skipped,
        "rollbacks": counters.rollbacks,
        "events": list(counters.events),
        "stopped": counters.stopped,
        "published": str(published or ""),
        "verdict": sentence,
    }
    item = ItemReport(config.name, "done", (str(run_dir / BEST),), reason=sentence, facts=facts)
    report = Report("train", "done", (item,), {"done": 1}, time.monotonic() - began)
    sink.emit(Finished("done", {"done": 1}, report.seconds))
    return report


def check_apart(run_dir: Path, config: TrainConfig) -> None:
    """SpecError if the run would find its own previews among the pictures that it learns from."""
    for folder in config.folders:
        if folder and run_dir.resolve().is_relative_to(Path(folder).resolve()):
            raise SpecError(
                f"{run_dir} lies in {folder}, so its previews would be learned from.",
                "Choose a run folder outside of the pictures.",
            )


def check_config(job: TrainJob, run_dir: Path) -> None:
    """SpecError, naming the difference, if the folder holds a run that was configured otherwise."""
    path = run_dir / CONFIG
    if not path.exists():
        return
    frozen = TrainJob.load(path)
    before, values = (one.model_dump(mode="json", include={"config", "start"}) for one in (frozen, job))
    changes = [f"{name}: {a!r} became {b!r}" for name, a, b in _differences(before, values)]
    if changes:
        raise SpecError(
            f"{run_dir} holds a run with another configuration ({'; '.join(changes[:5])}).",
            "Use the same settings to go on with it, or another folder.",
        )


def _differences(before: object, after: object, name: str = "") -> list[tuple[str, object, object]]:
    if isinstance(before, dict) and isinstance(after, dict):
        found = []
        for key in sorted(before.keys() | after.keys()):
            inner = f"{name}.{key}" if name else key
            found += _differences(before.get(key), after.get(key), inner)
        return found
    return [] if before == after else [(name.removeprefix("config."), before, after)]
