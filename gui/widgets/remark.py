"""One sentence of the window in a frame of its own: what has just been done, or why it could not be."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ..theme.roles import restyle, with_role
from .notice import Tone


class Remark(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "notice", tone="info")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setProperty("data", True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.text)
        self.hide()

    def say(self, text: str, tone: Tone = "info") -> None:
        """text: translated; empty to be silent."""
        self.text.setText(text)
        self.setProperty("tone", tone)
        restyle(self)
        self.setVisible(bool(text))
