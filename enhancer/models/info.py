"""ModelInfo: every fact of a model in one frozen value, kept as JSON in the header of its file."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from ..spec import Spec

Purpose = Literal["upscale", "restore", "translate", "generate", "features"]
Tiling = Literal["exact", "near", "never"]


class Licence(Spec):
    """Under which terms the weights may be used, and the data they were trained on."""

    weights: str = Field(description="SPDX identifier, or LicenseRef-...")
    data: str = Field(default="", description="what it was trained on, and under which terms")


class Score(Spec):
    """One measured number: what, on which pictures, by which protocol, beside what needs no model.

    bicubic: the value of plain enlargement. baseline: that of noise in place of generated pictures.
    """

    metric: str
    data: str
    value: float
    bicubic: float | None = None
    baseline: float | None = None
    protocol: str = ""


class ModelInfo(Spec):
    """What a model is. Sizes are in pixels of the input; `height` and `width` are of what a generator makes.

    Fields added after the first release have a value that means "not of this kind", so older files still open.
    """

    kind: Literal["model"] = "model"
    version: Literal[1] = 1
    name: str
    network: str = Field(description="name in the registry of networks")
    arguments: dict[str, Any] = Field(default_factory=dict, description="arguments of the network's constructor")
    purpose: Purpose = "upscale"
    scale: int = Field(default=1, ge=1, le=16)
    in_channels: Literal[1, 3, 4] = 3
    out_channels: Literal[1, 3, 4] = 3
    base: Literal["bicubic", "nearest", "none"] = Field(
        default="none", description="resampled input, float32, to which the network adds its residual"
    )
    degradation: str = Field(default="", description="how its low-resolution inputs were made: bicubic")
    restores: bool = Field(default=False, description="whether it also removes damage, not only enlarges")
    receptive_field: int = Field(default=0, ge=0, description="input pixels seen beyond an output pixel's own")
    multiple_of: int = Field(default=1, ge=1, description="input sides are padded to a multiple of this")
    tiling: Tiling = "exact"
    latent: int = Field(default=0, ge=0, description="width of what a generator starts from, 0 for other models")
    latent_distribution: Literal["normal", "uniform"] = Field(
        default="normal", description="standard normal, or uniform in [-1,1]: what the generator was trained on"
    )
    classes: tuple[str, ...] = Field(default=(), description="names of the classes it knows, in the order of labels")
    height: int = Field(default=0, ge=0, description="of a generated picture")
    width: int = Field(default=0, ge=0, description="of a generated picture")
    wraps: bool = Field(default=False, description="whether opposite edges of a generated picture continue")
    precisions: tuple[str, ...] = ("fp32",)
    summary: str = ""
    licence: Licence = Licence(weights="Apache-2.0")
    metrics: tuple[Score, ...] = ()
    images_seen: int = Field(default=0, ge=0, description="training crops seen, over all runs that led here")
    images_before: int = Field(default=0, ge=0, description="of these, seen by the model that training started from")
    started_from: str = Field(default="", description="sha256 of the model that training started from")
    verdict: Literal["", "better", "worse"] = Field(
        default="", description="on held-out pictures, against its start and what needs no network"
    )
    recipe: dict[str, Any] = Field(default_factory=dict, description="the complete training configuration")
