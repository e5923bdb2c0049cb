"""The batch page: folders of pictures, what would become of each, and what did. The settings build one EnhanceJob.

It is over 300 lines because five parts meet here that know nothing of each other: sources, settings, table, job, foot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from enhancer.events import ItemDone

from ..as_command import command_of
from ..defaults import DEVICE, FORMAT, QUALITY, THREADS, job_defaults
from ..queued_job import QueuedJob
from ..revealing import show_folder
from ..services import Services
from ..theme.roles import with_role
from ..units import amount, count, duration
from ..widgets.batch.actions import Actions
from ..widgets.batch.chosen_rows import ChosenRows
from ..widgets.batch.filters import Filters
from ..widgets.batch.job_files import JobFiles
from ..widgets.batch.job_panel import JobPanel
from ..widgets.batch.picture_view import PictureView
from ..widgets.batch.planning import Planning
from ..widgets.batch.sources import Sources
from ..widgets.batch.table import BatchTable
from ..widgets.choosing import choose_files, choose_folder
from ..widgets.drop import DropArea, picture_filter
from ..widgets.failure import FailureNote
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
        self.job: QueuedJob | None = None
        self.planning = Planning(services, self.table, self.plan, self)
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
        self.foot.setText(self.tr("Looking at the pictures …"))
        self._renew_buttons()

    def start(self) -> None:
        """Put the job in the queue."""
        if not self.run_button.isEnabled():
            return
        self.save_state()
        todo = self.table.counts["pending"]
        title = self.tr("%n picture(s) with {model}", "", todo).format(model=self.panel.model.value)
        self.note.hide()
        self._follow(self.services.queue.add(self.planning.values, title))

    # -- making

    def _make_widgets(self) -> None:
        theme = self.services.theme
        title = with_role(QLabel(self.title()), "title")
        adding = ToolRow([self.does.add_files, self.does.add_folder], at_right=True)
        self.more = QToolButton()
        self.more.setIcon(theme.icon("more"))
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addActions([self.does.open_job, *self.does.of_sources()])
        self.more.setMenu(menu)
        self.sources = Sources()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.sources)
        head.addWidget(adding, 1)
        head.addWidget(self.more)

        self.filters = Filters(self.table)
        self.view = PictureView(self.table)
        self.rows = ChosenRows(self.view, self.table, self.does, self._sources)
        self.empty = DropArea(
            self.services,
            self.tr("Drop pictures or folders here"),
            hint=self.tr(
                "Then you see what would become of each, before anything is done. Originals stay as they are."
            ),
            icon="folder",
            files=self.tr("Add files"),
            folder=self.tr("Add a folder"),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.view)
        self.failure = FailureNote()
        self.note = ResultNote()
        left = QVBoxLayout()
        left.setContentsMargins(24, 24, 24, 16)
        left.setSpacing(12)
        left.addLayout(head)
        left.addWidget(self.failure)
        left.addWidget(self.note)
        left.addWidget(self.filters)
        left.addWidget(self.stack, 1)
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setProperty("data", True)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        with_role(self.reason, "muted")
        left.addWidget(self.reason)

        self.panel = JobPanel(self.services)
        self.side = SidePanel(self.panel)
        self.foot = QLabel()
        self.foot.setWordWrap(True)
        with_role(self.foot, "muted")
        self.run_button = with_role(QPushButton(self.does.run.text()), "primary")
        self.side.foot.addWidget(self.foot)
        self.side.foot.addWidget(self.run_button)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.side)

    def _connect(self) -> None:
        for action, do in (
            (self.does.add_files, self._choose_files),
            (self.does.add_folder, self._choose_folder),
            (self.does.open_job, self.files.choose),
            (self.does.save_job, self.files.choose_target),
            (self.does.copy_command, self._copy_command),
            (self.does.run, self.start),
            (self.does.again, self.plan),
            (self.does.find, self.filters.type),
        ):
            action.triggered.connect(do)
        self.planning.looking.connect(self._say_found)
        self.planning.filled.connect(self._renew)
        self.planning.done.connect(self._plan_done)
        self.planning.failed.connect(self._plan_failed)
        self.files.loaded.connect(self.show_job)
        self.files.said.connect(self._say)
        self.files.failed.connect(self._job_file_failed)
        self.empty.paths_dropped.connect(self.open_paths)
        self.sources.changed.connect(self._changed)
        self.panel.changed.connect(self._changed)
        self.run_button.clicked.connect(self.start)
        self.thumbnails.ready.connect(self._repaint_view)
        self.rows.enhance_wanted.connect(self._to_enhance)
        self.rows.reason.connect(self._show_reason)
        self.note.retry.connect(self._retry)
        self.note.reveal.connect(self._reveal_results)
        self.note.show_failed.connect(self._show_failed)
        self.services.settings.changed.connect(self._setting_changed)
        self.services.queue.rowsRemoved.connect(self._jobs_removed)
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
        if self.job is not None and self.job.values != self.values():
            self._unfollow()
        self.planning.soon()
        self._renew()

    def _say_found(self, number: int) -> None:
        self.foot.setText(self.tr("Looking at the pictures: {n} so far").format(n=count(number)))

    def _plan_done(self) -> None:
        if self.job is not None:
            for key, item in self.job.items.items():
                self.table.hear(ItemDone(key, item.state, item.outputs, item.code, item.reason))
        self.panel.show_example(self.table.first_with_output())
        self._renew()

    def _plan_failed(self, failure: Failure) -> None:
        self.failure.show_failure(failure, "warning")
        self.foot.clear()
        self._renew()

    # -- the job

    def _follow(self, job: QueuedJob) -> None:
        self._unfollow()
        self.job = job
        job.item_done.connect(self.table.hear)
        job.changed.connect(self._job_changed)
        job.ended.connect(self._job_ended)
        self._renew()

    def _unfollow(self) -> None:
        job, self.job = self.job, None
        if job is not None:
            job.item_done.disconnect(self.table.hear)
            job.changed.disconnect(self._job_changed)
            job.ended.disconnect(self._job_ended)
        self.note.hide()

    def _jobs_removed(self) -> None:
        """What became of a job stays in the table when it is taken out of the queue."""
        if self.job is not None and self.job not in self.services.queue.jobs:
            self.job = None
            self._renew()

    def _job_changed(self) -> None:
        self._say_totals()
        self._renew_buttons()

    def _job_ended(self) -> None:
        job = self.job
        if job is None:
            return
        self.table.settle()
        if job.failure is not None:
            self.failure.show_failure(job.failure)
        else:
            self.note.show_result(job.state, job.counts)
        self._renew()

    def _retry(self) -> None:
        self.note.hide()
        if self.job is not None and self.job.has_ended:
            self.job.retry()

    def _reveal_results(self) -> None:
        done = next((row.output for row in self.table.rows() if row.state == "done" and row.output), "")
        show_folder(self.panel.folder.value if self.panel.where.value == "folder" else done)

    def _show_failed(self) -> None:
        self.filters.show_state("failed")

    # -- choosing

    def _choose_files(self) -> None:
        choose_files(self, self.tr("Add files"), picture_filter(), self.add)

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Add a folder"), self.add)

    def _job_file_failed(self, failure: Failure) -> None:
        self.failure.show_failure(failure, "warning")

    def _copy_command(self) -> None:
        if self.sources.paths:
            QGuiApplication.clipboard().setText(command_of(self.values()))
            self._say(self.tr("The command is in the clipboard."))

    # -- showing

    def _sources(self) -> Sequence[str]:
        return self.sources.paths

    def _to_enhance(self, path: str) -> None:
        self.wanted.emit("enhance", {"paths": [path]})

    def _repaint_view(self) -> None:
        self.view.viewport().update()

    def _say(self, text: str) -> None:
        """A word in the foot until something else is to be said there."""
        self.foot.setText(text)

    def _renew(self) -> None:
        filled = bool(self.sources.paths)
        self.stack.setCurrentWidget(self.view if filled else self.empty)
        self.filters.setVisible(filled)
        self._say_totals()
        self._renew_buttons()
        self.rows.renew()

    def _say_totals(self) -> None:
        if self.job is not None and not self.job.has_ended:
            words = {
                "waiting": self.tr("In the queue."),
                "paused": self.tr("Paused."),
                "cancelling": self.tr("Stopping …"),
            }
            at_work = self.tr("{done} of {all} done").format(
                done=count(self.table.counts["done"]), all=count(self.table.total)
            )
            self.foot.setText(words.get(self.job.state, at_work))
            return
        if problem := self.panel.problem():
            self.foot.setText(problem)
            return
        plan = self.planning.facts
        if plan is None:
            return
        todo, done = self.table.counts["pending"], self.table.counts["done"]
        if not todo:
            nothing = self.tr("Nothing is left to do.") if done else self.tr("There is nothing to do.")
            self.foot.setText(nothing if self.table.total else self.tr("No pictures found."))
            return
        text = self.tr("%n picture(s), about {time}, about {disk} of {free} free disk", "", todo)
        self.foot.setText(
            text.format(time=duration(plan["seconds"]), disk=amount(plan["bytes"]), free=amount(plan["free"]))
        )

    def _renew_buttons(self) -> None:
        todo = self.table.counts["pending"]
        busy = self.job is not None and not self.job.has_ended
        ready = self.planning.facts is not None and todo > 0 and not busy and not self.panel.problem()
        text = self.tr("Enhance %n picture(s)", "", todo) if todo else self.tr("Enhance")
        self.run_button.setText(text)
        self.run_button.setEnabled(ready)
        self.does.run.setEnabled(ready)
        for action in self.does.of_sources():
            action.setEnabled(bool(self.sources.paths))

    def _show_reason(self, text: str) -> None:
        self.reason.setText(text)
        self.reason.setVisible(bool(text))
