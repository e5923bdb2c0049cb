"""The generate page: a grid of pictures from seeds, to pick, vary, go between, keep and save as files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from ..defaults import DEVICE, THREADS, job_defaults
from ..queued_job import QueuedJob
from ..revealing import show_folder
from ..services import Services
from ..widgets.failure import FailureNote
from ..widgets.generate.actions import Actions
from ..widgets.generate.asking import Asking
from ..widgets.generate.head import SIDES, USUAL, Head
from ..widgets.generate.nearest import Nearest
from ..widgets.generate.next_question import adjusted, between, near
from ..widgets.generate.no_model import NoModel
from ..widgets.generate.pictures import Pictures
from ..widgets.generate.question import Question
from ..widgets.generate.question_words import question_words
from ..widgets.generate.save_panel import SavePanel
from ..widgets.generate.saving import Saving
from ..widgets.generate.show_panel import ShowPanel
from ..widgets.generate.what_to_save import Job, job_of_data_set, job_of_pictures, job_of_shown
from ..widgets.notice import NoticePlace
from ..widgets.page_layout import lay_out
from ..widgets.result_note import ResultNote
from ..widgets.side_panel import SidePanel, stacked
from ..workers.protocol import Failure
from .page import Page, ShortcutGroup

KEY = "pages.generate"


class GeneratePage(Page):
    NAME: ClassVar[str] = "generate"
    ICON: ClassVar[str] = "generate"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.question: Question | None = None
        self._last_folder = ""
        self.does = Actions(services.theme, self)
        self._make_widgets()
        self.asking = Asking(services, self.pictures.samples, self._device, self)
        self.saving = Saving(services, self.job, self)
        self.nearest = Nearest(services, self.saving, self.panel, self.export, self)
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
        settings = self.services.settings
        self.panel.save_state(settings, KEY)
        settings.set(f"{KEY}.side", self.head.side)
        settings.set(f"{KEY}.save", self.export.settings())

    # -- what is shown

    def show_question(self, question: Question) -> None:
        """Show other pictures; the newest question wins."""
        before, self.question = self.question, question
        if before is not None and (before.what, before.origin) != (question.what, question.origin):
            self.pictures.show_from_the_top()
        self.panel.show_kind(question.what)
        self.export.fits(question.what, self.panel.model.entry)
        self._say_what()
        self.asking.want(question)

    def back_to_seeds(self) -> None:
        self.show_question(self.panel.question())

    def vary(self) -> None:
        """Show neighbours of the chosen picture."""
        if question := near(self.panel.question(), self.pictures.chosen()):
            self.show_question(question)

    def go_between(self) -> None:
        """Show the way from one chosen picture to the other."""
        if question := between(self.panel.question(), self.pictures.chosen()):
            self.show_question(question)

    # -- making

    def _make_widgets(self) -> None:
        theme = self.services.theme
        self.head = Head(theme, self.title(), self.does.in_menu())
        self.failure, self.note = FailureNote(), ResultNote()
        self.notices = NoticePlace(theme)
        self.empty = NoModel()
        self.pictures = Pictures(self.services, self.does)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.pictures)
        self.panel = ShowPanel(self.services)
        self.export = SavePanel(self.services)
        side = SidePanel(stacked(self.panel, self.export))
        side.foot.addWidget(self.export.button)
        lay_out(self, [self.head, self.failure, self.note, self.notices, self.stack], side)

    def _connect(self) -> None:
        for action, do in (
            (self.does.back, self.back_to_seeds),
            (self.does.vary, self.vary),
            (self.does.between, self.go_between),
            (self.does.nearest, self.nearest.choose),
            (self.does.shuffle, self._shuffle),
            (self.does.save, self.save_pictures),
            (self.does.save_job, self.saving.choose_target),
            (self.does.copy_command, self.saving.copy_command),
            (self.does.larger, self.head.zoom_in),
            (self.does.smaller, self.head.zoom_out),
        ):
            action.triggered.connect(do)
        self.head.side_changed.connect(self.pictures.show_side)
        self.panel.changed.connect(self._panel_changed)
        self.panel.model_changed.connect(self._model_changed)
        self.export.save.connect(self.save_pictures)
        self.export.changed.connect(self._renew)
        self.asking.came.connect(self._pictures_came)
        self.asking.failed.connect(self._fail)
        self.saving.said.connect(self.notices.tell)
        self.saving.failed.connect(self._fail)
        self.saving.queued.connect(self.note.hide)
        self.saving.ended.connect(self._job_ended)
        self.nearest.said.connect(self.notices.tell)
        self.nearest.wanted.connect(self.show_question)
        self.pictures.changed.connect(self._renew)
        self.pictures.said.connect(self.notices.tell)
        self.pictures.grid.activated.connect(self.vary)
        self.pictures.grid.zoomed.connect(self.head.zoom)
        self.empty.train.clicked.connect(self._go_train)
        self.empty.add.clicked.connect(self._go_models)
        self.services.catalog.changed.connect(self._catalog_changed)
        self.services.settings.changed.connect(self._setting_changed)
        self.note.reveal.connect(self._reveal)

    def _restore(self) -> None:
        settings = self.services.settings
        self.panel.restore(settings, KEY)
        self.export.restore(settings.get(f"{KEY}.save", {}))
        self._use_defaults()
        self.head.side = settings.get(f"{KEY}.side", SIDES[USUAL])
        self._model_changed()

    def _use_defaults(self) -> None:
        self.export.computer.set_values({"device": "auto", "threads": 0, **job_defaults(self.services.settings)})

    def _setting_changed(self, key: str) -> None:
        if key in (DEVICE, THREADS):
            self._use_defaults()

    # -- asking

    def _panel_changed(self) -> None:
        question = adjusted(self.question, self.panel.question())
        if question is not self.question:
            self.show_question(question)

    def _model_changed(self) -> None:
        entry = self.panel.model.entry
        self.panel.show_model(entry.info if entry else None)
        self.asking.other_model()
        self._show_empty()
        if entry is not None:
            self.pictures.samples.show(())
            self.back_to_seeds()
        self.pictures.favourites.show_model(entry, self.panel.model.value)
        self._renew()

    def _catalog_changed(self) -> None:
        """A model that came or went; the choice itself tells of another value."""
        if self.question is None or self.panel.model.entry is None:
            self._model_changed()

    def _show_empty(self) -> None:
        catalog = self.services.catalog
        there = bool(catalog.entries("generate")) or self.panel.model.entry is not None
        self.stack.setCurrentWidget(self.pictures if there else self.empty)
        self.empty.say(catalog.ready)

    def _device(self) -> str:
        return self.export.computer.device.value or "auto"

    def _pictures_came(self) -> None:
        self.failure.clear()
        self._say_what()
        self._renew()

    def _fail(self, failure: Failure) -> None:
        self.failure.show_failure(failure)

    # -- saving

    def save_pictures(self) -> None:
        """Make files of what the panel says, by a job in the queue."""
        if self.export.button.isEnabled():
            self.save_state()
            self.saving.enqueue(self.panel.model.box.currentText())

    def job(self) -> Job | None:
        """The job that makes what is to be saved, None while there is nothing."""
        if self.question is None:
            return None
        how = self.export.values()
        match self.export.which.value:
            case "shown":
                return job_of_shown(self.question, how)
            case "data":
                return job_of_data_set(self.panel.question(), self.export.count.whole, how)
            case "chosen":
                return job_of_pictures(self.question.model, self.pictures.chosen(), how)
            case _:
                return job_of_pictures(self.question.model, self.pictures.favourites.samples, how)

    def _job_ended(self, job: QueuedJob) -> None:
        if job.failure is not None:
            self.failure.show_failure(job.failure)
            return
        self._last_folder = str(job.values["output"])
        self.note.show_result(job.state, job.counts, retry=False)

    def _reveal(self) -> None:
        show_folder(self._last_folder)

    # -- reactions

    def _shuffle(self) -> None:
        if self.question is not None and self.question.what not in ("seeds", "near"):
            self.question = None
        self.panel.shuffle()

    def _go_train(self) -> None:
        self.wanted.emit("train", {})

    def _go_models(self) -> None:
        self.wanted.emit("models", {})

    def _say_what(self) -> None:
        self.head.what.setText(question_words(self.question) if self.question is not None else "")

    def _renew(self) -> None:
        chosen, there = self.pictures.chosen(), bool(self.pictures.samples.samples)
        kept = bool(self.pictures.favourites.samples)
        save = {"chosen": bool(chosen), "favourites": kept}.get(self.export.which.value, there)
        save = save and bool(self.export.folder.value)
        away = self.question is not None and self.question.what != "seeds"
        self.does.allow(chosen, away=away, model=bool(self.panel.model.value), save=save)
        self.export.button.setEnabled(save)
