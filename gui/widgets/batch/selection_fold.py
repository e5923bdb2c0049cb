"""Which of the pictures found in the sources a batch takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ..controls import Field, Fold, NumberEdit
from ..value_display import show_values

MEGA = 1_000_000
DEFAULT_MEGAPIXELS = 200


class SelectionFold(Fold):
    """Signals: changed() when the user changed anything here."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Which pictures"))
        self.recursive = QCheckBox(self.tr("Also sub-folders"))
        self.recursive.setChecked(True)
        self.include, self.exclude = _patterns_line("*.jpg IMG_*"), _patterns_line("*_small.* drafts")
        self.megapixels = NumberEdit(DEFAULT_MEGAPIXELS, 0.01, 100_000, digits=2, step=50, unit="MP")
        self.allow_truncated = QCheckBox(self.tr("Also files that are cut off"))
        self.allow_truncated.setToolTip(self.tr("What is missing is filled, and the result says so"))
        patterns = self.tr("Patterns with * and ?, separated by spaces. With a space in it in quotation marks.")
        self.add(self.recursive)
        self.add(Field(self.tr("Only names like"), self.include, patterns))
        self.add(Field(self.tr("No names like"), self.exclude))
        self.add(Field(self.tr("Refuse pictures larger than"), self.megapixels))
        self.add(self.allow_truncated)
        self.recursive.clicked.connect(self._tell)
        self.include.textEdited.connect(self._tell)
        self.exclude.textEdited.connect(self._tell)
        self.megapixels.changed.connect(self._tell)
        self.allow_truncated.clicked.connect(self._tell)

    def values(self) -> dict[str, Any]:
        return {
            "recursive": self.recursive.isChecked(),
            "include": patterns_of(self.include.text()),
            "exclude": patterns_of(self.exclude.text()),
            "max_pixels": round(self.megapixels.value * MEGA),
            "allow_truncated": self.allow_truncated.isChecked(),
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        show_values(values, {"recursive": self.recursive, "allow_truncated": self.allow_truncated})
        for name, line in (("include", self.include), ("exclude", self.exclude)):
            if name in values:
                line.setText(" ".join(map(quoted, values[name])))
        if "max_pixels" in values:
            self.megapixels.value = int(values["max_pixels"]) / MEGA

    def _tell(self, _: object = None) -> None:
        self.changed.emit()


def _patterns_line(example: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(example)
    line.setProperty("data", True)
    return line


def patterns_of(text: str) -> list[str]:
    """Separated by spaces; one that holds a space stands in quotation marks."""
    return [part.strip('"') for part in re.findall(r'"[^"]*"|\S+', text) if part.strip('"')]


def quoted(pattern: str) -> str:
    return f'"{pattern}"' if " " in pattern else pattern
