"""The list of a batch paints what changed and no more, so that it scrolls smoothly while much else goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.widgets.batch.picture_view import PictureView
from gui.widgets.batch.row import Row
from gui.widgets.batch.table import BatchTable


class Watched(BatchTable):
    """Remembers the rows whose text was asked for, which is once for each painting."""

    def __init__(self, theme):
        super().__init__(theme)
        self.painted = set()

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.DisplayRole:
            self.painted.add(index.row())
        return super().data(index, role)


@pytest.fixture
def view(qtbot, services):
    table = Watched(services.theme)
    table.add(Row(f"{n:04}.jpg", "pending", input=f"/pictures/{n:04}.jpg") for n in range(300))
    view = PictureView(table)
    qtbot.addWidget(view)
    view.resize(800, 600)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: len(table.painted) > 10)
    qtbot.wait(50)
    table.painted.clear()
    yield view
    view.setModel(None)
    table.deleteLater()


def test_scrolling_a_little_paints_only_what_comes_into_view(qtbot, view):
    table = view.model()
    view.verticalScrollBar().setValue(20)
    qtbot.waitUntil(lambda: bool(table.painted))
    qtbot.wait(20)
    assert len(table.painted) <= 3
    assert min(table.painted) > 10


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_does_so_under_each_theme(qtbot, services, view, mode):
    services.theme.mode = mode
    qtbot.wait(50)
    view.model().painted.clear()
    view.verticalScrollBar().setValue(20)
    qtbot.waitUntil(lambda: bool(view.model().painted))
    qtbot.wait(20)
    assert len(view.model().painted) <= 3


def test_a_thumbnail_paints_its_own_row(qtbot, view):
    table = view.model()
    view.show_thumbnail(Path("/pictures/0004.jpg"))
    qtbot.waitUntil(lambda: bool(table.painted))
    assert table.painted == {4}
    table.painted.clear()
    view.show_thumbnail(Path("/pictures/0200.jpg"))
    qtbot.wait(30)
    assert table.painted == set()


def test_what_is_scrolled_looks_like_what_is_painted_anew(qtbot, view):
    def on_the_screen():
        qtbot.wait(30)
        return view.screen().grabWindow(view.winId()).toImage()

    before = on_the_screen()
    view.verticalScrollBar().setValue(20)
    moved = on_the_screen()
    view.viewport().update()
    assert on_the_screen() == moved != before
