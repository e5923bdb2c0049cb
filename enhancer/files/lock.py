"""The lock of an output folder: one run at a time, and a dead run never keeps it."""

from __future__ import annotations

import errno
import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ..errors import OutputInUse
from .names import display
from .oserrors import output_error
from .process import Owner, boot, host, this_process

STATE_FOLDER = ".enhancer"
"""Where the lock and the journals of an output folder lie, inside that folder."""

# Far behind the text, since Windows forbids others to read the bytes that are locked.
_LOCKED_BYTE = 1 << 30
_HELD = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}


class OutputLock:
    """Held from `with` to its end over `folder`; OutputInUse (exit 11) if another run has it.

    Two things say that a lock is free: the operating system's own file lock, which ends with its process, and
    what the last owner wrote: it must be proven dead if it did not leave in order. So neither a network file
    system that knows no locks, nor a crash, nor a reused process number leads to two runs at once. The folder
    is created.
    """

    def __init__(self, folder: Path, name: str = "lock") -> None:
        self.path = folder / STATE_FOLDER / f"{name}.json"
        self._handle: int | None = None

    def __enter__(self) -> Self:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            while not self._acquire():
                pass
        except OSError as error:
            raise output_error(error, self.path) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._handle is None:
            return
        try:
            if sys.platform != "win32":
                self.path.unlink(missing_ok=True)  # while it is still held, so nobody else's file is removed
            else:
                os.truncate(self._handle, 0)
        except OSError:
            pass  # an empty or dead lock is taken over by the next run
        self._release()
        with suppress(OSError):  # a journal may live there
            self.path.parent.rmdir()

    def _acquire(self) -> bool:
        """True when held; False when the file was removed by its last owner meanwhile, so that it
        must be opened anew.
        """
        try:
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError:  # a run that ended meanwhile took the empty folder along
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return False
        try:
            if not _lock(self._handle):
                raise self._in_use(_read(self._handle))
            if not _is_still(self._handle, self.path):
                self._release()
                return False
            last = _read(self._handle)
            if last and not _is_over(last):
                raise self._in_use(last)
            _write(self._handle)
        except BaseException:
            self._release()
            raise
        return True

    def _release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _in_use(self, owner: dict[str, Any]) -> OutputInUse:
        where = display(os.fspath(self.path.parent.parent))
        who = (
            f"process {owner.get('pid', '?')} on {display(str(owner.get('host', '?')))}, "
            f"started {display(str(owner.get('started', '?')))}"
        )
        return OutputInUse(
            f"{where} is in use by another run ({who}).",
            f"Wait for it to end; if you know that it has ended, remove {display(os.fspath(self.path))}.",
        )


def is_held(folder: Path, name: str = "lock") -> bool:
    """Whether a run holds `folder` at this moment, or may hold it from a machine that cannot be asked.

    Only looks: nothing is created, and a run that starts meanwhile is not disturbed.
    """
    path = folder / STATE_FOLDER / f"{name}.json"
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        last = _read(handle)
        if last.get("host") == host():
            # The system's lock would have to be taken to be asked, and a run that starts then would be refused.
            own = this_process()
            return (last.get("pid"), last.get("born")) == (own.pid, own.born) or not _is_over(last)
        return bool(last) and (not _lock(handle) or not _is_over(last))
    except OSError:
        return False
    finally:
        os.close(handle)


def _is_over(last: dict[str, Any]) -> bool:
    """Whether the run that wrote this, and whose system lock is free, is proven to have ended."""
    try:
        owner = Owner(str(last["host"]), int(last["pid"]), str(last["born"]))
        booted = str(last["boot"])
    except (KeyError, TypeError, ValueError):
        return True  # cut off while it was written; the system lock is what counts
    if booted and boot():
        # One kernel: its lock is the truth, in whatever container the owner lived. Another start of the same
        # machine: nothing of before lives on. Another machine: unknown.
        return (booted == boot() and not _runs_here(owner)) or (booted != boot() and owner.host == host())
    return owner.is_dead()


def _runs_here(owner: Owner) -> bool:
    return owner.host == host() and not owner.is_dead() and owner != this_process()


def _lock(handle: int) -> bool:
    """Take the system's lock; False if another holds it, True also where the file system has none."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD
    return True


def _is_still(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _read(handle: int) -> dict[str, Any]:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        value = json.loads(os.read(handle, 10_000) or b"{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _write(handle: int) -> None:
    owner = this_process()
    started = datetime.now().astimezone().isoformat(timespec="seconds")
    values = {"pid": owner.pid, "host": owner.host, "born": owner.born, "boot": boot(), "started": started}
    os.truncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(values).encode())
    os.fsync(handle)
