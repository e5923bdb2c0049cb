"""A control with its label above and a hint, or what is wrong with its value, below."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...theme.roles import restyle


class Field(QWidget):
    """`control`: what was given; its accessible name is the label unless it has one."""

    def __init__(self, label: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._hint = hint
        self.label = QLabel(label, self)
        self.label.setWordWrap(True)
        self.label.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        self._below = QLabel(self)
        self._below.setWordWrap(True)
        self._below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(control)
        layout.addWidget(self._below)
        self.setFocusProxy(control)
        self._wrong = False
        self._say(hint, wrong=False)

    @property
    def wrong(self) -> bool:
        """Whether an error stands below the control."""
        return self._wrong

    @property
    def hint(self) -> str:
        return self._hint

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        if not self._wrong:
            self._say(hint, wrong=False)

    def set_error(self, message: str) -> None:
        """What is wrong with the value; an empty text brings the hint back."""
        self._say(message or self._hint, wrong=bool(message))

    def judge(self, words: str, good: bool) -> None:
        """What is said of the value: a hint, or what is wrong with it."""
        self.set_hint(words if good else "")
        self.set_error("" if good else words)

    def _say(self, text: str, *, wrong: bool) -> None:
        self._wrong = wrong
        self._below.setText(text)
        self._below.setVisible(bool(text))
        self.control.setAccessibleDescription(text)
        self.control.setProperty("wrong", wrong)
        self._below.setProperty("role", "danger" if wrong else "muted")
        restyle(self.control, self._below)
