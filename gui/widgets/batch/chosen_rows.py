"""What can be done with the rows of a batch that are chosen: open, show, take to the Enhance page, copy the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from ...revealing import open_file, show_folder
from .actions import Actions
from .picture_view import PictureView
from .row import Row
from .table import BatchTable

MOST_OPENED = 8


class ChosenRows(QObject):
    """Signals: enhance_wanted(path); reason(text) of the one row that is chosen, "" for none or several."""

    enhance_wanted = Signal(str)
    reason = Signal(str)

    def __init__(
        self, view: PictureView, table: BatchTable, does: Actions, sources: Callable[[], Sequence[str]]
    ) -> None:
        """sources: what the pictures come from."""
        super().__init__(view)
        self._view, self._table, self._does, self._sources = view, table, does, sources
        for action, do in (
            (does.open_result, self._open_result),
            (does.reveal, self._reveal),
            (does.to_enhance, self._to_enhance),
            (does.copy_reason, self._copy_reason),
        ):
            action.triggered.connect(do)
        view.activated.connect(self._activated)
        view.customContextMenuRequested.connect(self._show_menu)
        view.selectionModel().selectionChanged.connect(self.renew)
        table.modelReset.connect(self.renew)

    def renew(self) -> None:
        """What can be done now."""
        rows = self._rows() if self._view.selectionModel().hasSelection() else []
        self._does.open_result.setEnabled(any(row.state == "done" and row.output for row in rows))
        self._does.reveal.setEnabled(bool(rows))
        self._does.to_enhance.setEnabled(len(rows) == 1)
        self._does.copy_reason.setEnabled(any(row.reason for row in rows))
        self.reason.emit(rows[0].reason if len(rows) == 1 else "")

    def _rows(self) -> list[Row]:
        return [self._table.row(index) for index in self._view.selectionModel().selectedRows()]

    def _activated(self, index: QModelIndex) -> None:
        row = self._table.row(index)
        if row.state == "done" and row.output:
            open_file(row.output)
        elif row.input:
            self.enhance_wanted.emit(row.input)

    def _open_result(self) -> None:
        for row in self._rows()[:MOST_OPENED]:
            if row.state == "done" and row.output:
                open_file(row.output)

    def _reveal(self) -> None:
        for row in self._rows()[:1]:
            show_folder(row.output if row.state == "done" and row.output else self._source_of(row))

    def _to_enhance(self) -> None:
        for row in self._rows()[:1]:
            if path := self._source_of(row):
                self.enhance_wanted.emit(path)

    def _copy_reason(self) -> None:
        lines = [f"{row.key}: {row.reason}" for row in self._rows() if row.reason]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _source_of(self, row: Row) -> str:
        """A picture that was refused has no input in the plan: it lies below one of the sources."""
        if row.input:
            return row.input
        places = (Path(source) for source in self._sources())
        found = (path if path.name == row.key else path / row.key for path in places)
        return str(next((path for path in found if path.is_file()), ""))

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._does.of_rows())
        menu.popup(self._view.viewport().mapToGlobal(at))
