"""The top of a run: its name, what it is doing and how far it is, and the buttons for that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ... import units
from ...core_words import in_words
from ...theme import Theme
from ...theme.roles import restyle, with_role
from ..controls import ElidedLabel
from ..more_button import MoreButton
from .words import ACTIVE, age_text, best_text, clauses, is_preparing, progress_text, share_of, state_role, state_text

STEPS = 1000
"""Of the progress bar."""


class RunHead(QWidget):
    """Shows what a run's facts say. Its buttons only tell that they were pressed."""

    def __init__(self, theme: Theme, more: Sequence[QAction | None], parent: QWidget | None = None) -> None:
        """more: what is done less often, None for a line between them."""
        super().__init__(parent)
        self._theme = theme
        self.title = with_role(ElidedLabel(""), "title", data=True)
        self.pause = self._button(self.tr("Pause"), "pause")
        self.stop = self._button(self.tr("Stop"), "stop")
        self.stop.setToolTip(self.tr("Stops safely. It can go on from there later."))
        self.resume = self._button(self.tr("Go on"), "play")
        self.use = with_role(QPushButton(self.tr("Use this model")), "primary")
        self.use.setToolTip(self.tr("Adds the best weights so far to your models and opens the page that uses them."))
        self.more = MoreButton(theme, more)
        self.what = with_role(QLabel(), "muted", data=True)
        self.what.setWordWrap(True)
        self.state = QLabel()
        self.progress = QLabel()
        self.progress.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self.best = with_role(QLabel(), "muted")
        self.best.setWordWrap(True)
        self._lay_out()

    def show_facts(self, facts: Mapping[str, Any]) -> None:
        state = facts["state"]
        self.title.setText(facts["name"])
        self.what.setText(" · ".join(part for part in (facts["what"], in_words(facts["summary"])) if part))
        self.what.setVisible(bool(self.what.text()))
        self.state.setText(state_text(state))
        self.state.setProperty("role", state_role(state))
        restyle(self.state)
        self._show_progress(facts)
        self.best.setText(self.tr("Best: {best}").format(best=best_text(facts["best"])) if facts["best"] else "")
        self.best.setVisible(bool(facts["best"]))
        self.pause.setVisible(state in ("running", "paused"))
        self.pause.setText(self.tr("Go on") if state == "paused" else self.tr("Pause"))
        self.pause.setIcon(self._theme.icon("play" if state == "paused" else "pause"))
        self.stop.setVisible(state in ACTIVE)
        self.resume.setVisible(state in ("stopped", "failed") and share_of(facts) < 1)
        self.use.setVisible(bool(facts["model"]))

    def _show_progress(self, facts: Mapping[str, Any]) -> None:
        active = facts["state"] in ACTIVE
        self.bar.setVisible(active or 0 < share_of(facts) < 1)
        if is_preparing(facts):
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, STEPS)
            self.bar.setValue(round(share_of(facts) * STEPS))
        words = [progress_text(facts)]
        if facts["seconds"]:
            took = self.tr("{time} so far") if active else self.tr("{time} of training")
            words.append(took.format(time=units.duration(facts["seconds"])))
        if not active:
            words.append(age_text(facts["touched"]))
        self.progress.setText(clauses(words))

    def _button(self, text: str, icon: str) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(self._theme.icon(icon))
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for button in (self.pause, self.stop, self.resume, self.use, self.more):
            head.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(16)
        second.addWidget(self.state)
        second.addWidget(self.progress, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.what)
        column.addLayout(second)
        column.addWidget(self.bar)
        column.addWidget(self.best)
