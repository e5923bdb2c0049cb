"""The batch page: folders of pictures, what would become of each, and what did. The settings build one EnhanceJob."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ..defaults import DEVICE, FORMAT, QUALITY, THREADS, job_defaults
from ..queued_job import QueuedJob
from ..revealing import show_folder
from ..services import Services
from ..theme.roles import with_role
from ..widgets.batch.actions import Actions
from ..widgets.batch.chosen_rows import ChosenRows
from ..widgets.batch.followed_job import FollowedJob
from ..widgets.batch.job_files import JobFiles
from ..widgets.batch.job_panel import JobPanel
from ..widgets.batch.pictures import Pictures
from ..widgets.batch.planning import Planning
from ..widgets.batch.run_foot import RunFoot
from ..widgets.batch.sources import Sources
from ..widgets.batch.table import BatchTable
from ..widgets.choosing import choose_files, choose_folder
from ..widgets.drop import picture_filter
from ..widgets.failure import FailureNote
from ..widgets.more_button import MoreButton
from ..widgets.page_layout import lay_out
from ..widgets.result_note import ResultNote
from ..widgets.side_panel import SidePanel
from ..widgets.thumbnails import ThumbnailCache
from ..widgets.tool_row import ToolRow
from ..workers.protocol import Failure
from .page import Page, ShortcutGroup

KEY = "pages.batch"
USUAL: Mapping[str, Any] = {"device": "auto", "threads": 0, "format": "", "quality": 0}


class BatchPage(Page):
    NAME: ClassVar[str] = "batch"
    ICON: ClassVar[str] = "batch"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.thumbnails = ThumbnailCache(services, self)
        self.table = BatchTable(services.theme, self.thumbnails, self)
        self.planning = Planning(services, self.table, self.plan, self)
        self.followed = FollowedJob(services.queue, self.table, self)
        self.files = JobFiles(services, self.values, self)
        self.does = Actions(services.theme, self)
        self._make_widgets()
        self._connect()
        self._restore()

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("BatchPage", "Batch")

    @classmethod
    def tip(cls) -> str:
        return QCoreApplication.translate("BatchPage", "Improve whole folders of pictures")

    # -- what the frame asks

    def open_paths(self, paths: Sequence[Path]) -> bool:
        jobs = [path for path in paths if str(path).endswith((".toml", ".TOML"))]
        if jobs:
            self.files.load(jobs[0])
        self.add([path for path in paths if path not in jobs] if jobs else paths)
        return True

    def take(self, arguments: Mapping[str, Any]) -> None:
        if paths := arguments.get("paths"):
            self.open_paths([path if isinstance(path, Path) else Path(path) for path in paths])
        if job := arguments.get("job"):
            self.show_job(job)

    def shortcuts(self) -> Sequence[ShortcutGroup]:
        return (ShortcutGroup(self.title(), self.actions()),)

    def save_state(self) -> None:
        self.services.settings.set(f"{KEY}.job", self.panel.values())
        self.services.settings.set(f"{KEY}.inputs", list(self.sources.paths))

    # -- pictures and settings

    def add(self, paths: Sequence[Path]) -> None:
        """Take more files and folders."""
        if self.sources.add(paths):
            self._changed()

    def show_job(self, values: Mapping[str, Any]) -> None:
        """An EnhanceJob becomes the settings of the page."""
        self.panel.set_values(values)
        self.sources.set(list(values.get("inputs", ())))
        self._changed()

    def values(self) -> dict[str, Any]:
        """Of the job as it stands."""
        return {**self.panel.values(), "inputs": list(self.sources.paths)}

    def plan(self) -> None:
        """Ask what would be done; the table fills as the answer comes."""
        self.planning.drop()
        self.failure.clear()
        values = self.values()
        if not values["inputs"] or self.panel.problem():
            if not values["inputs"]:
                self.table.clear()
            self._renew()
            return
        self.planning.ask(values)
        self.foot.say_looking()
        self._renew_buttons()

    def start(self) -> None:
        """Put the job in the queue."""
        if not self.foot.button.isEnabled():
            return
        self.save_state()
        todo, model = self.table.counts["pending"], self.panel.result.model.value
        title = self.tr("%n picture(s) with {model}", "", todo).format(model=model)
        self._follow(self.services.queue.add(self.planning.values, title))

    # -- making

    def _make_widgets(self) -> None:
        self.sources = Sources()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(with_role(QLabel(self.title()), "title"))
        head.addWidget(self.sources)
        head.addWidget(ToolRow([self.does.add_files, self.does.add_folder], at_right=True), 1)
        head.addWidget(MoreButton(self.services.theme, [self.does.open_job, *self.does.of_sources()]))
        self.failure, self.note = FailureNote(), ResultNote()
        self.pictures = Pictures(self.services, self.table)
        self.rows = ChosenRows(self.pictures.view, self.table, self.does, self._sources)
        self.panel = JobPanel(self.services)
        self.foot = RunFoot(self.table)
        side = SidePanel(self.panel)
        side.foot.addWidget(self.foot)
        lay_out(self, [head, self.failure, self.note, self.pictures], side)

    def _connect(self) -> None:
        for action, do in (
            (self.does.add_files, self._choose_files),
            (self.does.add_folder, self._choose_folder),
            (self.does.open_job, self.files.choose),
            (self.does.save_job, self.files.choose_target),
            (self.does.copy_command, self.files.copy_command),
            (self.does.run, self.start),
            (self.does.again, self.plan),
            (self.does.find, self.pictures.filters.type),
        ):
            action.triggered.connect(do)
        self.planning.looking.connect(self.foot.say_found)
        self.planning.filled.connect(self._renew)
        self.planning.done.connect(self._plan_done)
        self.planning.failed.connect(self._plan_failed)
        self.followed.changed.connect(self._job_changed)
        self.followed.ended.connect(self._job_ended)
        self.followed.gone.connect(self._renew)
        self.files.loaded.connect(self.show_job)
        self.files.said.connect(self.foot.say)
        self.files.failed.connect(self._warn)
        self.pictures.empty.paths_dropped.connect(self.open_paths)
        self.sources.changed.connect(self._changed)
        self.panel.changed.connect(self._changed)
        self.foot.button.clicked.connect(self.start)
        self.thumbnails.ready.connect(self.pictures.view.show_thumbnail)
        self.rows.enhance_wanted.connect(self._to_enhance)
        self.rows.reason.connect(self.pictures.show_reason)
        self.note.retry.connect(self._retry)
        self.note.reveal.connect(self._reveal_results)
        self.note.show_failed.connect(self.pictures.show_failed)
        self.services.settings.changed.connect(self._setting_changed)
        self.services.catalog.changed.connect(self._changed)

    def _restore(self) -> None:
        settings = self.services.settings
        usual = {**self.panel.values(), **job_defaults(settings)}
        try:
            self.panel.set_values({**usual, **settings.get(f"{KEY}.job", {})})
        except (TypeError, ValueError):  # values of another version, or written by hand
            self.panel.set_values(usual)
        self.sources.set(settings.list_of(f"{KEY}.inputs", str))
        here = self.values()
        for job in self.services.queue.jobs:
            if job.values.get("kind") == "enhance" and job.values == here:
                self._follow(job)
        self._changed()

    def _setting_changed(self, key: str) -> None:
        """A default that was chosen on the page of settings counts from now on."""
        if key in (DEVICE, THREADS, FORMAT, QUALITY):
            self.panel.set_values({**USUAL, **job_defaults(self.services.settings)})
            self._changed()

    # -- planning

    def _changed(self) -> None:
        """Sources or settings are others: what was planned, and the job that was followed, no longer fit."""
        if self.followed.job is not None and not self.followed.does(self.values()):
            self.followed.leave()
            self.note.hide()
        self.planning.soon()
        self._renew()

    def _plan_done(self) -> None:
        self.followed.tell_again()
        self.panel.show_example(self.table.first_with_output())
        self._renew()

    def _plan_failed(self, failure: Failure) -> None:
        self._warn(failure)
        self.foot.say("")
        self._renew()

    def _warn(self, failure: Failure) -> None:
        self.failure.show_failure(failure, "warning")

    # -- the job

    def _follow(self, job: QueuedJob) -> None:
        self.followed.follow(job)
        self.note.hide()
        self._renew()

    def _job_changed(self) -> None:
        self._say_totals()
        self._renew_buttons()

    def _job_ended(self, job: QueuedJob) -> None:
        if job.failure is not None:
            self.failure.show_failure(job.failure)
        else:
            self.note.show_result(job.state, job.counts)
        self._renew()

    def _retry(self) -> None:
        self.note.hide()
        self.followed.retry()

    def _reveal_results(self) -> None:
        done = next((row.output for row in self.table.rows() if row.state == "done" and row.output), "")
        show_folder(self.panel.place.folder.value if self.panel.place.into_folder else done)

    # -- choosing and showing

    def _choose_files(self) -> None:
        choose_files(self, self.tr("Add files"), picture_filter(), self.add)

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Add a folder"), self.add)

    def _sources(self) -> Sequence[str]:
        return self.sources.paths

    def _to_enhance(self, path: str) -> None:
        self.wanted.emit("enhance", {"paths": [path]})

    def _renew(self) -> None:
        self.pictures.show_list(bool(self.sources.paths))
        self._say_totals()
        self._renew_buttons()
        self.rows.renew()

    def _say_totals(self) -> None:
        job = self.followed.job
        if job is not None and not job.has_ended:
            self.foot.say_progress(job.state)
        elif problem := self.panel.problem():
            self.foot.say(problem)
        elif self.planning.facts is not None:
            self.foot.say_plan(self.planning.facts)

    def _renew_buttons(self) -> None:
        planned = self.planning.facts is not None and self.table.counts["pending"] > 0
        ready = planned and not self.followed.at_work and not self.panel.problem()
        self.foot.enable(ready)
        self.does.run.setEnabled(ready)
        for action in self.does.of_sources():
            action.setEnabled(bool(self.sources.paths))
