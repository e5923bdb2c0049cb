"""The presets for a goal: each with a sentence, the recommended one first and chosen; and which one fits a model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from ...core_words import in_words
from ..controls import Fold
from .words import preset_text

if TYPE_CHECKING:
    from enhancer.models.info import ModelInfo

AT_ONCE = 3
"""Presets outside of the fold."""


class PresetList(QWidget):
    """Signals: chosen(name) when the user chose another."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Mapping[str, Any]] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self.buttons: dict[str, QRadioButton] = {}
        self._first = QVBoxLayout()
        self._first.setSpacing(8)
        self.fold = Fold(self.tr("Other presets"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._first)
        column.addWidget(self.fold)

    @property
    def value(self) -> str:
        return next((name for name, button in self.buttons.items() if button.isChecked()), "")

    @value.setter
    def value(self, name: str) -> None:
        if name in self.buttons:
            self.buttons[name].setChecked(True)
            if list(self.buttons).index(name) >= AT_ONCE:
                self.fold.opened = True

    @property
    def preset(self) -> Mapping[str, Any]:
        """All facts of the chosen one; empty before they are known."""
        return next((row for row in self._rows if row["name"] == self.value), {})

    def show_presets(self, rows: Sequence[Mapping[str, Any]], value: str = "") -> None:
        """rows: of one goal. value: what is chosen, the first where it is none of them."""
        self._clear()
        self._rows = list(rows)
        for number, row in enumerate(rows):
            entry = self._entry(row)
            if number < AT_ONCE:
                self._first.addWidget(entry)
            else:
                self.fold.add(entry)
        self.fold.setVisible(len(rows) > AT_ONCE)
        if rows:
            self.value = value if value in self.buttons else str(rows[0]["name"])

    def _entry(self, row: Mapping[str, Any]) -> QWidget:
        name = str(row["name"])
        text = self.tr("{name} (recommended)").format(name=name) if row["recommended"] else name
        button = QRadioButton(text)
        sentence = preset_text(name) or in_words(str(row["summary"]))
        button.setAccessibleDescription(sentence)
        button.setProperty("data", not row["recommended"])
        about = QLabel(sentence)
        about.setWordWrap(True)
        about.setProperty("role", "muted")
        about.setContentsMargins(28, 0, 0, 0)
        about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons[name] = button
        self._group.addButton(button)
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(button)
        column.addWidget(about)
        return entry

    def _clear(self) -> None:
        for button in self.buttons.values():
            self._group.removeButton(button)
            parent = button.parentWidget()
            if parent is not None:
                parent.hide()
                parent.deleteLater()
        self.buttons = {}

    def _clicked(self) -> None:
        self.chosen.emit(self.value)


def preset_for(rows: Sequence[Mapping[str, Any]], goal: str, info: ModelInfo) -> str:
    """The preset that made such a model, or one of the same network: only that can go on with it. "" for none."""
    for row in rows:
        values = row["values"]
        network = values.get("generator.name") or values.get("network.name")
        scale = values.get("network.arguments.scale", info.scale)
        depth = values.get("network.arguments.depth", info.arguments.get("depth"))
        fits = (info.scale, info.arguments.get("depth")) == (scale, depth)
        if row["goal"] == goal and network == info.network and fits:
            return str(row["name"])
    return ""
