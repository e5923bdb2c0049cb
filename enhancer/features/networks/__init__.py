"""The registry of feature networks: what perceives pictures, as opposed to what makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...registry import Registry

if TYPE_CHECKING:
    from .network import FeatureNetwork

FEATURE_NETWORKS: Registry[type[FeatureNetwork]] = Registry(
    "feature network",
    __name__,
    [
        ("ladder", ".ladder:Ladder"),
        ("lenet", ".lenet:LeNet"),
        ("strided", ".strided:Strided"),
    ],
)
