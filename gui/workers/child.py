"""The window's side of a child process: ask it, hear its events, survive its end. It is started when first asked."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from enhancer.events import Event, from_json

from .protocol import CANCELLED, CRASHED, Failure, Order, Request, decode, encode
from .serving import SESSION_VARIABLE

PATIENCE_MS = 5_000
"""A cancelled call that has not ended by then hangs: the process is ended, and started anew for the next request."""
STDERR_KEPT = 200
"""Lines of standard error that are kept for the details of a crash."""

Done = Callable[[dict[str, Any]], None]
Failed = Callable[[Failure], None]
Heard = Callable[[Event], None]


class Call(QObject):
    """One request under way. Exactly one of `done` and `failed` is emitted, once, on the window's thread."""

    done = Signal(dict)
    failed = Signal(object)
    event = Signal(object)

    def __init__(self, child: Child, request: Request) -> None:
        super().__init__(child)
        self._child, self.request, self.open = child, request, True

    def cancel(self) -> None:
        self._child.order(self, "cancel")
        if self.open:
            QTimer.singleShot(PATIENCE_MS, self, self._lose_patience)

    def pause(self) -> None:
        self._child.order(self, "pause")

    def resume(self) -> None:
        self._child.order(self, "resume")

    def _lose_patience(self) -> None:
        if self.open:
            self._child.end_hanging()


class Child(QObject):
    """A process of one of the modules in this package.

    Signals: crashed(Failure) when it ended without being asked to; calls that were open fail with the same.
    """

    crashed = Signal(object)

    def __init__(self, module: str, session: Path, parent: QObject | None = None) -> None:
        """module: of this package: "pictures" or "compute". session: folder for pixels."""
        super().__init__(parent)
        self.module, self._session = module, session
        self._process: QProcess | None = None
        self._calls: dict[int, Call] = {}
        self._next = 1
        self._rest = b""
        self._errors: deque[str] = deque(maxlen=STDERR_KEPT)
        self._hung = False

    def ask(
        self,
        do: str,
        arguments: Mapping[str, Any],
        *,
        done: Done | None = None,
        failed: Failed | None = None,
        event: Heard | None = None,
        replaces: str = "",
    ) -> Call:
        """Start a request. Callbacks run on the window's thread; those of a dead receiver are for the caller to avoid."""
        request = Request(self._next, do, arguments, replaces)
        self._next += 1
        call = Call(self, request)
        for signal, receiver in ((call.done, done), (call.failed, failed), (call.event, event)):
            if receiver is not None:
                signal.connect(receiver)
        self._calls[request.id] = call
        self._running().write(request.line())
        return call

    def order(self, call: Call, order: Order) -> None:
        if call.open and self._process is not None:
            self._process.write(encode({"id": call.request.id, "order": order}))

    @property
    def busy(self) -> bool:
        return bool(self._calls)

    @property
    def pid(self) -> int:
        """0 while it does not run."""
        return self._process.processId() if self._process is not None else 0

    def start(self) -> None:
        """Start it before it is asked, so that the first request finds it warm."""
        self._running()

    def stop(self, wait_ms: int = 2_000) -> None:
        """End it, without a word to its calls."""
        process, self._process = self._process, None
        self._calls.clear()
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if not process.waitForFinished(wait_ms):
            process.kill()
            process.waitForFinished()
        process.deleteLater()

    def end_hanging(self) -> None:
        """End a process that does not obey."""
        if self._process is not None:
            self._hung = True
            self._process.kill()

    def _running(self) -> QProcess:
        if self._process is None:
            process = QProcess(self)
            environment = QProcessEnvironment.systemEnvironment()
            environment.insert(SESSION_VARIABLE, str(self._session))
            environment.insert("PYTHONUNBUFFERED", "1")
            process.setProcessEnvironment(environment)
            process.readyReadStandardOutput.connect(self._read)
            process.readyReadStandardError.connect(self._read_errors)
            process.finished.connect(self._finished)
            process.errorOccurred.connect(self._not_started)
            self._rest, self._hung = b"", False
            self._errors.clear()
            self._process = process
            process.start(sys.executable, ["-m", f"gui.workers.{self.module}"])
        return self._process

    def _read(self) -> None:
        assert self._process is not None
        *lines, self._rest = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        for line in lines:
            self._hear(decode(line))

    def _hear(self, values: Mapping[str, Any]) -> None:
        call = self._calls.get(int(values["id"]))
        if call is None:
            return
        if "event" in values:
            call.event.emit(from_json(values["event"]))
            return
        self._close(call)
        if "result" in values:
            call.done.emit(values["result"])
        else:
            call.failed.emit(Failure(**values["error"]))

    def _read_errors(self) -> None:
        assert self._process is not None
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self._errors.extend(text.splitlines())

    def _close(self, call: Call) -> None:
        self._calls.pop(call.request.id, None)
        call.open = False
        call.deleteLater()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._finished(-1, QProcess.ExitStatus.CrashExit)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        self._read_rest(process)
        process.deleteLater()
        failure = self._why(code, status)
        open_calls = list(self._calls.values())
        for call in open_calls:
            self._close(call)
        for call in open_calls:
            call.failed.emit(Failure("Stopped as asked.", code=CANCELLED) if self._hung else failure)
        if not self._hung:
            self.crashed.emit(failure)

    def _read_rest(self, process: QProcess) -> None:
        text = bytes(process.readAllStandardError().data()).decode("utf-8", "replace")
        self._errors.extend(text.splitlines())
        for line in (self._rest + bytes(process.readAllStandardOutput().data())).split(b"\n")[:-1]:
            self._hear(decode(line))

    def _why(self, code: int, status: QProcess.ExitStatus) -> Failure:
        details = "\n".join([f"{self.module} ended with {code} ({status.name})", *self._errors])
        return Failure(
            "The process that does the work ended unexpectedly.",
            "It starts again by itself. If this comes back, the picture may need more memory than there is.",
            CRASHED,
            details,
        )
