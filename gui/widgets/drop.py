"""Files that are dropped, pasted or chosen: the empty state that asks for them, and drops onto any widget."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from enhancer.images.formats import EXTENSIONS

from .choosing import choose_files, choose_folder

if TYPE_CHECKING:
    from ..services import Services

ICON = 48
AT_ONCE, SLICE_SECONDS = 50, 0.01


def paths_of(data: QMimeData) -> list[Path]:
    """Local files and folders that are dragged or copied, in their order; others are passed over."""
    return [Path(url.toLocalFile()) for url in local_urls(data)]


def pasted_paths(services: Services) -> list[Path]:
    """What the clipboard holds: copied files, or a copied picture, which is saved as a PNG in the session's folder."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:
        return []
    paths = paths_of(data)
    if paths or not data.hasImage():
        return paths
    image = data.imageData()
    path = _saved(image, services.session) if isinstance(image, QImage) and not image.isNull() else None
    return [path] if path is not None else []


def _saved(image: QImage, folder: Path) -> Path | None:
    handle, name = tempfile.mkstemp(prefix="pasted-", suffix=".png", dir=folder)
    os.close(handle)
    path = Path(name)
    # Quality 100 means no compression: a picture of the whole screen is written in a blink, and does not stay.
    if image.save(str(path), quality=100):
        return path
    with contextlib.suppress(OSError):
        path.unlink()
    return None


def picture_filter() -> str:
    """For file dialogs: the pictures that can be read."""
    patterns = " ".join(f"*{extension}" for extension in EXTENSIONS)
    pictures = QCoreApplication.translate("Drop", "Pictures")
    everything = QCoreApplication.translate("Drop", "All files")
    return f"{pictures} ({patterns});;{everything} (*)"


class PathGatherer(QObject):
    """Makes paths of dropped URLs, a few milliseconds at a time: of 50,000 files that takes a second.

    Few are handed on at once, many a moment later; a newer drop takes the place of one that is not done.
    """

    def __init__(self, callback: Callable[[list[Path]], object], parent: QObject) -> None:
        super().__init__(parent)
        self._callback = callback
        self._urls: list[QUrl] = []
        self._paths: list[Path] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def take(self, urls: Sequence[QUrl]) -> None:
        self._urls, self._paths = list(urls), []
        self._go_on()

    def _go_on(self) -> None:
        until = time.perf_counter() + SLICE_SECONDS
        while len(self._paths) < len(self._urls):
            done = len(self._paths)
            self._paths += [Path(url.toLocalFile()) for url in self._urls[done : done + AT_ONCE]]
            for path in self._paths[done:]:
                str(path)  # which it remembers
            if time.perf_counter() >= until and len(self._paths) < len(self._urls):
                self._next.start()
                return
        paths, self._urls, self._paths = self._paths, [], []
        self._callback(paths)


def local_urls(data: QMimeData) -> list[QUrl]:
    return [url for url in data.urls() if url.isLocalFile()]


class _Drops(QObject):
    """Takes the drops onto a widget. The property "dropping" is true while something droppable is above it."""

    def __init__(self, widget: QWidget, callback: Callable[[list[Path]], object]) -> None:
        super().__init__(widget)
        self._widget, self._fits = widget, False
        self._gatherer = PathGatherer(callback, self)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(event, QDropEvent):
            # Not `paths_of`: this is asked for each move of the mouse, with 50,000 files in hand.
            if kind == QEvent.Type.DragEnter:
                self._fits = any(url.isLocalFile() for url in event.mimeData().urls())
                self._show(self._fits)
            if not self._fits:
                return False
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        if kind == QEvent.Type.DragLeave:
            self._show(False)
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._show(False)
            urls = local_urls(event.mimeData())
            if urls:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self._gatherer.take(urls)
                return True
        return False

    def _show(self, dropping: bool) -> None:
        self._widget.setProperty("dropping", dropping)
        self._widget.style().unpolish(self._widget)
        self._widget.style().polish(self._widget)
        self._widget.update()


def accept_drops(widget: QWidget, callback: Callable[[list[Path]], object]) -> None:
    """Hand dropped files and folders to `callback`. Children that take drops themselves come before it."""
    _Drops(widget, callback)


class DropArea(QFrame):
    """An empty state: an icon, what to do, and buttons for those who do not drag.

    Signals: paths_dropped(list[Path]): dropped or chosen, files and folders.
    """

    paths_dropped = Signal(list)

    def __init__(
        self,
        services: Services,
        sentence: str,
        *,
        hint: str = "",
        icon: str = "image",
        files: str = "",
        folder: str = "",
        several: bool = True,
        file_filter: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """sentence, hint: translated. files, folder: text of the button that chooses them, "" for none.

        several: whether more than one file can be chosen. file_filter: of the dialog, pictures if empty.
        """
        super().__init__(parent)
        self._theme, self._icon_name = services.theme, icon
        self._several, self._filter = several, file_filter
        self.setAccessibleName(sentence)
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = _label(sentence, "heading", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self._icon)
        layout.addSpacing(8)
        layout.addWidget(heading)
        if hint:
            layout.addWidget(_label(hint, "muted", self))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        self.buttons: list[QPushButton] = []
        for text, choose in ((files, self._choose_files), (folder, self._choose_folder)):
            if text:
                button = QPushButton(text, self)
                button.clicked.connect(choose)
                buttons.addWidget(button)
                self.buttons.append(button)
        buttons.addStretch(1)
        if self.buttons:
            self.buttons[0].setProperty("role", "primary")
            layout.addSpacing(8)
            layout.addLayout(buttons)
        layout.addStretch(1)
        accept_drops(self, self._take)
        self._theme.changed.connect(self._draw)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed border, of the accent while something hangs above it."""
        dropping = bool(self.property("dropping"))
        colour = self._theme.colour("accent" if dropping else "edge")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour, 2 if dropping else 1)
        pen.setDashPattern([5.0, 4.0])
        painter.setPen(pen)
        if dropping:
            painter.setBrush(self._theme.colour("selection"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _draw(self) -> None:
        self._icon.setPixmap(self._theme.icon(self._icon_name).pixmap(QSize(ICON, ICON), self.devicePixelRatioF()))
        self.update()

    def _take(self, paths: Sequence[Path]) -> None:
        self.paths_dropped.emit(list(paths))

    def _choose_files(self) -> None:
        choose_files(self, "", self._filter or picture_filter(), self._take, several=self._several)

    def _choose_folder(self) -> None:
        choose_folder(self, "", self._take)


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
