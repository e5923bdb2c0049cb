"""Where the results of a batch go, what they are called, and what is done about files that are there already."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...theme.roles import with_role
from ...user_folders import pictures_folder
from ..choice import Choice
from ..controls import Field, PathEdit
from ..file_fields import ExistsField
from ..name_edit import NameEdit
from ..value_display import show_values

BESIDE_NAME = "{stem}_{model}.{ext}"
FOLDER_NAME = "{stem}.{ext}"
"""What the core takes without a template, beside the pictures and into a folder."""


class PlaceSettings(QWidget):
    """Signals: changed() when the user changed anything here."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where = Choice(
            [
                ("folder", self.tr("Into a folder"), self.tr("Sub-folders are mirrored there")),
                ("beside", self.tr("Beside each picture"), self.tr("With the model's name behind the picture's")),
            ]
        )
        self.where.setAccessibleName(self.tr("Where results go"))
        self.folder = PathEdit("folder", placeholder=self.tr("Choose a folder"))
        self.folder_field = Field(self.tr("Folder"), self.folder)
        self.name = NameEdit(
            {
                "stem": self.tr("name of the picture"),
                "model": self.tr("name of the model"),
                "scale": self.tr("how many times as large the model makes it"),
                "width": self.tr("width of the result"),
                "height": self.tr("height of the result"),
                "ext": self.tr("ending of the format"),
            }
        )
        self.name_field = Field(self.tr("Name"), self.name)
        exists = ExistsField(
            {
                "error": self.tr("Nothing is done until you decided"),
                "skip": self.tr("Pictures whose result is there are skipped"),
                "overwrite": self.tr("Pictures that you add are never replaced"),
            }
        )
        self.if_exists = exists.choice
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(with_role(QLabel(self.tr("Where results go")), "heading"))
        for widget in (self.where, self.folder_field, self.name_field, exists):
            column.addWidget(widget)
        self.where.chosen.connect(self._where_chosen)
        self.folder.changed.connect(self._tell)
        self.name.changed.connect(self._tell)
        self.if_exists.chosen.connect(self._tell)
        self.folder.value = str(Path(pictures_folder()) / "Enhanced")
        self._show_where()

    @property
    def into_folder(self) -> bool:
        return self.where.value == "folder"

    def values(self) -> dict[str, Any]:
        return {
            "output": self.folder.value if self.into_folder else "",
            "if_exists": self.if_exists.value,
            "name": self.name.value,
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        show_values(values, {"if_exists": self.if_exists, "name": self.name})
        if "output" in values:
            self.where.value = "folder" if values["output"] else "beside"
            self.folder.value = str(values["output"]) or self.folder.value
        self._show_where()

    def show_example(self, **facts: object) -> None:
        """facts: of the picture whose result's name stands as the example."""
        self.name_field.judge(*self.name.example(self._default_name(), **facts))

    def _tell(self, _: object = None) -> None:
        self.changed.emit()

    def _where_chosen(self) -> None:
        self._show_where()
        self.changed.emit()

    def _show_where(self) -> None:
        self.folder_field.setVisible(self.into_folder)
        self.name.line.setPlaceholderText(self._default_name())

    def _default_name(self) -> str:
        return FOLDER_NAME if self.into_folder else BESIDE_NAME
