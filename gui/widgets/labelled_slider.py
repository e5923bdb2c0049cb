"""A slider with its number beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from ..theme.roles import with_role


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class LabelledSlider(QWidget):
    """Values are steps / `parts`. Signals: changed(value) while the user moves it."""

    changed = Signal(float)

    def __init__(
        self,
        lowest: int,
        highest: int,
        value: int,
        text: Callable[[float], str],
        parts: int = 100,
        parent: QWidget | None = None,
    ) -> None:
        """text: how a value reads."""
        super().__init__(parent)
        self._text, self._parts, self._quiet = text, parts, False
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(lowest, highest)
        self.slider.setPageStep(max((highest - lowest) // 10, 1))
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.number = with_role(QLabel(), "data")
        self.number.setProperty("data", True)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._moved)
        self.slider.setValue(value)
        self._say()

    @property
    def value(self) -> float:
        return self.slider.value() / self._parts

    @value.setter
    def value(self, value: float) -> None:
        low, high = self.slider.minimum(), self.slider.maximum()
        if value != value:  # no number at all, from a file that was written by hand
            return
        self._quiet = True
        self.slider.setValue(round(min(max(value * self._parts, low), high)))
        self._quiet = False
        self._say()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.slider.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.slider.setAccessibleDescription(text)

    def _moved(self) -> None:
        self._say()
        if not self._quiet:
            self.changed.emit(self.value)

    def _say(self) -> None:
        widest = max(
            self.number.fontMetrics().horizontalAdvance(self._text(end / self._parts))
            for end in (self.slider.minimum(), self.slider.maximum())
        )
        self.number.setMinimumWidth(widest)
        self.number.setText(self._text(self.value))
