"""The settings of what is saved: which pictures, in which folder, as what files. They build one GenerateJob."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ...services import Services
from ...theme.roles import with_role
from ...user_folders import pictures_folder
from ..choice import Choice
from ..computer_fold import ComputerFold
from ..controls import Field, Fold, NumberEdit, PathEdit
from ..file_fields import FORMATS, BackgroundField, ExistsField, QualityField
from ..name_edit import NameEdit

if TYPE_CHECKING:
    from enhancer.models.store import Entry

EXTRAS = ("by_class", "grid", "film", "reject")
ALLOWED: Mapping[str, frozenset[str]] = {
    "seeds": frozenset(EXTRAS),
    "between": frozenset({"by_class", "grid"}),
    "near": frozenset(),
    "like": frozenset(),
}
"""What a job can have besides single pictures, by what it makes them from."""
DATA_SET = 1000
REFERENCE = ".reference.safetensors"
"""Of the file beside a model that holds real pictures to judge by."""


class SavePanel(QWidget):
    """Signals: save() when the button was pressed; changed() when which pictures are meant is another."""

    save = Signal()
    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(with_role(QLabel(self.tr("Save")), "heading"))
        self.which = Choice(
            [
                ("shown", self.tr("All that is shown")),
                ("chosen", self.tr("Chosen pictures")),
                ("favourites", self.tr("Favourites")),
                ("data", self.tr("A data set"), self.tr("As many pictures as you want, from the first seed on")),
            ]
        )
        self.count = NumberEdit(DATA_SET, 1, 100_000_000, step=100)
        self.count_field = Field(self.tr("How many"), self.count)
        self.folder = PathEdit("folder", str(Path(pictures_folder()) / "Generated"))
        self.by_class = QCheckBox(self.tr("One folder for each class"))
        self.by_class.setToolTip(self.tr("A labelled data set"))
        self.grid = QCheckBox(self.tr("Also one sheet of all"))
        self.film = QCheckBox(self.tr("Also a film"))
        self.film.setToolTip(self.tr("Through all pictures and back to the first, as WebP"))
        self.frames = NumberEdit(24, 1, 1000)
        self.frames_field = Field(
            self.tr("Frames to the next picture"), self.frames, self.tr("24 of them last a second.")
        )
        self.reject = QCheckBox(self.tr("Only good ones"))
        self.reject.setToolTip(
            self.tr("Draw again what is unlike real pictures, copies one of them, or is of another class than asked")
        )
        self.batch = NumberEdit(0, 0, 4096, special=self.tr("Automatic"))
        self.computer = ComputerFold(Field(self.tr("Pictures at once"), self.batch))
        for widget in (
            Field(self.tr("Pictures"), self.which),
            self.count_field,
            Field(self.tr("Folder"), self.folder),
            self.by_class,
            self.grid,
            self.film,
            self.frames_field,
            self.reject,
            self._make_files(),
            self._make_judging(),
            self.computer,
        ):
            column.addWidget(widget)
        self.button = with_role(QPushButton(self.tr("Save pictures")), "primary")
        self.which.chosen.connect(self._which_changed)
        self.film.toggled.connect(self._renew)
        self.button.clicked.connect(self.save)
        self._kind, self._has_classes, self._has_reference = "seeds", False, False
        self._renew()

    def _make_files(self) -> Fold:
        self.format = Choice(FORMATS, data=True)
        quality, background, exists = QualityField(), BackgroundField(), ExistsField({})
        self.quality, self.background, self.if_exists = quality.edit, background.line, exists.choice
        self.name = NameEdit(
            {
                "model": self.tr("name of the model"),
                "seed": self.tr("seed, or name of the picture it was made like"),
                "class": self.tr("name of the class"),
                "index": self.tr("its number"),
                "ext": self.tr("ending of the format"),
            }
        )
        self.name.line.setPlaceholderText("{model}-{class}-{seed}.{ext}")
        self.name_field = Field(self.tr("Name"), self.name)
        fold = Fold(self.tr("File format"))
        fold.add(Field(self.tr("Format"), self.format))
        fold.add(quality)
        fold.add(background)
        fold.add(self.name_field)
        fold.add(exists)
        self.name.changed.connect(self._say_name)
        return fold

    def _make_judging(self) -> Fold:
        self.tries = NumberEdit(32, 1, 10_000)
        self.reference = PathEdit("folder", placeholder=self.tr("The model's own reference"))
        self.features = Choice(
            [("auto", self.tr("Automatic")), ("digits", "digits"), ("photos", "photos"), ("inception", "inception")],
            data=True,
        )
        self.judging = Fold(self.tr("What is a good picture"))
        self.judging.add(Field(self.tr("Real pictures to judge by"), self.reference))
        self.judging.add(Field(self.tr("Network that judges"), self.features, self.tr("Where a folder is given.")))
        self.judging.add(Field(self.tr("Tries for each picture"), self.tries))
        self.reference.line.textChanged.connect(self._renew)
        return self.judging

    def fits(self, kind: str, entry: Entry | None) -> None:
        """kind: what the grid shows, see `Question.what`; what else can be saved depends on it and the model."""
        self._kind = kind
        self._has_classes = entry is not None and bool(entry.info.classes)
        self._has_reference = entry is not None and entry.path.with_name(entry.path.stem + REFERENCE).exists()
        self._renew()

    @property
    def kind(self) -> str:
        """What the job would make pictures from."""
        return {"shown": self._kind, "data": "seeds"}.get(self.which.value, "like")

    def values(self) -> dict[str, Any]:
        """Fields of a GenerateJob that say how, not which."""
        found: dict[str, Any] = {
            "output": self.folder.value,
            "format": self.format.value,
            "background": self.background.text().strip(),
            "name": self.name.value,
            "if_exists": self.if_exists.value,
            **self.computer.values(batch=self.batch.whole),
        }
        if self.quality.whole:
            found["quality"] = self.quality.whole
        for name in EXTRAS:
            box: QCheckBox = getattr(self, name)
            if box.isEnabled() and box.isChecked():
                found[name] = True
        if found.get("film"):
            found["frames"] = self.frames.whole
        if found.get("reject"):
            found |= {
                "tries": self.tries.whole,
                "reference": self.reference.value,
                "features": self.features.value,
            }
        return found

    def settings(self) -> dict[str, Any]:
        """What is remembered between starts."""
        return {"folder": self.folder.value, "format": self.format.value, "which": self.which.value}

    def restore(self, values: Mapping[str, Any]) -> None:
        self.folder.value = str(values.get("folder") or self.folder.value)
        self.format.value = str(values.get("format") or "png")
        if values.get("which") in ("shown", "chosen", "favourites", "data"):
            self.which.value = str(values["which"])
        self._renew()

    def _which_changed(self) -> None:
        self._renew()
        self.changed.emit()

    def _renew(self) -> None:
        allowed = ALLOWED[self.kind]
        for name in EXTRAS:
            box: QCheckBox = getattr(self, name)
            box.setEnabled(name in allowed)
        if not self._has_classes:
            self.by_class.setEnabled(False)
        self.by_class.setVisible(self._has_classes)
        self.reject.setEnabled("reject" in allowed and (self._has_reference or bool(self.reference.value)))
        self.judging.setVisible("reject" in allowed)
        self.count_field.setVisible(self.which.value == "data")
        self.frames_field.setVisible(self.film.isEnabled() and self.film.isChecked())
        self._say_name()

    def _say_name(self) -> None:
        values = {"model": "model", "seed": "000007", "class": "cat", "index": "000003", "ext": self.format.value}
        self.name_field.judge(*self.name.example("{model}-{class}-{seed}.{ext}", **values))
