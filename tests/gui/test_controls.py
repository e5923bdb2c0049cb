"""The controls that pages put together, by real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.widgets.controls import ElidedLabel, Field, Fold, NumberEdit, PathEdit, Segments


@pytest.fixture
def show(qtbot, services):
    places = []

    def shown(widget):
        place = QWidget()
        places.append(place)  # the bot remembers it only while somebody else does
        qtbot.addWidget(place)
        QVBoxLayout(place).addWidget(widget)
        place.resize(400, 200)
        with qtbot.waitActive(place):
            place.show()
            place.activateWindow()
        return widget

    return shown


def test_segments_are_chosen_by_mouse_and_by_arrow_keys(show, qtbot):
    segments = show(Segments([("a", "Auto"), ("b", "Exact"), ("c", "Off")], "b"))
    told = []
    segments.chosen.connect(told.append)
    assert segments.value == "b"
    qtbot.mouseClick(segments.button("a"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(segments.button("a"), Qt.Key.Key_Right)
    segments.set_allowed("c", False, "Not with this model.")
    qtbot.keyClick(segments.button("b"), Qt.Key.Key_Right)
    assert told == ["a", "b", "a"]
    segments.value = "c"
    assert (segments.value, told[-1]) == ("c", "a")
    assert segments.button("c").toolTip() == "Not with this model."


def test_a_field_names_its_control_and_says_what_is_wrong(show):
    line = QLineEdit()
    field = show(Field("Size", line, "For example x2"))
    assert line.accessibleName() == "Size"
    assert line.accessibleDescription() == "For example x2"
    field.set_error("That is no size.")
    assert field.wrong
    assert line.accessibleDescription() == "That is no size."
    field.set_error("")
    assert not field.wrong
    assert line.accessibleDescription() == "For example x2"


def test_a_fold_opens_by_the_space_bar(show, qtbot):
    fold = show(Fold("Advanced"))
    inside = QLineEdit()
    fold.add(inside)
    assert not inside.isVisible()
    fold.button.setFocus()
    qtbot.keyClick(fold.button, Qt.Key.Key_Space)
    assert inside.isVisible()


def test_a_long_path_gives_way_in_the_middle_and_is_whole_in_the_tooltip(show):
    text = "/home/me/" + "pictures/" * 30 + "a.png"
    label = show(ElidedLabel(text))
    assert label.elided
    assert label.toolTip() == text
    label.setText("a.png")
    assert (label.elided, label.toolTip()) == (False, "")


def test_a_number_goes_back_to_its_default(show, qtbot):
    number = show(NumberEdit(90, 1, 100, unit="%"))
    told = []
    number.changed.connect(told.append)
    number.value = 40
    assert told == []
    reset = next(child for child in number.children() if getattr(child, "text", lambda: "")() == "↺")
    assert reset.isVisible()
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert told == [90]
    assert (number.whole, reset.isVisible()) == (90, False)


def test_numbers_are_not_changed_by_scrolling_past_them(show, qtbot, qapp):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    number = show(NumberEdit(5, 0, 10))
    number.box.clearFocus()
    centre = QPointF(number.box.rect().center())
    event = QWheelEvent(
        centre,
        number.box.mapToGlobal(centre),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    qapp.sendEvent(number.box, event)
    assert number.whole == 5


def test_a_path_is_typed_or_chosen(show, qtbot, monkeypatch, tmp_path):
    from PySide6.QtWidgets import QFileDialog

    edit = show(PathEdit("folder"))
    told = []
    edit.changed.connect(told.append)
    qtbot.keyClicks(edit.line, "/a")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: str(tmp_path))
    qtbot.mouseClick(edit.button, Qt.MouseButton.LeftButton)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: "")
    qtbot.mouseClick(edit.button, Qt.MouseButton.LeftButton)
    assert told == ["/", "/a", str(tmp_path)]
    assert edit.value == edit.line.toolTip() == str(tmp_path)
