"""Writing so that a final name is absent, the old file, or the complete new file: temporary beside, flush, rename."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import re
import secrets
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .fault import fault
from .oserrors import output_error
from .process import Owner, host, this_process

MARK = ".enhancer-tmp"

_TEMPORARY = re.compile(r"^\.([0-9a-f]{8})-([0-9]+)-([0-9a-f]*)-[0-9a-f]{8}\.enhancer-tmp(\.[^.]*)?$")
_LONGEST_SUFFIX = 32
# What file systems without hard links answer (FAT, exFAT, some network and FUSE mounts).
_NO_LINKS = {
    errno.EPERM,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EMLINK,
    errno.EINVAL,
    errno.EACCES,
}


def temporary_beside(final: Path) -> Path:
    """A fresh hidden name in the folder of `final`, with its suffix; says whose it is, so `sweep` can tell.

    The file is not created. Short whatever the length of the final name is.
    """
    owner = this_process()
    suffix = final.suffix if len(os.fsencode(final.suffix)) <= _LONGEST_SUFFIX else ""
    name = f".{_host_mark()}-{owner.pid}-{owner.born}-{secrets.token_hex(4)}{MARK}{suffix}"
    return final.with_name(name)


def is_temporary(name: str) -> bool:
    """Whether a file name was made by `temporary_beside`, of whatever run."""
    return _TEMPORARY.match(name) is not None


def put_in_place(temporary: Path, final: Path, sync: bool = True, *, replace: bool = True) -> None:
    """Give the finished `temporary` its final name in one step, which is on the disk for good when `sync` is set.

    With `replace=False` a file that has the final name already, even since a moment ago, stays as it is and
    OutputError "exists" is raised. After any error the temporary file is gone and the final name as it was.
    """
    try:
        if sync:
            flush([temporary])
        if replace:
            temporary.replace(final)
        else:
            _rename_if_free(temporary, final)
        if sync:
            flush_folder(final.parent)
    except OSError as error:
        discard(temporary)
        raise output_error(error, final) from error


def write_temporary(final: Path, data: bytes) -> Path:
    """Write `data` under a new temporary name beside `final` and return that name; nothing is left after an error."""
    temporary = temporary_beside(final)
    half = len(data) // 2
    try:
        with temporary.open("xb") as file:
            file.write(memoryview(data)[:half])
            fault("mid_write")
            file.write(memoryview(data)[half:])
    except OSError as error:
        discard(temporary)
        raise output_error(error, final) from error
    except BaseException:
        discard(temporary)
        raise
    return temporary


def write_bytes(final: Path, data: bytes) -> None:
    """Replace or create `final` with `data`, whole or not at all. OutputError if that cannot be done."""
    put_in_place(write_temporary(final, data), final, replace=True)


def write_text(final: Path, text: str) -> None:
    """Like `write_bytes`, in UTF-8, line ends as given."""
    write_bytes(final, text.encode("utf-8"))


def discard(path: Path) -> None:
    """Remove a temporary file if it is there; a file that cannot be removed is left for `sweep`."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def sweep(folder: Path) -> int:
    """Remove the temporary files in `folder` whose run is proven dead; returns how many. Never fails."""
    removed = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _TEMPORARY.match(entry.name)
            if match and match[1] == _host_mark() and Owner(host(), int(match[2]), match[3]).is_dead():
                with suppress(OSError):
                    Path(entry.path).unlink()
                    removed += 1
    return removed


def flush(paths: Iterable[Path]) -> None:
    """Bring the content of closed files to the disk: one call a file system where there is one, else one a file."""
    pending = list(paths)
    if len(pending) > 1 and _flush_file_systems(pending):
        return
    for path in pending:
        # Windows flushes only through a handle that may write.
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can do that (Windows needs no such step)."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _flush_file_systems(paths: list[Path]) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    try:
        syncfs = ctypes.CDLL(None, use_errno=True).syncfs
    except (OSError, AttributeError):
        return False
    one_a_device = {path.stat().st_dev: path for path in paths}
    for path in one_a_device.values():
        handle = os.open(path, os.O_RDONLY)
        try:
            if syncfs(handle) != 0:
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), os.fspath(path))
        finally:
            os.close(handle)
    return True


def _rename_if_free(temporary: Path, final: Path) -> None:
    if sys.platform == "win32":
        temporary.rename(final)  # refuses an existing name by itself
        return
    try:
        os.link(temporary, final, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _rename_after_claim(temporary, final)
        return
    temporary.unlink()


def _rename_after_claim(temporary: Path, final: Path) -> None:
    """Without hard links: claim the name by creating it empty, which fails if it is taken, then rename over it.

    A crash between the two steps leaves an empty file; the journal's size and hash tell it from a result.
    """
    os.close(os.open(final, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    try:
        temporary.replace(final)
    except OSError:
        discard(final)
        raise


def _host_mark() -> str:
    return hashlib.sha256(host().encode()).hexdigest()[:8]
