"""One curve as a figure of HTML with inline SVG: axes, the line straight and logarithmic, events. Torch-free."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from operator import itemgetter

from .axis import Axis, axis_of, short
from .scores import Best, Point
from .words import number_text

Points = Sequence[Point]

WIDTH, HEIGHT = 340, 168
LEFT, RIGHT, TOP, BOTTOM = 46, 332, 8, 148
MOST = 300
"""Points drawn at most: more cannot be told apart at this size."""


@dataclass(frozen=True)
class Mark:
    """An event on the curve: when, and what it was in words."""

    images: int
    text: str


def thinned(points: Points, most: int = MOST) -> Points:
    """At most about `most` of the points, such that no spike is lost: the least and greatest of each stretch."""
    if len(points) <= most:
        return points
    stretches = most // 2
    kept = [points[0]]
    for n in range(stretches):
        part = points[n * len(points) // stretches : (n + 1) * len(points) // stretches]
        ends = {min(part, key=itemgetter(1)), max(part, key=itemgetter(1))}
        kept += sorted(ends - {kept[-1]})
    return kept if kept[-1] == points[-1] else [*kept, points[-1]]


def chart(
    name: str, points: Points, span: int, marks: Sequence[Mark] = (), best: Best | None = None, hint: str = ""
) -> str:
    """A figure for one series. points: (images, value), ascending, at least one; span: images at the right end.

    Without a script it shows the curve and its newest value; the page's script adds values under the pointer.
    """
    points = thinned(points)
    values = [value for _, value in points]
    across = Axis(0, max(span, 1))
    straight = axis_of(values)
    parts = [_ticks_across(across), *(_mark(across, mark) for mark in marks)]
    domains = [0, across.high, straight.low, straight.high]
    if min(values) > 0:
        logarithmic = axis_of(values, log=True)
        domains += [logarithmic.low, logarithmic.high]
        parts.append(_curve("lin", across, straight, points, best))
        parts.append(_curve("log", across, logarithmic, points, best))
    else:
        parts.append(_curve("both", across, straight, points, best))
    if best is not None:
        hint = f"{hint}, best {number_text(best.value)} at {short(best.images)}".removeprefix(", ")
    note = f"<small>{escape(hint)}</small>" if hint else ""
    data = json.dumps([x for point in points for x in point], separators=(",", ":"))
    title = escape(name)
    return (
        f'<figure class="chart" data-points="{data}" data-domain="{json.dumps(domains)}">'
        f"<figcaption><b>{title}</b><output>{number_text(values[-1])}</output>{note}</figcaption>"
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}">{"".join(parts)}'
        '<g class="cursor" hidden><line y1="8" y2="148"/><circle r="3"/></g></svg></figure>'
    )


def _curve(kind: str, across: Axis, up: Axis, points: Points, best: Best | None) -> str:
    x_of, y_of = across.placer(LEFT, RIGHT), up.placer(BOTTOM, TOP)
    parts = []
    for tick in up.ticks():
        y = y_of(tick)
        parts.append(f'<path class="rule" d="M{LEFT} {y:.1f}H{RIGHT}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 3:.1f}">{short(tick)}</text>')
    line = " ".join(["%.1f,%.1f" % (x_of(images), y_of(value)) for images, value in points])  # noqa: UP031 -- fast
    if len(points) == 1:
        parts.append(f'<circle class="dot" cx="{x_of(points[0][0]):.1f}" cy="{y_of(points[0][1]):.1f}" r="2.5"/>')
    else:
        parts.append(f'<polyline points="{line}"/>')
    if best is not None:
        parts.append(f'<circle class="best" cx="{x_of(best.images):.1f}" cy="{y_of(best.value):.1f}" r="3.5"/>')
    return f'<g class="{kind}">{"".join(parts)}</g>'


def _ticks_across(across: Axis) -> str:
    x_of = across.placer(LEFT, RIGHT)
    return (
        '<g class="across">'
        + "".join(f'<text x="{x_of(tick):.1f}" y="{HEIGHT - 4}">{short(tick)}</text>' for tick in across.ticks())
        + "</g>"
    )


def _mark(across: Axis, mark: Mark) -> str:
    x = across.placer(LEFT, RIGHT)(min(mark.images, across.high))
    return f'<path class="event" d="M{x:.1f} {TOP}V{BOTTOM}"><title>{escape(mark.text)}</title></path>'
