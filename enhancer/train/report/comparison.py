"""Runs beside each other: which settings differ, and how good each was after equally many images. Torch-free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...errors import SpecError
from .run import Run, read_run
from .scores import Best, lower_is_better, seconds_of
from .words import number_text, table, time_text, value_text

NOT_COMPARED = ("run_dir", "config.name", "config.summary")
"""Settings that differ between any two runs and decide nothing."""
ABSENT = "-"


@dataclass(frozen=True)
class RunComparison:
    """What `compare_runs` found. at: images up to which every run is judged; no run is judged further than it came."""

    runs: tuple[Run, ...]
    at: int

    @property
    def metrics(self) -> tuple[str, ...]:
        """Every number by which one of the runs keeps its best."""
        return tuple(dict.fromkeys(run.metric for run in self.runs if run.metric))

    def best(self, run: Run, metric: str) -> Best | None:
        """Up to `at` images."""
        return run.best_by(metric, self.at)

    def differing(self) -> dict[str, list[Any]]:
        """Settings that are not the same in all runs; None where a run has no such setting."""
        names = dict.fromkeys(name for run in self.runs for name in run.settings)
        found = {name: [run.settings.get(name) for run in self.runs] for name in names if name not in NOT_COMPARED}
        return {name: values for name, values in found.items() if any(value != values[0] for value in values)}

    def winner(self, metric: str) -> Run | None:
        """The best run by `metric` at equal images; None where fewer than two have it, or the best are equal."""
        values = [(best.value, run) for run in self.runs if (best := self.best(run, metric))]
        if len(values) < 2:
            return None
        values.sort(key=lambda pair: pair[0], reverse=not lower_is_better(metric))
        return values[0][1] if values[0][0] != values[1][0] else None

    def as_json(self) -> dict[str, Any]:
        return {
            "at": self.at,
            "runs": [
                {
                    "folder": str(run.folder),
                    "name": run.name,
                    "state": run.state,
                    "images": run.images,
                    "best": run.best.as_json() if run.best else None,
                    "best_at": {m: best.as_json() for m in self.metrics if (best := self.best(run, m))},
                    "seconds_at": seconds_of(run.rows, self.at),
                }
                for run in self.runs
            ],
            "winners": {m: str(won.folder) for m in self.metrics if (won := self.winner(m))},
            "differing": self.differing(),
        }

    def lines(self) -> list[str]:
        labels = _labels([run.folder for run in self.runs])
        rows = [("", *labels)]
        for name, values in self.differing().items():
            rows.append((name.removeprefix("config."), *map(value_text, values)))
        rows.append(("state", *(run.state for run in self.runs)))
        rows.append(("images", *(f"{run.images:,}" for run in self.runs)))
        for metric in self.metrics:
            rows.append((f"best {metric}", *(_best_text(run.best_by(metric)) for run in self.runs)))
            rows.append((f"... up to {self.at:,}", *(_best_text(self.best(run, metric)) for run in self.runs)))
        times = [seconds_of(run.rows, self.at) for run in self.runs]
        rows.append((f"time up to {self.at:,}", *(time_text(t) if t is not None else ABSENT for t in times)))
        return [*table(rows), *self._verdicts(labels)]

    def _verdicts(self, labels: Sequence[str]) -> list[str]:
        found = []
        for metric in self.metrics:
            won = self.winner(metric)
            if won is not None:
                label = labels[self.runs.index(won)]
                way = "lowest" if lower_is_better(metric) else "highest"
                found.append(f"{label} is best after {self.at:,} images: the {way} {metric}.")
        return found


def compare_runs(folders: Sequence[Path], at: int | None = None) -> RunComparison:
    """Read and compare at least two runs; at: images, by default as many as the shortest run has been judged at.

    SpecError for fewer than two, the same one twice, or where one is no run.
    """
    if len({folder.resolve() for folder in folders}) < max(2, len(folders)):
        raise SpecError("To compare, name two different runs or more.", "Like: enhancer runs compare runs/a runs/b")
    runs = tuple(read_run(folder) for folder in folders)
    if at is None:
        at = min(run.rows[-1]["images"] if run.rows else 0 for run in runs)
    return RunComparison(runs, at)


def _best_text(best: Best | None) -> str:
    return f"{number_text(best.value)} at {best.images:,}" if best else ABSENT


def _labels(folders: Sequence[Path]) -> list[str]:
    """Names of the folders, with their parents' as far as it takes to tell them apart."""
    parts = [folder.resolve().parts for folder in folders]
    depth = 1
    while len({part[-depth:] for part in parts}) < len(parts):
        depth += 1
    return ["/".join(part[-depth:]) for part in parts]
