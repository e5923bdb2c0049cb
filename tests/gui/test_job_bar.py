"""The bar of jobs at the foot: what it says, its buttons and keys, the list that opens, and failures in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from enhancer.events import ItemDone, Progressed
from gui.job_words import result_folder, state_line, time_left, trouble
from gui.widgets.failure import FailureNote
from gui.widgets.job_bar import JobBar
from gui.workers.protocol import CANCELLED, CRASHED, Failure

CRASH = Failure("The work was ended by the system.", "Close other programs.", CRASHED, "signal 9\nmore")


class FakeCall:
    def __init__(self):
        self.orders = []

    def __getattr__(self, order):
        return lambda: self.orders.append(order)


@pytest.fixture
def bar(qtbot, services, monkeypatch):
    """In a window of its own; the compute child is asked nothing, the test plays its part."""
    asked = []

    def ask(do, arguments, **told):
        asked.append(told)
        return FakeCall()

    monkeypatch.setattr(services.compute, "ask", ask)
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addStretch(1)
    bar = JobBar(services)
    layout.addWidget(bar)
    bar.asked = asked
    window.resize(1024, 700)
    window.show()
    qtbot.addWidget(window)
    bar.window_of_test = window
    yield bar
    services.queue.stop(keep=False)


def add(services, title="Holiday"):
    return services.queue.add({"kind": "enhance", "inputs": ["a.png"], "output": "/results"}, title)


def click(qtbot, button):
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_hidden_until_there_is_a_job_and_again_when_all_are_removed(qtbot, bar, services):
    assert not bar.isVisible()
    job = add(services)
    assert bar.isVisible()
    assert bar.title.text() == "Holiday"
    bar.asked[-1]["done"]({"state": "done", "counts": {"done": 1}})
    assert job.state == "done"
    assert bar.isVisible()
    assert not bar.progress.isVisible()
    services.queue.remove_ended()
    assert not bar.isVisible()


def test_it_tells_how_far_the_job_is_and_how_long_it_takes(bar, services):
    add(services)
    assert bar.words.text() == "Starting"
    bar.asked[-1]["event"](Progressed(0.62, "5/8 beach.jpg", 130.0))
    assert bar.progress.value() == 620
    assert bar.words.text() == "62 % · about 2 min left"
    assert "beach.jpg" in bar.words.toolTip()


def test_pause_goes_on_and_stop_say_so_at_once(qtbot, bar, services):
    job = add(services)
    click(qtbot, bar.pause)
    assert job.state == "paused"
    assert bar.words.text().startswith("Paused")
    click(qtbot, bar.pause)
    assert job.state == "running"
    click(qtbot, bar.cancel)
    assert bar.words.text() == "Stopping"
    assert not bar.cancel.isEnabled()
    assert job.call.orders == ["pause", "resume", "cancel"]
    bar.asked[-1]["failed"](Failure("Stopped.", code=CANCELLED))
    assert bar.words.text() == "Stopped"


def test_the_keys_do_what_the_buttons_do(qtbot, bar, services):
    job = add(services)
    window = bar.window_of_test
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_P, both)
    assert job.state == "paused"
    qtbot.keyClick(window, Qt.Key.Key_J, both)
    assert bar.panel.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_X, both)
    assert job.state == "cancelling"
    (group,) = bar.shortcuts()
    shown = [action.shortcut().toString() for action in group.actions]
    assert len(set(shown)) == len(shown) == 9
    assert all(action.text() for action in group.actions)


def test_the_list_opens_and_its_jobs_are_moved_and_removed_by_keys(qtbot, bar, services):
    for title in ("one", "two", "three"):
        add(services, title)
    click(qtbot, bar.toggle)
    view = bar.panel.list
    assert view.isVisible()
    assert view.job.title == "one"
    view.choose(2)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [job.title for job in services.queue.jobs] == ["one", "three", "two"]
    assert view.job.title == "three"
    click(qtbot, bar.panel.later.button)
    assert [job.title for job in services.queue.jobs] == ["one", "two", "three"]
    assert not bar.panel.later.button.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert [job.title for job in services.queue.jobs] == ["one", "two"]
    view.choose(0)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert services.queue.running.state == "cancelling"
    assert "one" in view.model().data(view.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)


def test_a_failed_job_says_why_with_details_and_is_tried_again(qtbot, bar, services):
    job = add(services)
    bar.asked[-1]["failed"](CRASH)
    assert bar.words.text() == "Failed"
    click(qtbot, bar.toggle)
    note = bar.panel.note
    assert note.message.text() == CRASH.message
    assert not note.details.isVisible()
    click(qtbot, note.fold)
    assert note.details.isVisible()
    assert "signal 9" in note.details.toPlainText()
    click(qtbot, bar.panel.retry.button)
    assert job.state == "running"
    assert not note.isVisible()


def test_a_partial_job_counts_and_names_what_failed(qtbot, bar, services):
    job = add(services)
    for number in range(3):
        bar.asked[-1]["event"](ItemDone(f"{number}.png", "done", (f"/results/{number}.png",)))
    for number in (3, 4):
        bar.asked[-1]["event"](ItemDone(f"{number}.png", "failed", (), "unreadable", "It is no picture."))
    bar.asked[-1]["done"]({"state": "partial", "counts": {"done": 3, "failed": 2}})
    assert bar.words.text() == "3 of 5 done, 2 failed"
    click(qtbot, bar.toggle)
    assert "4.png: It is no picture." in bar.panel.note.details.toPlainText()
    assert bar.panel.note.property("tone") == "warning"
    assert str(result_folder(job)) == "/results"


def test_the_folder_of_results_is_opened(qtbot, bar, services, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr("gui.widgets.job_panel.show_folder", opened.append)
    add(services)
    bar.asked[-1]["event"](ItemDone("a.png", "done", (str(tmp_path / "a_x2.png"),)))
    bar.asked[-1]["done"]({"state": "done", "counts": {"done": 1}})
    click(qtbot, bar.folder)
    assert opened == [tmp_path]


@pytest.mark.parametrize("width", [960, 1024, 2560])
def test_everything_has_a_name_and_room_in_narrow_and_wide_windows(qtbot, bar, services, width):
    add(services, "portrait-of-a-very-long-name-that-somebody-gave-to-a-scan-of-1987-final-final-2.tif")
    bar.asked[-1]["failed"](CRASH)
    add(services)
    click(qtbot, bar.toggle)
    bar.panel.list.choose(0)
    bar.window_of_test.resize(width, 700)
    qtbot.wait(20)
    for button in bar.findChildren(QAbstractButton):
        if button.isVisible() and button.objectName() != "qt_scrollarea_viewport":
            assert button.text() or button.accessibleName(), button
            assert button.width() >= button.minimumSizeHint().width(), button.text()
    assert bar.words.width() >= bar.words.sizeHint().width()
    assert bar.width() <= bar.window_of_test.width()


def test_it_follows_the_theme_and_a_window_that_is_made_anew(qtbot, bar, services):
    job = add(services)
    click(qtbot, bar.toggle)
    light = bar.grab().toImage().pixelColor(2, 40)
    services.theme.mode = "dark" if not services.theme.dark else "light"
    dark = bar.grab().toImage().pixelColor(2, 40)
    assert abs(light.lightness() - dark.lightness()) > 100
    bar.window_of_test.close()
    bar.deleteLater()
    qtbot.wait(10)
    bar.asked[-1]["event"](Progressed(0.5))
    services.theme.mode = "light"
    other = JobBar(services)
    qtbot.addWidget(other)
    assert other.progress.value() == 500
    job.cancel()
    assert other.words.text() == "Stopping"


def test_times_and_states_are_in_words(services):
    assert time_left(None) == ""
    assert time_left(3) == "a few seconds left"
    assert time_left(43) == "about 45 s left"
    job = add_unasked(services)
    assert state_line(job) == "Waiting"
    assert trouble(job) is None
    assert result_folder(job) is None


def add_unasked(services):
    from gui.queued_job import QueuedJob

    return QueuedJob({"kind": "enhance"}, "none", services.queue)


def test_a_failure_is_copied_closed_and_not_shown_when_nobody_asked(qtbot):
    note = FailureNote(CRASH)
    qtbot.addWidget(note)
    note.show()
    click(qtbot, note.copy)
    assert QGuiApplication.clipboard().text() == "\n".join((CRASH.message, CRASH.hint, CRASH.details))
    with qtbot.waitSignal(note.closed):
        click(qtbot, note.close_button)
    assert not note.isVisible()
    note.show_failure(Failure("Stopped as asked.", code=CANCELLED))
    assert not note.isVisible()
    note.show_failure(Failure("Only this.", code="model"), "warning")
    assert note.isVisible()
    assert not note.fold.isVisible()
    assert note.property("tone") == "warning"
