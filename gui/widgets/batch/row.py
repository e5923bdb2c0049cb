"""A row of the table of a batch: one picture, what is planned for it, and what became of it. In the language of
the window; no widgets here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from ...core_words import in_words

State = Literal["pending", "done", "failed", "skipped"]
STATES: tuple[State, ...] = ("pending", "done", "failed", "skipped")
WITHOUT_WORK = frozenset({"done-before"})
"""Codes of skipped items whose result is there: they count as done."""


class Row(NamedTuple):
    """Up to `input` the fields of the core's PreviewItem, which cannot be imported here: numpy comes with it.

    Sizes are (width, height), (0, 0) where unknown; seconds and bytes estimates.
    original: the reason as the core said it, if `reason` says it in another language.
    """

    key: str
    state: State
    output: str = ""
    size: tuple[int, int] = (0, 0)
    target: tuple[int, int] = (0, 0)
    format: str = ""
    model: str = ""
    seconds: float = 0.0
    bytes: int = 0
    reason: str = ""
    input: str = ""
    original: str = ""

    @property
    def text(self) -> str:
        """What a filter looks into."""
        return f"{self.key}\n{self.output}\n{self.reason}".casefold()

    @property
    def note(self) -> str:
        """Why it is not done, or where the result is."""
        return self.reason or self.output.replace("\\", "/").rpartition("/")[2]


def row_from(values: Sequence[Any]) -> Row:
    """What the task `plan_batch` sent."""
    key, state, output, size, target, *rest = values
    row = Row(key, known_state(state), output, (size[0], size[1]), (target[0], target[1]), *rest)
    return _explained(row, row.reason)


def known_state(state: str) -> State:
    return next((known for known in STATES if known == state), "pending")


def ended(row: Row, state: str, outputs: Sequence[str], code: str, reason: str) -> Row:
    """The row after its item ended."""
    if code in WITHOUT_WORK:
        return row._replace(state="done", output=outputs[0] if outputs else row.output, reason="", original="")
    row = row._replace(state=known_state(state), output=outputs[0] if outputs else row.output)
    return _explained(row, reason, code)


def _explained(row: Row, reason: str, code: str = "") -> Row:
    said = in_words(reason, code)
    return row._replace(reason=said, original=reason if said != reason else "")
