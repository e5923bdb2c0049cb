"""The queue of jobs: one at a time, in an order that can be changed, and nothing is lost when the window goes."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt

from enhancer.events import ItemDone, Progressed, Warned
from gui.queue import JOB, JobQueue
from gui.queue_file import QueueFile
from gui.workers.protocol import CANCELLED, CRASHED, UNSTARTABLE, Failure


class FakeCall:
    def __init__(self, job, done, failed, event):
        self.job, self.done, self.failed, self.event, self.orders = job, done, failed, event, []

    def cancel(self):
        self.orders.append("cancel")

    def pause(self):
        self.orders.append("pause")

    def resume(self):
        self.orders.append("resume")


class FakeChild:
    """Remembers what it was asked; the test says what comes of it."""

    def __init__(self):
        self.calls = []

    def ask(self, do, arguments, *, done, failed, event):
        assert do == "run"
        self.calls.append(FakeCall(arguments["job"], done, failed, event))
        return self.calls[-1]

    @property
    def call(self):
        return self.calls[-1]


@pytest.fixture
def child():
    return FakeChild()


@pytest.fixture
def file(tmp_path):
    return QueueFile(tmp_path / "state")


@pytest.fixture
def queue(qapp, child, file):
    queue = JobQueue(child, file)
    yield queue
    queue.deleteLater()


def job(number=1):
    return {"kind": "enhance", "inputs": [f"{number}.png"]}


def titles(queue):
    return [queue.data(queue.index(row)) for row in range(queue.rowCount())]


def test_one_job_runs_at_a_time_and_the_next_follows(queue, child):
    said = []
    queue.busy_changed.connect(lambda: said.append(queue.busy))
    first, second = queue.add(job(1), "one"), queue.add(job(2), "two")
    assert (first.state, second.state) == ("running", "waiting")
    assert queue.running is first
    assert len(child.calls) == 1
    child.call.done({"state": "done", "counts": {"done": 1}})
    assert (first.state, second.state) == ("done", "running")
    assert child.call.job == job(2)
    child.call.failed(Failure("It cannot be.", code="model"))
    assert second.state == "failed"
    assert second.failure.message == "It cannot be."
    assert queue.running is None
    assert said == [True, False]


def test_events_are_kept_by_item_and_what_an_earlier_run_did_counts_as_done(queue, child):
    one = queue.add(job(), "one")
    heard = []
    one.item_done.connect(heard.append)
    child.call.event(Progressed(0.5, "1/3", 12.0))
    child.call.event(Progressed(0.4, "1/3", 11.0))
    for event in (
        ItemDone("a", "done", ("a.out",)),
        ItemDone("b", "failed", (), "unreadable", "It is no picture."),
        ItemDone("c", "skipped", ("c.out",), "done-before", "Done by an earlier run of this job."),
        ItemDone("b", "done", ("b.out",)),
    ):
        child.call.event(event)
    child.call.event(Warned("The disk is nearly full."))
    assert (one.fraction, one.eta, one.text) == (0.5, 11.0, "1/3")
    assert one.counts == {"done": 3, "skipped": 0, "failed": 0}
    assert one.items["b"] == ("done", ("b.out",), "", "")
    assert one.items["c"].code == "done-before"
    assert [event.key for event in heard] == ["a", "b", "c", "b"]
    assert one.warnings == ["The disk is nearly full."]


def test_a_running_job_is_paused_resumed_and_cancelled_and_shows_it_at_once(queue, child):
    one = queue.add(job(), "one")
    shown = []
    one.changed.connect(lambda: shown.append(one.state))
    one.pause()
    assert queue.running is one
    one.resume()
    one.cancel()
    assert shown == ["paused", "running", "cancelling"]
    assert child.call.orders == ["pause", "resume", "cancel"]
    child.call.done({"state": "cancelled", "counts": {"done": 2}})
    assert one.state == "cancelled"
    assert not queue.busy


def test_a_waiting_job_that_is_cancelled_never_runs(queue, child):
    queue.add(job(1), "one")
    two = queue.add(job(2), "two")
    two.cancel()
    assert two.state == "cancelled"
    child.call.failed(Failure("Stopped.", code=CANCELLED))
    assert len(child.calls) == 1
    assert queue.jobs[0].state == "cancelled"


def test_a_failed_job_is_tried_once_more_at_the_end_of_the_line(queue, child):
    one = queue.add(job(1), "one")
    queue.add(job(2), "two")
    child.call.failed(Failure("The process died.", code=CRASHED))
    one.retry()
    assert titles(queue) == ["two", "one"]
    assert (one.state, one.failure) == ("waiting", None)
    child.call.done({"state": "done"})
    assert one.state == "running"
    child.call.done({"state": "partial", "counts": {"done": 1, "failed": 1}})
    assert one.state == "partial"


def test_jobs_wait_while_the_child_cannot_start_instead_of_failing_one_after_the_other(queue, child):
    one, two = queue.add(job(1), "one"), queue.add(job(2), "two")
    child.call.failed(Failure("It does not start.", code=UNSTARTABLE))
    assert (one.state, two.state) == ("failed", "waiting")
    assert not queue.busy
    one.retry()
    assert two.state == "running"


def test_the_order_is_changed_by_moving_and_by_dropping(queue):
    for number in range(4):
        queue.add(job(number), str(number))
    assert queue.move(3, 1)
    assert titles(queue) == ["0", "3", "1", "2"]
    assert not queue.move(1, 1)
    assert not queue.move(7, 0)
    assert queue.move(0, 99)
    assert titles(queue) == ["3", "1", "2", "0"]
    data = queue.mimeData([queue.index(0)])
    queue.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, QModelIndex())  # between the second and the third
    assert titles(queue) == ["1", "3", "2", "0"]
    data = queue.mimeData([queue.index(3)])
    queue.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, queue.index(0))  # onto the first
    assert titles(queue) == ["0", "1", "3", "2"]
    assert not queue.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_ended_jobs_are_removed_and_one_at_work_is_not(queue, child):
    one, two = queue.add(job(1), "one"), queue.add(job(2), "two")
    assert not queue.remove(one)
    child.call.done({"state": "done"})
    queue.remove_ended()
    assert queue.jobs == (two,)
    assert queue.data(queue.index(0), JOB) is two


def test_what_has_not_ended_is_offered_when_the_window_died(qtbot, queue, child, file, tmp_path):
    for number in range(3):
        queue.add(job(number), str(number))
    child.call.done({"state": "done"})
    path = tmp_path / "state" / "queue.json"
    qtbot.waitUntil(lambda: path.exists() and len(json.loads(path.read_text())["jobs"]) == 2)
    assert not QueueFile(tmp_path / "state").left_over()  # its window lives
    leave_behind(path)

    child_after = FakeChild()
    after = JobQueue(child_after, QueueFile(tmp_path / "state"))
    assert [left.title for left in after.left_over()] == ["1", "2"]
    taken = after.take_up()
    assert [one.state for one in taken] == ["running", "waiting"]
    assert child_after.call.job == job(1)
    assert not after.left_over()
    after.stop()
    after.deleteLater()


def test_a_new_job_does_not_lose_those_that_were_left_and_forgetting_does(qtbot, child, tmp_path):
    folder = tmp_path / "state"
    QueueFile(folder).write(['{"title":"old","values":{"kind":"enhance"}}'])
    leave_behind(folder / "queue.json")
    queue = JobQueue(child, QueueFile(folder))
    queue.add(job(), "new")
    qtbot.waitUntil(lambda: len(list(folder.glob("queue*.json"))) == 1 and "new" in (folder / "queue.json").read_text())
    assert [left.title for left in queue.left_over()] == ["old"]
    queue.forget()
    assert not queue.left_over()
    assert (folder / "queue.json").exists()
    queue.deleteLater()


def test_a_damaged_list_is_passed_over_and_a_second_window_has_its_own(qapp, child, tmp_path):
    folder = tmp_path / "state"
    folder.mkdir()
    (folder / "queue.json").write_text('{"version": 1, "jobs": [')
    assert not QueueFile(folder).left_over()
    living = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        leave_behind(folder / "queue.json", living.pid)
        QueueFile(folder).write(['{"title":"mine","values":{}}'])
        assert len(list(folder.glob("queue*.json"))) == 2
    finally:
        living.communicate(b"\n")


def test_stopping_keeps_what_is_unfinished_for_the_next_time_or_drops_it(qapp, child, tmp_path):
    for keep in (True, False):
        queue = JobQueue(child, QueueFile(tmp_path / str(keep)))
        one, two = queue.add(job(1), "one"), queue.add(job(2), "two")
        queue.stop(keep)
        assert child.call.orders == ["cancel"]
        child.call.done({"state": "cancelled"})
        assert (one.state, two.state) == ("cancelled", "waiting")
        assert (tmp_path / str(keep) / "queue.json").exists() == keep
        queue.deleteLater()


def test_a_job_of_fifty_thousand_files_is_written_as_it_is(qtbot, queue, tmp_path):
    values = {"kind": "enhance", "inputs": [f"/pictures/{number}.png" for number in range(50_000)]}
    queue.add(values, "many")
    path = tmp_path / "state" / "queue.json"
    qtbot.waitUntil(path.exists)
    assert json.loads(path.read_text())["jobs"][0]["values"] == values


def leave_behind(path, pid=None):
    """As if the window that wrote the list had gone, or were another one of that number."""
    from enhancer.files.process import Owner, born_at, this_process

    own = this_process()
    other = Owner(own.host, pid, born_at(pid)) if pid else Owner(own.host, own.pid, "another")
    values = json.loads(path.read_text()) if pid is None else {"version": 1, "jobs": []}
    path.write_text(json.dumps(values | {"owner": asdict(other)}))
