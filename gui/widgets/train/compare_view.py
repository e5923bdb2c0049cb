"""Several runs beside each other: their curves in the same charts, what differs, and which is best at equal images."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ... import units
from ...services import Services
from ...theme.roles import with_role
from ...workers.protocol import Failure
from ..failure import FailureNote
from ..scrolled import scrolled
from .curves import Curves, CurveSet
from .words import better_text, images_text, metric_title, number_text, state_text

POLL_MS = 4_000


class CompareView(QWidget):
    """Two runs or more."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.folders: list[str] = []
        self._stamp = ""
        self._asking = False
        self.title = with_role(QLabel(), "title")
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.failure = FailureNote(closable=False)
        self.curves = Curves(services)
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("Differences"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.setProperty("data", True)
        self.table.verticalHeader().hide()
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        for widget in (self.title, self.verdict, self.failure, self.curves):
            column.addWidget(widget)
        column.addWidget(with_role(QLabel(self.tr("What differs")), "heading"))
        column.addWidget(self.table)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        self._clock = QTimer(self, interval=POLL_MS)
        self._clock.timeout.connect(self.poll)

    def show_runs(self, folders: Sequence[str]) -> None:
        if list(folders) != self.folders:
            self.folders, self._stamp, self._asking = list(folders), "", False
            self.failure.clear()
        self.title.setText(self.tr("%n run(s) compared", "", len(folders)))
        self.poll()

    def poll(self) -> None:
        if self._asking or len(self.folders) < 2:
            return
        self._asking = True
        self._services.pictures.ask(
            "run_compare",
            {"folders": self.folders, "stamp": self._stamp},
            done=self._got,
            failed=self._missed,
            replaces="train-compare",
        )

    def showEvent(self, event: QEvent) -> None:
        self._clock.start()
        self.poll()

    def hideEvent(self, event: QEvent) -> None:
        self._clock.stop()

    def _got(self, found: dict[str, Any]) -> None:
        self._asking = False
        if found.get("unchanged") or [run["folder"] for run in found["runs"]] != self.folders:
            return
        self._stamp = found["stamp"]
        self.failure.clear()
        labels = _labels(self.folders)
        budget = max(float(run["budget"] or 0) for run in found["runs"])
        sets = [
            CurveSet(label, run["series"], run["groups"], run["lowers"], run["bests"], (), budget)
            for label, run in zip(labels, found["runs"], strict=True)
        ]
        self.curves.show_sets(sets, str(found["runs"][0]["metric"]))
        self.verdict.setText(self._verdict(found, labels))
        self.verdict.setVisible(bool(self.verdict.text()))
        self._fill(found, labels)

    def _missed(self, failure: Failure) -> None:
        self._asking = False
        if failure.unasked:
            self.failure.show_failure(failure)

    def _verdict(self, found: dict[str, Any], labels: Sequence[str]) -> str:
        """Which is best, by each number that all of them were chosen by."""
        lowers = {run["metric"]: run["lower"] for run in found["runs"]}
        return " ".join(
            self.tr("{name} is best after {images}: {metric}, {better}.").format(
                name=labels[index],
                images=images_text(found["at"]),
                metric=metric_title(metric),
                better=better_text(lowers.get(metric, False)),
            )
            for metric, index in found["winners"].items()
        )

    def _fill(self, found: dict[str, Any], labels: Sequence[str]) -> None:
        rows: list[list[str]] = []
        for best in found["best"]:
            name = self.tr("Best {metric} up to {images}").format(
                metric=metric_title(best["metric"]), images=images_text(found["at"])
            )
            rows.append([name, *(number_text(one["value"]) if one else "–" for one in best["values"])])
        times = [units.duration(seconds) if seconds is not None else "–" for seconds in found["seconds"]]
        rows.append([self.tr("Time up to there"), *times])
        rows.append([self.tr("State"), *(state_text(run["state"]) for run in found["runs"])])
        rows.append([self.tr("Pictures seen"), *(units.count(int(run["images"])) for run in found["runs"])])
        rows += found["differing"]
        self.table.setColumnCount(len(labels) + 1)
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(["", *labels])
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                item = QTableWidgetItem(cell)
                item.setToolTip(cell if len(cell) > 24 else "")
                self.table.setItem(number, column, item)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.resizeRowsToContents()
        height = header.sizeHint().height() + sum(self.table.rowHeight(row) for row in range(len(rows)))
        self.table.setFixedHeight(height + 2 * self.table.frameWidth() + 2)


def _labels(folders: Sequence[str]) -> list[str]:
    """Names of the folders, with their parents' as far as it takes to tell them apart."""
    parts = [Path(folder).parts for folder in folders]
    depth = 1
    while len({part[-depth:] for part in parts}) < len(parts) and depth < max(map(len, parts)):
        depth += 1
    return ["/".join(part[-depth:]) for part in parts]
