"""Who a running process is, so that another run can tell whether the owner of a lock or a temporary file is dead."""

from __future__ import annotations

import functools
import hashlib
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Owner:
    """A process on a host. `born` tells two processes with the same number apart; empty where it cannot be known."""

    host: str
    pid: int
    born: str

    def is_dead(self) -> bool:
        """True only if it is proven: same host, and the number is free or was given to a later process."""
        if self.host != host():
            return False
        if not is_running(self.pid):
            return True
        born = born_at(self.pid)
        return bool(self.born and born and self.born != born)


@functools.cache
def host() -> str:
    """The name of this machine."""
    return platform.node() or "localhost"


@functools.cache
def boot() -> str:
    """Changes with every start of the machine, the same in all its containers; empty where it cannot be known."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def this_process() -> Owner:
    pid = os.getpid()  # not cached: a forked child is another process
    return Owner(host(), pid, born_at(pid))


def is_running(pid: int) -> bool:
    """Whether a process of this number exists on this machine; True in doubt."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _windows_birth(pid) is not None
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def born_at(pid: int) -> str:
    """A short text that differs between two processes that had the same number; empty if unknown."""
    if sys.platform == "win32":
        text = _windows_birth(pid) or ""
    elif sys.platform == "darwin":
        text = _macos_birth(pid)
    else:
        text = _linux_birth(pid)
    return hashlib.sha256(text.encode()).hexdigest()[:8] if text else ""


def _linux_birth(pid: int) -> str:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        # The command may hold spaces and brackets; the fields that follow its last bracket start with the
        # third.
        return f"{boot()} {stat.rpartition(')')[2].split()[19]}"
    except (OSError, IndexError):
        return ""


def _macos_birth(pid: int) -> str:
    try:
        command = ["/bin/ps", "-o", "lstart=", "-p", str(pid)]
        return subprocess.run(command, capture_output=True, text=True, timeout=5, check=False).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def _windows_birth(pid: int) -> str | None:
    """The creation time of a process; "" if it runs but may not be asked, None if it does not run."""
    if sys.platform != "win32":
        raise RuntimeError("for Windows only")
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = wintypes.HANDLE
    kernel.GetProcessTimes.argtypes = [wintypes.HANDLE] + [ctypes.POINTER(wintypes.FILETIME)] * 4
    kernel.GetExitCodeProcess.argtypes = [wintypes.HANDLE, ctypes.POINTER(wintypes.DWORD)]
    kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    query_limited_information, access_denied, still_active = 0x1000, 5, 259
    handle = kernel.OpenProcess(query_limited_information, False, pid)
    if not handle:
        return "" if ctypes.get_last_error() == access_denied else None
    try:
        exit_code = wintypes.DWORD()
        if kernel.GetExitCodeProcess(handle, ctypes.byref(exit_code)) and exit_code.value != still_active:
            return None
        times = [wintypes.FILETIME() for _ in range(4)]
        if not kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in times)):
            return ""
        return f"{times[0].dwHighDateTime}-{times[0].dwLowDateTime}"
    finally:
        kernel.CloseHandle(handle)
