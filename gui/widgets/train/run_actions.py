"""What can be done with a run: orders to its process, its model in use, its report, its folder, its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from enhancer.errors import EnhancerError

from ... import runs
from ...core_words import in_words
from ...defaults import computed_by
from ...revealing import open_file, show_folder
from ...services import Services
from ...trash import to_trash
from ...workers.protocol import Failure
from ..trash_question import may_be_removed
from .words import ACTIVE


class RunActions(QObject):
    """Acts on the run that it was last told `about`.

    Signals: ordered() when its process was told something; said(sentence, tone) and failed(failure) to be shown;
    publishing(under way) while its model is added; wanted(page, arguments) for another page; again(values) to set up a
    training like this; removed() when it went to the trash.
    """

    ordered = Signal()
    said = Signal(str, str)
    failed = Signal(object)
    publishing = Signal(bool)
    wanted = Signal(str, dict)
    again = Signal(dict)
    removed = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        """parent: stands behind its questions."""
        super().__init__(parent)
        self._services, self._behind = services, parent
        self._folder = ""
        self._facts: Mapping[str, Any] = {}
        self.try_best = self._action(self.tr("Try the best weights so far"), self._try)
        self.train_on = self._action(self.tr("Train on from this model"), self._train_on)
        self.report = self._action(self.tr("Open the report in a browser"), self._open_report)
        self.reveal = self._action(self.tr("Show the folder"), self._reveal)
        self.command = self._action(self.tr("Copy as a command"), self._copy_command)
        self.removal = self._action(self.tr("Remove this run"), self._ask_remove)

    def about(self, folder: str, facts: Mapping[str, Any]) -> None:
        """facts: empty while nothing is known of it."""
        self._folder, self._facts = folder, facts
        self.try_best.setEnabled(bool(facts.get("model")))
        self.train_on.setEnabled(bool(facts.get("model")))
        self.report.setEnabled(bool(facts.get("page")))
        self.removal.setEnabled(facts.get("state") not in ACTIVE)

    def of_menu(self) -> Sequence[QAction | None]:
        """None for a line between them."""
        return (self.try_best, self.train_on, None, self.report, self.reveal, self.command, None, self.removal)

    def pause(self) -> None:
        """Let it wait, or go on after that."""
        try:
            runs.order(Path(self._folder), "run" if self._facts.get("state") == "paused" else "pause")
        except EnhancerError as error:
            self.failed.emit(Failure.of(error))
        self.ordered.emit()

    def stop(self) -> None:
        try:
            runs.stop(Path(self._folder))
        except EnhancerError as error:
            self.failed.emit(Failure.of(error))
            return
        self.ordered.emit()
        self.said.emit(self.tr("It stops after the step it is at, and keeps what it learned."), "info")

    def resume(self) -> None:
        """Start it again where it stopped."""
        try:
            runs.go_on(Path(self._folder), computed_by(self._services.settings))
        except EnhancerError as error:
            self.failed.emit(Failure.of(error))
            return
        self.said.emit("", "info")
        self.ordered.emit()

    def use(self) -> None:
        """Add its best weights to the models, and go to the page that uses them."""
        self.publishing.emit(True)
        self._services.compute.ask(
            "run_use",
            {"folder": self._folder, "start": self._facts.get("start", "")},
            done=self._published,
            failed=self._not_published,
        )

    def remove(self) -> None:
        """Move the run's folder to the trash."""
        folder = Path(self._folder)
        if runs.is_busy(folder, runs.read_launch(folder)):
            self.said.emit(self.tr("It is still being trained. Stop it first."), "warning")
            return
        problem = to_trash(folder)
        if problem:
            text = self.tr("The run could not be moved to the trash.")
            self.failed.emit(Failure(text, self._folder, "trash", problem))
            return
        self.removed.emit()

    def _published(self, found: dict[str, Any]) -> None:
        self.publishing.emit(False)
        self.said.emit(in_words(str(found["sentence"])), "good")
        self._services.catalog.refresh()
        self.wanted.emit(self._page_name(), {"model": found["model"]})

    def _not_published(self, failure: Failure) -> None:
        self.publishing.emit(False)
        self.failed.emit(failure)

    def _page_name(self) -> str:
        return "generate" if self._facts.get("goal") == "generate" else "enhance"

    def _try(self) -> None:
        self.wanted.emit(self._page_name(), {"model": self._facts["model"]})

    def _train_on(self) -> None:
        self.again.emit({"start": self._facts["model"]})

    def _open_report(self) -> None:
        page = self._facts["page"]
        if not open_file(page):
            self.said.emit(self.tr("No browser was found. The report is {path}").format(path=page), "warning")

    def _reveal(self) -> None:
        if not show_folder(self._folder):
            text = self.tr("No file manager was found. The folder is {path}").format(path=self._folder)
            self.said.emit(text, "warning")

    def _copy_command(self) -> None:
        found = runs.read_launch(Path(self._folder))
        arguments = found.arguments if found else ("train", self._folder)
        QApplication.clipboard().setText(runs.command_line(arguments))
        self.said.emit(self.tr("Copied. In a terminal the command does the same."), "info")

    def _ask_remove(self) -> None:
        question = self.tr("Move the run {name} to the trash?").format(name=self._facts.get("name", ""))
        consequence = self.tr("Its curves, samples and weights go. Models that you added stay.")
        if may_be_removed(self._behind, question, consequence):
            self.remove()

    def _action(self, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        return action
