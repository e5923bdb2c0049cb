"""The registry of differentiable operations between pictures and the discriminator. Torch-free when imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...registry import Registry

if TYPE_CHECKING:
    from .operation import Operation

OPERATIONS: Registry[Operation] = Registry(
    "augmentation",
    __name__,
    [
        ("brightness", ".colour:BRIGHTNESS"),
        ("saturation", ".colour:SATURATION"),
        ("contrast", ".colour:CONTRAST"),
        ("hue", ".colour:HUE"),
        ("translation", ".geometry:TRANSLATION"),
        ("cutout", ".cutout:CUTOUT"),
        ("flip", ".geometry:FLIP"),
        ("rotate90", ".geometry:ROTATE90"),
        ("scale", ".affine:SCALE"),
        ("rotate", ".affine:ROTATE"),
        ("anisotropic", ".affine:ANISOTROPIC"),
        ("noise", ".noise:NOISE"),
    ],
)
