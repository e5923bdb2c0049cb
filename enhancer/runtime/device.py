"""Devices: from what the user says to one that is there, or an error that says what to do."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

import torch

from ..errors import DeviceError, SpecError


@dataclass(frozen=True)
class Device:
    """A device that exists. kind: cpu, cuda, mps or xpu; index: which of several, None where there is only one."""

    kind: str
    index: int | None = None

    @property
    def torch(self) -> torch.device:
        return torch.device(str(self))

    @property
    def name(self) -> str:
        """What its maker calls it."""
        if self.kind == "cuda":
            return str(torch.cuda.get_device_name(self.index))
        if self.kind == "xpu":
            return str(torch.xpu.get_device_name(self.index))
        return {"mps": "Apple GPU"}.get(self.kind, _cpu_name())

    def __str__(self) -> str:
        return self.kind if self.index is None else f"{self.kind}:{self.index}"


def choose_device(text: str = "auto") -> Device:
    """auto, cpu, cuda, cuda:N, mps, xpu or xpu:N. `auto` takes the first of cuda, mps, xpu that is there, else the CPU.

    DeviceError if the named device is not there: a device that was asked for is never replaced by another.
    """
    wanted = text.strip().lower()
    if wanted == "auto":
        return next((device for device in devices() if device.kind != "cpu"), Device("cpu"))
    match = re.fullmatch(r"(cpu|cuda|mps|xpu)(?::([0-9]{1,3}))?", wanted)
    if match is None:
        raise SpecError(f"There is no device {text!r}.", "Use auto, cpu, cuda, cuda:N, mps or xpu.")
    kind, number = match[1], match[2]
    if kind == "cpu":
        return Device("cpu")
    count = _count(kind)
    if count == 0:
        raise DeviceError(
            f"There is no {kind} device here: {_why_not(kind)}.", "Use --device cpu, or auto.", "no-device"
        )
    if kind == "mps":
        return Device("mps")
    index = int(number or 0)
    if index >= count:
        raise DeviceError(
            f"There is no {kind}:{index}; this machine has {count}.",
            f"Use {kind}:0 to {kind}:{count - 1}.",
            "no-device",
        )
    return Device(kind, index)


def devices() -> list[Device]:
    """All devices of this machine, the CPU last."""
    found = [Device(kind, index) for kind in ("cuda", "xpu") for index in range(_count(kind))]
    if _count("mps"):
        found.append(Device("mps"))
    return [*found, Device("cpu")]


def set_threads(count: int = 0) -> int:
    """Let the CPU use `count` threads, 0 for all cores this process may use; returns how many it uses.

    One setting for the process, as torch has it.
    """
    torch.set_num_threads(count or usable_cores())
    return current_threads()


def current_threads() -> int:
    """How many threads the CPU uses now, in the calling thread."""
    return int(torch.get_num_threads())


def usable_cores() -> int:
    """Cores that this process may run on; fewer than the machine has inside a container or under `taskset`."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _count(kind: str) -> int:
    if kind == "cuda":
        return int(torch.cuda.device_count()) if torch.cuda.is_available() else 0
    if kind == "mps":
        return int(torch.backends.mps.is_available())
    return int(torch.xpu.device_count()) if hasattr(torch, "xpu") and torch.xpu.is_available() else 0


def _why_not(kind: str) -> str:
    if kind == "cuda" and torch.version.cuda is None and torch.version.hip is None:
        return "this build of torch is for the CPU only"
    if kind == "cuda":
        return "no NVIDIA or AMD GPU answers, or its driver is missing or too old"
    if kind == "mps":
        return "it needs a Mac with Apple silicon and macOS 12.3 or newer"
    return "no Intel GPU answers, or this build of torch does not support it"


def _cpu_name() -> str:
    try:
        capabilities = torch.cpu.get_capabilities()  # since torch 2.12
    except (AttributeError, RuntimeError):
        return "CPU"
    return str(capabilities.get("cpu_name") or "CPU")
