"""Child processes: they are asked, they are heard, and whatever happens to them the window goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from enhancer.events import ItemDone, Metric, Progressed
from gui.workers import child as child_module
from gui.workers.child import Child
from gui.workers.process import Process
from gui.workers.protocol import CANCELLED, CRASHED, SUPERSEDED, UNSTARTABLE

MODULE = "tests.gui.fake_child"
LONG = 30_000
posix = pytest.mark.skipif(os.name != "posix", reason="signals")


class Asked:
    """A call with all that came of it."""

    def __init__(self, child, do, *, replaces="", **arguments):
        self.results, self.failures, self.events = [], [], []
        self.call = child.ask(
            do,
            arguments,
            done=self.results.append,
            failed=self.failures.append,
            event=self.events.append,
            replaces=replaces,
        )

    @property
    def ended(self):
        return bool(self.results or self.failures)

    @property
    def failure(self):
        (failure,) = self.failures
        assert not self.results
        return failure


@pytest.fixture
def child(qapp, tmp_path):
    child = Child(MODULE, tmp_path)
    yield child
    child.stop()
    child.deleteLater()


def wait_for(qtbot, *asked):
    qtbot.waitUntil(lambda: all(one.ended for one in asked), timeout=LONG)


def wait_for_event(qtbot, asked):
    qtbot.waitUntil(lambda: bool(asked.events), timeout=LONG)


def test_it_answers_and_is_below_normal_priority(qtbot, child):
    echo, priority = Asked(child, "echo", say="grüße"), Asked(child, "priority")
    wait_for(qtbot, echo, priority)
    assert echo.results == [{"said": "grüße"}]
    if os.name == "posix":
        assert priority.results[0]["nice"] > os.nice(0)
    assert not child.busy


def test_an_error_of_the_core_keeps_its_words_and_a_fault_of_the_program_its_trace(qtbot, child):
    refused, fault, unknown = Asked(child, "refuse"), Asked(child, "fault"), Asked(child, "dance")
    wait_for(qtbot, refused, fault, unknown)
    assert (refused.failure.message, refused.failure.hint) == ("There are no pictures.", "Name some.")
    assert refused.failure.code == "no-pictures"
    assert fault.failure.code == "internal"
    assert "ZeroDivisionError" in fault.failure.details
    assert "dance" in unknown.failure.message


def test_what_libraries_and_their_processes_print_does_not_come_between(qtbot, child):
    noisy, echo = Asked(child, "noisy"), Asked(child, "echo", say="after")
    wait_for(qtbot, noisy, echo)
    assert noisy.results == [{"said": "heard"}]
    assert echo.results == [{"said": "after"}]


@posix
def test_a_crash_fails_one_call_with_its_trace_and_those_that_waited_are_asked_again(qtbot, child):
    crashes = []
    child.crashed.connect(crashes.append)
    bad, good = Asked(child, "segfault"), Asked(child, "echo", say="still here")
    wait_for(qtbot, bad, good)
    assert bad.failure.code == CRASHED
    assert "Segmentation fault" in bad.failure.details
    assert "string_at" in bad.failure.details
    assert good.results == [{"said": "still here"}]
    assert crashes == [bad.failure]


def test_a_call_that_waited_through_two_crashes_is_given_up(qtbot, child):
    first, second = Asked(child, "leave"), Asked(child, "leave")
    unlucky = Asked(child, "echo", say="twice")
    wait_for(qtbot, first, second, unlucky)
    assert first.failure.code == second.failure.code == unlucky.failure.code == CRASHED
    assert "ended with 3" in first.failure.details


@posix
def test_a_kill_by_the_system_is_told_as_lack_of_memory_and_it_starts_again_by_itself(qtbot, child):
    working = Asked(child, "wait")
    wait_for_event(qtbot, working)
    before = child.pid
    os.kill(before, signal.SIGKILL)
    wait_for(qtbot, working)
    assert "memory" in working.failure.message
    assert "SIGKILL" in working.failure.details
    qtbot.waitUntil(lambda: child.ready and child.pid != before, timeout=LONG)


def test_a_call_that_does_not_obey_is_ended_with_its_process(qtbot, child, monkeypatch):
    monkeypatch.setattr(child_module, "PATIENCE_MS", 200)
    crashes = []
    child.crashed.connect(crashes.append)
    deaf = Asked(child, "deaf")
    behind, beside = Asked(child, "echo", say="next"), Asked(child, "other_wait")
    wait_for_event(qtbot, beside)
    deaf.call.cancel()
    wait_for(qtbot, deaf, behind, beside)
    assert deaf.failure.code == CANCELLED
    assert behind.results == [{"said": "next"}]
    assert beside.failure.code == "hung"
    assert not crashes


def test_a_call_that_obeys_may_take_its_time_to_finish_what_is_done(qtbot, child, monkeypatch):
    monkeypatch.setattr(child_module, "PATIENCE_MS", 200)
    monkeypatch.setattr(child_module, "LOOK_MS", 20)
    slow = Asked(child, "slow_end")
    wait_for_event(qtbot, slow)
    slow.call.cancel()
    wait_for(qtbot, slow)
    assert slow.results == [{"written": True}]


def test_a_child_that_does_not_start_is_tried_three_times_and_told_once(qtbot, child, monkeypatch):
    monkeypatch.setenv("FAKE_CHILD_FAILS", "1")
    crashes = []
    child.crashed.connect(crashes.append)
    asked = Asked(child, "echo", say="anybody there")
    wait_for(qtbot, asked)
    assert asked.failure.code == UNSTARTABLE
    assert "cannot find my library" in asked.failure.details
    assert len(crashes) == 1
    assert child.given_up
    again = Asked(child, "echo", say="and now")
    assert not again.ended
    wait_for(qtbot, again)
    assert again.failure.code == UNSTARTABLE
    qtbot.wait(400)  # longer than a warm start waits
    assert child.pid == 0
    assert len(crashes) == 1


def test_the_latest_request_wins_at_once_and_few_of_many_are_computed(qtbot, child):
    waiting = Asked(child, "wait", replaces="preview")
    wait_for_event(qtbot, waiting)
    many = [Asked(child, "wait", replaces="preview") for _ in range(200)]
    assert waiting.failure.code == SUPERSEDED
    last = Asked(child, "echo", say="last", replaces="preview")
    assert all(one.failure.code == SUPERSEDED for one in many)
    wait_for(qtbot, last)
    assert last.results == [{"said": "last"}]
    assert sum(bool(one.events) for one in many) == 0


def test_pixels_that_nobody_wants_any_more_are_removed(qtbot, child, tmp_path):
    old = Asked(child, "pixels", name="old", replaces="preview")
    wait_for_event(qtbot, old)
    new = Asked(child, "pixels", name="new", replaces="preview")
    wait_for(qtbot, new)
    assert new.results == [{"path": str(tmp_path / "new.raw")}]
    assert [path.name for path in tmp_path.glob("*.raw")] == ["new.raw"]


def test_a_call_is_paused_resumed_and_cancelled(qtbot, child):
    ticking = Asked(child, "progress")
    wait_for_event(qtbot, ticking)
    ticking.call.pause()
    other = Asked(child, "other_echo", say="the order has arrived")
    wait_for(qtbot, other)
    qtbot.wait(50)
    count = len(ticking.events)
    qtbot.wait(100)
    assert len(ticking.events) == count
    ticking.call.resume()
    qtbot.waitUntil(lambda: len(ticking.events) > count + 2, timeout=LONG)
    ticking.call.cancel()
    wait_for(qtbot, ticking)
    assert ticking.failure.code == CANCELLED
    assert not ticking.failure.unasked


def test_a_waiting_call_that_is_cancelled_ends_at_once(qtbot, child):
    first, second = Asked(child, "wait"), Asked(child, "wait")
    wait_for_event(qtbot, first)
    second.call.cancel()
    wait_for(qtbot, second)
    assert second.failure.code == CANCELLED
    assert not first.ended


def test_a_burst_of_events_is_handed_on_in_slices_in_order(qtbot, child, monkeypatch):
    slices, hand_on = [], Process._hand_on
    monkeypatch.setattr(Process, "_hand_on", lambda self: (slices.append(None), hand_on(self)))
    warm = Asked(child, "echo", say="")
    wait_for(qtbot, warm)
    turns = []
    timer = QTimer(interval=0)
    at_turn = []
    burst = Asked(child, "burst", count=10_000)
    burst.call.heard.connect(lambda event: at_turn.append(len(turns)) if isinstance(event, ItemDone) else None)
    timer.timeout.connect(lambda: turns.append(None))
    timer.start()
    wait_for(qtbot, burst)
    timer.stop()
    items = [event.key for event in burst.events if isinstance(event, ItemDone)]
    assert items == [str(number) for number in range(10_000)]
    fractions = [event.fraction for event in burst.events if isinstance(event, Progressed)]
    assert fractions == sorted(fractions)
    assert len(fractions) <= len(slices)  # only the latest of each slice
    most = max(at_turn.count(turn) for turn in set(at_turn))
    assert most < 2_000, "the loop of events came to its turn often"


def test_stop_ends_it_without_a_word_and_it_can_be_asked_again(qtbot, child):
    working = Asked(child, "wait")
    wait_for_event(qtbot, working)
    pid = child.pid
    child.stop()
    assert child.pid == 0
    assert not working.ended
    assert gone(pid)
    again = Asked(child, "echo", say="back")
    wait_for(qtbot, again)
    assert again.results


def gone(pid):
    """Whether there is no such process, not even as a zombie of ours."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z" and not is_ours(stat)


def is_ours(stat):
    return int(stat.read_text().rpartition(")")[2].split()[1]) == os.getpid()


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from gui.workers.child import Child
from gui.workers.process import Process
application = QCoreApplication([])
child = Child("tests.gui.fake_child", Path(sys.argv[1]))
child.ask("wait", {}, event=lambda event: print(child.pid, flush=True))
application.exec()
"""


@posix
def test_a_child_at_work_ends_when_its_window_is_killed(tmp_path):
    window = subprocess.Popen([sys.executable, "-c", WINDOW, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        pid = int(window.stdout.readline())
        assert not gone(pid)
    finally:
        window.kill()
        window.wait()
        window.stdout.close()
    until = time.monotonic() + 20
    while not gone(pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert gone(pid)


def test_a_metric_keeps_its_numbers_on_the_way(qtbot, child):
    working = Asked(child, "wait")
    wait_for_event(qtbot, working)
    assert working.events == [Metric({"began": 1.0})]
