"""What came of an enhancement, on the page: in the list of results, in words below the picture, and beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ...workers.protocol import Failure
from .desk import Desk
from .results import Result
from .settings_steps import SettingsSteps
from .values import EnhanceSettings


class Outcome(QObject):
    """Signals: source_wanted(Path): the original of a result shall be opened, and is once this returns."""

    source_wanted = Signal(object)

    def __init__(self, desk: Desk, steps: SettingsSteps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._steps = desk, steps
        self._work, self._viewer, self._pair = desk.work, desk.work.viewer, desk.work.viewer.pair
        self._pair.result_failed.connect(self._failed)
        desk.side.results.look_wanted.connect(self._look_again)
        desk.side.results.settings_wanted.connect(self._take_settings)

    def add(self, result: Result, item: dict[str, Any]) -> None:
        """A new one. item: of the job's report."""
        self._desk.side.results.add(result)
        picture = self._pair.picture
        if picture is not None and picture.path == Path(result.source):
            self._work.cards.summary.show_item(item)
            self._work.cards.show()
            if result.settings == self._steps.value:
                self.show(Path(result.path), result.settings)

    def show(self, path: Path, settings: EnhanceSettings) -> None:
        """Beside the picture that is open, in place of a preview."""
        self._viewer.live.stop()
        self._pair.show_result(path, settings)
        self._work.foot.say_idle()
        text = QCoreApplication.translate("EnhancePage", "Result: {name}")
        self._work.foot.say(text.format(name=path.name))

    def drop_if_outdated(self) -> None:
        """Other settings, another result."""
        if self._pair.result is not None and self._pair.settings != self._steps.value:
            self._pair.drop_result()
            self._work.cards.summary.hide()

    def _failed(self, failure: Failure) -> None:
        if failure.unasked:
            self._desk.notes.tell(failure)
        self._viewer.look()

    def _look_again(self, result: Result) -> None:
        self.source_wanted.emit(Path(result.source))
        self._steps.set(result.settings)
        self.show(Path(result.path), result.settings)

    def _take_settings(self, result: Result) -> None:
        self._steps.set(result.settings)
        self._desk.side.show_tab("settings")
