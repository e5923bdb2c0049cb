"""Every setting of an EnhanceJob but its inputs, in the order in which people think of them; the rare ones folded.

It is over 300 lines because each of two dozen fields has its control, its words and its way back here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ...services import Services
from ...theme.roles import with_role
from ..choice import Choice
from ..controls import Field, Fold, NumberEdit, PathEdit
from ..model_choice import ModelChoice
from ..name_edit import NameEdit
from .row import Row
from .size_words import PRESETS, size_words

PURPOSES = ("upscale", "restore", "translate")
MEGA = 1_000_000
DEFAULT_MEGAPIXELS = 200
BESIDE_NAME = "{stem}_{model}.{ext}"
FOLDER_NAME = "{stem}.{ext}"
"""What the core takes without a template, beside the pictures and into a folder."""


class JobPanel(QWidget):
    """`values()` and `set_values` speak the fields of the job. Signals: changed() when the user changed anything."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._example: Row | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (
            *self._make_result(),
            with_role(QLabel(self.tr("Where results go")), "heading"),
            *self._make_place(),
            self._make_format(),
            self._make_selection(),
            self._make_computer(),
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.folder.value = str(Path(pictures_folder()) / "Enhanced")
        self._place_changed()
        self._say_size()

    # -- parts

    def _make_result(self) -> list[QWidget]:
        self.model = ModelChoice(self._services, PURPOSES)
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
        self.model.chosen.connect(self._tell)
        self.size_edit.chosen.connect(self._size_changed)
        self.fidelity.chosen.connect(self._tell)
        self.size_field = Field(self.tr("Size"), self.size_edit)
        return [
            with_role(QLabel(self.tr("Result")), "heading"),
            Field(self.tr("Model"), self.model),
            self.size_field,
            Field(self.tr("Faithful to the picture"), self.fidelity),
        ]

    def _make_place(self) -> list[QWidget]:
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
        self.if_exists = Choice(
            [
                ("error", self.tr("Do not begin"), self.tr("Nothing is done until you decided")),
                ("skip", self.tr("Leave it"), self.tr("Pictures whose result is there are skipped")),
                ("rename", self.tr("Write under another name")),
                ("overwrite", self.tr("Replace it"), self.tr("Pictures that you add are never replaced")),
            ]
        )
        self.where.chosen.connect(self._place_chosen)
        self.folder.changed.connect(self._tell)
        self.name.changed.connect(self._name_changed)
        self.if_exists.chosen.connect(self._tell)
        exists = Field(self.tr("Where such a file exists already"), self.if_exists)
        return [self.where, self.folder_field, self.name_field, exists]

    def _make_format(self) -> QWidget:
        self.format = Choice(
            [("", self.tr("As the picture")), ("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WebP"), ("tiff", "TIFF")],
            data=True,
        )
        self.quality = NumberEdit(0, 0, 100, special=self.tr("Automatic"))
        self.bits = Choice(
            [
                ("keep", self.tr("As the picture")),
                ("8", self.tr("8 bits")),
                ("16", self.tr("16 bits")),
                ("32", self.tr("32 bits, floating point")),
            ]
        )
        self.background = QLineEdit()
        self.background.setPlaceholderText("#ffffff")
        self.background.setProperty("data", True)
        self.strip = QCheckBox(self.tr("Leave out EXIF and comments"))
        self.strip_gps = QCheckBox(self.tr("Leave out the position"))
        self.strip_gps.setToolTip(self.tr("Other metadata stays"))
        fold = Fold(self.tr("File format"))
        fold.add(Field(self.tr("Format"), self.format))
        fold.add(Field(self.tr("Quality"), self.quality, self.tr("Of JPEG (95) and WebP (90).")))
        fold.add(Field(self.tr("Bits a channel"), self.bits))
        fold.add(Field(self.tr("Colour under transparency"), self.background, self.tr("Where the format has none.")))
        fold.add(self.strip)
        fold.add(self.strip_gps)
        self.format.chosen.connect(self._tell)
        self.quality.changed.connect(self._tell)
        self.bits.chosen.connect(self._tell)
        self.background.textEdited.connect(self._tell)
        self.strip.clicked.connect(self._tell)
        self.strip_gps.clicked.connect(self._tell)
        return fold

    def _make_selection(self) -> QWidget:
        self.recursive = QCheckBox(self.tr("Also sub-folders"))
        self.recursive.setChecked(True)
        self.include, self.exclude = QLineEdit(), QLineEdit()
        self.include.setPlaceholderText("*.jpg IMG_*")
        self.include.setProperty("data", True)
        self.exclude.setProperty("data", True)
        self.exclude.setPlaceholderText("*_small.* drafts")
        self.megapixels = NumberEdit(DEFAULT_MEGAPIXELS, 0.01, 100_000, digits=2, step=50, unit="MP")
        self.allow_truncated = QCheckBox(self.tr("Also files that are cut off"))
        self.allow_truncated.setToolTip(self.tr("What is missing is filled, and the result says so"))
        fold = Fold(self.tr("Which pictures"))
        fold.add(self.recursive)
        patterns = self.tr("Patterns with * and ?, separated by spaces. With a space in it in quotation marks.")
        fold.add(Field(self.tr("Only names like"), self.include, patterns))
        fold.add(Field(self.tr("No names like"), self.exclude))
        fold.add(Field(self.tr("Refuse pictures larger than"), self.megapixels))
        fold.add(self.allow_truncated)
        self.recursive.clicked.connect(self._tell)
        self.include.textEdited.connect(self._tell)
        self.exclude.textEdited.connect(self._tell)
        self.megapixels.changed.connect(self._tell)
        self.allow_truncated.clicked.connect(self._tell)
        return fold

    def _make_computer(self) -> QWidget:
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
        self.tile = NumberEdit(0, 0, 1_000_000, step=64, special=self.tr("Automatic"))
        self.threads = NumberEdit(0, 0, 1024, special=self.tr("All"))
        self.shard = QLineEdit("1/1")
        self.shard.setProperty("data", True)
        fold = Fold(self.tr("Computer"))
        fold.add(Field(self.tr("Device"), self.device))
        fold.add(Field(self.tr("Precision"), self.precision))
        tile_hint = self.tr("In pixels of the picture. Smaller ones need less memory.")
        fold.add(Field(self.tr("Side of a tile"), self.tile, tile_hint))
        fold.add(Field(self.tr("Processor threads"), self.threads))
        fold.add(Field(self.tr("Part of all pictures"), self.shard, self.tr("2/4 is the second of four parts.")))
        self.device.chosen.connect(self._tell)
        self.precision.chosen.connect(self._tell)
        self.tile.changed.connect(self._tell)
        self.threads.changed.connect(self._tell)
        self.shard.textEdited.connect(self._tell)
        return fold

    # -- values

    def values(self) -> dict[str, Any]:
        """The fields of an EnhanceJob, without its inputs."""
        found: dict[str, Any] = {
            "kind": "enhance",
            "version": 1,
            "output": self.folder.value if self.where.value == "folder" else "",
            "model": self.model.value,
            "size": self.size_edit.value,
            "fidelity": self.fidelity.value,
            "precision": self.precision.value,
            "device": self.device.value or "auto",
            "tile": self.tile.whole or "auto",
            "threads": self.threads.whole,
            "if_exists": self.if_exists.value,
            "recursive": self.recursive.isChecked(),
            "include": patterns_of(self.include.text()),
            "exclude": patterns_of(self.exclude.text()),
            "name": self.name.value,
            "format": self.format.value,
            "depth": self.bits.value,
            "background": self.background.text().strip(),
            "strip": self.strip.isChecked(),
            "strip_gps": self.strip_gps.isChecked(),
            "max_pixels": round(self.megapixels.value * MEGA),
            "allow_truncated": self.allow_truncated.isChecked(),
            "shard": self.shard.text().strip() or "1/1",
        }
        if self.quality.whole:
            found["quality"] = self.quality.whole
        return found

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show a job; what it does not name is left as it is. No signal."""
        for name, widget in (
            ("model", self.model),
            ("size", self.size_edit),
            ("fidelity", self.fidelity),
            ("precision", self.precision),
            ("device", self.device),
            ("threads", self.threads),
            ("if_exists", self.if_exists),
            ("name", self.name),
            ("format", self.format),
            ("depth", self.bits),
        ):
            if name in values:
                widget.value = values[name]
        for name, box in (
            ("recursive", self.recursive),
            ("strip", self.strip),
            ("strip_gps", self.strip_gps),
            ("allow_truncated", self.allow_truncated),
        ):
            if name in values:
                box.setChecked(bool(values[name]))
        for name, line in (("include", self.include), ("exclude", self.exclude)):
            if name in values:
                line.setText(" ".join(map(quoted, values[name])))
        for name, line in (("background", self.background), ("shard", self.shard)):
            if name in values:
                line.setText(str(values[name]))
        if "tile" in values:
            self.tile.value = 0 if values["tile"] == "auto" else int(values["tile"])
        if "max_pixels" in values:
            self.megapixels.value = int(values["max_pixels"]) / MEGA
        if "output" in values:
            self.where.value = "folder" if values["output"] else "beside"
            self.folder.value = str(values["output"]) or self.folder.value
        self.quality.value = int(values.get("quality") or 0)
        self._place_changed()
        self._say_size()

    def problem(self) -> str:
        """What must be mended before anything can be planned; "" for nothing."""
        if not self.model.value:
            return self.tr("Choose a model.")
        if self.where.value == "folder" and not self.folder.value:
            return self.tr("Choose a folder for the results.")
        wrong = self.size_field.wrong or self.name_field.wrong
        return self.tr("Mend what is marked in red.") if wrong else ""

    def show_example(self, row: Row | None) -> None:
        """The picture whose result's name stands as the example."""
        self._example = row
        self._say_name()

    # -- reactions

    def _tell(self, _: object = None) -> None:
        self._say_name()
        self.changed.emit()

    def _size_changed(self) -> None:
        self._say_size()
        self._tell()

    def _name_changed(self) -> None:
        self._tell()

    def _place_chosen(self) -> None:
        self._place_changed()
        self._tell()

    def _place_changed(self) -> None:
        self.folder_field.setVisible(self.where.value == "folder")
        self.name.line.setPlaceholderText(self._default_name())
        self._say_name()

    def _default_name(self) -> str:
        return FOLDER_NAME if self.where.value == "folder" else BESIDE_NAME

    def _say_size(self) -> None:
        words, good = size_words(self.size_edit.value)
        self.size_field.set_hint(words if good else "")
        self.size_field.set_error("" if good else words)

    def _say_name(self) -> None:
        row = self._example
        entry = self._services.catalog.find(row.model if row else self.model.value)
        source = row.key.replace("\\", "/").rpartition("/")[2] if row else "photo.jpg"
        stem = source.rpartition(".")[0] or source
        width, height = row.target if row else (1600, 1200)
        ending = row.output.rpartition(".")[2] if row and row.output else self.format.value or "jpg"
        words, good = self.name.example(
            self._default_name(),
            stem=stem,
            model=entry.name if entry else self.model.value,
            scale=entry.info.scale if entry else 2,
            width=width,
            height=height,
            ext=ending,
        )
        self.name_field.set_hint(words if good else "")
        self.name_field.set_error("" if good else words)


def pictures_folder() -> str:
    """Of the user, as the system names it."""
    places = QStandardPaths.StandardLocation
    found = (QStandardPaths.writableLocation(place) for place in (places.PicturesLocation, places.HomeLocation))
    return next(filter(None, found), "")


def patterns_of(text: str) -> list[str]:
    """Separated by spaces; one that holds a space stands in quotation marks."""
    return [part.strip('"') for part in re.findall(r'"[^"]*"|\S+', text) if part.strip('"')]


def quoted(pattern: str) -> str:
    return f'"{pattern}"' if " " in pattern else pattern
