"""The run folder's log: one JSON line a tick in metrics.jsonl, cut back to the checkpoint when a run goes on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..files.atomic import write_text

NAME = "metrics.jsonl"


def append_row(run_dir: Path, row: Mapping[str, Any]) -> None:
    with (run_dir / NAME).open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(row) + "\n")


def read_rows(run_dir: Path) -> list[dict[str, Any]]:
    """All complete rows of a run; a last line that was cut off by a crash is left out."""
    return read_rows_of(run_dir / NAME)


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
    """Drop the rows after `images`: the run will write them again."""
    rows = [row for row in read_rows(run_dir) if row["images"] <= images]
    if rows or (run_dir / NAME).exists():
        write_text(run_dir / NAME, "".join(json.dumps(row) + "\n" for row in rows))
