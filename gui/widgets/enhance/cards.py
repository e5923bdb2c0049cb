"""What stands below the picture for a while: the job at work, and what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...services import Services
from .run_bar import RunBar
from .summary import ResultSummary


class Cards(QWidget):
    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run_bar = RunBar()
        self.summary = ResultSummary(services)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.run_bar)
        layout.addWidget(self.summary)

    def take_room_if_needed(self) -> None:
        self.setVisible(self.run_bar.job is not None or not self.summary.isHidden())
