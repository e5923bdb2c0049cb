"""An exclusive choice between a few values, as buttons that stand joined in a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ...theme.roles import with_role


class Segments(QWidget):
    """One value is always chosen. Left and right arrow move the choice.

    Signals: chosen(value) when the user chose another; not when `value` is set.
    """

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str] | tuple[str, str, str]], value: str = "", parent: QWidget | None = None
    ) -> None:
        """options: (value, text) or (value, text, tooltip), translated. value: chosen at first, else the first one."""
        super().__init__(parent)
        if not options:
            raise ValueError("a choice needs options")
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, option in enumerate(options):
            button = with_role(QPushButton(option[1], self), "segment", place=_place(number, len(options)))
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
            if len(option) == 3:
                button.setToolTip(option[2])
            # Wide enough for the bold text of the chosen one, so that choosing moves nothing.
            font = button.font()
            font.setBold(True)
            button.setMinimumWidth(_width(button, font.bold()))
            self._group.addButton(button)
            self._buttons[option[0]] = button
            layout.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)
        self._value = ""
        self.value = value or options[0][0]
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        return self._value

    @value.setter
    def value(self, value: str) -> None:
        """One that there is not, as from the settings of another version, leaves everything as it is."""
        if value not in self._buttons:
            return
        self._buttons[value].setChecked(True)
        self._value = value
        self._follow()

    def button(self, value: str) -> QPushButton:
        return self._buttons[value]

    def set_allowed(self, value: str, allowed: bool, why_not: str = "") -> None:
        """Whether it can be chosen now; the tooltip says why not."""
        button = self._buttons[value]
        button.setEnabled(allowed)
        if why_not or allowed:
            button.setToolTip("" if allowed else why_not)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for button in self._buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        able = [value for value, button in self._buttons.items() if button.isEnabled()]
        if self._value in able:
            self._buttons[able[(able.index(self._value) + step) % len(able)]].click()
            self._buttons[self._value].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        value = next(value for value, button in self._buttons.items() if button.isChecked())
        if value != self._value:
            self._value = value
            self._follow()
            self.chosen.emit(value)

    def _follow(self) -> None:
        """Tab reaches the chosen button only, as in a group of radio buttons."""
        for value, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if value == self._value else Qt.FocusPolicy.ClickFocus)
        focused = any(button.hasFocus() for button in self._buttons.values())
        self.setFocusProxy(self._buttons[self._value])
        if focused:  # a new proxy takes it away
            self._buttons[self._value].setFocus(Qt.FocusReason.TabFocusReason)


def _place(number: int, total: int) -> str:
    if total == 1:
        return "only"
    return "first" if number == 0 else "last" if number == total - 1 else "middle"


def _width(button: QPushButton, bold: bool) -> int:
    """The text in bold, with padding and border of the style sheet."""
    from PySide6.QtGui import QFontMetrics

    font = button.font()
    font.setBold(bold)
    return QFontMetrics(font).horizontalAdvance(button.text()) + 24
