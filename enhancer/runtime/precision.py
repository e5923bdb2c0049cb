"""In which precision a network computes its residual. The base and everything after the network stay float32."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

import torch

from ..errors import SpecError
from .device import Device

Precision = Literal["fp32", "fp16", "bf16"]
DTYPES: dict[Precision, torch.dtype] = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}


@dataclass(frozen=True)
class Choice:
    """The precision to use, and a sentence if it is not the one asked for."""

    precision: Precision
    note: str = ""


def choose_precision(
    wanted: str, device: Device, *, bits: int, has_base: bool, offered: Sequence[str] = ("fp32",)
) -> Choice:
    """A pure function of model, kind of device and depth of the picture.

    bits: significant bits of the input, 32 for float. has_base: whether the network only adds to a float32 base.
    offered: precisions that the model's card was tested in.

    `auto` is half precision where that is faster, the model was tested in it, and the input has at most 8 bits:
    fp16 on CUDA, MPS and XPU, bf16 on CPUs that multiply it in hardware (AMX, AVX-512 BF16), else fp32. Deeper
    inputs run in fp32, since whoever brings 16 bits wants them back; fp16 can be asked for there and costs a few
    of 65,535 codes. Without a base the picture itself would pass through half precision, so more than 8 bits
    always run in fp32.
    """
    if wanted not in ("auto", *DTYPES):
        raise SpecError(f"There is no precision {wanted!r}.", f"Use auto, {', '.join(DTYPES)}.")
    if wanted != "auto":
        if wanted != "fp32" and bits > 8 and not has_base:
            return Choice("fp32", f"{wanted} would lose depth: this model has no base to add to, so fp32 is used.")
        return Choice(cast(Precision, wanted))
    fast: Precision = fast_half(device)
    if bits <= 8 and has_base and fast in offered:
        return Choice(fast)
    return Choice("fp32")


def fast_half(device: Device) -> Precision:
    """The half precision that this device computes faster than float32; fp32 if there is none."""
    if device.kind == "cpu":
        return "bf16" if cpu_multiplies_bf16() else "fp32"
    return "fp16"


def cpu_multiplies_bf16() -> bool:
    """Whether this CPU has bfloat16 arithmetic that torch uses for convolutions; emulation is slower than float32."""
    try:
        capabilities = torch.cpu.get_capabilities()  # since torch 2.12
        return bool(capabilities.get("amx_bf16") or capabilities.get("avx512_bf16") or capabilities.get("bf16"))
    except (AttributeError, RuntimeError):
        tests = (getattr(torch.cpu, f"_is_{name}_supported", None) for name in ("amx_tile", "avx512_bf16"))
        return any(test() for test in tests if test is not None)
