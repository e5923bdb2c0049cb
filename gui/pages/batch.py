"""The batch page: folders of pictures, what would become of each, and what did. The settings build one EnhanceJob.

It is over 300 lines because five parts meet here that know nothing of each other: sources, settings, table, job, foot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from enhancer.events import Event, ItemDone, Progressed

from ..as_command import command_of
from ..defaults import DEVICE, FORMAT, QUALITY, THREADS, job_defaults
from ..queued_job import QueuedJob
from ..revealing import open_file, show_folder
from ..services import Services
from ..theme.roles import with_role
from ..units import amount, count, duration
from ..widgets.batch.job_panel import JobPanel
from ..widgets.batch.row import STATES, Row, row_from
from ..widgets.batch.sources import Sources
from ..widgets.batch.table import DISK, MODEL, NOTE, PICTURE, SIZE, STATE, THUMBNAIL, TIME, BatchTable, ReasonDelegate
from ..widgets.choosing import choose_files, choose_folder, choose_target
from ..widgets.controls import Segments
from ..widgets.drop import DropArea, picture_filter
from ..widgets.failure import FailureNote
from ..widgets.result_note import ResultNote
from ..widgets.side_panel import SidePanel
from ..widgets.thumbnails import ThumbnailCache
from ..widgets.tool_row import ToolRow
from ..workers.child import Call
from ..workers.protocol import Failure
from .page import Page, ShortcutGroup

PLAN_AFTER_MS = 350
"""After the last change of a setting, so that typing asks once."""
FILTER_AFTER_MS = 200
KEY = "pages.batch"
NAME_CHARACTERS = 16
"""So much of a name, and of a reason, can be read at least; other columns are hidden for it."""
MODEL_KINDS = "enhance"
USUAL: Mapping[str, Any] = {"device": "auto", "threads": 0, "format": "", "quality": 0}


class BatchPage(Page):
    NAME: ClassVar[str] = "batch"
    ICON: ClassVar[str] = "batch"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.thumbnails = ThumbnailCache(services, self)
        self.table = BatchTable(services.theme, self.thumbnails, self)
        self.job: QueuedJob | None = None
        self._widths: dict[int, int] = {}
        self._plan_call: Call | None = None
        self._plan: dict[str, Any] | None = None
        self._planned: dict[str, Any] = {}
        self._plan_soon = QTimer(self, singleShot=True, interval=PLAN_AFTER_MS)
        self._plan_soon.timeout.connect(self.plan)
        self._filter_soon = QTimer(self, singleShot=True, interval=FILTER_AFTER_MS)
        self._filter_soon.timeout.connect(self._filter)
        self._make_actions()
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
        jobs = [path for path in paths if path.suffix.lower() == ".toml"]
        if jobs:
            self._load_job(jobs[0])
        self.add([path for path in paths if path not in jobs])
        return True

    def take(self, arguments: Mapping[str, Any]) -> None:
        if paths := arguments.get("paths"):
            self.add([Path(path) for path in paths])
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
        self._plan_soon.stop()
        self._drop_plan_call()
        self._plan = None
        self.failure.clear()
        values = self.values()
        if not values["inputs"] or self.panel.problem():
            if not values["inputs"]:
                self.table.clear()
            self._renew()
            return
        self.table.start()
        self._planned = values
        self._plan_call = self.services.compute.ask(
            "plan_batch",
            {"job": values},
            done=self._plan_done,
            failed=self._plan_failed,
            event=self._plan_event,
            replaces="batch-plan",
        )
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
        self._follow(self.services.queue.add(self._planned, title))

    # -- making

    def _make_actions(self) -> None:
        def action(text: str, keys: str, slot: Any, icon: str = "", tip: str = "") -> QAction:
            made = QAction(text, self)
            if keys:
                made.setShortcut(QKeySequence(keys))
            if icon:
                made.setIcon(self.services.theme.icon(icon))
            if tip:
                made.setToolTip(tip)
            made.triggered.connect(slot)
            self.addAction(made)
            return made

        self.add_files = action(self.tr("Add files"), "Ctrl+O", self._choose_files, "file")
        self.add_folder = action(self.tr("Add a folder"), "Ctrl+Shift+O", self._choose_folder, "folder")
        self.open_job = action(self.tr("Open a job"), "Ctrl+J", self._choose_job, "open")
        self.save_job = action(self.tr("Save as a job"), "Ctrl+S", self._choose_job_target, "save")
        self.copy_command = action(self.tr("Copy as a command"), "Ctrl+Shift+C", self._copy_command, "copy")
        self.run_action = action(self.tr("Enhance all"), "Ctrl+Return", self.start)
        self.again = action(self.tr("Look again"), "F5", self.plan, "refresh", self.tr("Files came or went"))
        self.find_action = action(self.tr("Filter"), "Ctrl+F", self._focus_filter)
        self.open_result = action(self.tr("Open the result"), "", self._open_result, "image")
        self.reveal = action(self.tr("Show in the folder"), "Ctrl+Shift+R", self._reveal, "folder")
        self.to_enhance = action(self.tr("Open on the Enhance page"), "Ctrl+E", self._to_enhance, "enhance")
        self.copy_reason = action(self.tr("Copy the reason"), "", self._copy_reason, "copy")

    def _make_widgets(self) -> None:
        theme = self.services.theme
        title = with_role(QLabel(self.title()), "title")
        adding = ToolRow([self.add_files, self.add_folder], at_right=True)
        self.more = QToolButton()
        self.more.setIcon(theme.icon("more"))
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addActions([self.open_job, self.save_job, self.copy_command, self.again])
        self.more.setMenu(menu)
        self.sources = Sources()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.sources)
        head.addWidget(adding, 1)
        head.addWidget(self.more)

        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter by name or reason"))
        self.search.setAccessibleName(self.tr("Filter"))
        self.search.setClearButtonEnabled(True)
        self.states = Segments([("", self.tr("All")), *((state, self.table.state_word(state)) for state in STATES)])
        self.states.setAccessibleName(self.tr("State"))
        self.filters = QWidget()
        filters = QHBoxLayout(self.filters)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(8)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.states)

        self.view = self._make_view()
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
        self.run_button = with_role(QPushButton(self.run_action.text()), "primary")
        self.side.foot.addWidget(self.foot)
        self.side.foot.addWidget(self.run_button)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.side)

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.table)
        view.setAccessibleName(self.tr("Pictures"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(max(view.fontMetrics().height() + 16, THUMBNAIL + 8))
        view.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setAccessibleName(self.tr("Columns"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(48)
        for column, sample in (
            (STATE, "n" * 13),
            (SIZE, "4000 × 3000 → 8000 × 6000"),
            (MODEL, "n" * 9),
            (TIME, "n" * 8),
            (DISK, "n" * 8),
        ):
            self._widths[column] = view.fontMetrics().horizontalAdvance(sample) + 16
            view.setColumnWidth(column, self._widths[column])
        for column in (PICTURE, NOTE):  # they share what room there is
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        view.setItemDelegateForColumn(NOTE, ReasonDelegate(view))
        view.setSortingEnabled(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        return view

    def _connect(self) -> None:
        self.empty.paths_dropped.connect(self.add)
        self.sources.changed.connect(self._changed)
        self.panel.changed.connect(self._changed)
        self.run_button.clicked.connect(self.start)
        self.search.textChanged.connect(self._filter_soon.start)
        self.states.chosen.connect(self._filter)
        self.table.counted.connect(self._say_counts)
        self.thumbnails.ready.connect(self._repaint_view)
        self.table.modelReset.connect(self._renew_row_actions)
        self.view.activated.connect(self._activated)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.selectionModel().selectionChanged.connect(self._renew_row_actions)
        self.note.retry.connect(self._retry)
        self.note.reveal.connect(self._reveal_results)
        self.note.show_failed.connect(self._show_failed)
        self.services.settings.changed.connect(self._setting_changed)
        self.services.queue.rowsRemoved.connect(self._jobs_removed)
        self.services.catalog.changed.connect(self._plan_soon.start)

    def _restore(self) -> None:
        settings = self.services.settings
        self.panel.set_values({**job_defaults(settings), **settings.get(f"{KEY}.job", {})})
        self.sources.set(settings.get(f"{KEY}.inputs", []))
        here = self.values()
        for job in self.services.queue.jobs:
            if job.values.get("kind") == MODEL_KINDS and job.values == here:
                self._follow(job)
        self._changed()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """In a narrow window the least important columns give way to names and reasons."""
        room = self.stack.width() - 2 * self.view.fontMetrics().horizontalAdvance("n" * NAME_CHARACTERS)
        for column in (STATE, SIZE, MODEL, TIME, DISK):
            room -= self.view.horizontalHeader().sectionSize(column) or self._widths[column]
            self.view.setColumnHidden(column, room < 0 and column != STATE)

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
        self._plan = None
        self._renew()
        self._plan_soon.start()

    def _drop_plan_call(self) -> None:
        call, self._plan_call = self._plan_call, None
        if call is not None and call.open:
            # Its answer may be on the way already.
            call.done.disconnect(self._plan_done)
            call.failed.disconnect(self._plan_failed)
            call.heard.disconnect(self._plan_event)
            call.cancel()

    def _plan_event(self, event: Event) -> None:
        if isinstance(event, Progressed) and event.text.isdecimal():
            found = self.tr("Looking at the pictures: {n} so far").format(n=count(int(event.text)))
            self.foot.setText(found)
        elif isinstance(event, ItemDone):
            first = not self.table.total
            self.table.add(map(row_from, event.facts["rows"]))
            if first:
                self._renew()

    def _plan_done(self, result: dict[str, Any]) -> None:
        self._plan_call, self._plan = None, result
        self.table.finish()
        if self.job is not None:
            for key, item in self.job.items.items():
                self.table.hear(ItemDone(key, item.state, item.outputs, item.code, item.reason))
        self.panel.show_example(self.table.first_with_output())
        self._renew()

    def _plan_failed(self, failure: Failure) -> None:
        self._plan_call = None
        self.table.clear()
        self.failure.show_failure(self._in_words(failure), "warning")
        self._renew()

    def _in_words(self, failure: Failure) -> Failure:
        """The core's hints name options of the command line; here they are controls."""
        hints = {
            "exists": self.tr("Say on the right what to do where such a file exists, or choose another folder."),
            "collision": self.tr("Put something into the name that tells them apart, for example {stem} or {width}."),
            "not-a-folder": self.tr("Choose another folder on the right."),
            "permission": self.tr("Choose another folder on the right."),
            "input-overwritten": self.tr("Choose another folder, or another name, on the right."),
        }
        hint = hints.get(failure.code, failure.hint)
        return Failure(failure.message, hint, failure.code, failure.details)

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
            self.failure.show_failure(self._in_words(job.failure))
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
        self.states.value = "failed"
        self._filter()

    # -- choosing

    def _choose_files(self) -> None:
        choose_files(self, self.tr("Add files"), picture_filter(), self.add)

    def _choose_folder(self) -> None:
        choose_folder(self, self.tr("Add a folder"), self.add)

    # -- job files

    def _choose_job(self) -> None:
        choose_files(self, self.tr("Open a job"), self.tr("Jobs (*.toml)"), self.open_paths, several=False)

    def _load_job(self, path: Path) -> None:
        self.services.pictures.ask("load_job", {"path": str(path)}, done=self._job_loaded, failed=self._job_file_failed)

    def _job_loaded(self, result: dict[str, Any]) -> None:
        values = result["job"]
        if values["kind"] == MODEL_KINDS:
            self.show_job(values)
        elif values["kind"] == "train":
            self.failure.show_failure(
                Failure(self.tr("This job trains a model."), self.tr("Start it with 'enhancer run' in a terminal.")),
                "warning",
            )
        else:
            words = {
                "generate": self.tr("Pictures by {model}"),
                "project": self.tr("Nearest pictures by {model}"),
            }
            title = words.get(values["kind"], "{model}").format(model=values.get("model", ""))
            self.services.queue.add(values, title)
            self._say(self.tr("This job makes new pictures. It is in the queue now."))

    def _choose_job_target(self) -> None:
        choose_target(self, self.tr("Save as a job"), self.tr("Jobs (*.toml)"), "toml", "job.toml", self._save_job)

    def _save_job(self, paths: Sequence[Path]) -> None:
        self.services.pictures.ask(
            "save_job",
            {"job": self.values(), "path": str(paths[0])},
            done=self._job_saved,
            failed=self._job_file_failed,
        )

    def _job_saved(self, result: dict[str, Any]) -> None:
        name = Path(result["path"]).name
        self._say(self.tr("Saved as {name}. 'enhancer run {name}' does the same.").format(name=name))

    def _job_file_failed(self, failure: Failure) -> None:
        self.failure.show_failure(failure, "warning")

    def _copy_command(self) -> None:
        if self.sources.paths:
            QGuiApplication.clipboard().setText(command_of(self.values()))
            self._say(self.tr("The command is in the clipboard."))

    # -- rows

    def _selected(self) -> list[Row]:
        return [self.table.row(index) for index in self.view.selectionModel().selectedRows()]

    def _activated(self, index: QModelIndex) -> None:
        row = self.table.row(index)
        if row.state == "done" and row.output:
            open_file(row.output)
        elif row.input:
            self.wanted.emit("enhance", {"paths": [row.input]})

    def _open_result(self) -> None:
        for row in self._selected()[:8]:
            if row.state == "done" and row.output:
                open_file(row.output)

    def _reveal(self) -> None:
        for row in self._selected()[:1]:
            show_folder(row.output if row.state == "done" and row.output else self._source_of(row))

    def _to_enhance(self) -> None:
        if rows := self._selected():
            self.wanted.emit("enhance", {"paths": [self._source_of(rows[0])]})

    def _copy_reason(self) -> None:
        lines = [f"{row.key}: {row.reason}" for row in self._selected() if row.reason]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _source_of(self, row: Row) -> str:
        """A picture that was refused has no input in the plan: it lies below one of the sources."""
        if row.input:
            return row.input
        places = (Path(source) for source in self.sources.paths)
        found = (path if path.name == row.key else path / row.key for path in places)
        return str(next((path for path in found if path.is_file()), ""))

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.open_result, self.reveal, self.to_enhance, self.copy_reason])
        menu.popup(self.view.viewport().mapToGlobal(at))

    # -- showing

    def _filter(self) -> None:
        self.table.filter(self.search.text(), self.states.value)

    def _repaint_view(self) -> None:
        self.view.viewport().update()

    def _focus_filter(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _say(self, text: str) -> None:
        """A word in the foot until something else is to be said there."""
        self.foot.setText(text)

    def _say_counts(self) -> None:
        self.states.button("").setText(self._counted(self.tr("All"), self.table.total))
        for state in STATES:
            self.states.button(state).setText(self._counted(self.table.state_word(state), self.table.counts[state]))

    def _counted(self, word: str, number: int) -> str:
        return f"{word} {count(number)}" if number else word

    def _renew(self) -> None:
        filled = bool(self.sources.paths)
        self.stack.setCurrentWidget(self.view if filled else self.empty)
        self.filters.setVisible(filled)
        self._say_counts()
        self._say_totals()
        self._renew_buttons()
        self._renew_row_actions()

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
        plan = self._plan
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
        ready = self._plan is not None and todo > 0 and not busy and not self.panel.problem()
        text = self.tr("Enhance %n picture(s)", "", todo) if todo else self.tr("Enhance")
        self.run_button.setText(text)
        self.run_button.setEnabled(ready)
        self.run_action.setEnabled(ready)
        for action in (self.save_job, self.copy_command, self.again):
            action.setEnabled(bool(self.sources.paths))

    def _renew_row_actions(self) -> None:
        rows = self._selected() if self.view.selectionModel().hasSelection() else []
        self.open_result.setEnabled(any(row.state == "done" and row.output for row in rows))
        self.reveal.setEnabled(bool(rows))
        self.to_enhance.setEnabled(len(rows) == 1)
        self.copy_reason.setEnabled(any(row.reason for row in rows))
        reason = rows[0].reason if len(rows) == 1 else ""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
