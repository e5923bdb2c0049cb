"""A model in use: info and network behind one call contract, with the float32 base and the residual apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from ..errors import ModelError
from .building import DOES, agree, construct, fill, refuse_conditions
from .file import read_model
from .info import ModelInfo
from .networks import NETWORKS
from .networks.network import Network
from .store import Entry, Store


@dataclass(frozen=True)
class Model:
    """An image-to-image model: (N,3,H,W) float in [0,1], any H,W >= 1, to (N,3,H*scale,W*scale) float in [0,1].

    `net` is folded, in eval mode and channels-last. `sha256` is that of the file, "" for a model in the making.
    """

    info: ModelInfo
    net: Network
    sha256: str = ""

    def base(self, x: Tensor) -> Tensor:
        """What the residual is added to: x resampled to (N,3,H*scale,W*scale) float32; zeros for base "none"."""
        return resample(x.float(), self.info.scale, self.info.base)

    def residual(self, x: Tensor, conditions: Mapping[str, Any] | None = None) -> Tensor:
        """The network's part, in the dtype of x, which must be the dtype of `net`; pads and crops by itself.

        `conditions` are named floats, maps or a class; a network that declares none refuses any.
        """
        refuse_conditions(self.info, conditions)
        height, width = x.shape[-2:]
        multiple = self.net.multiple_of
        below, right = -height % multiple, -width % multiple
        if below or right:
            x = F.pad(x, (0, right, 0, below), mode="replicate")
        y: Tensor = self.net(x.contiguous(memory_format=torch.channels_last))
        scale = self.info.scale
        return y[..., : height * scale, : width * scale]

    def __call__(self, x: Tensor, conditions: Mapping[str, Any] | None = None) -> Tensor:
        residual = self.residual(x.to(self.dtype), conditions).float()
        return (self.base(x) + residual).clamp(0, 1)

    @property
    def dtype(self) -> torch.dtype:
        return next(self.net.parameters()).dtype

    def to(self, device: str | torch.device, dtype: torch.dtype) -> Model:
        """A copy whose network lives on `device` in `dtype`."""
        net = build(self.info)
        net.load_state_dict(self.net.state_dict())
        net = net.to(device=device, dtype=dtype, memory_format=torch.channels_last)  # type: ignore[call-overload]
        return Model(self.info, net.eval().requires_grad_(False), self.sha256)


def resample(x: Tensor, scale: int, base: str) -> Tensor:
    """x (N,C,H,W) float32 enlarged by an integer: "bicubic" (a = -0.5, as MATLAB and Pillow), "nearest", "none"."""
    if base == "bicubic":
        # With antialias torch uses a = -0.5; without it -0.75. When enlarging, nothing else differs.
        return F.interpolate(x, scale_factor=scale, mode="bicubic", antialias=True) if scale > 1 else x
    if base == "nearest":
        return F.interpolate(x, scale_factor=scale, mode="nearest")
    n, c, h, w = x.shape
    return x.new_zeros(()).expand(n, c, h * scale, w * scale)


def build(info: ModelInfo, **extra: Any) -> Network:
    """The network that a card names, with random weights; ModelError if card and network disagree."""
    if info.purpose in ("generate", "features"):
        hint = "Make pictures with it instead of giving it one." if info.purpose == "generate" else ""
        raise ModelError(f"{info.name} changes no pictures: it {DOES[info.purpose]}.", hint, "model-purpose")
    net = construct(NETWORKS, info, **extra)
    facts = {
        "scale": net.scale,
        "base": net.base,
        "receptive_field": net.radius,
        "multiple_of": net.multiple_of,
    }
    agree(info, facts)
    return net


def open_entry(entry: Entry, device: str | torch.device = "cpu") -> Model:
    """Read, check and build the model of a store entry."""
    info, state = read_model(entry.path)
    net = build(info)
    fill(net, state, entry.path)
    net = net.to(device=device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    return Model(info, net.eval().requires_grad_(False), entry.sha256)


def open_model(name: str | Path, device: str | torch.device = "cpu") -> Model:
    """Open a model by its name in the store or by its file, in float32."""
    return open_entry(Store.default().find(str(name)), device)
