"""What a page is: a widget in the middle of the window with a name, an icon and what the frame asks of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ..services import Services


class ShortcutGroup(NamedTuple):
    """For the sheet of shortcuts: a translated heading and the actions below it."""

    title: str
    actions: Sequence[QAction]


class Page(QWidget):
    """Base of all pages. Made when first shown; `title` and `tip` are translated and needed before that.

    A page adds its QActions to itself (`addAction`, so that shortcuts work while it is shown) and tells of them by
    `shortcuts`. It keeps what should outlive the window in `services.settings` under "pages.NAME".

    Signals: wanted(name, arguments): another page shall be shown and `take` these.
    """

    wanted = Signal(str, dict)

    NAME: ClassVar[str]
    ICON: ClassVar[str]

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.setObjectName(self.NAME)

    @classmethod
    def title(cls) -> str:
        """One word for the side navigation, translated."""
        raise NotImplementedError

    @classmethod
    def tip(cls) -> str:
        """A sentence that says what can be done here, translated."""
        raise NotImplementedError

    def open_paths(self, paths: Sequence[Path]) -> bool:
        """Take files or folders that were dropped or named; whether it wanted them."""
        return False

    def take(self, arguments: Mapping[str, Any]) -> None:
        """What another page hands over, for example {"paths": [...]}; unknown names are passed over."""

    def hand_over(self) -> Mapping[str, Any]:
        """The window is built anew: what the new page shall `take` besides what the settings remember."""
        return {}

    def shortcuts(self) -> Sequence[ShortcutGroup]:
        return ()

    def save_state(self) -> None:
        """The window closes or is built anew: remember what should be there again."""
