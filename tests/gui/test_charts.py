"""Charts: round ticks, the right place for a point, a read-out under pointer and keys, words for those who listen."""

from __future__ import annotations

import itertools
import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from gui.theme.colours import DARK, LIGHT
from gui.widgets.charts import Chart, ChartData, Line, Mark, Span, nearest, short, span_of, tick_texts, ticks

POINTS = tuple((n * 10_000.0, 100.0 * math.exp(-n / 9) + 5) for n in range(31))


class Colours:
    def __init__(self, palette=LIGHT):
        self.palette = palette

    def colour(self, token):
        return QColor(getattr(self.palette, token))


@pytest.fixture
def chart(qtbot):
    made = Chart(Colours())
    qtbot.addWidget(made)
    made.resize(480, 260)
    made.show_data(ChartData("FID", (Line("run", POINTS),), (Mark(120_000, "Went back"),), 400_000))
    made.show()
    return made


@pytest.mark.parametrize(
    ("low", "high"), [(0, 1), (0.3, 0.31), (-5, 7), (1e-9, 2e-9), (0, 3_000_000), (999_999, 1_000_001)]
)
def test_even_ticks_are_few_round_and_inside(low, high):
    found = ticks(Span(low, high))
    assert 3 <= len(found) <= 7
    assert all(low <= tick <= high for tick in found)
    steps = {round((b - a) / (found[1] - found[0]), 6) for a, b in itertools.pairwise(found)}
    assert steps == {1.0}


@pytest.mark.parametrize(("low", "high"), [(1e-6, 1), (2, 90), (0.9, 1_000_000)])
def test_logarithmic_ticks_are_ones_twos_and_fives(low, high):
    found = ticks(Span(low, high, log=True))
    assert len(found) >= 2
    assert {f"{tick:e}"[0] for tick in found} <= {"1", "2", "5"}


def test_labels_tell_ticks_apart_however_narrow_the_span():
    texts = [text for _, text in tick_texts(Span(1.00001, 1.00005))]
    assert len(set(texts)) == len(texts) >= 3
    assert [text for _, text in tick_texts(Span(0, 2_000_000))] == ["0", "500k", "1M", "1.5M", "2M"]
    assert short(0.00001) == "1e-05"
    assert short(1_250_000) == "1.25M"


def test_an_axis_is_logarithmic_where_that_shows_more():
    assert span_of([1, 5, 15]).log is False
    assert span_of([1, 500]).log is True
    assert span_of([0, 500]).log is False
    assert span_of([1, 500], log=False).log is False
    assert span_of([]) == Span(0, 1)
    flat = span_of([3.0, 3.0])
    assert flat.low < 3 < flat.high


def test_nearest_is_nearest_at_both_ends_too():
    assert [nearest([0, 10, 20], x) for x in (-5, 4, 6, 14, 99)] == [0, 0, 1, 1, 2]


def test_points_stand_where_the_axes_say_and_the_line_is_drawn_there(chart):
    first, last = chart.place_of(*POINTS[0]), chart.place_of(*POINTS[-1])
    assert first.x() < last.x() < chart.width() * 0.85
    assert first.y() < last.y()
    picture = chart.grab().toImage()
    at = chart.place_of(*POINTS[15])
    around = {
        picture.pixelColor(round(at.x()) + x, round(at.y()) + y).name() for x in (-1, 0, 1) for y in (-2, -1, 0, 1, 2)
    }
    accent = QColor(LIGHT.accent)
    assert any(
        abs(QColor(name).red() - accent.red()) + abs(QColor(name).blue() - accent.blue()) < 60 for name in around
    )


def test_the_pointer_reads_the_nearest_point_and_tells_others(qtbot, chart):
    with qtbot.waitSignal(chart.hovered, timeout=1_000) as told:
        at = chart.place_of(*POINTS[7])
        qtbot.mouseMove(chart, QPoint(round(at.x()), 100))
    assert told.args == [POINTS[7][0]]
    assert chart.read_out() == [("run", *POINTS[7])]
    with qtbot.waitSignal(chart.pressed, timeout=1_000) as told:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), 100))
    assert told.args[0] == pytest.approx(POINTS[7][0], abs=1_500)


def test_keys_move_the_read_out_from_point_to_point(qtbot, chart):
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.read_out()[0][1] == POINTS[-1][0]
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.read_out()[0][1] == POINTS[-2][0]
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.read_out()[0][1] == POINTS[0][0]
    with qtbot.waitSignal(chart.pressed, timeout=1_000):
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.read_out() == []


def test_who_does_not_see_the_chart_is_told_what_it_shows(chart):
    assert chart.accessibleName() == "FID"
    assert chart.accessibleDescription() == "run: from 105 to 8.567 after 300k."


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("size", [(140, 60), (300, 140), (2400, 900)])
def test_any_data_is_drawn_at_any_size_in_both_themes(qtbot, palette, size):
    made = Chart(Colours(palette))
    qtbot.addWidget(made)
    made.resize(*size)
    odd = [
        ChartData("nothing", empty="Nothing yet"),
        ChartData("one point", (Line("a", ((0.0, 1.0),)),)),
        ChartData("flat", (Line("a", ((0.0, 0.0), (1.0, 0.0))),)),
        ChartData("three", tuple(Line(f"a rather long name {n}", POINTS, POINTS[n]) for n in range(3))),
        ChartData("huge", (Line("a", ((0.0, 1e-300), (1e12, 1e300))),)),
    ]
    for data in odd:
        made.show_data(data)
        assert not made.grab().isNull()
