"""Two models compared on good pictures: each is reduced, rebuilt by both and by bicubic, and measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import DataError, EnhancerError, ModelError
from ..events import Progressed, Sink, Warned
from ..images.image import Image
from ..images.read import read
from ..models.store import Entry, Store
from .compare_folders import pictures
from .comparison import Comparison, Row
from .enlarge import Enlarger, bicubic, cut_to_multiple, degraded, to_rgb8
from .scores import score

DEGRADATIONS = ("bicubic",)
FIDELITIES = ("off", "exact")
SMALLEST = 16
"""Pixels a side of a reduced picture, under which scores say nothing."""
RESAMPLES = 10_000
SEED = 20_240
FEWEST = 6
"""Pictures below which an interval over pictures is not worth its name."""


@dataclass(frozen=True)
class Interval:
    """Mean of paired differences and its 95 % percentile-bootstrap interval (Efron 1979), over `count` pictures."""

    mean: float
    low: float
    high: float
    count: int


def compare_models(a: str, b: str, data: Path, sink: Sink) -> Comparison:
    """Y-PSNR, SSIM and colour of both models and bicubic, fidelity off and exact. ModelError for unequal scales."""
    entries = [Store.default().find(name) for name in (a, b)]
    check_comparable(entries)
    if not data.is_dir():
        raise DataError(f"There is no folder {data}.", "Name one with good pictures.")
    models = [Enlarger.open(entry) for entry in entries]
    names = labels(entries)
    scale = models[0].scale
    found = pictures(data)
    rows: list[Row] = []
    notes: list[str] = []
    for number, (key, path) in enumerate(found.items()):
        sink.check()
        try:
            truth = cut_to_multiple(to_rgb8(read(path)), scale)
            if min(truth.shape[:2]) < SMALLEST * scale:
                raise DataError(f"it is smaller than {SMALLEST * scale} pixels a side.", code="too-small")
            rows.append(measure(key, truth, dict(zip(names, models, strict=True)), sink))
        except EnhancerError as error:
            sink.emit(Warned(f"{key} is left out: {error}", error.code, key))
            notes.append(f"{key} is left out: {error}")
        sink.emit(Progressed((number + 1) / len(found), key))
    if not rows:
        raise DataError(f"No picture in {data} could be used.", notes[0] if notes else "It holds no pictures.")
    verdict, facts = judge(names, rows)
    notes.append(
        f"Reduced {scale} times by antialiased bicubic to 8 bit; models in float32; border of {scale} left out; "
        f"{len(rows)} pictures."
    )
    return Comparison("models", a, b, tuple(rows), tuple(notes), verdict, facts)


def check_comparable(entries: Sequence[Entry]) -> None:
    """ModelError unless all enlarge by one scale and name a degradation that can be repeated here."""
    scales = {entry.info.scale for entry in entries}
    if len(scales) > 1:
        raise ModelError(
            " and ".join(f"{entry.name} enlarges x{entry.info.scale}" for entry in entries) + ".",
            "Only models of one scale can be compared.",
            code="model-scale",
        )
    for entry in entries:
        named = entry.info.degradation or DEGRADATIONS[0]
        if named not in DEGRADATIONS:
            raise ModelError(
                f"{entry.name} is made for pictures degraded by {named!r}, which cannot be repeated here.",
                f"Known: {', '.join(DEGRADATIONS)}.",
                code="model-degradation",
            )


def labels(entries: Sequence[Entry]) -> list[str]:
    """Names for the columns; files of one name are told apart by a and b."""
    names = [entry.name for entry in entries]
    return names if len(set(names)) == len(names) else [f"{n} ({s})" for n, s in zip(names, "ab", strict=True)]


def measure(key: str, truth: np.ndarray, models: dict[str, Enlarger], sink: Sink) -> Row:
    """All scores of one picture, (H,W,3) uint8."""
    scale = next(iter(models.values())).scale
    low = degraded(truth, scale)
    whole = Image(truth)
    scores = {"bicubic": score(Image(bicubic(low, scale)), whole, scale)}
    for name, model in models.items():
        for fidelity in FIDELITIES:
            scores[f"{name} ({fidelity})"] = score(Image(model(low, fidelity, sink)), whole, scale)
    return Row(key, scores)


def judge(names: Sequence[str], rows: Sequence[Row]) -> tuple[str, dict[str, object]]:
    """Who wins by PSNR-Y with fidelity off, and the intervals that say how sure that is."""
    pairs = {
        f"{names[0]} - {names[1]}": (f"{names[0]} (off)", f"{names[1]} (off)"),
        **{f"{name} - bicubic": (f"{name} (off)", "bicubic") for name in names},
    }
    intervals = {label: interval(differences(rows, x, y)) for label, (x, y) in pairs.items()}
    facts = {"intervals": {label: vars(found) for label, found in intervals.items()}, "seed": SEED}
    return sentence(names[0], names[1], next(iter(intervals.values()))), facts


def differences(rows: Sequence[Row], x: str, y: str) -> np.ndarray:
    """PSNR-Y of x less that of y, one value a picture; 0 where both are perfect."""
    values = [(row.scores[x].psnr_y, row.scores[y].psnr_y) for row in rows]
    return np.array([0.0 if p == q else (p or 100.0) - (q or 100.0) for p, q in values])


def interval(values: np.ndarray) -> Interval:
    """Seeded: the same pictures give the same interval."""
    rng = np.random.default_rng(SEED)
    means = rng.choice(values, (RESAMPLES, len(values))).mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return Interval(float(values.mean()), float(low), float(high), len(values))


def sentence(a: str, b: str, found: Interval) -> str:
    """The verdict in words; differences are those of the one that is named first."""
    if found.mean < 0:
        a, b, found = b, a, Interval(-found.mean, -found.high, -found.low, found.count)
    span = f"95 % interval {found.low:+.3f} to {found.high:+.3f} over {found.count} pictures"
    figures = f"{found.mean:.3f} dB (PSNR-Y; {span})"
    if found.count < FEWEST:
        return f"{found.count} pictures are too few to say which is better; {a} leads {b} by {figures}."
    if found.low > 0:
        return f"{a} is better than {b} by {figures}."
    return f"No difference is shown between {a} and {b}; {a} leads by {figures}."
