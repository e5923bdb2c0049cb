"""A generator in use: info and network behind one call contract, from latents to pictures in [0,1]."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from ..errors import ModelError
from .building import DOES, agree, construct, fill, refuse_conditions
from .file import read_model, save_model
from .info import ModelInfo
from .networks.gan import GENERATORS
from .networks.gan.pair import GeneratorNetwork
from .store import Entry, Store


@dataclass(frozen=True)
class Generator:
    """`net` is in eval mode: a picture depends on its own latent and label only, not on the batch it is made in.

    `sha256` is that of the file, "" for a model in the making.
    """

    info: ModelInfo
    net: GeneratorNetwork
    sha256: str = ""

    def __call__(self, z: Tensor, labels: Tensor | None = None, conditions: Mapping[str, Any] | None = None) -> Tensor:
        """z (N,latent) of any float dtype and labels (N,) of integers below the number of classes, on any device.

        Returns (N,C,H,W) float32 in [0,1] on the device of the network, differentiable in z. ModelError for a latent
        of another width, labels that are missing, not asked for or out of range, and any conditions.
        """
        refuse_conditions(self.info, conditions)
        if z.dim() != 2 or z.shape[1] != self.info.latent:
            shape = "x".join(str(side) for side in z.shape)
            raise ModelError(f"{self.info.name} starts from latents of width {self.info.latent}, not {shape}.")
        y: Tensor = self.net(z.to(self.device, self.dtype), self._known(labels, len(z)))
        return y.float().add(1).div(2).clamp(0, 1)

    def _known(self, labels: Tensor | None, count: int) -> Tensor | None:
        info = self.info
        if not info.classes:
            if labels is not None:
                raise ModelError(f"{info.name} knows no classes.", "Leave the class out.")
            return None
        known = f"Classes: {', '.join(info.classes)}."
        if labels is None:
            raise ModelError(f"{info.name} needs the class of each picture.", known)
        if labels.dtype.is_floating_point or labels.shape != (count,):
            raise ModelError(f"{info.name} needs one whole number for each of {count} latents as classes.", known)
        if count and not 0 <= int(labels.min()) <= int(labels.max()) < len(info.classes):
            raise ModelError(f"{info.name} has the classes 0 to {len(info.classes) - 1}.", known)
        return labels.to(self.device, torch.int64)

    @property
    def dtype(self) -> torch.dtype:
        return next(self.net.parameters()).dtype

    @property
    def device(self) -> torch.device:
        return next(self.net.parameters()).device

    def to(self, device: str | torch.device, dtype: torch.dtype) -> Generator:
        """A copy whose network lives on `device` in `dtype`."""
        net = build_generator(self.info)
        net.load_state_dict(self.net.state_dict())
        return Generator(self.info, _ready(net, device, dtype), self.sha256)

    def save(self, path: Path) -> str:
        """Write card and weights as one model file, atomically; returns its SHA-256 (hex)."""
        return save_model(path, self.info, self.net.state_dict())


def build_generator(info: ModelInfo) -> GeneratorNetwork:
    """The network that a card names, with random weights; ModelError if card and network disagree."""
    if info.purpose != "generate":
        raise ModelError(f"{info.name} does not generate pictures: it {DOES[info.purpose]}.", code="model-purpose")
    told = {
        "latent": info.latent,
        "size": (info.height, info.width),
        "channels": info.out_channels,
        "classes": len(info.classes),
    }
    # Whatever the arguments leave out is as the card says; what they repeat has to agree with it.
    net = construct(GENERATORS, info, **{name: value for name, value in told.items() if name not in info.arguments})
    height, width = net.size
    agree(info, {"latent": net.latent, "height": height, "width": width, "out_channels": net.channels})
    if len(info.classes) != net.classes:
        text = f"{info.name}: the card names {len(info.classes)} classes, its network has {net.classes}."
        raise ModelError(text, code="model-card")
    return net


def open_generator_entry(entry: Entry, device: str | torch.device = "cpu") -> Generator:
    """Read, check and build the generator of a store entry, in float32."""
    info, state = read_model(entry.path)
    net = build_generator(info)
    fill(net, state, entry.path)
    return Generator(info, _ready(net, device, torch.float32), entry.sha256)


def open_generator(name: str | Path, device: str | torch.device = "cpu") -> Generator:
    """Open a generator by its name in the store or by its file; ModelError for a model with another purpose."""
    return open_generator_entry(Store.default().find(str(name)), device)


def _ready(net: GeneratorNetwork, device: str | torch.device, dtype: torch.dtype) -> GeneratorNetwork:
    moved = net.to(device=device, dtype=dtype, memory_format=torch.channels_last)  # type: ignore[call-overload]
    ready: GeneratorNetwork = moved.eval().requires_grad_(False)
    return ready
