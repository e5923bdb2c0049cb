"""A path that can be typed, dropped or chosen in the system's dialog."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

Kind = Literal["folder", "file", "save"]


class PathEdit(QWidget):
    """kind: a folder, a file that is there, or one to be written.

    Signals: changed(value) when the user changed it; not when `value` is set.
    """

    changed = Signal(str)

    def __init__(
        self,
        kind: Kind = "folder",
        value: str = "",
        *,
        placeholder: str = "",
        filters: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """filters: as in "Pictures (*.png *.jpg);;All files (*)", translated."""
        super().__init__(parent)
        self._kind, self._filters = kind, filters
        self.line = QLineEdit(value, self)
        self.line.setPlaceholderText(placeholder)
        self.line.setClearButtonEnabled(True)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.setProperty("data", True)
        self.button = QPushButton(QCoreApplication.translate("PathEdit", "Browse…"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.button)
        self.button.clicked.connect(self.browse)
        self.line.textChanged.connect(self._show_whole)
        self.line.textEdited.connect(self.changed)
        self.setFocusProxy(self.line)
        self.setAcceptDrops(True)
        self.line.setAcceptDrops(False)
        self._show_whole(value)

    @property
    def value(self) -> str:
        return self.line.text().strip()

    @value.setter
    def value(self, value: str) -> None:
        self.line.setText(value)
        self.line.setCursorPosition(len(value))

    def browse(self) -> None:
        """Ask the system's dialog."""
        if self._kind == "folder":
            title = QCoreApplication.translate("PathEdit", "Choose a folder")
            found = QFileDialog.getExistingDirectory(self, title, self.value)
        elif self._kind == "file":
            title = QCoreApplication.translate("PathEdit", "Choose a file")
            found = QFileDialog.getOpenFileName(self, title, self.value, self._filters)[0]
        else:
            title = QCoreApplication.translate("PathEdit", "Save as")
            found = QFileDialog.getSaveFileName(self, title, self.value, self._filters)[0]
        if found:
            self._take(found)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.button.setAccessibleName(f"{name}: {self.button.text()}")

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.line.setAccessibleDescription(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        places = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if places:
            event.acceptProposedAction()
            self._take(places[0])

    def _take(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self.changed.emit(value)

    def _show_whole(self, text: str) -> None:
        self.line.setToolTip(text)
