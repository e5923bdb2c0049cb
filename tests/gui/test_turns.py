"""Turns at the device: two never compute at once, short tasks come first, and the job computes as if it were alone."""

from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enhancer.errors import Cancelled
from enhancer.events import ControlledSink, NullSink
from gui.workers.turns import JobSink, Turns

SOON = 20.0


class CountedThreads:
    """The number is the process's, as that of MKL is."""

    def __init__(self):
        self.count = 2

    def get(self):
        return self.count

    def set(self, count):
        self.count = count

    def fresh(self):
        return 2

    def usual(self):
        return 4


class Watch:
    """Notes who computes, and that nobody does beside another."""

    def __init__(self):
        self._inside = threading.Lock()
        self.order, self.clashes = [], 0

    def compute(self, who, seconds=0.0005):
        if not self._inside.acquire(blocking=False):
            self.clashes += 1
            return
        self.order.append(who)
        time.sleep(seconds)
        self._inside.release()


def start(work, *arguments):
    thread = threading.Thread(target=work, args=arguments, daemon=True)
    thread.start()
    return thread


def join(*threads):
    for thread in threads:
        thread.join(SOON)
        assert not thread.is_alive()


@settings(max_examples=12, deadline=None)
@given(steps=st.integers(1, 12), shorts=st.lists(st.integers(1, 4), max_size=5), jobs=st.integers(1, 2))
def test_two_never_compute_at_once_and_all_come_to_their_turn(steps, shorts, jobs):
    threads, watch = CountedThreads(), Watch()
    turns = Turns(threads)
    wrong = []

    def job(number):
        sink = JobSink(NullSink(), turns)
        with turns.job():
            threads.set(3 + number)
            for _ in range(steps):
                sink.check()
                if threads.get() != 3 + number:
                    wrong.append(threads.get())
                watch.compute("job")

    def short(times):
        for _ in range(times):
            with turns.short():
                if threads.get() != 4:
                    wrong.append(threads.get())
                threads.set(1)
                watch.compute("short")

    join(*[start(job, number) for number in range(jobs)], *[start(short, times) for times in shorts])
    assert not watch.clashes
    assert not wrong
    assert watch.order.count("job") == steps * jobs
    assert watch.order.count("short") == sum(shorts)


def test_a_short_task_comes_in_at_the_next_point_where_the_job_can_stop():
    turns, watch = Turns(), Watch()
    sink = JobSink(NullSink(), turns)
    asked = threading.Event()

    def short():
        asked.set()
        with turns.short():
            watch.compute("short")

    with turns.job():
        watch.compute("job")
        thread = start(short)
        asked.wait(SOON)
        time.sleep(0.05)  # it stands in the line
        watch.compute("job")
        sink.check()
        watch.compute("job")
    join(thread)
    assert watch.order == ["job", "job", "short", "job"]


def test_other_threads_of_a_job_give_nothing_away():
    turns, came_in = Turns(), threading.Event()
    sink = JobSink(NullSink(), turns)

    def short():
        with turns.short():
            came_in.set()

    with turns.job():
        thread = start(short)
        join(*[start(sink.check) for _ in range(4)])
        assert not came_in.wait(0.05)
        sink.check()
        assert came_in.is_set()
    join(thread)


def test_a_paused_job_lets_short_tasks_in_and_one_that_is_cancelled_does_not_wait_for_them():
    turns = Turns()
    control = ControlledSink()
    sink = JobSink(control, turns)
    stopped, release, computing = threading.Event(), threading.Event(), threading.Event()

    def job():
        with turns.job(), pytest.raises(Cancelled):
            sink.check()
        stopped.set()

    def short():
        with turns.short():
            computing.set()
            release.wait(SOON)

    control.pause()
    worker = start(job)
    preview = start(short)
    assert computing.wait(SOON)
    control.cancel()
    assert stopped.wait(SOON)
    assert not release.is_set()
    release.set()
    join(worker, preview)


def test_a_short_task_within_a_short_task_or_a_job_does_not_wait_for_itself():
    turns = Turns()
    with turns.short(), turns.short():
        pass
    with turns.job(), turns.short():
        pass
    with turns.short():
        JobSink(NullSink(), turns).check()
