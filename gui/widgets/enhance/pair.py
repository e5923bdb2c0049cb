"""The picture that is open, and the result that stands beside it: both are shown on one canvas."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ...services import Services
from ...workers.protocol import Failure
from ..canvas import Canvas, Picture
from .values import EnhanceSettings


class Pair(QObject):
    """`settings` are those that made the result.

    Signals: opened(); failed(Failure) of the picture; changed(): the file is another one by now, its result is gone;
    result_failed(Failure): the result cannot be shown and is gone.
    """

    opened = Signal()
    failed = Signal(object)
    changed = Signal()
    result_failed = Signal(object)

    def __init__(self, services: Services, canvas: Canvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._canvas = services, canvas
        self.picture: Picture | None = None
        self.result: Picture | None = None
        self.settings: EnhanceSettings | None = None

    def open(self, path: Path) -> None:
        """Show a picture; what was open goes."""
        before, self.picture = self.picture, Picture(self._services, path.absolute(), self)
        self.drop_result()
        self.picture.opened.connect(self.opened)
        self.picture.changed.connect(self._changed_on_disk)
        self.picture.failed.connect(self.failed)
        self._canvas.clear_region()
        self._canvas.set_picture(self.picture)
        _put_away(before)

    def close(self) -> None:
        self._canvas.set_picture(None)
        self.drop_result()
        _put_away(self.picture)
        self.picture = None

    def show_result(self, path: Path, settings: EnhanceSettings) -> None:
        self._set_result(Picture(self._services, path, self), settings)
        self._canvas.clear_region()

    def drop_result(self) -> None:
        self._set_result(None, None)

    def _set_result(self, picture: Picture | None, settings: EnhanceSettings | None) -> None:
        before, self.result = self.result, picture
        self.settings = settings
        self._canvas.set_result(picture)
        if picture is not None:
            picture.failed.connect(self._result_failed)
        _put_away(before)

    def _changed_on_disk(self) -> None:
        self.drop_result()
        self._canvas.clear_region()
        self.changed.emit()

    def _result_failed(self, failure: Failure) -> None:
        self.drop_result()
        self.result_failed.emit(failure)


def _put_away(picture: Picture | None) -> None:
    if picture is not None:
        picture.close()
        picture.deleteLater()
