"""Turns at the device: a long job lets a short task in between at each point where it can stop, and goes on afterwards.

Two of them never compute at the same time: the number of threads of torch is partly the process's, and the bytes of a
result depend on it. So each begins with the number that it would have alone, and the job gets its own back.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from enhancer.events import Event, Sink


class Threads(Protocol):
    """The number of threads that the calling thread computes with."""

    def get(self) -> int: ...
    def set(self, count: int) -> None: ...
    def fresh(self) -> int:
        """What it was in this process before anybody set it: a job finds what it would find alone."""

    def usual(self) -> int:
        """What the core takes unless it is told otherwise."""


class TorchThreads:
    """Of torch, which the first call loads; the very first of them should be `fresh`."""

    def __init__(self) -> None:
        self._fresh = 0

    def get(self) -> int:
        from enhancer.runtime.device import current_threads

        return current_threads()

    def set(self, count: int) -> None:
        from enhancer.runtime.device import set_threads

        set_threads(count)

    def fresh(self) -> int:
        self._fresh = self._fresh or self.get()
        return self._fresh

    def usual(self) -> int:
        from enhancer.runtime.device import usable_cores

        return usable_cores()


class Turns:
    """Who computes: the job's thread, or one short task. Short tasks come before the job, in the order they came.

    The device is the job's thread's to give: other threads of a job may call `check`, and that gives nothing away.
    """

    def __init__(self, threads: Threads | None = None) -> None:
        self._threads = threads
        self._changed = threading.Condition()
        self._computes: int | None = None  # the thread that does
        self._job: int | None = None
        self._line: list[object] = []  # short tasks, the first at work or the next
        self._served = 0

    @contextmanager
    def job(self) -> Iterator[None]:
        """Around a whole job, in the thread that computes; one at a time."""
        me = threading.get_ident()
        with self._changed:
            self._changed.wait_for(lambda: self._computes is None and self._job is None and not self._line)
            self._job = self._computes = me
        try:
            if self._threads is not None:
                self._threads.set(self._threads.fresh())
            yield
        finally:
            with self._changed:
                self._job = None
                if self._computes == me:
                    self._computes = None
                self._changed.notify_all()

    @contextmanager
    def short(self) -> Iterator[None]:
        """Wait until the job stands still or there is none; it stands still until this ends. May be nested."""
        me = threading.get_ident()
        if self._computes == me:  # nested, or within the job
            yield
            return
        token = object()
        with self._changed:
            self._line.append(token)
            try:
                self._changed.wait_for(lambda: self._computes is None and self._line[0] is token)
            except BaseException:
                self._line.remove(token)
                self._changed.notify_all()
                raise
            self._computes = me
        try:
            if self._threads is not None:
                self._threads.fresh()  # known before anything changes it
                self._threads.set(self._threads.usual())
            yield
        finally:
            with self._changed:
                self._line.remove(token)
                self._computes = None
                self._served += 1
                self._changed.notify_all()

    @contextmanager
    def standing(self) -> Iterator[None]:
        """Around each point where the job can stop: short tasks compute here, also while it is paused.

        Nothing in a thread that is not the job's. A job that is told to stop does not wait for its turn again.
        """
        me = threading.get_ident()
        if self._job != me or self._computes != me:
            yield
            return
        count = self._threads.get() if self._threads is not None else 0
        with self._changed:
            served, self._computes = self._served, None
            if self._line:
                self._changed.notify_all()
        yield
        with self._changed:
            self._changed.wait_for(lambda: self._computes is None and not self._line)
            self._computes = me
            interrupted = served != self._served
        if interrupted and self._threads is not None:
            self._threads.set(count)


class JobSink:
    """The sink of a job that gives way to short tasks wherever it can stop."""

    def __init__(self, sink: Sink, turns: Turns) -> None:
        self._sink, self._turns = sink, turns

    def emit(self, event: Event) -> None:
        self._sink.emit(event)

    def check(self) -> None:
        with self._turns.standing():
            self._sink.check()


THREADS = TorchThreads()
DEVICE = Turns(THREADS)
"""Of this process."""
