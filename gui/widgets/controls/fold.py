"""A heading that opens and closes what stands below it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...theme.roles import with_role


class Fold(QWidget):
    """`body`: put controls into its layout, a QVBoxLayout, by `add`.

    Signals: toggled(open).
    """

    toggled = Signal(bool)

    def __init__(self, title: str, opened: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = with_role(QToolButton(self), "fold")
        self.button.setText(title)
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIconSize(QSize(16, 16))
        self.button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.body = QWidget(self)
        self._inside = QVBoxLayout(self.body)
        self._inside.setContentsMargins(0, 4, 0, 0)
        self._inside.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.body)
        self.button.toggled.connect(self._show)
        self.button.setChecked(opened)
        self._show(opened)

    @property
    def opened(self) -> bool:
        return self.button.isChecked()

    @opened.setter
    def opened(self, opened: bool) -> None:
        self.button.setChecked(opened)

    def add(self, widget: QWidget) -> None:
        self._inside.addWidget(widget)

    def set_title(self, title: str) -> None:
        self.button.setText(title)

    def _show(self, opened: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.body.setVisible(opened)
        self.toggled.emit(opened)
