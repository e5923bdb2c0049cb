"""The exponential moving average of weights: what is judged and exported. Its decay is in `schedule`."""

from __future__ import annotations

import torch
from torch import nn


@torch.no_grad()
def average(slow: nn.Module, fast: nn.Module, decay: float) -> None:
    """Keep `decay` of the average and take the rest from the weights, in place. Buffers are left alone."""
    torch._foreach_lerp_(list(slow.parameters()), list(fast.parameters()), 1 - decay)
