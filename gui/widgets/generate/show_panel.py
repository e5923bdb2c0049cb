"""The settings of what the grid shows: model, classes, seeds, variety, and how far neighbours lie."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...services import Services
from ...settings import Settings
from ...theme.roles import with_role
from ...units import fixed, percent
from ..controls import Field, NumberEdit
from ..labelled_slider import LabelledSlider
from ..model_choice import ModelChoice
from .question import Question

if TYPE_CHECKING:
    from enhancer.models.info import ModelInfo

SEED_LIMIT = 2**63
SHUFFLED_BELOW = 1_000_000
MOST = 1000
COUNT = 24
CLASS_ROWS = 4


class ShowPanel(QWidget):
    """Signals: changed() when the user changed anything; model_changed(value) when the model is another."""

    changed = Signal()
    model_changed = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remembered_classes: Sequence[str] = ()
        self.model = ModelChoice(services, ("generate",))
        self.classes = QListWidget()
        self.classes.setFlow(QListView.Flow.LeftToRight)
        self.classes.setWrapping(True)
        self.classes.setResizeMode(QListView.ResizeMode.Adjust)
        self.classes.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.classes.setProperty("data", True)
        self.seed = QLineEdit("0")
        self.seed.setProperty("data", True)
        self.seed.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,19}"), self.seed))
        self.shuffle_button = QToolButton()
        self.shuffle_button.setIcon(services.theme.icon("shuffle"))
        self.shuffle_button.setToolTip(self.tr("Other seeds (Ctrl+R)"))
        self.shuffle_button.setAccessibleName(self.tr("Other seeds"))
        seeds = QWidget()
        row = QHBoxLayout(seeds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.seed, 1)
        row.addWidget(self.shuffle_button)
        seeds.setFocusProxy(self.seed)
        self.count = NumberEdit(COUNT, 1, MOST)
        self.variety = LabelledSlider(5, 100, 100, _two_digits)
        self.strength = LabelledSlider(1, 100, 25, percent)
        self.class_field = Field(self.tr("Classes"), self.classes, self.tr("All of them, unless some are ticked."))
        self.seed_field = Field(self.tr("First seed"), seeds, self.tr("The same seed is always the same picture."))
        self.seed.setAccessibleName(self.tr("First seed"))
        self.count_field = Field(self.tr("Pictures"), self.count)
        self.variety_field = Field(
            self.tr("Variety"), self.variety, self.tr("Less gives more typical pictures that differ less.")
        )
        self.strength_field = Field(
            self.tr("How different"), self.strength, self.tr("How far neighbours lie from the picture.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(with_role(QLabel(self.tr("Pictures")), "heading"))
        column.addWidget(Field(self.tr("Model"), self.model))
        for field in (self.class_field, self.seed_field, self.count_field, self.variety_field, self.strength_field):
            column.addWidget(field)
        self.model.chosen.connect(self.model_changed)
        self.classes.itemChanged.connect(self._tell)
        self.classes.itemActivated.connect(_toggle)
        self.seed.textEdited.connect(self._tell)
        self.shuffle_button.clicked.connect(self.shuffle)
        self.count.changed.connect(self._tell)
        self.variety.changed.connect(self._tell)
        self.strength.changed.connect(self._tell)
        self.show_model(None)

    def save_state(self, settings: Settings, key: str) -> None:
        """Remember it below `key`."""
        settings.set(f"{key}.model", self.model.value)
        settings.set(f"{key}.seed", str(self.first_seed))
        settings.set(f"{key}.count", self.count.whole)
        settings.set(f"{key}.classes", list(self.chosen_classes))
        settings.set(f"{key}.variety", self.variety.value)

    def restore(self, settings: Settings, key: str) -> None:
        """No signal. Classes are ticked by the next `show_model`."""
        self.model.value = settings.get(f"{key}.model", "")
        seed = settings.get(f"{key}.seed", "0")
        self.seed.setText(seed if seed.isdecimal() else "0")
        self.count.value = settings.get(f"{key}.count", self.count.whole)
        self.variety.value = settings.get(f"{key}.variety", 1.0)
        self._remembered_classes = settings.list_of(f"{key}.classes", str)

    def show_model(self, info: ModelInfo | None) -> None:
        """What can be set depends on the model."""
        chosen, self._remembered_classes = self._remembered_classes, ()
        names = info.classes if info else ()
        self.classes.blockSignals(True)
        self.classes.clear()
        for name in names:
            item = QListWidgetItem(name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
            self.classes.addItem(item)
        self.classes.blockSignals(False)
        line = self.classes.fontMetrics().height() + 12
        self.classes.setFixedHeight(min(max(-(-len(names) // 4), 1), CLASS_ROWS) * line + 8)
        widest = max((self.classes.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        self.classes.setGridSize(QSize(widest + 44, line))
        self.class_field.setVisible(bool(names))

    def show_kind(self, what: str) -> None:
        """Only what means something for what is shown."""
        varies = what in ("seeds", "between")
        self.variety_field.setVisible(varies)
        self.class_field.setVisible(what == "seeds" and self.classes.count() > 0)
        self.seed_field.setVisible(what in ("seeds", "near"))
        self.count_field.setVisible(what != "like")
        self.strength_field.setVisible(what == "near")

    @property
    def chosen_classes(self) -> tuple[str, ...]:
        items = [self.classes.item(row) for row in range(self.classes.count())]
        return tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked)

    @property
    def first_seed(self) -> int:
        return min(int(self.seed.text() or 0), SEED_LIMIT - MOST - 1)

    def question(self) -> Question:
        """Pictures of seeds, as everything stands."""
        return Question(
            self.model.value,
            "seeds",
            self.first_seed,
            self.count.whole,
            self.chosen_classes,
            self.variety.value,
            strength=self.strength.value,
        )

    def shuffle(self) -> None:
        """Go to seeds somewhere else."""
        self.seed.setText(str(random.randrange(SHUFFLED_BELOW)))
        self._tell()

    def _tell(self, _: object = None) -> None:
        self.changed.emit()


def _toggle(item: QListWidgetItem) -> None:
    checked = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)


def _two_digits(value: float) -> str:
    return fixed(value, 2)
