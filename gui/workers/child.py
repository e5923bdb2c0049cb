"""The window's side of a child process: ask it, hear its events, survive its end. It is started when first asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from enhancer.events import Event, from_json

from .process import Process
from .protocol import CANCELLED, HUNG, SUPERSEDED, UNSTARTABLE, Failure, Order, Request, encode

PATIENCE_MS = 5_000
"""A cancelled call that has not ended by then hangs: the process is ended, and started anew for the next request."""
OBEYED_MS = 120_000
"""The same for one that has said it stops: a large picture that is done may still be written."""
LOOK_MS = 250
TRIES = 3
"""Starts in a row that may fail; then it is given up."""
GIVEN_UP_MS = 15_000
"""How long it stays given up: a request after that is worth one more try."""
WARM_AFTER_MS = 300

Done = Callable[[dict[str, Any]], None]
Failed = Callable[[Failure], None]
Heard = Callable[[Event], None]


class Call(QObject):
    """One request under way. Exactly one of `done` and `failed` is emitted, once, on the window's thread."""

    done = Signal(object)
    failed = Signal(object)
    heard = Signal(object)

    def __init__(self, child: Child, request: Request) -> None:
        super().__init__(child)
        self._child, self.request, self.open = child, request, True
        self.started = False
        self.asked_again = False

    def cancel(self) -> None:
        """Stop it. Its end comes as usual: what it gives when it is stopped, or a failure that nobody needs to see."""
        self._child.order(self, "cancel")
        self._child.be_patient(self)

    def pause(self) -> None:
        self._child.order(self, "pause")

    def resume(self) -> None:
        self._child.order(self, "resume")


class Child(QObject):
    """A process of one of the modules in this package.

    Signals: crashed(Failure) when it ended without being asked to; the calls it had begun fail with the same, those
    that waited are asked again, once. started(): it is ready, also after a new start.
    """

    crashed = Signal(object)
    started = Signal()

    def __init__(self, module: str, session: Path, parent: QObject | None = None) -> None:
        """module: of this package, "pictures" or "compute", or a full name. session: folder for pixels."""
        super().__init__(parent)
        self.module, self._session = module, session
        self._process: Process | None = None
        self._calls: dict[int, Call] = {}
        self._stopping: dict[int, float] = {}  # cancelled or superseded and not answered yet: until when
        self._next = 1
        self._failed_starts = 0
        self._lives_in_vain = 0  # deaths since something was last done
        self._paused: set[int] = set()
        self._refused: list[Call] = []
        self._refuse = QTimer(self, singleShot=True, interval=0)
        self._refuse.timeout.connect(self._refuse_all)
        self._forgive = QTimer(self, singleShot=True, interval=GIVEN_UP_MS)
        self._patience = QTimer(self)
        self._patience.timeout.connect(self._look)
        self._warm = QTimer(self, singleShot=True, interval=WARM_AFTER_MS)
        self._warm.timeout.connect(self.start)

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
        """Start a request. Callbacks run on the window's thread; those of a dead receiver are for the caller to avoid.

        replaces: an open request with the same name ends here and now, as superseded.
        """
        if replaces:
            for earlier in [call for call in self._calls.values() if call.request.replaces == replaces]:
                self._supersede(earlier)
        request = Request(self._next, do, arguments, replaces)
        self._next += 1
        call = Call(self, request)
        for signal, receiver in ((call.done, done), (call.failed, failed), (call.heard, event)):
            if receiver is not None:
                signal.connect(receiver)
        self._calls[request.id] = call
        if self.given_up:
            self._refused.append(call)
            self._refuse.start()
        else:
            self._running().write(request.line())
        return call

    def order(self, call: Call, order: Order) -> None:
        if not call.open or self._process is None:
            return
        if order == "pause":
            self._paused.add(call.request.id)
        else:
            self._paused.discard(call.request.id)
        self._process.write(encode({"id": call.request.id, "order": order}))

    @property
    def busy(self) -> bool:
        return bool(self._calls)

    @property
    def ready(self) -> bool:
        """Whether it runs and has loaded what it needs."""
        return self._process is not None and self._process.ready

    @property
    def given_up(self) -> bool:
        """It did not start several times in a row; a request after a while tries once more."""
        return self._process is None and self._failed_starts >= TRIES and self._forgive.isActive()

    @property
    def pid(self) -> int:
        """0 while it does not run."""
        return self._process.pid if self._process is not None else 0

    def start(self) -> None:
        """Start it before it is asked, so that the first request finds it warm."""
        if not self.given_up:
            self._running()

    def stop(self, wait_ms: int = 2_000) -> None:
        """End it, without a word to its calls. The next request starts it again."""
        process, self._process = self._process, None
        for timer in (self._warm, self._forgive, self._patience, self._refuse):
            timer.stop()
        for call in list(self._calls.values()):
            self._close(call)
        self._stopping.clear()
        if process is not None:
            process.stop(wait_ms)

    def be_patient(self, call: Call) -> None:
        """Wait for the end of a call that was told to stop, and end the process if that does not come."""
        if call.open and self._process is not None:
            self._stopping.setdefault(call.request.id, time.monotonic() + PATIENCE_MS / 1000)
            if not self._patience.isActive():
                self._patience.start(min(LOOK_MS, PATIENCE_MS))

    def _look(self) -> None:
        """Whether all that was told to stop has done so in time."""
        if not self._stopping or self._process is None:
            self._patience.stop()
        elif not self._process.ready:  # it still loads, and has not even seen the order
            until = time.monotonic() + PATIENCE_MS / 1000
            self._stopping = dict.fromkeys(self._stopping, until)
        elif time.monotonic() > min(self._stopping.values()):
            self._patience.stop()
            self._process.end_hanging()

    def _running(self) -> Process:
        if self._process is None:
            self._warm.stop()
            name = self.module if "." in self.module else f"{__package__}.{self.module}"
            self._process = process = Process(name, self._session, self)
            process.said.connect(self._hear)
            process.ended.connect(self._ended)
        return self._process

    def _hear(self, message: dict[str, Any]) -> None:
        number = int(message["id"])
        if "ready" in message:
            self._failed_starts = 0
            self.started.emit()
            return
        if "obeyed" in message and number in self._stopping:
            self._stopping[number] = time.monotonic() + OBEYED_MS / 1000
        is_end = "result" in message or "error" in message
        if is_end:
            self._stopping.pop(number, None)
            self._lives_in_vain = 0
        call = self._calls.get(number)
        if call is None:
            self._discard(message.get("event", message.get("result")))
            return
        if "started" in message:
            call.started = True
        elif "event" in message:
            try:
                event = from_json(message["event"])
            except (ValueError, TypeError):  # of a newer core, after an update beneath a running window
                return
            call.heard.emit(event)
        elif is_end:
            self._close(call)
            if "result" in message:
                call.done.emit(message["result"])
            else:
                call.failed.emit(Failure(**message["error"]))

    def _discard(self, told: Any) -> None:
        """Remove the pixels that a request made for nobody any more."""
        if isinstance(told, str):
            path = Path(told)
            if path.parent == self._session:
                with suppress(OSError):
                    path.unlink()
        elif isinstance(told, dict):
            for value in told.values():
                self._discard(value)
        elif isinstance(told, list):
            for value in told:
                self._discard(value)

    def _supersede(self, call: Call) -> None:
        # The child stops it when the newer one comes; what it still says of it is not heard any more.
        self.be_patient(call)
        self._close(call)
        call.failed.emit(Failure(self.tr("A newer request took its place."), code=SUPERSEDED))

    def _close(self, call: Call) -> None:
        self._calls.pop(call.request.id, None)
        self._paused.discard(call.request.id)
        call.open = False
        call.deleteLater()

    def _fail(self, calls: list[Call], failure: Failure) -> None:
        for call in calls:
            if call.open:
                asked_to_stop = call.request.id in self._stopping
                self._close(call)
                stopped = Failure(self.tr("Stopped as asked."), code=CANCELLED, details=failure.details)
                call.failed.emit(stopped if asked_to_stop else failure)

    def _refuse_all(self) -> None:
        refused, self._refused = self._refused, []
        text = self.tr("A part of the program could not start.")
        hint = self.tr("Try again in a few seconds, or start the program anew.")
        self._fail(refused, Failure(text, hint, UNSTARTABLE))  # the details were told with the crash

    def _ended(self, failure: Failure) -> None:
        """The process is gone: its calls fail or are asked again, and it starts anew if that makes sense."""
        process, self._process = self._process, None
        assert process is not None
        was_ready = process.ready
        process.deleteLater()
        self._lives_in_vain += 1
        if not was_ready:
            self._failed_starts += 1
        if self._failed_starts >= TRIES:
            self._forgive.start()
        again: list[Call] = []
        lost: list[Call] = []
        for call in self._calls.values():
            (again if self._worth_asking_again(call, was_ready) else lost).append(call)
        self._fail(lost, failure)
        self._stopping.clear()
        for call in again:
            self._ask_again(call, was_ready)
        if failure.code != HUNG and (was_ready or self._failed_starts == TRIES):
            self.crashed.emit(failure)
        if self._process is None and self._lives_in_vain < TRIES:
            self._warm.start()

    def _worth_asking_again(self, call: Call, was_ready: bool) -> bool:
        if call.started or call.request.id in self._stopping:
            return False
        return not call.asked_again if was_ready else self._failed_starts < TRIES

    def _ask_again(self, call: Call, was_ready: bool) -> None:
        if not call.open:
            return
        call.asked_again = call.asked_again or was_ready
        process = self._running()
        process.write(call.request.line())
        if call.request.id in self._paused:
            process.write(encode({"id": call.request.id, "order": "pause"}))
