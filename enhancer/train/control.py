"""The control file of a run: a text of one word that another program, or a person, writes into the run folder."""

from __future__ import annotations

import time
from pathlib import Path

from ..errors import Cancelled
from ..events import Sink

NAME = "control"
POLL_SECONDS = 0.5


class Control:
    """Obeys `pause`, `run` and `stop` in RUN/control, read at most twice a second, and the sink's own orders."""

    def __init__(self, run_dir: Path, sink: Sink) -> None:
        self._path = run_dir / NAME
        self._sink = sink
        self._read_at = float("-inf")

    def clear(self) -> None:
        """Forget an order to an earlier process."""
        self._path.unlink(missing_ok=True)

    def check(self) -> None:
        """Return at once, or wait while paused, or raise Cancelled."""
        self._sink.check()
        while self._order() == "pause":
            time.sleep(POLL_SECONDS)
            self._sink.check()

    def _order(self) -> str:
        now = time.monotonic()
        if now - self._read_at < POLL_SECONDS:
            return ""
        self._read_at = now
        try:
            order = self._path.read_text(encoding="utf-8").strip().lower()
        except (OSError, UnicodeDecodeError):
            return ""
        if order == "stop":
            self._path.unlink(missing_ok=True)
            raise Cancelled("The control file asked to stop.")
        if order == "pause":
            self._read_at = float("-inf")
        return order
