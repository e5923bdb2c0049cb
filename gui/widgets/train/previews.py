"""What a run made at each moment: one picture, and a slider through time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QVBoxLayout, QWidget

from ...child_pixels import discard, image_of
from ...core_words import failure_in_words
from ...services import Services
from ...workers.protocol import Failure
from ..charts import nearest
from .words import images_text

KEPT = 48
"""Pictures that stay in memory, so that the slider runs smoothly over them."""
PLAY_MS = 180


class _Sheet(QWidget):
    """A picture as large as there is room, never blurred by enlarging."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.pixmap = QPixmap()
        self.empty = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        services.theme.changed.connect(self.update)

    def show_pixmap(self, pixmap: QPixmap) -> None:
        self.pixmap = pixmap
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() * 16
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        side = self.fontMetrics().height() * 9
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.pixmap.isNull():
            painter.setPen(self._services.theme.colour("muted"))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(area.adjusted(16, 16, -16, -16), flags, self.empty)
            return
        size = self.pixmap.size()
        scale = min(area.width() / size.width(), area.height() / size.height())
        ratio = self.devicePixelRatioF()
        if scale * ratio >= 1:
            scale = int(scale * ratio) / ratio
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width, height = size.width() * scale, size.height() * scale
        box = QRectF((area.width() - width) / 2, (area.height() - height) / 2, width, height)
        painter.drawPixmap(box, self.pixmap, QRectF(self.pixmap.rect()))


class Previews(QWidget):
    """Shows the newest until the slider is moved; then it stays where it was put."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._frames: list[tuple[int, str]] = []
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()
        self._wanted = ""
        self.sheet = _Sheet(services)
        self.sheet.empty = self.tr("The first samples appear when the training has begun.")
        self.sheet.setAccessibleName(self.tr("Samples of the run"))
        self.text = QLabel()
        self.text.setProperty("role", "muted")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Moment of the training"))
        self.slider.setToolTip(self.tr("Move through the training and see how the samples became better."))
        self.play = QToolButton()
        self.play.setCheckable(True)
        self.play.setIcon(services.theme.icon("play"))
        self.play.setToolTip(self.tr("Play from the beginning"))
        self.play.setAccessibleName(self.tr("Play the samples"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.play)
        row.addWidget(self.slider, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.text, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        self._clock = QTimer(self, interval=PLAY_MS)
        self._clock.timeout.connect(self._step)
        self.slider.valueChanged.connect(self._moved)
        self.play.toggled.connect(self._play)
        self._tell()

    def show_frames(self, frames: Sequence[Sequence[Any]], anew: bool = False) -> None:
        """frames: (images, path), ascending. anew: of another run."""
        found = [(int(images), str(path)) for images, path in frames]
        if found == self._frames and not anew:
            return
        newest = anew or not self._frames or self.slider.value() == len(self._frames) - 1
        self._frames = found
        if anew:
            self.play.setChecked(False)
            self._kept.clear()
            self.sheet.show_pixmap(QPixmap())
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, len(found) - 1))
        if newest:
            self.slider.setValue(max(0, len(found) - 1))
        self.slider.blockSignals(False)
        self._look()

    def go_to(self, images: float) -> None:
        """The samples nearest to a moment."""
        if self._frames:
            self.slider.setValue(nearest([frame[0] for frame in self._frames], images))

    def hideEvent(self, event: Any) -> None:
        self.play.setChecked(False)
        super().hideEvent(event)

    def _moved(self) -> None:
        if not self._clock.isActive():
            self.play.setChecked(False)
        self._look()

    def _look(self) -> None:
        self._tell()
        if not self._frames:
            return
        path = self._frames[self.slider.value()][1]
        self._wanted = path
        if path in self._kept:
            self._kept.move_to_end(path)
            self.sheet.show_pixmap(self._kept[path])
            return
        self._services.pictures.ask(
            "run_picture",
            {"path": path},
            done=self._got,
            failed=self._missed,
            replaces="train-samples",
        )

    def _got(self, values: Mapping[str, Any]) -> None:
        source = str(values.get("source", ""))
        if source not in {path for _, path in self._frames}:  # of a run that was left meanwhile
            discard(values)
            return
        pixmap = QPixmap.fromImage(image_of(values))
        self._kept[source] = pixmap
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        if source == self._wanted:
            self.sheet.show_pixmap(pixmap)

    def _missed(self, failure: Failure) -> None:
        if failure.unasked:
            self.sheet.empty = failure_in_words(failure).message
            self.sheet.show_pixmap(QPixmap())

    def _tell(self) -> None:
        frames = self._frames
        self.slider.setEnabled(len(frames) > 1)
        self.play.setEnabled(len(frames) > 1)
        text = self.tr("after {images}").format(images=images_text(frames[self.slider.value()][0])) if frames else ""
        self.text.setText(text)
        self.sheet.setAccessibleDescription(text)

    def _play(self, playing: bool) -> None:
        self.play.setIcon(self._services.theme.icon("pause" if playing else "play"))
        if playing:
            if self.slider.value() == self.slider.maximum():
                self.slider.setValue(0)
            self._clock.start()
        else:
            self._clock.stop()

    def _step(self) -> None:
        if self._wanted not in self._kept:
            return  # the picture before has not come yet
        if self.slider.value() >= self.slider.maximum():
            self.play.setChecked(False)
        else:
            self.slider.setValue(self.slider.value() + 1)
