"""How long the threads of this process ran, and how long they were ready to run but had to wait for a processor."""

from __future__ import annotations

from pathlib import Path

TASKS = Path("/proc/self/task")


def thread_seconds() -> tuple[float, float] | None:
    """(ran, waited) of all threads that live, since each began; None where the system does not count them.

    Linux does, for its scheduler: proc(5), /proc/pid/schedstat.
    """
    ran = waited = 0
    for path in TASKS.glob("*/schedstat"):
        try:
            first, second, *_ = map(int, path.read_text(encoding="ascii").split())
        except (OSError, ValueError):
            continue  # This thread has ended meanwhile.
        ran, waited = ran + first, waited + second
    return (ran / 1e9, waited / 1e9) if ran else None
