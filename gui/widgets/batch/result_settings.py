"""What shall become of each picture of a batch: by which model, how large, how faithful."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...services import Services
from ...theme.roles import with_role
from ..choice import Choice
from ..controls import Field
from ..model_choice import ModelChoice
from ..value_display import show_values
from .size_words import PRESETS, size_words

PURPOSES = ("upscale", "restore", "translate")


class ResultSettings(QWidget):
    """Signals: changed() when the user changed anything here."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ModelChoice(services, PURPOSES)
        self.model.value = "photo-x2"
        self.size_edit = Choice(
            [(text, size_words(text)[0]) for text in PRESETS],
            editable=True,
            placeholder=self.tr("The model's own size"),
        )
        self.fidelity = Choice(
            [
                ("auto", self.tr("Automatic"), self.tr("Exact, or loose for models that repair and for poor JPEGs")),
                ("exact", self.tr("Exact"), self.tr("Reduced again, the result equals the picture in every detail")),
                ("low", self.tr("Loose"), self.tr("Reduced again, the result equals the picture in colour and tone")),
                ("off", self.tr("Off"), self.tr("Whatever the model makes of it")),
            ]
        )
        self.size_field = Field(self.tr("Size"), self.size_edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(with_role(QLabel(self.tr("Result")), "heading"))
        column.addWidget(Field(self.tr("Model"), self.model))
        column.addWidget(self.size_field)
        column.addWidget(Field(self.tr("Faithful to the picture"), self.fidelity))
        self.model.chosen.connect(self._tell)
        self.size_edit.chosen.connect(self._size_changed)
        self.fidelity.chosen.connect(self._tell)
        self._say_size()

    def values(self) -> dict[str, Any]:
        return {"model": self.model.value, "size": self.size_edit.value, "fidelity": self.fidelity.value}

    def set_values(self, values: Mapping[str, Any]) -> None:
        show_values(values, {"model": self.model, "size": self.size_edit, "fidelity": self.fidelity})
        self._say_size()

    def _tell(self, _: object = None) -> None:
        self.changed.emit()

    def _size_changed(self) -> None:
        self._say_size()
        self.changed.emit()

    def _say_size(self) -> None:
        self.size_field.judge(*size_words(self.size_edit.value))
