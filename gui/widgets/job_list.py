"""The list of the queue: two lines a job, reordered by dragging or by Alt and the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..job_words import state_line
from ..queue import JOB, JobQueue
from ..queued_job import QueuedJob, State
from ..theme import Theme

PAD, DOT, INSET = 8, 8, 4
LEAST_ROWS, MOST_ROWS = 3, 6
COLOURS: dict[State, str] = {
    "running": "accent",
    "paused": "warning",
    "cancelling": "warning",
    "done": "good",
    "partial": "warning",
    "failed": "danger",
}
"""Tokens of the theme by state; the others are muted."""


def height(font: QFont) -> int:
    """Of a row."""
    return 2 * QFontMetrics(font).height() + 3 * PAD


class JobDelegate(QStyledItemDelegate):
    """Draws a job: a dot in the colour of its state, the title, below it what there is to say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        job = index.data(JOB)
        options = QStyleOptionViewItem(option)
        self.initStyleOption(options, index)
        options.text = ""
        options.rect = options.rect.adjusted(INSET, INSET // 2, -INSET, -INSET // 2)
        widget: QWidget = options.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, options, painter, widget)
        if not isinstance(job, QueuedJob):
            return
        area: QRect = options.rect.adjusted(PAD, PAD, -PAD, -PAD)
        font: QFont = options.font
        colour = self._theme.colour(COLOURS.get(job.state, "muted"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QFontMetrics(font).height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(area.left(), area.top() + (line - DOT) // 2, DOT, DOT)
        area.setLeft(area.left() + DOT + PAD)
        font.setWeight(QFont.Weight.DemiBold if job.active else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        metrics = QFontMetrics(font)
        title = metrics.elidedText(job.title, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), title)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.colour(COLOURS[job.state] if job.state in ("failed", "partial") else "muted"))
        words = metrics.elidedText(state_line(job), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), words)
        painter.restore()


class JobList(QListView):
    """A view of the queue; dropping a row elsewhere moves it."""

    def __init__(self, queue: JobQueue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(queue)
        self.setItemDelegate(JobDelegate(theme, self))
        self.setAccessibleName(self.tr("Jobs in the order in which they run"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Drag a job, or press Alt and an arrow key, to change the order."))
        theme.changed.connect(self.viewport().update)
        for signal in (queue.rowsInserted, queue.rowsRemoved):
            signal.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        rows = min(max(self.model().rowCount(), LEAST_ROWS), MOST_ROWS)
        return QSize(320, rows * height(self.font()) + 2 * self.frameWidth() + 4)

    @property
    def job(self) -> QueuedJob | None:
        """The chosen one."""
        job = self.currentIndex().data(JOB)
        return job if isinstance(job, QueuedJob) else None

    def choose(self, row: int) -> None:
        self.setCurrentIndex(self.model().index(row, 0))
