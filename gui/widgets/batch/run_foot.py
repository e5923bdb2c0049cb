"""The foot of a batch: the button that runs it, and above it how much there is to do, or how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ...theme.roles import with_role
from ...units import amount, count, duration
from .table import BatchTable


class RunFoot(QWidget):
    """Speaks of the pictures of a `BatchTable`."""

    def __init__(self, table: BatchTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._words = QLabel()
        self._words.setWordWrap(True)
        with_role(self._words, "muted")
        self.button = with_role(QPushButton(self.tr("Enhance")), "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self.button)

    def say(self, text: str) -> None:
        """Until something else is to be said."""
        self._words.setText(text)

    def say_looking(self) -> None:
        self.say(self.tr("Looking at the pictures …"))

    def say_found(self, number: int) -> None:
        self.say(self.tr("Looking at the pictures: {n} so far").format(n=count(number)))

    def say_progress(self, state: str) -> None:
        """state: of the job, which has not ended."""
        words = {
            "waiting": self.tr("In the queue."),
            "paused": self.tr("Paused."),
            "cancelling": self.tr("Stopping …"),
        }
        at_work = self.tr("{done} of {all} done").format(
            done=count(self._table.counts["done"]), all=count(self._table.total)
        )
        self.say(words.get(state, at_work))

    def say_plan(self, facts: Mapping[str, Any]) -> None:
        """facts: seconds, bytes and free, of what is to do."""
        todo, done = self._table.counts["pending"], self._table.counts["done"]
        if not todo:
            nothing = self.tr("Nothing is left to do.") if done else self.tr("There is nothing to do.")
            self.say(nothing if self._table.total else self.tr("No pictures found."))
            return
        text = self.tr("%n picture(s), about {time}, about {disk} of {free} free disk", "", todo)
        self.say(text.format(time=duration(facts["seconds"]), disk=amount(facts["bytes"]), free=amount(facts["free"])))

    def enable(self, ready: bool) -> None:
        """ready: the pictures to do can be done. The button says how many they are."""
        todo = self._table.counts["pending"]
        self.button.setText(self.tr("Enhance %n picture(s)", "", todo) if todo else self.tr("Enhance"))
        self.button.setEnabled(ready)
