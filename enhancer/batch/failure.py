"""What becomes of an exception in a stage: a code and a reason for the item, or the end of the run."""

from __future__ import annotations

import os
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import EnhancerError, OutputError
from ..files.names import display
from ..files.oserrors import STOPS_THE_RUN, output_error
from .item import Item


@dataclass(frozen=True)
class Failure:
    """Why an item failed. code: that of the EnhancerError, vanished, permission, no-memory, internal ..."""

    code: str
    reason: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def failure_in_reading(error: Exception, item: Item) -> Failure:
    """An input that is gone is `vanished`, whatever the reader said about it: the file system is shared."""
    gone = next((path for path in item.inputs if not os.path.lexists(path)), None)
    if gone is not None:
        return Failure("vanished", f"{_show(gone)} is no longer there.")
    if isinstance(error, PermissionError):
        return Failure("permission", f"{_show(Path(error.filename or item.key))} may not be read.")
    if isinstance(error, OSError):
        why = error.strerror or type(error).__name__
        return Failure("unreadable", f"{_show(Path(error.filename or item.key))} cannot be read: {why}.")
    return failure_in_work(error)


def failure_in_work(error: Exception) -> Failure:
    if isinstance(error, EnhancerError):
        return Failure(error.code, display(str(error)))
    if isinstance(error, MemoryError):
        return Failure("no-memory", "There is not enough memory for this item.")
    frame = traceback.extract_tb(error.__traceback__)[-1:]
    where = [f"{Path(line.filename).name}:{line.lineno} in {line.name}" for line in frame]
    reason = f"An error inside Enhancer, {type(error).__name__}: {display(str(error), 300)}"
    return Failure("internal", reason, {"where": where[0] if where else ""})


def failure_in_writing(error: Exception, item: Item) -> Failure:
    """Raises OutputError instead where every further output would fail as well (no space, read-only)."""
    if isinstance(error, OSError):
        error = output_error(error, item.outputs[0])
    if isinstance(error, OutputError) and error.code in STOPS_THE_RUN:
        raise error
    return failure_in_work(error)


def _show(path: Path) -> str:
    return display(os.fspath(path))
