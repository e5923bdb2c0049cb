"""The panel on the right: settings or results so far, and below them what starts the work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...services import Services
from ...theme.roles import with_role
from ..controls import Segments
from ..more_button import MoreButton
from ..side_panel import SettingsScroll
from .results import ResultList
from .settings_panel import SettingsPanel
from .tool_row import action_button

WIDTH = 320


class Side(QFrame):
    """`settings` and `results` are the two pages; `enhance`, `save` the buttons; `more` a menu of further actions."""

    def __init__(
        self, services: Services, steps: Sequence[QAction], more: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        """steps: buttons beside the tabs. more: for the menu."""
        super().__init__(parent)
        with_role(self, "panel")
        self.settings = SettingsPanel(services)
        self.results = ResultList(services)
        self.tabs = Segments([("settings", self.tr("Settings")), ("results", self.tr("Results"))])
        self.tabs.setAccessibleName(self.tr("What the panel shows"))
        self.tabs.chosen.connect(self.show_tab)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 16, 16)
        column.addWidget(self.settings)
        self.area = SettingsScroll(inside)
        self.area.setAccessibleName(self.tr("Settings"))
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(16, 8, 16, 16)
        column.addWidget(self.results)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(listed)
        self.enhance = with_role(QPushButton(self.tr("Enhance")), "primary")
        self.enhance.setToolTip(self.tr("Write the result beside the original (Ctrl+Return)"))
        self.save = QPushButton(self.tr("Save as…"))
        self.save.setToolTip(self.tr("Choose where the result is written, and enhance (Ctrl+S)"))
        self.more = MoreButton(services.theme, more)
        line = with_role(QFrame(), "line")
        row = QHBoxLayout()
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(8)
        row.addWidget(self.enhance, 1)
        row.addWidget(self.save)
        row.addWidget(self.more)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.setSpacing(4)
        head.addWidget(self.tabs, 1)
        for action in steps:
            head.addWidget(action_button(action))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(with_role(QFrame(), "line"))
        layout.addWidget(self.stack, 1)
        layout.addWidget(line)
        layout.addLayout(row)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(max(least.width(), WIDTH), least.height())

    def show_tab(self, name: str) -> None:
        self.tabs.value = name
        self.stack.setCurrentIndex(0 if name == "settings" else 1)
