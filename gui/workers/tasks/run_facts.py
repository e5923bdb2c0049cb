"""What run folders say, for the page of trainings: a list, one run in full, several beside each other. No torch."""

from __future__ import annotations

import functools
import json
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from enhancer.errors import DataError, EnhancerError

from ... import runs
from ..pixels import put
from ..serving import CallSink, session

MOST_POINTS, MOST_COMPARED = 400, 200
"""Of a curve: more cannot be told apart on the screen, and the window has to read them all."""
MOST_RUNS = 500
GONE = "run-gone"
"""Code of the failure for a run whose folder was moved or removed."""
WATCHED = ("config.toml", "metrics.jsonl", "events.jsonl", "launch.json", "control", "best.safetensors", "previews")


def list_runs(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "folders" that are searched, "stamp" of the last answer. "runs", newest first; or "unchanged"."""
    found: dict[str, Path] = {}
    for name in arguments["folders"]:
        for path in _below(Path(name)):
            sink.check()
            found.setdefault(os.path.realpath(path), path)
    stamps = {path: _stamp(path) for path in list(found.values())[:MOST_RUNS]}
    stamp = repr(sorted((str(path), one) for path, one in stamps.items()))
    if stamp == arguments.get("stamp"):
        return {"unchanged": True}
    rows = []
    for path, one in stamps.items():
        sink.check()
        rows.append(_line(path, one))
    rows.sort(key=lambda row: (row["state"] in ("starting", "running", "paused"), row["touched"]), reverse=True)
    return {"stamp": stamp, "runs": rows}


def run_facts(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "folder", "stamp" of the last answer. Everything to show of a run; or "unchanged"."""
    folder = Path(arguments["folder"])
    if not folder.is_dir():
        raise DataError(f"{folder} is not there any more.", code=GONE)
    stamp = _stamp(folder)
    if stamp == arguments.get("stamp"):
        return {"unchanged": True}
    return {"stamp": stamp, **_line(folder, stamp), **_details(folder)}


def compare(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "folders". The table of `enhancer runs compare`, and every curve of each run."""
    from enhancer.train.report.comparison import compare_runs
    from enhancer.train.report.words import value_text

    folders = [Path(folder) for folder in arguments["folders"]]
    stamp = "|".join(map(_stamp, folders))
    if stamp == arguments.get("stamp"):
        return {"unchanged": True}
    found = compare_runs(folders)
    rows: list[list[str]] = [
        [name.removeprefix("config."), *map(value_text, values)] for name, values in found.differing().items()
    ]
    best = [
        {"metric": metric, "values": [_best(found.best(run, metric)) for run in found.runs]} for metric in found.metrics
    ]
    winners = {metric: found.runs.index(won) for metric in found.metrics if (won := found.winner(metric)) is not None}
    from enhancer.train.report.scores import seconds_of

    return {
        "stamp": stamp,
        "at": found.at,
        "differing": rows,
        "best": best,
        "winners": winners,
        "seconds": [seconds_of(run.rows, found.at) for run in found.runs],
        "runs": [{**_line(folder, _stamp(folder)), **_curves(folder, MOST_COMPARED)} for folder in folders],
    }


def picture(arguments: Mapping[str, Any], sink: CallSink) -> dict[str, Any]:
    """arguments: "path" of a preview. Its pixels."""
    import numpy as np

    from enhancer.images.read import read

    found = read(Path(arguments["path"]))
    pixels = found.pixels if found.alpha is None else np.dstack([found.pixels, found.alpha])
    return {**put(session(), pixels), "source": str(arguments["path"])}


def _below(folder: Path) -> list[Path]:
    """Runs at or below a folder, and what was started there but is not configured yet."""
    from enhancer.train.report.run import find_runs

    found = list(find_runs(folder))
    known = set(found)
    places = [folder]
    try:
        with os.scandir(folder) as entries:
            places += [folder / entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        pass
    return found + [one for one in places if one not in known and (one / runs.LAUNCH).is_file()]


def _stamp(folder: Path) -> str:
    """Changes when something that is shown does: with the files, with life and death of the process, each second
    while it speaks.
    """
    marks: list[object] = []
    for name in WATCHED:
        try:
            facts = (folder / name).stat()
            marks.append((facts.st_mtime_ns, facts.st_size))
        except OSError:
            marks.append(None)
    found = runs.read_launch(folder)
    busy = runs.is_busy(folder, found)
    if busy:
        try:
            marks.append((folder / runs.CONSOLE).stat().st_size)
        except OSError:
            marks.append(None)
    return repr((busy, runs.state_of(folder, found, 0, 0), marks))


@functools.lru_cache(maxsize=MOST_RUNS)
def _line(folder: Path, stamp: str) -> dict[str, Any]:
    """What the list shows of a run. stamp: of its files, so that an unchanged run is read once."""
    from enhancer.train.report.run import read_run
    from enhancer.train.report.scores import lower_is_better, seconds_of

    found = runs.read_launch(folder)
    base: dict[str, Any] = {
        "folder": str(folder),
        "name": folder.name,
        "what": "",
        "images": 0,
        "budget": 0,
        "best": None,
        "metric": "",
        "lower": False,
        "goal": "",
        "start": "",
        "touched": found.started if found else _touched(folder),
        "launched": found is not None,
        "seconds": None,
        "reason": "",
        "summary": "",
    }
    try:
        run = read_run(folder)
    except EnhancerError as error:
        state = runs.state_of(folder, found, 0, 0)
        base |= {"state": state, "reason": "" if state == "starting" else str(error)}
        return base | _progress(folder, state) | _failure(folder, state)
    state = runs.state_of(folder, found, run.images, run.budget, bool(run.reason))
    recipe = run.settings.get("config.recipe", "superres")
    base |= {
        "name": run.name,
        "what": run.what,
        "images": run.images,
        "budget": run.budget,
        "best": _best(run.best),
        "metric": run.metric,
        "lower": lower_is_better(run.metric),
        "goal": "generate" if recipe == "gan" else "upscale",
        "start": str(run.settings.get("start", "")),
        "touched": max(run.touched, found.started if found else 0.0),
        "state": state,
        "seconds": seconds_of(run.rows),
        "reason": run.reason,
        "summary": str(run.settings.get("config.summary", "")),
    }
    return base | _progress(folder, state) | _failure(folder, state)


def _details(folder: Path) -> dict[str, Any]:
    from enhancer.train.report.card import PAGE, shown_settings
    from enhancer.train.report.run import is_run, read_run

    if not is_run(folder):
        lists: dict[str, Any] = {name: [] for name in ("events", "warnings", "previews", "settings")}
        return {"series": {}, "groups": {}, "page": "", "model": "", **lists}
    run = read_run(folder)
    page = folder / PAGE
    return {
        **_curves(folder),
        "warnings": [list(warning) for warning in runs.warnings(folder)],
        "events": [dict(event) for event in run.events],
        "previews": [[images, str(path)] for images, path in run.previews.items()],
        "settings": [[name.removeprefix("config."), text] for name, text in shown_settings(run)],
        "page": str(page) if page.is_file() else "",
        "model": str(run.model) if run.model is not None and runs.is_model_file(run.model) else "",
    }


def _curves(folder: Path, most: int = MOST_POINTS) -> dict[str, Any]:
    from enhancer.train.report.chart import thinned
    from enhancer.train.report.run import read_run
    from enhancer.train.report.scores import group_of, lower_is_better

    run = read_run(folder)
    series = {name: [list(point) for point in thinned(points, most)] for name, points in run.series.items()}
    bests = {name: _best(run.best_by(name)) for name in series if group_of(name) == "scores"}
    return {
        "series": series,
        "groups": {name: group_of(name) for name in series},
        "lowers": {name: lower_is_better(name) for name in series},
        "bests": bests,
    }


def _best(best: Any) -> dict[str, Any] | None:
    return best.as_json() if best is not None else None


def _progress(folder: Path, state: str) -> dict[str, Any]:
    """How far the process says it is, which is newer than its last row."""
    if state not in ("starting", "running", "paused"):
        return {}
    for line in reversed(runs.console_tail(folder)):
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if isinstance(event, dict) and event.get("kind") == "progressed":
            return {"fraction": event.get("fraction"), "eta": event.get("eta"), "text": str(event.get("text", ""))}
    return {}


def _failure(folder: Path, state: str) -> dict[str, Any]:
    if state != "failed":
        return {}
    sentence, details = runs.failure_text(folder)
    return {"failure": {"message": sentence, "details": details}}


def _touched(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:
        return time.time()
