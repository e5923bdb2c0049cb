"""A failure in plain words: a sentence, what can be done next, and a fold of details for those who ask."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core_words import failure_in_words
from ..theme.roles import restyle, with_role
from ..workers.protocol import Failure

Tone = Literal["danger", "warning"]
DETAIL_LINES = 9
"""Height of the unfolded details; longer ones scroll."""
COPIED_MS = 2_000


class FailureNote(QFrame):
    """Hidden until there is something to show. Signals: closed() when the user has put it away."""

    closed = Signal()

    def __init__(self, failure: Failure | None = None, parent: QWidget | None = None, *, closable: bool = True) -> None:
        super().__init__(parent)
        self.failure: Failure | None = None
        self._shown = Failure("")
        self.setProperty("role", "notice")
        self.setProperty("tone", "danger")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.message, self.hint = _sentence(), _sentence()
        emphasis = self.message.font()
        emphasis.setBold(True)
        self.message.setFont(emphasis)
        self.hint.setProperty("role", "muted")

        self.fold = with_role(QToolButton(), "fold")
        self.fold.setIconSize(QSize(12, 12))
        self.fold.setText(self.tr("Details"))
        self.fold.setCheckable(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setArrowType(Qt.ArrowType.RightArrow)
        self.fold.setToolTip(self.tr("What the program knows about the cause"))
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setProperty("role", "quiet")
        self.copy.setToolTip(self.tr("Copy the message and the details, for example into a mail"))
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setProperty("role", "quiet")
        self.close_button.setToolTip(self.tr("Put this message away"))
        self.close_button.setVisible(closable)

        self.details = with_role(QPlainTextEdit(), "data")
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setProperty("data", True)
        self.details.setTabChangesFocus(True)
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

        sentences = QVBoxLayout()
        sentences.setSpacing(4)
        for sentence in (self.message, self.hint):
            sentences.addWidget(sentence)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(sentences, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.fold)
        actions.addStretch(1)
        actions.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(actions)
        layout.addWidget(self.details)

        self.fold.toggled.connect(self._unfold)
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self._put_away)
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(self._name_copy)
        self.clear()
        if failure is not None:
            self.show_failure(failure)

    def show_failure(self, failure: Failure, tone: Tone = "danger") -> None:
        """Show it in the window's language, folded; one that nobody needs to hear of clears the note."""
        if not failure.unasked:
            self.clear()
            return
        self.failure = failure
        self._shown = shown = failure_in_words(failure)
        self.message.setText(shown.message)
        self.hint.setText(shown.hint)
        self.hint.setVisible(bool(shown.hint))
        self.details.setPlainText(shown.details)
        self.fold.setChecked(False)
        for widget in (self.fold, self.copy):
            widget.setVisible(bool(shown.details))
        self.setAccessibleName(shown.message)
        self.setAccessibleDescription(shown.hint)
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            restyle(self)
        self._unfold(False)
        self.show()

    def clear(self) -> None:
        self.failure = None
        self._copied.stop()
        self._name_copy()
        self.hide()

    def _unfold(self, unfolded: bool) -> None:
        self.fold.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        lines = min(max(self.details.blockCount(), 3), DETAIL_LINES)
        self.details.setFixedHeight(lines * self.details.fontMetrics().lineSpacing() + 24)
        self.details.setVisible(unfolded)

    def _copy(self) -> None:
        if self.failure is not None:
            parts = (self._shown.message, self._shown.hint, self._shown.details)
            QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))
            self.copy.setText(self.tr("Copied"))
            self._copied.start()

    def _name_copy(self) -> None:
        self.copy.setText(self.tr("Copy"))

    def _put_away(self) -> None:
        self.clear()
        self.closed.emit()


def _sentence() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("data", True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
