"""The same part of the picture by every model that suits, in a grid: time, fidelity and size, one click to adopt."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from enhancer.events import Event, Preview, Progressed

from ...child_pixels import discard
from ...services import Services
from ...theme.roles import with_role
from ...workers.child import Call
from ...workers.protocol import Failure
from ..failure import FailureNote
from .candidate import LEAST_WIDTH, Candidate
from .values import EnhanceSettings

BICUBIC = ""
"""As the task `candidates` names plain enlargement."""
REGION = 256
"""Side of the part that is compared, in pixels of the source."""


class Comparison(QWidget):
    """Signals: chosen(model) to adopt one; closed()."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._call: Call | None = None
        self._number = 0
        self._megapixels = 0.0
        self.cells: dict[str, Candidate] = {}
        self.heading = with_role(QLabel(self.tr("The same part by every model")), "heading")
        self.heading.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the comparison"))
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.clicked.connect(self.stop)
        self.close_button = QPushButton(self.tr("Back to the picture"))
        self.close_button.clicked.connect(self.close_comparison)
        self.note = FailureNote()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.close_button)
        head.addWidget(self.progress, 1)
        head.addWidget(self.stop_button)
        head.addStretch()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("Comparison of models"))
        inside = with_role(QWidget(), "scrolled")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.heading)
        layout.addLayout(head)
        layout.addWidget(self.note)
        layout.addWidget(self.area, 1)

    @property
    def busy(self) -> bool:
        return self._call is not None

    def start(self, path: Path, visible: QRect, picture: QSize, settings: EnhanceSettings) -> None:
        """Compare on the middle of what is seen of a picture of that size."""
        self.stop()
        self.note.clear()
        region = middle_of(visible, REGION)
        self._megapixels = picture.width() * picture.height() / 1e6
        names = [BICUBIC, *(entry.name for entry in self._services.catalog.entries("upscale", "restore"))]
        self._make_cells(names, region.size())
        self.progress.setValue(0)
        self._number += 1
        self._call = self._services.compute.ask(
            "candidates",
            {
                "path": str(path),
                "region": [region.x(), region.y(), region.width(), region.height()],
                "models": names,
                "job": settings.job(path),
            },
            done=partial(self._done, self._number),
            failed=partial(self._failed, self._number),
            event=partial(self._heard, self._number),
            replaces="preview",
        )
        self._tell_busy()

    def stop(self) -> None:
        """What is there stays; the rest is not computed."""
        if self._call is not None:
            call, self._call = self._call, None
            call.cancel()
            for cell in self.cells.values():
                if not cell.crop.filled:
                    cell.told.setText(self.tr("Stopped."))
        self._tell_busy()

    def close_comparison(self) -> None:
        self.stop()
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make_cells(self, names: list[str], shape: QSize) -> None:
        for cell in self.cells.values():
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self.cells = {}
        for name in names:
            cell = Candidate(self._services, name, shape)
            cell.chosen.connect(self._adopt)
            self.cells[name] = cell
        self._arrange()

    def _arrange(self) -> None:
        count = len(self.cells)
        columns = max(min((self.width() - 48 + 16) // (LEAST_WIDTH + 16), count), 1)
        for number, cell in enumerate(self.cells.values()):
            self._grid.addWidget(cell, number // columns, number % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _is_current(self, number: int) -> bool:
        return shiboken6.isValid(self) and self._call is not None and number == self._number

    def _heard(self, number: int, event: Event) -> None:
        if isinstance(event, Preview):
            values = {"path": event.path} | json.loads(event.text)
            cell = self.cells.get(values["model"]) if self._is_current(number) else None
            if cell is not None:
                cell.show_facts(values, self._megapixels)
            elif event.path:
                discard(values)
        elif isinstance(event, Progressed) and self._is_current(number):
            self.progress.setValue(round(event.fraction * 1000))

    def _done(self, number: int, result: dict[str, Any]) -> None:
        if self._is_current(number):
            self._call = None
            self._tell_busy()

    def _failed(self, number: int, failure: Failure) -> None:
        if self._is_current(number):
            self.stop()
            self.note.show_failure(failure)

    def _adopt(self, model: str) -> None:
        self.stop()
        self.chosen.emit(model)

    def _tell_busy(self) -> None:
        self.progress.setVisible(self.busy)
        self.stop_button.setVisible(self.busy)


def middle_of(rect: QRect, most: int) -> QRect:
    """Its middle, at most `most` wide and high."""
    width, height = min(rect.width(), most), min(rect.height(), most)
    return QRect(rect.x() + (rect.width() - width) // 2, rect.y() + (rect.height() - height) // 2, width, height)
