"""The enhance page: drop a picture, see what becomes of it, save. The settings build one EnhanceJob."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ..one_picture import is_one_picture
from ..queued_job import QueuedJob
from ..revealing import show_folder
from ..services import Services
from ..widgets.canvas import Picture
from ..widgets.drop import accept_drops
from ..widgets.enhance.actions import Actions
from ..widgets.enhance.as_job import AsJob
from ..widgets.enhance.desk import Desk
from ..widgets.enhance.enhancing import Enhancing
from ..widgets.enhance.opening import Opening
from ..widgets.enhance.outcome import Outcome
from ..widgets.enhance.settings_steps import SettingsSteps
from ..widgets.enhance.target import Target
from ..workers.protocol import Failure
from .page import Page, ShortcutGroup

LIVE = "pages.enhance.live"


class EnhancePage(Page):
    NAME: ClassVar[str] = "enhance"
    ICON: ClassVar[str] = "enhance"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.does = Actions(services.theme, self)
        self.does.live.setChecked(services.settings.get(LIVE, True))
        self._make_parts()
        self._connect_actions()
        self._connect_parts()
        self._show_recent()
        self._update()

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("EnhancePage", "Enhance")

    @classmethod
    def tip(cls) -> str:
        return QCoreApplication.translate("EnhancePage", "Make one picture larger and better, and look closely")

    @property
    def picture(self) -> Picture | None:
        return self.pair.picture

    @property
    def result(self) -> Picture | None:
        return self.pair.result

    # -- what the frame asks

    def open_paths(self, paths: Sequence[Path]) -> bool:
        if is_one_picture(paths):
            self.open(paths[0])
            return True
        return False

    def take(self, arguments: Mapping[str, Any]) -> None:
        """paths: one picture. model: a name or file. job: values of an EnhanceJob; its first input is opened.

        jobs, result: see `hand_over`.
        """
        for job, meant in arguments.get("jobs", {}).items():
            self.enhancing.follow(job, *meant)
        job = arguments.get("job") or {}
        values = dict(job)
        if arguments.get("model"):
            values["model"] = str(arguments["model"])
        if values:
            self.steps.take(values, from_defaults=bool(job))
        paths = [Path(path) for path in arguments.get("paths") or job.get("inputs") or ()]
        if paths:
            self.open(paths[0])
        if shown := arguments.get("result"):
            self.outcome.show(*shown)

    def hand_over(self) -> Mapping[str, Any]:
        found: dict[str, Any] = {"jobs": dict(self.enhancing.jobs)} if self.enhancing.jobs else {}
        if self.picture is not None:
            found["paths"] = [str(self.picture.path)]
            if self.result is not None and self.pair.settings is not None:
                found["result"] = (self.result.path, self.pair.settings)
        return found

    def shortcuts(self) -> Sequence[ShortcutGroup]:
        return (ShortcutGroup(self.title(), self.actions()),)

    def save_state(self) -> None:
        self.steps.save()
        self.desk.save_state()
        self.services.settings.set(LIVE, self.does.live.isChecked())

    # -- pictures

    def open(self, path: Path) -> None:
        """Show a picture; what was open goes. Its settings stay."""
        self._leave_what_was()
        self.pair.open(path)
        self.stack.setCurrentWidget(self.work)
        self.canvas.setFocus()
        self._update()

    def close_picture(self) -> None:
        self._leave_what_was()
        self.pair.close()
        self.stack.setCurrentWidget(self.start)
        self._update()

    def _leave_what_was(self) -> None:
        self.viewer.leave_comparison()
        self.live.stop()
        self.summary.hide()
        self.notes.clear()

    def _opened(self) -> None:
        if self.picture is not None:
            self.opening.recent.remember(self.picture.path)
            self._update()
            self.viewer.look()

    def _open_failed(self, failure: Failure) -> None:
        picture = self.picture
        if picture is None or not failure.unasked:
            return
        if not picture.is_open:
            self.opening.recent.forget(picture.path)
            self.close_picture()
        self.notes.tell(failure)

    def _show_recent(self) -> None:
        paths = self.opening.recent.paths
        self.start.set_recent(paths)
        self.work.tools.set_recent(paths)

    def _take_to_batch(self, paths: list[Path]) -> None:
        self.wanted.emit("batch", {"paths": paths})

    # -- enhancing

    def enhance(self, output: str = "", if_exists: str = "rename") -> QueuedJob | None:
        """Put the job into the queue: beside the original unless `output` names a file."""
        picture = self.picture
        if picture is None or not picture.is_open or not self.side.settings.ready:
            return None
        self.notes.clear()
        self.summary.hide()
        self.viewer.leave_comparison()
        job = self.enhancing.start(picture.path, self.steps.value, output, if_exists)
        self._update()
        return job

    def _job_values(self) -> dict[str, Any] | None:
        """Of what the quick way does."""
        return self.steps.value.job(self.picture.path, if_exists="rename") if self.picture is not None else None

    # -- making

    def _make_parts(self) -> None:
        services = self.services
        self.desk = Desk(services, self.does, self)
        self.side, self.start, self.work, self.stack = self.desk.side, self.desk.start, self.desk.work, self.desk.stack
        self.notes, self.note = self.desk.notes, self.desk.notes.note
        self.viewer, self.run_bar, self.summary = self.work.viewer, self.work.cards.run_bar, self.work.cards.summary
        self.canvas, self.live, self.pair = self.viewer.canvas, self.viewer.live, self.viewer.pair
        self.steps = SettingsSteps(services, self.side.settings, self)
        self.outcome = Outcome(self.desk, self.steps, self)
        self.opening = Opening(services, self)
        self.target = Target(services, self.pair, self.side.settings, self)
        self.enhancing = Enhancing(services, self)
        self.as_job = AsJob(services, self._job_values, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.desk)

    def _connect_actions(self) -> None:
        for action, do in (
            (self.does.open, self.opening.ask),
            (self.does.paste, self.opening.paste),
            (self.does.enhance, self.target.beside),
            (self.does.save, self.target.ask),
            (self.does.undo, self.steps.undo),
            (self.does.redo, self.steps.redo),
            (self.does.command, self.as_job.copy),
            (self.does.job, self.as_job.choose_target),
            (self.does.reset, self.steps.reset),
            (self.does.close, self.close_picture),
        ):
            action.triggered.connect(do)

    def _connect_parts(self) -> None:
        self.start.paths_dropped.connect(self.opening.take)
        self.start.recent_wanted.connect(self.open)
        self.work.tools.recent_wanted.connect(self.open)
        accept_drops(self.work, self.opening.take)
        self.opening.wanted.connect(self.open)
        self.opening.others_wanted.connect(self._take_to_batch)
        self.opening.failed.connect(self.notes.tell)
        self.opening.recent.changed.connect(self._show_recent)
        self.pair.opened.connect(self._opened)
        self.pair.failed.connect(self._open_failed)
        self.viewer.comparison.chosen.connect(self._adopt)
        self.outcome.source_wanted.connect(self.open)
        self.steps.changed.connect(self._follow_settings)
        self.side.enhance.clicked.connect(self.target.beside)
        self.side.save.clicked.connect(self.target.ask)
        self.target.chosen.connect(self.enhance)
        self.enhancing.begun.connect(self.run_bar.follow)
        self.enhancing.ended.connect(self._update)
        self.enhancing.failed.connect(self.notes.tell)
        self.enhancing.saved.connect(self.outcome.add)
        self.as_job.said.connect(self.work.foot.say)
        self.as_job.failed.connect(self.notes.tell)
        self.run_bar.ended.connect(self._update)
        self.summary.folder_wanted.connect(show_folder)
        self.summary.save_wanted.connect(self.target.ask)
        self.summary.closed.connect(self._update)
        self.services.catalog.changed.connect(self._models_changed)

    # -- reactions

    def _follow_settings(self) -> None:
        self.outcome.drop_if_outdated()
        self._update()
        self.viewer.look()

    def _adopt(self, model: str) -> None:
        self.steps.take({"model": model})
        self.viewer.leave_comparison()

    def _models_changed(self) -> None:
        self._update()
        self.viewer.look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.viewer.comparing:
            self.viewer.leave_comparison()
        else:
            super().keyPressEvent(event)

    def _update(self) -> None:
        """What can be done now, and what is told of the picture."""
        opened = self.picture if self.picture is not None and self.picture.is_open else None
        panel = self.side.settings
        if opened is None:
            panel.set_source(0, 0, "")
        else:
            panel.set_source(opened.width, opened.height, str(opened.facts.get("format", "")))
        ready = opened is not None and panel.ready
        for button in (self.side.enhance, self.side.save):
            button.setEnabled(ready)
        self.does.allow(
            picture=self.picture is not None,
            opened=opened is not None,
            ready=ready,
            undo=self.steps.can_undo,
            redo=self.steps.can_redo,
        )
        self.work.show_picture(opened)
        if opened is not None and (size := panel.result_size()) is not None:
            self.canvas.set_target_scale(size[0] / opened.width)
