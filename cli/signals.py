"""What SIGINT and SIGTERM mean while a job runs: the first asks it to stop, the second stops it at once."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from enhancer.events import ControlledSink

from .exits import INTERRUPTED, TERMINATED

STATUS = {signal.SIGINT: INTERRUPTED, signal.SIGTERM: TERMINATED}


@contextlib.contextmanager
def stopping(sink: ControlledSink, restore_terminal: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Within the block, signals cancel `sink` with the exit status they mean; afterwards they do what they did before.

    A signal that was ignored when the program started (`nohup`, a shell's background job) stays ignored.
    Outside the main thread, where Python takes no handlers, the block runs without them.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        status = STATUS[signal.Signals(number)]
        if sink.cancelled:
            restore_terminal()
            # No clean-up can be waited for, and none is needed: outputs appear under their names only when
            # whole, and the next run sweeps what lies about under temporary ones.
            os._exit(status)
        sink.cancel(status)
        # os.write: a handler may have interrupted a write to the very stream it would have to lock.
        with contextlib.suppress(OSError):
            os.write(2, b"\nStopping when the work in hand is safe. Once more stops at once.\n")

    before: dict[signal.Signals, Any] = {}
    with contextlib.suppress(ValueError):
        for number in STATUS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
