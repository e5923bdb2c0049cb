"""The loop of a child process: requests from standard input, each done on its lane, answers to standard output.

A lane is one thread with its own line of requests, so a preview need not wait for a batch. What tasks print goes to
standard error. When the window goes, standard input ends, and so does the child.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
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

from .protocol import CANCELLED, ORDERS, SUPERSEDED, Failure, decode, encode

LAST_SECONDS = 1.5
"""For tasks to stop and clean up when the window has gone."""


class CallSink(ControlledSink):
    """Events of one request on their way to the window."""

    def __init__(self, send: Callable[[Mapping[str, Any]], None], number: int) -> None:
        super().__init__()
        self._send, self._number = send, number
        self._obeyed = False

    def emit(self, event: Event) -> None:
        if not isinstance(event, Finished):  # the result says that
            self._send({"id": self._number, "event": event.as_json()})

    def check(self) -> None:
        try:
            super().check()
        except Cancelled:
            if (
                not self._obeyed
            ):  # the window needs to know: what is in work may still be written, and that may take long
                self._obeyed = True
                self._send({"id": self._number, "obeyed": True})
            raise


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
            self._order(number, values["order"])
            return
        sink = CallSink(self.send, number)
        call = Call(number, values["do"], values.get("arguments", {}), values.get("replaces", ""), sink)
        if call.do not in self._lane_of:
            self._fail(call, EnhancerError(f"There is no task {call.do!r} in this process.", code="no-task"))
            return
        with self._changed:
            earlier = [one for one in self._calls.values() if call.replaces and one.replaces == call.replaces]
            self._calls[number] = call
        for one in earlier:
            one.superseded = True
            self._cancel(one)
        with self._changed:
            self._waiting[self._lane_of[call.do]].append(call)
            self._changed.notify_all()

    def end(self) -> None:
        """Stop all requests and wait a moment for them, so that they leave nothing half done."""
        with self._changed:
            open_calls = list(self._calls.values())
        for call in open_calls:
            self._cancel(call)
        with self._changed:
            self._changed.wait_for(lambda: not self._calls, LAST_SECONDS)

    def _order(self, number: int, order: str) -> None:
        with self._changed:
            call = self._calls.get(number)
        if call is not None and order in ORDERS:
            {"cancel": self._cancel, "pause": _pause, "resume": _resume}[order](call)

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
                self.send({"id": call.number, "started": True})
                if call.sink.cancelled:  # not `check`: one that is paused may begin, and stops where its task says
                    raise Cancelled
                result = self._tasks.get(call.do)(call.arguments, call.sink)
                answer = encode({"id": call.number, "result": dict(result)})
                del result
            except BaseException as error:  # the edge: whatever a task raises is its own failure
                self._fail(call, error)
            else:
                self._answer(call, answer)
            del call  # and its pixels, while this waits for the next

    def _fail(self, call: Call, error: BaseException) -> None:
        failure = failure_of(error, call.superseded)
        error.__traceback__ = None  # its frames hold what may be large
        self._answer(call, encode({"id": call.number, "error": vars(failure)}))

    def _answer(self, call: Call, line: bytes) -> None:
        with self._sending, contextlib.suppress(BrokenPipeError, ValueError):
            self._output.write(line)
            self._output.flush()
        with self._changed:
            self._calls.pop(call.number, None)
            self._changed.notify_all()


def _pause(call: Call) -> None:
    call.sink.pause()


def _resume(call: Call) -> None:
    call.sink.resume()


def failure_of(error: BaseException, superseded: bool = False) -> Failure:
    """An error as the window is told of it."""
    if isinstance(error, Cancelled):
        text = "A newer request took its place." if superseded else error.message
        return Failure(text, code=SUPERSEDED if superseded else CANCELLED)
    if isinstance(error, EnhancerError):
        return Failure.of(error, _trace(error) if error.__cause__ else "")
    if _is_out_of_memory(error):
        text, hint = "There is not enough memory for this.", "Close other programs, or take a smaller picture."
        return Failure(text, hint, "out-of-memory", _trace(error))
    return Failure("This is a fault of the program.", "The details help to mend it.", "internal", _trace(error))


def _is_out_of_memory(error: BaseException) -> bool:
    if isinstance(error, MemoryError) or "torch" not in sys.modules:
        return isinstance(error, MemoryError)
    from enhancer.runtime.memory import is_out_of_memory

    return is_out_of_memory(error)


def _trace(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


def serve(package: str, lines: Sequence[Line], prepare: Callable[[], object] = lambda: None, niceness: int = 3) -> None:
    """Serve standard input until it ends, then leave: tasks get a moment to stop, threads are not waited for.

    prepare: what all requests need, done once before the first; the process says that it is ready afterwards.
    niceness: how far below normal priority.
    """
    faulthandler.enable(2)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window, which stops its children
    requests, output = _own_pipes()
    lower_priority(niceness)
    service = Service(package, lines, output)
    prepare()
    service.send({"id": 0, "ready": True})
    for line in requests:
        try:
            service.take(line)
        except ValueError as error:
            sys.stderr.write(f"Not a request: {error}\n")
    service.end()
    os._exit(0)


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output, out of the reach of libraries and of processes that tasks start."""
    requests = os.fdopen(os.dup(0), "rb")
    output = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)  # whatever a library prints must not end up between our lines
    sys.stdout = sys.stderr
    return requests, output


def lower_priority(niceness: int = 10) -> None:
    """The window and the rest of the desktop come first, then what somebody waits for; trainings come last."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            import ctypes

            below_normal = 0x4000
            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
        else:
            os.nice(niceness)


SESSION_VARIABLE = "ENHANCER_SESSION"


def session() -> Path:
    """Folder for pixels on their way to the window, which made it and removes it."""
    return Path(os.environ[SESSION_VARIABLE])
