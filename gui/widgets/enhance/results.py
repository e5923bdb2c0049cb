"""Results so far, this session's and earlier ones: look again, or take the settings over."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ... import units
from ...services import Services
from ...theme.roles import with_role
from .values import EnhanceSettings

KEY = "pages.enhance.results"
MOST = 30


@dataclass(frozen=True)
class Result:
    """source, path: of the original and of what became of it. when: seconds since 1970."""

    source: str
    path: str
    settings: EnhanceSettings
    size: tuple[int, int]
    when: float

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Result | None:
        """None if that is no result."""
        try:
            width, height = values["size"]
            settings = EnhanceSettings.of(values["settings"])
            return cls(
                str(values["source"]), str(values["path"]), settings, (int(width), int(height)), float(values["when"])
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            return None


class ResultList(QWidget):
    """Newest first. Signals: look_wanted(Result), settings_wanted(Result)."""

    look_wanted = Signal(object)
    settings_wanted = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = services.settings
        self.results: list[Result] = []
        for values in self._settings.list_of(KEY, dict):
            if (result := Result.of(values)) is not None:
                self.results.append(result)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Results so far"))
        self.list.setProperty("data", True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._look)
        self.list.currentItemChanged.connect(self._follow)
        self.empty = with_role(QLabel(self.tr("What you enhance is listed here, to look at again.")), "muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.look = QPushButton(self.tr("Look again"))
        self.look.setToolTip(self.tr("Open the original and this result"))
        self.look.clicked.connect(self._look)
        self.take = QPushButton(self.tr("Use settings"))
        self.take.setToolTip(self.tr("Take over the settings that made this result"))
        self.take.clicked.connect(self._take)
        self.clear = with_role(QPushButton(self.tr("Clear list")), "quiet")
        self.clear.setToolTip(self.tr("The files stay where they are"))
        self.clear.clicked.connect(self._clear)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.look)
        row.addWidget(self.take)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill()

    def add(self, result: Result) -> None:
        """The newest; another with the same file goes."""
        self.results = [result, *(other for other in self.results if other.path != result.path)][:MOST]
        self._keep()
        self._fill()

    @property
    def current(self) -> Result | None:
        row = self.list.currentRow()
        return self.results[row] if 0 <= row < len(self.results) else None

    def _fill(self) -> None:
        self.list.clear()
        for result in self.results:
            item = QListWidgetItem(f"{Path(result.path).name}\n{_below(result)}")
            item.setToolTip(result.path)
            self.list.addItem(item)
        if self.results:
            self.list.setCurrentRow(0)
        some = bool(self.results)
        self.list.setVisible(some)
        self.empty.setVisible(not some)
        self.clear.setVisible(some)
        self._follow()

    def _follow(self) -> None:
        for button in (self.look, self.take):
            button.setEnabled(self.current is not None)

    def _look(self) -> None:
        if self.current is not None:
            self.look_wanted.emit(self.current)

    def _take(self) -> None:
        if self.current is not None:
            self.settings_wanted.emit(self.current)

    def _clear(self) -> None:
        self.results = []
        self._keep()
        self._fill()

    def _keep(self) -> None:
        self._settings.set(KEY, [result.as_json() for result in self.results])


def _below(result: Result) -> str:
    when = QDateTime.fromSecsSinceEpoch(int(result.when))
    today = time.time() - result.when < 86_400
    form = QLocale.FormatType.ShortFormat
    told = QLocale().toString(when.time(), form) if today else QLocale().toString(when.date(), form)
    return f"{told}   {units.count(result.size[0])} × {units.count(result.size[1])}   {result.settings.model}"
