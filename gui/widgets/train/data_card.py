"""The pictures of a training: which folder, and what was found in it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from enhancer.events import Event, Progressed

from ... import units
from ...core_words import in_words
from ...services import Services
from ...workers.protocol import Failure
from ..controls import Field, Fold, PathEdit
from ..failure import FailureNote

TYPING_MS = 500
FEW = {"upscale": 10, "generate": 1_000}
"""With fewer pictures than that it is said that results will be poor."""
LISTED_CLASSES = 30


class DataCard(QWidget):
    """Looks at a folder as soon as it is named. `facts` is what was found, or empty.

    Signals: found() when the facts changed, also when they went.
    """

    found = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.facts: dict[str, Any] = {}
        self.goal = "upscale"
        self.path = PathEdit("folder", placeholder=self.tr("Choose or drop a folder"))
        self.field = Field(
            self.tr("Folder of pictures"),
            self.path,
            self.tr("All pictures in it and in its folders are used. They are only read."),
        )
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Looking at the pictures"))
        self.summary, self.advice = _label(), _label("warning")
        self.classes = Fold("")
        self.class_list = _label()
        self.classes.add(self.class_list)
        self.bad = Fold("")
        self.bad_list = _label()
        self.bad.add(self.bad_list)
        self.failure = FailureNote(closable=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self.field,
            self.progress,
            self.failure,
            self.summary,
            self.advice,
            self.classes,
            self.bad,
        ):
            column.addWidget(widget)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self.look)
        self.path.changed.connect(self._typed)
        self._show()
        self.progress.hide()

    @property
    def folder(self) -> str:
        """Absolute, as trainings get it; empty where nothing is named."""
        return str(Path(self.path.value).expanduser().absolute()) if self.path.value else ""

    def set_folder(self, folder: str) -> None:
        """Name a folder and look at it."""
        self.path.value = folder
        self._typed()
        self.look()

    def set_goal(self, goal: str) -> None:
        self.goal = goal
        self._show()

    def look(self) -> None:
        self._typing.stop()
        if not self.path.value:
            return
        self.progress.setRange(0, 0)
        self.progress.show()
        self._services.pictures.ask(
            "data_check",
            {"folder": self.folder},
            done=self._done,
            failed=self._failed,
            event=self._heard,
            replaces="train-data",
        )

    def _typed(self) -> None:
        self.facts = {}
        self.failure.clear()
        self._show()
        self._typing.start()
        self.found.emit()

    def _heard(self, event: Event) -> None:
        if isinstance(event, Progressed) and event.fraction > 0:
            self.progress.setRange(0, 1000)
            self.progress.setValue(round(event.fraction * 1000))

    def _done(self, facts: dict[str, Any]) -> None:
        if facts["folder"] != self.folder:
            return
        self.progress.hide()
        self.failure.clear()
        self.facts = facts
        self._show()
        self.found.emit()

    def _failed(self, failure: Failure) -> None:
        if failure.unasked:
            self.progress.hide()
            self.failure.show_failure(failure)
            self._show()
            self.found.emit()

    def _show(self) -> None:
        facts = self.facts
        self.summary.setText(self._summary(facts) if facts else "")
        self.summary.setVisible(bool(facts))
        advice = self._advice(facts) if facts else ""
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        classes = [(name, int(count)) for name, count in facts.get("classes", ())]
        self.classes.setVisible(bool(classes))
        if classes:
            self.classes.set_title(self.tr("%n class(es)", "", len(classes)))
            lines = [f"{name}: {units.count(count)}" for name, count in classes[:LISTED_CLASSES]]
            if len(classes) > LISTED_CLASSES:
                lines.append(self.tr("and %n more", "", len(classes) - LISTED_CLASSES))
            self.class_list.setText("\n".join(lines))
        bad = list(facts.get("bad", ()))
        self.bad.setVisible(bool(bad))
        if bad:
            self.bad.set_title(self.tr("%n file(s) cannot be read and will be left out", "", facts["bad_count"]))
            rows = [f"{name}: {in_words(reason, 'unreadable')}" for name, reason in bad]
            self.bad_list.setText("\n".join(rows))

    def _summary(self, facts: Mapping[str, Any]) -> str:
        kinds = {
            "mnist": self.tr("The MNIST data set of handwritten digits."),
            "cifar10": self.tr("The CIFAR-10 data set."),
            "imagenet": self.tr("A data set laid out like ImageNet."),
            "shards": self.tr("Shards: archives of pictures, read in order."),
        }
        if facts["source"] in kinds:
            return kinds[facts["source"]]
        if not facts["count"]:
            return self.tr("There are no pictures here that can be read.")
        words = [
            self.tr("%n picture(s), {amount}.", "", facts["count"]).format(amount=units.amount(facts["bytes"])),
        ]
        small, large = facts["smallest"], facts["largest"]
        if small == large:
            words.append(self.tr("All are {size}.").format(size=units.pixels(*small)))
        else:
            words.append(
                self.tr("From {small} to {large}, most about {middle}.").format(
                    small=units.pixels(*small), large=units.pixels(*large), middle=units.pixels(*facts["median"])
                )
            )
        if facts["grey"] == facts["count"]:
            words.append(self.tr("All are grey."))
        return " ".join(words)

    def _advice(self, facts: Mapping[str, Any]) -> str:
        words = []
        if self.goal == "upscale" and facts["source"] not in ("folder", "classes"):
            words.append(self.tr("Enlarging is learned from picture files in a folder, not from this data set."))
        if 0 < facts["count"] < FEW[self.goal]:
            words.append(
                self.tr("That is few. {n} or more give a better result.").format(n=units.count(FEW[self.goal]))
            )
        if facts.get("loose"):
            words.append(self.tr("%n picture(s) outside of the class folders will be left out.", "", facts["loose"]))
        return " ".join(words)


def _label(role: str = "") -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
