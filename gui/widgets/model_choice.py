"""A combo box of models with a line below it that says what the chosen one does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from ..core_words import in_words
from ..services import Services

if TYPE_CHECKING:
    from enhancer.models.store import Entry


class _Box(QComboBox):
    """Turns only under the wheel when it has the focus, so that scrolling a panel changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ModelChoice(QWidget):
    """Models of some purposes. `value` is a name of the store, the path of a model file, or "" for none.

    chosen(value) tells of what the user chose, and of what became of the value when the models changed.
    """

    chosen = Signal(str)

    def __init__(
        self, services: Services, purposes: Sequence[str], none: str = "", parent: QWidget | None = None
    ) -> None:
        """none: a translated text for the first line, which stands for no model; without it there is no such line."""
        super().__init__(parent)
        self._catalog, self._purposes, self._none = services.catalog, tuple(purposes), none
        self._wanted = ""
        self.box = _Box()
        self.box.setAccessibleName(self.tr("Model"))
        self.box.setProperty("data", True)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        self.summary.setProperty("data", True)
        self.summary.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self.summary)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._activated)
        self._catalog.changed.connect(self._fill)
        self._fill()

    @property
    def value(self) -> str:
        """What is chosen; until the models are known, what shall be."""
        return str(self.box.currentData() or "") if self._catalog.ready else self._wanted

    @value.setter
    def value(self, name: str) -> None:
        """A name or path that there is not is remembered, and chosen when it comes to exist."""
        self._wanted = name
        self._fill()

    @property
    def entry(self) -> Entry | None:
        """The chosen model."""
        return self._catalog.find(self.value)

    def _fill(self) -> None:
        before = str(self.box.currentData() or "")
        self.box.blockSignals(True)
        self.box.clear()
        if self._none:
            self.box.addItem(self._none, "")
        entries = self._catalog.entries(*self._purposes)
        for entry in entries:
            self._add(entry, entry.name)
        if self._wanted and self.box.findData(self._wanted) < 0 and Path(self._wanted).is_absolute():
            own = self._catalog.find(self._wanted)
            if own is not None and own.info.purpose in self._purposes:
                self._add(own, str(own.path), self.tr("{name} (file)").format(name=own.info.name))
        found = self.box.findData(self._wanted) if self._wanted or self._none else -1
        self.box.setCurrentIndex(max(found, 0) if self.box.count() else -1)
        self.box.setEnabled(self.box.count() > 0)
        self.box.blockSignals(False)
        self._tell()
        now = str(self.box.currentData() or "")
        if self._catalog.ready and now != before:
            self.chosen.emit(now)

    def _add(self, entry: Entry, value: str, text: str = "") -> None:
        self.box.addItem(text or entry.name, value)
        tip = in_words(entry.info.summary) or str(entry.path)
        self.box.setItemData(self.box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    def _activated(self) -> None:
        self._wanted = str(self.box.currentData() or "")
        self._tell()
        self.chosen.emit(self._wanted)

    def _tell(self) -> None:
        entry = self._catalog.find(str(self.box.currentData() or ""))
        if entry is not None:
            text = in_words(entry.info.summary)
        elif not self._catalog.ready:
            text = self.tr("Models are being read ...")
        else:
            text = "" if self.box.count() else self.tr("There is no model for this yet. Train one, or add a file.")
        self.summary.setText(text)
        self.summary.setVisible(bool(text))
        self.box.setToolTip(str(entry.path) if entry is not None else "")
