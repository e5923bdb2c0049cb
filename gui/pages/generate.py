"""The generate page: a grid of pictures from seeds, to pick, vary, go between, keep and save as files.

It is over 300 lines because grid, favourites, two panels and the jobs made of them meet here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSlider,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..as_command import command_of
from ..child_pixels import discard, image_of
from ..defaults import DEVICE, THREADS, job_defaults
from ..queued_job import QueuedJob
from ..revealing import show_folder
from ..services import Services
from ..theme.roles import with_role
from ..units import count, percent
from ..widgets.choosing import choose_files, choose_target
from ..widgets.drop import picture_filter
from ..widgets.failure import FailureNote
from ..widgets.generate.grid import SampleModel, SampleView
from ..widgets.generate.question import Question
from ..widgets.generate.sample import Sample, caption, samples_of
from ..widgets.generate.save_panel import SavePanel
from ..widgets.generate.show_panel import ShowPanel
from ..widgets.notice import Notice
from ..widgets.result_note import ResultNote
from ..widgets.side_panel import SidePanel
from ..widgets.tool_row import ToolRow
from ..workers.protocol import Failure
from .page import Page, ShortcutGroup

KEY = "pages.generate"
ASK_AFTER_MS = 30
"""Settings that move are asked for together; what was asked before is dropped."""
FIRST_ANSWER = 16
MOST_AT_ONCE = 64
SIDES = (64, 96, 128, 192, 256, 384)
TRAY_SIDE = 64
MOST_FAVOURITES = 100
REFERENCE = ".reference.safetensors"
LATENT = ".latent.json"


class GeneratePage(Page):
    NAME: ClassVar[str] = "generate"
    ICON: ClassVar[str] = "generate"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.samples, self.favourites = SampleModel(self), SampleModel(self)
        self.question: Question | None = None
        self._token = 0
        self._batch = FIRST_ANSWER
        self._jobs: dict[QueuedJob, str] = {}
        self._last_folder = ""
        self._found: tuple[str, ...] = ()
        self._wanted_classes: tuple[str, ...] = ()
        self._saving: tuple[dict[str, Any], str] | None = None
        self._ask_soon = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._ask_soon.timeout.connect(self._ask)
        self._make_actions()
        self._make_widgets()
        self._connect()
        self._restore()

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("GeneratePage", "Generate")

    @classmethod
    def tip(cls) -> str:
        return QCoreApplication.translate("GeneratePage", "Make new pictures with a model")

    # -- what the frame asks

    def open_paths(self, paths: Sequence[Path]) -> bool:
        """Generated pictures and latent files, shown again as they were made."""
        if not self.panel.model.value or any(path.is_dir() for path in paths):
            return False
        self.show_question(Question(self.panel.model.value, "like", paths=tuple(map(str, paths))))
        return True

    def take(self, arguments: Mapping[str, Any]) -> None:
        if model := arguments.get("model"):
            self.panel.model.value = str(model)
            self._model_changed()
        if paths := arguments.get("paths"):
            self.open_paths([Path(path) for path in paths])

    def shortcuts(self) -> Sequence[ShortcutGroup]:
        return (ShortcutGroup(self.title(), self.actions()),)

    def save_state(self) -> None:
        settings, show = self.services.settings, self.panel
        settings.set(f"{KEY}.model", show.model.value)
        settings.set(f"{KEY}.seed", str(show.first_seed))
        settings.set(f"{KEY}.count", show.count.whole)
        settings.set(f"{KEY}.classes", list(show.chosen_classes))
        settings.set(f"{KEY}.variety", show.variety.value)
        settings.set(f"{KEY}.side", self.grid.side)
        settings.set(f"{KEY}.save", self.export.settings())

    # -- what is shown

    def show_question(self, question: Question) -> None:
        """Show other pictures; the newest question wins."""
        before, self.question = self.question, question
        if before is not None and (before.what, before.origin) != (question.what, question.origin):
            self.grid.clearSelection()
            self.grid.scrollToTop()
        self.panel.show_kind(question.what)
        self.export.fits(question.what, *self._facts())
        self._say_what()
        self._ask_soon.start()

    def back_to_seeds(self) -> None:
        self.show_question(self.panel.question())

    def vary(self) -> None:
        """Show neighbours of the chosen picture."""
        chosen = self.chosen()
        if len(chosen) == 1:
            base = self.panel.question()
            self.show_question(replace(base, what="near", origin=dict(chosen[0].origin)))

    def go_between(self) -> None:
        """Show the way from one chosen picture to the other."""
        ends = [sample for sample in self.chosen() if sample.seed is not None]
        if len(ends) == 2:
            first, last = ends
            classes = (first.class_name,) if first.class_name else ()
            assert first.seed is not None
            assert last.seed is not None
            base = self.panel.question()
            truncation = float(first.origin.get("truncation", 1))
            self.show_question(
                replace(base, what="between", seeds=(first.seed, last.seed), classes=classes, truncation=truncation)
            )

    def chosen(self) -> list[Sample]:
        """In the grid, or among the favourites: only one of them has chosen pictures at a time."""
        return self.grid.chosen() or self.tray.chosen()

    # -- making

    def _make_actions(self) -> None:
        def action(text: str, keys: str, slot: Callable[[], object], icon: str = "", tip: str = "") -> QAction:
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

        self.back = action(self.tr("Back to seeds"), "Alt+Left", self.back_to_seeds, "back")
        self.vary_action = action(
            self.tr("Vary"), "Ctrl+Shift+V", self.vary, "vary", self.tr("Show pictures near the chosen one")
        )
        self.between = action(
            self.tr("Way between"),
            "Ctrl+I",
            self.go_between,
            "between",
            self.tr("Show the way from one chosen picture to another; both must be pictures of seeds"),
        )
        self.favourite = action(
            self.tr("Favourite"), "Ctrl+D", self._toggle_favourite, "star", self.tr("Keep the chosen pictures at hand")
        )
        self.nearest = action(
            self.tr("Find nearest"),
            "Ctrl+N",
            self._choose_photo,
            "search",
            self.tr("Search the picture of this model that comes nearest to a photo"),
        )
        self.shuffle = action(self.tr("Other seeds"), "Ctrl+R", self._shuffle, "shuffle")
        self.save_action = action(self.tr("Save pictures"), "Ctrl+S", self.save_pictures, "save")
        self.save_job = action(self.tr("Save as a job"), "Ctrl+Shift+S", self._choose_job_target, "save")
        self.copy_command = action(self.tr("Copy as a command"), "Ctrl+Shift+C", self._copy_command, "copy")
        self.copy_seed = action(self.tr("Copy the seed"), "Ctrl+C", self._copy_seed, "copy")
        self.larger = action(self.tr("Larger"), "Ctrl++", self._larger)
        self.smaller = action(self.tr("Smaller"), "Ctrl+-", self._smaller)

    def _make_widgets(self) -> None:
        theme = self.services.theme
        self.what = with_role(QLabel(), "muted")
        self.side_slider = QSlider(Qt.Orientation.Horizontal)
        self.side_slider.setRange(0, len(SIDES) - 1)
        self.side_slider.setValue(2)
        self.side_slider.setPageStep(1)
        self.side_slider.setMaximumWidth(120)
        self.side_slider.setAccessibleName(self.tr("Size on the screen"))
        self.side_slider.setToolTip(self.tr("Size on the screen"))
        self.more = QToolButton()
        self.more.setIcon(theme.icon("more"))
        self.more.setToolTip(self.tr("More"))
        self.more.setAccessibleName(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addActions([self.nearest, self.save_job, self.copy_command])
        self.more.setMenu(menu)
        title = QHBoxLayout()
        title.setSpacing(16)
        title.addWidget(with_role(QLabel(self.title()), "title"))
        title.addWidget(self.what, 1)
        title.addWidget(self.side_slider)
        title.addWidget(self.more)
        self.tools = ToolRow([self.back, self.vary_action, self.between, self.favourite, self.nearest])

        self.grid = SampleView(theme, self.samples)
        self.grid.setAccessibleName(self.tr("Generated pictures"))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tray = SampleView(theme, self.favourites)
        self.tray.setAccessibleName(self.tr("Favourites"))
        self.tray.side = TRAY_SIDE
        self.tray.one_row()
        self.tray_heading = with_role(QLabel(self.tr("Favourites")), "heading")
        self.failure, self.note = FailureNote(), ResultNote()
        self.notices = QVBoxLayout()
        self.notices.setSpacing(8)
        self.empty = self._make_empty()
        self.content = QWidget()
        inside = QVBoxLayout(self.content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.tools)
        inside.addWidget(self.grid, 1)
        inside.addWidget(self.tray_heading)
        inside.addWidget(self.tray)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.content)
        left = QVBoxLayout()
        left.setContentsMargins(24, 24, 24, 16)
        left.setSpacing(12)
        left.addLayout(title)
        left.addWidget(self.failure)
        left.addWidget(self.note)
        left.addLayout(self.notices)
        left.addWidget(self.stack, 1)

        self.panel = ShowPanel(self.services)
        self.export = SavePanel(self.services)
        settings = QWidget()
        column = QVBoxLayout(settings)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self.panel)
        column.addWidget(with_role(QFrame(), "line"))
        column.addWidget(self.export)
        column.addStretch(1)
        self.side = SidePanel(settings)
        self.side.foot.addWidget(self.export.button)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.side)

    def _make_empty(self) -> QWidget:
        self.empty_text = with_role(QLabel(), "heading")
        self.empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_text.setWordWrap(True)
        self.empty_hint = with_role(QLabel(), "muted")
        self.empty_hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_hint.setWordWrap(True)
        self.train_button = with_role(QPushButton(self.tr("Train a model")), "primary")
        self.models_button = QPushButton(self.tr("Add a model file"))
        empty = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.train_button)
        buttons.addWidget(self.models_button)
        buttons.addStretch(1)
        column = QVBoxLayout(empty)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self.empty_text)
        column.addWidget(self.empty_hint)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(2)
        return empty

    def _connect(self) -> None:
        self.panel.changed.connect(self._panel_changed)
        self.panel.model_changed.connect(self._model_changed)
        self.export.save.connect(self.save_pictures)
        self.export.changed.connect(self._renew)
        self.grid.selectionModel().selectionChanged.connect(self._grid_chosen)
        self.tray.selectionModel().selectionChanged.connect(self._tray_chosen)
        self.grid.customContextMenuRequested.connect(self._show_menu)
        self.grid.activated.connect(self.vary)
        self.grid.zoomed.connect(self._zoom)
        self.side_slider.valueChanged.connect(self._side_moved)
        self.train_button.clicked.connect(self._go_train)
        self.models_button.clicked.connect(self._go_models)
        self.services.catalog.changed.connect(self._catalog_changed)
        self.services.settings.changed.connect(self._setting_changed)
        self.note.reveal.connect(self._reveal)

    def _restore(self) -> None:
        settings, panel = self.services.settings, self.panel
        panel.model.value = settings.get(f"{KEY}.model", "")
        seed = settings.get(f"{KEY}.seed", "0")
        panel.seed.setText(seed if seed.isdecimal() else "0")
        panel.count.value = settings.get(f"{KEY}.count", panel.count.whole)
        panel.variety.value = settings.get(f"{KEY}.variety", 1.0)
        self.export.restore(settings.get(f"{KEY}.save", {}))
        self._use_defaults()
        side = settings.get(f"{KEY}.side", SIDES[2])
        self.side_slider.setValue(SIDES.index(side) if side in SIDES else 2)
        self._side_moved()
        self._wanted_classes = tuple(settings.get(f"{KEY}.classes", ()))
        self._model_changed()

    def _use_defaults(self) -> None:
        chosen = job_defaults(self.services.settings)
        self.export.device.value = chosen.get("device", "auto")
        self.export.threads.value = chosen.get("threads", 0)

    def _setting_changed(self, key: str) -> None:
        if key in (DEVICE, THREADS):
            self._use_defaults()

    # -- asking

    def _panel_changed(self) -> None:
        question, base = self.question, self.panel.question()
        if question is None or question.what == "seeds" or question.model != base.model:
            self.show_question(base)
        elif question.what == "near":
            self.show_question(replace(question, seed=base.seed, count=base.count, strength=base.strength))
        elif question.what == "between":
            self.show_question(replace(question, count=base.count, truncation=base.truncation))

    def _model_changed(self) -> None:
        entry = self.panel.model.entry
        self.panel.show_model(entry.info if entry else None, self._wanted_classes)
        self._wanted_classes = ()
        self._batch = FIRST_ANSWER
        self._show_empty()
        if entry is not None:
            self.samples.show(())
            self.back_to_seeds()
            self._ask_for_favourites()
        self._renew()

    def _catalog_changed(self) -> None:
        """A model that came or went; the choice itself tells of another value."""
        if self.question is None or self.panel.model.entry is None:
            self._model_changed()

    def _show_empty(self) -> None:
        catalog = self.services.catalog
        there = bool(catalog.entries("generate")) or self.panel.model.entry is not None
        self.stack.setCurrentWidget(self.content if there else self.empty)
        self.empty_text.setText(
            self.tr("There is no model that makes pictures yet")
            if catalog.ready
            else self.tr("Models are being read …")
        )
        self.empty_hint.setText(
            self.tr("Train one on your own pictures, or add a model file.") if catalog.ready else ""
        )
        for button in (self.train_button, self.models_button):
            button.setVisible(catalog.ready)

    def _facts(self) -> tuple[bool, bool]:
        """Whether the model knows classes, and whether real pictures to judge by lie beside it."""
        entry = self.panel.model.entry
        if entry is None:
            return False, False
        return bool(entry.info.classes), entry.path.with_name(entry.path.stem + REFERENCE).exists()

    def _ask(self) -> None:
        if self.question is None or not self.question.model:
            return
        self._token += 1
        self._ask_from(0)

    def _ask_from(self, start: int) -> None:
        assert self.question is not None
        some = min(max(self._batch, FIRST_ANSWER), MOST_AT_ONCE)
        self.services.compute.ask(
            "samples",
            self.question.arguments(start, some, self._token) | {"device": self.export.device.value or "auto"},
            done=self._answered,
            failed=self._not_answered,
            replaces="samples",
        )

    def _answered(self, result: dict[str, Any]) -> None:
        if result["token"] != self._token or self.question is None:
            if result["pixels"]:
                discard(result["pixels"])
            return
        self.failure.clear()
        self._batch = int(result["batch"])
        start, total = int(result["start"]), self.question.total
        found: list[Sample] = []
        if result["pixels"]:
            found = samples_of(image_of(result["pixels"]), result["origins"], int(result["height"]), start)
            self.samples.take_place(start, found)
        ended = start + len(found)
        if not found or ended >= total:
            self.samples.cut(ended)
        else:
            self._ask_from(ended)
        self._say_what()
        self._renew()

    def _not_answered(self, failure: Failure) -> None:
        self.failure.show_failure(failure)

    # -- favourites

    def _stored(self) -> list[dict[str, Any]]:
        """How the favourites of all models are made."""
        return list(self.services.settings.get(f"{KEY}.favourites", []))

    def _ask_for_favourites(self) -> None:
        entry = self.panel.model.entry
        self.favourites.show(())
        self._show_favourites()
        if entry is None:
            return
        mine = [origin for origin in self._stored() if origin.get("model") == entry.info.name]
        if mine:
            self.services.compute.ask(
                "samples",
                {
                    "model": self.panel.model.value,
                    "what": "like",
                    "origins": mine,
                    "start": 0,
                    "count": len(mine),
                    "same_only": True,
                },
                done=self._favourites_came,
                replaces="favourites",
            )

    def _favourites_came(self, result: dict[str, Any]) -> None:
        if result["pixels"]:
            found = samples_of(image_of(result["pixels"]), result["origins"], int(result["height"]), 0)
            known = {sample.key for sample in self.favourites.samples}
            self.favourites.show([*(one for one in found if one.key not in known), *self.favourites.samples])
        self._show_favourites()

    def _toggle_favourite(self) -> None:
        chosen = self.chosen()
        known = {sample.key for sample in self.favourites.samples}
        new = [sample for sample in chosen if sample.key not in known]
        if new:
            room = MOST_FAVOURITES - len(self.favourites.samples)
            self.favourites.add(new[: max(room, 0)])
            if len(new) > room:
                self._tell(self.tr("There is room for {n} favourites.").format(n=count(MOST_FAVOURITES)))
        else:
            self.favourites.remove({sample.key for sample in chosen})
        self._store_favourites()
        self._show_favourites()

    def _store_favourites(self) -> None:
        entry = self.panel.model.entry
        name = entry.info.name if entry else ""
        others = [origin for origin in self._stored() if origin.get("model") != name]
        mine = [dict(sample.origin) for sample in self.favourites.samples]
        self.services.settings.set(f"{KEY}.favourites", others + mine)

    def _show_favourites(self) -> None:
        there = bool(self.favourites.samples)
        self.tray.setVisible(there)
        self.tray_heading.setVisible(there)
        self.samples.mark(sample.key for sample in self.favourites.samples)
        self._renew()

    # -- saving

    def save_pictures(self) -> None:
        """Make files of what the panel says, by a job in the queue."""
        made = self._job()
        if made is None or not self.export.button.isEnabled():
            return
        job, origins = made
        self.save_state()
        if not origins:
            self._queue(job)
            return
        self._saving = (job, "queue")
        self._write_origins(job, origins)

    def _job(self) -> tuple[dict[str, Any], list[Sample]] | None:
        """The job that makes what is to be saved, and the pictures that it must be told of by files."""
        if self.question is None:
            return None
        how, which = self.export.values(), self.export.which.value
        if which == "shown":
            origins = [self._parent()] if self.question.what == "near" else []
            return {**self.question.job(), **how}, origins
        if which == "data":
            base = replace(self.panel.question(), count=self.export.count.whole)
            return {**base.job(), **how}, []
        chosen = self.chosen() if which == "chosen" else self.favourites.samples
        if not chosen:
            return None
        return {**Question(self.question.model, "like").job(), **how}, list(chosen)

    def _parent(self) -> Sample:
        """The picture whose neighbours are shown; its pixels are not needed to name how it is made."""
        assert self.question is not None
        return Sample(QImage(), self.question.origin)

    def _write_origins(self, job: Mapping[str, Any], origins: Sequence[Sample]) -> None:
        self.services.pictures.ask(
            "save_origins",
            {
                "origins": {sample.file_name: dict(sample.origin) for sample in origins},
                "folder": str(Path(str(job["output"])) / "origins"),
            },
            done=self._origins_written,
            failed=self._not_answered,
        )

    def _origins_written(self, result: dict[str, Any]) -> None:
        if self._saving is None:
            return
        (job, goal), self._saving = self._saving, None
        job = {**job, "like": result["paths"]}
        if goal == "queue":
            self._queue(job)
        elif goal == "clipboard":
            self._copy(job)
        else:
            self._write_job(job, goal)

    def _queue(self, job: dict[str, Any]) -> None:
        number = int(job.get("count") or 0) or (int(job.get("vary") or 0) or len(job.get("like", ())))
        number = number or int(job.get("steps", 0))
        title = self.tr("%n picture(s) by {model}", "", number).format(model=self.panel.model.box.currentText())
        self._follow(self.services.queue.add(job, title), "generate")

    def _follow(self, job: QueuedJob, kind: str) -> None:
        self._jobs[job] = kind
        self.note.hide()
        job.ended.connect(self._job_ended)

    def _job_ended(self) -> None:
        for job, kind in list(self._jobs.items()):
            if not job.has_ended:
                continue
            if job.failure is not None:
                self.failure.show_failure(self._in_words(job.failure))
                continue
            self._last_folder = str(job.values["output"])
            self.note.show_result(job.state, job.counts, retry=False)
            if kind == "project" and job.state != "cancelled":
                self._offer_found(job)
            del self._jobs[job]

    def _in_words(self, failure: Failure) -> Failure:
        """The core's hints name options of the command line; here they are controls."""
        hints = {
            "exists": self.tr("Say below “File format” what to do where such a file exists, or choose another folder."),
            "not-a-folder": self.tr("Choose another folder."),
            "permission": self.tr("Choose another folder."),
            "no-memory": self.tr("Choose fewer pictures at once, below “Computer”."),
        }
        return Failure(failure.message, hints.get(failure.code, failure.hint), failure.code, failure.details)

    def _reveal(self) -> None:
        show_folder(self._last_folder)

    # -- photos

    def _choose_photo(self) -> None:
        title = self.tr("Choose photos whose nearest picture is searched")
        choose_files(self, title, picture_filter(), self.find_nearest)

    def find_nearest(self, photos: Sequence[Path]) -> None:
        """Search, for each photo, the picture of this model that comes nearest."""
        job = {
            "kind": "project",
            "version": 1,
            "model": self.panel.model.value,
            "inputs": [str(path) for path in photos],
            "output": str(Path(self.export.folder.value) / "nearest"),
            "classes": list(self.panel.chosen_classes),
            "if_exists": "rename",
        }
        title = self.tr("Nearest pictures of %n photo(s)", "", len(photos))
        self._follow(self.services.queue.add(job, title), "project")
        self._tell(self.tr("The search is in the queue. It takes a while for each photo."))

    def _offer_found(self, job: QueuedJob) -> None:
        found = [path for item in job.items.values() for path in item.outputs if path.endswith(LATENT)]
        if found and str(job.values["model"]) == self.panel.model.value:
            self._found = tuple(found)
            text = self.tr("The nearest pictures of %n photo(s) are found.", "", len(found))
            self._tell(text, [(self.tr("Show them"), self._show_found)])

    def _show_found(self) -> None:
        self.show_question(Question(self.panel.model.value, "like", paths=self._found))

    # -- job files

    def _choose_job_target(self) -> None:
        choose_target(self, self.tr("Save as a job"), self.tr("Jobs (*.toml)"), "toml", "job.toml", self._save_job_as)

    def _save_job_as(self, paths: Sequence[Path]) -> None:
        self._with_job(str(paths[0]), self._write_job)

    def _write_job(self, job: Mapping[str, Any], path: str) -> None:
        self.services.pictures.ask(
            "save_job", {"job": dict(job), "path": path}, done=self._job_written, failed=self._not_answered
        )

    def _job_written(self, result: dict[str, Any]) -> None:
        name = Path(result["path"]).name
        self._tell(self.tr("Saved as {name}. 'enhancer run {name}' makes the same pictures.").format(name=name))

    def _copy_command(self) -> None:
        self._with_job("clipboard", self._copy)

    def _copy(self, job: Mapping[str, Any], _: str = "") -> None:
        QGuiApplication.clipboard().setText(command_of(job))
        self._tell(self.tr("The command is in the clipboard."))

    def _with_job(self, goal: str, use: Callable[[Mapping[str, Any], str], None]) -> None:
        made = self._job()
        if made is None:
            return
        job, origins = made
        if origins:
            self._saving = (job, goal)
            self._write_origins(job, origins)
        else:
            use(job, goal)

    # -- reactions

    def _grid_chosen(self) -> None:
        if self.grid.selectionModel().hasSelection():
            self.tray.clearSelection()
        self._renew()

    def _tray_chosen(self) -> None:
        if self.tray.selectionModel().hasSelection():
            self.grid.clearSelection()
        self._renew()

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.vary_action, self.between, self.favourite, self.copy_seed])
        menu.popup(self.grid.viewport().mapToGlobal(at))

    def _copy_seed(self) -> None:
        seeds = [str(sample.seed) for sample in self.chosen() if sample.seed is not None]
        if seeds:
            QGuiApplication.clipboard().setText(" ".join(seeds))

    def _shuffle(self) -> None:
        if self.question is not None and self.question.what not in ("seeds", "near"):
            self.question = None
        self.panel.shuffle()

    def _zoom(self, steps: int) -> None:
        self.side_slider.setValue(self.side_slider.value() + steps)

    def _larger(self) -> None:
        self._zoom(1)

    def _smaller(self) -> None:
        self._zoom(-1)

    def _side_moved(self) -> None:
        self.grid.side = SIDES[self.side_slider.value()]

    def _go_train(self) -> None:
        self.wanted.emit("train", {})

    def _go_models(self) -> None:
        self.wanted.emit("models", {})

    def _tell(self, text: str, actions: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """A line above the grid, in place of an earlier one."""
        while (item := self.notices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.notices.addWidget(Notice(text, actions, close_icon=self.services.theme.icon("close", "muted")))

    def _say_what(self) -> None:
        question = self.question
        if question is None:
            self.what.setText("")
            return
        last = question.seed + question.count - 1
        match question.what:
            case "near":
                parent = caption(self._parent())
                text = self.tr("Near {name}, {n} of the way to other seeds").format(
                    name=parent, n=percent(question.strength)
                )
            case "between":
                a, b = question.seeds
                text = self.tr("From seed {a} to seed {b}").format(a=a, b=b)
            case "like":
                text = self.tr("%n picture(s) made again", "", question.total)
            case _:
                text = self.tr("Seeds {a} to {b}").format(a=count(question.seed), b=count(last))
        self.what.setText(text)

    def _renew(self) -> None:
        chosen = self.chosen()
        seeds = [sample for sample in chosen if sample.seed is not None]
        there = bool(self.samples.samples)
        self.back.setVisible(self.question is not None and self.question.what != "seeds")
        self.vary_action.setEnabled(len(chosen) == 1)
        self.between.setEnabled(len(chosen) == len(seeds) == 2)
        self.favourite.setEnabled(bool(chosen))
        self.copy_seed.setEnabled(bool(seeds))
        self.nearest.setEnabled(bool(self.panel.model.value))
        self.shuffle.setEnabled(bool(self.panel.model.value))
        which = self.export.which.value
        able = {"chosen": bool(chosen), "favourites": bool(self.favourites.samples)}.get(which, there)
        able = able and bool(self.export.folder.value)
        self.export.button.setEnabled(able)
        for action in (self.save_action, self.save_job, self.copy_command):
            action.setEnabled(able)
