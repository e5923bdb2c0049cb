"""Turns at the device: a long job lets a short preview in between two of its tiles, and goes on afterwards.

Both never compute at the same time: the number of threads of torch is one for the process, and a job's bytes depend
on it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from enhancer.events import Event, Sink


class Turns:
    """Who computes: the job, or previews. A job is asked at each `check` of its sink."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._job_computes = False
        self._short = 0

    @contextmanager
    def job(self) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._short)
            self._job_computes = True
        try:
            yield
        finally:
            self._set(False)

    @contextmanager
    def short(self) -> Iterator[None]:
        """Wait until the job stands still or there is none; it stands still until this ends."""
        with self._changed:
            self._short += 1
            self._changed.wait_for(lambda: not self._job_computes)
        try:
            yield
        finally:
            with self._changed:
                self._short -= 1
                self._changed.notify_all()

    @contextmanager
    def standing(self) -> Iterator[None]:
        """Around each point where the job can stop: previews compute here, and while it is paused."""
        self._set(False)
        try:
            yield
        finally:
            with self._changed:
                self._changed.wait_for(lambda: not self._short)
                self._job_computes = True

    def _set(self, computes: bool) -> None:
        with self._changed:
            self._job_computes = computes
            self._changed.notify_all()


class JobSink:
    """The sink of a job that gives way to previews wherever it can stop."""

    def __init__(self, sink: Sink, turns: Turns) -> None:
        self._sink, self._turns = sink, turns

    def emit(self, event: Event) -> None:
        self._sink.emit(event)

    def check(self) -> None:
        with self._turns.standing():
            self._sink.check()


DEVICE = Turns()
"""Of this process."""
