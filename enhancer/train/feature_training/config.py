"""Complete settings of a feature network's training. Torch-free."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ...spec import Spec
from ..config import EmaConfig, NetworkConfig, OptimizerConfig, ScheduleConfig


class FeatureConfig(Spec):
    """What both kinds of training share. Two runs with equal settings, data and machine give the same weights."""

    version: Literal[1] = 1
    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", description="of the model")
    summary: str = ""
    data_licence: str = ""
    network: NetworkConfig
    seed: int = Field(default=0, ge=0, lt=2**63)
    budget: int = Field(ge=1, description="images in all")
    batch: int = Field(default=128, ge=2, le=4096)
    tick: int = Field(default=60_000, ge=1, description="images between evaluations")
    optimizer: OptimizerConfig = OptimizerConfig(name="adamw", lr=2e-3, weight_decay=0.01)
    schedule: ScheduleConfig = ScheduleConfig(warmup=2_000)
    ema: EmaConfig = EmaConfig()


class ClassifierConfig(FeatureConfig):
    """A classifier of digits, 28 padded to 32 pixels; its weights are the last average, not chosen by the test part."""

    kind: Literal["classifier"] = "classifier"
    source: str = Field(default="mnist", description="registered source of labelled pictures")
    size: tuple[int, int] = (32, 32)
    shift: int = Field(default=2, ge=0, le=8, description="pixels by which a picture is moved at most, either way")
    smoothing: float = Field(default=0.0, ge=0, lt=1, description="of labels")


class PerceptualConfig(FeatureConfig):
    """A network whose distance of photos learns to agree with a teacher's, on pairs of pictures and distortions."""

    kind: Literal["perceptual"] = "perceptual"
    side: int = Field(default=64, ge=32, le=512, description="of a square crop")
    variants: int = Field(default=3, ge=1, le=16, description="distorted copies of each crop; a batch counts crops")
    long_sides: tuple[int, ...] = Field(
        default=(2048, 1024, 512), min_length=1, description="to which photos are reduced"
    )
    held_strengths: tuple[float, ...] = Field(default=(0.2, 0.5, 0.8), description="near which nothing is trained")
    margin: float = Field(default=0.05, gt=0, lt=0.1, description="how near")
    imitation: float = Field(default=0.5, ge=0, description="weight of predicting the teacher's activations")
    hold_out: float = Field(default=0.1, gt=0, le=0.5, description="share of photos that only judge")
