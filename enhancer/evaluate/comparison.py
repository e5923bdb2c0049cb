"""What a comparison finds, as a value; and one pair of pictures compared. Which pictures are compared lies beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from ..errors import ImageError
from ..images.image import Image
from ..images.resize import reduce
from .scores import Scores, decibels, flat, mean, score

SIDES = ("a with truth", "b with truth")


@dataclass(frozen=True)
class Row:
    """One picture, or one pair of them: scores by what was compared ("a with b", "a with truth", "bicubic" ...)."""

    name: str
    scores: Mapping[str, Scores]
    note: str = ""


@dataclass(frozen=True)
class Comparison:
    """What `compare` found. `notes` are sentences: pairs that are missing, sizes that had to be matched, the verdict.

    facts: numbers beyond the rows, plain JSON: means, intervals, the winner.
    """

    kind: Literal["pictures", "folders", "models"]
    a: str
    b: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    verdict: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)

    def means(self) -> dict[str, Scores]:
        """The mean over rows of every score; worst colour is the worst of all."""
        names = list(dict.fromkeys(name for row in self.rows for name in row.scores))
        return {name: average([row.scores[name] for row in self.rows if name in row.scores]) for name in names}

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "a": self.a,
            "b": self.b,
            "rows": [
                {
                    "name": row.name,
                    "note": row.note,
                    "scores": {k: v.as_json() for k, v in row.scores.items()},
                }
                for row in self.rows
            ],
            "means": {name: scores.as_json() for name, scores in self.means().items()},
            "notes": list(self.notes),
            "verdict": self.verdict,
            **self.facts,
        }

    def lines(self) -> list[str]:
        """For people: each row, the means where there are several, then notes and verdict."""
        found = []
        for row in self.rows:
            found += [f"{row.name}  {what}: {scores.text()}" for what, scores in row.scores.items()]
            if row.note:
                found.append(f"{row.name}  {row.note}")
        if len(self.rows) > 1:
            for what, scores in self.means().items():
                worst = min(
                    (r for r in self.rows if what in r.scores),
                    key=lambda r: _or_infinite(r.scores[what].psnr_y),
                )
                found.append(f"mean of {len(self.rows)}  {what}: {scores.text()}")
                found.append(f"worst  {what}: {worst.name} with {decibels(worst.scores[what].psnr_y)} (PSNR-Y)")
        return [*found, *self.notes, *([self.verdict] if self.verdict else [])]


def compare_pictures(name: str, a: Image, b: Image, truth: Image | None) -> Row:
    """Scores of one pair; a picture that is an exact multiple of another is reduced to its
    size first, and it is said.
    """
    if truth is None:
        a, b, note = matched(a, b)
        return Row(name, {"a with b": score(a, b)}, note)
    a, truth_a, note_a = matched(a, truth)
    b, truth_b, note_b = matched(b, truth)
    note = " ".join(dict.fromkeys(text for text in (note_a, note_b) if text))
    return Row(name, {"a with truth": score(a, truth_a), "b with truth": score(b, truth_b)}, note)


def matched(a: Image, b: Image) -> tuple[Image, Image, str]:
    """Both at one size: the larger reduced if it is an integer multiple of the smaller, both then over grey.

    ImageError if neither size is a multiple of the other.
    """
    if (a.height, a.width) == (b.height, b.width):
        return a, b, ""
    small, large = (a, b) if a.height * a.width < b.height * b.width else (b, a)
    factor, rest = divmod(large.width, small.width)
    if rest or factor < 2 or large.height != small.height * factor:
        raise ImageError(
            f"The pictures have different sizes: {a.width}x{a.height} and {b.width}x{b.height}.",
            "One must be an exact multiple of the other, so that it can be reduced to it.",
            code="size-mismatch",
        )
    reduced = Image(np.clip(reduce(flat(large), factor), 0, 1))
    note = f"The larger was reduced {factor} times (antialiased bicubic) before comparing."
    plain = Image(flat(small))
    return (plain, reduced, note) if small is a else (reduced, plain, note)


def verdict_by_truth(a: str, b: str, rows: tuple[Row, ...]) -> str:
    """Which of the two is nearer to the truth by mean PSNR-Y; empty without a truth."""
    nearer = [mean(row.scores[side].psnr_y for row in rows if side in row.scores) for side in SIDES]
    if not rows or SIDES[0] not in rows[0].scores:
        return ""
    of_a, of_b = (_or_infinite(value) for value in nearer)
    if of_a == of_b:
        return "Both are equally near to the truth."
    return f"{a if of_a > of_b else b} is nearer to the truth, by {abs(of_a - of_b):.2f} dB (PSNR-Y)."


def average(scores: list[Scores]) -> Scores:
    """Means over several pictures."""
    return Scores(
        psnr=mean(s.psnr for s in scores),
        psnr_y=mean(s.psnr_y for s in scores),
        ssim=mean(s.ssim for s in scores),
        ciede_mean=mean(s.ciede_mean for s in scores) or 0.0,
        ciede_worst=max((s.ciede_worst for s in scores), default=0.0),
        psnr_alpha=mean(s.psnr_alpha for s in scores),
    )


def _or_infinite(value: float | None) -> float:
    return float("inf") if value is None else value
