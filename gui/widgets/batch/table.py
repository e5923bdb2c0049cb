"""The table of a batch as Qt's views ask for it. It filters and sorts by itself, since a proxy model written in Python
would be asked about every row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap

from enhancer.events import ItemDone

from ...theme import Theme
from ..thumbnails import ThumbnailCache
from .arranged_rows import ArrangedRows
from .columns import ESTIMATED, NOTE, PICTURE, STATE, cell, explained, headings, side
from .row import Row, State, ended

ICONS: Mapping[State, tuple[str, str]] = {
    "pending": ("clock", "muted"),
    "done": ("check", "good"),
    "failed": ("warning", "danger"),
    "skipped": ("skip", "muted"),
}
"""Drawing and colour of each state, beside its word."""
THUMBNAIL, SIGN = 28, 18
"""Sides of a picture in a row, and of the sign of its state."""
TICK_MS = 200
"""Ended items are shown together, at most so often."""
ANSWERED = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)
"""Of the ten or so roles that are asked of each cell at each painting."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class BatchTable(QAbstractTableModel):
    """Rows in the order of the plan, unless sorted. counted: the numbers by state changed."""

    counted = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailCache | None = None, parent: Any = None) -> None:
        super().__init__(parent)
        self._theme, self._thumbnails = theme, thumbnails
        self._all = ArrangedRows()
        self._fresh = False
        self._waiting: dict[str, ItemDone] = {}
        self._tick = QTimer(self, singleShot=True, interval=TICK_MS)
        self._tick.timeout.connect(self.settle)
        theme.changed.connect(self._repaint)

    # -- filling

    def start(self) -> None:
        """A new plan is on its way; the rows of the old one stay until its first ones are there."""
        self._fresh = True

    def add(self, rows: Iterable[Row]) -> None:
        """More rows of the plan, at the end."""
        if self._fresh:
            self.clear()
        shown = self._all.add(rows)
        if shown:
            at = len(self._all.shown)
            self.beginInsertRows(QModelIndex(), at, at + len(shown) - 1)
            self._all.show_more(shown)
            self.endInsertRows()
        self.counted.emit()

    def finish(self) -> None:
        """The plan is complete."""
        if self._fresh:
            self.clear()
        if self._all.column >= 0:
            self._arrange()

    def clear(self) -> None:
        self._fresh = False
        self.beginResetModel()
        self._all.clear()
        self._waiting.clear()
        self.endResetModel()
        self.counted.emit()

    def hear(self, event: ItemDone) -> None:
        """An item of the job that runs ended. Shown with the next tick."""
        self._waiting[event.key] = event
        if not self._tick.isActive():
            self._tick.start()

    def settle(self) -> None:
        """Show what was heard."""
        waiting, self._waiting = self._waiting, {}
        touched = []
        for key, event in waiting.items():
            number = self._all.number(key)
            old = Row(key, "pending") if number is None else self._all.rows[number]
            new = ended(old, event.state, event.outputs, event.code, event.reason)
            if number is None:
                self.add([new])
            else:
                self._all.put(number, new)
                touched.append(number)
        if not touched:
            return
        if self._all.by_state:
            self._arrange()
        elif places := self._all.places(touched):
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), NOTE))
        self.counted.emit()

    # -- what is shown

    def filter(self, text: str = "", state: str = "") -> None:
        """Only rows whose picture, result or reason holds the text, and of this state, or all for ""."""
        wanted = (text.casefold().strip(), state)
        if wanted != (self._all.text, self._all.state):
            self._all.text, self._all.state = wanted
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 is the order of the plan."""
        self._all.column, self._all.descending = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    @property
    def total(self) -> int:
        return len(self._all.rows)

    @property
    def counts(self) -> Mapping[State, int]:
        return self._all.counts

    def row(self, index: Index) -> Row:
        return self._all.rows[self._all.shown[index.row()]]

    def rows(self) -> Iterator[Row]:
        """All of them, in the order of the plan."""
        return iter(self._all.rows)

    def first_with_output(self) -> Row | None:
        return next((row for row in self._all.rows if row.output), None)

    # -- Qt

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._all.shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else NOTE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= NOTE:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return headings()[section]
        if role == Qt.ItemDataRole.ToolTipRole and section in ESTIMATED:
            return self.tr("An estimate")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in ANSWERED or not index.isValid():
            return None
        row, column = self.row(index), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            return self._sign(*ICONS[row.state])
        if role == Qt.ItemDataRole.DecorationRole and column == PICTURE:
            return self._thumbnail(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return explained(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side(column)
        return None

    # -- drawing

    def _sign(self, name: str, colour: str) -> QPixmap:
        return self._theme.icon(name, colour).pixmap(QSize(SIGN, SIGN), _ratio())

    def _thumbnail(self, row: Row) -> QPixmap:
        """As it comes; until then, and for what cannot be read, a sign, so that names stand below each other."""
        found = (
            self._thumbnails.get(Path(row.input), round(THUMBNAIL * _ratio()))
            if self._thumbnails and row.input
            else None
        )
        if found is None:
            found = self._sign("image", "muted")
        centred = QPixmap(QSize(THUMBNAIL, THUMBNAIL) * _ratio())
        centred.fill(Qt.GlobalColor.transparent)
        painter = QPainter(centred)
        painter.drawPixmap((centred.width() - found.width()) // 2, (centred.height() - found.height()) // 2, found)
        painter.end()
        centred.setDevicePixelRatio(_ratio())
        return centred

    def _arrange(self) -> None:
        shown = self._all.arranged()
        if shown == self._all.shown:
            if shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, NOTE))
            return
        self.beginResetModel()
        self._all.show(shown)
        self.endResetModel()

    def _repaint(self) -> None:
        if self._all.shown:
            self.dataChanged.emit(self.index(0, STATE), self.index(len(self._all.shown) - 1, STATE))


def _ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
