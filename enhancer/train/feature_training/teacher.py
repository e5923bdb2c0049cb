"""The teacher of the photo features: LPIPS (Zhang et al. 2018) on SqueezeNet 1.1, read from files that are not ours.

Its weights are used to train and to check, and never become part of a model file. The convolutions are those that
keras-squeezenet took from Caffe, the heads those that LPIPS fitted to torchvision's: nothing found here says that
their channels correspond (channels of weight 0 vary no less than others), so its distances need not equal lpips's.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ...errors import ModelError

MEANS = (122.679, 116.669, 104.006)
"""Of R, G, B codes: the network was converted from Caffe, which takes B, G, R, 0 to 255, less these."""
FIRES = {2: (64, 16), 3: (128, 16), 4: (128, 32), 5: (256, 32), 6: (256, 48), 7: (384, 48), 8: (384, 64), 9: (512, 64)}
"""Fire module: channels in, channels squeezed to; each half of its output has four times as many."""
POOLED_BEFORE = (2, 4, 6)
TAPPED = (3, 5, 6, 7, 8, 9)
"""LPIPS compares the first convolution and these."""
WIDTHS = (64, 128, 256, 384, 384, 512, 512)


class Fire(nn.Module):
    """Iandola et al. 2016, section 3.1."""

    def __init__(self, channels: int, squeezed: int) -> None:
        super().__init__()
        self.squeeze1x1 = nn.Conv2d(channels, squeezed, 1)
        self.expand1x1 = nn.Conv2d(squeezed, 4 * squeezed, 1)
        self.expand3x3 = nn.Conv2d(squeezed, 4 * squeezed, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        x = F.relu(self.squeeze1x1(x))
        return F.relu(torch.cat([self.expand1x1(x), self.expand3x3(x)], 1))


class Teacher(nn.Module):
    """`layers`: the seven activations that LPIPS compares; `distance`: LPIPS itself."""

    means: Tensor
    heads: list[Tensor]

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 3, 2)
        self.fires = nn.ModuleDict({str(number): Fire(*sizes) for number, sizes in FIRES.items()})
        self.register_buffer("means", torch.tensor(MEANS)[:, None, None])
        self.heads = [torch.zeros(width) for width in WIDTHS]

    def layers(self, x: Tensor) -> list[Tensor]:
        """x (N,3,H,W) RGB in [0,1], sides at least 24."""
        x = (x * 255 - self.means).flip(1)
        x = F.relu(self.conv1(x))
        found = [x]
        for number in FIRES:
            if number in POOLED_BEFORE:
                x = F.max_pool2d(x, 3, 2, ceil_mode=True)
            x = self.fires[str(number)](x)
            if number in TAPPED:
                found.append(x)
        return found

    def distance(self, a: Tensor, b: Tensor) -> Tensor:
        """(N,3,H,W) twice, to (N,) LPIPS."""
        return self.distance_of(self.layers(a), self.layers(b))

    def distance_of(self, a: list[Tensor], b: list[Tensor]) -> Tensor:
        """The same of activations."""
        total = a[0].new_zeros(len(a[0]))
        for x, y, head in zip(a, b, self.heads, strict=True):
            squares = (unit(x) - unit(y)).square()
            total = total + torch.einsum("nchw,c->nhw", squares, head).mean((1, 2))
        return total


def unit(x: Tensor) -> Tensor:
    """Each position's vector over channels at length 1 (0 stays 0)."""
    return x / (x.square().sum(1, keepdim=True) + 1e-20).sqrt()


def read_teacher(weights: Path) -> Teacher:
    """From a folder that holds SqueezeNet 1.1 without its top, as Keras keeps it, and the LPIPS heads of version 0.1.

    Needs the package h5py, which is no dependency of the program. ModelError where something is missing.
    """
    network, heads = _only(weights, "squeezenet*notop.h5"), _only(weights, "v0.1/squeeze.pth")
    teacher = Teacher()
    state: dict[str, Tensor] = {"means": teacher.means}

    def take(path: str, item: Any) -> None:
        if not hasattr(item, "shape"):
            return
        layer, inner, *_ = path.split("/")
        name = "conv1" if layer == "conv1" else f"fires.{layer.removeprefix('fire')}.{inner}"
        values = torch.from_numpy(np.asarray(item, np.float32))
        if path.endswith("kernel:0"):
            state[f"{name}.weight"] = values.permute(3, 2, 0, 1).contiguous()
        else:
            state[f"{name}.bias"] = values

    with _h5py().File(network, "r") as file:
        file.visititems(take)
    teacher.load_state_dict(state)
    values = torch.load(heads, map_location="cpu", weights_only=True)
    teacher.heads = [values[f"lin{index}.model.1.weight"].flatten() for index in range(len(WIDTHS))]
    return teacher.eval().requires_grad_(False)


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.rglob(pattern))
    if len(found) != 1:
        hint = "It must hold squeezenet*notop.h5 of keras-squeezenet and v0.1/squeeze.pth of LPIPS."
        raise ModelError(f"{folder} holds {len(found)} files {pattern}, not one.", hint, "model-missing")
    return found[0]


def _h5py() -> Any:
    try:
        return importlib.import_module("h5py")
    except ImportError:
        raise ModelError("The teacher's file is HDF5, which needs h5py.", "pip install h5py", "model-missing") from None
