"""Every setting of an EnhanceJob but its inputs, in the order in which people think of them; the rare ones folded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...services import Services
from ..computer_fold import ComputerFold
from ..controls import Field, NumberEdit
from .format_fold import FormatFold
from .place_settings import PlaceSettings
from .result_settings import ResultSettings
from .row import Row
from .selection_fold import SelectionFold

FIELDS = (
    *("kind", "version", "output", "model", "size", "fidelity", "precision", "device", "tile", "threads"),
    *("if_exists", "recursive", "include", "exclude", "name", "format", "depth", "background", "strip", "strip_gps"),
    *("max_pixels", "allow_truncated", "shard", "quality"),
)
"""In the order in which a command has them."""


class JobPanel(QWidget):
    """`values()` and `set_values` speak the fields of the job. Signals: changed() when the user changed anything."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = services.catalog
        self._example: Row | None = None
        self.tile = NumberEdit(0, 0, 1_000_000, step=64, special=self.tr("Automatic"))
        tile_hint = self.tr("In pixels of the picture. Smaller ones need less memory.")
        self.result = ResultSettings(services)
        self.place = PlaceSettings()
        self.format = FormatFold()
        self.selection = SelectionFold()
        self.computer = ComputerFold(Field(self.tr("Side of a tile"), self.tile, tile_hint))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (self.result, self.place, self.format, self.selection, self.computer):
            column.addWidget(part)
            part.changed.connect(self._tell)
        column.addStretch(1)
        self.tile.changed.connect(self._tell)
        self._say_name()

    def values(self) -> dict[str, Any]:
        """The fields of an EnhanceJob, without its inputs."""
        found = {
            "kind": "enhance",
            "version": 1,
            **self.result.values(),
            **self.place.values(),
            **self.format.values(),
            **self.selection.values(),
            **self.computer.values(tile=self.tile.whole or "auto"),
        }
        return {name: found[name] for name in FIELDS if name in found}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show a job; what it does not name is left as it is, but the quality. No signal."""
        for part in (self.result, self.place, self.format, self.selection, self.computer):
            part.set_values(values)
        if "tile" in values:
            self.tile.value = 0 if values["tile"] == "auto" else int(values["tile"])
        self._say_name()

    def problem(self) -> str:
        """What must be mended before anything can be planned; "" for nothing."""
        if not self.result.model.value:
            return self.tr("Choose a model.")
        if self.place.into_folder and not self.place.folder.value:
            return self.tr("Choose a folder for the results.")
        wrong = self.result.size_field.wrong or self.place.name_field.wrong
        return self.tr("Mend what is marked in red.") if wrong else ""

    def show_example(self, row: Row | None) -> None:
        """The picture whose result's name stands as the example."""
        self._example = row
        self._say_name()

    def _tell(self, _: object = None) -> None:
        self._say_name()
        self.changed.emit()

    def _say_name(self) -> None:
        row, model = self._example, self.result.model.value
        entry = self._catalog.find(row.model if row else model)
        source = row.key.replace("\\", "/").rpartition("/")[2] if row else "photo.jpg"
        stem = source.rpartition(".")[0] or source
        width, height = row.target if row else (1600, 1200)
        ending = row.output.rpartition(".")[2] if row and row.output else self.format.format.value or "jpg"
        self.place.show_example(
            stem=stem,
            model=entry.name if entry else model,
            scale=entry.info.scale if entry else 2,
            width=width,
            height=height,
            ext=ending,
        )
