"""Train: runs on the left; a new one, one in full, or several compared on the right. Trainings outlive the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from ..geometry import restore_sizes
from ..services import Services
from ..theme.roles import with_role
from ..widgets.train.run_list import MOST_COMPARED, RunList
from ..widgets.train.setup import TrainSetup
from .page import Page, ShortcutGroup

if TYPE_CHECKING:
    from ..widgets.train.compare_view import CompareView
    from ..widgets.train.run_view import RunView

KEPT = "pages.train."


class TrainPage(Page):
    """Signals: wanted(page, arguments), see `Page`."""

    NAME = "train"
    ICON = "train"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.list = RunList(services)
        self.setup = TrainSetup(services)
        self._shown_first = services.settings.get(KEPT + "run", "")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.setup)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(with_role(self.list, "scrolled"))
        self.splitter.addWidget(self.stack)
        self.splitter.setStretchFactor(1, 1)
        width = self.fontMetrics().averageCharWidth() * 34
        restore_sizes(self.splitter, services.settings, KEPT + "split", [width, 4 * width])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self._actions = self._make_actions()
        self._connect()

    @cached_property
    def run(self) -> RunView:
        """One run in full; made when first needed."""
        from ..widgets.train.run_view import RunView

        view = RunView(self.services)
        view.wanted.connect(self.wanted)
        view.again.connect(self.new)
        view.changed.connect(self.list.poll)
        view.removed.connect(self._removed)
        self.stack.addWidget(view)
        return view

    @cached_property
    def compare(self) -> CompareView:
        """Several runs; made when first needed."""
        from ..widgets.train.compare_view import CompareView

        view = CompareView(self.services)
        self.stack.addWidget(view)
        return view

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("TrainPage", "Train")

    @classmethod
    def tip(cls) -> str:
        return QCoreApplication.translate("TrainPage", "Teach a model on your own pictures.")

    def open_paths(self, paths: Sequence[Path]) -> bool:
        """A folder of pictures becomes what is learned from; a folder of a run is shown."""
        folders = [path for path in paths if path.is_dir()]
        if not folders:
            return False
        if (folders[0] / "config.toml").is_file() and (folders[0] / "checkpoints").is_dir():
            self.list.add_folder(str(folders[0]))
            self.show_run(str(folders[0]))
        else:
            self.new({"data": str(folders[0])})
        return True

    def take(self, arguments: Mapping[str, Any]) -> None:
        """{"start": model} to train on from it, {"data": folder} to learn from, {"run": folder} to look at."""
        if arguments.get("run"):
            self.show_run(str(arguments["run"]))
        else:
            self.new(arguments)

    def hand_over(self) -> Mapping[str, Any]:
        """A training that is being set up."""
        if self.stack.currentWidget() is not self.setup:
            return {}
        found = {"data": self.setup.data.path.value, "start": self.setup.settings.start}
        return {name: value for name, value in found.items() if value}

    def shortcuts(self) -> Sequence[ShortcutGroup]:
        return (ShortcutGroup(self.title(), self._actions),)

    def save_state(self) -> None:
        self.services.settings.set(KEPT + "split", self.splitter.sizes())
        shown = self.run.folder if self._shows_run else ""
        self.services.settings.set(KEPT + "run", shown)

    def new(self, arguments: Mapping[str, Any] | None = None) -> None:
        """Set up a training."""
        self.list.select("")
        self.stack.setCurrentWidget(self.setup)
        if arguments:
            self.setup.take(str(arguments.get("data", "")), str(arguments.get("start", "")))
        self.setup.data.path.setFocus()

    def show_run(self, folder: str) -> None:
        self.list.select(folder)
        self.run.show_run(folder)
        self.stack.setCurrentWidget(self.run)

    @property
    def _shows_run(self) -> bool:
        return "run" in vars(self) and self.stack.currentWidget() is self.run

    def _make_actions(self) -> list[QAction]:
        new = QAction(self.tr("New training"), self)
        new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        new.triggered.connect(self._new)
        start = QAction(self.tr("Start the training"), self)
        start.setShortcut(QKeySequence("Ctrl+Return"))
        start.triggered.connect(self._start)
        pause = QAction(self.tr("Pause the run, or let it go on"), self)
        pause.setShortcut(QKeySequence("Ctrl+P"))
        pause.triggered.connect(self._pause)
        again = QAction(self.tr("Look at the runs again"), self)
        again.setShortcut(QKeySequence("F5"))
        again.triggered.connect(self.list.poll)
        actions = [new, start, pause, again]
        for action in actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        return actions

    def _connect(self) -> None:
        self.list.new_wanted.connect(self._new)
        self.list.chosen.connect(self._choose)
        self.list.listed.connect(self._listed)
        self.setup.started.connect(self._started)
        self.setup.folder_changed.connect(self.list.poll)

    def _new(self) -> None:
        self.new()

    def _start(self) -> None:
        if self.stack.currentWidget() is self.setup and self.setup.bar.begin.isEnabled():
            self.setup.bar.begin.click()

    def _pause(self) -> None:
        if self._shows_run and self.run.head.pause.isVisible():
            self.run.head.pause.click()

    def _choose(self, folders: list[str]) -> None:
        if len(folders) == 1:
            self.run.show_run(folders[0])
            self.stack.setCurrentWidget(self.run)
        elif folders:
            self.compare.show_runs(folders[:MOST_COMPARED])
            self.stack.setCurrentWidget(self.compare)

    def _listed(self) -> None:
        """At the start: what was looked at, else what runs; later: the run that was just started."""
        wanted, self._shown_first = self._shown_first, ""
        if not wanted and self._shows_run and not self.list.selected():
            wanted = self.run.folder
        if wanted and self.list.row(wanted):
            self.list.select(wanted)

    def _started(self, folder: str) -> None:
        self.run.show_run(folder)
        self.stack.setCurrentWidget(self.run)
        self.list.list.clearSelection()
        self.list.poll()

    def _removed(self) -> None:
        self.list.poll()
        self.new()
