"""A run folder read as a value: what was asked, how far it came, what was measured and done. Writes nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from ...errors import SpecError
from ...files.lock import is_held
from ...spec import parse_toml, read_spec_text
from .. import log
from ..run_folder import BEST, CHECKPOINTS, CONFIG, NUMBERED, PREVIEWS
from .scores import Best, Point, best_of, chosen_metric, series_of

State = Literal["running", "finished", "stopped"]
DEPTH = 5
"""Folders below the named one in which runs are still looked for."""
_NUMBERED = re.compile(NUMBERED)


@dataclass(frozen=True)
class Run:
    """What a run folder says. rows and events are those that still hold: what a rollback undid is not in `rows`.

    settings: the frozen job, dotted names to plain values. touched: when the newest log was written, seconds since
    the epoch. previews: images to file, ascending.
    """

    folder: Path
    settings: Mapping[str, Any]
    metric: str
    images: int
    budget: int
    state: State
    touched: float
    rows: tuple[Mapping[str, Any], ...]
    events: tuple[Mapping[str, Any], ...]
    previews: Mapping[int, Path]

    @property
    def name(self) -> str:
        """Of the model that the run makes."""
        return str(self.settings.get("config.name", self.folder.name))

    @property
    def what(self) -> str:
        """Recipe, network and loss in a few words."""
        names = ("recipe", "generator.name", "network.name", "loss", "conditioning")
        words = [str(self.settings.get(f"config.{name}", "")) for name in names]
        return ", ".join(word for word in words if word and word != "none")

    @property
    def share(self) -> float:
        """Of the budget, in [0,1]."""
        return min(1.0, self.images / self.budget) if self.budget else 0.0

    @property
    def reason(self) -> str:
        """Why the run ended before its budget, where a monitor ended it."""
        last = self.events[-1] if self.events else {}
        return str(last.get("sentence", "")) if last.get("kind") == "stopped" else ""

    @property
    def best(self) -> Best | None:
        return self.best_by(self.metric)

    @cached_property
    def series(self) -> Mapping[str, Sequence[Point]]:
        """Every number of the rows as points (images, value)."""
        return series_of(self.rows)

    def best_by(self, metric: str, up_to: int | None = None) -> Best | None:
        """The best value of any number that was measured, over the whole run or up to so many images."""
        return best_of(metric, self.series.get(metric, ()), up_to)

    @property
    def model(self) -> Path | None:
        """The best weights so far, if there are any."""
        path = self.folder / BEST
        return path if path.is_file() else None


def is_run(folder: Path) -> bool:
    """Whether a folder holds a training run, by a look at its configuration."""
    try:
        text = read_spec_text(folder / CONFIG)
    except SpecError:
        return False
    return re.search(r"^\[config\]", text, re.MULTILINE) is not None


def read_run(folder: Path, state: State | None = None) -> Run:
    """The run in `folder`; `state` where the caller knows it better than its lock does. SpecError if there is none."""
    path = folder / CONFIG
    if not path.is_file():
        raise SpecError(f"{folder} holds no run.", "'enhancer runs list DIR' finds those below a folder.")
    return read_folder(folder, parse_toml(read_spec_text(path), str(path)), state)


def read_folder(folder: Path, job: Mapping[str, Any], state: State | None = None) -> Run:
    """The same with a job that is known already, nested plain values; of an empty one nothing is said."""
    config = job.get("config", {})
    if not isinstance(config, dict):
        raise SpecError(f"{folder / CONFIG} is not the configuration of a training run.")
    rows = _standing(log.read_rows(folder))
    budget = config.get("budget")
    budget = budget if isinstance(budget, int) else 0
    images = max([rows[-1]["images"] if rows else 0, *_numbered(folder / CHECKPOINTS)])
    return Run(
        folder,
        settings=flat(job),
        metric=chosen_metric(config, rows),
        images=images,
        budget=budget,
        state=state or _state(folder, images, budget),
        touched=_touched(folder),
        rows=tuple(rows),
        events=tuple(log.read_events(folder)),
        previews=previews_of(folder),
    )


def previews_of(folder: Path) -> dict[int, Path]:
    """The pictures of a run by images, ascending."""
    return dict(sorted((n, path) for n, path in _numbered(folder / PREVIEWS).items() if path.suffix == ".png"))


def find_runs(folder: Path) -> Iterator[Path]:
    """Run folders at or below `folder`, sorted; nothing inside a run, hidden or behind a link is looked at."""
    folders = [(folder, 0)]
    while folders:
        here, depth = folders.pop()
        if is_run(here):
            yield here
        elif depth < DEPTH:
            try:
                with os.scandir(here) as entries:
                    names = sorted(e.name for e in entries if e.is_dir(follow_symlinks=False) and e.name[0] != ".")
            except OSError:
                continue
            folders += [(here / name, depth + 1) for name in reversed(names)]


def flat(values: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested sections as one mapping of dotted names; a list stays a value."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        name = f"{prefix}.{key}" if prefix else key
        if isinstance(value, Mapping) and value:
            found |= flat(value, name)
        else:
            found[name] = value
    return found


def _standing(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows in ascending order: one that comes after a return to an earlier state replaces those from there on."""
    kept: list[dict[str, Any]] = []
    for row in rows:
        while kept and kept[-1]["images"] >= row["images"]:
            kept.pop()
        kept.append(row)
    return kept


def _state(folder: Path, images: int, budget: int) -> State:
    if budget and images >= budget:
        return "finished"
    return "running" if is_held(folder) else "stopped"


def _numbered(folder: Path) -> dict[int, Path]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 -- a thousand previews are listed at each tick
    except OSError:
        return {}
    return {int(match[1]): folder / name for name in names if (match := _NUMBERED.fullmatch(name))}


def _touched(folder: Path) -> float:
    for name in (log.NAME, CONFIG):
        try:
            return (folder / name).stat().st_mtime
        except OSError:
            continue
    return 0.0
