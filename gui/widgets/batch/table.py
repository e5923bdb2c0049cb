"""The table of a batch: up to hundreds of thousands of pictures, filtered and sorted here, since a proxy model written
in Python would be asked about every row.

It is over 300 lines because the rows, what is shown of them, and what Qt asks are one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from enhancer.events import ItemDone

from ... import units
from ...theme import Theme
from ..thumbnails import ThumbnailCache
from .row import STATES, Row, State, ended

ICONS: dict[State, tuple[str, str]] = {
    "pending": ("clock", "muted"),
    "done": ("check", "good"),
    "failed": ("warning", "danger"),
    "skipped": ("skip", "muted"),
}
"""Drawing and colour of each state, beside its word."""
THUMBNAIL, SIGN = 28, 18
"""Sides of a picture in a row, and of the sign of its state."""
PICTURE, STATE, SIZE, MODEL, TIME, DISK, NOTE = range(7)
TICK_MS = 200
"""Ended items are shown together, at most so often."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class BatchTable(QAbstractTableModel):
    """Rows in the order of the plan, unless sorted. counted: the numbers by state changed."""

    counted = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailCache | None = None, parent: Any = None) -> None:
        super().__init__(parent)
        self._theme, self._thumbnails = theme, thumbnails
        self._rows: list[Row] = []
        self._texts: list[str] = []
        self._places: dict[str, int] = {}
        self._shown: list[int] = []
        self._at: dict[int, int] = {}
        self._text, self._state = "", ""
        self._column, self._order = -1, Qt.SortOrder.AscendingOrder
        self._fresh = False
        self._waiting: dict[str, ItemDone] = {}
        self.counts: dict[State, int] = dict.fromkeys(STATES, 0)
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
        first = len(self._rows)
        self._rows.extend(rows)
        self._texts += [row.text for row in self._rows[first:]]
        added = range(first, len(self._rows))
        for number in added:
            row = self._rows[number]
            self._places[row.key] = number
            self.counts[row.state] += 1
        shown = self._matching(added)
        if shown:
            at = len(self._shown)
            self.beginInsertRows(QModelIndex(), at, at + len(shown) - 1)
            self._at.update((number, at + nth) for nth, number in enumerate(shown))
            self._shown += shown
            self.endInsertRows()
        self.counted.emit()

    def finish(self) -> None:
        """The plan is complete."""
        if self._fresh:
            self.clear()
        if self._column >= 0:
            self._arrange()

    def clear(self) -> None:
        self._fresh = False
        self.beginResetModel()
        self._rows, self._texts, self._places, self._shown, self._at = [], [], {}, [], {}
        self._waiting.clear()
        self.counts = dict.fromkeys(STATES, 0)
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
            number = self._places.get(key)
            if number is None:
                self.add([ended(Row(key, "pending"), event.state, event.outputs, event.code, event.reason)])
                continue
            old = self._rows[number]
            new = ended(old, event.state, event.outputs, event.code, event.reason)
            self.counts[old.state] -= 1
            self.counts[new.state] += 1
            self._rows[number], self._texts[number] = new, new.text
            touched.append(number)
        if not touched:
            return
        if self._state or self._column == STATE:
            self._arrange()
        else:
            places = [self._at[number] for number in touched if number in self._at]
            if places:
                self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), NOTE))
        self.counted.emit()

    # -- what is shown

    def filter(self, text: str = "", state: str = "") -> None:
        """Only rows whose picture, result or reason holds the text, and of this state, or all for ""."""
        wanted = (text.casefold().strip(), state)
        if wanted != (self._text, self._state):
            self._text, self._state = wanted
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 is the order of the plan."""
        self._column, self._order = column, order
        self._arrange()

    @property
    def total(self) -> int:
        return len(self._rows)

    def row(self, index: Index) -> Row:
        return self._rows[self._shown[index.row()]]

    def rows(self) -> Iterator[Row]:
        """All of them, in the order of the plan."""
        return iter(self._rows)

    def first_with_output(self) -> Row | None:
        return next((row for row in self._rows if row.output), None)

    # -- Qt

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else NOTE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= NOTE:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        if role == Qt.ItemDataRole.ToolTipRole and section in (TIME, DISK):
            return self.tr("An estimate")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.row(index), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            return self._theme.icon(*ICONS[row.state]).pixmap(QSize(SIGN, SIGN), _ratio())
        if role == Qt.ItemDataRole.DecorationRole and column == PICTURE:
            return self._thumbnail(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explained(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._cell(row, column)
        return None

    def _thumbnail(self, row: Row) -> QPixmap:
        """As it comes; until then, and for what cannot be read, a sign, so that names stand below each other."""
        found = (
            self._thumbnails.get(Path(row.input), round(THUMBNAIL * _ratio()))
            if self._thumbnails and row.input
            else None
        )
        if found is None:
            found = self._theme.icon("image", "muted").pixmap(QSize(SIGN, SIGN), _ratio())
        centred = QPixmap(QSize(THUMBNAIL, THUMBNAIL) * _ratio())
        centred.fill(Qt.GlobalColor.transparent)
        painter = QPainter(centred)
        painter.drawPixmap((centred.width() - found.width()) // 2, (centred.height() - found.height()) // 2, found)
        painter.end()
        centred.setDevicePixelRatio(_ratio())
        return centred

    def state_word(self, state: str) -> str:
        words = {
            "pending": self.tr("To do"),
            "done": self.tr("Done"),
            "failed": self.tr("Failed"),
            "skipped": self.tr("Skipped"),
        }
        return words.get(state, state)

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Picture"),
            self.tr("State"),
            self.tr("Size"),
            self.tr("Model"),
            self.tr("Time"),
            self.tr("Disk"),
            self.tr("Result"),
        )

    def _cell(self, row: Row, column: int) -> str:
        match column:
            case 0:
                return row.key
            case 1:
                return self.state_word(row.state)
            case 2:
                return sizes(row)
            case 3:
                return row.model
            case 4:
                return units.duration(row.seconds) if row.seconds else ""
            case 5:
                return units.amount(row.bytes) if row.bytes else ""
            case _:
                return row.note

    def _explained(self, row: Row, column: int) -> str:
        if column == NOTE:
            return "\n".join(part for part in (row.reason, row.original, row.output) if part)
        return self._cell(row, column)

    def _matching(self, numbers: Iterable[int]) -> list[int]:
        """Of 50,000 rows within a few milliseconds, so without a call for each of them."""
        rows, texts, text, state = self._rows, self._texts, self._text, self._state
        if state:
            numbers = [number for number in numbers if rows[number].state == state]
        return [number for number in numbers if text in texts[number]] if text else list(numbers)

    def _arrange(self) -> None:
        shown = self._matching(range(len(self._rows)))
        if self._column >= 0:
            key, rows = SORT_KEYS[self._column], self._rows
            found = [(key(rows[number]), number) for number in shown]
            found.sort(reverse=self._order == Qt.SortOrder.DescendingOrder)
            shown = [number for _, number in found]
        if shown == self._shown:
            if shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, NOTE))
            return
        self.beginResetModel()
        self._shown = shown
        self._at = {number: at for at, number in enumerate(shown)}
        self.endResetModel()

    def _repaint(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, STATE), self.index(len(self._shown) - 1, STATE))


class ReasonDelegate(QStyledItemDelegate):
    """A reason is read from its beginning; a name has its end, which tells more, too."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802  (Qt's name)
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight


def sizes(row: Row) -> str:
    if not row.size[0]:
        return ""
    before, after = (f"{width} × {height}" for width, height in (row.size, row.target))
    return f"{before} → {after}"


SORT_KEYS: Mapping[int, Callable[[Row], Any]] = {
    PICTURE: lambda row: row.key.casefold(),
    STATE: lambda row: STATES.index(row.state),
    SIZE: lambda row: row.size[0] * row.size[1],
    MODEL: lambda row: row.model,
    TIME: lambda row: row.seconds,
    DISK: lambda row: row.bytes,
    NOTE: lambda row: row.note.casefold(),
}


def _ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def _side(column: int) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column in (TIME, DISK) else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
