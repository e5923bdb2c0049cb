"""From items that end, and the one in work, to events that say how far the batch is and how long it takes."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

from ..events import Event, Progressed, Sink, Warned
from ..files.names import display

_SECONDS_BETWEEN = 0.1
_SECONDS_BEFORE_ETA = 1.0


class Progress:
    """Safe from any thread. `total` items (None: unknown), of which `before` had ended before this run."""

    def __init__(self, sink: Sink, total: int | None, before: int = 0) -> None:
        self._sink = sink
        self._total = total
        self._before = before
        self._ended = 0
        self._part = 0.0
        self._text = ""
        self._fraction = 0.0
        self._started = time.monotonic()
        self._said = 0.0
        self._lock = threading.RLock()

    def work_on(self, key: str, part: float) -> None:
        """The item in work is at `part` of itself, 0 to 1."""
        with self._lock:
            self._text = display(key, 60)
            self._part = min(max(part, 0.0), 1.0)
            self._say()

    def end_one(self) -> None:
        """One more item needs no more work of the device, whatever became of it."""
        with self._lock:
            self._ended += 1
            self._part = 0.0
            self._say()

    def finish(self) -> None:
        """Everything is recorded."""
        with self._lock:
            self._sink.emit(Progressed(1.0, self._count(), 0.0))

    def _say(self) -> None:
        now = time.monotonic()
        if now - self._said < _SECONDS_BETWEEN:
            return
        self._said = now
        units = self._ended + self._part
        eta = None
        if self._total:
            self._fraction = max(self._fraction, min((self._before + units) / self._total, 1.0))
            elapsed, left = now - self._started, max(self._total - self._before - units, 0.0)
            if elapsed > _SECONDS_BEFORE_ETA and units > 0:
                eta = elapsed / units * left
        # Inside the lock: two threads must not tell their news in the wrong order.
        self._sink.emit(Progressed(self._fraction, f"{self._count()} {self._text}".rstrip(), eta))

    def _count(self) -> str:
        ended = self._before + self._ended
        return str(ended) if self._total is None else f"{min(ended, self._total)}/{self._total}"


class ItemSink:
    """What the work on one item is given: its progress is part of the whole, its warnings carry its key."""

    def __init__(self, sink: Sink, progress: Progress, key: str) -> None:
        self._sink = sink
        self._progress = progress
        self._key = key

    def emit(self, event: Event) -> None:
        if isinstance(event, Progressed):
            self._progress.work_on(self._key, event.fraction)
        elif isinstance(event, Warned) and not event.key:
            self._sink.emit(replace(event, key=self._key))
        else:
            self._sink.emit(event)

    def check(self) -> None:
        self._sink.check()
