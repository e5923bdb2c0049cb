"""What one canvas draws of a picture or a preview: levels and tiles at a place, exactly where they can be exact."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap

from .picture import Picture
from .tiles import MARGIN, TILE, Key, TileCache, TileLoader

CHECK = 8
"""Device pixels of a square behind transparent parts."""
NEAR = 0.001
"""Relative; closer to 1 than this, pixels are copied instead of scaled."""


@dataclass(frozen=True)
class Place:
    """rect: where the whole picture lies, device pixels. smooth: interpolate when enlarged. original: no result."""

    rect: QRectF
    smooth: bool
    original: bool

    def scale(self, size: QSize) -> tuple[float, float]:
        """Device pixels per pixel of a picture of this size that fills the place."""
        return self.rect.width() / size.width(), self.rect.height() / size.height()


def level_for(scale: float, levels: int) -> int:
    """The smallest level that need not be enlarged, at most the last one."""
    if scale >= 1:
        return 0
    return min(math.floor(math.log2(1 / scale) + 1e-6), levels - 1)


class Layer:
    """A picture with its loader and the cache that both share."""

    def __init__(self, picture: Picture, loader: TileLoader, cache: TileCache) -> None:
        self.picture, self.loader, self._cache = picture, loader, cache

    def keys(self, place: Place, seen: QRect, more: int = 0) -> list[Key]:
        """The tiles that `seen` shows, from its middle outwards; none where the base is good enough.

        more: rings of neighbours to add, which come last.
        """
        size = self.picture.size
        if size.isEmpty():
            return []
        scale = place.scale(size)
        level = level_for(max(scale), self.picture.levels)
        if self._base_serves(level):
            return []
        step_x, step_y = TILE * scale[0] * (1 << level), TILE * scale[1] * (1 << level)
        columns, rows = _count(size.width(), level), _count(size.height(), level)
        part = QRectF(seen) & place.rect
        if part.isEmpty():
            return []
        first_x, first_y = (part.left() - place.rect.left()) / step_x, (part.top() - place.rect.top()) / step_y
        last_x, last_y = (part.right() - place.rect.left()) / step_x, (part.bottom() - place.rect.top()) / step_y
        middle_x, middle_y = (first_x + last_x - 1) / 2, (first_y + last_y - 1) / 2
        inner = QRect(
            QPoint(math.floor(first_x), math.floor(first_y)),
            QPoint(math.ceil(last_x - 1e-6) - 1, math.ceil(last_y - 1e-6) - 1),
        )
        outer = inner.adjusted(-more, -more, more, more) & QRect(0, 0, columns, rows)
        found = [
            (level, column, row)
            for row in range(outer.top(), outer.bottom() + 1)
            for column in range(outer.left(), outer.right() + 1)
        ]
        return sorted(
            found,
            key=lambda key: (
                not inner.contains(key[1], key[2]),
                (key[1] - middle_x) ** 2 + (key[2] - middle_y) ** 2,
            ),
        )

    def complete(self, place: Place, seen: QRect) -> bool:
        """Whether `draw` shows the exact pixels."""
        if not self.picture.loaded:
            return False
        return all(self._cache.has(self.loader.owner, key) for key in self.keys(place, seen))

    def draw(self, painter: QPainter, place: Place, seen: QRect, checks: QBrush) -> None:
        """seen: what must be painted, device pixels; nothing outside of it is touched."""
        picture = self.picture
        part = place.rect.toRect() & seen
        if picture.size.isEmpty() or part.isEmpty() or picture.base is None:
            return
        painter.save()
        painter.setClipRect(part)
        if picture.has_alpha:
            painter.setBrushOrigin(place.rect.topLeft())
            painter.fillRect(part, checks)
        keys = self.keys(place, part)
        found = {key: self._cache.get(self.loader.owner, key) for key in keys}
        if not keys or None in found.values():
            # A coarse picture below all, or in the gaps only where it would shine through.
            for gap in [part] if not keys else [self._cell(place, key) & part for key in keys if found[key] is None]:
                self._draw_coarse(painter, place, gap)
        for key, pixmap in found.items():
            if pixmap is not None:
                self._draw_tile(painter, place, key, pixmap, part)
        painter.restore()

    def _base_serves(self, level: int) -> bool:
        return self.picture.base is not None and level == self.picture.base_level and self.picture.loaded

    def _draw_coarse(self, painter: QPainter, place: Place, gap: QRect) -> None:
        """The base, and over it whatever finer level is at hand."""
        base = self.picture.base
        if base is None or gap.isEmpty():
            return
        painter.setClipRect(gap)
        factor = 1 << self.picture.base_level
        scale = place.scale(self.picture.size)
        self._blit(painter, place, base, QPoint(0, 0), (scale[0] * factor, scale[1] * factor))
        level = level_for(max(scale), self.picture.levels)
        for coarser in range(min(self.picture.base_level, self.picture.levels) - 1, level, -1):
            for key in self._overlapping(place, gap, coarser):
                pixmap = self._cache.get(self.loader.owner, key)
                if pixmap is not None:
                    self._draw_tile(painter, place, key, pixmap, gap)

    def _overlapping(self, place: Place, gap: QRect, level: int) -> Iterator[Key]:
        scale = place.scale(self.picture.size)
        step_x, step_y = TILE * scale[0] * (1 << level), TILE * scale[1] * (1 << level)
        left, top = gap.left() - place.rect.left(), gap.top() - place.rect.top()
        for row in range(max(int(top // step_y), 0), int((top + gap.height()) // step_y) + 1):
            for column in range(max(int(left // step_x), 0), int((left + gap.width()) // step_x) + 1):
                yield level, column, row

    def _cell(self, place: Place, key: Key) -> QRect:
        """Where a tile is seen; neighbours share the rounding, so that there are no gaps."""
        level, column, row = key
        scale = place.scale(self.picture.size)
        step_x, step_y = TILE * scale[0] * (1 << level), TILE * scale[1] * (1 << level)
        left, top = place.rect.left() + column * step_x, place.rect.top() + row * step_y
        return QRect(QPoint(round(left), round(top)), QPoint(round(left + step_x) - 1, round(top + step_y) - 1))

    def _draw_tile(self, painter: QPainter, place: Place, key: Key, pixmap: QPixmap, part: QRect) -> None:
        level, column, row = key
        clip = self._cell(place, key) & part
        if clip.isEmpty():
            return
        scale = place.scale(self.picture.size)
        factor = 1 << level
        at = QPoint(column * TILE - (MARGIN if column else 0), row * TILE - (MARGIN if row else 0))
        painter.setClipRect(clip)
        self._blit(painter, place, pixmap, at, (scale[0] * factor, scale[1] * factor))

    def _blit(self, painter: QPainter, place: Place, pixmap: QPixmap, at: QPoint, scale: tuple[float, float]) -> None:
        """at: of the pixmap's first pixel, in pixels of its level. scale: device pixels per such pixel."""
        left, top = place.rect.left() + at.x() * scale[0], place.rect.top() + at.y() * scale[1]
        if abs(scale[0] - 1) < NEAR and abs(scale[1] - 1) < NEAR:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawPixmap(QPoint(round(left), round(top)), pixmap)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, place.smooth or max(scale) < 1)
        target = QRectF(left, top, pixmap.width() * scale[0], pixmap.height() * scale[1])
        painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))


def draw_region(painter: QPainter, rect: QRectF, image: QImage, smooth: bool, seen: QRect) -> None:
    """A live preview over its place."""
    cell = QRect(
        QPoint(round(rect.left()), round(rect.top())), QPoint(round(rect.right()) - 1, round(rect.bottom()) - 1)
    )
    clip = cell & seen
    if clip.isEmpty() or image.isNull():
        return
    painter.save()
    painter.setClipRect(clip)
    if cell.size() == image.size():
        painter.drawImage(cell.topLeft(), image)
    else:
        shrinks = image.width() > cell.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth or shrinks)
        painter.drawImage(rect, image, QRectF(image.rect()))
    painter.restore()


def draw_grid(painter: QPainter, rect: QRectF, step: tuple[float, float], seen: QRect, colour: QColor) -> None:
    """A line at each border between pixels. step: device pixels of one."""
    part = rect.toRect() & seen
    if part.isEmpty():
        return
    painter.save()
    painter.setClipRect(part)
    painter.setPen(QPen(colour, 1))
    for x in _borders(rect.left(), step[0], part.left(), part.right()):
        painter.drawLine(x, part.top(), x, part.bottom())
    for y in _borders(rect.top(), step[1], part.top(), part.bottom()):
        painter.drawLine(part.left(), y, part.right(), y)
    painter.restore()


def _borders(start: float, step: float, first: int, last: int) -> Iterator[int]:
    for number in range(math.floor((first - start) / step), math.ceil((last - start) / step) + 1):
        yield round(start + number * step)


def checks(light: QColor, dark: QColor) -> QBrush:
    """The squares behind transparent parts."""
    tile = QPixmap(2 * CHECK, 2 * CHECK)
    tile.fill(light)
    painter = QPainter(tile)
    painter.fillRect(0, 0, CHECK, CHECK, dark)
    painter.fillRect(CHECK, CHECK, CHECK, CHECK, dark)
    painter.end()
    return QBrush(tile)


def difference(before: QImage, after: QImage, doublings: int) -> QImage:
    """|before - after| times 2**doublings, clipped. Opaque images of the same size."""
    painter = QPainter(before)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, after)
    painter.end()
    for _ in range(doublings):
        same = before.copy()
        painter = QPainter(before)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        painter.drawImage(0, 0, same)
        painter.end()
    return before


def smooth_at(zoom: float) -> bool:
    """From 200 % on, pixels are shown as squares."""
    return zoom < 2 * (1 - NEAR)


def _count(length: int, level: int) -> int:
    """Tiles along a side of that level."""
    return math.ceil(math.ceil(length / (1 << level)) / TILE)
