"""Where a picture is seen: geometry of the canvas, without a window."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QSize

from gui.widgets.canvas.layer import level_for
from gui.widgets.canvas.view import MAX_ZOOM, STOPS, View, fit_scale, next_stop

PANE = QRect(10, 20, 641, 480)
SIZE = QSize(4000, 3000)


def test_what_lies_below_the_cursor_stays_there_while_zooming():
    view, at = View(1500.25, 900.5, 0.37), QPointF(133, 217)
    point = view.source(PANE, at)
    for scale in (0.05, 1.0, 7.3):
        now = view.zoomed(PANE, scale, at).source(PANE, at)
        # The corner lies on whole device pixels: half of one is what may be lost.
        assert abs(now.x() - point.x()) <= 1 / scale
        assert abs(now.y() - point.y()) <= 1 / scale


def test_moving_by_pixels_of_the_screen_moves_the_picture_by_as_many():
    view = View(2000, 1500, 0.5)
    before, after = view.origin(PANE), view.moved(QPointF(30, -8)).origin(PANE)
    assert (after.x() - before.x(), after.y() - before.y()) == (30, -8)


def test_no_emptiness_beside_a_picture_larger_than_the_pane_and_a_smaller_one_stands_in_the_middle():
    kept = View(-500, 9000, 1.0).kept_inside(PANE, SIZE)
    assert kept.visible(PANE, SIZE) == QRect(0, 3000 - 480, 641, 480)
    small = View(0, 0, 1.0).kept_inside(PANE, QSize(40, 30))
    assert (small.x, small.y) == (20, 15)


def test_the_visible_region_is_that_of_the_pane_and_never_outside_of_the_picture():
    assert View(2000, 1500, 1.0).visible(QRect(0, 0, 640, 480), SIZE) == QRect(1680, 1260, 640, 480)
    assert View(2000, 1500, 0.01).visible(PANE, SIZE) == QRect(0, 0, 4000, 3000)


def test_a_region_of_the_source_is_placed_where_its_pixels_are():
    view = View(2000, 1500, 2.0)
    placed = view.placed(PANE, QRectF(2000, 1500, 10, 5))
    origin = view.origin(PANE)
    assert placed == QRectF(origin.x() + 4000, origin.y() + 3000, 20, 10)


def test_fitting_shows_all_of_it_and_enlarges_nothing_beyond_the_limit():
    assert fit_scale(QSize(400, 400), SIZE, 1.0) == pytest.approx(0.1)
    assert fit_scale(QSize(400, 400), QSize(20, 20), 1.0) == 1.0
    assert fit_scale(QSize(400, 400), QSize(20, 20), 4.0) == 4.0
    assert fit_scale(QSize(400, 400), QSize(0, 0), 1.0) == 1.0


def test_zooming_by_steps_passes_every_stop_once_and_ends_at_the_last():
    zoom, passed = STOPS[0], [STOPS[0]]
    while (zoom := next_stop(zoom, True)) != passed[-1]:
        passed.append(zoom)
    assert tuple(passed) == STOPS
    assert passed[-1] == MAX_ZOOM
    assert next_stop(0.7, True) == 1.0
    assert next_stop(0.7, False) == pytest.approx(0.6667)


def test_the_level_is_the_smallest_that_need_not_be_enlarged():
    wanted = {3.0: 0, 1.0: 0, 0.99: 0, 0.5: 1, 0.3: 1, 0.25: 2, 0.001: 4}
    assert {scale: level_for(scale, 5) for scale in wanted} == wanted


def test_the_window_shows_pictures_without_loading_what_decodes_them():
    parts = ("canvas", "thumbnails", "drop")
    code = f"import sys, {', '.join(f'gui.widgets.{part}' for part in parts)}\n"
    code += "print(sorted({'numpy', 'cv2', 'PIL', 'torch', 'pydantic'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
