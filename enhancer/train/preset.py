"""Presets: complete configurations in TOML files beside, changed by `a.b=c` overrides. Torch-free."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from ..errors import SpecError
from ..registry import did_you_mean
from ..spec import apply_override, parse_toml
from .config import TrainConfig
from .configs import config_from

GOALS = {"upscale": "photo-x2", "generate": "dcgan-r3"}
"""What a user who only knows the goal begins with. Of the generators it is the one that did best in the table of all
presets on MNIST (tests/benchmarks/mnist.py)."""


def presets() -> list[str]:
    """Names of the shipped presets."""
    folder = files(__package__) / "presets"
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))


def load_preset(name: str, overrides: Iterable[str] = ()) -> TrainConfig:
    """The preset of that name, or of that goal, with `a.b=c` overrides applied.

    SpecError names the nearest preset or the wrong field.
    """
    name = GOALS.get(name, name)
    if name not in presets():
        raise SpecError(f"There is no preset {name!r}.", did_you_mean(name, [*GOALS, *presets()]))
    text = (files(__package__) / "presets" / f"{name}.toml").read_text(encoding="utf-8")
    values = parse_toml(text, name)
    for override in overrides:
        apply_override(values, override)
    return config_from(values, f"preset {name} with --set")
