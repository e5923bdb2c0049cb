"""Where a picture is seen: plain geometry in device pixels, no widget. Scales are device pixels per source pixel."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

MAX_ZOOM = 32.0
STOPS = (
    *(0.01, 0.02, 0.03, 0.05, 0.0667, 0.1, 0.125, 0.1667, 0.25, 0.3333, 0.5, 0.6667),
    *(1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0),
)
"""Where zooming by steps stops."""


@dataclass(frozen=True)
class View:
    """x, y: the source point in the middle. scale: device pixels per source pixel."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0

    def origin(self, pane: QRect) -> QPoint:
        """Where the picture's top left corner is, on whole device pixels so that 100 % shows exact pixels."""
        centre_x, centre_y = pane.x() + pane.width() / 2, pane.y() + pane.height() / 2
        return QPoint(round(centre_x - self.x * self.scale), round(centre_y - self.y * self.scale))

    def source(self, pane: QRect, at: QPointF) -> QPointF:
        """The source point below a device point."""
        origin = self.origin(pane)
        return QPointF((at.x() - origin.x()) / self.scale, (at.y() - origin.y()) / self.scale)

    def visible(self, pane: QRect, size: QSize) -> QRect:
        """Source pixels in the pane, also those of which only a part is seen."""
        first = self.source(pane, QPointF(pane.left(), pane.top()))
        last = self.source(pane, QPointF(pane.left() + pane.width(), pane.top() + pane.height()))
        left, top = math.floor(first.x() + 1e-6), math.floor(first.y() + 1e-6)
        right, bottom = math.ceil(last.x() - 1e-6), math.ceil(last.y() - 1e-6)
        return QRect(left, top, right - left, bottom - top) & QRect(QPoint(), size)

    def placed(self, pane: QRect, rect: QRectF) -> QRectF:
        """A rectangle of the source, in device pixels."""
        origin, scale = self.origin(pane), self.scale
        return QRectF(
            origin.x() + rect.x() * scale, origin.y() + rect.y() * scale, rect.width() * scale, rect.height() * scale
        )

    def moved(self, by: QPointF) -> View:
        """By device pixels."""
        return replace(self, x=self.x - by.x() / self.scale, y=self.y - by.y() / self.scale)

    def zoomed(self, pane: QRect, scale: float, about: QPointF) -> View:
        """At another scale, with the same source point below the device point `about`."""
        point = self.source(pane, about)
        centre = QPointF(pane.x() + pane.width() / 2, pane.y() + pane.height() / 2)
        away = about - centre
        return View(point.x() - away.x() / scale, point.y() - away.y() / scale, scale)

    def kept_inside(self, pane: QRect, size: QSize) -> View:
        """No emptiness beside a picture that is larger than the pane; a smaller one stands in the middle."""
        return replace(
            self,
            x=_inside(self.x, pane.width() / self.scale, size.width()),
            y=_inside(self.y, pane.height() / self.scale, size.height()),
        )


def _inside(centre: float, seen: float, length: float) -> float:
    return length / 2 if seen >= length else min(max(centre, seen / 2), length - seen / 2)


def fit_scale(pane: QSize, size: QSize, most: float) -> float:
    """The whole picture in the pane, at most as large as `most`."""
    if size.isEmpty() or pane.isEmpty():
        return most
    return min(pane.width() / size.width(), pane.height() / size.height(), most)


def next_stop(zoom: float, up: bool) -> float:
    """The nearest stop above or below, with room for rounding."""
    if up:
        return next((stop for stop in STOPS if stop > zoom * 1.01), MAX_ZOOM)
    return next((stop for stop in reversed(STOPS) if stop < zoom / 1.01), STOPS[0])
