"""Numbers as people read them: bytes, seconds, counts. Pure functions of values, nothing of the program."""

from __future__ import annotations


def size_text(count: float) -> str:
    """Bytes in decimal units: 0 B, 999 B, 1.2 kB, 34 MB."""
    for unit in ("B", "kB", "MB", "GB"):
        if count < 999.5:
            return f"{count:.0f} {unit}" if unit == "B" or count >= 9.95 else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} TB"


def seconds_text(seconds: float) -> str:
    """A duration with the two units that matter: 0.4 s, 12 s, 3 min 20 s, 2 h 5 min, 3 d 4 h."""
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    for large, small, name, below in ((60, 1, "min", "s"), (3600, 60, "h", "min"), (86400, 3600, "d", "h")):
        if whole < large * {"min": 60, "h": 24, "d": 10**9}[name]:
            rest = whole % large // small
            return f"{whole // large} {name}" + (f" {rest} {below}" if rest else "")
    raise AssertionError("days have no end")


def count_text(count: int, noun: str) -> str:
    """`1 picture`, `12,000 pictures`."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
