"""SIGINT and SIGTERM close the window in its own order, not in the middle of whatever it does."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import QObject, QSocketNotifier, QTimer


@contextlib.contextmanager
def signals_call(stop: Callable[[], None], context: QObject) -> Iterator[None]:
    """Until this ends. Python handles a signal between two of its own instructions; a socket wakes Qt for it."""
    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, context)

    def wake() -> None:
        with contextlib.suppress(BlockingIOError):
            reader.recv(4096)

    def close(number: int, frame: object) -> None:
        QTimer.singleShot(0, context, stop)

    notifier.activated.connect(wake)
    wakeup = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    before = {number: signal.signal(number, close) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup)
        if shiboken6.isValid(notifier):  # it goes with its context, where a fault takes that first
            notifier.setEnabled(False)
            notifier.deleteLater()
        reader.close()
        writer.close()
