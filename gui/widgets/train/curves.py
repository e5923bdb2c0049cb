"""Curves of one or several runs in as many columns as there is room for: the chosen one first, the rest in a fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ...services import Services
from ...theme.roles import with_role
from ..charts import Chart, ChartData, Line, Mark
from ..controls import Fold
from .words import better_text, metric_title, with_note

FIRST_GROUPS = ("scores", "losses")
FIRST_MOST = 6
"""Curves outside of the fold at most."""
NARROWEST = 44
"""Of a chart, in mean characters: below that it takes a row for itself."""


@dataclass(frozen=True)
class CurveSet:
    """Curves of one run. label: in legends. series: name to points. bests: of scores. marks: events."""

    label: str
    series: Mapping[str, Sequence[Sequence[float]]]
    groups: Mapping[str, str] = field(default_factory=dict)
    lowers: Mapping[str, bool] = field(default_factory=dict)
    bests: Mapping[str, Mapping[str, Any] | None] = field(default_factory=dict)
    marks: Sequence[tuple[float, str]] = ()
    budget: float = 0.0


class ChartGrid(QWidget):
    """Charts in equal columns. Its width decides how many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        if list(cards) != self._cards:
            self._cards, self._columns = list(cards), 0
            self._flow()

    def resizeEvent(self, event: QEvent) -> None:
        self._flow()

    def _flow(self) -> None:
        narrowest = self.fontMetrics().averageCharWidth() * NARROWEST
        columns = min(max(1, (self.width() + 8) // (narrowest + 8)), max(1, len(self._cards)), 4)
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
            card.show()


class Curves(QWidget):
    """Signals: pressed(images) when somebody chose a moment on a chart."""

    pressed = Signal(float)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._charts: dict[str, Chart] = {}
        self._cards: dict[str, QWidget] = {}
        self._hidden: list[str] = []
        self._sets: Sequence[CurveSet] = ()
        self.first, self.others = ChartGrid(), ChartGrid()
        self.fold = Fold(self.tr("More curves"))
        self.fold.add(self.others)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.first)
        column.addWidget(self.fold)
        self.fold.hide()
        self.fold.toggled.connect(self._unfold)

    def chart(self, name: str) -> Chart | None:
        return self._charts.get(name)

    def show_sets(self, sets: Sequence[CurveSet], metric: str, without: Sequence[str] = ()) -> None:
        """metric: whose curve comes first. without: names that are shown elsewhere."""
        names = list(dict.fromkeys(name for one in sets for name in one.series if name not in without))
        names.sort(key=lambda name: _rank(name, metric, sets))
        shown = [name for name in names if _rank(name, metric, sets)[0] <= 2][:FIRST_MOST]
        self._hidden = [name for name in names if name not in shown]
        self._sets = sets
        for name in names if self.fold.opened else shown:
            self._chart(name).show_data(chart_data(name, sets))
        for name in self._cards.keys() - set(names):
            self._cards[name].hide()
        self.first.set_cards([self._cards[name] for name in shown])
        self._unfold(self.fold.opened)
        self.fold.setVisible(len(names) > len(shown))

    def _unfold(self, opened: bool) -> None:
        """What nobody sees is not drawn."""
        if opened:
            for name in self._hidden:
                self._chart(name).show_data(chart_data(name, self._sets))
            self.others.set_cards([self._cards[name] for name in self._hidden])

    def _chart(self, name: str) -> Chart:
        if name not in self._charts:
            chart = Chart(self._services.theme)
            chart.hovered.connect(self._follow)
            chart.pressed.connect(self.pressed)
            self._charts[name] = chart
            self._cards[name] = chart_card(chart)
        return self._charts[name]

    def _follow(self, images: float) -> None:
        """The same moment in all charts."""
        for chart in self._charts.values():
            if chart is not self.sender():
                chart.point_at(images if images >= 0 else None)


def chart_card(chart: Chart) -> QFrame:
    """A chart on a surface of its own."""
    card = with_role(QFrame(), "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(8, 8, 8, 8)
    inside.addWidget(chart)
    return card


def chart_data(name: str, sets: Sequence[CurveSet], empty: str = "") -> ChartData:
    """One curve of all sets."""
    lowers = [one.lowers[name] for one in sets if one.groups.get(name) == "scores" and name in one.lowers]
    lines = []
    for one in sets:
        points = tuple((float(x), float(y)) for x, y in one.series.get(name, ()))
        best = one.bests.get(name)
        at = (float(best["images"]), float(best["value"])) if best else None
        if points:
            lines.append(Line(one.label, points, at))
    title = metric_title(name)
    return ChartData(
        title=with_note(title, better_text(lowers[0])) if lowers else title,
        lines=tuple(lines),
        marks=tuple(Mark(x, text) for one in sets for x, text in one.marks) if len(sets) == 1 else (),
        span=max((one.budget for one in sets), default=0.0),
        empty=empty,
    )


def _rank(name: str, metric: str, sets: Sequence[CurveSet]) -> tuple[int, str]:
    """The chosen one, other scores, losses, the rest."""
    group = next((one.groups[name] for one in sets if name in one.groups), "")
    if name == metric:
        return 0, ""
    if group == "scores":
        return 1, ""
    return (2, "") if name.startswith("loss") else (3, "")
