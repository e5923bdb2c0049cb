"""Small real models for tests, made in milliseconds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from enhancer.models.file import save_model
from enhancer.models.info import ModelInfo
from enhancer.models.model import Model, build


def plain_info(
    name: str = "tiny-x2", scale: int = 2, channels: int = 8, depth: int = 2, **changes: object
) -> ModelInfo:
    values: dict[str, object] = {
        "name": name,
        "network": "plain",
        "arguments": {"scale": scale, "channels": channels, "depth": depth},
        "scale": scale,
        "base": "bicubic",
        "degradation": "bicubic",
        "receptive_field": depth + 2,
        "precisions": ("fp32", "bf16", "fp16"),
    }
    return ModelInfo(**{**values, **changes})  # type: ignore[arg-type]


def random_model(info: ModelInfo, seed: int = 0, gain: float = 0.02) -> Model:
    """The network of a card with seeded random weights whose residual is about `gain` in size."""
    torch.manual_seed(seed)
    net = build(info).eval().requires_grad_(False)
    for parameter in net.parameters():
        if parameter.dim() > 1:
            torch.nn.init.kaiming_normal_(parameter, a=0.1)
    if parameters := [p for p in net.parameters() if p.dim() > 1]:
        parameters[-1].mul_(gain)
    return Model(info, net.to(memory_format=torch.channels_last))


def save_random_model(folder: Path, name: str = "tiny-x2", **facts: object) -> Path:
    """A model file `folder/name.safetensors`."""
    info = plain_info(name, **facts)  # type: ignore[arg-type]
    path = folder / f"{name}.safetensors"
    save_model(path, info, random_model(info).net.state_dict())
    return path


def noise(height, width, channels=3, dtype=np.float32, seed=0):
    values = np.random.default_rng(seed).random((height, width, channels), np.float32)
    if dtype == np.float32:
        return values
    return (values * np.iinfo(dtype).max).astype(dtype)


def whole(model, pixels):
    x = torch.from_numpy(pixels).permute(2, 0, 1)[None]
    with torch.inference_mode():
        return model(x)[0].permute(1, 2, 0).numpy()
