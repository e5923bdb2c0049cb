"""The line below the picture: its name and size, what the preview says of itself, and whether there is one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ... import units
from ...core_words import all_in_words
from ...theme.roles import with_role
from ..canvas import Picture
from ..controls import ElidedLabel
from .tool_row import action_button


class Foot(QFrame):
    """`name` of the picture; `status`, and below it `status_note` for what needs a whole line."""

    def __init__(self, live_action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "bar")
        self.name = ElidedLabel()
        self.name.setProperty("data", True)
        self.status = with_role(ElidedLabel(mode=Qt.TextElideMode.ElideRight), "muted")
        self.status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.status_note = with_role(QLabel(), "muted")
        self.status_note.setProperty("data", True)
        self.status_note.setWordWrap(True)
        self.status_note.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.name, 1)
        row.addWidget(self.status, 1)
        row.addWidget(action_button(live_action))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.status_note)

    def show_picture(self, picture: Picture | None) -> None:
        """picture: one whose size is known."""
        if picture is None:
            self.name.setText("")
        else:
            self.name.setText(f"{picture.path.name}   {units.pixels(picture.width, picture.height)}")
            self.name.set_tip(str(picture.path))

    def say(self, text: str) -> None:
        self.status.setText(text)

    def say_idle(self) -> None:
        self.say("")
        self.status_note.hide()

    def say_preview_began(self) -> None:
        self.say(QCoreApplication.translate("EnhancePage", "Preview…"))

    def say_preview_progressed(self, fraction: float) -> None:
        if fraction < 1:
            text = QCoreApplication.translate("EnhancePage", "Preview… {percent}")
            self.say(text.format(percent=units.percent(fraction)))

    def say_preview_done(self, facts: dict[str, Any]) -> None:
        """facts: of the task `preview`."""
        self.say(preview_words(facts))
        self.status_note.setText(all_in_words(facts["notes"]))
        self.status_note.setVisible(bool(facts["notes"]))


def preview_words(facts: dict[str, Any]) -> str:
    translate = QCoreApplication.translate
    if facts["complete"]:
        parts = [translate("EnhancePage", "Preview in {time}").format(time=units.duration(facts["seconds"]))]
    else:
        parts = [translate("EnhancePage", "Preview of the middle; zoom in to see all of it")]
    if facts["psnr"] is not None:
        parts.append(translate("EnhancePage", "fidelity {n} dB").format(n=units.fixed(facts["psnr"], 1)))
    parts.append(f"{facts['model']}, {facts['precision']}")
    return " · ".join(parts)
