"""What stands below the page: a tip for somebody new, and the bar of jobs."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .main_window import MainWindow
from .pages.labels import labels
from .services import Services
from .widgets.job_bar import JobBar
from .widgets.notice import Notice

TIPS = "tips.seen."


def surround(window: MainWindow, services: Services) -> None:
    """Add both to a window; once."""
    tips = Tips(window, services)
    window.page_shown.connect(tips.show_for)
    window.foot.addWidget(tips.place)
    bar = JobBar(services)
    window.foot.addWidget(bar)
    window.more_shortcuts += bar.shortcuts()
    if window.page is not None:
        tips.show_for(window.current)


class Tips(QObject):
    """One sentence for each page, shown until it is put away."""

    def __init__(self, window: MainWindow, services: Services) -> None:
        super().__init__(window)
        self._services = services
        self._labels = labels()
        self._shown: Notice | None = None
        self._name = ""
        self.place = QWidget(window)
        layout = QVBoxLayout(self.place)
        layout.setContentsMargins(16, 8, 16, 12)
        self.place.hide()
        services.settings.changed.connect(self._setting_changed)

    def show_for(self, name: str) -> None:
        """The tip of a page, if it has one that was not put away."""
        if name == self._name:
            return
        self._take_away()
        self._name = name
        words = self._labels[name].first
        if not words or self._services.settings.get(TIPS + name, False):
            return
        self._shown = Notice(words, [(self.tr("Got it"), self._seen)], parent=self.place)
        layout = self.place.layout()
        assert layout is not None
        layout.addWidget(self._shown)
        self._shown.show()
        self.place.show()

    def _seen(self) -> None:
        self._services.settings.set(TIPS + self._name, True)
        self.place.hide()
        self._shown = None

    def _take_away(self) -> None:
        self.place.hide()
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None

    def _setting_changed(self, key: str) -> None:
        if key.startswith(TIPS) and not self._services.settings.get(key, False):
            self._name = ""


def show_tips_again(services: Services) -> None:
    """As if none had been put away."""
    for key in services.settings.keys(TIPS):
        services.settings.remove(key)
