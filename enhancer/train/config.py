"""TrainConfig: everything that decides what a training run computes. Torch-free; presets are TOML files beside."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from ..errors import SpecError
from ..registry import did_you_mean
from ..spec import Spec, apply_override, parse_toml

Share = Annotated[float, Field(ge=0, lt=1)]


class NetworkConfig(Spec):
    """Which network, by registered name, with the arguments of its constructor."""

    name: str = "plain"
    arguments: dict[str, Any] = Field(default_factory=dict)


class DataConfig(Spec):
    """Which pictures are learned from, and which only judge."""

    train: str = Field(default="", description="folder of good pictures, searched with its sub-folders")
    validation: str = Field(default="", description="folder of pictures that only select and judge; may be empty")
    hold_out: float = Field(default=0.1, ge=0, le=0.5, description="share of the training pictures that only judge")
    patch: int = Field(default=48, ge=8, le=1024, description="side of a crop, in pixels of the low-resolution input")
    shrink: tuple[Annotated[float, Field(gt=0, le=1)], ...] = Field(
        default=(1.0,), min_length=1, description="each picture is also used reduced to these sizes, for denser detail"
    )


class LossConfig(Spec):
    """One term of the loss."""

    name: str
    weight: float = Field(default=1.0, gt=0)


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
    precision: Literal["auto", "fp32", "bf16"] = "auto"
    max_rollbacks: int = Field(default=3, ge=0, description="returns to the last checkpoint before giving up")
    network: NetworkConfig = NetworkConfig()
    data: DataConfig = DataConfig()
    losses: tuple[LossConfig, ...] = (LossConfig(name="l1"),)
    optimizer: OptimizerConfig = OptimizerConfig()
    schedule: ScheduleConfig = ScheduleConfig()
    ema: EmaConfig = EmaConfig()

    @model_validator(mode="after")
    def _meaningful(self) -> TrainConfig:
        if not self.losses:
            raise ValueError("at least one loss is needed")
        if self.schedule.warmup > self.budget:
            raise ValueError(f"a warm-up of {self.schedule.warmup} images is longer than the run ({self.budget})")
        return self


def presets() -> list[str]:
    """Names of the shipped presets."""
    folder = files(__package__) / "presets"
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


def load_preset(name: str, overrides: Iterable[str] = ()) -> TrainConfig:
    """The preset with `a.b=c` overrides applied; SpecError names the nearest preset or the wrong field."""
    if name not in presets():
        raise SpecError(f"There is no preset {name!r}.", did_you_mean(name, presets()))
    text = (files(__package__) / "presets" / f"{name}.toml").read_text(encoding="utf-8")
    values = parse_toml(text, name)
    for override in overrides:
        apply_override(values, override)
    return TrainConfig.from_mapping(values, f"preset {name} with --set")
