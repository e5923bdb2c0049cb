"""Which numbers of a row judge a run, which way they are better, and where they were best. Torch-free."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

Point = tuple[int, float]
"""Images, value."""

LOWER = ("fid", "kid", "mode_kl", "ciede", "lpips", "copies", "mse")
HIGHER = ("psnr", "ssim", "precision", "recall", "density", "coverage", "agreement", "accuracy", "modes")
SYMPTOMS = ("diversity", "mode_entropy", "classes_seen", "oversaturated", "leak_")
"""What monitors watch: neither end is better, the middle is."""
NOT_TERMS = ("images", "lr", "images_per_second")
"""What every row has, whatever is trained."""


@dataclass(frozen=True)
class Best:
    """The best value of a metric, and after how many images it was reached."""

    metric: str
    value: float
    images: int

    def as_json(self) -> dict[str, Any]:
        return {"metric": self.metric, "value": self.value, "images": self.images}


def lower_is_better(metric: str) -> bool:
    return metric.lower().startswith(LOWER)


def is_score(name: str) -> bool:
    """Whether this number judges results; the others are terms of the loss and the like."""
    return name.lower().startswith((*LOWER, *HIGHER))


def group_of(name: str) -> str:
    """Where a number is shown: scores, symptoms, terms or run."""
    if is_score(name):
        return "scores"
    if name.startswith(SYMPTOMS):
        return "symptoms"
    return "run" if name in NOT_TERMS else "terms"


def chosen_metric(config: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> str:
    """The number by which the run keeps its best weights: what its judge says, else the first score of its rows."""
    judge = config.get("judge")
    if isinstance(judge, Mapping) and isinstance(judge.get("metric"), str):
        return str(judge["metric"])
    return next((name for row in rows for name in row if is_score(name)), "")


def number(row: Mapping[str, Any], name: str) -> float | None:
    """The finite number of that name in a row, or None."""
    value = row.get(name)
    if type(value) is not float and type(value) is not int:  # exact: True is no number
        return None
    return float(value) if math.isfinite(value) else None


def series_of(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Point]]:
    """Every finite number that rows hold as points, in order of first appearance, without `images` itself."""
    found: dict[str, list[Point]] = {}
    for row in rows:
        images = row["images"]
        for name in row:
            if (value := number(row, name)) is not None:
                found.setdefault(name, []).append((images, value))
    found.pop("images", None)
    return found


def best_of(metric: str, points: Iterable[Point], up_to: int | None = None) -> Best | None:
    """The best of the points of a metric among those of at most `up_to` images; the earliest of equals."""
    if up_to is not None:
        points = [point for point in points if point[0] <= up_to]
    chosen = (min if lower_is_better(metric) else max)(points, key=itemgetter(1), default=None)
    return Best(metric, chosen[1], chosen[0]) if chosen else None


def seconds_of(rows: Sequence[Mapping[str, Any]], up_to: int | None = None) -> float | None:
    """About how long training took until `up_to` images, from the pace that rows tell; None where none do."""
    total, before, known = 0.0, rows[0]["images"] if rows else 0, False
    for row in rows:
        if up_to is not None and row["images"] > up_to:
            break
        pace = number(row, "images_per_second")
        if pace:
            total, known = total + (row["images"] - before) / pace, True
        before = row["images"]
    return total if known else None
