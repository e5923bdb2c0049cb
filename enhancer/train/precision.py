"""Which number format the networks' arithmetic has while training; weights and their averages are always float32."""

from __future__ import annotations

import torch

from ..runtime.device import Device
from ..runtime.precision import fast_half


def training_dtype(precision: str, device: Device) -> torch.dtype | None:
    """The autocast dtype, None for float32.

    `auto` is bfloat16 wherever half precision is fast: it has float32's range, so that no gradient vanishes or
    overflows and no loss scaling is needed, unlike float16, which is there for devices that know nothing better.
    """
    if precision == "auto":
        precision = "fp32" if fast_half(device) == "fp32" else "bf16"
    return {"fp32": None, "bf16": torch.bfloat16, "fp16": torch.float16}[precision]
