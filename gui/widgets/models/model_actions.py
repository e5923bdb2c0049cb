"""What can be done with a model: use it, train on from it, find its file, rename it, remove it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget

from enhancer.errors import EnhancerError

from ...catalog import Catalog
from ...revealing import show_folder
from ...workers.protocol import Failure
from ..trash_question import may_be_removed

if TYPE_CHECKING:
    from enhancer.models.store import Entry


class ModelActions(QObject):
    """Acts on the model that it was last told `about`.

    Signals: wanted(page, arguments) for another page; renamed(name); failed(failure) to be shown.
    """

    wanted = Signal(str, dict)
    renamed = Signal(str)
    failed = Signal(object)

    def __init__(self, catalog: Catalog, parent: QWidget) -> None:
        """parent: stands behind its questions."""
        super().__init__(parent)
        self._catalog, self._behind = catalog, parent
        self._entry: Entry | None = None
        self.train = self._action(self.tr("Train on from this model"), self._train)
        self.reveal = self._action(self.tr("Show in the folder"), self._reveal)
        self.copy = self._action(self.tr("Copy the path"), self._copy)
        self.renaming = self._action(self.tr("Rename"), self.ask_rename)
        self.removal = self._action(self.tr("Remove"), self.ask_remove)

    def about(self, entry: Entry | None) -> None:
        self._entry = entry
        if entry is None:
            return
        self.train.setEnabled(entry.info.purpose != "features")
        why_not = self.tr("Models that came with the program stay as they are.") if entry.shipped else ""
        for action in (self.renaming, self.removal):
            action.setEnabled(not entry.shipped)
            action.setToolTip(why_not)

    def of_menu(self) -> Sequence[QAction | None]:
        """None for a line between them."""
        return (self.train, self.reveal, self.copy, None, self.renaming, self.removal)

    def use(self) -> None:
        """Go to the page that works with it."""
        if self._entry is not None:
            page = "generate" if self._entry.info.purpose == "generate" else "enhance"
            self.wanted.emit(page, {"model": self._catalog.name_of(self._entry)})

    def ask_rename(self) -> None:
        entry = self._entry
        if entry is None or entry.shipped:
            return
        title, question = self.tr("Rename a model"), self.tr("New name:")
        name, agreed = QInputDialog.getText(self._behind, title, question, text=entry.name)
        if agreed and name.strip() != entry.name:
            self.rename(name.strip())

    def rename(self, name: str) -> None:
        """Give it another name."""
        assert self._entry is not None
        try:
            self._catalog.rename(self._entry, name)
        except EnhancerError as error:
            self.failed.emit(Failure.of(error))
            return
        self.renamed.emit(name)

    def ask_remove(self) -> None:
        if self._entry is None or self._entry.shipped:
            return
        question = self.tr("Move the model {name} to the trash?").format(name=self._entry.name)
        if may_be_removed(self._behind, question, self.tr("Its curve and recipe go with it.")):
            self.remove()

    def remove(self) -> None:
        """Move it to the trash."""
        assert self._entry is not None
        try:
            self._catalog.remove(self._entry)
        except EnhancerError as error:
            self.failed.emit(Failure.of(error))

    def _train(self) -> None:
        assert self._entry is not None
        self.wanted.emit("train", {"start": self._catalog.name_of(self._entry)})

    def _reveal(self) -> None:
        if self._entry is not None and not show_folder(self._entry.path):
            self.failed.emit(Failure(self.tr("No file manager was found."), str(self._entry.path), "reveal"))

    def _copy(self) -> None:
        if self._entry is not None:
            QApplication.clipboard().setText(str(self._entry.path))

    def _action(self, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        return action
