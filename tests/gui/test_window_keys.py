"""The whole window by keyboard alone: every key means one thing, and Tab reaches everything."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from gui.pages.labels import labels

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
    others = [one for one in window._made.values() if one is not page]
    for widget in parts:
        if any(other in lineage(widget) for other in others):
            continue
        for action in widget.actions():
            for keys in action.shortcuts():
                meanings[keys.toString(PORTABLE)].add(action)
        if isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty():
            meanings[widget.shortcut().toString(PORTABLE)].add(widget)
    return meanings


@pytest.mark.parametrize("name", list(labels()))
def test_every_key_of_a_page_means_one_thing(window, qtbot, name):
    window.show_page(name)
    meanings = keys_on(window, window.page)
    assert "Ctrl+1" in meanings
    assert "Ctrl+Shift+J" in meanings
    double = {key: [one.text() for one in them] for key, them in meanings.items() if len(them) > 1}
    assert double == {}


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
    """Widgets that Tab reaches from the navigation on, in order, until it comes round."""
    window.navigation.button(window.current).setFocus(Qt.FocusReason.TabFocusReason)
    found = []
    for _ in range(steps):
        widget = window.focusWidget()
        if widget is None or widget in found:
            return found
        found.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return found


@pytest.mark.parametrize("name", list(labels()))
def test_tab_reaches_every_control_once_and_comes_round(window, qtbot, services, name):
    qtbot.waitUntil(lambda: services.catalog.ready or services.catalog.refresh() is not None, timeout=LONG)
    with qtbot.waitActive(window):
        window.activateWindow()
    page = window.show_page(name)
    qtbot.wait(50)
    found = reached(window)
    assert len(found) < 400
    proxied = {id(one.focusProxy()) for one in found if one.focusProxy()}
    missed = []
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)):
            continue
        if not widget.isVisible() or not widget.isEnabled():
            continue
        parent = widget.parentWidget()
        if isinstance(widget, QLineEdit) and isinstance(parent, (QComboBox, QAbstractSpinBox)):
            continue
        if widget.objectName().startswith("qt_") or isinstance(parent, QLineEdit):
            continue
        if isinstance(widget, QAbstractButton) and widget.isCheckable() and widget.autoExclusive():
            continue  # of a group, whose arrow keys reach it
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus and hasattr(parent, "chosen"):
            continue  # of joined buttons, which arrow keys go through
        if widget not in found and id(widget) not in proxied:
            missed.append(f"{type(widget).__name__} {widget.accessibleName()} in {type(parent).__name__}")
    assert missed == []
    assert any(page.isAncestorOf(widget) for widget in found)
