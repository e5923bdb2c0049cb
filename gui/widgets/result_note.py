"""What became of a job of many pictures, in one line, with what can be done next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..theme.roles import restyle, with_role
from .tool_row import FlowRow


class ResultNote(QFrame):
    """Hidden until a job has ended. Signals: retry(), reveal(), show_failed()."""

    retry = Signal()
    reveal = Signal()
    show_failed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_role(self, "notice", tone="good")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.failed_button = QPushButton(self.tr("Show failed ones"))
        self.retry_button = QPushButton(self.tr("Try failed ones again"))
        self.retry_button.setToolTip(self.tr("The same job once more; what is done is not done again"))
        self.reveal_button = QPushButton(self.tr("Open folder"))
        self.close_button = with_role(QPushButton(self.tr("Close")), "quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(FlowRow([self.reveal_button, self.retry_button, self.failed_button]), 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.text)
        column.addLayout(row)
        self.failed_button.clicked.connect(self.show_failed)
        self.retry_button.clicked.connect(self.retry)
        self.reveal_button.clicked.connect(self.reveal)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def show_result(self, state: str, counts: Mapping[str, int], retry: bool = True) -> None:
        """state: of the job, done, partial or cancelled. retry: whether failed ones are shown and tried again here."""
        done, failed, skipped = (counts.get(name, 0) for name in ("done", "failed", "skipped"))
        parts = [self.tr("%n picture(s) done", "", done)]
        if failed:
            parts.append(self.tr("%n failed", "", failed))
        if skipped:
            parts.append(self.tr("%n skipped", "", skipped))
        counted = self.tr(", ").join(parts)
        if state == "cancelled":
            counted = self.tr("Stopped. Enhance again to go on from here. {counts}").format(counts=counted)
        self.text.setText(counted)
        self.failed_button.setVisible(bool(failed) and retry)
        self.retry_button.setVisible(bool(failed) and retry)
        self.reveal_button.setVisible(bool(done))
        self.setProperty("tone", "warning" if failed or state == "cancelled" else "good")
        restyle(self)
        self.show()
