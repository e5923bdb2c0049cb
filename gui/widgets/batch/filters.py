"""Which rows of a batch are listed: by a text in name or reason, and by state, with the number of each."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ...units import count
from ..controls import Segments
from .columns import state_word
from .row import STATES
from .table import BatchTable

FILTER_AFTER_MS = 200
"""After the last letter, so that typing filters once."""


class Filters(QWidget):
    """Of a `BatchTable`, whose numbers it follows."""

    def __init__(self, table: BatchTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._soon = QTimer(self, singleShot=True, interval=FILTER_AFTER_MS)
        self._soon.timeout.connect(self._filter)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter by name or reason"))
        self.search.setAccessibleName(self.tr("Filter"))
        self.search.setClearButtonEnabled(True)
        self.states = Segments([("", self.tr("All")), *((state, state_word(state)) for state in STATES)])
        self.states.setAccessibleName(self.tr("State"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.states)
        self.search.textChanged.connect(self._soon.start)
        self.states.chosen.connect(self._filter)
        table.counted.connect(self._say_counts)
        self._say_counts()

    def show_state(self, state: str) -> None:
        """Only rows of this state."""
        self.states.value = state
        self._filter()

    def type(self) -> None:
        """The next letters go into the text."""
        self.search.setFocus()
        self.search.selectAll()

    def _filter(self) -> None:
        self._table.filter(self.search.text(), self.states.value)

    def _say_counts(self) -> None:
        self.states.button("").setText(_counted(self.tr("All"), self._table.total))
        for state in STATES:
            self.states.button(state).setText(_counted(state_word(state), self._table.counts[state]))


def _counted(word: str, number: int) -> str:
    return f"{word} {count(number)}" if number else word
