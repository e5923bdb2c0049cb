"""One life of a child process, from its start to its end: lines in, messages out in slices, and why it ended.

A burst of messages is handed on a few milliseconds at a time, in order, so that the window stays smooth; of the
progress of a request only the latest is handed on.
"""

from __future__ import annotations

import signal
import sys
import time
from collections import deque
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from enhancer.events import Progressed

from .protocol import CRASHED, HUNG, UNSTARTABLE, Failure, decode
from .serving import SESSION_VARIABLE

SLICE_SECONDS = 0.006
STDERR_KEPT = 200
"""Lines of standard error that are kept for the details of a crash."""
ROOT = Path(__file__).resolve().parent.parent.parent
# Not `-m`, which would put the folder the user is in before everything else: a picture folder with a `random.py` in it.
BOOTSTRAP = (
    "import sys; sys.path.append(sys.argv.pop(1)); import runpy; "
    "runpy.run_module(sys.argv[1], run_name='__main__', alter_sys=True)"
)


class Process(QObject):
    """Signals: said(dict) for each message, ended(Failure) once, after the last of them."""

    said = Signal(object)
    ended = Signal(object)

    def __init__(self, module: str, session: Path, parent: QObject | None = None) -> None:
        """module: in full, like "gui.workers.pictures"."""
        super().__init__(parent)
        self.module = module
        self.ready = False
        self._hung = False
        self._rest = bytearray()
        self._lines: deque[bytes] = deque()
        self._progress: dict[int, dict[str, Any]] = {}
        self._errors: deque[str] = deque(maxlen=STDERR_KEPT)
        self._status: tuple[int, QProcess.ExitStatus] | None = None
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._hand_on)
        self._process = process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert(SESSION_VARIABLE, str(session))
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_errors)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._error)
        process.start(sys.executable, ["-P", "-c", BOOTSTRAP, str(ROOT), module])

    @property
    def pid(self) -> int:
        return int(self._process.processId())

    def write(self, line: bytes) -> None:
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.write(line)

    def end_hanging(self) -> None:
        """End a process that does not obey."""
        self._hung = True
        self._process.kill()

    def stop(self, wait_ms: int) -> None:
        """End it without a word; waits for it, and after a while does not ask any more."""
        self.blockSignals(True)
        self._process.blockSignals(True)
        self._more.stop()
        self._process.closeWriteChannel()
        if self._process.state() != QProcess.ProcessState.NotRunning and not self._process.waitForFinished(wait_ms):
            self._process.kill()
            self._process.waitForFinished()
        self.deleteLater()

    def _read(self) -> None:
        data = bytes(self._process.readAllStandardOutput().data())
        if b"\n" in data:
            *lines, rest = (bytes(self._rest) + data).split(b"\n")
            self._lines.extend(lines)
            self._rest = bytearray(rest)
        else:
            self._rest += data
        if not self._more.isActive():
            self._hand_on()

    def _hand_on(self) -> None:
        """What has come, until the slice is used up."""
        until = time.perf_counter() + SLICE_SECONDS
        while self._lines and time.perf_counter() < until:
            self._say(self._lines.popleft())
        for number in list(self._progress):
            self._say_progress(number)
        if self._lines:
            self._more.start()
        elif self._status is not None:
            status, self._status = self._status, None
            self.ended.emit(self._why(*status))

    def _say(self, line: bytes) -> None:
        try:
            message = decode(line)
        except ValueError:  # a process that dies in the middle of a line, or a library that writes to our pipe
            self._errors.append(line[:200].decode("utf-8", "replace"))
            return
        number = message["id"]
        event = message.get("event")
        if isinstance(event, dict) and event.get("kind") == Progressed.kind:
            self._progress[number] = message
            return
        if "result" in message or "error" in message:
            self._say_progress(number)
        if "ready" in message:
            self.ready = True
        self.said.emit(message)

    def _say_progress(self, number: int) -> None:
        if (message := self._progress.pop(number, None)) is not None:
            self.said.emit(message)

    def _read_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self._errors.extend(text.splitlines())

    def _error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._errors.append(self._process.errorString())
            self._finished(-1, QProcess.ExitStatus.NormalExit)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._status = (code, status)
        self._read_errors()
        self._read()

    def _why(self, code: int, status: QProcess.ExitStatus) -> Failure:
        """In words; on POSIX the code of a crash is the number of the signal."""
        killed = status == QProcess.ExitStatus.CrashExit and sys.platform != "win32"
        name = _signal_name(code) if killed else str(code)
        details = "\n".join([f"{self.module} ended with {name}.", *self._errors])
        if self._hung:
            message = self.tr("The work did not stop when it was asked to, so it was ended.")
            return Failure(message, self.tr("It starts again by itself."), HUNG, details)
        if not self.ready:
            message = self.tr("A part of the program could not start.")
            return Failure(message, self.tr("The details say why. Installing it anew may help."), UNSTARTABLE, details)
        if killed and code == signal.SIGKILL:
            message = self.tr("The work was ended by the system, usually for lack of memory.")
            hint = self.tr("Close other programs, or take smaller pictures. It starts again by itself.")
            return Failure(message, hint, CRASHED, details)
        message = self.tr("The part of the program that does the work ended unexpectedly.")
        hint = self.tr("It starts again by itself. If this comes back, one of the files may be the cause.")
        return Failure(message, hint, CRASHED, details)


def _signal_name(number: int) -> str:
    try:
        return f"signal {number} ({signal.Signals(number).name})"
    except ValueError:
        return f"signal {number}"
