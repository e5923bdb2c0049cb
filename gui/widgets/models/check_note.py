"""What became of the questions that were put to a model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ...core_words import in_words
from ...theme import Theme
from ...theme.roles import restyle, with_role
from ..rows import Rows
from .facts import value_label

LONG = 60
"""Letters from which an answer without spaces gives way in the middle."""


class CheckNote(QFrame):
    """Hidden until a model was checked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "notice", tone="good")
        self._theme = theme
        self._verdict = QLabel()
        bold = self._verdict.font()
        bold.setBold(True)
        self._verdict.setFont(bold)
        self._rows = Rows((Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag(0), Qt.AlignmentFlag(0)), across=16, down=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self._verdict)
        column.addWidget(self._rows)
        self.hide()

    def show_checks(self, found: Mapping[str, Any]) -> None:
        """found: what the task of the check gives."""
        healthy = found["healthy"]
        text = self.tr("It computes what its card says.") if healthy else self.tr("It must not be used.")
        self._verdict.setText(text)
        self._rows.show_rows(map(self._row, found["checks"]))
        self.setProperty("tone", "good" if healthy else "danger")
        restyle(self)
        self.show()

    def _row(self, check: Mapping[str, Any]) -> tuple[QWidget, QWidget, QWidget]:
        mark = QLabel()
        icon = self._theme.icon("check" if check["ok"] else "warning", "good" if check["ok"] else "danger")
        mark.setPixmap(icon.pixmap(QSize(16, 16)))
        mark.setAccessibleName(self.tr("good") if check["ok"] else self.tr("wrong"))
        what = with_role(QLabel(in_words(check["what"])), "muted", data=True)
        text = in_words(check["text"])
        return mark, what, value_label(text, long=len(text) > LONG)
