"""The live preview: what is seen is computed with the settings as they are, soon after either changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from enhancer.events import Event, Preview, Progressed

from ...child_pixels import discard, image_of
from ...services import Services
from ...workers.child import Call
from ...workers.protocol import Failure
from .values import EnhanceSettings

DELAY_MS = 120
"""After the last change, so that dragging asks once."""
MOST_SHOWN = 17_000_000
"""Pixels of a preview put together from pieces; larger ones are shown at a lower resolution."""


@dataclass(frozen=True)
class Wish:
    """What shall be previewed: a region of a picture in its pixels."""

    path: Path
    region: tuple[int, int, int, int]
    settings: EnhanceSettings


class LivePreview(QObject):
    """Signals: began(); shown(QRectF on the source, QImage) for each piece that arrives; progressed(fraction);
    done(facts) as the task `preview` gives them; failed(Failure).
    """

    began = Signal()
    shown = Signal(QRectF, QImage)
    progressed = Signal(float)
    done = Signal(dict)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compute = services.compute
        self._wish: Wish | None = None
        self._asked: Wish | None = None
        self._shown_wish: Wish | None = None
        self._call: Call | None = None
        self._number = 0
        self._whole: QImage | None = None
        self._at = QRectF()
        self._soon = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._soon.timeout.connect(self._ask)

    @property
    def busy(self) -> bool:
        return self._call is not None or self._soon.isActive()

    def want(self, path: Path, region: QRect, settings: EnhanceSettings) -> None:
        """Ask for this a moment later, unless it is what was asked for last."""
        wish = Wish(path, (region.x(), region.y(), region.width(), region.height()), settings)
        if wish == self._wish or self._covers(wish):
            return
        self._wish = wish
        self._soon.start()

    def _covers(self, wish: Wish) -> bool:
        """Whether the last preview shows all of it already."""
        last = self._shown_wish
        if last is None or (last.path, last.settings) != (wish.path, wish.settings):
            return False
        return self._wish == last and QRect(*last.region).contains(QRect(*wish.region))

    def again(self) -> None:
        """Compute the last wish once more, for example after the process that did it had ended."""
        self._asked = None
        if self._wish is not None:
            self._soon.start()

    def stop(self) -> None:
        """Nothing is wanted any more."""
        self._wish = self._asked = self._shown_wish = None
        self._soon.stop()
        self._whole = None
        if self._call is not None:
            call, self._call = self._call, None
            call.cancel()

    def _ask(self) -> None:
        wish = self._wish
        if wish is None or wish == self._asked:
            return
        self._asked = wish
        self._shown_wish = self._whole = None
        # With its number: what an older call still says is put away.
        self._number += 1
        self._call = self._compute.ask(
            "preview",
            {"path": str(wish.path), "region": list(wish.region), "job": wish.settings.job(wish.path)},
            done=partial(self._done, self._number),
            failed=partial(self._failed, self._number),
            event=partial(self._heard, self._number),
            replaces="preview",
        )
        self.began.emit()

    def _is_current(self, number: int) -> bool:
        return shiboken6.isValid(self) and self._call is not None and number == self._number

    def _heard(self, number: int, event: Event) -> None:
        if isinstance(event, Progressed):
            if self._is_current(number):
                self.progressed.emit(event.fraction)
        elif isinstance(event, Preview):
            values = {"path": event.path} | json.loads(event.text)
            if not self._is_current(number):
                discard(values)
            else:
                self._take(values)

    def _take(self, values: dict[str, Any]) -> None:
        image = image_of(values)
        if image.isNull():
            return
        at = QRectF(*values["at"])
        if values["of"] == 1:
            self.shown.emit(at, image)
            return
        covered = QRectF(*values["covered"])
        if self._whole is None or self._at != covered:
            scale = image.width() / at.width(), image.height() / at.height()
            area = covered.width() * scale[0] * covered.height() * scale[1]
            shrink = min((MOST_SHOWN / area) ** 0.5, 1.0)
            size = (
                max(round(covered.width() * scale[0] * shrink), 1),
                max(round(covered.height() * scale[1] * shrink), 1),
            )
            self._whole = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
            self._whole.fill(Qt.GlobalColor.transparent)
            self._at = covered
        whole = self._whole
        across, down = whole.width() / covered.width(), whole.height() / covered.height()
        target = QRect(
            round((at.x() - covered.x()) * across),
            round((at.y() - covered.y()) * down),
            round(at.width() * across),
            round(at.height() * down),
        )
        painter = QPainter(whole)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)
        painter.end()
        self.shown.emit(covered, whole)

    def _done(self, number: int, facts: dict[str, Any]) -> None:
        if self._is_current(number):
            self._call = None
            self._shown_wish = self._asked if facts["complete"] else None
            self.done.emit(facts)

    def _failed(self, number: int, failure: Failure) -> None:
        if self._is_current(number):
            self._call = None
            self._asked = None
            self.failed.emit(failure)
