"""When the program itself fails: a log of each run, a dialog for a fault in a slot, a word at the next start.

Every run keeps `window-PID-BORN.log` in the state folder and takes it away when it ends well. One whose process is dead
tells that the window ended unexpectedly.
"""

from __future__ import annotations

import faulthandler
import platform
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Signal, qVersion

from enhancer.files.process import Owner, host, this_process

from .queue_file import state_folder

PREFIX, SUFFIX = "window-", ".log"
__all__ = ["CrashLog", "Faults", "crashed_before", "state_folder"]
KEPT = 5
"""Logs of crashes that stay in the folder."""


class CrashLog:
    """The log of this run. Without a folder that can be written there is none, and all else works."""

    def __init__(self, folder: Path) -> None:
        owner = this_process()
        self.path = folder / f"{PREFIX}{owner.pid}-{owner.born or 0}{SUFFIX}"
        self._stream: TextIO | None = None
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._stream = self.path.open("w", encoding="utf-8")
            self._stream.write(_heading())
            self._stream.flush()
            faulthandler.enable(self._stream)

    def write(self, text: str) -> None:
        if self._stream is not None:
            with suppress(OSError, ValueError):
                self._stream.write(text.rstrip("\n") + "\n")
                self._stream.flush()

    def close(self) -> None:
        """The window ends as it should."""
        if self._stream is not None:
            faulthandler.disable()
            self._stream.close()
            self._stream = None
            with suppress(OSError):
                self.path.unlink(missing_ok=True)


def crashed_before(folder: Path) -> Path | None:
    """The log of the latest run that ended without a goodbye, under its final name; each is told of once."""
    found = []
    with suppress(OSError):
        for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
            pid, _, born = path.stem.removeprefix(PREFIX).partition("-")
            if pid.isdecimal() and Owner(host(), int(pid), "" if born == "0" else born).is_dead():
                when = time.strftime("%Y%m%d-%H%M%S", time.localtime(path.stat().st_mtime))
                found.append(path.replace(path.with_name(f"crash-{when}-{pid}{SUFFIX}")))
        for old in sorted(folder.glob(f"crash-*{SUFFIX}"))[:-KEPT]:
            old.unlink()
    return max(found, default=None)


class Faults(QObject):
    """Hears of exceptions that no one caught, in slots above all, and passes each place on once.

    Signals: found(title, details) for the first exception of a place in the code; the same one again is only logged.
    """

    found = Signal(str, str)

    def __init__(self, log: CrashLog | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._seen: set[tuple[str, str, int]] = set()
        self._before = sys.excepthook

    def watch(self) -> None:
        self._before, sys.excepthook = sys.excepthook, self._hear

    def unwatch(self) -> None:
        sys.excepthook = self._before

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):  # Ctrl-C and exits are no faults
            self._before(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        if self._log is not None:
            self._log.write(details)
        last = traceback.extract_tb(trace)[-1:] if trace is not None else []
        place = (kind.__name__, last[0].filename if last else "", (last[0].lineno or 0) if last else 0)
        if place not in self._seen:
            self._seen.add(place)
            sys.stderr.write(details)
            self.found.emit(f"{kind.__name__}: {error}", details)


def _heading() -> str:
    from enhancer import __version__

    return (
        f"enhancer {__version__}, {time.strftime('%Y-%m-%d %H:%M:%S')}\n"
        f"{platform.platform()}, Python {platform.python_version()}, Qt {qVersion()}\n"
    )
