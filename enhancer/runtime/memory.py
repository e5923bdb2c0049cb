"""Memory: telling "there is not enough" from other faults, how much was used at most, keeping what was freed."""

from __future__ import annotations

import ctypes
import importlib
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch

_CPU_SIGNS = ("can't allocate memory", "not enough memory", "defaultcpuallocator", "std::bad_alloc")
_GPU_SIGNS = ("out of memory", "out_of_memory", "cudnn_status_alloc_failed", "cublas_status_alloc_failed")

# Of malloc.h.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_MMAP_MAX = -1, -3, -4


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


@contextmanager
def freed_memory_kept() -> Iterator[None]:
    """Let the C library keep what is freed for its next use; at the end all goes back to the system.

    A training step takes and frees the same blocks again and again. glibc gives large ones back to the system, which
    hands out zeroed pages, one fault each: a tenth of a DCGAN's step in float32, a third of R3GAN's. The price is that
    the process does not shrink meanwhile. Only glibc has the switch (mallopt(3)); elsewhere nothing is done.
    """
    if platform.libc_ver()[0] != "glibc":
        yield
        return
    library = ctypes.CDLL(None)
    library.mallopt(_M_MMAP_MAX, 0)
    library.mallopt(_M_TRIM_THRESHOLD, -1)  # never
    try:
        yield
    finally:
        # Where glibc's own thresholds come to rest; once one of them was set, they no longer move by themselves.
        library.mallopt(_M_MMAP_MAX, 65_536)
        library.mallopt(_M_MMAP_THRESHOLD, 32 << 20)
        library.mallopt(_M_TRIM_THRESHOLD, 64 << 20)
        library.malloc_trim(0)


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
