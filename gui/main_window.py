"""The window: side navigation, the page in the middle, messages above it, a tip and the bar of jobs below it.

The first page is made after the first paint. What only later moments need is imported then; the `Qt` namespace alone
costs a fifth of the start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .geometry import KEY as GEOMETRY
from .geometry import geometry_of, restore_geometry
from .navigation import Entry, Navigation
from .one_picture import is_one_picture
from .page_stack import PageStack
from .pages.labels import labels

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from .closing import Closing
    from .pages.page import ShortcutGroup
    from .services import Services
    from .settings import Settings
    from .shortcut_sheet import ShortcutSheet
    from .theme import Theme
    from .widgets.drop import PathGatherer
    from .widgets.notice import Notice

SMALLEST = (960, 640)


class MainWindow(QWidget):
    """`page`: the one that is shown, None until it is made.

    Signals: first_painted() once; page_shown(name); closing() when it is agreed that the window goes.
    """

    first_painted = Signal()
    page_shown = Signal(str)
    closing = Signal()

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        services: Callable[[], Services],
        page: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """services: asked after the first paint, for the first page. page: its name, else the one of last time."""
        super().__init__(parent)
        self._settings, self._provide = settings, services
        self._labels = labels()
        self._agreed = self._painted = False
        self._sheet: ShortcutSheet | None = None
        self._closing: Closing | None = None
        self._gatherer: PathGatherer | None = None
        self.setWindowTitle("Enhancer")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.navigation = Navigation(
            [
                Entry(
                    name, label.title, label.tip, theme.icon(label.icon, "muted"), f"Ctrl+{number}", name == "settings"
                )
                for number, (name, label) in enumerate(self._labels.items(), 1)
            ],
            theme.icon("help", "muted"),
            self,
        )
        self.pages = PageStack(services, self)
        self._notices = QVBoxLayout()
        self._notices.setContentsMargins(0, 0, 0, 0)
        self.more_shortcuts: list[ShortcutGroup] = []  # of what stands around the pages
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot.setSpacing(0)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(self._notices)
        middle.addWidget(self.pages, 1)
        middle.addLayout(self.foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(middle, 1)
        self.pages.wanted.connect(self.show_with)
        self.navigation.chosen.connect(self.show_page)
        self.navigation.asked_for_help.connect(self.show_shortcuts)
        self._add_actions()
        restore_geometry(self, settings.get(GEOMETRY, ""))
        wanted = page or settings.get("window.page", "enhance")
        self._current = wanted if wanted in self._labels else "enhance"
        self.navigation.choose(self._current)

    # Pages

    @property
    def current(self) -> str:
        return self._current

    @property
    def page(self) -> QWidget | None:
        """Of the current name; a note in its place if it could not be made."""
        return self.pages.made.get(self._current)

    def show_page(self, name: str) -> QWidget:
        """Make it if need be, and show it. Registered names only."""
        self._current = name
        self.navigation.choose(name)
        made = self.pages.bring_up(name)
        self._settings.set("window.page", name)
        self.page_shown.emit(name)
        return made

    def show_with(self, name: str, arguments: Mapping[str, Any]) -> None:
        """What a page wants of another one."""
        self.show_page(name)
        self.pages.take(name, arguments)

    def open_paths(self, paths: Sequence[Path], *, here_first: bool = False) -> None:
        """Files or folders that were dropped or named: one picture to enhance, more of them as a batch."""
        if not paths:
            return
        if here_first and self.pages.open_paths(self._current, paths):
            return
        name = "enhance" if is_one_picture(paths) else "batch"
        self.show_page(name)
        self.pages.open_paths(name, paths)

    def notify(self, notice: Notice) -> None:
        """Put a message above the page; it leaves by itself when it is put away."""
        holder = QWidget(self)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(24, 16, 24, 0)
        layout.addWidget(notice)
        self._notices.addWidget(holder)
        notice.closed.connect(holder.hide)
        notice.closed.connect(holder.deleteLater)

    def show_shortcuts(self) -> None:
        """The sheet of all shortcuts; pages that are not there yet are made for it, one after the other."""
        from .shortcut_sheet import ShortcutSheet

        if self._sheet is None:
            self._sheet = ShortcutSheet(self)
            self._sheet.finished.connect(self._forget_sheet)
            self._sheet.fill((self.own_shortcuts(), *self.more_shortcuts), self._labels, self.pages.shortcuts)
        self._sheet.show()
        self._sheet.raise_()
        self._sheet.activateWindow()

    def own_shortcuts(self) -> ShortcutGroup:
        from .pages.page import ShortcutGroup

        return ShortcutGroup(self.tr("Window"), [action for action in self.actions() if not action.data()])

    def _forget_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
            self._sheet = None

    def _add_actions(self) -> None:
        for number, (name, label) in enumerate(self._labels.items(), 1):
            action = self._action(label.title, f"Ctrl+{number}")
            action.triggered.connect(lambda _=False, name=name: self.show_page(name))
        self._action(self.tr("Settings"), "Ctrl+,", hidden=True).triggered.connect(lambda: self.show_page("settings"))
        self._action(self.tr("Keyboard shortcuts"), "F1", "?").triggered.connect(self.show_shortcuts)
        self._action(self.tr("Full screen"), "F11").triggered.connect(self._toggle_full_screen)
        self._action(self.tr("Quit"), "Ctrl+Q").triggered.connect(self.close)

    def _action(self, text: str, *keys: str, hidden: bool = False) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setData(hidden)
        self.addAction(action)
        return action

    def _toggle_full_screen(self) -> None:
        (self.showNormal if self.isFullScreen() else self.showFullScreen)()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.first_painted.emit()
        if self.page is None or self.pages.currentWidget() is not self.page:
            self.show_page(self._current)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if urls:
            event.acceptProposedAction()
            # The program that the files come from waits until this returns.
            QTimer.singleShot(0, self, lambda: self._gather(urls))

    def _gather(self, urls: Sequence[QUrl]) -> None:
        from .widgets.drop import PathGatherer

        if self._gatherer is None:
            self._gatherer = PathGatherer(self._dropped, self)
        self._gatherer.take(urls)

    def _dropped(self, paths: list[Path]) -> None:
        self.open_paths(paths, here_first=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._agreed or not self._provide().queue.busy:
            event.accept()
            if not self._agreed:
                self.leave()
            self.closing.emit()
            return
        event.ignore()
        self.closing_questions.ask()

    # Leaving

    @property
    def closing_questions(self) -> Closing:
        """What happens when it is closed with work under way."""
        if self._closing is None:
            from .closing import Closing

            self._closing = Closing(self, self._provide().queue)
            self._closing.settled.connect(self._close_now)
            self._closing.told.connect(self.notify)
        return self._closing

    def leave(self) -> None:
        """Remember what should be there again, and no longer ask."""
        if self._agreed:
            return
        self._agreed = True
        self.pages.save_state()
        self._settings.set(GEOMETRY, geometry_of(self))

    def _close_now(self) -> None:
        if not self._agreed:
            self.leave()
            self.close()
