"""The loop of a child process: requests from standard input, each done on its lane, answers to standard output.

A lane is one thread with its own line of requests, so a preview need not wait for a batch. What tasks print goes to
standard error. When the window goes, standard input ends, and so does the child.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from enhancer.errors import Cancelled, EnhancerError
from enhancer.events import ControlledSink, Event, Finished
from enhancer.registry import Registry

from .protocol import CANCELLED, SUPERSEDED, Failure, decode, encode


class CallSink(ControlledSink):
    """Events of one request on their way to the window."""

    def __init__(self, send: Callable[[Mapping[str, Any]], None], number: int) -> None:
        super().__init__()
        self._send, self._number = send, number

    def emit(self, event: Event) -> None:
        if not isinstance(event, Finished):  # the result says that
            self._send({"id": self._number, "event": event.as_json()})


Task = Callable[[Mapping[str, Any], CallSink], Mapping[str, Any]]
"""Arguments and a sink in, a result of plain values out; raises EnhancerError."""
Line = tuple[str, str, str]
"""Of a table of tasks: name, lane, "module:function"."""


class Call:
    """A request that waits or runs."""

    def __init__(self, number: int, do: str, arguments: Mapping[str, Any], replaces: str, sink: CallSink) -> None:
        self.number, self.do, self.arguments, self.replaces, self.sink = number, do, arguments, replaces, sink
        self.superseded = False


class Service:
    """All requests of one lane run one after the other."""

    def __init__(self, package: str, lines: Sequence[Line], output: BinaryIO) -> None:
        self._tasks: Registry[Task] = Registry("task", package, [(name, target) for name, _, target in lines])
        self._lane_of = {name: lane for name, lane, _ in lines}
        self._output = output
        self._sending = threading.Lock()
        self._changed = threading.Condition()
        self._calls: dict[int, Call] = {}
        self._waiting: dict[str, deque[Call]] = {lane: deque() for lane in set(self._lane_of.values())}
        for lane in self._waiting:
            threading.Thread(target=self._work, args=(lane,), name=lane, daemon=True).start()

    def send(self, values: Mapping[str, Any]) -> None:
        line = encode(values)
        with self._sending, contextlib.suppress(BrokenPipeError, ValueError):  # the window has gone
            self._output.write(line)
            self._output.flush()

    def take(self, line: bytes) -> None:
        """One line from the window."""
        values = decode(line)
        number = int(values["id"])
        if "order" in values:
            with self._changed:
                call = self._calls.get(number)
            if call is not None:
                {"cancel": self._cancel, "pause": _pause, "resume": _resume}[values["order"]](call)
            return
        call = Call(
            number, values["do"], values.get("arguments", {}), values.get("replaces", ""), CallSink(self.send, number)
        )
        with self._changed:
            earlier = [one for one in self._calls.values() if call.replaces and one.replaces == call.replaces]
            self._calls[number] = call
        for one in earlier:
            one.superseded = True
            self._cancel(one)
        with self._changed:
            self._waiting[self._lane_of[call.do]].append(call)
            self._changed.notify_all()

    def _cancel(self, call: Call) -> None:
        call.sink.cancel()
        lane = self._waiting[self._lane_of[call.do]]
        with self._changed:
            waited = call in lane
            if waited:
                lane.remove(call)
        if waited:
            self._fail(call, Cancelled())

    def _work(self, lane: str) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting[lane])
                call = self._waiting[lane].popleft()
            try:
                call.sink.check()
                result = self._tasks.get(call.do)(call.arguments, call.sink)
            except BaseException as error:  # the edge: whatever a task raises is its own failure
                self._fail(call, error)
            else:
                self._forget(call)
                self.send({"id": call.number, "result": dict(result)})

    def _fail(self, call: Call, error: BaseException) -> None:
        self._forget(call)
        self.send({"id": call.number, "error": vars(failure_of(error, call.superseded))})

    def _forget(self, call: Call) -> None:
        with self._changed:
            self._calls.pop(call.number, None)


def _pause(call: Call) -> None:
    call.sink.pause()


def _resume(call: Call) -> None:
    call.sink.resume()


def failure_of(error: BaseException, superseded: bool = False) -> Failure:
    """An error as the window is told of it."""
    if isinstance(error, Cancelled):
        return Failure(
            "A newer request took its place." if superseded else error.message,
            "",
            SUPERSEDED if superseded else CANCELLED,
        )
    if isinstance(error, EnhancerError):
        return Failure(error.message, error.hint, error.code)
    if isinstance(error, MemoryError):
        return Failure("There is not enough memory for this.", "Close other programs.", "memory", _trace(error))
    return Failure("This is a fault of the program.", "The details help to mend it.", "internal", _trace(error))


def _trace(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


def serve(package: str, lines: Sequence[Line], prepare: Callable[[], None] = lambda: None) -> None:
    """Serve standard input until it ends, then leave at once: threads in the middle of work are not waited for."""
    faulthandler.enable(sys.__stderr__)
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not end up between our lines
    sys.stdout = sys.stderr
    lower_priority()
    service = Service(package, lines, output)
    prepare()
    for line in sys.stdin.buffer:
        if line.strip():
            service.take(line)
    os._exit(0)


def lower_priority() -> None:
    """The window and the rest of the desktop come first."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            import ctypes

            below_normal = 0x4000
            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
        else:
            os.nice(5)


SESSION_VARIABLE = "ENHANCER_SESSION"


def session() -> Path:
    """Folder for pixels on their way to the window, which made it and removes it."""
    return Path(os.environ[SESSION_VARIABLE])
