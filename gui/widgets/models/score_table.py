"""How good a model is: its scores beside those of what it was compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ...core_words import in_words
from ..train.words import metric_title, number_text

if TYPE_CHECKING:
    from enhancer.models.info import ModelInfo


class ScoreTable(QTableWidget):
    """As high as its rows; how each was measured stands in the tooltips."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Scores"))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_scores(self, info: ModelInfo) -> None:
        scores = info.metrics
        beside = self.tr("Noise") if info.purpose == "generate" else self.tr("Plain enlargement")
        with_beside = any(score.bicubic is not None or score.baseline is not None for score in scores)
        heads = [self.tr("Measure"), self.tr("Model")] + ([beside] if with_beside else []) + [self.tr("On")]
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        self.setRowCount(len(scores))
        for row, score in enumerate(scores):
            other = score.baseline if score.baseline is not None else score.bicubic
            cells = [metric_title(score.metric), number_text(score.value)]
            cells += ([number_text(other) if other is not None else ""] if with_beside else []) + [in_words(score.data)]
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setToolTip(in_words(score.protocol))
                self.setItem(row, column, item)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        rows = sum(self.rowHeight(row) for row in range(len(scores)))
        self.setFixedHeight(rows + header.sizeHint().height() + 2 * self.frameWidth() + 2)


def protocols_text(info: ModelInfo) -> str:
    """How its scores were measured, each way once."""
    return "\n".join(map(in_words, dict.fromkeys(score.protocol for score in info.metrics if score.protocol)))
