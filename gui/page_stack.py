"""The pages of a window, one of them shown. A page is made when it is first asked for; one that cannot be made says so
in its place.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from .pages.page import ShortcutGroup
    from .services import Services


class PageStack(QStackedWidget):
    """`made`: by name; the note of a page that could not be made has nothing of what a page can do.

    Signals: wanted(name, arguments): a page wants another one to be shown and to take these.
    """

    wanted = Signal(str, dict)

    def __init__(self, services: Callable[[], Services], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provide = services
        self.made: dict[str, QWidget] = {}

    def make(self, name: str) -> QWidget:
        """The page, from now on there; not shown by this. Registered names only."""
        if name not in self.made:
            made = self._built(name)
            self.made[name] = made
            self.addWidget(made)
        return self.made[name]

    def bring_up(self, name: str) -> QWidget:
        """Make it if need be, and show it."""
        made = self.make(name)
        self.setCurrentWidget(made)
        return made

    def take(self, name: str, arguments: Mapping[str, Any]) -> None:
        """Hand them to that page."""
        page: Any = self.make(name)
        if hasattr(page, "take"):
            page.take(arguments)

    def open_paths(self, name: str, paths: Sequence[Path]) -> bool:
        """Offer them to that page, if it is there; whether it wanted them."""
        open_paths = getattr(self.made.get(name), "open_paths", None)
        return bool(open_paths is not None and open_paths(paths))

    def shortcuts(self, name: str) -> Sequence[ShortcutGroup]:
        page: Any = self.make(name)
        return page.shortcuts() if hasattr(page, "shortcuts") else ()

    def hand_over(self) -> dict[str, Mapping[str, Any]]:
        """What a window that takes the place of this one gets: of each page what only it knows."""
        found = {name: page.hand_over() for name, page in self.made.items() if hasattr(page, "hand_over")}
        return {name: arguments for name, arguments in found.items() if arguments}

    def take_over(self, kept: Mapping[str, Mapping[str, Any]]) -> None:
        """From the window before."""
        for name, arguments in kept.items():
            self.take(name, arguments)

    def save_state(self) -> None:
        for page in self.made.values():
            save_state = getattr(page, "save_state", None)
            if save_state is not None:
                save_state()

    def _built(self, name: str) -> QWidget:
        from .pages import PAGES

        try:
            page = PAGES.get(name)(self._provide(), self)
            page.wanted.connect(self.wanted)
        except Exception:  # an edge: the other pages must stay usable whatever this one does
            return _failed_page(traceback.format_exc(), self)
        return page


def _failed_page(details: str, parent: QWidget) -> QWidget:
    from .widgets.failure import FailureNote
    from .workers.protocol import Failure

    place = QWidget(parent)
    layout = QVBoxLayout(place)
    layout.setContentsMargins(24, 24, 24, 24)
    failure = Failure(
        QCoreApplication.translate("MainWindow", "This page could not be opened."),
        QCoreApplication.translate("MainWindow", "The other pages still work. The details help to mend it."),
        "internal",
        details,
    )
    layout.addWidget(FailureNote(failure, place, closable=False))
    layout.addStretch(1)
    return place
