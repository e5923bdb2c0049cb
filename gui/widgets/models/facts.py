"""The table of what a model is: from its card, from its file, and how fast it is on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ... import units
from ...theme.roles import with_role
from ..controls import ElidedLabel
from ..rows import Rows
from .words import fact_rows, origin_text, speed_text

if TYPE_CHECKING:
    from enhancer.models.store import Entry


class ModelFacts(Rows):
    """Each a name and a value that can be selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag(0)), across=24, down=8, parent=parent)

    def show_facts(self, entry: Entry, facts: Mapping[str, Any], speed: Mapping[str, Any]) -> None:
        """facts: of the file; speed: as measured here; both empty while they are not known."""
        rows = fact_rows(entry.info)
        rows.append((self.tr("Origin"), origin_text(entry.shipped)))
        if speed:
            rows.append((self.tr("Speed here"), speed_text(speed, entry.info.scale)))
        if facts:
            rows.append((self.tr("Size of the file"), units.amount(facts["bytes"])))
        rows.append((self.tr("File"), str(entry.path)))
        if facts:
            rows.append((self.tr("SHA-256"), facts["sha256"]))
        files = {str(entry.path), facts.get("sha256", ""), entry.info.started_from} - {""}
        self.show_rows((_name(name), value_label(text, long=text in files)) for name, text in rows)


def value_label(text: str, long: bool = False) -> QLabel:
    """A fact that can be selected; paths and hashes give way in the middle."""
    label: QLabel
    if long and " " not in text:
        label = ElidedLabel(text)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    else:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("data", True)
    return label


def _name(text: str) -> QLabel:
    label = with_role(QLabel(text), "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label
