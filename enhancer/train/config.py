"""What every training run is configured by: the base of all recipes' configurations and their shared sections.

Torch-free. The configuration of each recipe is a file in `configs/`; presets are TOML files in `presets/`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from ..errors import SpecError
from ..spec import Spec

Share = Annotated[float, Field(ge=0, lt=1)]


class NetworkConfig(Spec):
    """Which network, by registered name, with the arguments of its constructor."""

    name: str = "plain"
    arguments: dict[str, Any] = Field(default_factory=dict)


class OptimizerConfig(Spec):
    """How the weights move."""

    name: str = "adam"
    lr: float = Field(default=1e-3, gt=0, le=10)
    betas: tuple[Share, Share] = Field(default=(0.9, 0.99), description="adam, adamw")
    momentum: float = Field(default=0.9, ge=0, lt=1, description="rmsprop, sgd")
    weight_decay: float = Field(default=0.0, ge=0)
    clip: float = Field(default=0.0, ge=0, description="largest norm of the gradient, 0 for none")


class ScheduleConfig(Spec):
    """Learning rate over the run: linear warm-up, then flat or a cosine down to `final` of the peak."""

    kind: Literal["cosine", "constant"] = "cosine"
    warmup: int = Field(default=5_000, ge=0, description="images")
    final: float = Field(default=0.002, ge=0, le=1)


class EmaConfig(Spec):
    """Exponential moving average of the weights: what is judged and exported."""

    half_life: int = Field(default=20_000, ge=0, description="images; 0 turns it off")
    ramp: float = Field(default=0.1, gt=0, le=1, description="half-life is at most this share of the images seen")


class TrainConfig(Spec):
    """A complete run. Two runs with equal configuration, data and machine give the same weights."""

    kind: Literal["training"] = "training"
    version: Literal[1] = 1
    name: str = Field(default="custom", pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", description="of the model")
    summary: str = ""
    licence: str = Field(default="Apache-2.0", description="of the weights, SPDX")
    data_licence: str = Field(default="", description="what the data are, and under which terms")
    recipe: str = "superres"
    seed: int = Field(default=0, ge=0, lt=2**63)
    budget: int = Field(default=500_000, ge=1, description="images (crops) to train on in all")
    batch: int = Field(default=32, ge=1, le=65536)
    tick: int = Field(default=20_000, ge=1, description="images between evaluations and checkpoints")
    precision: Literal["auto", "fp32", "bf16", "fp16"] = "auto"
    max_rollbacks: int = Field(default=3, ge=0, description="returns to the last checkpoint before giving up")
    optimizer: OptimizerConfig = OptimizerConfig()
    schedule: ScheduleConfig = ScheduleConfig()
    ema: EmaConfig = EmaConfig()

    @model_validator(mode="after")
    def _warm_up_ends(self) -> TrainConfig:
        if self.schedule.warmup > self.budget:
            raise ValueError(f"a warm-up of {self.schedule.warmup} images is longer than the run ({self.budget})")
        return self

    @property
    def folders(self) -> tuple[str, ...]:
        """Where the run reads pictures; it must not write its own there."""
        return ()

    def with_data(self, folder: str, source: str = "") -> Self:
        """The same, learning from `folder` ("": as configured). source: how to read it, "" to find out."""
        raise SpecError(f"The recipe {self.recipe!r} reads no data.")

    def anonymous(self) -> TrainConfig:
        """The same without any path of this machine: what a card may carry."""
        return self
