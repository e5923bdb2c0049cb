"""What a canvas shows and where: original, result and preview under one view, and how they are painted. No widget."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QBrush, QImage, QPainter

from ...theme import Theme
from .layer import Layer, Place, checks, difference, draw_grid, draw_region, smooth_at
from .view import View, fit_scale

Mode = Literal["single", "split", "side", "difference"]
MODES: tuple[Mode, ...] = ("single", "split", "side", "difference")
DIFFERENCE_GAIN = 8
"""How much stronger the difference view shows what differs."""
GRID_FROM, GRID_ALPHA = 8.0, 110
GAP = 2
"""Device pixels between two panes."""


class Scene:
    """area: of the canvas, device pixels. target: pixels of the result along one of the original, 0 if unknown.

    split: where the divider stands, 0 left to 1 right. held: the original alone is to be seen for now.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._checks: QBrush | None = None
        self.before: Layer | None = None
        self.after: Layer | None = None
        self.region: tuple[QRectF, QImage] | None = None
        self.area = QRect(0, 0, 1, 1)
        self.view = View()
        self.target = 0.0
        self.mode: Mode = "single"
        self.held = False
        self.split = 0.5

    # What

    @property
    def size(self) -> QSize:
        """Of the original; empty as long as there is none."""
        return self.before.picture.size if self.before is not None and self.before.picture.is_open else QSize()

    @property
    def result(self) -> Layer | None:
        """The layer of the result, once its size is known."""
        return self.after if self.after is not None and self.after.picture.is_open else None

    @property
    def comparable(self) -> bool:
        return self.region is not None or self.result is not None

    @property
    def effective(self) -> Mode:
        """The mode, as far as there is something to compare with."""
        return self.mode if self.comparable and not self.held else "single"

    @property
    def target_scale(self) -> float:
        result = self.result
        if result is not None and not self.size.isEmpty():
            return result.picture.width / self.size.width()
        return self.target or 1.0

    @property
    def zoom(self) -> float:
        return self.view.scale / self.target_scale

    # Where

    def panes(self) -> list[QRect]:
        """Of equal size, so that all show the same part."""
        if self.effective != "side" or self.area.width() < 8:
            return [self.area]
        half, height = (self.area.width() - GAP) // 2, self.area.height()
        return [QRect(0, 0, half, height), QRect(half + GAP, 0, half, height)]

    def pane_at(self, point: QPointF) -> QRect:
        """Which pane lies there, the first one beside all; device pixels."""
        panes = self.panes()
        return next((pane for pane in panes if QRectF(pane).contains(point)), panes[0])

    def place(self, pane: QRect, original: bool) -> Place:
        rect = self.view.placed(pane, QRectF(QPointF(), self.size.toSizeF()))
        return Place(rect, smooth_at(self.zoom) or (original and self.target_scale > 1), original)

    def fit_scale(self) -> float:
        return fit_scale(self.panes()[0].size(), self.size, self.target_scale)

    def visible(self) -> QRect:
        return QRect() if self.size.isEmpty() else self.view.visible(self.panes()[0], self.size)

    def shown(self) -> Iterator[tuple[Layer, Place, QRect]]:
        """Each layer that is seen, with its place and the pane that shows it."""
        before, above = self.before, self.result
        if before is None or self.size.isEmpty():
            return
        panes = self.panes()
        if self.effective == "single":
            layer = before if above is None or self.held else above
            yield layer, self.place(panes[0], layer is before), panes[0]
            return
        yield before, self.place(panes[0], True), panes[0]
        if above is not None:
            yield above, self.place(panes[-1], False), panes[-1]

    def complete(self) -> bool:
        """Whether everything that is seen is shown exactly, and nothing that was set is still to come."""
        shown = list(self.shown())
        if self.after is not None and not self.after.picture.loaded and self.after.picture.failure is None:
            return False
        return bool(shown) and all(layer.complete(place, pane) for layer, place, pane in shown)

    # Painting

    def renew_colours(self) -> None:
        self._checks = None

    def paint(self, painter: QPainter, seen: QRect) -> None:
        """Everything but words. seen: what must be painted, device pixels, as the painter's."""
        if self.size.isEmpty():
            return
        panes = self.panes()
        match self.effective:
            case "single":
                self._paint_side(painter, panes[0], seen, before=self.held or not self.comparable)
            case "split":
                at = round(self.split * panes[0].width())
                self._paint_side(painter, panes[0], seen & QRect(0, 0, at, panes[0].height()), before=True)
                self._paint_side(painter, panes[0], seen & QRect(QPoint(at, 0), panes[0].bottomRight()), before=False)
            case "side":
                self._paint_side(painter, panes[0], seen & panes[0], before=True)
                self._paint_side(painter, panes[-1], seen & panes[-1], before=False)
            case "difference":
                self._paint_difference(painter, panes[0], seen)

    def _paint_side(self, painter: QPainter, pane: QRect, seen: QRect, *, before: bool, grid: bool = True) -> None:
        if self.before is None or seen.isEmpty():
            return
        if self._checks is None:
            self._checks = checks(self._theme.colour("surface"), self._theme.colour("border"))
        above = None if before else self.result
        layer = self.before if above is None or above.picture.base is None else above
        place = self.place(pane, layer is self.before)
        layer.draw(painter, place, seen, self._checks)
        step = self.view.scale / (1 if place.original else self.target_scale)
        squares, steps = (None if place.smooth else place.rect), (step, step)
        if not before and self.region is not None:
            rect, image = self.region
            placed, smooth = self.view.placed(pane, rect), smooth_at(self.zoom)
            draw_region(painter, placed, image, smooth, seen)
            if squares is None and not smooth:
                squares, steps = placed, (placed.width() / image.width(), placed.height() / image.height())
        if grid and squares is not None and self.zoom >= GRID_FROM * 0.999:
            # Only where pixels are squares: on what is interpolated a grid would tell of pixels that are not there.
            colour = self._theme.colour("grid")
            colour.setAlpha(GRID_ALPHA)
            draw_grid(painter, squares, steps, seen, colour)

    def _paint_difference(self, painter: QPainter, pane: QRect, seen: QRect) -> None:
        part = self.place(pane, True).rect.toRect() & seen
        if part.isEmpty():
            return
        sides = []
        for before in (True, False):
            image = QImage(part.size(), QImage.Format.Format_RGB32)
            image.fill(self._theme.colour("canvas"))
            inner = QPainter(image)
            inner.translate(-part.topLeft())
            self._paint_side(inner, pane, part, before=before, grid=False)
            inner.end()
            sides.append(image)
        painter.drawImage(part.topLeft(), difference(sides[0], sides[1], DIFFERENCE_GAIN.bit_length() - 1))
