"""The table of a batch stays quick and right with tens of thousands of pictures."""

from __future__ import annotations

import time
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt

from enhancer.events import ItemDone
from enhancer.jobs.enhance_preview import PreviewItem
from gui.widgets.batch.columns import NOTE, PICTURE, SIZE, STATE, TIME, state_word
from gui.widgets.batch.row import Row, row_from
from gui.widgets.batch.table import BatchTable
from gui.workers.tasks.plan_batch import row_of

MANY = 50_000


@pytest.fixture
def table(services):
    table = BatchTable(services.theme)
    yield table
    table.deleteLater()


def rows(count, **more):
    return [
        Row(f"{n:05d}.jpg", "pending", f"/out/{n:05d}.png", (n + 1, 2), (2 * n + 2, 4), **more) for n in range(count)
    ]


def keys(table):
    return [table.row(table.index(at, 0)).key for at in range(table.rowCount())]


def test_fifty_thousand_rows_are_filtered_sorted_and_counted(table):
    block = rows(MANY)
    table.start()
    for at in range(0, MANY, 200):
        table.add(block[at : at + 200])
    table.finish()
    assert table.rowCount() == table.counts["pending"] == MANY
    began = time.perf_counter()
    table.sort(SIZE, Qt.SortOrder.DescendingOrder)
    assert keys(table)[0] == "49999.jpg"
    table.filter("0123")
    assert set(keys(table)) == {
        "00123.jpg",
        *(f"0123{n}.jpg" for n in range(10)),
        *(f"{n}0123.jpg" for n in range(1, 5)),
    }
    assert time.perf_counter() - began < 5
    table.filter()
    table.sort(-1)
    assert keys(table)[:2] == ["00000.jpg", "00001.jpg"]


def test_what_becomes_of_a_picture_is_shown_in_its_row_and_moves_it_between_the_states(table, qtbot):
    table.add(rows(4))
    table.filter("", "pending")
    table.hear(ItemDone("00001.jpg", "done", ("/out/00001.png",)))
    table.hear(ItemDone("00002.jpg", "failed", (), "unreadable", "00002.jpg is cut off."))
    table.hear(ItemDone("00003.jpg", "skipped", ("/out/3.png",), "done-before", "Done by an earlier run of this job."))
    with qtbot.waitSignal(table.counted):
        table.settle()
    assert keys(table) == ["00000.jpg"]
    assert table.counts == {"pending": 1, "done": 2, "failed": 1, "skipped": 0}
    table.filter("", "failed")
    (at,) = [table.index(row, NOTE) for row in range(table.rowCount())]
    assert table.data(at) == "00002.jpg is cut off."
    assert table.data(table.index(0, STATE)) == state_word("failed")
    table._tick.stop()


def test_old_rows_stay_until_the_first_new_ones_come(table):
    table.add(rows(3))
    table.start()
    assert table.rowCount() == 3
    table.add(rows(2))
    assert table.rowCount() == 2
    table.start()
    table.finish()
    assert table.rowCount() == 0


def test_a_filter_holds_for_rows_that_come_later(table):
    table.filter("2.jpg")
    table.add(rows(13))
    assert keys(table) == ["00002.jpg", "00012.jpg"]


def test_sizes_and_estimates_read_like_people_write_them(table):
    table.add([Row("a.jpg", "pending", "/out/a.png", (640, 480), (1280, 960), "png", "photo-x2", 75.0, 3_400_000)])
    assert table.data(table.index(0, SIZE)) == "640 × 480 → 1280 × 960"
    assert table.data(table.index(0, TIME)) == "75 s"
    assert table.data(table.index(0, PICTURE), Qt.ItemDataRole.ToolTipRole) == "a.jpg"
    assert "/out/a.png" in table.data(table.index(0, NOTE), Qt.ItemDataRole.ToolTipRole)


def test_a_row_begins_with_what_the_core_says_of_a_picture():
    assert Row._fields == (*(field.name for field in fields(PreviewItem)), "original")
    item = PreviewItem("a.jpg", "pending", "/out/a.png", (3, 2), (6, 4), "png", "photo-x2", 0.5, 24, "", "/in/a.jpg")
    assert row_from(row_of(item)) == Row(**vars(item))
