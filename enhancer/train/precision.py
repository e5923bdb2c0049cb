"""Which number format the networks' arithmetic has while training; weights and their averages are always float32."""

from __future__ import annotations

import torch

from ..runtime.precision import has_fast_bf16


def training_dtype(precision: str, device: torch.device) -> torch.dtype | None:
    """The autocast dtype, None for float32. `auto` is bfloat16 where the hardware multiplies it faster."""
    if precision == "auto":
        return torch.bfloat16 if has_fast_bf16(device) else None
    return {"fp32": None, "bf16": torch.bfloat16, "fp16": torch.float16}[precision]
