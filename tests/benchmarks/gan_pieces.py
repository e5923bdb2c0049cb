"""What benchmarks of many runs share: pieces with a row each, runs inside of this process, and figures over seeds.

A piece is finished when its row is written, which happens at once; the same command goes on with the next one. A run
that was cut off goes on from its last checkpoint. Its folder carries a hash of its settings, so trials disturb nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from enhancer.errors import EnhancerError
from enhancer.events import NullSink, Sink
from enhancer.jobs.run_train import check_config
from enhancer.jobs.train import TrainJob
from enhancer.train.config import TrainConfig
from enhancer.train.configs.gan import GanConfig
from enhancer.train.log import read_events, read_rows
from enhancer.train.preset import load_preset
from enhancer.train.run_folder import CONFIG
from tests.benchmarks.measure import Line, finish, parser
from tests.benchmarks.rows import Row
from tests.benchmarks.rows import read_rows as read_measured

AT_FULL = {("generator", "resgan"), ("generator", "r3gan"), ("discriminator", "r3gan")}
"""Networks whose `width` counts channels at full size, where the others count them at half of it."""


def piece_parser(doc: str | None, runs: str) -> argparse.ArgumentParser:
    """The options of a benchmark whose rows come one by one. runs: where its run folders lie."""
    options = parser(doc)
    options.add_argument("--again", action="store_true", help="also measure what has a row with the same settings")
    options.add_argument("--runs", type=Path, default=Path(".runs") / runs, help="folder of the run folders")
    return options


@dataclass(frozen=True)
class Pieces:
    """The rows of one benchmark. lines: what one row says."""

    name: str
    options: argparse.Namespace
    lines: Callable[[Row], list[Line]]

    def missing(self, settings: Mapping[str, Any], seed: int) -> bool:
        """Whether this piece is still to be done; says so if it is not."""
        if self.options.again or self.options.no_row:
            return True
        wanted = plain(settings)
        if not any(row["settings"] == wanted and row["seed"] == seed for row in read_measured(self.name)):
            return True
        print(f"There is a row already: {', '.join(f'{k} {v}' for k, v in wanted.items())}, seed {seed}", flush=True)
        return False

    def keep(self, settings: Mapping[str, Any], seed: int, values: Mapping[str, Any]) -> None:
        """Append the row, unless this is a trial, and print what it says."""
        told = argparse.Namespace(**{**vars(self.options), "seed": seed})
        finish(self.name, plain(settings), values, told, self.lines)

    def folder(self, settings: Mapping[str, Any], seed: int, *label: str) -> Path:
        """The run folder of a piece."""
        text = json.dumps([plain(settings), seed], sort_keys=True)
        digest = hashlib.sha256(text.encode()).hexdigest()[:8]
        found: Path = self.options.runs / "-".join([*label, str(seed), digest])
        return found


def plain(settings: Mapping[str, Any]) -> dict[str, Any]:
    """As a row gives them back."""
    values: dict[str, Any] = json.loads(json.dumps(dict(settings)))
    return values


def numbers(text: str) -> list[int]:
    """ "0,3" or "5-14" as whole numbers."""
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def sized(preset: str, width: int, limit: int) -> list[str]:
    """Overrides that give both networks of a preset `width` channels at half the size and `limit` at most.

    Dense networks have no such thing and stay as they are.
    """
    config = gan_config(preset, ())
    found = []
    for side, network in (("generator", config.generator), ("discriminator", config.discriminator)):
        if network.name != "mlp":
            own = width // 2 if (side, network.name) in AT_FULL else width
            found += [f"{side}.arguments.width={own}", f"{side}.arguments.limit={limit}"]
    return found


def gan_config(preset: str, overrides: Iterable[str]) -> GanConfig:
    config: TrainConfig = load_preset(preset, overrides)
    assert isinstance(config, GanConfig)
    return config


def digits_at(data: Path, preset: str, width: int, limit: int) -> list[str]:
    """Overrides for a preset that learns MNIST at 32x32."""
    path = data.resolve().as_posix()
    return ["data.source='mnist'", f"data.path='{path}'", "data.channels=1", *sized(preset, width, limit)]


def budget_for(run_dir: Path, preset: str, overrides: Sequence[str], cpu_seconds: float) -> int:
    """Images that fit into so many CPU seconds of one thread, from a probe; as before where the run has begun."""
    from enhancer.runtime.device import set_threads
    from tests.benchmarks.gan_runs import plan_budget

    if (run_dir / CONFIG).is_file():
        return TrainJob.load(run_dir / CONFIG).config.budget
    set_threads(1)
    return plan_budget(preset, overrides, cpu_seconds)


@dataclass(frozen=True)
class Trained:
    """A run at its end. recipe: an `Adversarial`, prepared. state: a `TrainState`.

    facts: images, images/s and CPU seconds of this call (0 where nothing was left to do), events, and `ended`: the
    reason of a run that ended early, else "".
    """

    recipe: Any
    state: Any
    facts: dict[str, Any]

    def samples(self, count: int) -> Any:
        """(count,C,H,W) float32 in [0,1] of the averages at the end."""
        sampler = self.recipe.sampler
        return sampler.samples(sampler.model(self.state.parts.averages["generator"]), count)


def train_in(
    run_dir: Path,
    config: GanConfig,
    recipe_type: Callable[..., Any] | None = None,
    sink: Sink | None = None,
) -> Trained:
    """Train on one thread of the CPU, or go on, without publishing anything.

    A run that monitors gave up is a result too; any other error is raised.
    """
    from enhancer.runtime.device import choose_device, set_threads
    from enhancer.train.healing import TrainingError
    from enhancer.train.loop import train
    from enhancer.train.precision import training_dtype
    from enhancer.train.recipes.gan import Adversarial
    from enhancer.train.state import Counters, TrainState

    set_threads(1)
    device = choose_device("cpu")
    job = TrainJob(run_dir=str(run_dir), config=config, device="cpu", threads=1)
    run_dir.mkdir(parents=True, exist_ok=True)
    check_config(job, run_dir)
    if not (run_dir / CONFIG).exists():
        (run_dir / CONFIG).write_text(job.to_toml(), encoding="utf-8")
    recipe = (recipe_type or Adversarial)(config, device.torch, training_dtype(config.precision, device))
    state = TrainState(recipe.build(), Counters())
    recipe.prepare(NullSink())
    began, trained, ended = time.process_time(), 0, ""
    try:
        trained = train(config, recipe, state, run_dir, sink or NullSink())
    except TrainingError as error:
        ended = str(error)
    seconds = time.process_time() - began
    return Trained(
        recipe,
        state,
        {
            "images": state.counters.images,
            "cpu_seconds": round(seconds, 1) if trained else 0.0,
            "images_per_second": round(trained / seconds, 1) if trained else 0.0,
            "ended": ended or state.counters.stopped,
            "events": [
                {name: event[name] for name in ("images", "kind", "monitor", "sentence")}
                for event in read_events(run_dir)
            ],
            "curve": [[row["images"], round(row["fid"], 4)] for row in read_rows(run_dir) if "fid" in row],
        },
    )


def grouped(rows: Iterable[Row], *names: str) -> Iterator[tuple[tuple[Any, ...], list[Row]]]:
    """Rows whose settings agree in `names`, in the order of these; of each group only those with its newest settings.

    So a budget that was changed starts its figures anew, and figures never mix two protocols.
    """
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row["settings"].get(name, "") for name in names), []).append(row)
    for key in sorted(groups, key=lambda key: tuple((str(type(part)), part) for part in key)):
        newest = groups[key][-1]["settings"]
        yield key, [row for row in groups[key] if row["settings"] == newest]


def spread(values: Iterable[float], form: str = ".3f") -> str:
    """Mean and standard deviation of a sample; the value alone where there is one."""
    known = list(values)
    text = format(statistics.fmean(known), form)
    return f"{text} +- {format(statistics.stdev(known), form)}" if len(known) > 1 else text


def seeds_of(rows: Sequence[Row]) -> str:
    """ "3 seeds", "1 seed"."""
    count = len({row["seed"] for row in rows})
    return f"{count} seed" + ("" if count == 1 else "s")


def one_by_one(pieces: Iterable[tuple[str, Callable[[], None]]]) -> int:
    """Do all of them; one that fails is told of and left for the next time. The number of these."""
    failed = 0
    for label, work in pieces:
        print(f"-- {label}", flush=True)
        try:
            work()
        except (EnhancerError, RuntimeError) as error:
            failed += 1
            print(f"{label} failed: {error} {getattr(error, 'hint', '')}", flush=True)
    return failed
