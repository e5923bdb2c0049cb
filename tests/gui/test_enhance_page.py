"""The enhance page with the real children: drop, look, save; and what happens when something goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tomllib

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageCms
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from skimage import data

from enhancer.images.read import read
from enhancer.images.write import write
from gui.pages.enhance import EnhancePage
from tests.helpers_images import picture as random_picture

PATIENCE = 40_000


@pytest.fixture
def page(qtbot, services):
    page = EnhancePage(services)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitUntil(lambda: services.catalog.ready, timeout=PATIENCE)
    yield page
    page.live.stop()
    page.close_picture()


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "a photo.png"
    Pillow.fromarray(data.astronaut()[100:196, 150:278]).save(path)
    return path


@pytest.fixture
def deep(tmp_path):
    """Several tiles of 16 bits with a profile and alpha."""
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = tmp_path / "deep.png"
    made = random_picture(110, 130, dtype=np.uint16, alpha="straight", icc=icc)
    write(made, path)
    return path


def drop(widget, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(20, 20), *how))
    QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), *how))


def previewed(page):
    return page.canvas.comparable and not page.live.busy


def answer(path):
    """Choose a file in the dialog that is open."""
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()]
    dialogs += [
        w for w in QApplication.allWidgets() if isinstance(w, QFileDialog) and w.isVisible() and w not in dialogs
    ]
    dialogs[0].filesSelected.emit([str(path)])
    dialogs[0].reject()


def enhanced(page, qtbot):
    qtbot.waitUntil(lambda: page.run_bar.job is None, timeout=PATIENCE)


def test_a_dropped_picture_is_shown_previewed_enhanced_and_what_came_of_it_is_said(page, qtbot, photo):
    drop(page.start.area, photo)
    qtbot.waitUntil(lambda: previewed(page), timeout=PATIENCE)
    assert page.work.foot.status.text().startswith("Preview in")
    assert "dB" in page.work.foot.status.text()
    assert page.side.settings.size_field.hint.startswith("Result: 256 × 192")

    QTest.mouseClick(page.side.enhance, Qt.MouseButton.LeftButton)
    assert page.run_bar.isVisible()
    enhanced(page, qtbot)
    output = photo.with_name("a photo_photo-x2.png")
    assert read(output).width == 256
    assert page.canvas.result is not None
    qtbot.waitUntil(lambda: page.canvas.result.loaded, timeout=PATIENCE)
    assert page.summary.isVisible()
    assert output.name in page.summary.title.text()
    assert "equals the original" in page.summary.fidelity_line.text()
    assert page.side.results.current.path == str(output)

    page.side.settings.size_choice.button("x3").click()
    assert page.canvas.result is None, "other settings, another result"
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.steps.value.size == ""
    QTest.keyClick(page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.side.settings.size_choice.value == "x3"
    page.side.results.look.click()
    assert page.steps.value.size == ""
    qtbot.waitUntil(lambda: page.result is not None and page.result.loaded, timeout=PATIENCE)


def test_saved_bytes_are_those_of_the_command_line_after_previews(page, qtbot, deep, tmp_path):
    page.take({"job": {"model": "photo-x2", "tile": 80, "fidelity": "exact", "device": "cpu"}, "paths": [str(deep)]})
    qtbot.waitUntil(lambda: previewed(page), timeout=PATIENCE)
    ours, theirs = tmp_path / "ours.png", tmp_path / "theirs.png"
    page.does.save.trigger()
    answer(ours)
    enhanced(page, qtbot)
    assert page.note.failure is None
    command = [sys.executable, "-m", "cli", "enhance", str(deep), "-o", str(theirs), "--tile", "80"]
    subprocess.run([*command, "--fidelity", "exact", "--device", "cpu"], check=True, capture_output=True)
    assert ours.read_bytes() == theirs.read_bytes()
    made = read(ours)
    assert made.pixels.dtype == np.uint16
    assert made.alpha is not None
    assert made.meta.icc is not None
    assert "transparency" in page.summary.kept_line.text()
    assert "colour profile" in page.summary.kept_line.text()


def test_what_cannot_be_opened_says_so_and_leaves_the_way_open(page, qtbot, tmp_path, photo):
    page.does.live.setChecked(False)
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture at all")
    for path in (tmp_path / "missing.png", broken):
        page.open(path)
        qtbot.waitUntil(lambda: page.note.failure is not None, timeout=PATIENCE)
        assert page.note.isVisible()
        assert page.stack.currentWidget() is page.start
        page.note.close_button.click()
        assert page.note.failure is None
    page.open(photo)
    qtbot.waitUntil(page.side.enhance.isEnabled, timeout=PATIENCE)


def test_a_compute_child_that_dies_fails_one_preview_and_the_next_one_works(page, qtbot, photo, services):
    page.open(photo)
    qtbot.waitUntil(lambda: previewed(page), timeout=PATIENCE)
    page.side.settings.size_choice.button("x4").click()
    qtbot.waitUntil(lambda: page.live._call is not None, timeout=PATIENCE)
    os.kill(services.compute.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: page.note.failure is not None or not page.live.busy, timeout=PATIENCE)
    page.side.settings.size_choice.button("x2").click()
    qtbot.waitUntil(
        lambda: page.work.foot.status.text().startswith("Preview in") and not page.live.busy, timeout=PATIENCE
    )


def test_models_are_compared_on_the_same_part_and_one_click_adopts(page, qtbot, photo):
    page.open(photo)
    qtbot.waitUntil(lambda: page.does.compare.isEnabled(), timeout=PATIENCE)
    page.does.compare.trigger()
    assert page.viewer.comparison.busy
    qtbot.waitUntil(lambda: not page.viewer.comparison.busy, timeout=PATIENCE)
    cells = page.viewer.comparison.cells
    assert list(cells) == ["", "photo-x2", "photo-x4"]
    assert all(cell.crop.filled for cell in cells.values())
    assert "512 × 384" in cells["photo-x4"].told.text()
    QTest.mouseClick(cells["photo-x4"].use, Qt.MouseButton.LeftButton)
    assert page.steps.value.model == page.side.settings.model.value == "photo-x4"
    assert page.viewer.currentWidget() is page.canvas
    qtbot.waitUntil(lambda: previewed(page), timeout=PATIENCE)
    page.does.compare.trigger()
    assert page.viewer.currentWidget() is page.viewer.comparison
    QTest.keyClick(page.viewer.comparison, Qt.Key.Key_Escape)
    assert page.viewer.currentWidget() is page.canvas
    assert not page.does.compare.isChecked()


def test_settings_that_cannot_be_are_told_at_their_field_and_nothing_can_be_started(page, qtbot, photo):
    page.does.live.setChecked(False)
    page.open(photo)
    qtbot.waitUntil(lambda: page.side.enhance.isEnabled(), timeout=PATIENCE)
    panel = page.side.settings
    panel.size_choice.button("other").click()
    QTest.keyClicks(panel.size_edit, "enormous")
    assert panel.size_field.wrong
    assert not page.side.enhance.isEnabled()
    panel.size_edit.clear()
    QTest.keyClicks(panel.size_edit, "fit=300x300")
    assert not panel.size_field.wrong
    assert panel.size_field.hint.startswith("Result: 300 × 225")
    assert page.side.enhance.isEnabled()


def test_the_command_and_the_job_file_say_the_same_as_the_page(page, qtbot, photo, tmp_path):
    page.does.live.setChecked(False)
    page.open(photo)
    qtbot.waitUntil(lambda: page.does.job.isEnabled(), timeout=PATIENCE)
    page.side.settings.size_choice.button("x4").click()
    page.does.command.trigger()
    command = QGuiApplication.clipboard().text()
    assert command.startswith("enhancer enhance ")
    assert "--size x4" in command
    target = tmp_path / "job.toml"
    page.does.job.trigger()
    answer(target)
    qtbot.waitUntil(target.is_file, timeout=PATIENCE)
    values = tomllib.loads(target.read_text())
    assert values["size"] == "x4"
    assert values["inputs"] == [str(photo)]


def test_pasted_pictures_open_and_ask_where_to_be_saved(page, qtbot, photo, tmp_path):
    page.does.live.setChecked(False)
    QGuiApplication.clipboard().setImage(QImage(str(photo)))
    page.does.paste.trigger()
    qtbot.waitUntil(lambda: page.side.enhance.isEnabled(), timeout=PATIENCE)
    assert page.picture.width == 128
    page.side.enhance.click()
    answer(tmp_path / "pasted.png")
    job = page.run_bar.job
    assert job.values["output"] == str(tmp_path / "pasted.png")
    assert job.values["if_exists"] == "overwrite"
    QTest.mouseClick(page.run_bar.cancel, Qt.MouseButton.LeftButton)
    enhanced(page, qtbot)
    assert not page.run_bar.isVisible()
    assert page.note.failure is None


def test_several_dropped_files_go_to_the_batch_page(page, qtbot, photo, tmp_path):
    with qtbot.waitSignal(page.wanted) as told:
        drop(page.start.area, photo, tmp_path)
    assert told.args == ["batch", {"paths": [photo, tmp_path]}]


def test_everything_is_there_again_at_the_next_start(page, qtbot, photo, services):
    page.does.live.setChecked(False)
    page.open(photo)
    qtbot.waitUntil(lambda: page.side.enhance.isEnabled(), timeout=PATIENCE)
    page.side.settings.size_choice.button("x3").click()
    page.save_state()
    again = EnhancePage(services)
    qtbot.addWidget(again)
    assert again.steps.value.size == "x3"
    assert [button.text() for button in again.start.buttons] == [photo.name]
    assert not again.does.live.isChecked()
