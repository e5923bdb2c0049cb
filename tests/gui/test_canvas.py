"""The canvas with the real pictures child: what is on the screen, by mouse and keys, is what is in the file."""

from __future__ import annotations

import os
import signal

import cv2
import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from gui.widgets.canvas import DIFFERENCE_GAIN, Canvas, Picture
from gui.widgets.canvas.tiles import IN_FLIGHT
from gui.workers.protocol import CRASHED, Failure
from tests.helpers_images import exif

WAIT = 20_000


def noise(height: int, width: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def file_of(path, pixels, **options):
    Pillow.fromarray(pixels).save(path, **options)
    return path


def array_of(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    # Copied, since the memory is the image's.
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def seen(canvas: Canvas, rect: QRect | None = None) -> np.ndarray:
    """What is on the screen, without the words in the corners."""
    whole = array_of(canvas.grab().toImage())
    part = rect or canvas.rect().adjusted(0, 50, 0, -50)
    return whole[part.top() : part.bottom() + 1, part.left() : part.right() + 1]


@pytest.fixture
def show(qtbot, services):
    """A canvas of 400x300 that shows these files: original and result. Closed at the end."""
    pictures: list[Picture] = []
    made: list[Canvas] = []

    def build(original, result=None, size=(400, 300)):
        canvas = Canvas(services)
        made.append(canvas)
        canvas.resize(*size)
        canvas.show()
        for path, put in ((original, canvas.set_picture), (result, canvas.set_result)):
            if path is not None:
                pictures.append(Picture(services, path))
                put(pictures[-1])
        qtbot.waitUntil(lambda: canvas.complete, timeout=WAIT)
        return canvas

    yield build
    for canvas in made:
        canvas.set_picture(None)
        canvas.deleteLater()
    for picture in pictures:
        picture.close()
        picture.deleteLater()


def shown(qtbot, canvas: Canvas) -> np.ndarray:
    qtbot.waitUntil(lambda: canvas.complete, timeout=WAIT)
    return seen(canvas)


def test_once_all_tiles_are_there_the_screen_shows_the_pixels_of_the_file(qtbot, show, tmp_path):
    pixels = noise(1100, 2301)
    canvas = show(file_of(tmp_path / "a.png", pixels))
    assert canvas.fitted
    canvas.zoom_to(1.0)
    for centre in (QPointF(1024, 512), QPointF(0, 0), QPointF(9000, 9000)):  # where four tiles meet, and the corners
        canvas.centre_on(centre)
        whole = canvas.visible_region()
        part = pixels[whole.top() : whole.top() + 300, whole.left() : whole.left() + 400]
        assert (shown(qtbot, canvas) == part[50:-50]).all()
    canvas.zoom_to(2.0)
    canvas.centre_on(QPointF(1024, 512))
    part = canvas.visible_region()
    doubled = pixels[part.top() : part.bottom() + 1, part.left() : part.right() + 1].repeat(2, 0).repeat(2, 1)
    assert (shown(qtbot, canvas) == doubled[50:-50]).all()
    canvas.zoom_to(0.25)  # less than half: a level in between
    canvas.centre_on(QPointF(1151, 550))
    part = canvas.visible_region()
    level = cv2.resize(pixels[:, :2300], (575, 275), interpolation=cv2.INTER_AREA)
    left = part.left() // 4
    got = shown(qtbot, canvas)[:, : 400 - 1]
    top = 50 - canvas._scene.place(canvas._scene.area, True).rect.toRect().top()
    assert np.abs(got.astype(int) - level[top : top + 200, left : left + 399]).max() <= 1


def test_a_large_turned_jpeg_is_seen_coarsely_first_and_exactly_at_last(qtbot, services, show, tmp_path):
    upright = cv2.resize(noise(9, 13), (1500, 2200), interpolation=cv2.INTER_CUBIC)
    stored = np.ascontiguousarray(np.rot90(upright))
    path = file_of(tmp_path / "a.jpg", stored, quality=95, subsampling=0, exif=b"Exif\0\0" + exif(6))
    first = []
    picture = Picture(services, path)
    picture.opened.connect(lambda: first.append((picture.base.width(), picture.loaded, picture.size.toTuple())))
    canvas = show(path)
    qtbot.waitUntil(lambda: picture.loaded, timeout=WAIT)
    assert first == [(750, False, (1500, 2200))]
    assert picture.facts["orientation"] == 6
    canvas.zoom_to(1.0)
    whole = canvas.visible_region()
    part = upright[whole.top() + 50 : whole.top() + 250, whole.left() : whole.left() + 400]
    assert np.abs(shown(qtbot, canvas).astype(int) - part).max() < 24  # what JPEG loses
    picture.close()
    picture.deleteLater()


def test_before_and_after_stand_left_and_right_of_a_divider_that_mouse_and_keys_move(qtbot, show, tmp_path):
    before, after = np.full((300, 400, 3), 40, np.uint8), np.full((600, 800, 3), 200, np.uint8)
    canvas = show(file_of(tmp_path / "a.png", before), file_of(tmp_path / "b.png", after))
    assert canvas.target_scale == 2
    assert canvas.zoom == pytest.approx(0.5)  # of the result's pixels
    assert canvas.scale == pytest.approx(1.0)
    canvas.set_mode("split")
    row = seen(canvas)[20]
    assert (row[:180] == 40).all()
    assert (row[220:] == 200).all()
    handle = canvas._handle
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_PageUp)
    qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert canvas.split == pytest.approx(0.61)
    row = seen(canvas)[20]
    assert (row[:225] == 40).all()
    assert (row[265:] == 200).all()
    at = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(handle, at - QPoint(144, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert canvas.split == pytest.approx(0.25, abs=0.01)
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    assert (seen(canvas) == 40).all()
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert (seen(canvas)[20, 150:] == 200).all()
    canvas.set_mode("single")
    assert (seen(canvas) == 200).all()
    canvas.set_mode("side")
    got = seen(canvas)
    assert (got[100, :190] == 40).all()
    assert (got[100, 210:] == 200).all()
    assert canvas.visible_region() == QRect(0, 0, 400, 300)
    canvas.set_result(None)
    assert (seen(canvas) == 40).all()


def test_the_difference_is_what_differs_made_stronger_and_nothing_else(qtbot, show, tmp_path):
    before = noise(300, 400)
    after = before.copy()
    after[100:200, 100:200] = np.where(before[100:200, 100:200] > 127, before[100:200, 100:200] - 9, 255)
    canvas = show(file_of(tmp_path / "a.png", before), file_of(tmp_path / "b.png", after))
    canvas.set_mode("difference")
    apart = np.abs(before.astype(int) - after) * DIFFERENCE_GAIN
    assert (shown(qtbot, canvas) == np.minimum(apart, 255)[50:-50]).all()
    assert str(DIFFERENCE_GAIN) in canvas.accessibleDescription()


def test_a_preview_lies_over_its_part_until_it_is_taken_away(qtbot, show, tmp_path):
    canvas = show(file_of(tmp_path / "a.png", np.full((300, 400, 3), 40, np.uint8)))
    canvas.set_target_scale(4.0)
    canvas.zoom_to(0.25)
    image = QImage(80, 40, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    assert not canvas.comparable
    canvas.set_region(QRectF(100, 100, 20, 10), image)
    assert canvas.comparable
    wanted = np.full((300, 400, 3), 40, np.uint8)
    wanted[100:110, 100:120] = 255
    assert (seen(canvas) == wanted[50:-50]).all()
    canvas.zoom_to(1.0)
    canvas.centre_on(QPointF(110, 105))
    assert (shown(qtbot, canvas) == 255).sum() == 80 * 40 * 3
    canvas.hold(True)
    assert (seen(canvas) == 40).all()
    canvas.hold(False)
    canvas.clear_region()
    assert (seen(canvas) == 40).all()


def test_transparent_parts_show_the_squares_behind_them(qtbot, services, show, tmp_path):
    pixels = np.zeros((300, 400, 4), np.uint8)
    pixels[:, 200:] = (10, 200, 30, 255)
    got = seen(show(file_of(tmp_path / "a.png", pixels)))
    assert (got[:, 200:] == (10, 200, 30)).all()
    ground = {services.theme.colour(token).getRgb()[:3] for token in ("surface", "border")}
    assert {tuple(map(int, pixel)) for pixel in got[:, :200].reshape(-1, 3)} == ground


def test_a_picture_over_which_the_child_ends_each_time_is_given_up(qtbot, services, show, tmp_path):
    canvas = show(file_of(tmp_path / "a.png", noise(1100, 2301)))
    asked = []

    class Mortal:
        def ask(self, do, arguments, *, done=None, failed=None):
            asked.append(do)
            if do == "tile":
                QTimer.singleShot(0, canvas, lambda: failed(Failure("It ended.", code=CRASHED)))

    loader = canvas._scene.before.loader
    loader._child = Mortal()
    canvas.zoom_to(1.0)
    for _ in range(20):
        qtbot.wait(5)
        canvas.picture.improved.emit()
    tries = asked.count("tile")
    assert 0 < tries <= 3 * IN_FLIGHT
    canvas.repaint()
    assert seen(canvas).std() > 1  # the coarse picture is still there


def wheel(canvas: Canvas, at: QPointF, turned: int) -> None:
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_wheel_mouse_and_keys_move_the_picture_and_a_linked_canvas_follows(qtbot, show, tmp_path):
    path = file_of(tmp_path / "a.png", noise(1200, 1600))
    canvas, other = show(path), show(path)
    canvas.link(other)
    moves = []
    canvas.view_changed.connect(lambda: moves.append(canvas.zoom))
    fitted = canvas.zoom
    at = QPointF(300, 100)
    point = canvas._scene.view.source(canvas._scene.area, at)
    wheel(canvas, at, 480)
    assert canvas.zoom == pytest.approx(4 * fitted)
    assert (canvas._scene.view.source(canvas._scene.area, at) - point).manhattanLength() < 2
    before = canvas.visible_region()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    qtbot.mouseMove(canvas, QPoint(150, 170))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton)
    assert canvas.visible_region().left() == before.left() + 50
    assert canvas.visible_region().top() == before.top() - 20
    for key, zoom in ((Qt.Key.Key_1, 1.0), (Qt.Key.Key_8, 8.0), (Qt.Key.Key_Minus, 6.0), (Qt.Key.Key_Plus, 8.0)):
        qtbot.keyClick(canvas, key)
        assert canvas.zoom == pytest.approx(zoom)
    before = canvas.visible_region()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.visible_region().left() == before.left() + 10
    assert other.visible_region() == canvas.visible_region()
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.zoom == pytest.approx(fitted)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert canvas.zoom == pytest.approx(1.0)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert canvas.fitted
    assert len(moves) == 9
    canvas.resize(800, 600)
    assert canvas.zoom == pytest.approx(2 * fitted)


def test_pixels_come_back_after_the_child_was_killed_and_a_changed_file_is_noticed(qtbot, services, show, tmp_path):
    pixels = noise(1100, 2301)
    path = file_of(tmp_path / "a.png", pixels)
    canvas = show(path)
    os.kill(services.pictures.pid, signal.SIGKILL)
    canvas.zoom_to(1.0)
    whole = canvas.visible_region()
    part = pixels[whole.top() + 50 : whole.top() + 250, whole.left() : whole.left() + 400]
    assert (shown(qtbot, canvas) == part).all()
    file_of(path, 255 - pixels)
    with qtbot.waitSignal(canvas.picture.changed, timeout=WAIT):
        canvas.picture.check()
    qtbot.waitUntil(lambda: canvas.complete and (seen(canvas) == 255 - part).all(), timeout=WAIT)
    assert canvas.visible_region() == whole


def test_a_file_that_is_no_picture_fails_with_its_reason(qtbot, services, tmp_path):
    path = tmp_path / "broken.png"
    path.write_bytes(b"nothing")
    picture = Picture(services, path)
    with qtbot.waitSignal(picture.failed, timeout=WAIT) as failed:
        pass
    assert "broken.png" in failed.args[0].message
    assert not picture.is_open
    picture.close()
    picture.deleteLater()
