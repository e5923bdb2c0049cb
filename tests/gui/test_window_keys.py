"""The whole window by keyboard alone: every key means one thing, and Tab reaches everything."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from gui.pages.labels import labels
from gui.widgets.controls import Segments

LONG = 40_000
PORTABLE = QKeySequence.SequenceFormat.PortableText


def lineage(widget):
    """With its parents, also across the border of a menu."""
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def keys_on(window, page):
    """Each key that does something while this page is shown, with what."""
    meanings = defaultdict(set)
    parts = [window, *window.findChildren(QWidget)]
    others = [one for one in window.pages.made.values() if one is not page]
    for widget in parts:
        if any(other in lineage(widget) for other in others):
            continue
        for action in widget.actions():
            for keys in action.shortcuts():
                meanings[keys.toString(PORTABLE)].add(action)
        if isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty():
            meanings[widget.shortcut().toString(PORTABLE)].add(widget)
    return meanings


def test_every_key_of_a_page_means_one_thing(window):
    for name in labels():
        window.pages.make(name)
    for name in labels():
        window.show_page(name)
        meanings = keys_on(window, window.page)
        assert "Ctrl+1" in meanings
        assert "Ctrl+Shift+J" in meanings
        double = {key: [one.text() for one in them] for key, them in meanings.items() if len(them) > 1}
        assert double == {}, name


def test_the_sheet_names_the_keys_of_the_job_bar_too(window, qtbot):
    window.show_shortcuts()
    assert "Ctrl+Shift+J" in {keys for keys, _ in window._sheet.entries()}
    qtbot.keyClick(window._sheet, Qt.Key.Key_Escape)
    assert window._sheet is None


def test_the_list_of_jobs_opens_by_its_key_while_the_enhance_page_has_the_focus(window, qtbot, services, monkeypatch):
    from gui.widgets.job_bar import JobBar

    monkeypatch.setattr(type(services.queue), "_go_on", lambda queue: None)
    services.queue.add({"kind": "enhance"}, "a job")
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_page("enhance").side.settings.setFocus()
    with_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.focusWidget(), "J", with_shift)
    assert window.findChild(JobBar).panel.isVisible()


def reached(window, steps=400):
    """Widgets that Tab reaches from the navigation on, in order, until one of them has it again."""
    window.navigation.button(window.current).setFocus(Qt.FocusReason.TabFocusReason)
    found = []
    for _ in range(steps):
        widget = window.focusWidget()
        if widget is None or widget in found:
            return found
        found.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes round")


def missed(page, found):
    """Controls of a page that are not among those that Tab reached."""
    reached_by_proxy = {id(one.focusProxy()) for one in found if one.focusProxy()}
    for widget in page.findChildren(QWidget):
        parent = widget.parentWidget()
        if not isinstance(widget, (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)):
            continue
        if not widget.isVisible() or not widget.isEnabled():
            continue
        if isinstance(parent, (QComboBox, QAbstractSpinBox, QLineEdit)) or widget.objectName().startswith("qt_"):
            continue  # parts of another control
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(parent, Segments):
            continue  # arrow keys go through joined buttons
        if widget not in found and id(widget) not in reached_by_proxy:
            yield f"{type(widget).__name__} {widget.accessibleName()} in {type(parent).__name__}"


def test_tab_reaches_every_control_of_a_page_and_comes_round(window, qtbot, services):
    services.catalog.refresh()
    qtbot.waitUntil(lambda: services.catalog.ready, timeout=LONG)
    for name in labels():
        page = window.show_page(name)
        qtbot.wait(20)
        found = reached(window)
        assert any(page.isAncestorOf(widget) for widget in found), name
        assert list(missed(page, found)) == [], name
