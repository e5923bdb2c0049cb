"""True, False and None, kept alive. PySide6 6.12 gives back constants that it does not own: True from `Signal.emit`,
None from every call without a result. Where they are counted, before Python 3.12, some thousands of calls would free
them, and the program ends with "deallocating None". The counts are raised out of reach once; nothing else looks at them. To
be removed when no such version is allowed.
"""

from __future__ import annotations

import sys

OUT_OF_REACH = 1 << 40


def keep_true() -> None:
    """Does nothing where True is immortal by itself, or where the count is not where CPython 3.11 has it."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    import ctypes

    for value in (True, False, None, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(value))
        if 0 < count.value < OUT_OF_REACH and abs(count.value - sys.getrefcount(value)) < 16:
            count.value += OUT_OF_REACH
