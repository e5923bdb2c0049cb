"""The generate page: a grid of pictures from seeds, to pick, vary, go between, keep and save as files.

It is over 300 lines because grid, favourites, two panels and what is saved meet here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..defaults import DEVICE, THREADS, job_defaults
from ..queued_job import QueuedJob
from ..revealing import show_folder
from ..services import Services
from ..theme.roles import with_role
from ..units import count, percent
from ..widgets.choosing import choose_files, choose_target
from ..widgets.drop import picture_filter
from ..widgets.failure import FailureNote
from ..widgets.generate.actions import Actions
from ..widgets.generate.asking import Asking
from ..widgets.generate.favourites import MOST as MOST_FAVOURITES
from ..widgets.generate.favourites import Favourites
from ..widgets.generate.grid import SampleModel, SampleView
from ..widgets.generate.no_model import NoModel
from ..widgets.generate.question import Question
from ..widgets.generate.sample import Sample, caption
from ..widgets.generate.save_panel import SavePanel
from ..widgets.generate.saving import Job, Saving
from ..widgets.generate.show_panel import ShowPanel
from ..widgets.notice import Notice
from ..widgets.result_note import ResultNote
from ..widgets.side_panel import SidePanel
from ..widgets.tool_row import ToolRow
from ..workers.protocol import Failure
from .page import Page, ShortcutGroup

KEY = "pages.generate"
SIDES = (64, 96, 128, 192, 256, 384)
REFERENCE = ".reference.safetensors"


class GeneratePage(Page):
    NAME: ClassVar[str] = "generate"
    ICON: ClassVar[str] = "generate"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.samples = SampleModel(self)
        self.question: Question | None = None
        self._last_folder = ""
        self._found: tuple[str, ...] = ()
        self._wanted_classes: tuple[str, ...] = ()
        self.does = Actions(services.theme, self)
        self.asking = Asking(services, self.samples, self._device, self)
        self.saving = Saving(services, self)
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
        for job in arguments.get("jobs", ()):
            self.saving.follow(job)
        if question := arguments.get("question"):
            self.show_question(question)

    def hand_over(self) -> Mapping[str, Any]:
        found: dict[str, Any] = {"jobs": self.saving.jobs} if self.saving.jobs else {}
        if self.question is not None and self.question.what != "seeds":
            found["question"] = self.question
        return found

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
        self.asking.want(question)

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
        return self.grid.chosen() or self.favourites.tray.chosen()

    # -- making

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
        menu.addActions([self.does.nearest, self.does.save_job, self.does.copy_command])
        self.more.setMenu(menu)
        title = QHBoxLayout()
        title.setSpacing(16)
        title.addWidget(with_role(QLabel(self.title()), "title"))
        title.addWidget(self.what, 1)
        title.addWidget(self.side_slider)
        title.addWidget(self.more)
        self.tools = ToolRow(self.does.in_row())

        self.grid = SampleView(theme, self.samples)
        self.grid.setAccessibleName(self.tr("Generated pictures"))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.favourites = Favourites(self.services)
        self.failure, self.note = FailureNote(), ResultNote()
        self.notices = QVBoxLayout()
        self.notices.setSpacing(8)
        self.empty = NoModel()
        self.content = QWidget()
        inside = QVBoxLayout(self.content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.tools)
        inside.addWidget(self.grid, 1)
        inside.addWidget(self.favourites)
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

    def _connect(self) -> None:
        for action, do in (
            (self.does.back, self.back_to_seeds),
            (self.does.vary, self.vary),
            (self.does.between, self.go_between),
            (self.does.favourite, self._toggle_favourite),
            (self.does.nearest, self._choose_photo),
            (self.does.shuffle, self._shuffle),
            (self.does.save, self.save_pictures),
            (self.does.save_job, self._choose_job_target),
            (self.does.copy_command, self._copy_command),
            (self.does.copy_seed, self._copy_seed),
            (self.does.larger, self._larger),
            (self.does.smaller, self._smaller),
        ):
            action.triggered.connect(do)
        self.panel.changed.connect(self._panel_changed)
        self.panel.model_changed.connect(self._model_changed)
        self.export.save.connect(self.save_pictures)
        self.export.changed.connect(self._renew)
        self.asking.came.connect(self._pictures_came)
        self.asking.failed.connect(self._fail)
        self.saving.said.connect(self._tell)
        self.saving.failed.connect(self._fail)
        self.saving.queued.connect(self.note.hide)
        self.saving.ended.connect(self._job_ended)
        self.saving.found.connect(self._offer_found)
        self.favourites.changed.connect(self._mark_favourites)
        self.grid.selectionModel().selectionChanged.connect(self._grid_chosen)
        self.favourites.tray.selectionModel().selectionChanged.connect(self._tray_chosen)
        self.grid.customContextMenuRequested.connect(self._show_menu)
        self.grid.activated.connect(self.vary)
        self.grid.zoomed.connect(self._zoom)
        self.side_slider.valueChanged.connect(self._side_moved)
        self.empty.train.clicked.connect(self._go_train)
        self.empty.add.clicked.connect(self._go_models)
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
        self._wanted_classes = tuple(settings.list_of(f"{KEY}.classes", str))
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
        self.asking.other_model()
        self._show_empty()
        if entry is not None:
            self.samples.show(())
            self.back_to_seeds()
        self.favourites.show_model(entry, self.panel.model.value)
        self._renew()

    def _catalog_changed(self) -> None:
        """A model that came or went; the choice itself tells of another value."""
        if self.question is None or self.panel.model.entry is None:
            self._model_changed()

    def _show_empty(self) -> None:
        catalog = self.services.catalog
        there = bool(catalog.entries("generate")) or self.panel.model.entry is not None
        self.stack.setCurrentWidget(self.content if there else self.empty)
        self.empty.say(catalog.ready)

    def _facts(self) -> tuple[bool, bool]:
        """Whether the model knows classes, and whether real pictures to judge by lie beside it."""
        entry = self.panel.model.entry
        if entry is None:
            return False, False
        return bool(entry.info.classes), entry.path.with_name(entry.path.stem + REFERENCE).exists()

    def _device(self) -> str:
        return self.export.device.value or "auto"

    def _pictures_came(self) -> None:
        self.failure.clear()
        self._say_what()
        self._renew()

    def _fail(self, failure: Failure) -> None:
        self.failure.show_failure(failure)

    # -- favourites

    def _toggle_favourite(self) -> None:
        if not self.favourites.toggle(self.chosen()):
            self._tell(self.tr("There is room for {n} favourites.").format(n=count(MOST_FAVOURITES)))

    def _mark_favourites(self) -> None:
        self.samples.mark(sample.key for sample in self.favourites.samples)
        self._renew()

    # -- saving

    def save_pictures(self) -> None:
        """Make files of what the panel says, by a job in the queue."""
        made = self._job()
        if made is not None and self.export.button.isEnabled():
            self.save_state()
            self.saving.enqueue(made, self.panel.model.box.currentText())

    def _job(self) -> Job | None:
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

    def _job_ended(self, job: QueuedJob) -> None:
        if job.failure is not None:
            self.failure.show_failure(job.failure)
            return
        self._last_folder = str(job.values["output"])
        self.note.show_result(job.state, job.counts, retry=False)

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
        self.saving.follow(self.services.queue.add(job, title))
        self._tell(self.tr("The search is in the queue. It takes a while for each photo."))

    def _offer_found(self, model: str, paths: list[str]) -> None:
        if model == self.panel.model.value:
            self._found = tuple(paths)
            text = self.tr("The nearest pictures of %n photo(s) are found.", "", len(paths))
            self._tell(text, [(self.tr("Show them"), self._show_found)])

    def _show_found(self) -> None:
        self.show_question(Question(self.panel.model.value, "like", paths=self._found))

    # -- job files

    def _choose_job_target(self) -> None:
        choose_target(self, self.tr("Save as a job"), self.tr("Jobs (*.toml)"), "toml", "job.toml", self._save_job_as)

    def _save_job_as(self, paths: Sequence[Path]) -> None:
        if (job := self._job()) is not None:
            self.saving.save_job(job, paths[0])

    def _copy_command(self) -> None:
        if (job := self._job()) is not None:
            self.saving.copy_command(job)

    # -- reactions

    def _grid_chosen(self) -> None:
        if self.grid.selectionModel().hasSelection():
            self.favourites.tray.clearSelection()
        self._renew()

    def _tray_chosen(self) -> None:
        if self.favourites.tray.selectionModel().hasSelection():
            self.grid.clearSelection()
        self._renew()

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.does.of_pictures())
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
        self.does.back.setVisible(self.question is not None and self.question.what != "seeds")
        self.does.vary.setEnabled(len(chosen) == 1)
        self.does.between.setEnabled(len(chosen) == len(seeds) == 2)
        self.does.favourite.setEnabled(bool(chosen))
        self.does.copy_seed.setEnabled(bool(seeds))
        self.does.nearest.setEnabled(bool(self.panel.model.value))
        self.does.shuffle.setEnabled(bool(self.panel.model.value))
        which = self.export.which.value
        able = {"chosen": bool(chosen), "favourites": bool(self.favourites.samples)}.get(which, there)
        able = able and bool(self.export.folder.value)
        self.export.button.setEnabled(able)
        for action in self.does.of_saving():
            action.setEnabled(able)
