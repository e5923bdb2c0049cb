"""Devices, precision, memory, workers: what is chosen, and what is said when it cannot be."""

import ctypes
import platform
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import torch

from enhancer.errors import DeviceError, SpecError
from enhancer.runtime import device as devices_module
from enhancer.runtime import precision as precision_module
from enhancer.runtime.device import Device, choose_device, devices, set_threads, usable_cores
from enhancer.runtime.memory import freed_memory_kept, is_out_of_memory, peak_memory
from enhancer.runtime.precision import choose_precision
from enhancer.runtime.workers import Workers


def pretend(monkeypatch, **counts):
    monkeypatch.setattr(devices_module, "_count", lambda kind: counts.get(kind, 0))


def test_auto_takes_the_cpu_where_nothing_else_is(monkeypatch):
    pretend(monkeypatch)
    assert choose_device("auto") == Device("cpu")
    assert devices() == [Device("cpu")]


def test_auto_prefers_cuda_to_everything(monkeypatch):
    pretend(monkeypatch, cuda=2, mps=1, xpu=1)
    assert str(choose_device("auto")) == "cuda:0"
    assert str(choose_device("CUDA:1")) == "cuda:1"
    assert str(choose_device("mps")) == "mps"
    assert devices()[-1] == Device("cpu")


@pytest.mark.parametrize("text", ["cuda", "cuda:0", "mps", "xpu"])
def test_a_device_that_is_not_there_is_an_error_not_a_replacement(monkeypatch, text):
    pretend(monkeypatch)
    with pytest.raises(DeviceError) as caught:
        choose_device(text)
    assert caught.value.code == "no-device"
    assert "cpu" in caught.value.hint


def test_an_index_too_high_names_those_there_are(monkeypatch):
    pretend(monkeypatch, cuda=2)
    with pytest.raises(DeviceError, match="cuda:0 to cuda:1"):
        choose_device("cuda:2")


@pytest.mark.parametrize("text", ["gpu", "", "cuda:x", "cuda:-1", "cpu;ls"])
def test_what_is_not_a_device_is_a_usage_error(text):
    with pytest.raises(SpecError):
        choose_device(text)


CPU, CUDA = Device("cpu"), Device("cuda", 0)
ALL = ("fp32", "fp16", "bf16")


@pytest.mark.parametrize(
    ("wanted", "device", "bits", "base", "offered", "fast", "chosen"),
    [
        ("auto", CPU, 8, True, ALL, True, "bf16"),
        ("auto", CPU, 8, True, ALL, False, "fp32"),
        ("auto", CUDA, 8, True, ALL, False, "fp16"),
        ("auto", CUDA, 16, True, ALL, False, "fp32"),
        ("auto", CUDA, 32, True, ALL, False, "fp32"),
        ("auto", CUDA, 8, False, ALL, False, "fp32"),
        ("auto", CUDA, 8, True, ("fp32",), False, "fp32"),
        ("fp16", CPU, 16, True, ("fp32",), False, "fp16"),
        ("fp16", CPU, 8, False, ALL, False, "fp16"),
        ("fp16", CPU, 16, False, ALL, False, "fp32"),
        ("fp32", CUDA, 8, True, ALL, True, "fp32"),
    ],
)
def test_precision_follows_device_depth_and_model(monkeypatch, wanted, device, bits, base, offered, fast, chosen):
    monkeypatch.setattr(precision_module, "cpu_multiplies_bf16", lambda: fast)
    choice = choose_precision(wanted, device, bits=bits, has_base=base, offered=offered)
    assert choice.precision == chosen
    assert bool(choice.note) == (wanted == "fp16" and chosen == "fp32")


def test_an_unknown_precision_is_a_usage_error():
    with pytest.raises(SpecError):
        choose_precision("fp8", CPU, bits=8, has_base=True)


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"), True),
        (RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory: 9 bytes"), True),
        (RuntimeError("cuDNN error: CUDNN_STATUS_ALLOC_FAILED"), True),
        (MemoryError(), True),
        (RuntimeError("The size of tensor a (3) must match"), False),
        (ValueError("out of memory"), False),
    ],
)
def test_only_a_lack_of_memory_is_taken_for_one(error, answer):
    assert is_out_of_memory(error) is answer


def test_the_cpu_allocator_really_says_so():
    with pytest.raises(RuntimeError) as caught:
        torch.empty(1 << 60, dtype=torch.uint8)
    assert is_out_of_memory(caught.value)


def test_peak_memory_is_counted_in_bytes():
    peak = peak_memory()
    assert peak is None or peak > 20_000_000


ROOT = Path(__file__).resolve().parents[2]
# Takes and frees blocks of 1 to 40 MiB as a training step does. Prints the page faults of the later rounds, and how
# many MiB the process holds at the end.
ROUNDS = """
import resource, sys, torch
from contextlib import nullcontext
from pathlib import Path
from enhancer.runtime.memory import freed_memory_kept
faults = []
with freed_memory_kept() if sys.argv[1] == "kept" else nullcontext():
    for _ in range(9):
        blocks = [torch.ones(mebibytes << 18) for mebibytes in (1, 2, 40, 4, 8, 16, 3, 24, 1)]
        held = int(Path("/proc/self/statm").read_text().split()[1])
        del blocks
        faults.append(resource.getrusage(resource.RUSAGE_SELF).ru_minflt)
freed = held - int(Path("/proc/self/statm").read_text().split()[1])
print(faults[-1] - faults[2], freed * resource.getpagesize() >> 20)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has the switch")
def test_freed_memory_that_is_kept_comes_back_without_page_faults_and_goes_back_at_the_end():
    def faults_and_freed(mode):
        done = subprocess.run([sys.executable, "-c", ROUNDS, mode], capture_output=True, check=True, cwd=ROOT)
        return map(int, done.stdout.split())

    kept, freed = faults_and_freed("kept")
    faults, _ = faults_and_freed("left")
    assert kept * 2 < faults
    assert freed > 80, "of the 99 MiB that were in use"


def test_another_c_library_is_left_as_it_is(monkeypatch):
    monkeypatch.setattr(platform, "libc_ver", lambda: ("", ""))
    monkeypatch.setattr(ctypes, "CDLL", None)
    with freed_memory_kept():
        pass


def test_threads_are_set_and_zero_means_all_cores():
    try:
        assert set_threads(1) == 1
        assert set_threads(0) == usable_cores()
    finally:
        set_threads(0)


def test_workers_keep_order_use_several_threads_and_restore_the_setting():
    before, names = torch.get_num_threads(), set()
    barrier = threading.Barrier(2, timeout=10)

    def work(k):
        barrier.wait()
        names.add(threading.current_thread().name)
        assert torch.is_inference_mode_enabled()
        return k * k, torch.get_num_threads()

    assert Workers(2, "cpu").map(work, range(2)) == [(0, 1), (1, 1)]
    assert len(names) == 2
    set_threads(2)
    Workers(2, "cpu").map(lambda k: k, range(3))
    assert torch.get_num_threads() == 2
    set_threads(before)


def test_an_error_in_a_worker_is_raised_after_all_have_ended():
    ended = []

    def work(k):
        if k == 0:
            raise ValueError("first")
        ended.append(k)

    with pytest.raises(ValueError, match="first"):
        Workers(2, "cpu").map(work, range(4))
    assert sorted(ended) == [1, 2, 3]
