"""The settings of an enhancement as controls: what matters first, the rest in folds; errors stand at their field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ... import units
from ...services import Services
from ..choice import Choice
from ..controls import Field, Fold, NumberEdit, Segments
from ..model_choice import ModelChoice
from .values import LOSSY, EnhanceSettings

FACTORS = ("x2", "x3", "x4")
OTHER = "other"
MEGA = 1_000_000


class SettingsPanel(QWidget):
    """Signals: changed(EnhanceSettings) when the user changed something; not when `value` is set."""

    changed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._value = EnhanceSettings()
        self._source: tuple[int, int, str] = (0, 0, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self.model = ModelChoice(services, ("upscale", "restore"))
        self.model.chosen.connect(self._model_chosen)
        layout.addWidget(Field(self.tr("Model"), self.model))
        layout.addWidget(self._make_size())
        layout.addWidget(self._make_fidelity())
        layout.addWidget(self._make_output())
        layout.addWidget(self._make_advanced())
        layout.addStretch(1)
        self._show_value()

    @property
    def value(self) -> EnhanceSettings:
        return self._value

    @value.setter
    def value(self, value: EnhanceSettings) -> None:
        self._value = value
        self._show_value()

    @property
    def ready(self) -> bool:
        """Whether nothing is wrong and there is a model."""
        return not self._value.wrong(*self._source[:2]) and self._services.catalog.find(self._value.model) is not None

    def set_source(self, width: int, height: int, source_format: str) -> None:
        """Of the picture that is open, for the size of the result; zeros for none."""
        self._source = (width, height, source_format)
        self._check()

    def result_size(self) -> tuple[int, int] | None:
        """Of the open picture with these settings; None while it cannot be known."""
        entry = self._services.catalog.find(self._value.model)
        width, height, _ = self._source
        if not width or entry is None or "size" in self._value.wrong(width, height):
            return None
        return self._value.result_size(width, height, entry.info.scale)

    def _make_size(self) -> QWidget:
        self.size_choice = Segments(
            [
                ("", self.tr("Auto"), self.tr("As large as the model makes it")),
                *((factor, factor.replace("x", "×")) for factor in FACTORS),
                (OTHER, self.tr("Other"), self.tr("Any size: a factor, a width, a height, or a box that it fits")),
            ]
        )
        self.size_choice.setAccessibleName(self.tr("Size"))
        self.size_choice.chosen.connect(self._size_chosen)
        self.size_edit = QLineEdit()
        self.size_edit.setPlaceholderText("x2.5   3840w   2160h   fit=1920x1080")
        self.size_edit.setAccessibleName(self.tr("Size in words"))
        self.size_edit.setToolTip(
            self.tr("x2.5: factor. 3840w: width. 2160h: height. long=4000: longer side. fit=1920x1080: within a box.")
        )
        self.size_edit.setProperty("data", True)
        self.size_edit.textEdited.connect(self._size_typed)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.size_choice)
        column.addWidget(self.size_edit)
        both.setFocusProxy(self.size_choice)
        self.size_field = Field(self.tr("Size"), both)
        return self.size_field

    def _make_fidelity(self) -> QWidget:
        self.fidelity = Choice(
            [
                ("auto", self.tr("Automatic")),
                ("exact", self.tr("Exact")),
                ("low", self.tr("Colour and tone")),
                ("off", self.tr("Free")),
            ]
        )
        self.fidelity.chosen.connect(lambda value: self._change(fidelity=value))
        self.fidelity_field = Field(self.tr("Faithful to the original"), self.fidelity)
        return self.fidelity_field

    def _fidelity_hint(self, value: str) -> str:
        hints = {
            "auto": self.tr(
                "Exact where the picture is clean, colour and tone where it is a strongly compressed JPEG."
            ),
            "exact": self.tr("Reduced again, the result equals the original in every detail."),
            "low": self.tr("Colour and tone stay; details may be repaired."),
            "off": self.tr("The model alone decides."),
        }
        return hints.get(value, "")

    def _make_output(self) -> QWidget:
        self.output = Fold(self.tr("File"))
        self.format = Choice(
            [
                ("", self.tr("As the original")),
                ("png", "PNG"),
                ("jpeg", "JPEG"),
                ("webp", "WebP"),
                ("tiff", "TIFF"),
            ]
        )
        self.format.chosen.connect(lambda value: self._change(format=value))
        self.quality = NumberEdit(
            0, 0, 100, special=self.tr("automatic"), reset_icon=self._services.theme.icon("reset")
        )
        self.quality.changed.connect(lambda value: self._change(quality=int(value)))
        self.depth_choice = Choice(
            [
                ("keep", self.tr("As the original")),
                ("8", self.tr("8 bits")),
                ("16", self.tr("16 bits")),
                ("32", self.tr("32 bits, floating point")),
            ]
        )
        self.depth_choice.chosen.connect(lambda value: self._change(depth=value))
        self.strip = QCheckBox(self.tr("Leave out metadata"))
        self.strip.setToolTip(self.tr("No EXIF, XMP or comments. The colour profile stays."))
        self.strip.clicked.connect(lambda on: self._change(strip=on))
        self.strip_gps = QCheckBox(self.tr("Leave out the position"))
        self.strip_gps.setToolTip(self.tr("Where a photo was taken is not written; other metadata stays."))
        self.strip_gps.clicked.connect(lambda on: self._change(strip_gps=on))
        self.quality_field = Field(self.tr("Quality"), self.quality)
        for widget in (
            Field(self.tr("Format"), self.format),
            self.quality_field,
            Field(self.tr("Depth"), self.depth_choice),
        ):
            self.output.add(widget)
        self.output.add(self.strip)
        self.output.add(self.strip_gps)
        return self.output

    def _make_advanced(self) -> QWidget:
        reset = self._services.theme.icon("reset")
        self.advanced = Fold(self.tr("Advanced"))
        self.device = Choice(
            [("auto", self.tr("Automatic")), ("cpu", "CPU"), ("cuda", "CUDA"), ("mps", "MPS"), ("xpu", "XPU")]
        )
        self.device.chosen.connect(lambda value: self._change(device=value))
        self.precision = Choice(
            [
                ("auto", self.tr("Automatic")),
                ("fp32", self.tr("32 bits, most exact")),
                ("bf16", self.tr("16 bits (bf16), faster")),
                ("fp16", self.tr("16 bits (fp16), faster")),
            ]
        )
        self.precision.chosen.connect(lambda value: self._change(precision=value))
        self.tile = NumberEdit(
            0, 0, 8192, step=64, unit=self.tr("pixels"), special=self.tr("automatic"), reset_icon=reset
        )
        self.tile.changed.connect(lambda value: self._change(tile=int(value)))
        self.threads = NumberEdit(0, 0, 1024, special=self.tr("all"), reset_icon=reset)
        self.threads.changed.connect(lambda value: self._change(threads=int(value)))
        self.background = QLineEdit()
        self.background.setPlaceholderText("#ffffff")
        self.background.setProperty("data", True)
        self.background.textEdited.connect(lambda text: self._change(background=text.strip()))
        self.max_pixels = NumberEdit(200, 1, 4000, unit=self.tr("megapixels"), reset_icon=reset)
        self.max_pixels.changed.connect(lambda value: self._change(max_pixels=int(value) * MEGA))
        self.allow_truncated = QCheckBox(self.tr("Open cut-off files"))
        self.allow_truncated.setToolTip(self.tr("What is missing of a file is filled, and said so."))
        self.allow_truncated.clicked.connect(lambda on: self._change(allow_truncated=on))
        self.background_field = Field(
            self.tr("Background"), self.background, self.tr("Colour under transparency, where the format has none.")
        )
        for widget in (
            Field(self.tr("Device"), self.device),
            Field(self.tr("Precision"), self.precision, self.tr("Of what the model adds to the picture.")),
            Field(self.tr("Tile"), self.tile, self.tr("Smaller tiles need less memory.")),
            Field(self.tr("Threads"), self.threads),
            self.background_field,
            Field(self.tr("Largest picture"), self.max_pixels),
            self.allow_truncated,
        ):
            self.advanced.add(widget)
        return self.advanced

    def _model_chosen(self, name: str) -> None:
        if name:
            self._change(model=name)

    def _size_chosen(self, value: str) -> None:
        if value == OTHER:
            self.size_edit.setVisible(True)
            self.size_edit.setFocus()
            self._change(size=self.size_edit.text().strip())
        else:
            self.size_edit.setVisible(False)
            self._change(size=value)

    def _size_typed(self, text: str) -> None:
        self._change(size=text.strip())

    def _change(self, **what: Any) -> None:
        value = replace(self._value, **what)
        if value != self._value:
            self._value = value
            self._check()
            self.changed.emit(value)

    def _show_value(self) -> None:
        value = self._value
        if self.model.value != value.model:
            self.model.value = value.model
        known = value.size if value.size in ("", *FACTORS) else OTHER
        self.size_choice.value = known
        self.size_edit.setVisible(known == OTHER)
        if known == OTHER and self.size_edit.text().strip() != value.size:
            self.size_edit.setText(value.size)
        for choice, chosen in (
            (self.fidelity, value.fidelity),
            (self.format, value.format),
            (self.depth_choice, value.depth),
            (self.device, value.device),
            (self.precision, value.precision),
        ):
            choice.value = chosen
        for number, amount in (
            (self.quality, value.quality),
            (self.tile, value.tile),
            (self.threads, value.threads),
            (self.max_pixels, value.max_pixels // MEGA),
        ):
            number.value = amount
        self.strip.setChecked(value.strip)
        self.strip_gps.setChecked(value.strip_gps)
        self.allow_truncated.setChecked(value.allow_truncated)
        if self.background.text().strip() != value.background:
            self.background.setText(value.background)
        self._check()

    def _check(self) -> None:
        """Errors to their fields, and what follows from the value."""
        wrong = self._value.wrong(*self._source[:2])
        self.size_field.set_error(wrong.get("size", ""))
        size = self.result_size()
        self.size_field.set_hint(self.tr("Result: {size}").format(size=units.pixels(*size)) if size else "")
        self.background_field.set_error(self.tr("Write it as #rrggbb.") if "background" in wrong else "")
        self.fidelity_field.set_hint(self._fidelity_hint(self._value.fidelity))
        lossy = (self._value.format or self._source[2]) in LOSSY or not (self._value.format or self._source[2])
        self.quality.setEnabled(lossy)
        self.quality_field.set_hint("" if lossy else self.tr("This format loses nothing."))
        self.strip_gps.setEnabled(not self._value.strip)
