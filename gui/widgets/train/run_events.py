"""What the monitors of a run found, moment by moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ...theme.roles import with_role
from ..rows import Rows
from .words import event_text

MOST = 100
"""Of the events; those that came last are shown."""


class RunEvents(QFrame):
    """Hidden while there are none. Signals: pressed(images) when somebody chose a moment."""

    pressed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "card")
        self._shown: Sequence[Mapping[str, Any]] | None = None
        top = Qt.AlignmentFlag.AlignTop
        self.rows = Rows((top | Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag(0)), across=16, down=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(with_role(QLabel(self.tr("What the monitors found")), "heading"))
        column.addWidget(self.rows)

    def show_events(self, events: Sequence[Mapping[str, Any]]) -> None:
        """In the order in which they happened."""
        if events != self._shown:
            self._shown = events
            self.rows.show_rows(map(self._row, events[-MOST:]))
            self.setVisible(bool(events))

    def _row(self, event: Mapping[str, Any]) -> tuple[QWidget, QWidget]:
        when, what = event_text(event)
        moment = with_role(QPushButton(when), "quiet")
        moment.setToolTip(self.tr("Show the samples of this moment"))
        moment.setProperty("images", event["images"])
        moment.clicked.connect(self._press)
        text = QLabel(what)
        text.setWordWrap(True)
        text.setProperty("data", True)
        return moment, text

    def _press(self) -> None:
        self.pressed.emit(float(self.sender().property("images")))
