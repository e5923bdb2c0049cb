"""The template of result names: a line, a list of its fields, and what a name would look like."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from enhancer.errors import EnhancerError
from enhancer.files.names import NameTemplate


class NameEdit(QWidget):
    """fields: names of fields and what they stand for, translated. Signals: changed(value) when the user changed it."""

    changed = Signal(str)

    def __init__(self, fields: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known = tuple(fields)
        self.line = QLineEdit()
        self.line.setProperty("data", True)
        self.line.setClearButtonEnabled(True)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button = QToolButton()
        words = self.tr("Insert a field")
        self.button.setText("{ }")
        self.button.setProperty("data", True)
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.button)
        for name, meaning in fields.items():
            menu.addAction(f"{{{name}}}  {meaning}").triggered.connect(partial(self._insert, name))
        self.button.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.changed)

    @property
    def value(self) -> str:
        return self.line.text().strip()

    @value.setter
    def value(self, value: str) -> None:
        self.line.setText(value)

    def example(self, default: str, **values: object) -> tuple[str, bool]:
        """A sentence with the name that these values would get, or with what is wrong with the template."""
        try:
            name = NameTemplate(self.value or default, self.known).render(**values)
        except EnhancerError as error:
            return str(error), False
        return QCoreApplication.translate("NameEdit", "For example {name}").format(name=name), True

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.line.setAccessibleDescription(text)

    def _insert(self, name: str) -> None:
        self.line.insert(f"{{{name}}}")
        self.line.setFocus()
        self.changed.emit(self.value)
