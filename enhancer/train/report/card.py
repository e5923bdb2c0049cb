"""One run told in words: how far, how good, what happened, and where its page and model lie. Torch-free."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...files.names import display
from .run import Run, read_run
from .scores import is_score, number, seconds_of
from .words import age_text, images_text, number_text, share_text, table, time_text, value_text

PAGE = "index.html"
FILM = "film.webp"
TOLD = 20
"""Events in words at most, the newest; the page has all."""


@dataclass(frozen=True)
class Card:
    """What `runs show` tells. now: seconds since the epoch."""

    run: Run
    now: float

    @property
    def files(self) -> dict[str, Path]:
        """Those of page, film and model that exist."""
        paths = {"page": self.run.folder / PAGE, "film": self.run.folder / FILM, "model": self.run.model}
        return {name: path for name, path in paths.items() if path is not None and path.is_file()}

    @property
    def newest(self) -> Mapping[str, Any]:
        return self.run.rows[-1] if self.run.rows else {}

    def as_json(self) -> dict[str, Any]:
        run = self.run
        return {
            "folder": str(run.folder),
            "name": run.name,
            "what": run.what,
            "state": run.state,
            "images": run.images,
            "budget": run.budget,
            "seconds": seconds_of(run.rows),
            "age_seconds": round(self.now - run.touched, 1),
            "best": run.best.as_json() if run.best else None,
            "newest": dict(self.newest),
            "events": [dict(event) for event in run.events],
            "settings": dict(run.settings),
            "files": {name: str(path) for name, path in self.files.items()},
        }

    def lines(self) -> list[str]:
        run = self.run
        best = run.best
        head = [
            ("Run", str(run.folder)),
            ("Model", run.name),
            ("What", run.what),
            ("State", f"{run.state}, last written {age_text(self.now - run.touched)}"),
            ("Reason", display(run.reason)),
            ("Images", f"{run.images:,} of {run.budget:,} ({share_text(run.share)})"),
            ("Time", self._time()),
            ("Best", f"{best.metric} {number_text(best.value)} at {images_text(best.images)}" if best else ""),
            *((name.capitalize(), str(path)) for name, path in self.files.items()),
        ]
        found = table([row for row in head if row[1]])
        if scores := self._scores():
            found += ["", f"Scores at {images_text(self.newest['images'])}", *_indented(scores)]
        if run.events:
            left = len(run.events) - TOLD
            earlier = [f"  {left} earlier on the page"] if left > 0 else []
            found += ["", "What happened", *earlier, *(f"  {event_text(event)}" for event in run.events[-TOLD:])]
        settings = [(name.removeprefix("config."), text) for name, text in shown_settings(run)]
        return [*found, "", "Settings", *_indented(settings)]

    def _time(self) -> str:
        seconds = seconds_of(self.run.rows)
        return f"about {time_text(seconds)}" if seconds else ""

    def _scores(self) -> list[tuple[str, ...]]:
        """Newest and best value of every score."""
        rows: list[tuple[str, ...]] = []
        for name in self.newest:
            value, best = number(self.newest, name), self.run.best_by(name)
            if is_score(name) and value is not None and best is not None:
                rows.append((name, number_text(value), f"best {number_text(best.value)} at {best.images:,}"))
        return rows


def show_run(folder: Path) -> Card:
    """The card of the run in `folder`; SpecError if there is none."""
    return Card(read_run(folder), time.time())


def shown_settings(run: Run) -> list[tuple[str, str]]:
    """Dotted names and texts of the settings that say something; not which kind of file holds them."""
    hidden = ("kind", "version", "run_dir", "config.kind", "config.version", "config.name")
    rows = [(name, value_text(value)) for name, value in run.settings.items() if name not in hidden]
    return [row for row in rows if row[1] not in ("", "[]", "{}")]


def event_text(event: Mapping[str, Any]) -> str:
    """One event in a line: when, and what."""
    return display(f"{event['images']:,}: {event.get('sentence') or event.get('kind', '')}")


def _indented(rows: Sequence[tuple[str, ...]]) -> list[str]:
    return [f"  {line}" for line in table(rows)]
