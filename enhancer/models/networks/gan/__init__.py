"""The registries of networks for adversarial training: one family a file, one line in each table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....registry import Registry

if TYPE_CHECKING:
    from .pair import DiscriminatorNetwork, GeneratorNetwork

GENERATORS: Registry[type[GeneratorNetwork]] = Registry(
    "generator",
    __name__,
    [
        ("mlp", ".mlp:MlpGenerator"),
        ("dcgan", ".dcgan:DcganGenerator"),
        ("resgan", ".resgan:ResganGenerator"),
        ("r3gan", ".r3gan:R3ganGenerator"),
    ],
)

DISCRIMINATORS: Registry[type[DiscriminatorNetwork]] = Registry(
    "discriminator",
    __name__,
    [
        ("mlp", ".mlp:MlpDiscriminator"),
        ("dcgan", ".dcgan:DcganDiscriminator"),
        ("resgan", ".resgan:ResganDiscriminator"),
        ("r3gan", ".r3gan:R3ganDiscriminator"),
    ],
)
