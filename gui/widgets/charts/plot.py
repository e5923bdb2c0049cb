"""The geometry of a chart: how large its plot is between the labels, and where in it a point stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from .axis import Span, span_of, tick_texts
from .data import ChartData

LEAST = 20
"""Logical pixels of a side below which nothing is drawn."""
NEAR = 6
"""Logical pixels between two places that the pointer does not tell apart."""


@dataclass(frozen=True)
class Plot:
    """rect: where the lines are, in pixels of the chart. across, up: the axes along its sides."""

    rect: QRectF
    across: Span
    up: Span

    @property
    def has_room(self) -> bool:
        return self.rect.width() > LEAST and self.rect.height() > LEAST

    def x_of(self, images: float) -> float:
        return self.rect.left() + self.across.part(images) * self.rect.width()

    def y_of(self, value: float) -> float:
        return self.rect.bottom() - self.up.part(value) * self.rect.height()

    def point_of(self, images: float, value: float) -> QPointF:
        return QPointF(self.x_of(images), self.y_of(value))

    def images_at(self, x: float) -> float:
        """What the axis says there, at its ends for places beyond them."""
        part = min(max((x - self.rect.left()) / max(self.rect.width(), 1.0), 0.0), 1.0)
        return self.across.low + part * (self.across.high - self.across.low)

    def are_near(self, images: float, others: float) -> bool:
        return abs(self.across.part(images) - self.across.part(others)) * self.rect.width() < NEAR


def lay_out(data: ChartData, whole: QRectF, metrics: QFontMetricsF) -> Plot:
    """Room for title and legend above, for labels at the left and below. whole: of the chart."""
    values = [y for line in data.lines for _, y in line.points]
    reach = [x for line in data.lines for x, _ in line.points]
    right = max([data.span, *reach, 1.0])
    left = min([0.0 if data.span else (min(reach) if reach else 0.0), *reach])
    across = Span(left, right if right > left else left + 1)
    up = span_of(values, data.log)
    widest = max((metrics.horizontalAdvance(text) for _, text in tick_texts(up)), default=0.0)
    top = metrics.height() * (1.9 if len(data.lines) < 2 else 3.2)
    return Plot(whole.adjusted(widest + 10, top, -12, -metrics.height() * 1.6), across, up)
