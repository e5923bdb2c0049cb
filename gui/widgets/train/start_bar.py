"""The bar below a training that is set up: what is missing, how long everything will take, and the start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ... import units
from ...core_words import all_in_words
from ...services import Services
from ...theme.roles import restyle, with_role
from ...workers.protocol import Failure


class StartBar(QFrame):
    """`begin` and `measure` are its buttons. Measures time and memory when it is told to.

    Signals: over() when a measurement ended; failed(failure) when it did so without a result.
    """

    over = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "bar")
        self._services = services
        self._measuring = False
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.measured = with_role(QLabel(), "muted")
        self.measured.setWordWrap(True)
        self.measure = QPushButton(self.tr("Measure time"))
        self.measure.setToolTip(
            self.tr("Trains for a few seconds, throws that away, and says how long everything will take.")
        )
        self.begin = with_role(QPushButton(self.tr("Start training")), "primary")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.told)
        words.addWidget(self.measured)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.measure)
        row.addWidget(self.begin)

    def tell(self, text: str, ready: bool) -> None:
        """text: translated; what is missing, or what will be done. ready: whether it can start."""
        self.told.setText(text)
        self.begin.setEnabled(ready)
        self.measure.setEnabled(ready and not self._measuring)

    def measure_time(self, training: Mapping[str, Any]) -> None:
        """training: arguments of the task that tries it in the child that computes."""
        self._measuring = True
        self.measure.setEnabled(False)
        self._tell_measured(self.tr("Measuring ..."))
        self._services.compute.ask(
            "train_plan", dict(training), done=self._planned, failed=self._not_planned, replaces="train-plan"
        )

    def forget_measured(self) -> None:
        """It is no longer true."""
        self.measured.setText("")
        self.measured.hide()

    def _planned(self, plan: dict[str, Any]) -> None:
        self._measuring = False
        self.over.emit()
        self._tell_measured(self._plan_text(plan))

    def _not_planned(self, failure: Failure) -> None:
        self._measuring = False
        self._tell_measured("")
        self.over.emit()
        self.failed.emit(failure)

    def _plan_text(self, plan: Mapping[str, Any]) -> str:
        memory = plan["peak_memory"]
        words = [
            self.tr("About {time} on {device}.").format(time=units.duration(plan["seconds"]), device=plan["device"]),
            self.tr("{n} pictures a second.").format(n=units.number(plan["images_per_second"], 1)),
        ]
        if plan["one_thread"]:
            words.append(
                self.tr("Other programs hold the processor up: one thread alone would make {n} a second.").format(
                    n=units.number(plan["one_thread"], 1)
                )
            )
        if memory:
            words.append(self.tr("{memory} of memory.").format(memory=units.amount(memory)))
        words.append(
            self.tr("Learns from %n picture(s),", "", plan["pictures"])
            + " "
            + self.tr("%n more only judge.", "", plan["held_out"])
        )
        if plan["notes"]:
            words.append(all_in_words(plan["notes"]))
        return " ".join(words)

    def _tell_measured(self, text: str) -> None:
        self.measured.setText(text)
        self.measured.setVisible(bool(text))
        restyle(self.measured)
