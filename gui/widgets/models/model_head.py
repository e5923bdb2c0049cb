"""The top of a model's card: its name, what it does, whether it is good, and the buttons for what is done most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...core_words import in_words
from ...theme import Theme
from ...theme.roles import restyle, with_role
from ..controls import ElidedLabel
from ..more_button import MoreButton
from .words import verdict_text

if TYPE_CHECKING:
    from enhancer.models.store import Entry


class ModelHead(QWidget):
    """Its buttons only tell that they were pressed."""

    def __init__(self, theme: Theme, more: Sequence[QAction | None], parent: QWidget | None = None) -> None:
        """more: what is done less often, None for a line between them."""
        super().__init__(parent)
        self.title = with_role(ElidedLabel(""), "title", data=True)
        self.summary = with_role(QLabel(), "muted", data=True)
        self.summary.setWordWrap(True)
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.use = with_role(QPushButton(self.tr("Use")), "primary")
        self.check = QPushButton(self.tr("Check"))
        self.check.setIcon(theme.icon("check"))
        self.check.setToolTip(self.tr("Runs it on small pictures and sees whether it computes what its card says."))
        self.speed = QPushButton(self.tr("Measure speed"))
        self.speed.setIcon(theme.icon("clock"))
        self.more = MoreButton(theme, more)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        for button in (self.speed, self.check, self.use, self.more):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.summary)
        column.addWidget(self.verdict)

    def show_entry(self, entry: Entry) -> None:
        info = entry.info
        self.title.setText(entry.name)
        self.summary.setText(in_words(info.summary))
        self.summary.setVisible(bool(info.summary))
        text = verdict_text(info)
        self.verdict.setText(text)
        self.verdict.setVisible(bool(text))
        self.verdict.setProperty("role", "good" if info.verdict == "better" else "danger")
        restyle(self.verdict)
        usable = info.purpose != "features"
        self.use.setVisible(usable)
        self.use.setToolTip(
            self.tr("Opens the page that makes new pictures with it.")
            if info.purpose == "generate"
            else self.tr("Opens the page that enhances pictures with it.")
        )
        self.speed.setVisible(usable)

    def show_checking(self, under_way: bool) -> None:
        self.check.setEnabled(not under_way)
        self.check.setText(self.tr("Checking ...") if under_way else self.tr("Check"))

    def show_measuring(self, under_way: bool) -> None:
        self.speed.setEnabled(not under_way)
        self.speed.setText(self.tr("Measuring ...") if under_way else self.tr("Measure speed"))
