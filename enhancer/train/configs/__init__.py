"""The registry of configurations: one for each recipe, under the recipe's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...registry import Registry

if TYPE_CHECKING:
    from ..config import TrainConfig

CONFIGS: Registry[type[TrainConfig]] = Registry(
    "recipe",
    __name__,
    [
        ("superres", ".superres:SuperResConfig"),
        ("gan", ".gan:GanConfig"),
    ],
)


def config_from(values: Mapping[str, Any], where: str = "the configuration") -> TrainConfig:
    """The configuration of the recipe that `values` name (superres where they name none); SpecError if it is wrong."""
    recipe = values.get("recipe", "superres")
    return CONFIGS.get(recipe if isinstance(recipe, str) else repr(recipe)).from_mapping(values, where)
