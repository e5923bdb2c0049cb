"""What came of a job, for people: counts, time, what was lost, how faithful the results are. Reads reports only."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from enhancer.jobs.job import ItemReport, Report

from .exits import FATAL, INTERRUPTED, OK, SOME_FAILED, one_line
from .human import count_text, seconds_text

MOST_LINES = 8
"""Of one kind in a summary; the report has them all."""


def exit_status(report: Report, asked: int = INTERRUPTED) -> int:
    """0 all done, 3 some failed, 1 none succeeded; a cancelled run ends with the status that was asked for."""
    if report.state == "cancelled":
        return asked
    failed = report.counts.get("failed", 0)
    if not failed:
        return OK
    return SOME_FAILED if report.counts.get("done", 0) or report.counts.get("skipped", 0) else FATAL


def summary_lines(report: Report) -> list[str]:
    """The lines that end a run, most important first."""
    if report.kind in ("generate", "project"):
        return [one_line(line) for line in _made(report)]
    if report.kind != "enhance":
        return [one_line(item.reason) for item in report.items if item.reason]
    lines = [_headline(report)]
    done = [item for item in report.items if item.state == "done"]
    lines += _kept_and_lost(done)
    lines += _consistency(done)
    return [one_line(line) for line in lines]


def _headline(report: Report) -> str:
    counts = report.counts
    parts = [count_text(counts.get("done", 0), "picture") + " done"]
    parts += [f"{counts[state]:,} {state}" for state in ("skipped", "failed") if counts.get(state)]
    word = {"cancelled": "Stopped: "}.get(report.state, "")
    return f"{word}{', '.join(parts)} in {seconds_text(report.seconds)}."


def _made(report: Report) -> list[str]:
    """What was generated, how often it was drawn again and why, how near projections came."""
    lines = [_headline(report)]
    if rejected := report.facts.get("rejected"):
        why = ", ".join(f"{count:,} {REJECTED.get(reason, reason)}" for reason, count in rejected.items())
        lines.append(f"Drawn again: {why}.")
    for item in report.items[:MOST_LINES] if report.kind == "project" else ():
        if item.state == "done":
            near, random = float(item.facts["error"]), float(item.facts["random_error"])
            lines.append(f"{item.key}: error {near:.5f}; of the best random latent {random:.5f}.")
    return lines


REJECTED = {"off": "unlike any real picture", "copy": "copies of a real one", "class": "of another class"}


def _kept_and_lost(items: Sequence[ItemReport]) -> list[str]:
    if not items:
        return []
    kept = Counter(name for item in items for name in item.facts.get("kept", ()))
    lost = Counter(loss for item in items for loss in item.facts.get("losses", ()))
    lines = [f"Kept: {', '.join(kept)}."] if kept else []
    if not lost:
        return [*lines, "Lost: nothing."]
    for loss, count in lost.most_common(MOST_LINES):
        lines.append(f"Lost: {loss}" + (f" ({count_text(count, 'picture')})" if len(items) > 1 else ""))
    if len(lost) > MOST_LINES:
        lines.append(f"Lost: {len(lost) - MOST_LINES} more kinds; --report lists them all.")
    return lines


def _consistency(items: Sequence[ItemReport]) -> list[str]:
    """How nearly the results, reduced again, equal their inputs: in the files, and what rounding and encoding took."""
    checks = [check for item in items if isinstance(check := item.facts.get("consistency"), Mapping)]
    stages = {stage: [c[stage] for c in checks if isinstance(c.get(stage), Mapping)] for stage in STAGES}
    return [f"Consistency {words}: {_figures(stages[stage])}" for stage, words in STAGES.items() if stages[stage]]


STAGES = {"file": "in the written file", "result": "before writing"}


def _figures(rows: Sequence[Mapping[str, Any]]) -> str:
    # A psnr of None is equality: JSON has no infinity.
    decibels = [math.inf if row.get("psnr") is None else float(row["psnr"]) for row in rows]
    mean = sum(float(row.get("ciede2000_mean", 0)) for row in rows) / len(rows)
    worst = max(float(row.get("ciede2000_worst", 0)) for row in rows)
    # The middle one: a single picture that is equal would make any mean infinite.
    text = _decibels(median(decibels))
    if len(decibels) > 1:
        text = f"median {text}, worst {_decibels(min(decibels))}"
    return f"{text}; colour difference (CIEDE2000) {mean:.2f}, worst {worst:.2f}."


def _decibels(value: float) -> str:
    return "equal to the input" if math.isinf(value) else f"{value:.1f} dB"
