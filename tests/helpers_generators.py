"""Small real generators for tests, made in milliseconds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from enhancer.models.file import save_model
from enhancer.models.generator import Generator, build_generator
from enhancer.models.info import ModelInfo

DIGITS = tuple("0123456789")


def generator_info(
    name: str = "tiny-gan",
    network: str = "mlp",
    classes: tuple[str, ...] = (),
    channels: int = 1,
    size: tuple[int, int] = (8, 8),
    latent: int = 6,
    **changes: object,
) -> ModelInfo:
    arguments: dict[str, object] = {
        "latent": latent,
        "size": list(size),
        "channels": channels,
        "classes": len(classes),
        "width": 24,
    }
    values: dict[str, object] = {
        "name": name,
        "network": network,
        "arguments": arguments,
        "purpose": "generate",
        "out_channels": channels,
        "latent": latent,
        "classes": classes,
        "height": size[0],
        "width": size[1],
        "tiling": "never",
    }
    return ModelInfo(**{**values, **changes})  # type: ignore[arg-type]


def random_generator(info: ModelInfo | None = None, seed: int = 0) -> Generator:
    """The network of a card with seeded random weights, whose pictures differ plainly from each other."""
    info = info or generator_info()
    torch.manual_seed(seed)
    net = build_generator(info).eval().requires_grad_(False)
    for parameter in net.parameters():
        if parameter.dim() > 1:
            torch.nn.init.kaiming_normal_(parameter, a=0.2)
    return Generator(info, net, "0" * 64)


def save_random_generator(folder: Path, name: str = "tiny-gan", seed: int = 0, **facts: object) -> Path:
    """A model file `folder/name.safetensors`."""
    info = generator_info(name, **facts)  # type: ignore[arg-type]
    path = folder / f"{name}.safetensors"
    path.parent.mkdir(parents=True, exist_ok=True)
    save_model(path, info, random_generator(info, seed).net.state_dict())
    return path


class Halves:
    """A feature extractor for tests: the mean of the upper and of the lower half, and two classes by which is brighter.

    Its values are exact, so that tests can say where a picture lies.
    """

    name = "halves"
    protocol = "halves: mean of the upper and of the lower half"
    channels = 1
    dimensions = 2

    def features(self, x: Tensor) -> Tensor:
        middle = x.shape[2] // 2
        return torch.stack([x[:, :, :middle].mean((1, 2, 3)), x[:, :, middle:].mean((1, 2, 3))], dim=1)

    def probabilities(self, x: Tensor) -> Tensor:
        upper, lower = self.features(x).unbind(1)
        return torch.stack([(upper >= lower).float(), (upper < lower).float()], dim=1)


def halves(upper: float, lower: float, side: int = 8) -> np.ndarray:
    """(1,side,side) float32 with these features."""
    picture = np.full((1, side, side), upper, np.float32)
    picture[:, side // 2 :] = lower
    return picture
