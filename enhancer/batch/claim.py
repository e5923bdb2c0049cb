"""Who may work on an output folder at the same time: one whole run, or the shards of one job beside each other."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ..errors import OutputInUse
from ..files.lock import STATE_FOLDER, OutputLock
from .journal import shard_mark

WHOLE = "lock"
GATE = "lock-gate"
PATIENCE = 10.0
"""Seconds to wait for the gate; whoever holds it only looks at the other locks."""


@contextmanager
def claimed(folder: Path, identity: str, shard: str = "1/1") -> Iterator[None]:
    """Hold `folder` for the job with this identity, or for its shard i/n; OutputInUse (exit 11) if that cannot be.

    Shards of one job that was divided in the same number of parts share no item, so they may run together.
    Every other pair may not: a whole run, another job, another division. All look at the locks of the others
    behind one gate, so that no two can miss each other.
    """
    mark = shard_mark(shard)
    name = f"{WHOLE}-{identity[:16]}{mark}" if mark else WHOLE
    with ExitStack() as held:
        with _gate(folder):
            for path in sorted((folder / STATE_FOLDER).glob(f"{WHOLE}*.json")):
                if path.stem != GATE and not (mark and _division(path.stem) == _division(name) and path.stem != name):
                    with OutputLock(folder, path.stem):
                        pass
            held.enter_context(OutputLock(folder, name))
        yield


def _division(name: str) -> tuple[str, str]:
    """Of the name of a shard's lock: job and number of parts, without the part's own number."""
    start, _, parts = name.rpartition("-of-")
    return start.rpartition("-")[0], parts


@contextmanager
def _gate(folder: Path) -> Iterator[None]:
    until = time.monotonic() + PATIENCE
    gate = OutputLock(folder, GATE)
    while True:
        try:
            gate.__enter__()
            break
        except OutputInUse:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
    try:
        yield
    finally:
        gate.__exit__(None, None, None)
