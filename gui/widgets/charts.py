"""Curves over images: axes with round ticks, one or several lines, marks of events, a read-out under pointer or keys.

Drawn by QPainter from values that are given; knows nothing of runs or models. It has over 300 lines because axes,
lines, marks and read-out share one geometry.
"""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

TICKS = 5
TALLEST_LOG = 20.0
"""An axis whose values differ by more than this factor is logarithmic unless told otherwise."""
SMALLEST = 1e-290
"""Of a logarithmic axis: beyond that, sums with logarithms leave what numbers can hold."""
STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
"""Lines differ by style too, for those who do not see their colours."""


class Colours(Protocol):
    """What a chart asks of the theme."""

    def colour(self, token: str) -> QColor: ...


@dataclass(frozen=True)
class Line:
    """name: as the legend has it, already translated. points: (images, value), ascending. best: of these, to mark."""

    name: str
    points: tuple[tuple[float, float], ...]
    best: tuple[float, float] | None = None


@dataclass(frozen=True)
class Mark:
    """Something that happened: where, and what in words."""

    x: float
    text: str


@dataclass(frozen=True)
class Span:
    """An axis from low to high, low < high; logarithmic ones are above 0."""

    low: float
    high: float
    log: bool = False

    def part(self, value: float) -> float:
        """Where a value lies, 0 at low and 1 at high."""
        if self.log:
            return (math.log(max(value, 1e-300)) - math.log(self.low)) / (math.log(self.high) - math.log(self.low))
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class ChartData:
    """All that a chart shows. title, unit: already translated; span: images at the right end, 0 for as far as known."""

    title: str
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    span: float = 0.0
    log: bool | None = None
    across: str = ""
    empty: str = ""


@dataclass
class _Place:
    """Where things stand, worked out once for a size."""

    plot: QRectF = field(default_factory=QRectF)
    across: Span = Span(0, 1)
    up: Span = Span(0, 1)


class Chart(QWidget):
    """One chart. Arrow keys move the read-out from point to point, Home and End to the ends, Escape takes it away.

    hovered(images) tells where it stands, -1 when it goes, so that charts beside each other can follow; pressed(images)
    of a click or Enter.
    """

    hovered = Signal(float)
    pressed = Signal(float)

    def __init__(self, theme: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data = ChartData("")
        self._place = _Place()
        self._at: float | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        changed = getattr(theme, "changed", None)
        if changed is not None:
            changed.connect(self.update)

    def show_data(self, data: ChartData) -> None:
        """Replace everything; the read-out stays where it is."""
        if data == self._data:
            return
        self._data = data
        self.setAccessibleName(data.title)
        self.setAccessibleDescription(self.describe())
        self._lay_out()
        self.update()

    @property
    def data(self) -> ChartData:
        return self._data

    def describe(self) -> str:
        """The chart in a sentence or two, for those who do not see it."""
        told = []
        for line in self._data.lines:
            if line.points:
                (_, first), (x, last) = line.points[0], line.points[-1]
                text = self.tr("{name}: from {first} to {last} after {images}.").format(
                    name=line.name, first=short(first), last=short(last), images=short(x)
                )
                told.append(text)
        return " ".join(told) or self._data.empty

    def point_at(self, x: float | None) -> None:
        """Show the read-out at the points nearest to `x`, or take it away."""
        if x != self._at:
            self._at = x
            self.update()

    def read_out(self) -> list[tuple[str, float, float]]:
        """(name, images, value) of each line where the read-out stands."""
        if self._at is None:
            return []
        found = []
        for line in self._data.lines:
            if line.points:
                x, y = line.points[nearest([x for x, _ in line.points], self._at)]
                found.append((line.name, x, y))
        return found

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 46, metrics.height() * 11)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 28, metrics.height() * 9)

    def line_colour(self, index: int) -> QColor:
        """Of the line in the order of the legend."""
        tokens = ("accent", "warning", "good", "danger")
        return self._theme.colour(tokens[index % len(tokens)])

    def place_of(self, x: float, y: float) -> QPointF:
        """Where a point is drawn, in pixels of the widget."""
        place = self._place
        return QPointF(
            place.plot.left() + place.across.part(x) * place.plot.width(),
            place.plot.bottom() - place.up.part(y) * place.plot.height(),
        )

    def _lay_out(self) -> None:
        metrics = QFontMetricsF(self.font())
        values = [y for line in self._data.lines for _, y in line.points]
        reach = [x for line in self._data.lines for x, _ in line.points]
        right = max([self._data.span, *reach, 1.0])
        left = min([0.0 if self._data.span else (min(reach) if reach else 0.0), *reach])
        across = Span(left, right if right > left else left + 1)
        up = span_of(values, self._data.log)
        widest = max((metrics.horizontalAdvance(text) for _, text in tick_texts(up)), default=0.0)
        top = metrics.height() * (1.9 if len(self._data.lines) < 2 else 3.2)
        plot = QRectF(self.rect()).adjusted(widest + 10, top, -12, -metrics.height() * 1.6)
        self._place = _Place(plot, across, up)

    def resizeEvent(self, event: QEvent) -> None:  # noqa: N802
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's name
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._lay_out()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._place.plot.width() > 20 and self._place.plot.height() > 20:
            self._draw_title(painter)
            if any(line.points for line in self._data.lines):
                self._draw_axes(painter)
                self._draw_marks(painter)
                painter.save()
                painter.setClipRect(self._place.plot.adjusted(-4, -4, 4, 4))
                for index, line in enumerate(self._data.lines):
                    self._draw_line(painter, line, index)
                painter.restore()
                self._draw_cursor(painter)
            else:
                painter.setPen(self._theme.colour("muted"))
                flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
                painter.drawText(self._place.plot, flags, self._data.empty)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _draw_title(self, painter: QPainter) -> None:
        """The title, and right of it the value: under the read-out, else the newest. Several lines have a row below."""
        metrics = QFontMetricsF(self.font())
        area = QRectF(8, 0, self.width() - 20, metrics.height() * 1.6)
        shown = self.read_out() or [(line.name, *line.points[-1]) for line in self._data.lines if line.points]
        texts = [short(y) for _, _, y in shown]
        if self._at is not None and shown:
            at = [short(x) for _, x, _ in shown]
            texts = [
                self.tr("{value} at {images}").format(value=text, images=x) for text, x in zip(texts, at, strict=True)
            ]
        right = area.right()
        if len(self._data.lines) < 2:
            for text in texts:
                box = area.adjusted(area.width() * 0.4, 0, 0, 0)
                painter.setPen(self._theme.colour("text"))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
                right = area.right() - metrics.horizontalAdvance(text) - 12
        else:
            self._draw_legend(painter, area.translated(0, metrics.height() * 1.3), shown, texts)
        bold = self.font()
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(self._theme.colour("text"))
        title = QFontMetricsF(bold).elidedText(self._data.title, Qt.TextElideMode.ElideRight, right - area.left())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title)
        painter.setFont(self.font())

    def _draw_legend(
        self, painter: QPainter, area: QRectF, shown: Sequence[tuple[str, float, float]], texts: Sequence[str]
    ) -> None:
        """A stroke in each line's colour and style, its name, its value; names give way where there is little room."""
        metrics = QFontMetricsF(self.font())
        wants = [
            metrics.horizontalAdvance(f"{name}  {text}") + 48 for (name, _, _), text in zip(shown, texts, strict=True)
        ]
        share = area.width() / max(len(shown), 1)
        rooms = wants if sum(wants) <= area.width() else [share] * len(shown)
        left = area.left()
        for ((name, _, _), text), room in zip(zip(shown, texts, strict=True), rooms, strict=True):
            index = self._index(name)
            middle = area.center().y()
            painter.setPen(QPen(self.line_colour(index), 2, STYLES[index % len(STYLES)]))
            painter.drawLine(QPointF(left, middle), QPointF(left + 18, middle))
            painter.setPen(self._theme.colour("text"))
            width = room - 30
            fitted = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width - metrics.horizontalAdvance(text) - 8)
            box = QRectF(left + 24, area.top(), width, area.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), f"{fitted}  {text}")
            left += room

    def _index(self, name: str) -> int:
        return next((n for n, line in enumerate(self._data.lines) if line.name == name), 0)

    def _draw_axes(self, painter: QPainter) -> None:
        place, metrics = self._place, QFontMetricsF(self.font())
        grid, muted = self._theme.colour("grid"), self._theme.colour("muted")
        for tick, text in tick_texts(place.up):
            y = self.place_of(place.across.low, tick).y()
            painter.setPen(QPen(grid, 1))
            painter.drawLine(QPointF(place.plot.left(), y), QPointF(place.plot.right(), y))
            painter.setPen(muted)
            box = QRectF(0, y - metrics.height(), place.plot.left() - 6, metrics.height() * 2)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.drawLine(place.plot.bottomLeft(), place.plot.bottomRight())
        painter.setPen(muted)
        before = -math.inf
        for tick, text in tick_texts(place.across):
            x = self.place_of(tick, place.up.low).x()
            width = metrics.horizontalAdvance(text) + 4
            left = min(max(x - width / 2, 0.0), self.width() - width)
            if left > before + 8:
                box = QRectF(left, place.plot.bottom() + 4, width, metrics.height() * 1.3)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
                before = left + width
        room = place.plot.right() - before - 8
        if self._data.across and metrics.horizontalAdvance(self._data.across) < room:
            box = QRectF(before, place.plot.bottom() + 4, room + 8, metrics.height() * 1.3)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._data.across)

    def _draw_marks(self, painter: QPainter) -> None:
        place = self._place
        painter.setPen(QPen(self._theme.colour("warning"), 1, Qt.PenStyle.DashLine))
        for mark in self._data.marks:
            x = self.place_of(min(mark.x, place.across.high), place.up.low).x()
            painter.drawLine(QPointF(x, place.plot.top()), QPointF(x, place.plot.bottom()))

    def _draw_line(self, painter: QPainter, line: Line, index: int) -> None:
        colour = self.line_colour(index)
        painter.setPen(QPen(colour, 1.75, STYLES[index % len(STYLES)], Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [self.place_of(x, y) for x, y in line.points]
        if len(points) == 1:
            painter.setBrush(colour)
            painter.drawEllipse(points[0], 3, 3)
        elif points:
            painter.drawPolyline(QPolygonF(points))
        if line.best is not None:
            painter.setPen(QPen(colour, 1.75))
            painter.setBrush(self._theme.colour("surface"))
            painter.drawEllipse(self.place_of(*line.best), 4, 4)

    def _draw_cursor(self, painter: QPainter) -> None:
        shown = self.read_out()
        if not shown:
            return
        place = self._place
        x = self.place_of(shown[0][1], place.up.low).x()
        painter.setPen(QPen(self._theme.colour("muted"), 1))
        painter.drawLine(QPointF(x, place.plot.top()), QPointF(x, place.plot.bottom()))
        for name, images, value in shown:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.line_colour(self._index(name)))
            painter.drawEllipse(self.place_of(images, value), 3.5, 3.5)

    def _images_at(self, x: float) -> float:
        place = self._place
        part = min(max((x - place.plot.left()) / max(place.plot.width(), 1.0), 0.0), 1.0)
        return place.across.low + part * (place.across.high - place.across.low)

    def _move(self, x: float | None) -> None:
        self.point_at(x)
        shown = self.read_out()
        self.hovered.emit(shown[0][1] if shown else -1.0)
        tip = [mark.text for mark in self._data.marks if x is not None and self._near(mark.x, x)]
        self.setToolTip("\n".join(tip))

    def _near(self, a: float, b: float) -> bool:
        return abs(self._place.across.part(a) - self._place.across.part(b)) * self._place.plot.width() < 6

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        self._move(self._images_at(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(self._images_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's name
        self._move(None)

    def focusInEvent(self, event: QEvent) -> None:  # noqa: N802
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:  # noqa: N802
        self._move(None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        xs = [x for x, _ in self._data.lines[0].points] if self._data.lines else []
        here = nearest(xs, self._at) if xs and self._at is not None else None
        key = Qt.Key(event.key())
        if not xs or key not in (_STEPS.keys() | {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            if self._at is None:
                super().keyPressEvent(event)
            self._move(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._at is not None:
                self.pressed.emit(self._at)
        else:
            step = _STEPS[key]
            start = len(xs) - 1 if here is None else here + step
            self._move(xs[min(max(start if abs(step) == 1 else step, 0), len(xs) - 1)])


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**9), Qt.Key.Key_End: 10**9}


def nearest(ascending: Sequence[float], x: float) -> int:
    """Index of the value nearest to `x`; there is at least one."""
    right = bisect.bisect_left(ascending, x)
    if right == 0:
        return 0
    if right == len(ascending):
        return right - 1
    return right if ascending[right] - x < x - ascending[right - 1] else right - 1


def span_of(values: Sequence[float], log: bool | None = None) -> Span:
    """An axis with a little room around the values. log: None lets it be logarithmic where that shows more."""
    finite = [value for value in values if math.isfinite(value)]
    if not finite:
        return Span(0, 1)
    low, high = min(finite), max(finite)
    if (log or (log is None and low > 0 and high / low > TALLEST_LOG)) and low > 0:
        room = max((math.log(high) - math.log(low)) * 0.06, 0.05)
        return Span(max(low * math.exp(-room), SMALLEST), min(high * math.exp(room), 1 / SMALLEST), True)
    room = (high - low) * 0.06 or abs(high) * 0.05 or 1.0
    return Span(low - room, high + room)


def ticks(span: Span) -> list[float]:
    """Three to six round values inside the span."""
    return _log_ticks(span) if span.log else _even_ticks(span)


def _even_ticks(span: Span) -> list[float]:
    rough = (span.high - span.low) / TICKS
    if not rough > 0 or not math.isfinite(rough):
        return []
    power = 10.0 ** math.floor(math.log10(rough))
    step = next((factor * power for factor in (1, 2, 2.5, 5) if factor * power >= rough * 0.999), 10 * power)
    first, last = math.ceil(span.low / step), math.floor(span.high / step)
    digits = max(0, 2 - math.floor(math.log10(step)))
    return [round(n * step, digits) for n in range(first, last + 1)]


def _log_ticks(span: Span) -> list[float]:
    first, last = math.floor(math.log10(span.low)), math.ceil(math.log10(span.high))
    stride = max(1, round((last - first) / TICKS))
    decades = [10.0**n for n in range(first, last + 1, stride) if span.low <= 10.0**n <= span.high]
    if len(decades) >= 3:
        return decades
    fine = [f * 10.0**n for n in range(first, last + 1) for f in (1, 2, 5) if span.low <= f * 10.0**n <= span.high]
    return fine if len(fine) >= 2 else _even_ticks(Span(span.low, span.high))


def tick_texts(span: Span) -> list[tuple[float, str]]:
    """Ticks with their labels, of as many digits as it takes to tell what they are."""
    values = ticks(span)
    step = min((b - a for a, b in itertools.pairwise(values)), default=0.0)
    for digits in range(4, 12):
        texts = [short(value, digits) for value in values]
        if all(abs(_value_of(text) - value) <= step * 0.01 for text, value in zip(texts, values, strict=True)):
            break
    return list(zip(values, texts, strict=True)) if values else []


def _value_of(text: str) -> float:
    factor = {"k": 1e3, "M": 1e6, "G": 1e9}.get(text[-1], 1.0)
    return float(text.rstrip("kMG")) * factor


def short(value: float, digits: int = 4) -> str:
    """A number for little room, of so many digits that matter: 0, 0.25, 150, 20k, 1.5M, 1e-06."""
    size = abs(value)
    if size == 0:
        return "0"
    for factor, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if factor <= size < 1e12:
            return f"{value / factor:.{digits}g}{letter}"
    return f"{value:.{digits}g}"
