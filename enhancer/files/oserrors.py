"""From the errors of the operating system to OutputError: one line, what to do, a stable code."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from ..errors import OutputError
from .names import display

# code -> (errno values, what to do)
_KINDS: dict[str, tuple[frozenset[int], str]] = {
    # EFBIG is what a process limit or a FAT32 volume answers; for the user it is the same lack of room.
    "no-space": (
        frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}),
        "Free some space and run the same command again.",
    ),
    "read-only": (frozenset({errno.EROFS}), "Choose an output folder that can be written."),
    "permission": (frozenset({errno.EACCES, errno.EPERM}), "Check the owner and the rights of the folder."),
    "is-directory": (frozenset({errno.EISDIR}), "A folder has that name; choose another output name."),
    "name-too-long": (frozenset({errno.ENAMETOOLONG}), "Choose a shorter name with --name."),
    "exists": (frozenset({errno.EEXIST}), "Choose another name, or say what to do with --if-exists."),
    "not-a-folder": (
        frozenset({errno.ENOTDIR}),
        "A part of the path is a file; choose another output folder.",
    ),
}

STOPS_THE_RUN = frozenset({"no-space", "read-only"})
"""Codes after which every further output would fail as well."""


def output_error(error: OSError, path: Path) -> OutputError:
    """The OutputError that says what `error` means for writing `path`.

    Codes: no-space, read-only, permission, is-directory, name-too-long, exists, not-a-folder, else output.
    """
    for code, (numbers, hint) in _KINDS.items():
        if error.errno in numbers:
            if code in {"permission", "exists"} and os.path.isdir(path):  # noqa: PTH112 (never raises)
                code, hint = "is-directory", _KINDS["is-directory"][1]
            break
    else:
        code, hint = "output", ""
    why = error.strerror or (os.strerror(error.errno) if error.errno else type(error).__name__)
    return OutputError(f"{display(os.fspath(path))} cannot be written: {display(why)}.", hint, code)
