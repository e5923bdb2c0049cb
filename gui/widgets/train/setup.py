"""A training before it starts: goal, pictures, preset, settings, how long it will take, and the button that starts it.

It has over 300 lines because the steps depend on each other, and this is where they meet.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from enhancer.errors import EnhancerError

from ... import runs, units
from ...core_words import all_in_words
from ...defaults import DEVICE, THREADS
from ...services import Services
from ...theme.roles import restyle, with_role
from ...workers.protocol import Failure
from ..controls import Field, Fold, PathEdit, Segments
from ..failure import FailureNote
from .all_settings import AllSettings
from .data_card import DataCard
from .main_settings import MainSettings
from .preset_list import PresetList
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
        self._launching = False
        self._take_start = ""
        self._build()
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

    def arguments(self) -> list[str]:
        """What `enhancer` is told."""
        threads = self._services.settings.get(THREADS, 0)
        return runs.train_arguments(
            self.folder,
            self.presets.value,
            self.data.folder,
            self.overrides(),
            start=self.settings.start,
            device=self._services.settings.get(DEVICE, "auto"),
            threads=threads,
        )

    @property
    def folder(self) -> Path:
        """Of the run that will be."""
        return (
            Path(self.place.value or runs.default_folder()).expanduser().absolute() / self.settings.name.text().strip()
        )

    def overrides(self) -> list[str]:
        """Those of the table come last and win."""
        typed = self.table.overrides()
        names = {text.partition("=")[0] for text in typed}
        return [text for text in self.settings.overrides() if text.partition("=")[0] not in names] + typed

    def _build(self) -> None:
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
        self.table = AllSettings()
        self.fold = Fold(self.tr("All settings"))
        self.fold.add(self.table)
        self.place = PathEdit("folder", self._services.settings.get(KEPT + "folder", ""))
        self.place.line.setPlaceholderText(str(runs.default_folder()))
        self.place_field = Field(
            self.tr("Folder for runs"), self.place, self.tr("Each run gets a folder of its own in it.")
        )
        self.failure = FailureNote()
        inside = with_role(QWidget(), "scrolled")
        inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * 150)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        title = with_role(QLabel(self.tr("New training")), "title")
        column.addWidget(title)
        column.addWidget(self._section(self.tr("1. What should it learn?"), self._left(self.goal)))
        column.addWidget(self._section(self.tr("2. From which pictures?"), self.data))
        column.addWidget(self._section(self.tr("3. Which way of learning?"), self.presets))
        column.addWidget(self._section(self.tr("4. Settings"), self.settings, self.place_field, self.fold))
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.measured = with_role(QLabel(), "muted")
        self.measured.setWordWrap(True)
        self.measure = QPushButton(self.tr("Measure time"))
        self.measure.setToolTip(
            self.tr("Trains for a few seconds, throws that away, and says how long everything will take.")
        )
        self.begin = with_role(QPushButton(self.tr("Start training")), "primary")
        bar = with_role(QFrame(), "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.told)
        words.addWidget(self.measured)
        row.addLayout(words, 1)
        row.addWidget(self.measure)
        row.addWidget(self.begin)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.failure)
        whole.addWidget(with_role(QFrame(), "line"))
        whole.addWidget(bar)

    def _section(self, heading: str, *widgets: QWidget) -> QFrame:
        card = with_role(QFrame(), "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(with_role(QLabel(heading), "heading"))
        for widget in widgets:
            column.addWidget(widget)
        return card

    def _left(self, widget: QWidget) -> QWidget:
        """Not stretched over the whole width."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget)
        row.addStretch(1)
        return holder

    def _connect(self) -> None:
        self.goal.chosen.connect(self._take_goal)
        self.data.found.connect(self._take_facts)
        self.presets.chosen.connect(self._take_preset)
        self.settings.changed.connect(self._touch)
        self.settings.name.textEdited.connect(self._name_typed)
        self.table.changed.connect(self._touch)
        self.place.line.textChanged.connect(self._take_place)
        self.fold.toggled.connect(self._check)
        self.begin.clicked.connect(self.start)
        self.measure.clicked.connect(self.probe)
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
        """A start model can only be gone on with by the preset that made it, or one of the same network."""
        entry = self._services.catalog.find(self._take_start)
        if entry is None:
            return
        for row in self._presets:
            values = row["values"]
            network = values.get("generator.name") or values.get("network.name")
            scale = values.get("network.arguments.scale", entry.info.scale)
            depth = values.get("network.arguments.depth", entry.info.arguments.get("depth"))
            fits = (entry.info.scale, entry.info.arguments.get("depth")) == (scale, depth)
            if row["goal"] == self.goal.value and network == entry.info.network and fits:
                self.presets.value = str(row["name"])
                self._use_preset()
                return

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
        """Called after its pictures, until somebody types a name."""
        if self._named:
            return
        stem = runs.run_name(Path(self.data.folder).name if self.data.path.value else "") or "my-model"
        scale = self.presets.preset.get("values", {}).get("network.arguments.scale")
        name = f"{stem}-x{scale}" if self.goal.value == "upscale" and scale else stem
        self.settings.name.setText(runs.free_name(self.folder.parent, name[:60]))

    def _touch(self) -> None:
        """Something changed: what was measured is no longer true."""
        self.measured.setText("")
        self.measured.hide()
        self._say()
        self._settle.start()

    def _check(self) -> None:
        """Whether the settings can be meant, in a child."""
        self._settle.stop()
        if not self.presets.value:
            return
        values = {"preset": self.presets.value, "overrides": self.overrides(), "data": ""}
        if self.data.facts:
            values |= {"data": self.data.folder, "folder": str(self.folder)}
        self._services.pictures.ask(
            "train_settings", values, done=self._sound, failed=self._unsound, replaces="train-settings"
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

    def _problem(self) -> str:
        """Why it cannot start yet, "" if it can."""
        name = self.settings.name.text().strip()
        if not self._presets:
            return self.tr("The presets are being read.")
        if not self.data.path.value:
            return self.tr("Choose a folder of pictures.")
        if not self.data.facts:
            return self.tr("The pictures are being looked at.") if not self.data.failure.failure else ""
        if self.data.facts["source"] in ("folder", "classes") and not self.data.facts["count"]:
            return self.tr("There are no pictures in this folder that can be read.")
        if not name or runs.run_name(name) != name:
            return self.tr("Give it a name of letters, digits, dots, dashes and underscores.")
        if self.folder.exists():
            return self.tr("There is a run called {name} already. Choose another name.").format(name=name)
        return self._wrong

    def _say(self) -> None:
        problem = self._problem()
        ready = not problem and bool(self.data.facts) and not self._launching
        self.begin.setEnabled(ready)
        self.measure.setEnabled(ready and self.measure.property("busy") is not True)
        if problem:
            text = problem
        elif ready:
            text = self.tr("{preset} learns from {images}.").format(
                preset=self.presets.value, images=images_text(self.settings.budget.whole)
            )
        else:
            text = ""
        self.told.setText(text)
        name = self.settings.name.text().strip()
        taken = bool(name) and self.folder.exists()
        self.settings.fields["name"].set_error(problem if taken or (name and runs.run_name(name) != name) else "")

    def probe(self) -> None:
        """Measure time and memory in the child that computes."""
        values = {
            "folder": str(self.folder),
            "preset": self.presets.value,
            "data": self.data.folder,
            "overrides": self.overrides(),
            "start": self.settings.start,
            "device": self._services.settings.get(DEVICE, "auto"),
            "threads": self._services.settings.get(THREADS, 0),
        }
        self.measure.setProperty("busy", True)
        self.measure.setEnabled(False)
        self.failure.clear()
        self._tell_measured(self.tr("Measuring ..."))
        self._services.compute.ask(
            "train_plan", values, done=self._planned, failed=self._not_planned, replaces="train-plan"
        )

    def _planned(self, plan: dict[str, Any]) -> None:
        self.measure.setProperty("busy", False)
        self._say()
        memory = plan["peak_memory"]
        words = [
            self.tr("About {time} on {device}.").format(time=units.duration(plan["seconds"]), device=plan["device"]),
            self.tr("{n} pictures a second.").format(n=units.number(plan["images_per_second"], 1)),
        ]
        if memory:
            words.append(self.tr("{memory} of memory.").format(memory=units.amount(memory)))
        words.append(
            self.tr("Learns from %n picture(s),", "", plan["pictures"])
            + " "
            + self.tr("%n more only judge.", "", plan["held_out"])
        )
        self._tell_measured(" ".join(words))

    def _not_planned(self, failure: Failure) -> None:
        self.measure.setProperty("busy", False)
        self._tell_measured("")
        self._say()
        self._fail(failure)

    def _tell_measured(self, text: str) -> None:
        self.measured.setText(text)
        self.measured.setVisible(bool(text))
        restyle(self.measured)

    def start(self) -> None:
        """Start the training; it goes on without the window."""
        folder = self.folder
        self.failure.clear()
        try:
            runs.launch(folder, self.arguments())
        except EnhancerError as error:
            self._fail(Failure(error.message, error.hint, error.code))
            return
        self._named = False
        self._take_start = ""
        self._propose_name()
        self._touch()
        self.started.emit(str(folder))

    def _fail(self, failure: Failure) -> None:
        self.failure.show_failure(failure)


def _bare(message: str) -> str:
    """Without where the settings come from: they are in front of the reader."""
    _, found, rest = message.partition(" with --set: ")
    return rest if found else message
