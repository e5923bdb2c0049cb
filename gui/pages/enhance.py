"""The enhance page: drop a picture, see what becomes of it, save. The settings build one EnhanceJob.

It has over 300 lines because the page joins six parts that are kept simple by it: canvas, preview, settings,
comparison, job, results.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from .. import units
from ..as_command import command_of
from ..core_words import all_in_words
from ..defaults import job_defaults
from ..geometry import restore_sizes
from ..queued_job import QueuedJob
from ..revealing import show_folder
from ..services import Services
from ..theme.roles import with_role
from ..widgets.canvas import Canvas, Picture
from ..widgets.controls import ElidedLabel
from ..widgets.drop import accept_drops, pasted_paths
from ..widgets.enhance.actions import Actions
from ..widgets.enhance.comparison import Comparison
from ..widgets.enhance.dialogs import ending_right, job_dialog, open_dialog, save_dialog
from ..widgets.enhance.live_preview import LivePreview
from ..widgets.enhance.results import Result
from ..widgets.enhance.run_bar import RunBar
from ..widgets.enhance.side import Side
from ..widgets.enhance.start import Start
from ..widgets.enhance.summary import ResultSummary
from ..widgets.enhance.tool_row import ToolRow, action_button
from ..widgets.enhance.values import EnhanceSettings, Steps
from ..widgets.failure import FailureNote
from ..workers.protocol import Failure
from .page import Page, ShortcutGroup

KEY = "pages.enhance"
RECENT_KEPT = 10
SPLIT_AT = 0.5


class EnhancePage(Page):
    NAME: ClassVar[str] = "enhance"
    ICON: ClassVar[str] = "enhance"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.picture: Picture | None = None
        self.result: Picture | None = None
        self._result_settings: EnhanceSettings | None = None
        self._note_of_preview = False
        self._jobs: dict[QueuedJob, tuple[Path, EnhanceSettings]] = {}
        self._recent = [Path(path) for path in services.settings.list_of(f"{KEY}.recent", str)]
        self.live = LivePreview(services, self)
        self.does = Actions(services.theme, self)
        self.does.live.setChecked(services.settings.get(f"{KEY}.live", True))
        self._make_widgets()
        self._connect()
        settings = EnhanceSettings.of(services.settings.get(f"{KEY}.settings", {}), self._defaults())
        self.steps = Steps(settings)
        self.side.settings.value = settings
        self._show_recent()
        self._update()

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("EnhancePage", "Enhance")

    @classmethod
    def tip(cls) -> str:
        return QCoreApplication.translate("EnhancePage", "Make one picture larger and better, and look closely")

    def open_paths(self, paths: Sequence[Path]) -> bool:
        if len(paths) != 1 or paths[0].is_dir() or paths[0].suffix.lower() == ".toml":
            return False
        self.open(paths[0])
        return True

    def take(self, arguments: Mapping[str, Any]) -> None:
        """paths: one picture. model: a name or file. job: values of an EnhanceJob; its first input is opened.

        jobs, result: see `hand_over`.
        """
        for job, meant in arguments.get("jobs", {}).items():
            self._follow(job, *meant)
        job = arguments.get("job") or {}
        values = dict(job)
        if arguments.get("model"):
            values["model"] = str(arguments["model"])
        if values:
            self._set_settings(EnhanceSettings.of(values, self._defaults() if job else self.steps.value))
        paths = [Path(path) for path in arguments.get("paths") or job.get("inputs") or ()]
        if paths:
            self.open(paths[0])
        if shown := arguments.get("result"):
            self._show_result(*shown)

    def hand_over(self) -> Mapping[str, Any]:
        found: dict[str, Any] = {"jobs": dict(self._jobs)} if self._jobs else {}
        if self.picture is not None:
            found["paths"] = [str(self.picture.path)]
            if self.result is not None and self._result_settings is not None:
                found["result"] = (self.result.path, self._result_settings)
        return found

    def shortcuts(self) -> Sequence[ShortcutGroup]:
        return (ShortcutGroup(self.title(), self.actions()),)

    def save_state(self) -> None:
        self.services.settings.set(f"{KEY}.settings", vars(self.steps.value))
        self.services.settings.set(f"{KEY}.splitter", self.splitter.sizes())
        self.services.settings.set(f"{KEY}.mode", self.canvas.mode)
        self.services.settings.set(f"{KEY}.live", self.does.live.isChecked())

    # -- pictures

    def open(self, path: Path) -> None:
        """Show a picture; what was open goes. Its settings stay."""
        self._leave_comparison()
        self.summary.hide()
        self._clear_note()
        self.live.stop()
        before, self.picture = self.picture, Picture(self.services, path.absolute(), self)
        self._set_result(None, None)
        self.picture.opened.connect(self._opened)
        self.picture.changed.connect(self._changed_on_disk)
        self.picture.failed.connect(self._open_failed)
        self.canvas.clear_region()
        self.canvas.set_picture(self.picture)
        if before is not None:
            before.close()
            before.deleteLater()
        self.stack.setCurrentWidget(self.work)
        self.canvas.setFocus()
        self._update()

    def close_picture(self) -> None:
        self._leave_comparison()
        self.live.stop()
        self.canvas.set_picture(None)
        self._set_result(None, None)
        if self.picture is not None:
            self.picture.close()
            self.picture.deleteLater()
            self.picture = None
        self.summary.hide()
        self._clear_note()
        self.stack.setCurrentWidget(self.start)
        self._show_recent()
        self._update()

    def _opened(self) -> None:
        picture = self.picture
        if picture is None:
            return
        self._remember(picture.path)
        self._update()
        self._look()

    def _changed_on_disk(self) -> None:
        self._set_result(None, None)
        self.canvas.clear_region()
        self.live.stop()

    def _open_failed(self, failure: Failure) -> None:
        picture = self.picture
        if picture is None or not failure.unasked:
            return
        if not picture.is_open:
            self._recent = [path for path in self._recent if path != picture.path]
            self._keep_recent()
            self.close_picture()
        self._tell(failure)

    def _remember(self, path: Path) -> None:
        if path.is_relative_to(self.services.session):  # pasted, gone with the window
            return
        self._recent = [path, *(other for other in self._recent if other != path)][:RECENT_KEPT]
        self._keep_recent()

    def _keep_recent(self) -> None:
        self.services.settings.set(f"{KEY}.recent", [str(path) for path in self._recent])
        self._show_recent()

    def _show_recent(self) -> None:
        self.start.set_recent(self._recent)
        self.tools.set_recent(self._recent)

    def _dropped(self, paths: list[Path]) -> None:
        if not self.open_paths(paths):
            self.wanted.emit("batch", {"paths": paths})

    def _paste(self) -> None:
        paths = pasted_paths(self.services)
        if paths:
            self._dropped(paths)
        else:
            self._tell(
                Failure(self.tr("The clipboard holds no picture."), self.tr("Copy a picture or a file first.")),
                "warning",
            )

    def _ask_open(self) -> None:
        dialog = open_dialog(self, self._recent[0].parent if self._recent else None)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def _open_chosen(self, name: str) -> None:
        self.open(Path(name))

    # -- settings

    def _defaults(self) -> EnhanceSettings:
        return EnhanceSettings.of(job_defaults(self.services.settings))

    def _settings_changed(self, value: EnhanceSettings) -> None:
        self.steps.push(value)
        self._follow_settings()

    def _set_settings(self, value: EnhanceSettings) -> None:
        self.steps.push(value)
        self.side.settings.value = value
        self._follow_settings()

    def _step(self, value: EnhanceSettings) -> None:
        self.side.settings.value = value
        self._follow_settings()

    def _undo(self) -> None:
        self._step(self.steps.undo())

    def _redo(self) -> None:
        self._step(self.steps.redo())

    def _reset(self) -> None:
        self._set_settings(self._defaults())

    def _follow_settings(self) -> None:
        if self.result is not None and self._result_settings != self.steps.value:
            self._set_result(None, None)
            self.summary.hide()
        self._update()
        self._look()

    def _adopt(self, model: str) -> None:
        self._set_settings(EnhanceSettings.of({"model": model}, self.steps.value))
        self._leave_comparison()

    # -- looking

    def _look(self) -> None:
        """Ask for a preview of what is seen, if there should be one."""
        picture = self.picture
        wanted = (
            picture is not None
            and picture.is_open
            and self.does.live.isChecked()
            and self.result is None
            and self.side.settings.ready
            and self.views.currentWidget() is self.canvas
            and self.isVisible()
        )
        if not wanted or picture is None:
            self.live.stop()
            if self.result is not None or not self.does.live.isChecked() or not self.side.settings.ready:
                self.canvas.clear_region()
            self._say_idle()
            return
        region = self.canvas.visible_region()
        if not region.isEmpty():
            self.live.want(picture.path, region, self.steps.value)

    def _preview_began(self) -> None:
        self.status.setText(self.tr("Preview…"))

    def _preview_progressed(self, fraction: float) -> None:
        if fraction < 1:
            self.status.setText(self.tr("Preview… {percent}").format(percent=units.percent(fraction)))

    def _preview_shown(self, at: QRectF, image: QImage) -> None:
        if self.result is None:
            self.canvas.set_region(at, image)

    def _preview_done(self, facts: dict[str, Any]) -> None:
        parts = [self.tr("Preview in {time}").format(time=units.duration(facts["seconds"]))]
        if not facts["complete"]:
            parts = [self.tr("Preview of the middle; zoom in to see all of it")]
        if facts["psnr"] is not None:
            parts.append(self.tr("fidelity {n} dB").format(n=units.fixed(facts["psnr"], 1)))
        parts.append(f"{facts['model']}, {facts['precision']}")
        self.status.setText(" · ".join(parts))
        self.status_note.setText(all_in_words(facts["notes"]))
        self.status_note.setVisible(bool(facts["notes"]))
        if self._note_of_preview:
            self._clear_note()

    def _preview_failed(self, failure: Failure) -> None:
        self._say_idle()
        if failure.unasked:
            self._tell(failure)
            self._note_of_preview = True

    def _say_idle(self) -> None:
        self.status.setText("")
        self.status_note.hide()

    def _compare(self) -> None:
        picture = self.picture
        if not self.does.compare.isChecked() or picture is None:
            self._leave_comparison()
            return
        self.live.stop()
        self._say_idle()
        self.views.setCurrentWidget(self.comparison)
        self.comparison.setFocus()
        self.comparison.start(picture.path, self.canvas.visible_region(), picture.size, self.steps.value)

    def _leave_comparison(self) -> None:
        self.does.compare.setChecked(False)
        if self.views.currentWidget() is self.comparison:
            self.comparison.stop()
            self.views.setCurrentWidget(self.canvas)
            self.canvas.setFocus()
            self._look()

    # -- enhancing

    def enhance(self, output: str = "", if_exists: str = "rename") -> QueuedJob | None:
        """Put the job into the queue: beside the original unless `output` names a file."""
        picture, settings = self.picture, self.steps.value
        if picture is None or not picture.is_open or not self.side.settings.ready:
            return None
        self._clear_note()
        self.summary.hide()
        self._leave_comparison()
        job = self.services.queue.add(settings.job(picture.path, output, if_exists), picture.path.name)
        self._follow(job, picture.path, settings)
        self._update()
        return job

    def _follow(self, job: QueuedJob, path: Path, settings: EnhanceSettings) -> None:
        """Hear of its end, and show how far it is; of several the last one is shown."""
        self._jobs[job] = (path, settings)
        job.ended.connect(self._job_ended)
        if not job.has_ended:
            self.run_bar.follow(job)

    def _enhance_beside(self) -> None:
        picture = self.picture
        if picture is not None and picture.path.is_relative_to(self.services.session):
            self._save_as()  # a pasted picture lies where nothing stays
        else:
            self.enhance()

    def _save_as(self) -> None:
        picture, settings = self.picture, self.steps.value
        if picture is None or not self.side.settings.ready:
            return
        folder = picture.path.parent
        if folder.is_relative_to(self.services.session):
            folder = Path(self.services.settings.get(f"{KEY}.folder", "") or Path.home())
        dialog = save_dialog(self, picture.path, str(picture.facts.get("format", "")), settings, folder)
        dialog.fileSelected.connect(self._save_chosen)
        dialog.open()

    def _save_chosen(self, name: str) -> None:
        path = ending_right(Path(name), self.steps.value)
        self.services.settings.set(f"{KEY}.folder", str(path.parent))
        self.enhance(str(path), "overwrite")  # the dialog has asked

    def _job_ended(self) -> None:
        job = self.sender()
        if not isinstance(job, QueuedJob) or job not in self._jobs:
            return
        path, settings = self._jobs[job]  # it stays: it may be tried again
        self._update()
        if job.failure is not None:
            if job.failure.unasked:
                self._tell(job.failure)
            return
        items = job.report.get("items") or []
        item = items[0] if items else None
        if item is None:
            return
        if not item.get("outputs"):
            if job.state != "cancelled":
                hint = self.tr("Choose “Save as…” and another name.") if item.get("code") == "exists" else ""
                reason = item.get("reason") or self.tr("There is no result.")
                self._tell(Failure(reason, hint, item.get("code") or "error"))
            return
        output = item["outputs"][0]
        size = (item.get("facts") or {}).get("output", {}).get("size", [0, 0])
        result = Result(str(path), output, settings, (int(size[0]), int(size[1])), time.time())
        self.side.results.add(result)
        picture = self.picture
        if picture is not None and picture.path == path:
            self.summary.show_item(item)
            self.cards.show()
            if settings == self.steps.value:
                self._show_result(Path(output), settings)

    def _show_result(self, path: Path, settings: EnhanceSettings) -> None:
        self.live.stop()
        self._set_result(Picture(self.services, path, self), settings)
        self.canvas.clear_region()
        self._say_idle()
        self.status.setText(self.tr("Result: {name}").format(name=path.name))

    def _set_result(self, picture: Picture | None, settings: EnhanceSettings | None) -> None:
        before, self.result = self.result, picture
        self._result_settings = settings
        self.canvas.set_result(picture)
        if picture is not None:
            picture.failed.connect(self._result_failed)
        if before is not None:
            before.close()
            before.deleteLater()

    def _result_failed(self, failure: Failure) -> None:
        self._set_result(None, None)
        if failure.unasked:
            self._tell(failure)
        self._look()

    def _look_again(self, result: Result) -> None:
        self.open(Path(result.source))
        self._set_settings(result.settings)
        self._show_result(Path(result.path), result.settings)

    def _take_settings(self, result: Result) -> None:
        self._set_settings(result.settings)
        self.side.show_tab("settings")

    def _jobs_removed(self) -> None:
        there = self.services.queue.jobs
        self._jobs = {job: meant for job, meant in self._jobs.items() if job in there}

    def _tell(self, failure: Failure, tone: Literal["danger", "warning"] = "danger") -> None:
        self._note_of_preview = False
        self.note.show_failure(failure, tone)
        self.notes.setVisible(self.note.failure is not None)

    def _clear_note(self) -> None:
        self._note_of_preview = False
        self.note.clear()
        self.notes.hide()

    def _show_folder(self, path: Path) -> None:
        show_folder(path)

    # -- as a job

    def _job_values(self) -> dict[str, Any]:
        """Of what the quick way does, as the command line would be told."""
        assert self.picture is not None
        return self.steps.value.job(self.picture.path, if_exists="rename")

    def _copy_command(self) -> None:
        if self.picture is not None:
            QGuiApplication.clipboard().setText(command_of(self._job_values()))
            self.status.setText(self.tr("The command is in the clipboard."))

    def _save_job(self) -> None:
        if self.picture is not None:
            dialog = job_dialog(self, self.picture.path)
            dialog.fileSelected.connect(self._save_job_chosen)
            dialog.open()

    def _save_job_chosen(self, name: str) -> None:
        self.services.pictures.ask(
            "save_job", {"job": self._job_values(), "path": name}, done=self._job_saved, failed=self._tell
        )

    def _job_saved(self, result: dict[str, Any]) -> None:
        self.status.setText(self.tr("Saved as {name}").format(name=Path(result["path"]).name))

    # -- making

    def _make_widgets(self) -> None:
        services = self.services
        self.canvas = Canvas(services)
        self.comparison = Comparison(services)
        self.start = Start(services)
        self.tools = ToolRow(
            self.canvas,
            self.does.open,
            self.does.zoom_out,
            [self.does.fit, *self.does.zooms],
            self.does.zoom_in,
            [self.does.fit, self.does.compare],
        )
        self.side = Side(
            services,
            [self.does.undo, self.does.redo],
            [self.does.command, self.does.job, self.does.reset, self.does.close],
        )
        self.note = FailureNote()
        self.run_bar = RunBar()
        self.summary = ResultSummary(services)
        self.name = ElidedLabel()
        self.name.setProperty("data", True)
        self.status = with_role(ElidedLabel(mode=Qt.TextElideMode.ElideRight), "muted")
        self.status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.status_note = with_role(QLabel(), "muted")
        self.status_note.setProperty("data", True)
        self.status_note.setWordWrap(True)
        self.status_note.hide()
        foot = with_role(QFrame(), "bar")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.name, 1)
        row.addWidget(self.status, 1)
        row.addWidget(action_button(self.does.live))
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.status_note)
        self.views = QStackedWidget()
        self.views.addWidget(self.canvas)
        self.views.addWidget(self.comparison)
        cards = QVBoxLayout()
        cards.setContentsMargins(16, 8, 16, 8)
        cards.setSpacing(8)
        cards.addWidget(self.run_bar)
        cards.addWidget(self.summary)
        self.cards = QWidget()
        self.cards.setLayout(cards)
        self.work = QWidget()
        column = QVBoxLayout(self.work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(with_role(QFrame(), "line"))
        column.addWidget(self.views, 1)
        column.addWidget(self.cards)
        column.addWidget(foot)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.stack.addWidget(self.work)
        notes = QVBoxLayout()
        notes.setContentsMargins(16, 16, 16, 0)
        notes.addWidget(self.note)
        self.notes = QWidget()
        self.notes.setLayout(notes)
        self.notes.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notes)
        column.addWidget(self.stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(4)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        restore_sizes(self.splitter, services.settings, f"{KEY}.splitter", [960, 320])
        mode = services.settings.get(f"{KEY}.mode", "split")
        self.canvas.set_mode(mode if mode in self.does.modes else "split")  # type: ignore[arg-type]
        self.canvas.set_split(SPLIT_AT)

    def _connect(self) -> None:
        for action, do in (
            (self.does.open, self._ask_open),
            (self.does.paste, self._paste),
            (self.does.enhance, self._enhance_beside),
            (self.does.save, self._save_as),
            (self.does.compare, self._compare),
            (self.does.live, self._look),
            (self.does.undo, self._undo),
            (self.does.redo, self._redo),
            (self.does.command, self._copy_command),
            (self.does.job, self._save_job),
            (self.does.reset, self._reset),
            (self.does.close, self.close_picture),
            (self.does.zoom_in, self.canvas.zoom_in),
            (self.does.zoom_out, self.canvas.zoom_out),
            (self.does.fit, self.canvas.fit),
            *((action, self._zoom_wanted) for action in self.does.zooms),
            *((action, self._mode_wanted) for action in self.does.modes.values()),
        ):
            action.triggered.connect(do)
        self.start.paths_dropped.connect(self._dropped)
        self.start.recent_wanted.connect(self.open)
        self.tools.recent_wanted.connect(self.open)
        accept_drops(self.work, self._dropped)
        self.canvas.view_changed.connect(self._look)
        self.live.began.connect(self._preview_began)
        self.live.progressed.connect(self._preview_progressed)
        self.live.shown.connect(self._preview_shown)
        self.live.done.connect(self._preview_done)
        self.live.failed.connect(self._preview_failed)
        self.side.settings.changed.connect(self._settings_changed)
        self.side.results.look_wanted.connect(self._look_again)
        self.side.results.settings_wanted.connect(self._take_settings)
        self.side.enhance.clicked.connect(self._enhance_beside)
        self.side.save.clicked.connect(self._save_as)
        self.comparison.chosen.connect(self._adopt)
        self.comparison.closed.connect(self._leave_comparison)
        self.run_bar.ended.connect(self._update)
        self.services.queue.rowsRemoved.connect(self._jobs_removed)
        self.summary.folder_wanted.connect(self._show_folder)
        self.summary.save_wanted.connect(self._save_as)
        self.note.closed.connect(self._clear_note)
        self.summary.closed.connect(self._update)
        self.services.catalog.changed.connect(self._models_changed)

    def _mode_wanted(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.canvas.set_mode(action.data())

    def _zoom_wanted(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.canvas.zoom_to(float(action.data()))

    def _models_changed(self) -> None:
        self._update()
        self._look()

    def showEvent(self, event: Any) -> None:  # noqa: N802  (Qt's name)
        super().showEvent(event)
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.views.currentWidget() is self.comparison:
            self._leave_comparison()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: Any) -> None:  # noqa: N802
        super().hideEvent(event)
        self.live.stop()

    def _update(self) -> None:
        """What can be done now, and what stands in the foot."""
        picture = self.picture
        is_open = picture is not None and picture.is_open
        panel = self.side.settings
        width, height = (picture.width, picture.height) if picture is not None and is_open else (0, 0)
        panel.set_source(width, height, str(picture.facts.get("format", "")) if picture is not None and is_open else "")
        can = is_open and panel.ready
        for thing in (self.side.enhance, self.side.save, self.does.enhance, self.does.save):
            thing.setEnabled(can)
        for thing in self.does.of_a_picture():
            thing.setEnabled(is_open)
        self.does.close.setEnabled(picture is not None)
        self.tools.mode.setEnabled(is_open)
        self.does.undo.setEnabled(self.steps.can_undo)
        self.does.redo.setEnabled(self.steps.can_redo)
        self.cards.setVisible(self.run_bar.job is not None or not self.summary.isHidden())
        if picture is None or not is_open:
            self.name.setText("")
            return
        self.name.setText(f"{picture.path.name}   {units.pixels(width, height)}")
        self.name.set_tip(str(picture.path))
        size = panel.result_size()
        if size is not None:
            self.canvas.set_target_scale(size[0] / width)
