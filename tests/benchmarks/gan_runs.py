"""What the benchmarks of generation share: a run that gets a number of CPU seconds, and the judgement of what it made.

Time is counted in CPU seconds of one thread, so that what else the machine does moves no result: ten minutes of two
cores are 1,200. The budget in images follows from a short probe; the run itself decides nothing by a clock.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import ROOT

STEPS_PROBED = 12
TICKS = 12
SAMPLES = 10_000


def plan_budget(preset: str, overrides: Iterable[str], cpu_seconds: float) -> int:
    """Images that this preset learns from in so many CPU seconds of one thread, a multiple of its batch."""
    import torch

    from enhancer.events import NullSink
    from enhancer.runtime.device import choose_device
    from enhancer.runtime.memory import freed_memory_kept
    from enhancer.train.moment import Moment
    from enhancer.train.precision import training_dtype
    from enhancer.train.preset import load_preset
    from enhancer.train.recipes.gan import Adversarial

    config = load_preset(preset, overrides)
    device = choose_device("cpu")
    recipe = Adversarial(config, torch.device("cpu"), training_dtype(config.precision, device))  # type: ignore[arg-type]
    parts = recipe.build()
    recipe.prepare(NullSink())
    with freed_memory_kept():  # as in the training
        recipe.step(parts, recipe.batch(0, config.batch), Moment(0, config.batch))
        began = time.process_time()
        for n in range(STEPS_PROBED):
            recipe.step(parts, recipe.batch(n * config.batch, config.batch), Moment(n * config.batch, config.batch))
        each = (time.process_time() - began) / STEPS_PROBED
        began = time.process_time()
        recipe.evaluate(parts)
        judging = (time.process_time() - began) * (TICKS + 1)
    return max(1, int((cpu_seconds - judging) / each)) * config.batch


def train_run(run_dir: Path, preset: str, overrides: list[str], cpu_seconds: float) -> dict[str, Any]:
    """Train in a process of its own, or go on; returns images, CPU seconds and what the monitors found.

    Where the seconds of a finished run were not kept they are None, and the rate is that of the plan.
    """
    import tomllib

    from enhancer.train.log import read_events, read_rows

    frozen, was_over = run_dir / "config.toml", False
    if frozen.is_file():
        budget = tomllib.loads(frozen.read_text())["config"]["budget"]
        was_over = bool(earlier := read_rows(run_dir)) and earlier[-1]["images"] >= budget
    else:
        budget = plan_budget(preset, overrides, cpu_seconds)
    settings = [*overrides, f"budget={budget}", f"tick={-(-budget // TICKS)}", f"name='{run_dir.name}'"]
    command = [
        sys.executable,
        "-m",
        "cli",
        "train",
        str(run_dir),
        "--preset",
        preset,
        "--threads",
        "1",
        "--device",
        "cpu",
    ]
    for setting in settings:
        command += ["--set", setting]
    # What a benchmark trains is nobody's model, and a run that was stopped has used seconds before.
    environment = {**os.environ, "ENHANCER_MODELS": str((run_dir.parent / "store").resolve())}
    spent, before = run_dir.with_name(f"{run_dir.name}.cpu-seconds"), _children_seconds()
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    used: float | None = _children_seconds() - before
    if spent.exists():
        used = float(spent.read_text()) + (used or 0.0)
    elif was_over:  # nothing was trained now, and nobody kept what it took then
        used = None
    if used is not None:
        spent.write_text(str(used))
    if done.returncode:
        raise RuntimeError(f"{preset} ended with {done.returncode}: {done.stderr[-2000:]}")
    rows = read_rows(run_dir)
    return {
        "images": rows[-1]["images"],
        "cpu_seconds": None if used is None else round(used, 1),
        "images_per_second": round(rows[-1]["images"] / max(used or cpu_seconds, 1e-9), 1),
        "best_at": min(rows, key=lambda row: row["fid"])["images"],
        "events": [f"{event['images']}: {event['sentence']}" for event in read_events(run_dir)],
    }


def judge_run(run_dir: Path, samples: int = SAMPLES) -> dict[str, Any]:
    """The best weights of a run, judged by `samples` against as many held-out pictures; floor and ceiling beside."""
    import torch

    from enhancer.events import NullSink
    from enhancer.jobs.train import TrainJob
    from enhancer.models.generator import open_generator
    from enhancer.train.adversarial.judge import Judge
    from enhancer.train.configs.gan import GanConfig
    from enhancer.train.pictures import load_pictures
    from enhancer.train.recipes.gan import Adversarial
    from enhancer.train.run_folder import BEST

    config = TrainJob.load(run_dir / "config.toml").config
    assert isinstance(config, GanConfig)
    judged = config.model_copy(update={"judge": config.judge.model_copy(update={"samples": samples})})
    recipe = Adversarial(judged, torch.device("cpu"), None)
    recipe.learned, held = (
        load_pictures(config.data, "train", NullSink()),
        load_pictures(config.data, "test", NullSink()),
    )
    model = open_generator(run_dir / BEST)
    recipe.names = model.info.classes
    judge = Judge.prepare(judged, recipe.learned, held)
    count = min(samples, len(held))
    figures, symptoms = judge.full(lambda wanted: recipe.sampler.samples(model, wanted), count)
    features = judge.extractor.features(recipe.sampler.samples(model, count)).numpy()
    return {
        "scores": rounded(figures.values),
        "symptoms": rounded(symptoms),
        "copies": rounded(judge.reference.copies(features, judge.extractor.protocol)),
        "floor": rounded(judge.reference.floor(count).values),
        "ceiling": rounded(judge.noise(recipe.learned, count).values),
        "protocol": figures.protocol,
        "parameters": sum(p.numel() for p in model.net.parameters()),
    }


def rounded(values: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 5) for name, value in values.items()}


def _children_seconds() -> float:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
