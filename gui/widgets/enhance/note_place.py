"""The place above the page for what went wrong; it takes no room while there is nothing to tell."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...workers.protocol import Failure
from ..failure import FailureNote


class NotePlace(QWidget):
    """`note` shows one failure, the newest. That of a preview goes by itself when a later preview works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of_preview = False
        self.note = FailureNote()
        self.note.closed.connect(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 0)
        layout.addWidget(self.note)
        self.hide()

    def tell(self, failure: Failure, tone: Literal["danger", "warning"] = "danger") -> None:
        self._of_preview = False
        self.note.show_failure(failure, tone)
        self.setVisible(self.note.failure is not None)

    def tell_of_preview(self, failure: Failure) -> None:
        if failure.unasked:
            self.tell(failure)
            self._of_preview = True

    def clear(self) -> None:
        self._of_preview = False
        self.note.clear()
        self.hide()

    def clear_of_preview(self) -> None:
        if self._of_preview:
            self.clear()
