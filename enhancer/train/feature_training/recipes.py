"""The settings that the shipped feature networks were trained with, by the name of the model. Torch-free."""

from __future__ import annotations

from ...errors import SpecError
from ...registry import did_you_mean
from ..config import EmaConfig, NetworkConfig, OptimizerConfig, ScheduleConfig
from .config import ClassifierConfig, FeatureConfig, PerceptualConfig

DIGITS = ClassifierConfig(
    name="features-digits",
    summary="Features of digits for FID, KID, precision and recall: 84 values a picture.",
    data_licence="MNIST (LeCun, Cortes, Burges)",
    network=NetworkConfig(name="lenet", arguments={"widths": [12, 24, 120], "dimensions": 84, "classes": 10}),
    seed=1,
    budget=720_000,
)
JUDGE = ClassifierConfig(
    name="classifier-digits",
    summary="Judges whether a generated digit shows its label; shares nothing with features-digits.",
    data_licence="MNIST (LeCun, Cortes, Burges)",
    network=NetworkConfig(name="strided", arguments={"widths": [8, 24, 48, 64], "classes": 10}),
    seed=2,
    budget=360_000,
)
PHOTOS = PerceptualConfig(
    name="features-photos",
    summary="Features of photos, and a distance that orders distortions much as LPIPS does.",
    data_licence="54 photographs: CC0, public domain, and the Unsplash and Pexels licences",
    network=NetworkConfig(name="ladder", arguments={"widths": [32, 48, 96, 128]}),
    seed=3,
    budget=10_000,
    batch=8,
    tick=1_000,
    optimizer=OptimizerConfig(name="adamw", lr=2e-3, weight_decay=0.01, clip=1.0),
    schedule=ScheduleConfig(warmup=500),
    ema=EmaConfig(half_life=1_000),
)
SHIPPED: dict[str, FeatureConfig] = {config.name: config for config in (DIGITS, JUDGE, PHOTOS)}


def shipped(name: str) -> FeatureConfig:
    """The settings of a shipped model; SpecError with the nearest name."""
    if name not in SHIPPED:
        raise SpecError(f"There is no feature network {name!r} to train.", did_you_mean(name, list(SHIPPED)))
    return SHIPPED[name]
