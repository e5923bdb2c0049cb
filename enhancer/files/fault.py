"""Named points at which tests make the process die or the disk fill; nothing happens unless ENHANCER_FAULT is set.

`ENHANCER_FAULT=after_rename:3` kills the process the third time it reaches the point `after_rename`; a third
part chooses what happens: `kill` (the default, no clean-up at all), `no-space`, `int`, `term`. The points are
`after_plan_row` (a row of the plan was entered), `mid_write` (half of an output is written under its
temporary name), `before_rename` (all is recorded, nothing in place), `after_rename` (in place, not yet
recorded as done).
"""

from __future__ import annotations

import errno
import os
import signal
import threading
from collections import Counter

VARIABLE = "ENHANCER_FAULT"

_hits: Counter[str] = Counter()
_lock = threading.Lock()


def fault(name: str) -> None:
    """The test hook: do what ENHANCER_FAULT says if it names this point and this is the hit it counts to."""
    wanted = os.environ.get(VARIABLE)
    if not wanted:
        return
    point, _, rest = wanted.partition(":")
    count, _, action = rest.partition(":")
    if point != name:
        return
    with _lock:
        _hits[name] += 1
        reached = _hits[name] == int(count or 1)
    if reached:
        _act(action or "kill")


def _act(action: str) -> None:
    if action == "no-space":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    signals = {
        # Windows has no SIGKILL; there os.kill with SIGTERM ends the process at once, which is the same.
        "kill": getattr(signal, "SIGKILL", signal.SIGTERM),
        "int": signal.SIGINT,
        "term": signal.SIGTERM,
    }
    os.kill(os.getpid(), signals[action])
