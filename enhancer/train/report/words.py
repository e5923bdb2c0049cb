"""Numbers, times and tables as people read them in reports of runs. Torch-free; nothing is measured here."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from ...files.names import display


def number_text(value: float) -> str:
    """Four significant digits: 38.82, 0.0007869, 1.2e-07, 1,234,567."""
    if not math.isfinite(value):
        return str(value)
    if float(value).is_integer() and abs(value) < 1e12:
        return f"{int(value):,}"
    if abs(value) >= 1000:
        return f"{value:,.1f}"
    return f"{value:.4g}"


def images_text(images: int) -> str:
    """1 image, 12,000 images."""
    return f"{images:,} image" + ("" if images == 1 else "s")


def share_text(share: float) -> str:
    """A share in [0,1] in whole percent; 100 % only when nothing is missing, 0 % only when nothing was done."""
    if 0 < share < 0.01:
        return "<1 %"
    return f"{min(round(100 * share), 100 if share >= 1 else 99)} %"


def time_text(seconds: float) -> str:
    """A duration in the two largest units: 12 s, 3 min 20 s, 2 h 5 min, 3 d 4 h."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    for large, small, name, below, most in ((60, 1, "min", "s", 3600), (3600, 60, "h", "min", 86400)):
        if whole < most:
            rest = whole % large // small
            return f"{whole // large} {name}" + (f" {rest} {below}" if rest else "")
    days, rest = divmod(whole, 86400)
    return f"{days} d" + (f" {rest // 3600} h" if rest >= 3600 else "")


def age_text(seconds: float) -> str:
    """How long ago, in one unit: now, 3 min ago, 2 h ago, 12 d ago."""
    for length, name in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= length:
            return f"{int(seconds // length)} {name} ago"
    return "now"


def value_text(value: Any) -> str:
    """A setting in one line."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(value_text, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {value_text(inner)}" for key, inner in value.items()) + "}"
    return display(str(value))


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines with aligned columns, two spaces apart; all rows are equally long."""
    cells = [[display(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in cells]
