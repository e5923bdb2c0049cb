"""The registry of recipes: how one family of models is built, stepped, judged and exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...registry import Registry

if TYPE_CHECKING:
    from .recipe import Recipe

RECIPES: Registry[type[Recipe]] = Registry(
    "recipe",
    __name__,
    [
        ("superres", ".superres:SuperResolution"),
        ("gan", ".gan:Adversarial"),
    ],
)
