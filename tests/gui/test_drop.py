"""Files that are dropped, pasted or chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QVBoxLayout, QWidget

from enhancer.images.formats import EXTENSIONS
from gui.widgets.drop import DropArea, accept_drops, pasted_paths, picture_filter


def dragged(*paths) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(widget, data) -> bool:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget, data) -> None:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


@pytest.fixture
def area(services):
    made = DropArea(services, "Drop a picture here", hint="Or a folder.", files="Open", folder="Open a folder")
    made.resize(500, 300)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_files_and_folders_that_are_dropped_are_handed_on_in_their_order(qtbot, area, tmp_path):
    paths = [tmp_path / "b.png", tmp_path, tmp_path / "a.png"]
    data = dragged(*paths)
    assert enter(area, data)
    assert area.property("dropping")
    with qtbot.waitSignal(area.paths_dropped) as dropped:
        drop(area, data)
    assert dropped.args == [paths]
    assert not area.property("dropping")


def test_what_is_no_local_file_is_not_taken(area):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.png")])
    assert not enter(area, data)
    data = QMimeData()
    data.setText("words")
    assert not enter(area, data)


def test_going_away_again_takes_the_mark_away(area, tmp_path):
    data = dragged(tmp_path)
    plain = area.grab().toImage()
    enter(area, data)
    assert area.grab().toImage() != plain
    QApplication.sendEvent(area, QDragLeaveEvent())
    assert area.grab().toImage() == plain


def test_any_widget_can_take_drops(qtbot, tmp_path):
    widget, taken = QWidget(), []
    QVBoxLayout(widget).addWidget(QLabel("inside", widget))
    accept_drops(widget, taken.append)
    data = dragged(tmp_path / "a.png")
    assert enter(widget, data)
    drop(widget, data)
    assert taken == [[tmp_path / "a.png"]]
    widget.deleteLater()


def test_a_copied_picture_is_pasted_as_a_file_with_the_same_pixels(services):
    image = QImage(30, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor(10, 200, 30, 128))
    QGuiApplication.clipboard().setImage(image)
    (path,) = pasted_paths(services)
    assert path.parent == services.session
    assert QImage(str(path)).convertToFormat(image.format()) == image
    QGuiApplication.clipboard().clear()
    assert pasted_paths(services) == []


def test_copied_files_are_pasted_as_they_are(services, tmp_path):
    QGuiApplication.clipboard().setMimeData(dragged(tmp_path / "a.png", tmp_path))
    assert pasted_paths(services) == [tmp_path / "a.png", tmp_path]
    QGuiApplication.clipboard().clear()


def test_the_buttons_choose_files_and_folders_without_stopping_the_window(qtbot, area, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.filesSelected.emit([str(tmp_path / "a.png")]))
    for button in area.buttons:
        with qtbot.waitSignal(area.paths_dropped) as chosen:
            button.click()
        assert chosen.args == [[tmp_path / "a.png"]]
    assert all(f"*{extension}" in picture_filter() for extension in EXTENSIONS)


def test_many_dropped_files_come_a_moment_later_in_their_order_and_the_newest_drop_wins(
    qtbot, area, tmp_path, monkeypatch
):
    monkeypatch.setattr("gui.widgets.drop.SLICE_SECONDS", 0.0)
    many = [tmp_path / f"{number}.png" for number in range(1000)]
    taken = []
    area.paths_dropped.connect(taken.append)
    for data in (dragged(*many), dragged(*reversed(many))):
        assert enter(area, data)
        drop(area, data)
        assert taken == [], "the window stood still for all of them"
    qtbot.waitUntil(lambda: bool(taken))
    assert taken == [many[::-1]]


def test_a_move_with_many_files_in_hand_does_not_look_at_them_again(area, tmp_path, monkeypatch):
    data = dragged(tmp_path / "a.png")
    assert enter(area, data)
    monkeypatch.setattr("gui.widgets.drop.local_urls", None)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragMoveEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(area, event)
    assert event.isAccepted()
    QApplication.sendEvent(area, QDragLeaveEvent())
