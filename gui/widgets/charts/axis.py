"""Axes: how far they reach, where their round ticks stand, and what these are called."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

TICKS = 5
TALLEST_LOG = 20.0
"""An axis whose values differ by more than this factor is logarithmic unless told otherwise."""
SMALLEST = 1e-290
"""Of a logarithmic axis: beyond that, sums with logarithms leave what numbers can hold."""


@dataclass(frozen=True)
class Span:
    """An axis from low to high, low < high; logarithmic ones are above 0."""

    low: float
    high: float
    log: bool = False

    def part(self, value: float) -> float:
        """Where a value lies, 0 at low and 1 at high."""
        if self.log:
            return (math.log(max(value, 1e-300)) - math.log(self.low)) / (math.log(self.high) - math.log(self.low))
        return (value - self.low) / (self.high - self.low)


def span_of(values: Sequence[float], log: bool | None = None) -> Span:
    """An axis with a little room around the values. log: None lets it be logarithmic where that shows more."""
    finite = [value for value in values if math.isfinite(value)]
    if not finite:
        return Span(0, 1)
    low, high = min(finite), max(finite)
    if (log or (log is None and low > 0 and high / low > TALLEST_LOG)) and low > 0:
        room = max((math.log(high) - math.log(low)) * 0.06, 0.05)
        return Span(max(low * math.exp(-room), SMALLEST), min(high * math.exp(room), 1 / SMALLEST), True)
    room = (high - low) * 0.06 or abs(high) * 0.05 or 1.0
    return Span(low - room, high + room)


def ticks(span: Span) -> list[float]:
    """Three to six round values inside the span."""
    return _log_ticks(span) if span.log else _even_ticks(span)


def _even_ticks(span: Span) -> list[float]:
    rough = (span.high - span.low) / TICKS
    if not rough > 0 or not math.isfinite(rough):
        return []
    power = 10.0 ** math.floor(math.log10(rough))
    step = next((factor * power for factor in (1, 2, 2.5, 5) if factor * power >= rough * 0.999), 10 * power)
    first, last = math.ceil(span.low / step), math.floor(span.high / step)
    digits = max(0, 2 - math.floor(math.log10(step)))
    return [round(n * step, digits) for n in range(first, last + 1)]


def _log_ticks(span: Span) -> list[float]:
    first, last = math.floor(math.log10(span.low)), math.ceil(math.log10(span.high))
    stride = max(1, round((last - first) / TICKS))
    decades = [10.0**n for n in range(first, last + 1, stride) if span.low <= 10.0**n <= span.high]
    if len(decades) >= 3:
        return decades
    fine = [f * 10.0**n for n in range(first, last + 1) for f in (1, 2, 5) if span.low <= f * 10.0**n <= span.high]
    return fine if len(fine) >= 2 else _even_ticks(Span(span.low, span.high))


def tick_texts(span: Span) -> list[tuple[float, str]]:
    """Ticks with their labels, of as many digits as it takes to tell what they are."""
    values = ticks(span)
    step = min((b - a for a, b in itertools.pairwise(values)), default=0.0)
    for digits in range(4, 12):
        texts = [short(value, digits) for value in values]
        if all(abs(_value_of(text) - value) <= step * 0.01 for text, value in zip(texts, values, strict=True)):
            break
    return list(zip(values, texts, strict=True)) if values else []


def _value_of(text: str) -> float:
    factor = {"k": 1e3, "M": 1e6, "G": 1e9}.get(text[-1], 1.0)
    return float(text.rstrip("kMG")) * factor


def short(value: float, digits: int = 4) -> str:
    """A number for little room, of so many digits that matter: 0, 0.25, 150, 20k, 1.5M, 1e-06."""
    size = abs(value)
    if size == 0:
        return "0"
    for factor, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if factor <= size < 1e12:
            return f"{value / factor:.{digits}g}{letter}"
    return f"{value:.{digits}g}"
