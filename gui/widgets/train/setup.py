"""A training before it starts: goal, pictures, preset, settings, and the bar that starts it. The steps depend on each
other; this is where they meet.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from enhancer.errors import EnhancerError

from ... import runs
from ...core_words import all_in_words
from ...defaults import DEVICE, THREADS
from ...services import Services
from ...theme.roles import with_role
from ...workers.protocol import Failure
from ..controls import Field, Fold, PathEdit, Segments
from ..failure import FailureNote
from ..scrolled import scrolled
from ..section import section
from .all_settings import AllSettings
from .data_card import DataCard
from .draft import Draft, proposed_name
from .main_settings import MainSettings
from .preset_list import PresetList, preset_for
from .start_bar import StartBar
from .words import images_text

CHECK_MS = 250
KEPT = "pages.train."


class TrainSetup(QWidget):
    """Signals: started(folder) when a training was started; folder_changed() when runs shall go elsewhere."""

    started = Signal(str)
    folder_changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._presets: list[Mapping[str, Any]] = []
        self._named = False
        self._wrong = ""
        self._take_start = ""
        self._make_steps()
        self._lay_out()
        self._connect()
        self.goal.value = services.settings.get(KEPT + "goal", "upscale")
        self._services.pictures.ask("train_presets", {}, done=self._know_presets, failed=self._fail)
        self._take_goal(self.goal.value)

    def take(self, data: str = "", start: str = "") -> None:
        """data: a folder of pictures to learn from. start: a model to start from, by name or path."""
        if start:
            entry = self._services.catalog.find(start)
            if entry is not None:
                self.goal.value = "generate" if entry.info.purpose == "generate" else "upscale"
                self._take_goal(self.goal.value)
            self.settings.start = self._take_start = start
            self._fit_preset()
        if data:
            self.data.set_folder(data)
        self._touch()

    @property
    def draft(self) -> Draft:
        """The training as it is set up now."""
        settings = self._services.settings
        return Draft(
            preset=self.presets.value,
            data=self.data.folder,
            facts=self.data.facts,
            place=Path(self.place.value or runs.default_folder()).expanduser().absolute(),
            name=self.settings.name.text().strip(),
            overrides=self._overrides(),
            start=self.settings.start,
            device=settings.get(DEVICE, "auto"),
            threads=settings.get(THREADS, 0),
        )

    def _overrides(self) -> list[str]:
        """Those of the table come last and win."""
        typed = self.table.overrides()
        names = {text.partition("=")[0] for text in typed}
        return [text for text in self.settings.overrides() if text.partition("=")[0] not in names] + typed

    def _make_steps(self) -> None:
        self.goal = Segments(
            [
                ("upscale", self.tr("Enlarge pictures")),
                ("generate", self.tr("Make new pictures")),
            ]
        )
        self.goal.setAccessibleName(self.tr("Goal"))
        self.data = DataCard(self._services)
        self.presets = PresetList()
        self.settings = MainSettings(self._services)
        self.place = PathEdit("folder", self._services.settings.get(KEPT + "folder", ""))
        self.place.line.setPlaceholderText(str(runs.default_folder()))
        self.table = AllSettings()
        self.fold = Fold(self.tr("All settings"))
        self.fold.add(self.table)
        self.failure = FailureNote()
        self.bar = StartBar(self._services)

    def _lay_out(self) -> None:
        goal = QWidget()
        row = QHBoxLayout(goal)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.goal)
        row.addStretch(1)
        place = Field(self.tr("Folder for runs"), self.place, self.tr("Each run gets a folder of its own in it."))
        inside = QWidget()
        inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * 150)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addWidget(with_role(QLabel(self.tr("New training")), "title"))
        column.addWidget(section(self.tr("1. What should it learn?"), goal))
        column.addWidget(section(self.tr("2. From which pictures?"), self.data))
        column.addWidget(section(self.tr("3. Which way of learning?"), self.presets))
        column.addWidget(section(self.tr("4. Settings"), self.settings, place, self.fold))
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled(inside), 1)
        whole.addWidget(self.failure)
        whole.addWidget(with_role(QFrame(), "line"))
        whole.addWidget(self.bar)

    def _connect(self) -> None:
        self.goal.chosen.connect(self._take_goal)
        self.data.found.connect(self._take_facts)
        self.presets.chosen.connect(self._take_preset)
        self.settings.changed.connect(self._touch)
        self.settings.name.textEdited.connect(self._name_typed)
        self.table.changed.connect(self._touch)
        self.place.line.textChanged.connect(self._take_place)
        self.fold.toggled.connect(self._check)
        self.bar.begin.clicked.connect(self.start)
        self.bar.measure.clicked.connect(self.probe)
        self.bar.over.connect(self._say)
        self.bar.failed.connect(self._fail)
        self._settle = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._settle.timeout.connect(self._check)

    def _know_presets(self, found: dict[str, Any]) -> None:
        self._presets = found["presets"]
        self._take_goal(self.goal.value)
        if self._take_start:
            self._fit_preset()

    def _take_goal(self, goal: str) -> None:
        self._services.settings.set(KEPT + "goal", goal)
        self.data.set_goal(goal)
        self.settings.set_goal(goal)
        rows = [row for row in self._presets if row["goal"] == goal]
        self.presets.show_presets(rows, self._services.settings.get(KEPT + f"preset.{goal}", ""))
        self._use_preset()

    def _take_preset(self, name: str) -> None:
        self._services.settings.set(KEPT + f"preset.{self.goal.value}", name)
        self._use_preset()

    def _use_preset(self) -> None:
        preset = self.presets.preset
        self.settings.show_preset(preset)
        if preset:
            self.table.show_values(preset["texts"], preset["about"])
        self._propose_name()
        self._touch()

    def _fit_preset(self) -> None:
        """A start model can only be gone on with by a preset that fits."""
        entry = self._services.catalog.find(self._take_start)
        name = preset_for(self._presets, self.goal.value, entry.info) if entry is not None else ""
        if name:
            self.presets.value = name
            self._use_preset()

    def _take_facts(self) -> None:
        self.settings.show_facts(self.data.facts)
        self._propose_name()
        self._touch()

    def _take_place(self) -> None:
        self._services.settings.set(KEPT + "folder", self.place.value)
        self._propose_name()
        self.folder_changed.emit()
        self._touch()

    def _name_typed(self, text: str) -> None:
        self._named = bool(text)

    def _propose_name(self) -> None:
        """Until somebody types one."""
        if not self._named:
            scale = self.presets.preset.get("values", {}).get("network.arguments.scale")
            draft = self.draft
            enlarges = scale if self.goal.value == "upscale" else None
            self.settings.name.setText(proposed_name(draft.data, enlarges, draft.place))

    def _touch(self) -> None:
        """Something changed: what was measured is no longer true."""
        self.bar.forget_measured()
        self._say()
        self._settle.start()

    def _check(self) -> None:
        """Whether the settings can be meant, in a child."""
        self._settle.stop()
        if self.presets.value:
            self._services.pictures.ask(
                "train_settings",
                self.draft.to_check(),
                done=self._sound,
                failed=self._unsound,
                replaces="train-settings",
            )

    def _sound(self, found: dict[str, Any]) -> None:
        self._wrong = ""
        self.settings.set_errors("")
        self.table.set_error("")
        self.table.show_values(found["texts"], found["about"])
        self._say()

    def _unsound(self, failure: Failure) -> None:
        if not failure.unasked:
            return
        self._wrong = all_in_words((_bare(failure.message), failure.hint))
        self.settings.set_errors(self._wrong)
        self.table.set_error(self._wrong)
        self._say()

    def _problem(self, draft: Draft) -> str:
        """Why it cannot start yet, "" if it can."""
        if not self._presets:
            return self.tr("The presets are being read.")
        return draft.problem(self.data.failure.failure is not None, self._wrong)

    def _say(self) -> None:
        draft = self.draft
        problem = self._problem(draft)
        ready = not problem and bool(draft.facts)
        text = problem
        if ready:
            images = images_text(self.settings.budget.whole)
            text = self.tr("{preset} learns from {images}.").format(preset=draft.preset, images=images)
        self.bar.tell(text, ready)
        self.settings.fields["name"].set_error(problem if draft.is_taken or draft.is_misnamed else "")

    def probe(self) -> None:
        """Measure time and memory."""
        self.failure.clear()
        self.bar.measure_time(self.draft.to_measure())

    def start(self) -> None:
        """Start the training; it goes on without the window."""
        draft = self.draft
        self.failure.clear()
        try:
            runs.launch(draft.folder, draft.arguments())
        except EnhancerError as error:
            self._fail(Failure.of(error))
            return
        self._named = False
        self._take_start = ""
        self._propose_name()
        self._touch()
        self.started.emit(str(draft.folder))

    def _fail(self, failure: Failure) -> None:
        self.failure.show_failure(failure)


def _bare(message: str) -> str:
    """Without where the settings come from: they are in front of the reader."""
    _, found, rest = message.partition(" with --set: ")
    return rest if found else message
