"""The chart widget: one or several lines, and a read-out under pointer or keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from .axis import Span, short
from .data import ChartData, Reading, nearest, newest_readings, readings_at
from .drawing import Colours, Drawing
from .plot import Plot, lay_out

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**9), Qt.Key.Key_End: 10**9}


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
        self._plot = Plot(QRectF(), Span(0, 1), Span(0, 1))
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

    def read_out(self) -> list[Reading]:
        """Of each line where the read-out stands."""
        return [] if self._at is None else readings_at(self._data.lines, self._at)

    def place_of(self, x: float, y: float) -> QPointF:
        """Where a point is drawn, in pixels of the widget."""
        return self._plot.point_of(x, y)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 46, metrics.height() * 11)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 28, metrics.height() * 9)

    def _lay_out(self) -> None:
        self._plot = lay_out(self._data, QRectF(self.rect()), QFontMetricsF(self.font()))

    def resizeEvent(self, event: QEvent) -> None:
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._lay_out()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._plot.has_room:
            self._draw(Drawing(painter, self._theme, self.font(), self.width(), self._data, self._plot))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _draw(self, drawing: Drawing) -> None:
        """Values are those of the read-out, or else the newest."""
        read = self.read_out()
        readings = read or newest_readings(self._data.lines)
        drawing.title(readings, [self._value_text(reading) for reading in readings])
        if any(line.points for line in self._data.lines):
            drawing.axes()
            drawing.marks()
            drawing.lines()
            drawing.cursor(read)
        else:
            drawing.empty()

    def _value_text(self, reading: Reading) -> str:
        value = short(reading.value)
        if self._at is None:
            return value
        return self.tr("{value} at {images}").format(value=value, images=short(reading.images))

    def _move(self, x: float | None) -> None:
        """The read-out, by pointer or keys; others are told."""
        self.point_at(x)
        shown = self.read_out()
        self.hovered.emit(shown[0].images if shown else -1.0)
        tip = [mark.text for mark in self._data.marks if x is not None and self._plot.are_near(mark.x, x)]
        self.setToolTip("\n".join(tip))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move(self._plot.images_at(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(self._plot.images_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._move(None)

    def focusInEvent(self, event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self._move(None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
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
