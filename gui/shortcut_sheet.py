"""The sheet of shortcuts: what every page can do by keyboard, made from the actions themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from .theme.roles import with_role

if TYPE_CHECKING:
    from .pages.labels import Label
    from .pages.page import ShortcutGroup


class ShortcutSheet(QDialog):
    """Groups stand in two columns; typing above narrows them down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setModal(False)
        self._cards: list[tuple[QFrame, list[tuple[str, QLabel, QLabel]]]] = []
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the shortcuts"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        inside = with_role(QWidget(), "scrolled")
        self._columns = (QVBoxLayout(), QVBoxLayout())
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 8, 0)
        columns.setSpacing(16)
        for column in self._columns:
            column.setSpacing(16)
            column.addStretch(1)
            columns.addLayout(column, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._scroll = scroll
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.search)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        self.resize(860, 620)

    def fill(
        self,
        groups: Iterable[ShortcutGroup],
        pages: Mapping[str, Label],
        of_page: Callable[[str], Iterable[ShortcutGroup]],
    ) -> None:
        """Show these groups, and those that pages give. A page that has to be made for it takes its turn, so that the
        sheet shows at once.
        """
        self._of_page = of_page
        self._left = [(name, label.title) for name, label in pages.items()]
        for group in groups:
            self._add(group)
        QTimer.singleShot(0, self, self._fill_next)

    @property
    def complete(self) -> bool:
        return not self._left

    def entries(self) -> list[tuple[str, str]]:
        """(keys, what they do) as shown, in order."""
        return [(keys.text(), words.text()) for _, rows in self._cards for _, words, keys in rows if words.isVisible()]

    def _fill_next(self) -> None:
        if not self._left:
            return
        name, title = self._left.pop(0)
        for group in self._of_page(name):
            # Pages that have several groups say of which page they are.
            named = group.title if group.title.startswith(title) else f"{title}: {group.title}"
            self._add(type(group)(named, group.actions))
        QTimer.singleShot(0, self, self._fill_next)

    def _add(self, group: ShortcutGroup) -> None:
        actions = [action for action in group.actions if action.shortcuts()]
        if not actions:
            return
        card = with_role(QFrame(self), "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        title = with_role(QLabel(group.title, card), "heading")
        title.setWordWrap(True)
        grid.addWidget(title, 0, 0, 1, 2)
        rows = []
        for number, action in enumerate(actions, 1):
            words = QLabel(words_of(action), card)
            words.setWordWrap(True)
            keys = with_role(QLabel(keys_of(action), card), "muted")
            keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            keys.setProperty("data", True)
            grid.addWidget(words, number, 0)
            grid.addWidget(keys, number, 1)
            rows.append((f"{words.text()} {keys.text()}".casefold(), words, keys))
        self._cards.append((card, rows))
        shorter = min(self._columns, key=lambda column: column.sizeHint().height())
        shorter.insertWidget(shorter.count() - 1, card)
        self._narrow(self.search.text())

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        for card, rows in self._cards:
            for content, words, keys in rows:
                words.setVisible(wanted in content)
                keys.setVisible(wanted in content)
            card.setVisible(any(wanted in content for content, _, _ in rows))


def words_of(action: QAction) -> str:
    """Its text, without the mark of a mnemonic and without dots."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def keys_of(action: QAction) -> str:
    """As the platform writes them, several with commas."""
    return ", ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())
