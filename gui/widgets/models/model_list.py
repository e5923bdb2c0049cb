"""The models, shipped ones first, by purpose and by words; and what could not be opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core_words import in_words
from ...services import Services
from ...theme.roles import with_role
from ..choice import Choice
from ..controls import Fold
from ..several_lines import SeveralLines
from .words import CHANGING, makes_text, origin_text

if TYPE_CHECKING:
    from enhancer.models.store import Entry

NAME_ROLE = Qt.ItemDataRole.UserRole
KEPT = "pages.models.purpose"


class ModelList(QWidget):
    """Signals: chosen(name), "" for none; add_wanted(paths)."""

    chosen = Signal(str)
    add_wanted = Signal(list)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._catalog = services, services.catalog
        self._wanted = services.settings.get("pages.models.model", "")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a model"))
        self.search.setAccessibleName(self.tr("Find a model"))
        self.search.setClearButtonEnabled(True)
        self.purpose = Choice(
            [
                ("all", self.tr("All models")),
                ("enhance", self.tr("Enlarge and repair")),
                ("generate", self.tr("Make new pictures")),
                ("features", self.tr("Judge pictures")),
                ("own", self.tr("Only yours")),
            ]
        )
        self.purpose.setAccessibleName(self.tr("Purpose"))
        self.purpose.value = services.settings.get(KEPT, "all")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Models"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setIconSize(QSize(20, 20))
        self.list.setItemDelegate(SeveralLines(self.list))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("data", True)
        self.note = with_role(QLabel(), "muted")
        self.note.setWordWrap(True)
        self.problems = Fold("")
        self.problem_text = with_role(QLabel(), "warning", data=True)
        self.problem_text.setWordWrap(True)
        self.problem_text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problems.add(self.problem_text)
        self.add = QPushButton(self.tr("Add a model file"))
        self.add.setIcon(services.theme.icon("add"))
        self.add.setToolTip(self.tr("Copies a .safetensors file of this program into your models."))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 16)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.purpose)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        column.addWidget(self.problems)
        column.addWidget(self.add)
        self.search.textChanged.connect(self._fill)
        self.purpose.chosen.connect(self._take_purpose)
        self.list.currentItemChanged.connect(self._current)
        self.add.clicked.connect(self.ask_file)
        self._catalog.changed.connect(self._fill)
        services.theme.changed.connect(self._fill)
        self._fill()

    @property
    def value(self) -> str:
        item = self.list.currentItem()
        return str(item.data(NAME_ROLE)) if item is not None else ""

    def select(self, name: str) -> None:
        """Show this model; filters that hide it are taken away. One that comes later is chosen then."""
        self._wanted = name
        if self._row(name) < 0 and self._catalog.find(name) is not None:
            self.search.clear()
            self.purpose.value = "all"
        self._fill()

    def ask_file(self) -> None:
        filters = self.tr("Model files (*.safetensors)")
        names = QFileDialog.getOpenFileNames(self, self.tr("Add model files"), "", filters)[0]
        if names:
            self.add_wanted.emit([Path(name) for name in names])

    def _take_purpose(self, purpose: str) -> None:
        self._services.settings.set(KEPT, purpose)
        self._fill()

    def _fits(self, entry: Entry) -> bool:
        purpose, info = self.purpose.value, entry.info
        kinds = {"enhance": CHANGING, "generate": ("generate",), "features": ("features",)}
        if purpose == "own" and entry.shipped:
            return False
        if purpose in kinds and info.purpose not in kinds[purpose]:
            return False
        text = f"{entry.name} {in_words(info.summary)} {makes_text(info)} {info.licence.data}".lower()
        return all(word in text for word in self.search.text().lower().split())

    def _fill(self) -> None:
        wanted = self._wanted or self.value
        entries = sorted(filter(self._fits, self._catalog.entries()), key=_place)
        self.list.blockSignals(True)
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(f"{entry.name}\n{makes_text(entry.info)}\n{origin_text(entry.shipped)}")
            item.setData(NAME_ROLE, entry.name)
            item.setToolTip(in_words(entry.info.summary) or str(entry.path))
            item.setIcon(self._services.theme.icon(_icon(entry), "muted"))
            self.list.addItem(item)
        row = self._row(wanted)
        if row < 0 and self.list.count():
            row = 0
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._tell(len(entries))
        self.chosen.emit(self.value)

    def _row(self, name: str) -> int:
        rows = range(self.list.count())
        return next((row for row in rows if self.list.item(row).data(NAME_ROLE) == name), -1)

    def _tell(self, count: int) -> None:
        if not self._catalog.ready:
            text = self.tr("Models are being read ...")
        else:
            text = "" if count else self.tr("No model fits. Change the words or the purpose above.")
        self.note.setText(text)
        self.note.setVisible(bool(text))
        problems = self._catalog.problems()
        self.problems.setVisible(bool(problems))
        self.problems.set_title(self.tr("%n file(s) cannot be opened", "", len(problems)))
        self.problem_text.setText("\n\n".join(in_words(problem, "model") for problem in problems))

    def _current(self) -> None:
        self._wanted = self.value
        self._services.settings.set("pages.models.model", self.value)
        self.chosen.emit(self.value)


def _place(entry: Entry) -> int:
    """What is used first comes first."""
    return {"generate": 1, "features": 2}.get(entry.info.purpose, 0)


def _icon(entry: Entry) -> str:
    return {"generate": "generate", "features": "check"}.get(entry.info.purpose, "enhance")
