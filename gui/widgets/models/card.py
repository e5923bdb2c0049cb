"""The card of a model: what it does, on which terms, how good it is and how it learned, how fast it is here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ...services import Services
from ...theme.roles import with_role
from ...workers.protocol import Failure
from ..controls import Fold
from ..failure import FailureNote
from ..scrolled import scrolled
from ..section import section
from ..train.curves import Curves, CurveSet
from .check_note import CheckNote
from .facts import ModelFacts
from .model_actions import ModelActions
from .model_head import ModelHead
from .score_table import ScoreTable, protocols_text
from .trials import ModelTrials

if TYPE_CHECKING:
    from enhancer.models.store import Entry

NOT_SHOWN = ("lr", "images_per_second")


class ModelCard(QWidget):
    """Signals: wanted(page, arguments) for another page; renamed(name)."""

    wanted = Signal(str, dict)
    renamed = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.entry: Entry | None = None
        self.facts: dict[str, Any] = {}
        self.does = ModelActions(services.catalog, self)
        self.trials = ModelTrials(services, self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.show_entry(None)

    def show_entry(self, entry: Entry | None) -> None:
        """Show this model, or nothing."""
        if entry is not None and entry == self.entry:
            return
        self.entry, self.facts = entry, {}
        self.does.about(entry)
        self.failure.clear()
        self.checks.hide()
        self._area.setVisible(entry is not None)
        self.empty.setVisible(entry is None)
        if entry is None:
            return
        self._area.verticalScrollBar().setValue(0)
        self.head.show_entry(entry)
        self._show_scores(entry)
        self._show_facts()
        self.curve_card.hide()
        self.recipe.hide()
        self.recipe.opened = False
        self._services.pictures.ask(
            "model_facts",
            {"path": str(entry.path)},
            done=self._know,
            failed=self._fail,
            replaces="models-facts",
        )

    def _make_parts(self) -> None:
        self.head = ModelHead(self._services.theme, self.does.of_menu())
        self.failure = FailureNote()
        self.checks = CheckNote(self._services.theme)
        self.fact_rows = ModelFacts()
        self.scores = ScoreTable()
        self.protocols = with_role(QLabel(), "muted", data=True)
        self.protocols.setWordWrap(True)
        self.score_card = section(self.tr("How good it is"), self.scores, self.protocols)
        self.curves = Curves(self._services)
        self.curve_card = section(self.tr("How it learned"), self.curves)
        self.recipe = Fold(self.tr("Recipe"))
        self.recipe_text = with_role(QPlainTextEdit(), "data", data=True)
        self.recipe_text.setReadOnly(True)
        self.recipe_text.setTabChangesFocus(True)
        self.recipe_text.setAccessibleName(self.tr("Recipe"))
        self.recipe_text.setMinimumHeight(self.fontMetrics().height() * 16)
        self.recipe.add(self.recipe_text)
        self.empty = with_role(QLabel(self.tr("Choose a model on the left.")), "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * 190)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        what_it_is = section(self.tr("What it is"), self.fact_rows)
        for widget in (self.head, self.failure, self.checks, what_it_is, self.score_card, self.curve_card, self.recipe):
            column.addWidget(widget)
        column.addStretch(1)
        self._area = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        whole.addWidget(self.empty)

    def _connect(self) -> None:
        self.head.use.clicked.connect(self.does.use)
        self.head.check.clicked.connect(self.ask_check)
        self.head.speed.clicked.connect(self.ask_speed)
        self.does.wanted.connect(self.wanted)
        self.does.renamed.connect(self.renamed)
        self.does.failed.connect(self._fail)
        self.trials.checking.connect(self.head.show_checking)
        self.trials.checked.connect(self._checked)
        self.trials.measuring.connect(self.head.show_measuring)
        self.trials.measured.connect(self._show_facts)
        self.trials.failed.connect(self._fail)

    def ask_check(self) -> None:
        """See whether it computes what its card says."""
        if self.entry is not None:
            self.trials.check(self._services.catalog.name_of(self.entry))

    def ask_speed(self) -> None:
        """Measure it on this machine."""
        if self.entry is not None:
            self.trials.measure_speed(self._services.catalog.name_of(self.entry), self.facts.get("sha256", ""))

    def _show_scores(self, entry: Entry) -> None:
        self.score_card.setVisible(bool(entry.info.metrics))
        self.scores.show_scores(entry.info)
        text = protocols_text(entry.info)
        self.protocols.setText(text)
        self.protocols.setVisible(bool(text))

    def _show_facts(self) -> None:
        if self.entry is not None:
            self.fact_rows.show_facts(self.entry, self.facts, self.trials.speed_of(self.facts.get("sha256", "")))

    def _know(self, facts: dict[str, Any]) -> None:
        if self.entry is None or facts["path"] != str(self.entry.path):
            return
        self.facts = facts
        self._show_facts()
        series = {name: points for name, points in facts["series"].items() if name not in NOT_SHOWN}
        self.curve_card.setVisible(bool(series))
        if series:
            metric = self.entry.info.metrics[0].metric if self.entry.info.metrics else ""
            self.curves.show_sets([CurveSet(self.entry.name, series, facts["groups"], facts["lowers"])], metric)
        self.recipe.setVisible(bool(facts["recipe"]))
        self.recipe_text.setPlainText(facts["recipe"])

    def _checked(self, found: dict[str, Any]) -> None:
        another = self.entry is None or (bool(self.facts) and found["sha256"] != self.facts["sha256"])
        if not another:
            self.checks.show_checks(found)

    def _fail(self, failure: Failure) -> None:
        self.failure.show_failure(failure)
