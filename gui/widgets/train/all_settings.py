"""Every setting of a training as a table: name, value, what it is for. What is typed becomes an override."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core_words import in_words

HIDDEN = ("kind", "version", "name", "recipe")
"""Decided elsewhere, or by the preset alone."""
FOLDERS = ("data.train", "data.path", "data.source")
ROWS_SHOWN = 10


class AllSettings(QWidget):
    """`overrides()` are those typed here. Signals: changed() after one was."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._about: dict[str, str] = {}
        self._filling = False
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a setting"))
        self.search.setAccessibleName(self.tr("Find a setting"))
        self.search.setClearButtonEnabled(True)
        self.reset = QPushButton(self.tr("Reset all"))
        self.reset.setToolTip(self.tr("Forget what was typed here."))
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([self.tr("Setting"), self.tr("Value"), self.tr("What it is")])
        self.table.setAccessibleName(self.tr("All settings"))
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.table.setTabKeyNavigation(False)
        self.table.setProperty("data", True)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, self.fontMetrics().averageCharWidth() * 22)
        self.table.setMinimumHeight(self.fontMetrics().height() * 2 * ROWS_SHOWN)
        self.error = QLabel()
        self.error.setWordWrap(True)
        self.error.setProperty("role", "danger")
        self.error.setProperty("data", True)
        self.error.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table)
        column.addWidget(self.error)
        self.search.textChanged.connect(self._filter)
        self.reset.clicked.connect(self.clear)
        self.table.itemChanged.connect(self._edited)
        self.reset.setEnabled(False)

    def overrides(self) -> list[str]:
        return [f"{name}={text}" for name, text in self._typed.items()]

    def clear(self) -> None:
        """Forget what was typed."""
        if self._typed:
            self._typed = {}
            self.set_error("")
            self._fill()
            self.changed.emit()

    def show_values(self, texts: Mapping[str, str], about: Mapping[str, str]) -> None:
        """texts: of all settings as they are now, overrides included, in order."""
        shown = {name: text for name, text in texts.items() if name not in (*HIDDEN, *FOLDERS)}
        if shown == self._texts and self.table.rowCount() == len(shown):
            return
        self._texts = shown
        self._about = {name: in_words(text) for name, text in about.items()}
        self._fill()

    def set_error(self, message: str) -> None:
        self.error.setText(message)
        self.error.setVisible(bool(message))

    def _fill(self) -> None:
        self._filling = True
        row = self.table.currentRow()
        self.table.setRowCount(len(self._texts))
        bold = QFont(self.table.font())
        bold.setBold(True)
        for number, (name, text) in enumerate(self._texts.items()):
            cells = (name, self._typed.get(name, text), self._about.get(name, ""))
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                if column != 1:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if column == 2 or (column == 1 and len(cell) > 20):
                    item.setToolTip(cell)
                if column < 2 and name in self._typed:
                    item.setFont(bold)
                self.table.setItem(number, column, item)
        if 0 <= row < self.table.rowCount():
            self.table.setCurrentCell(row, 1)
        self.reset.setEnabled(bool(self._typed))
        self._filling = False
        self._filter(self.search.text())

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        for row, name in enumerate(self._texts):
            about = f"{name} {self._about.get(name, '')}".lower()
            self.table.setRowHidden(row, not all(word in about for word in words))

    def _edited(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column() != 1:
            return
        name = list(self._texts)[item.row()]
        text = item.text().strip()
        if text == self._texts[name] and name not in self._typed:
            return
        if text:
            self._typed[name] = text
        else:
            self._typed.pop(name, None)  # an emptied cell takes the preset's value again
        self.reset.setEnabled(bool(self._typed))
        self.changed.emit()
