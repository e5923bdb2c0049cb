"""A combo box of values with texts: one is chosen, or, where it can be edited, anything that is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget


class Choice(QComboBox):
    """Turns under the wheel only with the focus. Signals: chosen(value) when the user changed it."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str] | tuple[str, str, str]],
        *,
        editable: bool = False,
        data: bool = False,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """options: (value, text) or (value, text, tooltip), translated. Editable: the value is the text itself.

        data: some texts are names of formats or the like, which no language changes.
        """
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEditable(editable)
        self.setProperty("data", editable or data)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for value, text, *tip in options:
            self.addItem(value if editable else text, value)
            note = tip[0] if tip else text if editable else ""
            self.setItemData(self.count() - 1, note or None, Qt.ItemDataRole.ToolTipRole)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(placeholder)
            line.setProperty("data", True)
            self.setCurrentIndex(-1)
            line.textEdited.connect(self.chosen)
            line.editingFinished.connect(self._normalise)
        self.activated.connect(self._activated)

    @property
    def value(self) -> str:
        return self.currentText().strip() if self.isEditable() else str(self.currentData() or "")

    @value.setter
    def value(self, value: str) -> None:
        """What is not among the options is added to them, so that no value is lost."""
        if self.isEditable():
            self.setCurrentIndex(self.findData(value))
            self.setEditText(value)
            return
        found = self.findData(value)
        if found < 0:
            self.addItem(value, value)
            found = self.count() - 1
        self.setCurrentIndex(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _activated(self) -> None:
        self.chosen.emit(self.value)

    def _normalise(self) -> None:
        line = self.lineEdit()
        if line is not None and line.text() != line.text().strip():
            line.setText(line.text().strip())
