"""Rows of several lines show all of them, whatever the heights of their scripts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QListWidget

from gui.theme import Theme
from gui.widgets.several_lines import SeveralLines, line_heights


def painted(qtbot, text: str) -> tuple[QImage, int]:
    """A list with one row as the pages make them, and the height of the row."""
    view = QListWidget()
    qtbot.addWidget(view)
    view.setItemDelegate(SeveralLines(view))
    view.setWordWrap(True)
    view.setIconSize(QSize(20, 20))
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.resize(200, 200)
    view.addItem(text)
    view.show()
    qtbot.waitExposed(view)
    return view.viewport().grab().toImage(), view.sizeHintForRow(0)


@pytest.mark.parametrize("middle", ["Finished", "已完成", "已完成，使用中"])
def test_the_last_line_of_a_row_is_painted(qtbot, services, middle):
    assert isinstance(services.theme, Theme)  # with the style sheet of the window
    whole, _ = painted(qtbot, f"wgan-gp\n{middle}\nFID 7.871")
    other, _ = painted(qtbot, f"wgan-gp\n{middle}\nFID 7.872")
    assert whole != other


def test_a_row_of_one_script_is_no_higher_than_its_lines(qtbot, services):
    _, height = painted(qtbot, "wgan-gp\nFinished\nFID 7.871")
    lines = line_heights("wgan-gp\nFinished\nFID 7.871", QFont())
    assert len(set(lines)) == 1
    assert height < sum(lines) + lines[0]
