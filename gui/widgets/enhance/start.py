"""What the page shows before a picture is open: where to drop one, and those opened lately."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ... import units
from ...services import Services
from ...theme.roles import with_role
from ..controls import ElidedLabel
from ..drop import DropArea
from .recent_button import RecentButton

SHOWN = 5


class Start(QWidget):
    """Signals: paths_dropped(list[Path]), recent_wanted(Path)."""

    paths_dropped = Signal(list)
    recent_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.area = DropArea(
            services,
            self.tr("Drop a picture here"),
            hint=self.tr("Or paste one with Ctrl+V. You see what becomes of it before anything is written."),
            icon="image",
            files=self.tr("Open a picture…"),
            several=False,
        )
        self.area.paths_dropped.connect(self.paths_dropped)
        self._heading = with_role(ElidedLabel(self.tr("Opened lately")), "heading")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.buttons: list[RecentButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addWidget(self.area, 1)
        layout.addSpacing(8)
        layout.addWidget(self._heading)
        layout.addLayout(self._list)

    def set_recent(self, paths: Sequence[Path]) -> None:
        for button in self.buttons:
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for path in paths[:SHOWN]:
            button = RecentButton(self._services.theme, path.name, units.place(path.parent), str(path))
            button.clicked.connect(partial(self.recent_wanted.emit, path))
            self._list.addWidget(button)
            self.buttons.append(button)
        self._heading.setVisible(bool(paths))
