"""The examination of this machine, as `enhancer doctor` does it, in a fold of the settings."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from . import units
from .core_words import all_in_words
from .services import Services
from .theme.roles import restyle, with_role
from .widgets.controls import Fold
from .widgets.emptying import empty
from .widgets.failure import FailureNote
from .workers.protocol import Failure


class Doctor(QFrame):
    """Examines when it is first opened, and again when asked."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "card")
        self._services = services
        self._lines: list[str] = []
        self.fold = Fold(self.tr("This machine"))
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.again = QPushButton(self.tr("Examine again"))
        self.again.clicked.connect(self.examine)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy all that was found, for example into a report of a fault"))
        self.copy.clicked.connect(self._copy)
        self._facts = QWidget()
        self._grid = QGridLayout(self._facts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._problems = QVBoxLayout()
        self._problems.setSpacing(4)
        holder = QWidget()
        holder.setLayout(self._problems)
        self._problems.setContentsMargins(0, 0, 0, 0)
        self.failure = FailureNote()
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.again)
        row.addWidget(self.copy)
        row.addStretch(1)
        for part in (self.verdict, self.failure, holder, self._facts, buttons):
            self.fold.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.fold)
        self.fold.toggled.connect(self._opened)

    def examine(self) -> None:
        self.again.setEnabled(False)
        self.copy.setEnabled(False)
        self.failure.clear()
        self._judge(self.tr("Computing a small picture on every device. This takes some seconds."), "muted")
        self._services.compute.ask("doctor", {}, done=self._show, failed=self._failed, replaces="doctor")

    def _opened(self, opened: bool) -> None:
        if opened and not self._lines:
            self.examine()

    def _show(self, found: dict[str, Any]) -> None:
        self.again.setEnabled(True)
        self.copy.setEnabled(True)
        self._lines = found["lines"]
        if not found["healthy"]:
            self._judge(self.tr("Pictures cannot be relied on here until this is solved."), "danger")
        elif found["problems"]:
            self._judge(self.tr("Everything computes correctly. Something could be better."), "warning")
        else:
            self._judge(self.tr("All is well. Every device computes correctly."), "good")
        empty(self._problems)
        for problem in found["problems"]:
            text = with_role(
                QLabel(all_in_words((problem["what"], problem["remedy"]))), "danger" if problem["grave"] else "warning"
            )
            text.setWordWrap(True)
            text.setProperty("data", True)
            self._problems.addWidget(text)
        empty(self._grid)
        for number, (name, value) in enumerate(self._rows(found)):
            words = QLabel(value)
            words.setWordWrap(True)
            words.setProperty("data", True)
            self._grid.addWidget(with_role(QLabel(name), "muted"), number, 0)
            self._grid.addWidget(words, number, 1)

    def _rows(self, found: dict[str, Any]) -> list[tuple[str, str]]:
        memory, free, disk = found["memory"], found["memory_free"], found["disk_free"]
        rows = [(self.tr("Processor cores"), units.count(found["cores"]))]
        if memory is not None and free is not None:
            text = self.tr("{whole}, {free} free").format(whole=units.amount(memory), free=units.amount(free))
            rows.append((self.tr("Memory"), text))
        if disk is not None:
            rows.append((self.tr("Disk"), self.tr("{free} free").format(free=units.amount(disk))))
        for device in found["devices"]:
            told = ", ".join(
                (self.tr("{precision} right") if answer["right"] else self.tr("{precision} wrong")).format(
                    precision=answer["precision"]
                )
                for answer in device["answers"]
            )
            own = f" ({units.amount(device['memory'])})" if device["memory"] else ""
            rows.append((device["device"], f"{device['name']}{own}: {told}"))
        rows.append((self.tr("Models"), ", ".join(found["models"])))
        rows.append((self.tr("Versions"), ", ".join(f"{name} {number}" for name, number in found["versions"].items())))
        return rows

    def _failed(self, failure: Failure) -> None:
        self.again.setEnabled(True)
        self._judge("", "muted")
        self.failure.show_failure(failure)

    def _judge(self, text: str, role: str) -> None:
        self.verdict.setText(text)
        self.verdict.setVisible(bool(text))
        with_role(self.verdict, role)
        restyle(self.verdict)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))
