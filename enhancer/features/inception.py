"""Features of torch-fidelity's InceptionV3, the usual ones of FID, where package and weights are already here.

Nothing is downloaded: its own way of fetching weights is never reached.
"""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from ..errors import ModelError
from ..files.hashing import sha256_file
from .extractor import PIECE, to_channels
from .weights import SHOWN

WEIGHTS = "weights-inception-2015-12-05-6726825d.pth"
"""As torch hub keeps it for torch-fidelity; the last part begins its sha256."""
MODULE = "torch_fidelity.feature_extractor_inceptionv3"
LAYER = "2048"


@dataclass(frozen=True)
class Inception:
    """2048 pooled features; pictures are rounded to 8 bits and resized by the network itself, as TensorFlow 1 did."""

    net: Any
    sha256: str
    device: torch.device
    name: str = "inception"
    channels: int = 3
    dimensions: int = 2048

    @property
    def protocol(self) -> str:
        return (
            f"InceptionV3 of torch-fidelity (sha256 {self.sha256[:SHOWN]}), {LAYER} features at 299x299, "
            "8 bit, bilinear as TensorFlow 1 (not antialiased), grey repeated, RGBA on white"
        )

    def features(self, x: Tensor) -> Tensor:
        """(N,C,H,W) float in [0,1] to (N,2048) float32 on the CPU."""
        found = []
        with torch.no_grad():
            for piece in torch.split(x, PIECE):
                codes = to_channels(piece, 3).clamp(0, 1).mul(255).round().to(torch.uint8)
                found.append(self.net(codes.to(self.device))[0].float().cpu())
        return torch.cat(found)


def weights_file() -> Path:
    """Where torch hub keeps the weights once torch-fidelity was used, whether they are there or not."""
    return Path(torch.hub.get_dir()) / "checkpoints" / WEIGHTS


def is_available() -> bool:
    """Whether the package can be imported and its weights are on this machine."""
    return importlib.util.find_spec("torch_fidelity") is not None and weights_file().is_file()


def open_inception(device: str = "cpu") -> Inception:
    """The extractor `inception`; ModelError if package or weights are missing, or the weights are others."""
    if importlib.util.find_spec("torch_fidelity") is None:
        raise ModelError(
            "The features `inception` need the package torch-fidelity.",
            "Install it with: pip install enhancer[metrics]; or use the features `photos`.",
            "features-missing",
        )
    path = weights_file()
    if not path.is_file():
        raise ModelError(
            f"The weights of InceptionV3 are not on this machine; they are expected in {path}.",
            "Put them there, or use the features `photos`.",
            "features-missing",
        )
    sha256 = sha256_file(path)
    if not sha256.startswith(path.stem.rpartition("-")[2]):
        raise ModelError(f"{path} is not what its name says (sha256 {sha256[:SHOWN]}).", "Fetch it again.", "model")
    made = importlib.import_module(MODULE).FeatureExtractorInceptionV3(
        "inception", [LAYER], feature_extractor_weights_path=str(path)
    )
    target = torch.device(device)
    return Inception(made.to(target).eval(), sha256, target)
