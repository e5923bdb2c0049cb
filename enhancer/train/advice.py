"""What a run on these pictures should have been told, and was not; said at its start rather than found after hours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..events import Warned

if TYPE_CHECKING:
    from .configs.gan import GanConfig

FEW_PICTURES = 5_000
"""Fewer than this a discriminator learns by heart unless they are varied (Zhao et al. 2020, Karras et al. 2020)."""


def advice(config: GanConfig, pictures: int, classes: int) -> Iterator[Warned]:
    """pictures: to learn from. classes: of them, whether the run uses these or not."""
    # Folders of classes are made to be asked for by name; a source such as MNIST is often wanted without.
    if config.data.source == "classes" and config.conditioning == "none":
        text = f"This run will not know the {classes} classes of the pictures: conditioning=projection teaches them."
        yield Warned(text, "classes-unused")
    if config.augment.kind == "none" and pictures < FEW_PICTURES:
        text = f"The {pictures} pictures are few and would be learned by heart: augment.kind=fixed varies them."
        yield Warned(text, "few-pictures")
