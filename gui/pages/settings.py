"""The page of settings: look, defaults for new work, the folder of models; then this machine, and about the program."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from .. import defaults, units
from ..about import About
from ..doctor import Doctor
from ..languages import KEY as LANGUAGE
from ..languages import LANGUAGES, SYSTEM
from ..services import Services
from ..theme.roles import with_role
from ..widgets.controls import ElidedLabel, Field, NumberEdit, Segments
from ..widgets.notice import NoticePlace
from ..widgets.section import section
from .labels import labels
from .page import Page

WIDEST = 760
KEPT_AT_RESET = ("window.", "pages.", "tips.")
"""What is no setting but a memory: places, sizes, what was open."""
FORMATS = ("jpeg", "png", "webp", "tiff", "bmp")


class SettingsPage(Page):
    """Everything takes effect at once; there is nothing to apply."""

    NAME: ClassVar[str] = "settings"
    ICON: ClassVar[str] = "settings"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._asked_devices = False
        inside = with_role(QWidget(), "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(with_role(QLabel(self.title()), "title"))
        self._messages = NoticePlace(services.theme)
        column.addLayout(self._messages)
        column.addWidget(section(self.tr("Look"), self._language(), self._theme(), spacing=16))
        column.addWidget(
            section(self.tr("New work"), self._device(), self._threads(), self._format(), self._quality(), spacing=16)
        )
        column.addWidget(section(self.tr("Models"), self._models(), spacing=16))
        column.addLayout(self._resets())
        column.addWidget(Doctor(services))
        column.addWidget(About(services))
        column.addStretch(1)
        inside.setMaximumWidth(WIDEST + 48)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.title())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        services.catalog.changed.connect(self._renew_models)
        services.settings.changed.connect(self._follow)

    @classmethod
    def title(cls) -> str:
        return labels()[cls.NAME].title

    @classmethod
    def tip(cls) -> str:
        return labels()[cls.NAME].tip

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked_devices:
            self._asked_devices = True
            self.services.compute.ask("devices", {}, done=self._offer_devices, failed=self._no_devices)
        self._renew_models()

    # Parts

    def _language(self) -> QWidget:
        options = [(SYSTEM, self.tr("As the system")), *LANGUAGES.items()]
        chosen = self.services.settings.get(LANGUAGE, SYSTEM)
        self.language = Segments(options, chosen if chosen in LANGUAGES else SYSTEM)
        for code in LANGUAGES:
            self.language.button(code).setProperty("data", True)
        self.language.chosen.connect(partial(self.services.settings.set, LANGUAGE))
        return Field(self.tr("Language"), self.language)

    def _theme(self) -> QWidget:
        options = [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        self.theme = Segments(options, self.services.theme.mode)
        self.theme.chosen.connect(self._set_theme)
        return Field(self.tr("Theme"), self.theme)

    def _device(self) -> QWidget:
        self.device = QComboBox()
        self.device.addItem(self.tr("Automatic"), "auto")
        self.device.addItem(self.tr("Processor"), "cpu")
        chosen = self.services.settings.get(defaults.DEVICE, "auto")
        if self.device.findData(chosen) < 0:
            self.device.addItem(chosen, chosen)
        self.device.setCurrentIndex(self.device.findData(chosen))
        self.device.activated.connect(self._set_device)
        return Field(self.tr("Device"), self.device, self.tr("Automatic takes a graphics card where there is one."))

    def _threads(self) -> QWidget:
        self.threads = NumberEdit(
            0, 0, 1024, special=self.tr("All"), reset_icon=self.services.theme.icon("reset", "muted")
        )
        self.threads.value = self.services.settings.get(defaults.THREADS, 0)
        self.threads.changed.connect(self._set_threads)
        return Field(
            self.tr("Processor threads"), self.threads, self.tr("Fewer leave more of the processor to other programs.")
        )

    def _format(self) -> QWidget:
        self.format = QComboBox()
        self.format.addItem(self.tr("Same as the original"), "")
        for name in FORMATS:
            self.format.addItem(name.upper() if name != "webp" else "WebP", name)
        chosen = self.services.settings.get(defaults.FORMAT, "")
        self.format.setCurrentIndex(max(0, self.format.findData(chosen)))
        self.format.activated.connect(self._set_format)
        return Field(self.tr("Format of results"), self.format)

    def _quality(self) -> QWidget:
        self.quality = NumberEdit(
            0, 0, 100, special=self.tr("Best for the format"), reset_icon=self.services.theme.icon("reset", "muted")
        )
        self.quality.value = self.services.settings.get(defaults.QUALITY, 0)
        self.quality.changed.connect(self._set_quality)
        return Field(
            self.tr("Quality of JPEG and WebP"), self.quality, self.tr("From 1 to 100. Higher makes larger files.")
        )

    def _models(self) -> QWidget:
        place = QWidget()
        self._folder = ElidedLabel()
        self._folder.setProperty("data", True)
        self._folder.setAccessibleName(self.tr("Folder of your own models"))
        self._counted = with_role(QLabel(), "muted")
        self._counted.setWordWrap(True)
        show = QPushButton(self.tr("Show in folder"))
        show.clicked.connect(self._show_models)
        manage = QPushButton(self.tr("Manage models"))
        manage.clicked.connect(partial(self.wanted.emit, "models", {}))
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(QLabel(self.tr("Folder of your own models")))
        texts.addWidget(self._folder)
        texts.addWidget(self._counted)
        layout = QHBoxLayout(place)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(texts, 1)
        layout.addWidget(show)
        layout.addWidget(manage)
        return place

    def _resets(self) -> QHBoxLayout:
        tips = QPushButton(self.tr("Show tips again"))
        tips.setToolTip(self.tr("Show the hint of each page once more"))
        tips.clicked.connect(self._show_tips)
        reset = QPushButton(self.tr("Back to the defaults"))
        reset.setToolTip(self.tr("Set everything on this page as it was at first"))
        reset.clicked.connect(self.reset)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(tips)
        row.addWidget(reset)
        row.addStretch(1)
        return row

    # What the controls do

    def _set_theme(self, mode: str) -> None:
        self.services.theme.mode = mode

    def _set_device(self) -> None:
        self.services.settings.set(defaults.DEVICE, self.device.currentData())

    def _set_threads(self, value: float) -> None:
        self.services.settings.set(defaults.THREADS, round(value))

    def _set_format(self) -> None:
        self.services.settings.set(defaults.FORMAT, self.format.currentData())

    def _set_quality(self, value: float) -> None:
        self.services.settings.set(defaults.QUALITY, round(value))

    def _offer_devices(self, found: dict[str, Any]) -> None:
        for row in found["devices"]:
            index = self.device.findData(row["device"])
            words = row["name"] if row["device"] != "cpu" else self.tr("Processor: {name}").format(name=row["name"])
            if index < 0:
                self.device.addItem(words, row["device"])
            else:
                self.device.setItemText(index, words)

    def _no_devices(self, failure: object) -> None:
        """The list stays as it is; what is wrong is found by the examination below."""

    def _renew_models(self) -> None:
        catalog = self.services.catalog
        own = [entry for entry in catalog.entries() if not entry.shipped]
        self._folder.setText(units.place(catalog.user_folder()))
        self._folder.set_tip(str(catalog.user_folder()))
        words = self.tr("%n model(s) of your own", "", len(own)).replace("%n", units.count(len(own)))
        self._counted.setText(words if own else self.tr("Nothing is there yet. What you train or add comes here."))

    def _show_models(self) -> None:
        folder = self.services.catalog.user_folder()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _show_tips(self) -> None:
        from ..foot import show_tips_again

        show_tips_again(self.services)
        self._messages.tell(self.tr("Each page shows its tip again."))

    def reset(self) -> None:
        """Everything on this page, but not what the window remembers of its pages; it can be taken back."""
        settings = self.services.settings
        stored = settings.keys()
        before = {key: settings.get(key, None) for key in stored if not key.startswith(KEPT_AT_RESET)}
        for key in before:
            if key != LANGUAGE:
                settings.remove(key)
        self.services.theme.mode = "system"
        self._messages.tell(
            self.tr("Everything on this page is as it was at first."),
            [(self.tr("Take back"), partial(self._take_back, before))],
        )
        settings.remove(LANGUAGE)

    def _take_back(self, before: dict[str, Any]) -> None:
        for key, value in before.items():
            self.services.settings.set(key, value)
        self.services.theme.mode = self.services.settings.get("look.theme", "system")

    def _follow(self, key: str) -> None:
        """A value was changed elsewhere, or taken back."""
        settings = self.services.settings
        if key == "look.theme":
            self.theme.value = self.services.settings.get(key, "system")
        elif key == defaults.THREADS:
            self.threads.value = settings.get(key, 0)
        elif key == defaults.QUALITY:
            self.quality.value = settings.get(key, 0)
        for box, name, usual in ((self.device, defaults.DEVICE, "auto"), (self.format, defaults.FORMAT, "")):
            if key == name:
                with QSignalBlocker(box):
                    box.setCurrentIndex(max(0, box.findData(settings.get(name, usual))))
