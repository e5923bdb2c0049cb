"""Samples side by side: chosen by click, range or keys; as many in a row as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...theme import Theme
from .sample import Sample, caption, described

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PAD = 8
RING = 3
MARK = 18
SMOOTH_BELOW = 4
"""Pictures enlarged more than this show their pixels as they are: a smooth one would look out of focus."""


class SampleModel(QAbstractListModel):
    """Samples in their order. `marked`: keys of those that are favourites, which carry a star."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.samples: list[Sample] = []
        self.marked: frozenset[str] = frozenset()

    def add(self, samples: Iterable[Sample]) -> None:
        new = list(samples)
        if new:
            first = len(self.samples)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self.samples += new
            self.endInsertRows()

    def show(self, samples: Iterable[Sample]) -> None:
        self.beginResetModel()
        self.samples = list(samples)
        self.endResetModel()

    def take_place(self, first: int, samples: Sequence[Sample]) -> None:
        """Put samples where others stood, and the rest at the end: the grid does not flicker while a setting moves."""
        here = samples[: max(len(self.samples) - first, 0)]
        self.samples[first : first + len(here)] = here
        if here:
            self.dataChanged.emit(self.index(first), self.index(first + len(here) - 1))
        self.add(samples[len(here) :])

    def cut(self, length: int) -> None:
        """Let those beyond a length go."""
        if length < len(self.samples):
            self.beginRemoveRows(QModelIndex(), length, len(self.samples) - 1)
            del self.samples[length:]
            self.endRemoveRows()

    def remove(self, keys: set[str]) -> None:
        self.show(sample for sample in self.samples if sample.key not in keys)

    def mark(self, keys: Iterable[str]) -> None:
        self.marked = frozenset(keys)
        if self.samples:
            self.dataChanged.emit(self.index(0), self.index(len(self.samples) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.samples)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.samples):
            return None
        sample = self.samples[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return caption(sample)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text, favourite = described(sample), self.tr("A favourite")
            return f"{text}\n{favourite}" if sample.key in self.marked else text
        return None


class SampleDelegate(QStyledItemDelegate):
    """Draws a picture with its caption; a ring in the accent says that it is chosen."""

    def __init__(self, theme: Theme, model: SampleModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self.side = 112

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.side + 2 * PAD, self.side + 2 * PAD + option.fontMetrics.height() + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        sample = self._model.samples[index.row()]
        theme, state = self._theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = option.rect.adjusted(2, 2, -2, -2)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if chosen else "hover"))
            painter.drawRoundedRect(cell, 6, 6)
        box = QRect(cell.left() + (cell.width() - self.side) // 2, option.rect.top() + PAD, self.side, self.side)
        image = sample.image
        scale = min(box.width() / max(image.width(), 1), box.height() / max(image.height(), 1))
        size = QSize(max(round(image.width() * scale), 1), max(round(image.height() * scale), 1))
        target = QRect(box.center() - QRect(0, 0, size.width(), size.height()).center(), size)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < SMOOTH_BELOW)
        painter.drawPixmap(target, QPixmap.fromImage(image))
        if chosen or focused:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine if chosen else Qt.PenStyle.DashLine)
            pen.setColor(theme.colour("accent"))
            pen.setWidth(RING if chosen and focused else 2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(theme.colour("text"))
        words = QRect(box.left(), box.bottom() + 2, box.width(), option.fontMetrics.height() + 2)
        shown = option.fontMetrics.elidedText(caption(sample), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, shown)
        if sample.key in self._model.marked:
            spot = QRect(target.right() - MARK - 1, target.top() + 3, MARK, MARK)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(spot)
            theme.icon("star", "accent").paint(painter, spot.adjusted(2, 2, -2, -2))
        painter.restore()


class SampleView(QListView):
    """Signals: zoomed(steps) for the wheel with Ctrl."""

    zoomed = Signal(int)

    def __init__(self, theme: Theme, model: SampleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.samples = model
        self._delegate = SampleDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSpacing(0)
        theme.changed.connect(self.viewport().update)

    @property
    def side(self) -> int:
        """Of a picture, in pixels of the screen."""
        return self._delegate.side

    @side.setter
    def side(self, side: int) -> None:
        self._delegate.side = side
        self._spread()
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._spread()
        super().resizeEvent(event)

    def _spread(self) -> None:
        """The columns share the width, so that no gap is left at the right."""
        if not self.isWrapping():
            return
        cell = self.side + 2 * PAD
        width = self.viewport().width() - 1
        columns = max(width // cell, 1)
        height = cell + self.fontMetrics().height() + 2
        self.setGridSize(QSize(max(width // columns, cell), height))

    def one_row(self) -> None:
        """A single row that scrolls sideways."""
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(self.side + 2 * PAD + self.fontMetrics().height() + 18)

    def chosen(self) -> list[Sample]:
        """In their order in the grid."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.samples.samples[row] for row in rows]

    def wheelEvent(self, event: Any) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
