"""The settings of a training that most people want to decide; what they change is told as `a.b=c` overrides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from enhancer.train.advice import FEW_PICTURES

from ...services import Services
from ..choice import Choice
from ..controls import Field, NumberEdit
from ..model_choice import ModelChoice

SIZES = (16, 28, 32, 48, 64, 96, 128, 256)
MOST_BUDGET = 1_000_000_000
PAIRED = ("relativistic", "wasserstein")


class MainSettings(QWidget):
    """Signals: changed() after any of them was."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._preset: Mapping[str, Any] = {}
        self._facts: Mapping[str, Any] = {}
        self.goal = "upscale"
        self.name = QLineEdit()
        self.name.setMaxLength(64)
        self.name.setProperty("data", True)
        self.budget = NumberEdit(500_000, 1, MOST_BUDGET, step=10_000, reset_icon=services.theme.icon("reset"))
        self.start_upscale = ModelChoice(services, ("upscale", "restore"), self.tr("Nothing: begin anew"))
        self.start_generate = ModelChoice(services, ("generate",), self.tr("Nothing: begin anew"))
        self.patch = NumberEdit(48, 8, 1024, step=8, unit="px", reset_icon=services.theme.icon("reset"))
        self.side = Choice([(str(side), f"{side} × {side}") for side in SIZES])
        self.channels = Choice(
            [
                ("3", self.tr("Colour")),
                ("1", self.tr("Grey")),
                ("4", self.tr("Colour with transparency")),
            ]
        )
        self.conditioning = Choice(
            [
                ("none", self.tr("No: all pictures are of one kind")),
                ("projection", self.tr("Yes: it can be asked for a class")),
                ("per-class", self.tr("Yes, with a network for each class")),
            ]
        )
        self.horizontal = QCheckBox(self.tr("Left and right"))
        self.vertical = QCheckBox(self.tr("Up and down"))
        mirrors = QWidget()
        row = QHBoxLayout(mirrors)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.horizontal)
        row.addWidget(self.vertical)
        row.addStretch(1)
        mirrors.setFocusProxy(self.horizontal)
        self.augment = QCheckBox(self.tr("Vary them while learning"))
        self.fields = {
            "name": Field(self.tr("Name"), self.name, self.tr("Of the model and of the folder of the run.")),
            "budget": Field(self.tr("Pictures to learn from in all"), self.budget, ""),
            "start_upscale": Field(self.tr("Start from a model"), self.start_upscale),
            "start_generate": Field(self.tr("Start from a model"), self.start_generate),
            "patch": Field(self.tr("Side of a crop"), self.patch, self.tr("Of the small picture that is enlarged.")),
            "size": Field(self.tr("Size of the new pictures"), self.side, self.tr("Larger takes much longer.")),
            "channels": Field(self.tr("Colours"), self.channels),
            "conditioning": Field(
                self.tr("Classes"), self.conditioning, self.tr("One folder for each class is needed.")
            ),
            "flips": Field(
                self.tr("Mirrored pictures are as good"),
                mirrors,
                self.tr("Not for digits, letters or faces from a side."),
            ),
            "augment": Field(self.tr("Few pictures"), self.augment, self.tr("Helps below some 5,000 pictures.")),
        }
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(16)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._connect()
        self.set_goal("upscale")

    @property
    def start(self) -> str:
        """The model that training starts from, "" for none."""
        return (self.start_generate if self.goal == "generate" else self.start_upscale).value

    @start.setter
    def start(self, model: str) -> None:
        (self.start_generate if self.goal == "generate" else self.start_upscale).value = model

    def set_goal(self, goal: str) -> None:
        self.goal = goal
        shown = ["name", "budget"]
        if goal == "generate":
            shown += ["size", "channels", "conditioning", "start_generate", "flips", "augment"]
        else:
            shown += ["patch", "start_upscale"]
        for field in self.fields.values():
            self._grid.removeWidget(field)
            field.hide()
        for number, key in enumerate(shown):
            self._grid.addWidget(self.fields[key], number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
            self.fields[key].show()

    def show_preset(self, preset: Mapping[str, Any]) -> None:
        """Its values become the defaults of the controls."""
        self._preset = preset
        values = preset.get("values", {})
        if not values:
            return
        _default(self.budget, values["budget"])
        if "data.patch" in values:
            _default(self.patch, values["data.patch"])
        if "data.size" in values:
            self.side.value = str(self._fitting_size(values["data.size"][0]))
            self.channels.value = str(values["data.channels"])
            self.conditioning.value = str(values["conditioning"])
            self.horizontal.setChecked("horizontal" in values["data.flips"])
            self.vertical.setChecked("vertical" in values["data.flips"])
            self.augment.setChecked(values["augment.kind"] != "none")
            self.show_facts(self._facts)

    def show_facts(self, facts: Mapping[str, Any]) -> None:
        """What was found in the folder decides what is sensible: colours, size, classes, variation."""
        self._facts = facts
        if not facts or self.goal != "generate":
            return
        many = len(facts["classes"]) > 1 or facts["source"] in ("mnist", "cifar10", "imagenet")
        self.conditioning.value = "projection" if many else "none"
        self.conditioning.setEnabled(many or facts["source"] == "shards")
        grey = facts["source"] == "mnist" or (facts["count"] and facts["grey"] == facts["count"])
        self.channels.value = "1" if grey else "3"
        self.side.value = str(self._fitting_size(int(self.side.value or 32)))
        self.augment.setChecked(0 < facts["count"] < FEW_PICTURES)

    def overrides(self) -> list[str]:
        """Where the controls say otherwise than the preset."""
        values = self._preset.get("values", {})
        budget = self.budget.whole
        wanted: dict[str, tuple[object, str]] = {"budget": (budget, str(budget))}
        if budget < int(values.get("schedule.warmup", 0)):
            wanted["schedule.warmup"] = (budget // 10, str(budget // 10))
        if budget < int(values.get("tick", 1)) * 3:
            tick = max(1, budget // 5)
            wanted["tick"] = (tick, str(tick))
        if self.goal == "generate":
            side, flips = int(self.side.value), self._flips()
            wanted["data.size"] = ([side, side], f"[{side}, {side}]")
            wanted["data.channels"] = (int(self.channels.value), self.channels.value)
            wanted["conditioning"] = (self.conditioning.value, self.conditioning.value)
            wanted["data.flips"] = (flips, "[" + ", ".join(f'"{one}"' for one in flips) + "]")
            # Adaptive augmentation reads single logits, which mean nothing alone where they are compared in pairs.
            adaptive = "fixed" if values.get("loss") in PAIRED else "adaptive"
            kind = adaptive if self.augment.isChecked() else "none"
            wanted["augment.kind"] = (kind, kind)
        else:
            wanted["data.patch"] = (self.patch.whole, str(self.patch.whole))
        return [f"{name}={text}" for name, (value, text) in wanted.items() if values.get(name) != value]

    def set_errors(self, message: str) -> bool:
        """Put what is wrong below the control that it names; whether there is one."""
        places = {
            "budget": "budget",
            "warm-up": "budget",
            "data.patch": "patch",
            "data.size": "size",
            "data.channels": "channels",
            "conditioning": "conditioning",
            "class": "conditioning",
        }
        for field in self.fields.values():
            field.set_error("")
        field_name = next((field for word, field in places.items() if word in message), "") if message else ""
        if field_name and not self.fields[field_name].isHidden():
            self.fields[field_name].set_error(message)
            return True
        return False

    def _fitting_size(self, wanted: int) -> int:
        """What pictures are that are all small: their own size, where it is offered."""
        largest = self._facts.get("largest") if self._facts else None
        if largest and max(largest) <= max(SIZES) and max(largest) < wanted:
            return next((side for side in SIZES if side >= max(largest)), wanted)
        return wanted

    def _flips(self) -> list[str]:
        boxes = {"horizontal": self.horizontal, "vertical": self.vertical}
        return [name for name, box in boxes.items() if box.isChecked()]

    def _connect(self) -> None:
        self.name.textEdited.connect(self._tell)
        for number in (self.budget, self.patch):
            number.changed.connect(self._tell)
        for choice in (self.side, self.channels, self.conditioning, self.start_upscale, self.start_generate):
            choice.chosen.connect(self._tell)
        for box in (self.horizontal, self.vertical, self.augment):
            box.toggled.connect(self._tell)

    def _tell(self) -> None:
        self.changed.emit()


def _default(edit: NumberEdit, value: float) -> None:
    """A preset's value is what the control shows, and what it goes back to."""
    edit.set_default(value)
    edit.value = value
