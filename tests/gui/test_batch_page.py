"""Whole folders through the batch page, by real clicks and the real children: planned, enhanced, one broken, mended."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from skimage import data

from enhancer.files.hashing import sha256_file
from enhancer.jobs import load_job, run
from gui.pages.batch import BatchPage
from gui.widgets.batch.columns import NOTE, PICTURE

LONG = 60_000
"""Milliseconds: the machine may be busy, and torch is loaded on the way."""


@pytest.fixture
def holiday(tmp_path):
    """Four pictures, one of them in a sub-folder, and a file that only looks like one."""
    folder = tmp_path / "holiday"
    (folder / "beach").mkdir(parents=True)
    for name in ("astronaut", "coffee", "chelsea", "beach/rocket"):
        picture = Image.fromarray(getattr(data, name.rpartition("/")[2])()).resize((48, 40))
        picture.save(folder / f"{name}.png")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 this is no picture")
    return folder


@pytest.fixture
def page(qtbot, services):
    page = BatchPage(services)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    qtbot.waitExposed(page)
    return page


def row_of(page, key):
    return next(row for row in page.table.rows() if row.key == key)


def planned(page):
    return page.planning.settled


def test_of_five_pictures_one_is_broken_and_four_are_done_then_it_is_mended(qtbot, page, holiday, tmp_path):
    out = tmp_path / "out"
    page.panel.place.folder.value = str(out)
    page.panel.computer.threads.value = 1
    page.open_paths([holiday])
    qtbot.waitUntil(lambda: planned(page), timeout=LONG)
    assert page.table.counts == {"pending": 4, "done": 0, "failed": 1, "skipped": 0}
    assert row_of(page, "beach/rocket.png").target == (96, 80)
    assert row_of(page, "beach/rocket.png").seconds > 0
    assert page.panel.place.name_field.hint.endswith(".png")
    assert not out.exists()

    qtbot.mouseClick(page.foot.button, Qt.MouseButton.LeftButton)
    assert not page.foot.button.isEnabled()
    qtbot.waitUntil(lambda: page.followed.job.has_ended, timeout=LONG)
    assert page.followed.job.state == "partial"
    assert page.table.counts == {"pending": 0, "done": 4, "failed": 1, "skipped": 0}
    assert "broken.jpg" in row_of(page, "broken.jpg").reason
    assert page.note.isVisible()
    again = tmp_path / "again"
    job = load_job_of(page, output=str(again))
    run(job)
    for name in ("astronaut.png", "coffee.png", "chelsea.png", "beach/rocket.png"):
        assert sha256_file(out / name) == sha256_file(again / name)

    page.note.failed_button.click()
    assert page.table.rowCount() == 1
    page.pictures.view.selectRow(0)
    assert page.pictures.reason.text() == row_of(page, "broken.jpg").reason
    before = (out / "coffee.png").stat().st_mtime_ns
    Image.fromarray(data.camera()).resize((32, 24)).save(holiday / "broken.jpg")
    page.note.retry_button.click()
    qtbot.waitUntil(lambda: page.followed.job.state == "done", timeout=LONG)
    assert page.table.counts["done"] == 5
    assert (out / "coffee.png").stat().st_mtime_ns == before


def load_job_of(page, **more):
    from enhancer.jobs.enhance import EnhanceJob

    return EnhanceJob.from_mapping({**page.values(), **more})


def test_what_stands_against_a_batch_is_said_beforehand_and_the_last_setting_counts(qtbot, page, holiday, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "coffee.png").write_bytes(b"mine")
    (holiday / "broken.jpg").unlink()
    page.panel.place.folder.value = str(out)
    page.add([holiday])
    qtbot.waitUntil(page.failure.isVisible, timeout=LONG)
    assert "coffee.png" in page.failure.message.text()
    assert "--" not in page.failure.hint.text()
    assert not page.foot.button.isEnabled()

    page.panel.place.if_exists.value = "skip"
    page.panel.place.if_exists.chosen.emit("skip")
    line = page.panel.result.size_edit.lineEdit()
    for size in ("x3", "60w"):
        line.clear()
        qtbot.keyClicks(line, size)
        page.plan()
    qtbot.waitUntil(lambda: planned(page), timeout=LONG)
    assert not page.failure.isVisible()
    assert page.table.counts == {"pending": 3, "done": 0, "failed": 0, "skipped": 1}
    assert row_of(page, "chelsea.png").target == (60, 50)

    line.clear()
    qtbot.keyClicks(line, "huge")
    assert page.panel.result.size_field.wrong
    qtbot.waitUntil(lambda: not page.planning._soon.isActive(), timeout=LONG)
    assert not page.foot.button.isEnabled()
    line.setText("x2")

    page.panel.selection.include.setText('a* "no such"')
    job_file = tmp_path / "job.toml"
    values = page.values()
    page.files.save([job_file])
    qtbot.waitUntil(job_file.exists, timeout=LONG)
    assert load_job(job_file) == load_job_of(page)
    page.panel.selection.include.clear()
    page.sources.set([])
    page.open_paths([job_file])
    qtbot.waitUntil(lambda: bool(page.sources.paths), timeout=LONG)
    assert page.values() == values
    page.does.copy_command.trigger()
    assert QGuiApplication.clipboard().text().startswith("enhancer enhance")
    page.planning.drop()


def test_settings_and_folders_are_there_again_in_a_new_window(qtbot, services, page, holiday):
    page.panel.format.quality.value = 77
    page.panel.place.where.value = "beside"
    page.panel.format.strip_gps.setChecked(True)
    page.sources.add([holiday])
    values = page.values()
    page.save_state()
    other = BatchPage(services)
    qtbot.addWidget(other)
    assert other.values() == values
    other.planning.drop()


def test_an_unknown_field_in_the_name_is_marked_and_nothing_can_be_started(qtbot, page):
    qtbot.keyClicks(page.panel.place.name.line, "{stam}")
    assert page.panel.place.name_field.wrong
    assert page.panel.problem()
    page.panel.place.name.line.clear()
    page.panel.place.name._insert("width")
    assert page.panel.place.name.value == "{width}"
    assert not page.panel.place.name_field.wrong
    page.planning.drop()


def test_a_source_can_be_taken_out_again(qtbot, page, holiday, tmp_path):
    page.add([holiday, tmp_path])
    assert page.pictures.stack.currentWidget() is page.pictures.view
    page.sources.remove(str(holiday))
    assert page.values()["inputs"] == [str(tmp_path)]
    page.sources.clear()
    assert page.pictures.stack.currentWidget() is page.pictures.empty
    page.planning.drop()


def test_every_action_has_a_name_and_every_column_a_heading(page):
    (group,) = page.shortcuts()
    assert all(action.text() for action in group.actions)
    keys = [action.shortcut().toString() for action in group.actions if not action.shortcut().isEmpty()]
    assert len(set(keys)) == len(keys)
    for column in range(PICTURE, NOTE + 1):
        assert page.table.headerData(column, Qt.Orientation.Horizontal)
