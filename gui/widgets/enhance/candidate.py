"""One cell of the comparison of models: the part as one model makes it, with time, fidelity and size below it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ... import units
from ...child_pixels import image_of
from ...core_words import in_words
from ...services import Services
from ...theme.roles import with_role

LEAST_WIDTH = 260


class Crop(QWidget):
    """Shows an image as large as there is room, in its shape."""

    def __init__(self, services: Services, shape: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = services.theme
        self._shape = shape
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setMinimumWidth(120)
        self.setProperty("data", True)
        self._theme.changed.connect(self.update)

    def set_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    @property
    def filled(self) -> bool:
        return not self._image.isNull()

    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self.heightForWidth(LEAST_WIDTH))

    def heightForWidth(self, width: int) -> int:
        return max(round(width * self._shape.height() / max(self._shape.width(), 1)), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A grid asks no cell for its height at a width, so it is told.
        wanted = self.heightForWidth(event.size().width())
        if wanted != self.height():
            self.setFixedHeight(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, *size.toTuple())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)


class Candidate(QFrame):
    """One cell. Signals: chosen(model)."""

    chosen = Signal(str)

    def __init__(self, services: Services, model: str, shape: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "card")
        self.model = model
        name = model or self.tr("Bicubic, no model")
        self.crop = Crop(services, shape)
        self.crop.setAccessibleName(name)
        self.title = with_role(QLabel(name), "heading")
        self.title.setWordWrap(True)
        self.title.setProperty("data", bool(model))
        self.told = with_role(QLabel(self.tr("Waiting…")), "muted")
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.use = QPushButton(self.tr("Use"))
        self.use.setAccessibleName(self.tr("Use {model}").format(model=name))
        keeps_place = self.use.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.use.setSizePolicy(keeps_place)
        self.use.setVisible(bool(model))
        self.use.setEnabled(False)
        self.use.clicked.connect(self._choose)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.crop)
        layout.addLayout(head)
        layout.addWidget(self.told)
        layout.addStretch(1)

    def show_facts(self, values: dict[str, Any], megapixels: float) -> None:
        if "error" in values:
            self.told.setText(in_words(str(values["error"]), str(values.get("code", ""))))
            return
        self.crop.set_image(image_of(values))
        self.use.setEnabled(True)
        lines = [self.tr("Result: {size}").format(size=units.pixels(*values["size"]))]
        seconds = units.duration(values["seconds"] * megapixels)
        lines.append(self.tr("About {time} for the whole picture").format(time=seconds))
        if self.model and values["psnr"] is not None:
            lines.append(self.tr("Fidelity {n} dB").format(n=units.fixed(values["psnr"], 1)))
        elif self.model:
            lines.append(self.tr("Fidelity: equal"))
        self.told.setText("\n".join(lines))

    def _choose(self) -> None:
        self.chosen.emit(self.model)
