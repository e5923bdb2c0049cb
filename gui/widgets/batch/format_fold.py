"""As what files the results of a batch are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ..choice import Choice
from ..controls import Field, Fold
from ..file_fields import FORMATS, BackgroundField, QualityField
from ..value_display import show_values


class FormatFold(Fold):
    """Signals: changed() when the user changed anything here."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("File format"))
        self.format = Choice([("", self.tr("As the picture")), *FORMATS], data=True)
        self.bits = Choice(
            [
                ("keep", self.tr("As the picture")),
                ("8", self.tr("8 bits")),
                ("16", self.tr("16 bits")),
                ("32", self.tr("32 bits, floating point")),
            ]
        )
        quality, background = QualityField(), BackgroundField()
        self.quality, self.background = quality.edit, background.line
        self.strip = QCheckBox(self.tr("Leave out EXIF and comments"))
        self.strip_gps = QCheckBox(self.tr("Leave out the position"))
        self.strip_gps.setToolTip(self.tr("Other metadata stays"))
        self.add(Field(self.tr("Format"), self.format))
        self.add(quality)
        self.add(Field(self.tr("Bits a channel"), self.bits))
        self.add(background)
        self.add(self.strip)
        self.add(self.strip_gps)
        self.format.chosen.connect(self._tell)
        self.quality.changed.connect(self._tell)
        self.bits.chosen.connect(self._tell)
        self.background.textEdited.connect(self._tell)
        self.strip.clicked.connect(self._tell)
        self.strip_gps.clicked.connect(self._tell)

    def values(self) -> dict[str, Any]:
        """Without a quality where the format decides."""
        found: dict[str, Any] = {
            "format": self.format.value,
            "depth": self.bits.value,
            "background": self.background.text().strip(),
            "strip": self.strip.isChecked(),
            "strip_gps": self.strip_gps.isChecked(),
        }
        if self.quality.whole:
            found["quality"] = self.quality.whole
        return found

    def set_values(self, values: Mapping[str, Any]) -> None:
        show_values(
            values,
            {
                "format": self.format,
                "depth": self.bits,
                "background": self.background,
                "strip": self.strip,
                "strip_gps": self.strip_gps,
            },
        )
        self.quality.value = int(values.get("quality") or 0)

    def _tell(self, _: object = None) -> None:
        self.changed.emit()
