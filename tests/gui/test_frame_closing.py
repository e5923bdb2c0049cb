"""Closing the window while work is under way: it asks, and does what was answered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox


class Busy:
    """A queue with one job that stops some time after it is told to."""

    def __init__(self, queue):
        self.queue, self.stopped = queue, 0

    def __getattr__(self, name):
        return getattr(self.queue, name)

    busy = True
    running: object | None = "a job"

    def stop(self, keep=True):
        self.stopped += 1
        self.running = None


@pytest.fixture
def busy(window, services, monkeypatch):
    from dataclasses import replace

    queue = Busy(services.queue)
    monkeypatch.setattr(window, "_provide", lambda: replace(services, queue=queue))
    return queue


def question(window) -> QMessageBox:
    (box,) = window.findChildren(QMessageBox)
    return box


def press(window, qtbot, name):
    (button,) = [one for one in question(window).buttons() if one.objectName() == name]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_closing_with_work_under_way_asks_once_and_can_be_refused(window, busy, qtbot):
    window.close()
    window.close()
    assert window.isVisible()
    press(window, qtbot, "stay")
    assert window.isVisible()
    assert not busy.stopped


def test_closing_can_stop_the_work(window, busy, qtbot):
    window.close()
    with qtbot.waitSignal(window.closing):
        press(window, qtbot, "stop")
    assert busy.stopped == 1
    assert not window.isVisible()


def test_closing_can_wait_for_the_work_and_be_thought_better_of(window, busy, qtbot):
    window.close()
    press(window, qtbot, "wait")
    assert window.isVisible()
    window.closing_questions.stay_open()
    busy.busy = False
    busy.queue.busy_changed.emit()
    assert window.isVisible()
    busy.busy = True
    window.closing_questions.close_when_idle()
    busy.busy = False
    with qtbot.waitSignal(window.closing):
        busy.queue.busy_changed.emit()
    assert not window.isVisible()
    assert not busy.stopped
