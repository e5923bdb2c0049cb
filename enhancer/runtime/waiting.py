"""How long the threads of this process ran, and how long they were ready to run but had to wait for a processor."""

from __future__ import annotations

from pathlib import Path

TASKS = Path("/proc/self/task")


def thread_seconds() -> dict[str, tuple[float, float]]:
    """(ran, waited) of each thread that lives, since it began; empty where the system does not count them.

    Linux does, for its scheduler: proc(5), /proc/pid/schedstat.
    """
    found = {}
    for path in TASKS.glob("*/schedstat"):
        try:
            ran, waited, _ = map(int, path.read_text(encoding="ascii").split())
        except (OSError, ValueError):
            continue  # This thread has ended meanwhile.
        found[path.parent.name] = (ran / 1e9, waited / 1e9)
    return found
