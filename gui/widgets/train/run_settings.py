"""The settings with which a run was made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ...theme.roles import with_role
from ..controls import Fold
from ..rows import Rows


class RunSettings(Fold):
    """Folded until somebody asks; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Settings of this run"))
        self._shown: Sequence[Sequence[str]] | None = None
        top = Qt.AlignmentFlag.AlignTop
        self._rows = Rows((top, top), across=16, down=2)
        self._rows.setContentsMargins(8, 8, 8, 8)
        self.add(self._rows)

    def show_settings(self, settings: Sequence[Sequence[str]]) -> None:
        """Each a name and a value."""
        if settings != self._shown:
            self._shown = settings
            self.setVisible(bool(settings))
            self._rows.show_rows((_cell(name, "muted"), _cell(text, "data")) for name, text in settings)


def _cell(text: str, role: str) -> QLabel:
    label = with_role(QLabel(text), role, data=True)
    label.setWordWrap(role == "data")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
