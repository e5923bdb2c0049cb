"""A message of the window in a line of its own, with what can be done about it; it never stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ..theme import Theme
from ..theme.roles import with_role
from .emptying import empty

Tone = Literal["info", "warning", "danger", "good"]


class Notice(QFrame):
    """Signals: closed() when the user has put it away or chosen one of its actions."""

    closed = Signal()

    def __init__(
        self,
        text: str,
        actions: Sequence[tuple[str, Callable[[], None]]] = (),
        *,
        tone: Tone = "info",
        close_icon: QIcon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """text, and those of the actions: translated. close_icon: for a button that only puts it away, if given."""
        super().__init__(parent)
        with_role(self, "notice", tone=tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(text)
        self.text = QLabel(text, self)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        self.buttons: list[QPushButton] = []
        for words, do in actions:
            button = QPushButton(words, self)
            button.clicked.connect(do)
            button.clicked.connect(self._put_away)
            layout.addWidget(button)
            self.buttons.append(button)
        self.close_button: QToolButton | None = None
        if close_icon is not None:
            self.close_button = QToolButton(self)
            self.close_button.setIcon(close_icon)
            self.close_button.setIconSize(QSize(16, 16))
            self.close_button.setAccessibleName(self.tr("Put this message away"))
            self.close_button.setToolTip(self.tr("Put this message away"))
            self.close_button.clicked.connect(self._put_away)
            layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()
        self.deleteLater()


class NoticePlace(QVBoxLayout):
    """Room for one message: a newer one takes the place of the one before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSpacing(8)

    def tell(self, text: str, actions: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        empty(self)
        self.addWidget(Notice(text, actions, close_icon=self._theme.icon("close", "muted")))
