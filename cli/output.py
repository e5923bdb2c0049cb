"""What a running job's events look like: a bar, plain lines, or JSON lines. What came of the job is in `summary`."""

from __future__ import annotations

import contextlib
import json
import sys
import threading
import time
from collections.abc import Iterator
from typing import TextIO

from enhancer.errors import EnhancerError
from enhancer.events import ControlledSink, Event, Finished, ItemDone, Metric, Preview, Progressed, Warned

from .exits import one_line
from .human import count_text, seconds_text
from .plain import plain
from .signals import stopping

LINE_EVERY = 5.0
"""Seconds between two lines of progress where no bar can be drawn."""


class JsonSink(ControlledSink):
    """Each event as one line of JSON, in order, ending with `finished` whatever happens."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream
        self._lock = threading.Lock()
        self._finished = False

    def emit(self, event: Event) -> None:
        line = json.dumps(plain(event.as_json()), allow_nan=False)
        with self._lock:
            self._finished |= isinstance(event, Finished)
            self._stream.write(line + "\n")
            self._stream.flush()

    def end(self, error: EnhancerError | None) -> None:
        """Close the stream of events; `error` is what stopped the job, if anything did."""
        if error is not None:
            self.emit(Warned(str(error), error.code))
        if not self._finished:
            self.emit(Finished("done" if error is None else "cancelled" if self.cancelled else "failed"))


class LineSink(ControlledSink):
    """Plain lines on standard error: items and warnings as they come, progress every few seconds."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream
        self._lock = threading.Lock()
        self._next = time.monotonic() + LINE_EVERY

    def emit(self, event: Event) -> None:
        if isinstance(event, Progressed):
            with self._lock:
                if time.monotonic() < self._next:
                    return
                self._next = time.monotonic() + LINE_EVERY
        if line := event_line(event):
            self.write(line)

    def write(self, line: str) -> None:
        with self._lock:
            self._stream.write(line + "\n")
            self._stream.flush()

    def end(self, error: EnhancerError | None) -> None:
        return


class BarSink(LineSink):
    """A progress bar at the foot of the terminal, the other events as lines above it."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

        # Texts come from files and their names: no markup, no emoji, no highlighting.
        self._console = Console(file=stream, markup=False, emoji=False, highlight=False, soft_wrap=True)
        self._bar = Progress(
            BarColumn(bar_width=30),
            TaskProgressColumn(),
            TextColumn("{task.description}", markup=False),
            console=self._console,
            transient=True,
            refresh_per_second=8,
        )
        self._task = self._bar.add_task("", total=1.0)
        self._bar.start()

    def emit(self, event: Event) -> None:
        if isinstance(event, Progressed):
            self._bar.update(self._task, completed=event.fraction, description=progress_text(event))
        else:
            super().emit(event)

    def write(self, line: str) -> None:
        self._console.print(line)

    def end(self, error: EnhancerError | None) -> None:
        self._bar.stop()

    def restore_terminal(self) -> None:
        """Show the cursor again, from a signal handler, without waiting for any lock."""
        import os

        with contextlib.suppress(OSError, ValueError):
            os.write(self._stream.fileno(), b"\r\x1b[2K\x1b[?25h")


@contextlib.contextmanager
def shown(as_json: bool, to_stderr: bool = False) -> Iterator[ControlledSink]:
    """A sink that shows a job's events and obeys signals, for the length of the block.

    With `as_json` they go to standard output, or to standard error where standard output carries a picture.
    """
    sink = JsonSink(sys.stderr if to_stderr else sys.stdout) if as_json else _talk(sys.stderr)
    restore = sink.restore_terminal if isinstance(sink, BarSink) else lambda: None
    failure: EnhancerError | None = None
    try:
        with stopping(sink, restore):
            yield sink
    except EnhancerError as error:
        failure = error
        raise
    finally:
        sink.end(failure)


def _talk(stream: TextIO) -> LineSink:
    import os

    drawable = stream.isatty() and os.environ.get("TERM") != "dumb"
    return BarSink(stream) if drawable else LineSink(stream)


def event_line(event: Event) -> str:
    """One line about an event; empty for those that need none."""
    if isinstance(event, Progressed):
        return f"{event.fraction * 100:3.0f} %  {progress_text(event)}".rstrip()
    if isinstance(event, ItemDone):
        return one_line(item_text(event))
    if isinstance(event, Warned):
        about = f"{event.key}: " if event.key else ""
        return one_line(f"warning: {about}{event.message}")
    if isinstance(event, Metric):
        values = "  ".join(f"{name} {value:.4g}" for name, value in event.values.items())
        return one_line(f"{count_text(event.images, 'image')}  {values}")
    if isinstance(event, Preview):
        return one_line(f"preview: {event.path} {event.text}".rstrip())
    return ""


def progress_text(event: Progressed) -> str:
    left = "" if event.eta is None or event.eta < 0.5 else f"about {seconds_text(event.eta)} left"
    return one_line("  ".join(part for part in (left, event.text) if part))


def item_text(event: ItemDone) -> str:
    """`done a.jpg -> out/a.jpg`, `failed b.jpg: why`; a reason that begins with the name is enough."""
    if event.reason.startswith(event.key):
        return f"{event.state:7} {event.reason}"
    ending = f" -> {', '.join(event.outputs)}" if event.outputs and event.state == "done" else ""
    reason = f": {event.reason}" if event.reason else ""
    return f"{event.state:7} {event.key}{ending}{reason}"
