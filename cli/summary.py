"""What came of a job, for people: counts, time, what was lost, how faithful the results are. Reads reports
only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from enhancer.jobs.job import ItemReport, Report

from .exits import FATAL, INTERRUPTED, OK, SOME_FAILED, one_line
from .human import count_text, seconds_text

MOST_LINES = 8
"""Of one kind in a summary; the report has them all."""


def exit_status(report: Report, asked: int = INTERRUPTED) -> int:
    """0 all done, 3 some failed, 1 none succeeded; a cancelled run ends with the status that was asked
    for.
    """
    if report.state == "cancelled":
        return asked
    failed = report.counts.get("failed", 0)
    if not failed:
        return OK
    return SOME_FAILED if report.counts.get("done", 0) or report.counts.get("skipped", 0) else FATAL


def summary_lines(report: Report) -> list[str]:
    """The lines that end a run, most important first."""
    if report.kind != "enhance":
        return [one_line(item.reason) for item in report.items if item.reason]
    lines = [_headline(report)]
    done = [item for item in report.items if item.state == "done"]
    lines += _losses(done)
    lines += _consistency(done)
    return [one_line(line) for line in lines]


def _headline(report: Report) -> str:
    counts = report.counts
    parts = [count_text(counts.get("done", 0), "picture") + " done"]
    parts += [f"{counts[state]:,} {state}" for state in ("skipped", "failed") if counts.get(state)]
    word = {"cancelled": "Stopped: "}.get(report.state, "")
    again = " The same command goes on from here." if report.state == "cancelled" else ""
    return f"{word}{', '.join(parts)} in {seconds_text(report.seconds)}.{again}"


def _losses(items: Iterable[ItemReport]) -> list[str]:
    items = list(items)
    if not items:
        return []
    lost = Counter(loss for item in items for loss in item.facts.get("losses", ()))
    if not lost:
        return ["Kept: orientation, profile, metadata, transparency and depth. Nothing was lost."]
    lines = []
    for loss, count in lost.most_common(MOST_LINES):
        lines.append(f"Lost: {loss}" + (f" ({count_text(count, 'picture')})" if len(items) > 1 else ""))
    if len(lost) > MOST_LINES:
        lines.append(f"Lost: {len(lost) - MOST_LINES} more kinds; --report lists them all.")
    return lines


def _consistency(items: Iterable[ItemReport]) -> list[str]:
    """How nearly the results, reduced again, equal their inputs: the mean over pictures, and the worst of
    them.
    """
    checks = [check for item in items if isinstance(check := item.facts.get("consistency"), Mapping)]
    lines = []
    for stage, words in (("file", "in the written files"), ("result", "before writing")):
        rows = [
            row for check in checks if isinstance(row := check.get(stage, check.get(f"{stage}s")), Mapping)
        ]
        if psnr := _values(rows, "psnr"):
            colour = _values(rows, "ciede2000_mean")
            worst = _values(rows, "ciede2000_worst")
            text = f"Consistency {words}: {_span(psnr, min)} dB"
            if colour and worst:
                text += (
                    f"; colour difference (CIEDE2000) {sum(colour) / len(colour):.2f}, worst {max(worst):.2f}"
                )
            lines.append(text + ".")
    return lines


def _values(rows: Iterable[Mapping[str, Any]], name: str) -> list[float]:
    return [float(row[name]) for row in rows if isinstance(row.get(name), int | float)]


def _span(values: list[float], worst: Any) -> str:
    mean = f"{sum(values) / len(values):.1f}"
    return mean if len(values) == 1 else f"{mean} (worst {worst(values):.1f})"
