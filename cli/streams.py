"""Standard streams that survive what users do to them: closed, full, not UTF-8. What is said is not decided here."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import Any, TextIO, cast


class LastingStream:
    """A text stream whose `write` and `flush` never raise OSError: what cannot be written is dropped, and remembered.

    So a run whose reader went away (`| head -1`) goes on to its end. `.buffer` is the bare stream's: bytes
    written there, a picture for instance, still fail aloud.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.fault: OSError | None = None

    def write(self, text: str) -> int:
        if self.fault is None:
            try:
                return self._stream.write(text)
            except OSError as error:
                self._lose(error)
        return len(text)

    def flush(self) -> None:
        if self.fault is None:
            try:
                self._stream.flush()
            except OSError as error:
                self._lose(error)

    def _lose(self, error: OSError) -> None:
        self.fault = error
        # The interpreter flushes once more at exit; what is left in the buffer then goes nowhere, without a
        # word.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())

    @property
    def full(self) -> bool:
        """Whether text was lost for another reason than a reader that went away (EINVAL is Windows' word for it)."""
        return self.fault is not None and self.fault.errno not in (errno.EPIPE, errno.EINVAL)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def prepare_streams() -> None:
    """Make the process's own streams safe to write any text to. Done once; a second call changes nothing."""
    for number, name in ((0, "stdin"), (1, "stdout"), (2, "stderr")):
        if getattr(sys, name) is None:  # started with the stream closed: keep its number from being used for a file
            _fill(number)
            setattr(sys, name, open(os.devnull, "r" if number == 0 else "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, LastingStream):
            continue
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
        setattr(sys, name, cast(TextIO, LastingStream(stream)))


def _fill(number: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        handle = os.open(os.devnull, os.O_RDWR)
        if handle != number:
            os.dup2(handle, number)
            os.close(handle)


def say(text: str) -> None:
    """One result, on standard output."""
    sys.stdout.write(text + "\n")


def tell(text: str) -> None:
    """One remark, on standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
