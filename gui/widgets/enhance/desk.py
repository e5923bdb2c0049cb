"""The whole of the page: the picture or the start at the left with failures above, the panel at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ...geometry import restore_sizes
from ...services import Services
from .actions import Actions
from .note_place import NotePlace
from .side import Side
from .start import Start
from .work import Work

SIZES = "pages.enhance.splitter"


class Desk(QSplitter):
    """`stack` shows `start` or `work`."""

    def __init__(self, services: Services, does: Actions, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings = services.settings
        self.side = Side(services, [does.undo, does.redo], [does.command, does.job, does.reset, does.close])
        self.start = Start(services)
        self.work = Work(services, does, self.side.settings)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.work)
        self.notes = NotePlace()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notes)
        column.addWidget(self.stack, 1)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(4)
        self.addWidget(left)
        self.addWidget(self.side)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        restore_sizes(self, self._settings, SIZES, [960, 320])
        live = self.work.viewer.live
        live.done.connect(self.notes.clear_of_preview)
        live.failed.connect(self.notes.tell_of_preview)

    def save_state(self) -> None:
        self._settings.set(SIZES, self.sizes())
        self.work.save_state()
