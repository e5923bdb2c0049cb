"""RUN/index.html: one page of pictures, curves, events and settings that opens from the disk, without any network.

Torch-free. It is written anew at each tick; `page_parts` has its style and script, `chart` its curves.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from ...files.atomic import put_in_place, write_temporary
from .. import log
from ..run_folder import BEST, CONFIG
from .card import FILM, PAGE, shown_settings
from .chart import Mark, chart
from .page_parts import SCRIPT, STYLE
from .run import Run, State, read_folder, read_run
from .scores import group_of, is_score, lower_is_better, number, seconds_of
from .words import number_text, share_text, time_text

MARKED = 60
"""Events drawn on the curves at most, the newest; the list has all."""
FILES = (PAGE, CONFIG, log.NAME, log.EVENTS, BEST, FILM)


def write_page(run_dir: Path, state: State | None = None) -> Path:
    """Write RUN/index.html from what lies in the folder, whole or not at all; returns its path.

    state: where the caller knows better than the folder's lock, as a run does that is about to end. SpecError if
    the configuration cannot be read, OutputError if the page cannot be written.
    """
    path = run_dir / PAGE
    # The loop alone, without a job around it, has a folder without a configuration: its page shows the rest.
    run = read_run(run_dir, state) if (run_dir / CONFIG).is_file() else read_folder(run_dir, {}, state)
    text = page(run, time.time())
    # Not flushed to the disk: it can be made again at any time, and a tick must not wait for it.
    put_in_place(write_temporary(path, text.encode("utf-8", "backslashreplace")), path, sync=False)
    return path


def page(run: Run, now: float) -> str:
    """The page as text. now: seconds since the epoch."""
    title = escape(run.name)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}, {share_text(run.share)}</title><style>{STYLE}</style></head>"
        f'<body data-state="{run.state}"><main>{_header(run)}{_look(run)}{_curves(run)}{_settings(run)}'
        f'{_footer(run, now)}</main><script type="application/json" id="frames">{_frames(run)}</script>'
        f"<script>{SCRIPT}</script></body></html>\n"
    )


def _header(run: Run) -> str:
    facts = [("images", f"{run.images:,} <small>of {run.budget:,}, {share_text(run.share)}</small>")]
    if run.best:
        metric = escape(run.best.metric)
        facts.append((f"best {metric}", f"{number_text(run.best.value)} <small>at {run.best.images:,}</small>"))
    pace = number(run.rows[-1], "images_per_second") if run.rows else None
    if pace:
        facts.append(("images a second", number_text(round(pace, 1))))
    if seconds := seconds_of(run.rows):
        facts.append(("time", f"{time_text(seconds)}"))
    if pace and run.state == "running":
        facts.append(("to go, about", time_text((run.budget - run.images) / pace)))
    reason = f"<p>{escape(run.reason)}</p>" if run.reason and run.state == "stopped" else ""
    listed = "".join(f"<div><dt>{name}</dt><dd>{text}</dd></div>" for name, text in facts)
    return (
        f'<header><h1>{escape(run.name)}</h1><span class="state {run.state}">{run.state}</span>'
        f'<p class="soft">{escape(run.what)}</p>{reason}</header>'
        f'<div class="bar"><i style="width:{100 * run.share:.2f}%"></i></div><dl class="facts">{listed}</dl>'
    )


def _look(run: Run) -> str:
    """The pictures with their slider, and beside them scores and events."""
    stage = ""
    if run.previews:
        images = list(run.previews)[-1]
        text = _score_at(run, images)
        stage = (
            f'<div class="card stage"><img id="picture" src="previews/{run.previews[images].name}" '
            f'alt="{images:,} images"><div class="scrub"><button id="play" type="button">Play</button>'
            f'<input id="slider" type="range" min="0" max="{len(run.previews) - 1}" value="{len(run.previews) - 1}" '
            'autocomplete="off" aria-label="Time">'
            f'<output id="when">{images:,} images{", " + escape(text) if text else ""}</output></div></div>'
        )
    told = f'<div class="card">{_scores(run)}{_events(run)}</div>'
    return f'<h2>Pictures and scores</h2><div class="look">{stage}{told}</div>'


def _scores(run: Run) -> str:
    rows = []
    for name in run.rows[-1] if run.rows else ():
        newest, best = number(run.rows[-1], name), run.best_by(name)
        if is_score(name) and newest is not None and best is not None:
            rows.append(
                f"<tr><td>{escape(name)}</td><td>{number_text(newest)}</td>"
                f"<td>{number_text(best.value)} <small>at {best.images:,}</small></td></tr>"
            )
    if not rows:
        return ""
    return f'<table class="scores"><tr><th>score</th><th>newest</th><th>best</th></tr>{"".join(rows)}</table>'


def _events(run: Run) -> str:
    if not run.events:
        return '<h2>What happened</h2><p class="soft">Nothing had to be done.</p>'
    items = "".join(
        f"<li><small>{event['images']:,} images, {escape(str(event.get('kind', 'event')))}</small>"
        f"{escape(str(event.get('sentence', '')))}</li>"
        for event in reversed(run.events)
    )
    return f'<h2>What happened</h2><ul class="events">{items}</ul>'


def _curves(run: Run) -> str:
    series = run.series
    if not series:
        return '<section class="curves" hidden><input id="log" type="checkbox"></section>'
    span = max(points[-1][0] for points in series.values())
    marks = [Mark(event["images"], str(event.get("sentence", ""))) for event in run.events[-MARKED:]]
    groups: dict[str, list[str]] = {"scores": [], "symptoms": [], "terms": [], "run": []}
    for name, points in series.items():
        if is_score(name):
            hint = f"{'lower' if lower_is_better(name) else 'higher'} is better"
            groups["scores"].append(chart(name, points, span, marks, run.best_by(name), hint))
        else:
            groups[group_of(name)].append(chart(name, points, span, marks))
    grids = "".join(f'<div class="charts">{"".join(figures)}</div>' for figures in groups.values() if figures)
    return (
        '<section class="curves"><h2>Curves, over images</h2>'
        f'<input id="log" type="checkbox"><label for="log">logarithmic</label>{grids}</section>'
    )


def _settings(run: Run) -> str:
    sections: dict[str, list[tuple[str, str]]] = {}
    for name, text in shown_settings(run):
        section, _, last = name.removeprefix("config.").rpartition(".")
        sections.setdefault(section or ("training" if name.startswith("config.") else "job"), []).append((last, text))
    # Where it runs comes last: what is learned matters more.
    sections |= {"job": job} if (job := sections.pop("job", None)) else {}
    boxes = "".join(f"<section><h3>{escape(name)}</h3>{_table(rows)}</section>" for name, rows in sections.items())
    return f'<h2>Settings</h2><div class="card settings">{boxes}</div>'


def _table(rows: Iterable[tuple[str, str]]) -> str:
    return "<table>" + "".join(f"<tr><td>{escape(a)}</td><td>{escape(b)}</td></tr>" for a, b in rows) + "</table>"


def _footer(run: Run, now: float) -> str:
    names = [name for name in FILES if name != PAGE and (run.folder / name).is_file()]
    links = "".join(f'<a href="{name}">{name}</a>' for name in names)
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(now))
    return f'<footer>{links}<span id="written" data-time="{now:.0f}">Written {when}</span></footer>'


def _frames(run: Run) -> str:
    """Images and score of every preview, for the slider. Safe inside a script element: no < appears."""
    rows = {row["images"]: row for row in run.rows}
    frames = [[images, _score_text(rows.get(images, {}), run.metric)] for images in run.previews]
    return json.dumps(frames, separators=(",", ":")).replace("<", "\\u003c")


def _score_at(run: Run, images: int) -> str:
    return next((_score_text(row, run.metric) for row in reversed(run.rows) if row["images"] == images), "")


def _score_text(row: Mapping[str, Any], metric: str) -> str:
    value = number(row, metric)
    return f"{metric} {number_text(value)}" if value is not None else ""
