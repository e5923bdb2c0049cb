"""The pictures of a model that come nearest to photos: a job in the queue searches them, then they can be shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...services import Services
from ..choosing import choose_files
from ..drop import picture_filter
from .question import Question
from .save_panel import SavePanel
from .saving import Saving
from .show_panel import ShowPanel
from .what_to_save import nearest_job


class Nearest(QObject):
    """Signals: said(text, actions) as a notice takes them; wanted(Question) when what was found shall be shown."""

    said = Signal(str, list)
    wanted = Signal(object)

    def __init__(self, services: Services, saving: Saving, show: ShowPanel, save: SavePanel, host: QWidget) -> None:
        """show, save: say by which model, and in which folder."""
        super().__init__(host)
        self._queue, self._saving, self._show, self._save, self._host = services.queue, saving, show, save, host
        self._found: tuple[str, ...] = ()
        saving.found.connect(self._offer)

    def choose(self) -> None:
        """Ask for the photos."""
        title = self.tr("Choose photos whose nearest picture is searched")
        choose_files(self._host, title, picture_filter(), self.find)

    def find(self, photos: Sequence[Path]) -> None:
        """Search, for each photo, the picture of this model that comes nearest."""
        job = nearest_job(self._show.model.value, self._show.chosen_classes, photos, self._save.folder.value)
        title = self.tr("Nearest pictures of %n photo(s)", "", len(photos))
        self._saving.follow(self._queue.add(job, title))
        self.said.emit(self.tr("The search is in the queue. It takes a while for each photo."), [])

    def _offer(self, model: str, paths: list[str]) -> None:
        if model == self._show.model.value:
            self._found = tuple(paths)
            text = self.tr("The nearest pictures of %n photo(s) are found.", "", len(paths))
            self.said.emit(text, [(self.tr("Show them"), self._show_found)])

    def _show_found(self) -> None:
        self.wanted.emit(Question(self._show.model.value, "like", paths=self._found))
