"""The pictures of a batch: the filtered list, why the chosen one is as it is, or where to drop some."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from ...services import Services
from ...theme.roles import with_role
from ..drop import DropArea
from .filters import Filters
from .picture_view import PictureView
from .table import BatchTable


class Pictures(QWidget):
    """Of a `BatchTable`. `empty`: stands in the place of the list until there are sources."""

    def __init__(self, services: Services, table: BatchTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = Filters(table)
        self.view = PictureView(table)
        self.empty = DropArea(
            services,
            self.tr("Drop pictures or folders here"),
            hint=self.tr(
                "Then you see what would become of each, before anything is done. Originals stay as they are."
            ),
            icon="folder",
            files=self.tr("Add files"),
            folder=self.tr("Add a folder"),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.view)
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setProperty("data", True)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        with_role(self.reason, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.filters)
        column.addWidget(self.stack, 1)
        column.addWidget(self.reason)

    def show_list(self, filled: bool) -> None:
        """filled: there are sources."""
        self.stack.setCurrentWidget(self.view if filled else self.empty)
        self.filters.setVisible(filled)

    def show_reason(self, text: str) -> None:
        self.reason.setText(text)
        self.reason.setVisible(bool(text))

    def show_failed(self) -> None:
        self.filters.show_state("failed")
