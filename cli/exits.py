"""The one edge of the command line: errors become one line and an exit status here, and nowhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from enhancer.errors import EnhancerError

from .streams import LastingStream, tell

OK = 0
FATAL = 1
USAGE = 2
SOME_FAILED = 3
INTERRUPTED = 130
TERMINATED = 143


def guarded(work: Callable[[], Any]) -> int:
    """The exit status of `work()`, which returns one or nothing; whatever it raises is said in one line."""
    try:
        status = int(work() or OK)
    except BaseException as error:  # the edge: nothing may pass
        if os.environ.get("ENHANCER_TRACEBACK"):
            _trace()
        text, status = explain(error)
        if text:
            tell(text if isinstance(error, NoArgsIsHelpError) else f"enhancer: {text}")
    return _finish(status)


def explain(error: BaseException) -> tuple[str, int]:
    """What to say of an error, in one line, and the exit status it means."""
    if isinstance(error, EnhancerError):
        return one_line(str(error)), error.exit_status
    if isinstance(error, NoArgsIsHelpError):
        return error.format_message(), USAGE
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx else "enhancer"
        return f"{one_line(error.format_message())} Try '{path} --help'.", USAGE
    if isinstance(error, click.ClickException):
        return one_line(error.format_message()), error.exit_code
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return "Stopped.", INTERRUPTED
    if isinstance(error, SystemExit):
        return "", error.code if isinstance(error.code, int) else OK if error.code is None else FATAL
    if isinstance(error, MemoryError):
        return "There is not enough memory. Close other programs, or give a smaller --tile.", FATAL
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return one_line(f"{where}{error.strerror}."), FATAL
    text = one_line(f"{type(error).__name__}: {error}")
    return (
        f"internal error: {text}. Run again with ENHANCER_TRACEBACK=1 to see where, and please report it.",
        FATAL,
    )


def one_line(text: str) -> str:
    """The text on one line, without anything that a terminal would obey."""
    from enhancer.files.names import display  # only where something is said of files; --help says nothing

    return display(" ".join(text.splitlines()))


def _finish(status: int) -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    if isinstance(sys.stdout, LastingStream) and sys.stdout.fault is not None and sys.stdout.full:
        tell(f"enhancer: Standard output could not be written: {sys.stdout.fault.strerror}.")
        return status or FATAL
    return status


def _trace() -> None:
    import traceback

    traceback.print_exc()
