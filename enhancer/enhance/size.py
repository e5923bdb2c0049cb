"""The size grammar: from what the user says and an input's size to the size of the result. No pixels, no torch."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ..errors import SpecError

MAX_SIDE = 1_000_000
"""No format holds more; that of the output has its own, smaller limit, checked before work."""
MAX_FACTOR = 64

HELP = "Write x2.5, 3840w, 2160h, long=4000, short=1080, fit=1920x1080 or fill=1920x1080."

Kind = Literal["factor", "width", "height", "long", "short", "fit", "fill", "exact"]


@dataclass(frozen=True)
class SizeRule:
    """One parsed size. factor: of `x2.5`; width and height: of the others, both the same for `long` and `short`."""

    kind: Kind
    factor: Fraction = Fraction(1)
    width: int = 0
    height: int = 0

    def target(self, width: int, height: int) -> tuple[int, int]:
        """Width and height of the result for an input of this size, each at least 1; the aspect is kept.

        `fill` and plain WxH give exactly what they say: `fill` covers it and cuts the overhang, WxH demands that the
        input has that shape, to within the rounding of one pixel. SpecError if it has not, or if the result would be
        beyond all reason.
        """
        scaled = self._scaled(width, height)
        if self.kind == "exact" and max(abs(scaled[0] - self.width), abs(scaled[1] - self.height)) > 1:
            raise SpecError(
                f"{self.width}x{self.height} has another shape than the picture, {width}x{height}.",
                f"Use fit={self.width}x{self.height} to keep all of it, or fill={self.width}x{self.height} to cut.",
            )
        result = (self.width, self.height) if self.kind in ("fill", "exact") else scaled
        if max(result) > MAX_SIDE:
            raise SpecError(f"The result would be {result[0]}x{result[1]} pixels.", f"The limit is {MAX_SIDE} a side.")
        return result

    def covering(self, width: int, height: int) -> tuple[int, int]:
        """The size to resample to before cutting to `target`; the same but for `fill`."""
        if self.kind != "fill":
            return self.target(width, height)
        across, down = self._scaled(width, height)
        return max(across, self.width), max(down, self.height)

    def _scaled(self, width: int, height: int) -> tuple[int, int]:
        factor = self.enlargement(width, height)
        return max(_round(width * factor), 1), max(_round(height * factor), 1)

    def enlargement(self, width: int, height: int) -> Fraction:
        """By how much both sides grow, exactly."""
        if self.kind == "factor":
            return self.factor
        across, down = Fraction(self.width, width), Fraction(self.height, height)
        match self.kind:
            case "width":
                return across
            case "height":
                return down
            case "long":
                return Fraction(self.width, max(width, height))
            case "short":
                return Fraction(self.width, min(width, height))
            case "fit":
                return min(across, down)
            case _:
                return max(across, down)


def parse_size(text: str) -> SizeRule | None:
    """x2.5, 3840w, 2160h, long=N, short=N, fit=WxH, fill=WxH or WxH; None for "": the model's own scale.

    SpecError for anything else, and for sizes of zero or beyond reason.
    """
    wanted = text.strip().lower().replace("×", "x")
    if not wanted:
        return None
    if match := re.fullmatch(r"x([0-9]{1,4}(?:\.[0-9]{1,6})?)", wanted):
        factor = Fraction(match[1])
        if not 0 < factor <= MAX_FACTOR:
            raise SpecError(f"x{match[1]} is not an enlargement.", f"It must be more than 0 and at most {MAX_FACTOR}.")
        return SizeRule("factor", factor)
    if match := re.fullmatch(r"([0-9]{1,9})(w|h)", wanted):
        side = _side(match[1], text)
        return SizeRule("width", width=side) if match[2] == "w" else SizeRule("height", height=side)
    if match := re.fullmatch(r"(long|short)=([0-9]{1,9})", wanted):
        side = _side(match[2], text)
        return SizeRule("long" if match[1] == "long" else "short", width=side, height=side)
    if match := re.fullmatch(r"(?:(fit|fill)=)?([0-9]{1,9})x([0-9]{1,9})", wanted):
        kind: Kind = "fit" if match[1] == "fit" else "fill" if match[1] == "fill" else "exact"
        return SizeRule(kind, width=_side(match[2], text), height=_side(match[3], text))
    raise SpecError(f"{text!r} is not a size.", HELP)


def _side(digits: str, text: str) -> int:
    side = int(digits)
    if not 1 <= side <= MAX_SIDE:
        raise SpecError(f"{text!r} asks for a side of {side} pixels.", f"It must be 1 to {MAX_SIDE}.")
    return side


def _round(value: Fraction) -> int:
    """To nearest, halves up: the same everywhere, and no surprise of floats."""
    return int(value + Fraction(1, 2))
