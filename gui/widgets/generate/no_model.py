"""What the generate page shows where no model makes pictures yet: two ways to get one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...theme.roles import with_role


class NoModel(QWidget):
    """`train` and `add`: the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = with_role(QLabel(), "heading")
        self._hint = with_role(QLabel(), "muted")
        for label in (self._text, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.train = with_role(QPushButton(self.tr("Train a model")), "primary")
        self.add = QPushButton(self.tr("Add a model file"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.train)
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._text)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(2)

    def say(self, ready: bool) -> None:
        """ready: the models are known, and none is among them."""
        self._text.setText(
            self.tr("There is no model that makes pictures yet") if ready else self.tr("Models are being read …")
        )
        self._hint.setText(self.tr("Train one on your own pictures, or add a model file.") if ready else "")
        for button in (self.train, self.add):
            button.setVisible(ready)
