"""Normalisation for adversarial training: batch statistics that leave no trace, and standing ones for use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .classes import given

Norm = Literal["batch", "none", "layer", "instance"]
EPSILON = 1e-5


class Moments:
    """Exact running mean and variance of columns, in float64 (Chan et al. 1983)."""

    def __init__(self, width: int) -> None:
        self.count = 0
        self.mean = torch.zeros(width, dtype=torch.float64)
        self.spread = torch.zeros(width, dtype=torch.float64)

    def add(self, rows: Tensor) -> None:
        """rows (n,width), any float dtype, any device."""
        rows = rows.detach().to(torch.float64)
        mean = rows.mean(0)
        spread = (rows - mean).square().sum(0).cpu()
        shift = mean.cpu() - self.mean
        total = self.count + len(rows)
        self.spread += spread + shift.square() * (self.count * len(rows) / total)
        self.mean += shift * (len(rows) / total)
        self.count = total

    @property
    def variance(self) -> Tensor:
        return self.spread / max(self.count, 1)


class BatchNorm(nn.Module):
    """Batch normalisation (Ioffe and Szegedy 2015) of (N,C) or (N,C,H,W); with classes, gain and shift by class.

    In training it uses the statistics of the batch and stores nothing. In eval it uses `mean` and `var`, which only
    `calibrate` fills; until then 0 and 1. With classes: de Vries et al. 2017, as in SNGAN's projection networks.
    """

    mean: Tensor
    var: Tensor

    def __init__(self, channels: int, classes: int = 0) -> None:
        super().__init__()
        shape = (classes, channels) if classes else (channels,)
        self.gain = nn.Parameter(torch.ones(shape))
        self.shift = nn.Parameter(torch.zeros(shape))
        self.register_buffer("mean", torch.zeros(channels))
        self.register_buffer("var", torch.ones(channels))
        self.classes = classes
        self.moments: Moments | None = None

    def forward(self, x: Tensor, labels: Tensor | None = None) -> Tensor:
        if self.moments is not None:
            self.moments.add(x.movedim(1, -1).flatten(0, -2))
        known = given(labels, self.classes > 0)
        mean, var = (None, None) if self.training else (self.mean, self.var)
        if known is None:
            return F.batch_norm(x, mean, var, self.gain, self.shift, self.training, eps=EPSILON)
        y = F.batch_norm(x, mean, var, None, None, self.training, eps=EPSILON)
        shape = (*y.shape[:2], *(1,) * (y.dim() - 2))
        gain, shift = (F.embedding(known, table).to(y.dtype).reshape(shape) for table in (self.gain, self.shift))
        return torch.addcmul(shift, y, gain)


class SampleNorm(nn.Module):
    """Statistics of each sample alone, so gradients may be penalised: over all channels ("layer") or each of them.

    Layer normalisation is what WGAN-GP uses in the critic (Gulrajani et al. 2017).
    """

    def __init__(self, channels: int, groups: int) -> None:
        super().__init__()
        self.groups = groups
        self.gain = nn.Parameter(torch.ones(channels))
        self.shift = nn.Parameter(torch.zeros(channels))

    def forward(self, x: Tensor) -> Tensor:
        return F.group_norm(x, self.groups, self.gain, self.shift, eps=EPSILON)


def norm_layer(kind: Norm, channels: int) -> nn.Module:
    """The layer of that name; ValueError for another name."""
    if kind == "batch":
        return BatchNorm(channels)
    if kind == "none":
        return nn.Identity()
    if kind in ("layer", "instance"):
        return SampleNorm(channels, 1 if kind == "layer" else channels)
    raise ValueError(f"there is no normalisation {kind!r}: batch, none, layer, instance")


@torch.no_grad()
def calibrate(net: nn.Module, batches: Iterable[tuple[Tensor, Tensor | None]]) -> None:
    """Standing statistics (Brock et al. 2019): the exact mean and variance, over all batches, of what each batch
    normalisation saw while it normalised by the batch. A network without any is left as it is, its batches unread.

    batches: what `net` takes: latents, and labels or None. Its mode is as before afterwards.
    """
    layers = [module for module in net.modules() if isinstance(module, BatchNorm)]
    if not layers:
        return
    modes = {module: module.training for module in net.modules()}
    try:
        net.train()
        for layer in layers:
            layer.moments = Moments(len(layer.mean))
        for first, labels in batches:
            net(first, labels)
        for layer in layers:
            if layer.moments is not None and layer.moments.count:
                layer.mean.copy_(layer.moments.mean)
                layer.var.copy_(layer.moments.variance)
    finally:
        for layer in layers:
            layer.moments = None
        for module, mode in modes.items():
            module.training = mode
