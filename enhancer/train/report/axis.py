"""Axes of a curve: which span they cover, where their ticks stand and how those read. Torch-free; draws nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

MARGIN = 0.06
"""Share of the span left free above and below a curve."""


@dataclass(frozen=True)
class Axis:
    """The span [low, high], low < high, straight or logarithmic (then low > 0)."""

    low: float
    high: float
    log: bool = False

    def placer(self, start: float, end: float) -> Callable[[float], float]:
        """Where a value stands in pixels, `start` for low and `end` for high: a function that is fast for many."""
        if self.log:
            factor = (end - start) / (math.log(self.high) - math.log(self.low))
            shift = start - math.log(self.low) * factor
            return lambda value: shift + math.log(value) * factor
        factor = (end - start) / (self.high - self.low)
        shift = start - self.low * factor
        return lambda value: shift + value * factor

    def ticks(self) -> list[float]:
        """Three to six round values inside the span."""
        return _log_ticks(self.low, self.high) if self.log else _ticks(self.low, self.high)


def axis_of(values: Sequence[float], log: bool = False) -> Axis:
    """An axis with some room around `values`, of which there is at least one (all above 0 for a logarithmic one)."""
    low, high = min(values), max(values)
    if log:
        room = max((math.log(high) - math.log(low)) * MARGIN, 0.05)
        return Axis(max(low * math.exp(-room), 5e-324), high * math.exp(room), True)
    room = (high - low) * MARGIN or abs(high) * 0.05 or 1.0
    return Axis(low - room, high + room)


def short(value: float) -> str:
    """A tick's label: 0, 0.25, 150, 20k, 1.5M, 1e-06."""
    size = abs(value)
    if size == 0:
        return "0"
    for factor, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if factor <= size < 1e12:
            return f"{value / factor:.4g}{letter}"
    return f"{value:.4g}"


def _ticks(low: float, high: float) -> list[float]:
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next((factor * power for factor in (1, 2, 2.5, 5) if factor * power >= rough), 10 * power)
    first = math.ceil(low / step)
    # Rounded to the step's own digits, so that 0.30000000000000004 does not appear.
    digits = max(0, 2 - math.floor(math.log10(step)))
    count = math.floor(high / step) - first + 1
    return [round((first + n) * step, digits) for n in range(count)]


def _log_ticks(low: float, high: float) -> list[float]:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    stride = max(1, round((last - first) / 5))
    decades = [10.0**n for n in range(first, last + 1, stride) if low <= 10.0**n <= high]
    if len(decades) >= 3:
        return decades
    fine = [f * 10.0**n for n in range(first, last + 1) for f in (1, 2, 5) if low <= f * 10.0**n <= high]
    return fine if len(fine) >= 2 else _ticks(low, high)
