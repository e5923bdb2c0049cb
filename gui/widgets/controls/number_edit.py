"""A number with steps, limits and a way back to its default."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIcon, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSizePolicy, QSpinBox, QToolButton, QWidget


class _Whole(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        _only_with_focus(self, event)


class _Real(QDoubleSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        _only_with_focus(self, event)


def _only_with_focus(box: QSpinBox | QDoubleSpinBox, event: QWheelEvent) -> None:
    """Scrolling a panel must not change numbers that happen to pass below the pointer."""
    if not box.hasFocus():
        event.ignore()
    elif isinstance(box, QSpinBox):
        QSpinBox.wheelEvent(box, event)
    else:
        QDoubleSpinBox.wheelEvent(box, event)


class NumberEdit(QWidget):
    """Whole numbers with digits=0, else so many digits behind the point.

    Signals: changed(value) when the user changed it; not when `value` is set.
    """

    changed = Signal(float)

    def __init__(
        self,
        default: float,
        lowest: float,
        highest: float,
        *,
        digits: int = 0,
        step: float = 1.0,
        unit: str = "",
        special: str = "",
        reset_icon: QIcon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """unit: stands behind the number. special: a text in place of the lowest value, for example "automatic"."""
        super().__init__(parent)
        self._default = default
        self._quiet = False
        box: QSpinBox | QDoubleSpinBox
        if digits:
            real = _Real(self)
            real.setDecimals(digits)
            real.setRange(lowest, highest)
            real.setSingleStep(step)
            real.setValue(default)
            real.valueChanged.connect(self._tell)
            box = real
        else:
            whole = _Whole(self)
            whole.setRange(int(lowest), int(highest))
            whole.setSingleStep(int(step))
            whole.setValue(int(default))
            whole.valueChanged.connect(self._tell)
            box = whole
        self.box = box
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setKeyboardTracking(False)
        box.lineEdit().setTextMargins(8, 0, 0, 0)  # the style sheet's padding does not reach into a spin box
        box.setAccelerated(True)
        box.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        if unit:
            box.setSuffix(f" {unit}")
        if special:
            box.setSpecialValueText(special)
        self._reset = QToolButton(self)
        words = QCoreApplication.translate("NumberEdit", "Back to the default")
        self._reset.setToolTip(words)
        self._reset.setAccessibleName(words)
        if reset_icon is not None:
            self._reset.setIcon(reset_icon)
        else:
            self._reset.setText("↺")
        self._reset.clicked.connect(self.reset)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(box, 1)
        layout.addWidget(self._reset)
        self.setFocusProxy(box)
        self._renew()

    @property
    def value(self) -> float:
        return self.box.value()

    @value.setter
    def value(self, value: float) -> None:
        self._quiet = True
        low, high = self.box.minimum(), self.box.maximum()
        value = min(max(value, low), high) if value == value else self._default  # what is no number at all
        try:
            if isinstance(self.box, QSpinBox):
                self.box.setValue(round(value))
            else:
                self.box.setValue(value)
        finally:
            self._quiet = False
        self._renew()

    @property
    def whole(self) -> int:
        return round(self.value)

    def set_default(self, default: float) -> None:
        """What `reset` goes back to from now on."""
        self._default = default
        self._renew()

    def reset(self) -> None:
        """Back to the default, as if the user had typed it."""
        if isinstance(self.box, QSpinBox):
            self.box.setValue(round(self._default))
        else:
            self.box.setValue(self._default)
        self.box.setFocus()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.box.setAccessibleDescription(text)

    def _tell(self, value: float) -> None:
        self._renew()
        if not self._quiet:
            self.changed.emit(float(value))

    def _renew(self) -> None:
        self._reset.setVisible(self.value != self._default)
