"""The pictures of the generate page: those of the question in a grid, and below it the favourites."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ...services import Services
from ...units import count
from ..tool_row import ToolRow
from .actions import Actions
from .favourites import MOST, Favourites
from .grid import SampleModel, SampleView
from .sample import Sample


class Pictures(QWidget):
    """`samples`: what the grid shows. Signals: changed() when others are chosen or kept; said(text)."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, services: Services, does: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._does = does
        self.samples = SampleModel(self)
        self.grid = SampleView(services.theme, self.samples)
        self.grid.setAccessibleName(self.tr("Generated pictures"))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.favourites = Favourites(services)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(ToolRow(does.in_row()))
        column.addWidget(self.grid, 1)
        column.addWidget(self.favourites)
        does.favourite.triggered.connect(self._toggle_favourite)
        does.copy_seed.triggered.connect(self._copy_seeds)
        self.favourites.changed.connect(self._mark_favourites)
        self.grid.selectionModel().selectionChanged.connect(self._grid_chosen)
        self.favourites.tray.selectionModel().selectionChanged.connect(self._tray_chosen)
        self.grid.customContextMenuRequested.connect(self._show_menu)

    def chosen(self) -> list[Sample]:
        """In the grid, or among the favourites: only one of them has chosen pictures at a time."""
        return self.grid.chosen() or self.favourites.tray.chosen()

    def show_from_the_top(self) -> None:
        """With none chosen in the grid."""
        self.grid.clearSelection()
        self.grid.scrollToTop()

    def show_side(self, side: int) -> None:
        self.grid.side = side

    def _toggle_favourite(self) -> None:
        if not self.favourites.toggle(self.chosen()):
            text = self.tr("There is room for {n} favourites.")
            self.said.emit(text.format(n=count(MOST)))

    def _mark_favourites(self) -> None:
        self.samples.mark(sample.key for sample in self.favourites.samples)
        self.changed.emit()

    def _copy_seeds(self) -> None:
        seeds = [str(sample.seed) for sample in self.chosen() if sample.seed is not None]
        if seeds:
            QGuiApplication.clipboard().setText(" ".join(seeds))

    def _grid_chosen(self) -> None:
        if self.grid.selectionModel().hasSelection():
            self.favourites.tray.clearSelection()
        self.changed.emit()

    def _tray_chosen(self) -> None:
        if self.favourites.tray.selectionModel().hasSelection():
            self.grid.clearSelection()
        self.changed.emit()

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._does.of_pictures())
        menu.popup(self.grid.viewport().mapToGlobal(at))
