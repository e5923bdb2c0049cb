"""The list of pictures on the batch page: which columns there is room for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from .columns import DISK, MODEL, NOTE, PICTURE, SIZE, STATE, TIME
from .table import THUMBNAIL, BatchTable, Index

NAME_CHARACTERS = 16
"""So much of a name, and of a reason, can be read at least; other columns are hidden for it."""


class ReasonDelegate(QStyledItemDelegate):
    """A reason is read from its beginning; a name has its end, which tells more, too."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight


class PictureView(QTableView):
    """Of a `BatchTable`."""

    def __init__(self, table: BatchTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths: dict[int, int] = {}
        self.setModel(table)
        self.setAccessibleName(self.tr("Pictures"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(self.fontMetrics().height() + 16, THUMBNAIL + 8))
        self.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setAccessibleName(self.tr("Columns"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(48)
        for column, sample in (
            (STATE, "n" * 13),
            (SIZE, "4000 × 3000 → 8000 × 6000"),
            (MODEL, "n" * 9),
            (TIME, "n" * 8),
            (DISK, "n" * 8),
        ):
            self._widths[column] = self.fontMetrics().horizontalAdvance(sample) + 16
            self.setColumnWidth(column, self._widths[column])
        for column in (PICTURE, NOTE):  # they share what room there is
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegateForColumn(NOTE, ReasonDelegate(self))
        self.setSortingEnabled(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Only what is opaque is scrolled by moving its pixels, a tenth of the work of painting all rows again.
        # The style takes this back whenever the sheet changes.
        self.viewport().setAutoFillBackground(True)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def show_thumbnail(self, path: Path) -> None:
        """Paint what lies on the screen of this file, and nothing else: they come by the hundred."""
        table = self.model()
        assert isinstance(table, BatchTable)
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for number in range(max(first, 0), (last if last >= 0 else table.rowCount() - 1) + 1):
            index = table.index(number, PICTURE)
            if Path(table.row(index).input) == path:
                self.update(index)

    def _fit_columns(self) -> None:
        """In a narrow window the least important columns give way to names and reasons."""
        room = self.width() - 2 * self.fontMetrics().horizontalAdvance("n" * NAME_CHARACTERS)
        for column in (STATE, SIZE, MODEL, TIME, DISK):
            room -= self.horizontalHeader().sectionSize(column) or self._widths[column]
            self.setColumnHidden(column, room < 0 and column != STATE)
