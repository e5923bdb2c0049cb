"""One discriminator for each class, for imbalanced sets: a rare class is not judged by what frequent ones taught.

The generator stays one and conditional, so the rare class still shares all that pictures have in common.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from ...models.networks.gan.pair import DiscriminatorNetwork


class PerClass(DiscriminatorNetwork):
    """Unconditional discriminators side by side; each picture is seen by that of its own label alone."""

    def __init__(self, build: Callable[[], DiscriminatorNetwork], classes: int) -> None:
        super().__init__()
        self.members = nn.ModuleList(build() for _ in range(classes))
        first = self.members[0]
        assert isinstance(first, DiscriminatorNetwork)
        self.size, self.channels, self.classes, self.per_sample = first.size, first.channels, classes, first.per_sample

    def forward(self, x: Tensor, labels: Tensor | None = None) -> Tensor:
        assert labels is not None, "one discriminator per class needs labels"
        order = torch.argsort(labels, stable=True)
        counts = torch.bincount(labels, minlength=self.classes).tolist()
        parts = [
            member(piece, None)
            for member, piece in zip(self.members, torch.split(x[order], counts), strict=True)
            if len(piece)
        ]
        return torch.cat(parts)[torch.argsort(order)]
