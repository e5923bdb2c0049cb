"""The head of the generate page: its name, what is shown now, how large, and what is needed rarely."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from ...theme import Theme
from ...theme.roles import with_role
from ..more_button import MoreButton

SIDES = (64, 96, 128, 192, 256, 384)
USUAL = 2


class Head(QWidget):
    """Signals: side_changed(side) of a picture on the screen, in pixels."""

    side_changed = Signal(int)

    def __init__(self, theme: Theme, title: str, more: Sequence[QAction], parent: QWidget | None = None) -> None:
        """title: translated. more: what is needed rarely."""
        super().__init__(parent)
        self.what = with_role(QLabel(), "muted")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(SIDES) - 1)
        self.slider.setValue(USUAL)
        self.slider.setPageStep(1)
        self.slider.setMaximumWidth(120)
        size = self.tr("Size on the screen")
        self.slider.setAccessibleName(size)
        self.slider.setToolTip(size)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(with_role(QLabel(title), "title"))
        row.addWidget(self.what, 1)
        row.addWidget(self.slider)
        row.addWidget(MoreButton(theme, more))
        self.slider.valueChanged.connect(self._moved)

    @property
    def side(self) -> int:
        return SIDES[self.slider.value()]

    @side.setter
    def side(self, side: int) -> None:
        """The usual one in place of one that there is not."""
        self.slider.setValue(SIDES.index(side) if side in SIDES else USUAL)
        self._moved()

    def zoom(self, steps: int) -> None:
        self.slider.setValue(self.slider.value() + steps)

    def zoom_in(self) -> None:
        self.zoom(1)

    def zoom_out(self) -> None:
        self.zoom(-1)

    def _moved(self) -> None:
        self.side_changed.emit(self.side)
