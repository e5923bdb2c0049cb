"""What a run does when a monitor objects: go back to a checkpoint, turn one knob, say so; or stop with the reason."""

from __future__ import annotations

from pathlib import Path

from ..errors import EnhancerError
from ..events import Sink, Warned
from . import log
from .config import TrainConfig
from .monitors.monitor import Finding
from .ranks import Ranks
from .recipes.recipe import Recipe
from .run_folder import CHECKPOINTS, images_of
from .state import TrainState, checkpoints, read_checkpoint, save_checkpoint

STOP = "none"
"""The knob of a finding that no turning helps."""


class TrainingError(EnhancerError):
    """A run that cannot go on."""

    default_code = "training"


def respond(
    finding: Finding, config: TrainConfig, recipe: Recipe, state: TrainState, run_dir: Path, sink: Sink, ranks: Ranks
) -> bool:
    """Heal if that is allowed and has not been tried enough; TrainingError when it has.

    A finding without a knob ends the run in good order. Where healing is switched off it is told and nothing else;
    then False is returned: the run goes on as if nothing had been found.
    """
    images = state.counters.images
    if finding.knob == STOP:
        state.counters.stopped = finding.sentence
        _note(run_dir, state, sink, ranks, images, finding, "stopped", 1.0, "The run ends here.")
        keep(run_dir, state, ranks)
        return True
    if not recipe.heals:
        _note(run_dir, state, sink, ranks, images, finding, "finding", 1.0, "")
        recipe.healed(state.parts, ())
        return False
    if state.counters.rollbacks >= config.max_rollbacks:
        failed = f"{config.max_rollbacks} returns did not help."
        _note(run_dir, state, sink, ranks, images, finding, "stopped", 1.0, failed)
        raise TrainingError(
            f"{finding.sentence} {failed}",
            'Lower optimizer.lr, or set precision = "fp32".' if finding.knob == "lr" else f"Change {finding.knob}.",
        )
    _roll_back(finding, recipe, state, run_dir, sink, ranks)
    return True


def _roll_back(finding: Finding, recipe: Recipe, state: TrainState, run_dir: Path, sink: Sink, ranks: Ranks) -> None:
    """Go back to the newest checkpoint from before the trouble; one further when that place was returned to before."""
    folder = run_dir / CHECKPOINTS
    before, kept = state.counters, checkpoints(folder)
    since = before.images if finding.since is None else finding.since
    sound = [path for path in kept if images_of(path) <= since] or kept[:1]
    target = sound[-2] if len(sound) > 1 and images_of(sound[-1]) == before.rolled_to else sound[-1]
    state.restore(read_checkpoint(target))
    counters = state.counters
    counters.knobs = {**before.knobs, finding.knob: before.knobs.get(finding.knob, 1.0) * finding.factor}
    counters.rollbacks, counters.rolled_to, counters.skipped = before.rollbacks + 1, counters.images, before.skipped
    # The best weights are in a file of their own and stay there.
    counters.best, counters.best_images, counters.events = before.best, before.best_images, before.events
    recipe.healed(state.parts, _subjects(state, finding))
    value = counters.knobs[finding.knob]
    done = f"Back to {counters.images:,} images, {finding.knob} times {finding.factor:g} (now {value:g})."
    _note(run_dir, state, sink, ranks, before.images, finding, "rollback", value, done)
    if ranks.first:
        for path in kept:
            if images_of(path) > counters.images:
                path.unlink(missing_ok=True)
        save_checkpoint(folder, state)
        log.cut_back(run_dir, counters.images)


def keep(run_dir: Path, state: TrainState, ranks: Ranks) -> None:
    """Write a checkpoint of now."""
    if ranks.first:
        save_checkpoint(run_dir / CHECKPOINTS, state)


def _subjects(state: TrainState, finding: Finding) -> set[str]:
    """A checkpoint from before knows nothing of what was switched off since, so all of it is named again."""
    return {str(event.get("subject", "")) for event in state.counters.events} | {finding.subject}


def _note(
    run_dir: Path,
    state: TrainState,
    sink: Sink,
    ranks: Ranks,
    images: int,
    finding: Finding,
    kind: str,
    value: float,
    done: str,
) -> None:
    """Into the state, the run folder and the ears of whoever listens."""
    sentence = f"{finding.sentence} {done}".strip()
    row = {"images": images, "kind": kind, "monitor": finding.monitor, "sentence": sentence}
    state.counters.events.append({**row, "knob": finding.knob, "value": value, "subject": finding.subject})
    if ranks.first:
        log.write_events(run_dir, state.counters.events)
        sink.emit(Warned(sentence, kind))
