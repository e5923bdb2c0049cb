"""All runs of a folder, one line each. Torch-free."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...errors import EnhancerError, SpecError
from .run import Run, find_runs, read_run
from .words import age_text, number_text, share_text, table

HEAD = ("run", "what", "images", "", "best", "state", "age")


@dataclass(frozen=True)
class Listing:
    """The runs below `folder`. problems: a sentence for each that cannot be read. now: seconds since the epoch."""

    folder: Path
    runs: tuple[Run, ...]
    problems: tuple[str, ...]
    now: float

    def as_json(self) -> dict[str, Any]:
        return {
            "folder": str(self.folder),
            "runs": [
                {
                    "folder": str(run.folder),
                    "name": run.name,
                    "what": run.what,
                    "images": run.images,
                    "budget": run.budget,
                    "best": run.best.as_json() if run.best else None,
                    "state": run.state,
                    "age_seconds": round(self.now - run.touched, 1),
                }
                for run in self.runs
            ],
            "problems": list(self.problems),
        }

    def lines(self) -> list[str]:
        problems = [f"warning: {problem}" for problem in self.problems]
        if not self.runs:
            return [f"There are no runs in {self.folder}. 'enhancer train RUN_DIR' starts one.", *problems]
        return [*table([HEAD, *map(self._row, self.runs)]), *problems]

    def _row(self, run: Run) -> tuple[str, ...]:
        best = f"{run.best.metric} {number_text(run.best.value)} at {run.best.images:,}" if run.best else "-"
        where = run.folder.relative_to(self.folder).as_posix()
        return (
            run.folder.resolve().name if where == "." else where,
            run.what,
            f"{run.images:,} of {run.budget:,}",
            share_text(run.share),
            best,
            run.state,
            age_text(self.now - run.touched),
        )


def list_runs(folder: Path) -> Listing:
    """Every run at or below `folder`; SpecError if there is no such folder."""
    if not folder.is_dir():
        raise SpecError(f"There is no folder {folder}.", "Name the folder that holds your runs.")
    runs, problems = [], []
    for path in find_runs(folder):
        try:
            runs.append(read_run(path))
        except EnhancerError as error:
            problems.append(str(error))
    return Listing(folder, tuple(runs), tuple(problems), time.time())
