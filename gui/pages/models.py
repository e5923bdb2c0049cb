"""Models: those that came with the program and the user's own; the card of one, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ..geometry import restore_sizes
from ..services import Services
from ..theme.roles import with_role
from ..widgets.failure import FailureNote
from ..widgets.models.card import ModelCard
from ..widgets.models.model_list import ModelList
from ..workers.protocol import Failure
from .page import Page, ShortcutGroup

KEPT = "pages.models."


class ModelsPage(Page):
    """Signals: wanted(page, arguments), see `Page`."""

    NAME = "models"
    ICON = "models"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.list = ModelList(services)
        self.card = ModelCard(services)
        self.failure = FailureNote()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.failure)
        column.addWidget(self.card, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(with_role(self.list, "scrolled"))
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        width = self.fontMetrics().averageCharWidth() * 38
        restore_sizes(self.splitter, services.settings, KEPT + "split", [width, 4 * width])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self._actions = self._make_actions()
        self.list.chosen.connect(self._choose)
        self.list.add_wanted.connect(self.add)
        self.card.wanted.connect(self.wanted)
        self.card.renamed.connect(self.list.select)
        self._choose(self.list.value)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("ModelsPage", "Models")

    @classmethod
    def tip(cls) -> str:
        return QCoreApplication.translate("ModelsPage", "See what each model does, and look after your own.")

    def open_paths(self, paths: Sequence[Path]) -> bool:
        """Model files are added to the user's."""
        files = [path for path in paths if path.suffix == ".safetensors"]
        if files:
            self.add(files)
        return bool(files)

    def take(self, arguments: Mapping[str, Any]) -> None:
        """{"model": name} to show."""
        if arguments.get("model"):
            self.list.select(str(arguments["model"]))

    def shortcuts(self) -> Sequence[ShortcutGroup]:
        return (ShortcutGroup(self.title(), self._actions),)

    def save_state(self) -> None:
        self.services.settings.set(KEPT + "split", self.splitter.sizes())

    def add(self, paths: Sequence[Path]) -> None:
        """Copy model files into the user's folder, each checked first."""
        self.failure.clear()
        folder = str(self.services.catalog.user_folder())
        for path in paths:
            self.services.pictures.ask(
                "model_add", {"path": str(path), "folder": folder}, done=self._added, failed=self._not_added
            )

    def _added(self, found: dict[str, Any]) -> None:
        self.list.select(str(found["name"]))
        self.services.catalog.refresh()

    def _not_added(self, failure: Failure) -> None:
        self.failure.show_failure(failure)

    def _choose(self, name: str) -> None:
        self.card.show_entry(self.services.catalog.find(name) if name else None)

    def _make_actions(self) -> list[QAction]:
        actions = []
        for text, keys, slot in (
            (self.tr("Find a model"), QKeySequence(QKeySequence.StandardKey.Find), self._find),
            (self.tr("Add a model file"), QKeySequence(QKeySequence.StandardKey.Open), self.list.ask_file),
            (self.tr("Use the model"), QKeySequence("Ctrl+Return"), self.card.head.use.click),
            (self.tr("Rename the model"), QKeySequence("F2"), self.card.does.ask_rename),
            (self.tr("Look at the models again"), QKeySequence("F5"), self.services.catalog.refresh),
        ):
            action = QAction(text, self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)
            actions.append(action)
        return actions

    def _find(self) -> None:
        self.list.search.setFocus()
        self.list.search.selectAll()
