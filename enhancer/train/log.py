"""The run folder's two logs of JSON lines: metrics.jsonl, one row a tick, and events.jsonl, what was done about it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..files.atomic import write_text

NAME = "metrics.jsonl"
EVENTS = "events.jsonl"


def append_row(run_dir: Path, row: Mapping[str, Any]) -> None:
    with (run_dir / NAME).open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(row) + "\n")


def write_events(run_dir: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """All events anew, as the run's state remembers them; no file where there are none and never were.

    Each is a finding, rollback or stop: `images` when it was noticed, `kind`, and `sentence`, which tells people all.
    """
    if rows or (run_dir / EVENTS).exists():
        _write(run_dir / EVENTS, rows)


def read_rows(run_dir: Path) -> list[dict[str, Any]]:
    """All complete rows of a run; a last line that was cut off by a crash is left out."""
    return read_rows_of(run_dir / NAME)


def read_events(run_dir: Path) -> list[dict[str, Any]]:
    """All complete events of a run, in the order in which they happened."""
    return read_rows_of(run_dir / EVENTS)


def read_rows_of(path: Path) -> list[dict[str, Any]]:
    """The same of any file of this kind; none if it is not there."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict) and isinstance(row.get("images"), int):
            rows.append(row)
    return rows


def cut_back(run_dir: Path, images: int) -> None:
    """Drop the rows after `images`: the run will write them again.

    Events stay: going back is itself one of them, and the state of a run, which knows them all, writes them anew.
    """
    if (run_dir / NAME).exists():
        _write(run_dir / NAME, [row for row in read_rows(run_dir) if row["images"] <= images])


def _write(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    write_text(path, "".join(json.dumps(row) + "\n" for row in rows))
