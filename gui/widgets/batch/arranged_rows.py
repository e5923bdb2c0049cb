"""The rows of a batch, up to hundreds of thousands, and which of them are shown in which order. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .columns import SORT_KEYS, STATE
from .row import STATES, Row, State

PLANNED = -1
"""The column to sort by that stands for the order of the plan."""


class ArrangedRows:
    """rows: all of them, by number, in the order of the plan. shown: numbers of those that are, in their order.

    counts: of all rows, by state. Filtering and sorting are done by `arranged` and `show`.
    """

    def __init__(self) -> None:
        self.text, self.state = "", ""
        self.column, self.descending = PLANNED, False
        self.clear()

    def clear(self) -> None:
        """Filter and order stay."""
        self.rows: list[Row] = []
        self.counts: dict[State, int] = dict.fromkeys(STATES, 0)
        self.shown: list[int] = []
        self._texts: list[str] = []
        self._numbers: dict[str, int] = {}
        self._places: dict[int, int] = {}

    def add(self, rows: Iterable[Row]) -> list[int]:
        """More rows at the end; numbers of those that the filter lets through, which are to be shown."""
        first = len(self.rows)
        self.rows.extend(rows)
        self._texts += [row.text for row in self.rows[first:]]
        added = range(first, len(self.rows))
        for number in added:
            row = self.rows[number]
            self._numbers[row.key] = number
            self.counts[row.state] += 1
        return self._matching(added)

    def show_more(self, numbers: Sequence[int]) -> None:
        """Behind those that are shown."""
        at = len(self.shown)
        self._places.update((number, at + nth) for nth, number in enumerate(numbers))
        self.shown += numbers

    def show(self, numbers: list[int]) -> None:
        self.shown = numbers
        self._places = {number: place for place, number in enumerate(numbers)}

    def number(self, key: str) -> int | None:
        return self._numbers.get(key)

    def put(self, number: int, row: Row) -> None:
        """In place of the row that was there."""
        self.counts[self.rows[number].state] -= 1
        self.counts[row.state] += 1
        self.rows[number], self._texts[number] = row, row.text

    def places(self, numbers: Iterable[int]) -> list[int]:
        """Of those that are shown."""
        return [self._places[number] for number in numbers if number in self._places]

    @property
    def by_state(self) -> bool:
        """Whether another state of a row may move it."""
        return bool(self.state) or self.column == STATE

    def arranged(self) -> list[int]:
        """What is to be shown, as filter and order stand."""
        numbers = self._matching(range(len(self.rows)))
        if self.column == PLANNED:
            return numbers
        key, rows = SORT_KEYS[self.column], self.rows
        found = [(key(rows[number]), number) for number in numbers]
        found.sort(reverse=self.descending)
        return [number for _, number in found]

    def _matching(self, numbers: Iterable[int]) -> list[int]:
        """Of 50,000 rows within a few milliseconds, so without a call for each of them."""
        rows, texts, text, state = self.rows, self._texts, self.text, self.state
        if state:
            numbers = [number for number in numbers if rows[number].state == state]
        return [number for number in numbers if text in texts[number]] if text else list(numbers)
