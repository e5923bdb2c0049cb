"""What outlives the window of a queue: the jobs that had not ended, in one small file a window. No Qt here.

The first window has `queue.json`, another one beside it a file with its own number. A file says whose it is, so that
a window takes over only what a dead one left.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from enhancer.errors import EnhancerError
from enhancer.files.atomic import discard, put_in_place, write_temporary
from enhancer.files.process import Owner, this_process

STATE_VARIABLE = "ENHANCER_STATE"
VERSION = 1


class LeftOver(NamedTuple):
    """A job that had not ended when its window went."""

    title: str
    values: Mapping[str, Any]


def state_folder() -> Path:
    """Of the user; the environment variable ENHANCER_STATE names another place."""
    import platformdirs

    named = os.environ.get(STATE_VARIABLE)
    return Path(named) if named else platformdirs.user_state_path("enhancer")


def encoded(title: str, values: Mapping[str, Any]) -> str:
    """One job as it stands in the file: made once, since values may name thousands of files."""
    return json.dumps({"title": title, "values": dict(values)}, separators=(",", ":"))


class QueueFile:
    """Written in one step, without waiting for the disk: a power cut may cost the list, never the jobs' journals."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or state_folder()
        self._owner = this_process()
        self._path: Path | None = None

    def write(self, jobs: Iterable[str]) -> None:
        """The jobs by `encoded`, in order; an empty list leaves no file. A disk that takes nothing is passed over."""
        rows = list(jobs)
        path = self._own()
        with suppress(OSError, EnhancerError):
            if not rows:
                path.unlink(missing_ok=True)
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            head = json.dumps({"version": VERSION, "owner": asdict(self._owner)})
            text = head[:-1] + ', "jobs": [\n' + ",\n".join(rows) + "\n]}\n"
            put_in_place(write_temporary(path, text.encode()), path, sync=False)

    def left_over(self) -> list[LeftOver]:
        """What windows that have gone had not finished."""
        return [job for path in self._abandoned() for job in _jobs(_read(path))]

    def forget(self) -> None:
        """Remove what `left_over` gives."""
        for path in self._abandoned():
            discard(path)

    def _own(self) -> Path:
        if self._path is None:
            first = self._folder / "queue.json"
            values = _read(first)
            theirs = values and not _is_dead(values) and not self._is_ours(values)
            self._path = first.with_name(f"queue-{self._owner.pid}.json") if theirs else first
        return self._path

    def _abandoned(self) -> Iterator[Path]:
        with suppress(OSError):
            for path in sorted(self._folder.glob("queue*.json")):
                values = _read(path)
                if not self._is_ours(values) and (not values or _is_dead(values)):
                    yield path

    def _is_ours(self, values: Mapping[str, Any]) -> bool:
        return values.get("owner") == asdict(self._owner)


def _read(path: Path) -> dict[str, Any]:
    """Empty for a file that is missing, damaged, or of a version that is not known."""
    try:
        values = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) and values.get("version") == VERSION else {}


def _jobs(values: Mapping[str, Any]) -> Iterator[LeftOver]:
    rows = values.get("jobs", [])
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and isinstance(row.get("values"), dict):
            yield LeftOver(str(row.get("title", "")), row["values"])


def _is_dead(values: Mapping[str, Any]) -> bool:
    try:
        return Owner(**values["owner"]).is_dead()
    except (KeyError, TypeError):
        return True
