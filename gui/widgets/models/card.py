"""The card of a model: what it does, on which terms, how good it is and how it learned, how fast it is here.

It has over 300 lines because everything that can be done with a model starts here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from enhancer.errors import EnhancerError

from ... import units
from ...core_words import in_words
from ...defaults import DEVICE
from ...revealing import show_folder
from ...services import Services
from ...theme.roles import restyle, with_role
from ...workers.protocol import Failure
from ..controls import ElidedLabel, Fold
from ..failure import FailureNote
from ..train.curves import Curves, CurveSet
from ..train.words import metric_title, number_text
from .words import fact_rows, origin_text, speed_text, verdict_text

if TYPE_CHECKING:
    from enhancer.models.store import Entry

SPEEDS = "pages.models.speeds"
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
        self._build()
        self.show_entry(None)

    def show_entry(self, entry: Entry | None) -> None:
        """Show this model, or nothing."""
        if entry is not None and entry == self.entry:
            return
        self.entry, self.facts = entry, {}
        self.failure.clear()
        self.checks.hide()
        self._area.setVisible(entry is not None)
        self.empty.setVisible(entry is None)
        if entry is None:
            return
        self._area.verticalScrollBar().setValue(0)
        self._show_head(entry)
        self._show_scores(entry)
        self._fill_facts(entry)
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

    def _build(self) -> None:
        self.title = with_role(ElidedLabel(""), "title", data=True)
        self.summary = with_role(QLabel(), "muted", data=True)
        self.summary.setWordWrap(True)
        self.use = with_role(QPushButton(self.tr("Use")), "primary")
        self.check = QPushButton(self.tr("Check"))
        self.check.setIcon(self._services.theme.icon("check"))
        self.check.setToolTip(self.tr("Runs it on small pictures and sees whether it computes what its card says."))
        self.speed = QPushButton(self.tr("Measure speed"))
        self.speed.setIcon(self._services.theme.icon("clock"))
        self.more = QToolButton()
        self.more.setIcon(self._services.theme.icon("more"))
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu())
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.failure = FailureNote()
        self.checks = with_role(QFrame(), "notice", tone="good")
        self.check_grid = QGridLayout(self.checks)
        self.check_grid.setContentsMargins(16, 12, 16, 12)
        self.check_grid.setHorizontalSpacing(16)
        self.check_grid.setVerticalSpacing(4)
        self.check_grid.setColumnStretch(2, 1)
        self.fact_grid = QGridLayout()
        self.fact_grid.setHorizontalSpacing(24)
        self.fact_grid.setVerticalSpacing(8)
        self.fact_grid.setColumnStretch(1, 1)
        self.scores = QTableWidget()
        self.scores.setAccessibleName(self.tr("Scores"))
        self.scores.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.scores.setTabKeyNavigation(False)
        self.scores.verticalHeader().hide()
        self.scores.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.protocol = with_role(QLabel(), "muted", data=True)
        self.protocol.setWordWrap(True)
        self.score_card = _section(self.tr("How good it is"), self.scores, self.protocol)
        self.curves = Curves(self._services)
        self.curve_card = _section(self.tr("How it learned"), self.curves)
        self.recipe = Fold(self.tr("Recipe"))
        self.recipe_text = with_role(QPlainTextEdit(), "data", data=True)
        self.recipe_text.setReadOnly(True)
        self.recipe_text.setTabChangesFocus(True)
        self.recipe_text.setAccessibleName(self.tr("Recipe"))
        self.recipe_text.setMinimumHeight(self.fontMetrics().height() * 16)
        self.recipe.add(self.recipe_text)
        facts = QWidget()
        facts.setLayout(self.fact_grid)
        self.fact_grid.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for button in (self.speed, self.check, self.use, self.more):
            head.addWidget(button)
        inside = with_role(QWidget(), "scrolled")
        inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * 190)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addLayout(head)
        for widget in (self.summary, self.verdict, self.failure, self.checks):
            column.addWidget(widget)
        for section in (_section(self.tr("What it is"), facts), self.score_card, self.curve_card):
            column.addWidget(section)
        column.addWidget(self.recipe)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self.empty = with_role(QLabel(self.tr("Choose a model on the left.")), "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        whole.addWidget(self.empty)
        self.use.clicked.connect(self._use)
        self.check.clicked.connect(self.ask_check)
        self.speed.clicked.connect(self.ask_speed)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self.train_action = menu.addAction(self.tr("Train on from this model"))
        self.reveal_action = menu.addAction(self.tr("Show in the folder"))
        self.copy_action = menu.addAction(self.tr("Copy the path"))
        menu.addSeparator()
        self.rename_action = menu.addAction(self.tr("Rename"))
        self.remove_action = menu.addAction(self.tr("Remove"))
        for action, slot in (
            (self.train_action, self._train),
            (self.reveal_action, self._reveal),
            (self.copy_action, self._copy),
            (self.rename_action, self.ask_rename),
            (self.remove_action, self.ask_remove),
        ):
            action.triggered.connect(slot)
        return menu

    def _show_head(self, entry: Entry) -> None:
        info = entry.info
        self.title.setText(entry.name)
        self.summary.setText(in_words(info.summary))
        self.summary.setVisible(bool(info.summary))
        text = verdict_text(info)
        self.verdict.setText(text)
        self.verdict.setVisible(bool(text))
        self.verdict.setProperty("role", "good" if info.verdict == "better" else "danger")
        restyle(self.verdict)
        usable = info.purpose != "features"
        self.use.setVisible(usable)
        self.use.setToolTip(
            self.tr("Opens the page that makes new pictures with it.")
            if info.purpose == "generate"
            else self.tr("Opens the page that enhances pictures with it.")
        )
        self.speed.setVisible(usable)
        self.train_action.setEnabled(usable)
        own = "" if not entry.shipped else self.tr("Models that came with the program stay as they are.")
        for action in (self.rename_action, self.remove_action):
            action.setEnabled(not entry.shipped)
            action.setToolTip(own)

    def _fill_facts(self, entry: Entry) -> None:
        grid = self.fact_grid
        _empty(grid)
        rows = fact_rows(entry.info)
        rows.append((self.tr("Origin"), origin_text(entry.shipped)))
        speed = self._known_speed()
        if speed:
            rows.append((self.tr("Speed here"), speed_text(speed, entry.info.scale)))
        if self.facts:
            rows.append((self.tr("Size of the file"), units.amount(self.facts["bytes"])))
        rows.append((self.tr("File"), str(entry.path)))
        if self.facts:
            rows.append((self.tr("SHA-256"), self.facts["sha256"]))
        files = {str(entry.path), self.facts.get("sha256", ""), entry.info.started_from} - {""}
        for row, (name, text) in enumerate(rows):
            label = with_role(QLabel(name), "muted")
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_value(text, long=text in files), row, 1)

    def _show_scores(self, entry: Entry) -> None:
        scores = entry.info.metrics
        self.score_card.setVisible(bool(scores))
        generated = entry.info.purpose == "generate"
        beside = self.tr("Noise") if generated else self.tr("Plain enlargement")
        with_beside = any(score.bicubic is not None or score.baseline is not None for score in scores)
        heads = [self.tr("Measure"), self.tr("Model")] + ([beside] if with_beside else []) + [self.tr("On")]
        self.scores.setColumnCount(len(heads))
        self.scores.setHorizontalHeaderLabels(heads)
        self.scores.setRowCount(len(scores))
        for row, score in enumerate(scores):
            other = score.baseline if score.baseline is not None else score.bicubic
            cells = [metric_title(score.metric), number_text(score.value)]
            cells += ([number_text(other) if other is not None else ""] if with_beside else []) + [in_words(score.data)]
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setToolTip(in_words(score.protocol))
                self.scores.setItem(row, column, item)
        header = self.scores.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        rows = sum(self.scores.rowHeight(row) for row in range(len(scores)))
        self.scores.setFixedHeight(rows + header.sizeHint().height() + 2 * self.scores.frameWidth() + 2)
        protocols = list(dict.fromkeys(score.protocol for score in scores if score.protocol))
        self.protocol.setText("\n".join(map(in_words, protocols)))
        self.protocol.setVisible(bool(protocols))

    def _know(self, facts: dict[str, Any]) -> None:
        if self.entry is None or facts["path"] != str(self.entry.path):
            return
        self.facts = facts
        self._fill_facts(self.entry)
        series = {name: points for name, points in facts["series"].items() if name not in NOT_SHOWN}
        self.curve_card.setVisible(bool(series))
        if series:
            metric = self.entry.info.metrics[0].metric if self.entry.info.metrics else ""
            self.curves.show_sets([CurveSet(self.entry.name, series, facts["groups"], facts["lowers"])], metric)
        self.recipe.setVisible(bool(facts["recipe"]))
        self.recipe_text.setPlainText(facts["recipe"])

    def _fail(self, failure: Failure) -> None:
        self.failure.show_failure(failure)

    def _name(self) -> str:
        """As other pages and children know the shown model: a later one of the same name goes by its path."""
        assert self.entry is not None
        known = self._services.catalog.find(self.entry.name)
        return self.entry.name if known is not None and known.path == self.entry.path else str(self.entry.path)

    def _use(self) -> None:
        if self.entry is not None:
            page = "generate" if self.entry.info.purpose == "generate" else "enhance"
            self.wanted.emit(page, {"model": self._name()})

    def _train(self) -> None:
        self.wanted.emit("train", {"start": self._name()})

    def ask_check(self) -> None:
        """Put questions to it in the child that computes."""
        if self.entry is None:
            return
        self.check.setEnabled(False)
        self.check.setText(self.tr("Checking ..."))
        self._services.compute.ask(
            "model_check",
            {"model": self._name(), "device": self._services.settings.get(DEVICE, "auto")},
            done=self._checked,
            failed=self._not_checked,
        )

    def _checked(self, found: dict[str, Any]) -> None:
        self._check_over()
        if self.entry is None or (self.facts and found["sha256"] != self.facts["sha256"]):
            return  # another one is shown by now
        _empty(self.check_grid)
        text = self.tr("It computes what its card says.") if found["healthy"] else self.tr("It must not be used.")
        title = QLabel(text)
        bold = title.font()
        bold.setBold(True)
        title.setFont(bold)
        self.check_grid.addWidget(title, 0, 0, 1, 3)
        for row, check in enumerate(found["checks"], start=1):
            mark = QLabel()
            icon = self._services.theme.icon("check" if check["ok"] else "warning", "good" if check["ok"] else "danger")
            mark.setPixmap(icon.pixmap(QSize(16, 16)))
            mark.setAccessibleName(self.tr("good") if check["ok"] else self.tr("wrong"))
            self.check_grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            self.check_grid.addWidget(with_role(QLabel(in_words(check["what"])), "muted", data=True), row, 1)
            text = in_words(check["text"])
            self.check_grid.addWidget(_value(text, long=len(text) > 60), row, 2)
        self.checks.setProperty("tone", "good" if found["healthy"] else "danger")
        restyle(self.checks)
        self.checks.show()

    def _not_checked(self, failure: Failure) -> None:
        self._check_over()
        self._fail(failure)

    def _check_over(self) -> None:
        self.check.setEnabled(True)
        self.check.setText(self.tr("Check"))

    def ask_speed(self) -> None:
        """Measure it in the child that computes."""
        if self.entry is None:
            return
        self.speed.setEnabled(False)
        self.speed.setText(self.tr("Measuring ..."))
        self.speed.setProperty("of", self.facts.get("sha256", ""))
        self._services.compute.ask(
            "model_speed",
            {"model": self._name(), "device": self._services.settings.get(DEVICE, "auto")},
            done=self._measured,
            failed=self._not_measured,
        )

    def _measured(self, speed: dict[str, Any]) -> None:
        self._speed_over()
        of = str(self.speed.property("of") or "")
        if of:
            speeds: dict[str, Any] = dict(self._services.settings.get(SPEEDS, {}))
            self._services.settings.set(SPEEDS, {**speeds, of: speed})
        if self.entry is not None:
            self._fill_facts(self.entry)

    def _not_measured(self, failure: Failure) -> None:
        self._speed_over()
        self._fail(failure)

    def _speed_over(self) -> None:
        self.speed.setEnabled(True)
        self.speed.setText(self.tr("Measure speed"))

    def _known_speed(self) -> dict[str, Any]:
        """What was measured here before, of the same file."""
        speeds: dict[str, Any] = self._services.settings.get(SPEEDS, {})
        found = speeds.get(self.facts.get("sha256", ""), {})
        return found if isinstance(found, dict) else {}

    def _reveal(self) -> None:
        if self.entry is not None and not show_folder(self.entry.path):
            self._fail(Failure(self.tr("No file manager was found."), str(self.entry.path), "reveal"))

    def _copy(self) -> None:
        if self.entry is not None:
            QApplication.clipboard().setText(str(self.entry.path))

    def ask_rename(self) -> None:
        if self.entry is None or self.entry.shipped:
            return
        name, asked = QInputDialog.getText(self, self.tr("Rename a model"), self.tr("New name:"), text=self.entry.name)
        if asked and name.strip() != self.entry.name:
            self.rename(name.strip())

    def rename(self, name: str) -> None:
        """Give the shown model another name."""
        assert self.entry is not None
        try:
            self._services.catalog.rename(self.entry, name)
        except EnhancerError as error:
            self._fail(Failure(error.message, error.hint, error.code))
            return
        self.renamed.emit(name)

    def ask_remove(self) -> None:
        if self.entry is None or self.entry.shipped:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Move the model {name} to the trash?").format(name=self.entry.name))
        box.setInformativeText(self.tr("Its curve and recipe go with it."))
        yes = box.addButton(self.tr("Move to the trash"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        asked = box.clickedButton() is yes
        box.deleteLater()
        if asked:
            self.remove()

    def remove(self) -> None:
        """Move the shown model to the trash."""
        assert self.entry is not None
        try:
            self._services.catalog.remove(self.entry)
        except EnhancerError as error:
            self._fail(Failure(error.message, error.hint, error.code))


def _section(heading: str, *widgets: QWidget) -> QFrame:
    card = with_role(QFrame(), "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(12)
    column.addWidget(with_role(QLabel(heading), "heading"))
    for widget in widgets:
        column.addWidget(widget)
    return card


def _value(text: str, long: bool = False) -> QLabel:
    """A fact that can be selected; paths and hashes give way in the middle."""
    label: QLabel
    if long and " " not in text:
        label = ElidedLabel(text)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    else:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("data", True)
    return label


def _empty(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
