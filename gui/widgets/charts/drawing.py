"""How a chart is drawn: title and legend, axes, marks, lines, and the cursor of the read-out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from .axis import tick_texts
from .data import ChartData, Line, Reading
from .plot import Plot

STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
"""Lines differ by style too, for those who do not see their colours."""
LINE_COLOURS = ("accent", "warning", "good", "danger")
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class Colours(Protocol):
    """What a chart asks of the theme."""

    def colour(self, token: str) -> QColor: ...


@dataclass(frozen=True)
class Drawing:
    """Draws the parts of one chart, each for itself. width: of the whole chart."""

    painter: QPainter
    colours: Colours
    font: QFont
    width: float
    data: ChartData
    plot: Plot

    def title(self, readings: Sequence[Reading], texts: Sequence[str]) -> None:
        """The title, and right of it the value of the only line. Several lines have a row of their own below.

        texts: what to write of the readings.
        """
        painter, metrics = self.painter, self._metrics
        area = QRectF(8, 0, self.width - 20, metrics.height() * 1.6)
        right = area.right()
        if len(self.data.lines) < 2:
            for text in texts:
                box = area.adjusted(area.width() * 0.4, 0, 0, 0)
                painter.setPen(self.colours.colour("text"))
                painter.drawText(box, _RIGHT, text)
                right = area.right() - metrics.horizontalAdvance(text) - 12
        else:
            self._legend(area.translated(0, metrics.height() * 1.3), readings, texts)
        bold = QFont(self.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(self.colours.colour("text"))
        title = QFontMetricsF(bold).elidedText(self.data.title, Qt.TextElideMode.ElideRight, right - area.left())
        painter.drawText(area, _LEFT, title)
        painter.setFont(self.font)

    def empty(self) -> None:
        """The sentence instead of lines."""
        self.painter.setPen(self.colours.colour("muted"))
        self.painter.drawText(self.plot.rect, _CENTRE | int(Qt.TextFlag.TextWordWrap), self.data.empty)

    def axes(self) -> None:
        self._axis_up()
        rect = self.plot.rect
        self.painter.setPen(QPen(self.colours.colour("border"), 1))
        self.painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._axis_across()

    def marks(self) -> None:
        self.painter.setPen(QPen(self.colours.colour("warning"), 1, Qt.PenStyle.DashLine))
        for mark in self.data.marks:
            self._upright(self.plot.x_of(min(mark.x, self.plot.across.high)))

    def lines(self) -> None:
        self.painter.save()
        self.painter.setClipRect(self.plot.rect.adjusted(-4, -4, 4, 4))
        for index, line in enumerate(self.data.lines):
            self._line(line, index)
        self.painter.restore()

    def cursor(self, readings: Sequence[Reading]) -> None:
        """Where the read-out stands; nothing without one."""
        if not readings:
            return
        self.painter.setPen(QPen(self.colours.colour("muted"), 1))
        self._upright(self.plot.x_of(readings[0].images))
        for name, images, value in readings:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(self._line_colour(self._index(name)))
            self.painter.drawEllipse(self.plot.point_of(images, value), 3.5, 3.5)

    @property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.font)

    def _index(self, name: str) -> int:
        return next((n for n, line in enumerate(self.data.lines) if line.name == name), 0)

    def _line_colour(self, index: int) -> QColor:
        return self.colours.colour(LINE_COLOURS[index % len(LINE_COLOURS)])

    def _upright(self, x: float) -> None:
        """A line from top to bottom."""
        self.painter.drawLine(QPointF(x, self.plot.rect.top()), QPointF(x, self.plot.rect.bottom()))

    def _legend(self, area: QRectF, readings: Sequence[Reading], texts: Sequence[str]) -> None:
        """A stroke in each line's colour and style, its name, its value; names give way where there is little room."""
        painter, metrics = self.painter, self._metrics
        named = [(reading.name, text) for reading, text in zip(readings, texts, strict=True)]
        wants = [metrics.horizontalAdvance(f"{name}  {text}") + 48 for name, text in named]
        share = area.width() / max(len(named), 1)
        rooms = wants if sum(wants) <= area.width() else [share] * len(named)
        left = area.left()
        for (name, text), room in zip(named, rooms, strict=True):
            index = self._index(name)
            middle = area.center().y()
            painter.setPen(QPen(self._line_colour(index), 2, STYLES[index % len(STYLES)]))
            painter.drawLine(QPointF(left, middle), QPointF(left + 18, middle))
            painter.setPen(self.colours.colour("text"))
            width = room - 30
            fitted = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width - metrics.horizontalAdvance(text) - 8)
            painter.drawText(QRectF(left + 24, area.top(), width, area.height()), _LEFT, f"{fitted}  {text}")
            left += room

    def _axis_up(self) -> None:
        """Labels at the left, and a line of the grid at each."""
        painter, rect, height = self.painter, self.plot.rect, self._metrics.height()
        grid, muted = self.colours.colour("grid"), self.colours.colour("muted")
        for tick, text in tick_texts(self.plot.up):
            y = self.plot.y_of(tick)
            painter.setPen(QPen(grid, 1))
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
            painter.setPen(muted)
            painter.drawText(QRectF(0, y - height, rect.left() - 6, height * 2), _RIGHT, text)

    def _axis_across(self) -> None:
        """Labels below, as far as they do not touch, and at the right what they count."""
        painter, metrics, rect = self.painter, self._metrics, self.plot.rect
        top, height = rect.bottom() + 4, metrics.height() * 1.3
        painter.setPen(self.colours.colour("muted"))
        before = -math.inf
        for tick, text in tick_texts(self.plot.across):
            x = self.plot.x_of(tick)
            width = metrics.horizontalAdvance(text) + 4
            left = min(max(x - width / 2, 0.0), self.width - width)
            if left > before + 8:
                painter.drawText(QRectF(left, top, width, height), _CENTRE, text)
                before = left + width
        room = rect.right() - before - 8
        if self.data.across and metrics.horizontalAdvance(self.data.across) < room:
            painter.drawText(QRectF(before, top, room + 8, height), _RIGHT, self.data.across)

    def _line(self, line: Line, index: int) -> None:
        painter, colour = self.painter, self._line_colour(index)
        painter.setPen(QPen(colour, 1.75, STYLES[index % len(STYLES)], Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [self.plot.point_of(x, y) for x, y in line.points]
        if len(points) == 1:
            painter.setBrush(colour)
            painter.drawEllipse(points[0], 3, 3)
        elif points:
            painter.drawPolyline(QPolygonF(points))
        if line.best is not None:
            painter.setPen(QPen(colour, 1.75))
            painter.setBrush(self.colours.colour("surface"))
            painter.drawEllipse(self.plot.point_of(*line.best), 4, 4)
