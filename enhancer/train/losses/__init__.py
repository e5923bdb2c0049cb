"""The registry of losses: one family a file, one line here. Each is (prediction, target) -> scalar float32."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

from ...registry import Registry

Loss = Callable[[Tensor, Tensor], Tensor]

LOSSES: Registry[Loss] = Registry(
    "loss",
    __name__,
    [
        ("l1", ".pixel:l1"),
        ("mse", ".pixel:mse"),
        ("charbonnier", ".pixel:charbonnier"),
        ("fft", ".frequency:fft"),
    ],
)
