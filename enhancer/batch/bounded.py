"""A queue between threads that is bounded by number and by bytes and can be closed from either end."""

from __future__ import annotations

import threading
from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class Bounded(Generic[T]):
    """First in, first out. One value may exceed the bound of bytes alone, else it could never pass."""

    def __init__(self, max_count: int, max_bytes: int = 0) -> None:
        self._max_count = max_count
        self._max_bytes = max_bytes
        self._values: deque[tuple[T, int]] = deque()
        self._bytes = 0
        self._closed = False
        self._changed = threading.Condition()

    def wait_for_room(self) -> bool:
        """Wait until something may be made for the queue; False once it is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._has_room(0))
            return not self._closed

    def put(self, value: T, size: int = 0) -> bool:
        """Add a value that holds `size` bytes, waiting for room; False, and it is not added, once closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._has_room(size))
            if self._closed:
                return False
            self._values.append((value, size))
            self._bytes += size
            self._changed.notify_all()
            return True

    def get(self, timeout: float | None = None) -> T | None:
        """The next value, waiting for it; None if none came in `timeout` seconds or none can come."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or bool(self._values), timeout)
            if not self._values:
                return None
            value, size = self._values.popleft()
            self._bytes -= size
            self._changed.notify_all()
            return value

    def close(self, discard: bool = False) -> None:
        """Take no more values; those inside can still be got unless they are discarded."""
        with self._changed:
            self._closed = True
            if discard:
                self._values.clear()
                self._bytes = 0
            self._changed.notify_all()

    @property
    def ended(self) -> bool:
        """Closed, and everything was got."""
        with self._changed:
            return self._closed and not self._values

    def _has_room(self, size: int) -> bool:
        if not self._values:
            return True
        return len(self._values) < self._max_count and (not self._max_bytes or self._bytes + size <= self._max_bytes)
