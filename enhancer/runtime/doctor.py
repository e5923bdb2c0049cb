"""What `enhancer doctor` finds: versions, devices that compute correctly, memory, models; and what to do
about problems.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import torch

from .. import __version__
from ..models.store import Store
from .device import Device, devices, usable_cores
from .selfcheck import Answer, answers

PACKAGES = ("torch", "torchvision", "numpy", "pillow", "opencv-python-headless", "tifffile", "imagecodecs")
LEAST_MEMORY = 2_000_000_000
LEAST_DISK = 500_000_000


@dataclass(frozen=True)
class Problem:
    """What is wrong and what to do about it; a grave one keeps pictures from being enhanced correctly."""

    what: str
    remedy: str
    grave: bool = False


@dataclass(frozen=True)
class DeviceFinding:
    """One device, its memory in bytes (None where it is the machine's), and what it answered in each precision."""

    device: str
    name: str
    memory: int | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Findings:
    """All that was found. Memory and disk in bytes, None where the system does not say."""

    versions: dict[str, str]
    cores: int
    memory: int | None
    memory_free: int | None
    disk_free: int | None
    devices: tuple[DeviceFinding, ...]
    models: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def healthy(self) -> bool:
        return not any(problem.grave for problem in self.problems)

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "healthy": self.healthy}

    def lines(self) -> list[str]:
        """For people: what there is, then what is wrong, then the verdict."""
        rows = [("versions", ", ".join(f"{name} {number}" for name, number in self.versions.items()))]
        rows += [("cores", str(self.cores))]
        rows += [("memory", f"{_bytes(self.memory)}, {_bytes(self.memory_free)} free")]
        rows += [("disk", f"{_bytes(self.disk_free)} free here")]
        for found in self.devices:
            own = f", {_bytes(found.memory)}" if found.memory else ""
            told = ", ".join(f"{a.precision} {'right' if a.right else 'WRONG'}" for a in found.answers)
            rows.append((found.device, f"{found.name}{own}: {told}"))
        rows.append(("models", ", ".join(self.models) or "none"))
        lines = [f"{name:9} {text}" for name, text in rows]
        for problem in self.problems:
            lines.append(f"{'PROBLEM' if problem.grave else 'note':9} {problem.what} {problem.remedy}")
        lines.append("All is well." if self.healthy else "Pictures cannot be relied on here until this is solved.")
        return lines


def examine() -> Findings:
    """Look at the machine and compute a known answer on every device in every precision; a few seconds."""
    store = Store.default()
    found = tuple(_examine_device(device) for device in devices())
    total, free = memory()
    disk = _disk_free()
    problems = [*_device_problems(found), *_torch_problems(), *_store_problems(store)]
    if free is not None and free < LEAST_MEMORY:
        problems.append(Problem("There is little free memory.", "Close other programs, or use a smaller --tile."))
    if disk is not None and disk < LEAST_DISK:
        problems.append(Problem("There is little free disk space here.", "Make room, or choose another place with -o."))
    return Findings(
        versions=_versions(),
        cores=usable_cores(),
        memory=total,
        memory_free=free,
        disk_free=disk,
        devices=found,
        models=tuple(entry.name for entry in store),
        problems=tuple(problems),
    )


def memory() -> tuple[int | None, int | None]:
    """Bytes of main memory that this process may use, and how many of them are free; None where nobody says."""
    if sys.platform == "win32":
        return _windows_memory()
    try:
        page = os.sysconf("SC_PAGE_SIZE")
        total, free = page * os.sysconf("SC_PHYS_PAGES"), _linux_available()
    except (ValueError, OSError):
        return None, None
    limit, used = (_number(Path("/sys/fs/cgroup") / name) for name in ("memory.max", "memory.current"))
    if limit is None or limit >= total:
        return total, free
    left = max(0, limit - (used or 0))
    return limit, left if free is None else min(left, free)


def _examine_device(device: Device) -> DeviceFinding:
    own = None
    if device.kind == "cuda":
        own = int(torch.cuda.get_device_properties(device.torch).total_memory)
    return DeviceFinding(str(device), device.name, own, answers(device))


def _device_problems(found: tuple[DeviceFinding, ...]) -> Iterator[Problem]:
    for one in found:
        for answer in one.answers:
            if answer.right:
                continue
            # What auto would never choose is no grave fault.
            grave = answer.precision == "fp32"
            remedy = "Update its driver, or use --device cpu." if one.device != "cpu" else "Reinstall torch."
            if not grave:
                remedy = f"Use --precision fp32 there. {remedy}"
            yield Problem(f"{one.device} computes wrongly in {answer.precision} ({answer.text}).", remedy, grave)


def _torch_problems() -> Iterator[Problem]:
    no_gpu_build = torch.version.cuda is None and torch.version.hip is None
    if no_gpu_build and sys.platform == "linux" and Path("/proc/driver/nvidia/version").exists():
        remedy = "Install the build of torch for your GPU to be many times faster."
        yield Problem("There is an NVIDIA GPU, but this torch is for the CPU only.", remedy)


def _store_problems(store: Store) -> Iterator[Problem]:
    for text in store.problems():
        yield Problem(text, "Remove the file, or replace it.")
    if not any(entry.shipped for entry in store):
        yield Problem("The models that belong to the program are missing.", "Install it again.", grave=True)


def _versions() -> dict[str, str]:
    found = {"enhancer": __version__, "python": platform.python_version(), "system": platform.platform(terse=True)}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "missing"
    return found


def _linux_available() -> int | None:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith("MemAvailable:")), None)


def _number(path: Path) -> int | None:
    try:
        return int(path.read_text(encoding="ascii"))
    except (OSError, ValueError):  # "max" is no number, and no limit
        return None


def _windows_memory() -> tuple[int | None, int | None]:
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("total", "free", "a", "b", "c", "d", "e")),
        )

    status = Status()
    status.length = ctypes.sizeof(status)
    windll: Any = getattr(ctypes, "windll")  # noqa: B009
    if not windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None, None
    return int(status.total), int(status.free)


def _disk_free() -> int | None:
    try:
        return shutil.disk_usage(Path.cwd()).free
    except OSError:
        return None


def _bytes(count: int | None) -> str:
    return "unknown" if count is None else f"{count / 1e9:.1f} GB"
