"""The frame: pages, drops, keys, messages, what is remembered, and how the window closes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from enhancer.registry import Registry
from gui import pages
from gui.main_window import MainWindow
from gui.pages.labels import labels
from gui.pages.page import Page, ShortcutGroup
from gui.widgets.failure import FailureNote


class Plain(Page):
    """A page that writes down what is asked of it."""

    NAME, ICON = "enhance", "enhance"
    wants = True

    def __init__(self, services, parent=None):
        super().__init__(services, parent)
        self.opened, self.taken, self.saved = [], [], 0
        QLabel("plain", self)

    @classmethod
    def title(cls):
        return "Enhance"

    def open_paths(self, paths):
        self.opened.append(list(paths))
        return self.wants

    def take(self, arguments):
        self.taken.append(dict(arguments))

    def save_state(self):
        self.saved += 1

    def shortcuts(self):
        from PySide6.QtGui import QAction, QKeySequence

        action = QAction("&Open a picture…", self)
        action.setShortcut(QKeySequence("Ctrl+O"))
        return [ShortcutGroup("Pictures", [action])]


class Batch(Plain):
    NAME = ICON = "batch"


class Settings(Plain):
    NAME = ICON = "settings"
    wants = False


class Broken(Page):
    NAME = ICON = "models"

    def __init__(self, services, parent=None):
        super().__init__(services, parent)
        raise RuntimeError("broken on purpose")


@pytest.fixture(autouse=True)
def plain_pages(monkeypatch):
    """The frame alone: pages of this file in the places of the real ones."""
    names = {"enhance": "Plain", "batch": "Batch", "settings": "Settings", "models": "Broken"}
    registry = Registry(
        "page", __name__, [(name, f"{__name__}:{names.get(name, 'Missing')}") for name in pages.PAGES.names()]
    )
    monkeypatch.setattr(pages, "PAGES", registry)


@pytest.fixture
def reopen(services, qtbot):
    """Another window of the same user."""
    made = []

    def build(page=""):
        made.append(MainWindow(services.settings, services.theme, lambda: services, page))
        made[-1].show()
        qtbot.waitUntil(lambda: made[-1].page is not None)
        return made[-1]

    yield build
    for one in made:
        one.leave()
        one.close()
        one.deleteLater()


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert event.isAccepted()


def test_the_registry_and_the_navigation_name_the_same_pages():
    assert list(labels()) == pages.PAGES.names()


def test_pages_are_made_when_first_shown(window, qtbot):
    assert isinstance(window.page, Plain)
    assert window.current == "enhance"
    before = window.page
    qtbot.mouseClick(window.navigation.button("batch"), Qt.MouseButton.LeftButton)
    assert isinstance(window.page, Batch)
    assert window.page.isVisible()
    window.show_page("enhance")
    assert window.page is before


def test_pages_are_reached_by_keys(window, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "batch"
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.current == "settings"
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    window.navigation.button("enhance").setFocus()
    qtbot.keyClick(window.navigation.button("enhance"), Qt.Key.Key_Down)
    assert window.current == "batch"
    assert window.navigation.button("batch").hasFocus()
    qtbot.keyClick(window.navigation.button("batch"), Qt.Key.Key_Up)
    assert window.current == "enhance"


@pytest.mark.parametrize(("name", "said"), [("models", "broken on purpose"), ("train", "Missing")])
def test_a_page_that_fails_says_so_and_the_others_stay(window, name, said):
    note = window.show_page(name).findChild(FailureNote)
    assert note is not None
    assert said in note.details.toPlainText()
    assert isinstance(window.show_page("batch"), Batch)


def test_one_file_is_enhanced_and_several_are_a_batch(window, tmp_path):
    picture = tmp_path / "a.png"
    picture.touch()
    window.open_paths([picture])
    assert window.page.opened == [[picture]]
    window.open_paths([tmp_path])
    assert window.current == "batch"
    assert window.page.opened == [[tmp_path]]
    window.open_paths([picture, picture])
    assert window.page.opened[1:] == [[picture, picture]]


def test_a_drop_goes_to_the_page_that_is_shown_if_it_wants_it(window, qtbot, tmp_path):
    window.show_page("batch")
    picture = Path(tmp_path / "a.png")
    drop(window, picture)
    qtbot.waitUntil(lambda: window.page.opened == [[picture]])
    settings = window.show_page("settings")
    drop(window, picture)
    qtbot.waitUntil(lambda: window.current == "enhance")
    assert settings.opened == window.page.opened == [[picture]]


def test_a_page_hands_over_to_another(window):
    window.page.wanted.emit("batch", {"paths": ["a"]})
    assert window.current == "batch"
    assert window.page.taken == [{"paths": ["a"]}]


def test_page_and_place_are_remembered(window, reopen, services):
    window.show_page("batch")
    window.resize(window.minimumWidth(), 703)  # the screen of the offscreen platform is small
    window.close()
    assert window.pages.made["batch"].saved == 1
    other = reopen()
    assert other.current == "batch"
    assert other.height() == 703


@pytest.mark.parametrize("stored", ["", "garbage", "AdnQywAD", "////"])
def test_a_place_that_makes_no_sense_gives_a_window_on_the_screen(services, reopen, stored, qapp):
    services.settings.set("window.geometry", stored)
    window = reopen("no-such-page")
    assert window.current == "enhance"
    assert qapp.primaryScreen().availableGeometry().intersects(window.geometry())


def test_a_place_off_the_screen_is_moved_back(window, reopen, qapp):
    window.move(QPoint(40_000, 30_000))
    window.close()
    other = reopen()
    assert qapp.primaryScreen().availableGeometry().intersects(other.geometry())


def test_the_sheet_has_the_shortcuts_of_all_pages(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window._sheet
    qtbot.waitUntil(lambda: sheet.complete)
    rows = sheet.entries()
    assert ("Ctrl+1", "Enhance") in rows
    assert ("Ctrl+Q", "Quit") in rows
    assert rows.count(("Ctrl+O", "Open a picture")) == 3
    sheet.search.setText("quit")
    assert sheet.entries() == [("Ctrl+Q", "Quit")]
    sheet.close()
    assert window._sheet is None


def test_a_tip_is_shown_until_it_was_read_and_again_when_asked(window, services, qtbot):
    from gui.foot import Tips, show_tips_again

    tips = window.findChild(Tips)
    assert tips.place.isVisible()
    qtbot.mouseClick(tips._shown.buttons[0], Qt.MouseButton.LeftButton)
    assert not tips.place.isVisible()
    window.show_page("batch")
    assert tips.place.isVisible()
    window.show_page("enhance")
    assert not tips.place.isVisible()
    show_tips_again(services)
    window.show_page("batch")
    window.show_page("enhance")
    assert tips.place.isVisible()


def test_every_control_of_the_frame_has_a_name_and_nothing_is_cut_off(window):
    for widget in window.navigation.findChildren(QWidget):
        assert widget.accessibleName(), widget
        assert widget.width() >= widget.minimumSizeHint().width()
        assert widget.toolTip()
