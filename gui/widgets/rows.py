"""Rows of widgets whose columns line up, such as facts with their names; they are taken out and put in as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from .emptying import empty


class Rows(QWidget):
    """Its last column takes the room that is left."""

    def __init__(
        self, alignments: Sequence[Qt.AlignmentFlag], across: int, down: int, parent: QWidget | None = None
    ) -> None:
        """alignments: of the columns. across, down: pixels between them and between rows."""
        super().__init__(parent)
        self._alignments = alignments
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(across)
        self.grid.setVerticalSpacing(down)
        self.grid.setColumnStretch(len(alignments) - 1, 1)

    def show_rows(self, rows: Iterable[Sequence[QWidget]]) -> None:
        """In place of those shown before."""
        empty(self.grid)
        for number, row in enumerate(rows):
            for column, (widget, alignment) in enumerate(zip(row, self._alignments, strict=True)):
                self.grid.addWidget(widget, number, column, alignment)
