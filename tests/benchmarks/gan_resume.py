"""Whether adversarial runs resume: at every step, by another number of processes, and not without any item of state.

python -m tests.benchmarks.gan_resume [--presets dcgan,r3gan] [--again]

Tiny networks of every preset on drawn pictures, float32, augmentation (adaptive where the loss allows it), 8 steps with
a tick in the middle. One run is never stopped. Others are stopped after each of its steps and go on by the same call:
equal means that weights, averages, optimizers, augmentation, memories and counters have the same bits. One more, of two
slices a step, is stopped and goes on as two processes (gloo, by torchrun): the largest difference of a weight from one
process that passes the same slices in turn. At last each single item of a checkpoint's state is replaced by what a
fresh run has; items that are the same there tell nothing and do not count, nor does what every run makes anew before it
uses it. Memories of scores are those of better times first, else nothing depends on them. Caught: the checkpoint is
refused, or the run ends otherwise.
"""

from __future__ import annotations

import copy
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import torch

from enhancer.errors import Cancelled
from enhancer.jobs.train import TrainJob
from enhancer.runtime.device import set_threads
from enhancer.train.configs.gan import GanConfig
from enhancer.train.preset import load_preset, presets
from enhancer.train.recipes.gan import Adversarial
from enhancer.train.state import CheckpointError, Counters, TrainState, checkpoints, read_checkpoint, save_checkpoint
from tests.benchmarks.gan_pieces import Pieces, gan_config, grouped, one_by_one, piece_parser
from tests.benchmarks.measure import ROOT, Line, begin
from tests.benchmarks.rows import Row
from tests.helpers_gan import differences, draw_classes, gan_here, recipe_of, small_gan
from tests.helpers_training import Listener

COMMAND = "python -m tests.benchmarks.gan_resume"
STEPS, BATCH, STOPPED = 8, 8, 5
"""STOPPED: after so many steps the run stops whose state is taken apart, or that goes on as two processes."""
BETTER_TIMES = {"ticks": 5, "first": 100.0, "judged": True, "begun_at": 0, "images": [0], "fids": [1e-3]}
BETTER_TIMES |= {"recall": 0.99, "coverage": 0.99, "best": 1e-3}
CHANNELS = 3
AUGMENTED = "augment.operations=['translation', 'brightness']"
FIXED = ("augment.kind='fixed'", AUGMENTED)
ADAPTIVE = ("augment.kind='adaptive'", "augment.start=0.2", "augment.speed=100", AUGMENTED)
SIGNLESS = ("wasserstein", "relativistic")
"""Losses whose logits have no sign that adaptive augmentation could read."""
PATIENCE = 600
"""Seconds for two processes to train 24 pictures, on a machine that does much else."""

Place = tuple[str | int, ...]


def lines(row: Row) -> list[Line]:
    return together([row])


def together(rows: list[Row]) -> list[Line]:
    group = [row for _, group in grouped(rows, "preset") for row in group]
    count = len(group)
    stops, exact = sum(row["stops"] for row in group), sum(row["exact"] for row in group)
    items, caught = sum(row["items"] for row in group), sum(row["caught"] for row in group)
    missed = ", ".join(f"{row['settings']['preset']}: {name}" for row in group for name in row["missed"][:3])
    worst = max(group, key=lambda row: float(row["apart"]))
    presets_text = f"{count} preset" + ("s" if count > 1 else "")
    return [
        Line(f"GAN runs ({presets_text}) stopped after any step: the same bits", f"{exact} of {stops}", "all"),
        Line(
            f"GAN runs ({presets_text}) gone on with by two processes: largest difference of a weight",
            f"{worst['apart']:.1e} (`{worst['settings']['preset']}`)",
            "1e-6",
        ),
        Line(
            f"GAN runs ({presets_text}): items of a checkpoint that are missed when they are lost",
            f"{items - caught} of {items}{f' ({missed})' if missed else ''}",
            "0",
        ),
    ]


def gans() -> list[str]:
    return [name for name in presets() if isinstance(load_preset(name), GanConfig)]


def configured(data: Path, preset: str, *more: str) -> GanConfig:
    loss = gan_config(preset, ()).loss
    augmented = FIXED if loss in SIGNLESS else ADAPTIVE
    settings = (f"budget={STEPS * BATCH}", f"batch={BATCH}", "monitors.heal=false", *augmented, *more)
    return small_gan(data, preset, *settings, channels=CHANNELS)


def stopped(config: GanConfig, run_dir: Path, after: int, recipe: Adversarial) -> None:
    """A run folder that was left after so many steps."""
    with suppress(Cancelled):
        gan_here(config, run_dir, Listener(checks=after), recipe)


def exactness(config: GanConfig, folder: Path, recipe: Adversarial, whole: dict[str, Any]) -> dict[str, Any]:
    """Stop after each step but the last one, go on, compare."""
    found: dict[int, list[str]] = {}
    for step in range(1, STEPS):
        run_dir = folder / f"stopped-{step}"
        stopped(config, run_dir, step, recipe)
        _, state = gan_here(config, run_dir, recipe=recipe)
        found[step] = differences(whole, state.collect())
    wrong = {str(step): names for step, names in found.items() if names}
    return {"stops": len(found), "exact": len(found) - len(wrong), "differing": wrong}


def apart(data: Path, preset: str, folder: Path) -> float:
    """Largest difference of a weight or an average between one process with two slices, and one that became two."""
    config = configured(data, preset, "slices=2")
    recipe = recipe_of(config)
    _, alone = gan_here(config, folder / "alone", recipe=recipe)
    run_dir = folder / "shared"
    stopped(config, run_dir, STOPPED, recipe)
    job = TrainJob(run_dir=str(run_dir), config=config, device="cpu", threads=1)
    (run_dir / "config.toml").write_text(job.to_toml(), encoding="utf-8")
    command = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "-m", "cli", "train"]
    done = subprocess.run(
        [sys.executable, *command, str(run_dir)],
        cwd=ROOT,
        env={**os.environ, "ENHANCER_MODELS": str(folder / "models"), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{preset} on two processes ended with {done.returncode}: {done.stderr[-2000:]}")
    theirs, own = read_checkpoint(checkpoints(run_dir / "checkpoints")[-1]), alone.collect()
    assert theirs["counters"]["images"] == config.budget
    return max(
        float((tensor - theirs[kind][net][name]).abs().max())
        for kind in ("networks", "averages")
        for net, tensors in own[kind].items()
        for name, tensor in tensors.items()
    )


def leaves(values: Any, at: Place = ()) -> Iterator[Place]:
    """The way to each single value of a state."""
    pairs = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else None
    if pairs is None or not values:
        yield at
        return
    for name, value in pairs:
        yield from leaves(value, (*at, name))


def value_at(values: Any, at: Place) -> Any:
    """KeyError, IndexError or TypeError where there is no such way."""
    for name in at:
        values = values[name]
    return values


def lost(values: dict[str, Any], fresh: dict[str, Any], at: Place) -> dict[str, Any] | None:
    """The state with one item as a fresh run has it, or, where that has none, nought; None if nothing is lost by it."""
    value = value_at(values, at)
    try:
        other = value_at(fresh, at)
    except (KeyError, IndexError, TypeError):
        other = torch.zeros_like(value) if isinstance(value, torch.Tensor) else type(value)()
    if not differences(value, other):
        return None
    changed = copy.deepcopy(values)
    value_at(changed, at[:-1])[at[-1]] = copy.deepcopy(other)
    return changed


def forgetting(config: GanConfig, folder: Path, recipe: Adversarial) -> dict[str, Any]:
    """Go on without one item of the state after another."""
    run_dir = folder / "taken-apart"
    stopped(config, run_dir, STOPPED, recipe)
    values = telling(read_checkpoint(checkpoints(run_dir / "checkpoints")[-1]))
    whole = gone_on(config, folder / "with-all", recipe, values)
    fresh = TrainState(recipe.build(), Counters()).collect()
    items, missed = 0, []
    for number, at in enumerate(leaves(values)):
        changed = None if made_anew(at, config) else lost(values, fresh, at)
        if changed is None:
            continue
        items += 1
        try:
            ended = gone_on(config, folder / f"without-{number}", recipe, changed)
        except CheckpointError:
            continue
        if not differences(whole, ended):
            missed.append(".".join(map(str, at)))
    return {"items": items, "caught": items - len(missed), "missed": missed}


def gone_on(config: GanConfig, run_dir: Path, recipe: Adversarial, values: dict[str, Any]) -> dict[str, Any]:
    """The state at the end of a run that goes on from this one."""
    state = TrainState(recipe.build(), Counters())
    state.restore(values)
    save_checkpoint(run_dir / "checkpoints", state)
    return gan_here(config, run_dir, recipe=recipe)[1].collect()


def telling(values: dict[str, Any]) -> dict[str, Any]:
    """The same with memories of better times: what a run remembers then decides something at the next tick."""
    changed = copy.deepcopy(values)
    changed["counters"] |= {"best": 0.0, "best_images": BATCH}
    for memory in changed["others"]["monitors"]["members"].values():
        memory.update((name, value) for name, value in BETTER_TIMES.items() if name in memory)
    return changed


def made_anew(at: Place, config: GanConfig) -> bool:
    """What a run makes again before it uses it.

    The hash of the data; standing statistics of averaged weights; rates, which follow from the number of images; Adam's
    mean of gradients where its beta is 0, which is the newest gradient; of the spectral norm's two vectors the second,
    which follows from the first and the weight.
    """
    if at == ("counters", "data"):
        return True
    if at[0] == "averages":
        return str(at[-1]).endswith((".mean", ".var"))
    if at[0] == "networks":
        return str(at[-1]).endswith(".spectral.v")
    if at[0] == "optimizers":
        own = config.optimizer if at[1] == "generator" else config.discriminator_optimizer or config.optimizer
        return at[-1] == "lr" or (at[-1] == "exp_avg" and own.betas[0] == 0)
    return False


def measured(preset: str, folder: Path) -> dict[str, Any]:
    data = draw_classes(folder / "pictures", channels=CHANNELS)
    config = configured(data, preset)
    recipe = recipe_of(config)
    _, straight = gan_here(config, folder / "straight", recipe=recipe)
    whole = straight.collect()
    return {
        **exactness(config, folder, recipe, whole),
        "apart": apart(data, preset, folder),
        **forgetting(config, folder, recipe),
    }


def main() -> None:
    options = piece_parser(__doc__, "resume")
    options.add_argument("--presets", default=",".join(gans()))
    chosen = options.parse_args()
    begin("resuming adversarial runs")
    set_threads(1)
    pieces = Pieces("gan_resume", chosen, lines)

    def work(preset: str) -> Callable[[], None]:
        given = {"preset": preset, "steps": STEPS, "batch": BATCH, "stopped": STOPPED}

        def do() -> None:
            if pieces.missing(given, 0):
                with tempfile.TemporaryDirectory() as name:
                    pieces.keep(given, 0, measured(preset, Path(name)))

        return do

    one_by_one((preset, work(preset)) for preset in chosen.presets.split(","))


if __name__ == "__main__":
    main()
