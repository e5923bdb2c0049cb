"""The side navigation: an icon and a word for each page, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from .theme.roles import with_role

ICON = QSize(22, 22)
# As numbers, since the enums of the `Qt` namespace are made when it is first touched, and the first paint waits.
TEXT_UNDER_ICON = 3
CLICK_FOCUS, STRONG_FOCUS = 2, 11


class Entry(NamedTuple):
    """name: of the page. title, tip, keys: for people, translated. low: stands at the foot."""

    name: str
    title: str
    tip: str
    icon: QIcon
    keys: str
    low: bool = False


class Navigation(QFrame):
    """Up and down arrow go through the pages, Tab enters at the chosen one.

    Signals: chosen(name) when the user chose a page; asked_for_help() for the button below.
    """

    chosen = Signal(str)
    asked_for_help = Signal()

    def __init__(self, entries: Sequence[Entry], help_icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "navigation")
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(4)
        for low in (False, True):
            if low:
                layout.addStretch(1)
            for entry in entries:
                if entry.low == low:
                    layout.addWidget(self._button(entry))
        self.help = self._plain(self.tr("Help"), help_icon)
        self.help.setToolTip(self.tr("All keyboard shortcuts (F1)"))
        self.help.clicked.connect(self.asked_for_help)
        layout.addWidget(self.help)
        self._group.idClicked.connect(self._clicked)
        self._names = [entry.name for entry in entries]
        self._settle_widths()

    @property
    def current(self) -> str:
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, name: str) -> None:
        """Show it as chosen, without a signal."""
        self._buttons[name].setChecked(True)
        for other, button in self._buttons.items():
            button.setProperty("focusPolicy", STRONG_FOCUS if other == name else CLICK_FOCUS)

    def button(self, name: str) -> QToolButton:
        return self._buttons[name]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        name = self.current
        if not step or not name:
            super().keyPressEvent(event)
            return
        other = self._names[(self._names.index(name) + step) % len(self._names)]
        self.choose(other)
        self._buttons[other].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(other)

    def _button(self, entry: Entry) -> QToolButton:
        button = self._plain(entry.title, entry.icon)
        button.setCheckable(True)
        button.setToolTip(f"{entry.tip} ({entry.keys})" if entry.keys else entry.tip)
        self._group.addButton(button, len(self._buttons))
        self._buttons[entry.name] = button
        return button

    def _plain(self, title: str, icon: QIcon) -> QToolButton:
        button = with_role(QToolButton(self), "navigation")
        button.setText(title)
        button.setAccessibleName(title)
        button.setIcon(icon)
        button.setIconSize(ICON)
        button.setProperty("toolButtonStyle", TEXT_UNDER_ICON)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    def _clicked(self, number: int) -> None:
        name = list(self._buttons)[number]
        self.choose(name)
        self.chosen.emit(name)

    def _settle_widths(self) -> None:
        """Wide enough for the longest word in bold, so that choosing moves nothing."""
        widest = 48
        for button in (*self._buttons.values(), self.help):
            button.ensurePolished()
            font = button.font()
            font.setBold(True)
            widest = max(widest, QFontMetrics(font).horizontalAdvance(button.text()))
        # Of the bar, since style sheets have their own minimum for buttons.
        layout = self.layout()
        assert layout is not None
        margins = self.contentsMargins() + layout.contentsMargins()
        self.setMinimumWidth(widest + 16 + margins.left() + margins.right())
