"""Rows of several lines in lists whose scripts differ in height: Chinese below Latin, for example."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

WIDE = 100_000.0
"""So that a line is not broken."""


class SeveralLines(QStyledItemDelegate):
    """Gives a row the room that Qt asks for when it paints.

    Qt adds up the heights of the lines for the row, but paints a line only where a further one of the same height
    would fit as well: a low line below a high one is left out.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        heights = line_heights(str(index.data(Qt.ItemDataRole.DisplayRole) or ""), option.font)
        return QSize(size.width(), size.height() + round(max(heights) - min(heights)))


def line_heights(text: str, font: QFont) -> list[float]:
    """Of each line as it is laid out, with the fonts that other scripts bring."""
    found = []
    for words in text.split("\n"):
        layout = QTextLayout(words, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(WIDE)
        layout.endLayout()
        found.append(line.height() if line.isValid() else 0.0)
    return found
