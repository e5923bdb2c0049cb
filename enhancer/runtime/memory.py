"""Memory: telling "there is not enough" from other faults, and how much was used at most."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import torch

_CPU_SIGNS = ("can't allocate memory", "not enough memory", "defaultcpuallocator", "std::bad_alloc")
_GPU_SIGNS = ("out of memory", "out_of_memory", "cudnn_status_alloc_failed", "cublas_status_alloc_failed")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether smaller tiles could help.

    GPUs raise `torch.OutOfMemoryError` or, from their libraries, a RuntimeError; the CPU a RuntimeError of its
    allocator, numpy a MemoryError. Only the texts tell the RuntimeErrors apart.
    """
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    text = str(error).lower()
    return isinstance(error, RuntimeError) and any(sign in text for sign in _CPU_SIGNS + _GPU_SIGNS)


def release(device: torch.device) -> None:
    """Give cached blocks back to the device, so that a smaller plan finds them."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()
    elif device.type == "xpu":
        torch.xpu.empty_cache()


def peak_memory() -> int | None:
    """Bytes of main memory this process held at most since it started; None where the system does not say."""
    if sys.platform == "win32":
        return _windows_peak()
    try:
        resource: Any = importlib.import_module("resource")
    except ImportError:
        return None
    peak = int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peak if sys.platform == "darwin" else peak * 1024


def peak_device_memory(device: torch.device) -> int | None:
    """Bytes of device memory held at most; None for the CPU and where torch does not count."""
    if device.type == "cuda":
        return int(torch.cuda.max_memory_allocated(device))
    if device.type == "xpu":
        return int(torch.xpu.max_memory_allocated(device))
    return None


def _windows_peak() -> int | None:
    ctypes: Any = importlib.import_module("ctypes")

    class Counters(ctypes.Structure):  # type: ignore[misc]
        _fields_ = (
            ("cb", ctypes.c_ulong),
            ("page_faults", ctypes.c_ulong),
            *((name, ctypes.c_size_t) for name in ("peak", "now", "q1", "q2", "q3", "q4", "pagefile", "peak_pagefile")),
        )

    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    process = ctypes.c_void_p(-1)  # the pseudo handle of the calling process
    query = ctypes.windll.psapi.GetProcessMemoryInfo
    return int(counters.peak) if query(process, ctypes.byref(counters), counters.cb) else None
