"""How files of pictures are written, as every job asks for it: quality, colour under transparency, files that exist."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from .choice import Choice
from .controls import Field, NumberEdit

FORMATS = (("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WebP"), ("tiff", "TIFF"))
translate = QCoreApplication.translate


class QualityField(Field):
    """0 leaves it to the format."""

    def __init__(self) -> None:
        edit = NumberEdit(0, 0, 100, special=translate("QualityField", "Automatic"))
        super().__init__(
            translate("QualityField", "Quality"), edit, translate("QualityField", "Of JPEG (95) and WebP (90).")
        )
        self.edit = edit


class BackgroundField(Field):
    def __init__(self) -> None:
        line = QLineEdit()
        line.setPlaceholderText("#ffffff")
        line.setProperty("data", True)
        super().__init__(
            translate("BackgroundField", "Colour under transparency"),
            line,
            translate("BackgroundField", "Where the format has none."),
        )
        self.line = line


class ExistsField(Field):
    def __init__(self, tips: Mapping[str, str]) -> None:
        """tips: by value, translated, where there is more to say."""
        options = (
            ("error", translate("ExistsField", "Do not begin")),
            ("skip", translate("ExistsField", "Leave it")),
            ("rename", translate("ExistsField", "Write under another name")),
            ("overwrite", translate("ExistsField", "Replace it")),
        )
        choice = Choice([(value, text, tips[value]) if value in tips else (value, text) for value, text in options])
        super().__init__(translate("ExistsField", "Where such a file exists already"), choice)
        self.choice = choice
