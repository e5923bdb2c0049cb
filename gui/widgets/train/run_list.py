"""The runs: those in the folder for runs and in folders that were opened, looked at every other second while shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ... import runs, units
from ...core_words import failure_in_words
from ...services import Services
from ...theme.roles import with_role
from ...workers.protocol import Failure
from ..several_lines import SeveralLines
from .words import ACTIVE, age_text, metric_title, number_text, share_of, state_icon, state_text

POLL_MS = 2_000
MOST_COMPARED = 4
OPENED = "pages.train.opened"
FOLDER_ROLE = Qt.ItemDataRole.UserRole


class RunList(QWidget):
    """Signals: chosen(folders), those selected, "" for none; new_wanted(); listed() after each change."""

    chosen = Signal(list)
    new_wanted = Signal()
    listed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._stamp = ""
        self._asking = False
        self._rows: list[dict[str, Any]] = []
        self.known = False
        self.new = QPushButton(self.tr("New training"))
        self.new.setIcon(services.theme.icon("add"))
        self.open = QToolButton()
        self.open.setIcon(services.theme.icon("folder"))
        self.open.setToolTip(self.tr("Show the runs of another folder"))
        self.open.setAccessibleName(self.tr("Open a folder of runs"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Runs"))
        self.list.setToolTip("")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setIconSize(QSize(20, 20))
        self.list.setItemDelegate(SeveralLines(self.list))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("data", True)
        self.note = with_role(QLabel(), "muted")
        self.note.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.new, 1)
        row.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        self._clock = QTimer(self, interval=POLL_MS)
        self._clock.timeout.connect(self.poll)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self._open)
        self.list.itemSelectionChanged.connect(self._selected)
        services.theme.changed.connect(self._paint)
        self._tell()

    def row(self, folder: str) -> Mapping[str, Any]:
        """What is known of a run; empty if it is not there."""
        return next((row for row in self._rows if row["folder"] == folder), {})

    @property
    def rows(self) -> Sequence[Mapping[str, Any]]:
        return self._rows

    @property
    def running(self) -> int:
        return sum(row["state"] in ACTIVE for row in self._rows)

    def select(self, folder: str) -> None:
        """Choose one run; without a folder none."""
        self.list.clearSelection()
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(FOLDER_ROLE) == folder:
                self.list.setCurrentItem(item)
                item.setSelected(True)

    def selected(self) -> list[str]:
        return [str(item.data(FOLDER_ROLE)) for item in self.list.selectedItems()]

    def poll(self) -> None:
        """Ask the child that reads run folders what is new."""
        if self._asking:
            return
        self._asking = True
        place = self._services.settings.get("pages.train.folder", "") or str(runs.default_folder())
        folders = [place, *self._services.settings.list_of(OPENED, str)]
        self._services.pictures.ask(
            "run_list", {"folders": folders, "stamp": self._stamp}, done=self._got, failed=self._missed
        )

    def showEvent(self, event: QEvent) -> None:
        self._clock.start()
        self.poll()

    def hideEvent(self, event: QEvent) -> None:
        self._clock.stop()

    def _got(self, found: dict[str, Any]) -> None:
        self._asking = False
        if found.get("unchanged"):
            return
        self._stamp, self._rows, self.known = found["stamp"], found["runs"], True
        self._fill()
        self.listed.emit()

    def _missed(self, failure: Failure) -> None:
        self._asking = False
        if failure.unasked:
            self.note.setText(failure_in_words(failure).message)
            self.note.show()

    def _fill(self) -> None:
        """Rows in place where they are the same runs, so that selection and focus stay."""
        before = self.selected()
        self.list.blockSignals(True)
        names = [row["folder"] for row in self._rows]
        if [str(self.list.item(n).data(FOLDER_ROLE)) for n in range(self.list.count())] != names:
            self.list.clear()
            for name in names:
                item = QListWidgetItem()
                item.setData(FOLDER_ROLE, name)
                self.list.addItem(item)
                item.setSelected(name in before)
        self._paint()
        self.list.blockSignals(False)
        self._tell()
        if self.selected() != before:
            self._selected()

    def _paint(self) -> None:
        for number, row in enumerate(self._rows):
            item = self.list.item(number)
            if item is None:
                continue
            state = state_text(row["state"])
            if row["state"] in ("running", "paused"):
                state = f"{state}, {units.percent(share_of(row))}"
            best = row["best"]
            second = (
                f"{metric_title(best['metric'])} {number_text(best['value'])}" if best else age_text(row["touched"])
            )
            item.setText(f"{row['name']}\n{state}\n{second}")
            item.setIcon(self._icon(row["state"]))
            item.setToolTip(str(row["folder"]))

    def _icon(self, state: str) -> QIcon:
        tokens = {
            "failed": "danger",
            "finished": "good",
            "running": "accent",
            "starting": "accent",
            "paused": "warning",
        }
        return self._services.theme.icon(state_icon(state), tokens.get(state, "muted"))

    def _tell(self) -> None:
        several = len(self._rows) > 1
        text = self.tr("Select two or more with Ctrl to compare them.") if several else ""
        if self.known and not self._rows:
            text = self.tr("There are no runs yet. Trainings that you start appear here.")
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _selected(self) -> None:
        self.chosen.emit(self.selected())

    def _open(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder that holds runs"))
        if folder:
            self.add_folder(folder)

    def add_folder(self, folder: str) -> None:
        """Show the runs of this folder too, from now on."""
        opened = self._services.settings.list_of(OPENED, str)
        known = [one for one in opened if Path(one).is_dir()]
        if folder not in known:
            self._services.settings.set(OPENED, [*known, folder])
        self._stamp = ""
        self.poll()
