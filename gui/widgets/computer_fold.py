"""What a job computes with: device, precision, threads, and which part of the work is done here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from .choice import Choice
from .controls import Field, Fold, NumberEdit
from .value_display import Control, show_values


class ComputerFold(Fold):
    """Signals: changed() when the user changed anything here, but `own`."""

    changed = Signal()

    def __init__(self, own: Field, parent: QWidget | None = None) -> None:
        """own: a setting that only this kind of job has."""
        super().__init__("", parent=parent)
        self.set_title(self.tr("Computer"))
        self.device = Choice(
            [
                ("auto", self.tr("The fastest there is")),
                ("cpu", self.tr("The processor")),
                ("cuda", self.tr("A graphics card of NVIDIA or AMD")),
                ("mps", self.tr("The graphics of a Mac")),
            ],
            editable=True,
        )
        self.device.value = "auto"
        self.precision = Choice(
            [("auto", self.tr("Automatic")), ("fp32", "fp32"), ("fp16", "fp16"), ("bf16", "bf16")], data=True
        )
        self.threads = NumberEdit(0, 0, 1024, special=self.tr("All"))
        self.shard = QLineEdit("1/1")
        self.shard.setProperty("data", True)
        self.add(Field(self.tr("Device"), self.device))
        self.add(Field(self.tr("Precision"), self.precision))
        self.add(own)
        self.add(Field(self.tr("Processor threads"), self.threads))
        self.add(Field(self.tr("Part of all pictures"), self.shard, self.tr("2/4 is the second of four parts.")))
        self.device.chosen.connect(self._tell)
        self.precision.chosen.connect(self._tell)
        self.threads.changed.connect(self._tell)
        self.shard.textEdited.connect(self._tell)

    def values(self, **own: Any) -> dict[str, Any]:
        """Fields of a job, with that of the own setting."""
        return {
            "device": self.device.value or "auto",
            "precision": self.precision.value,
            **own,
            "threads": self.threads.whole,
            "shard": self.shard.text().strip() or "1/1",
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        controls: dict[str, Control] = {
            "device": self.device,
            "precision": self.precision,
            "threads": self.threads,
            "shard": self.shard,
        }
        show_values(values, controls)

    def _tell(self, _: object = None) -> None:
        self.changed.emit()
