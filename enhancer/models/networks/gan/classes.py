"""How a class enters: concatenated to the latent of a generator, projected on the features of a discriminator."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .layers import Dense, Init, Weighted

START = 0.05
"""Deviation of a class vector's components at the start, where those of z have 1.

A class that speaks as loudly as z drowns it within a few hundred steps: every sample of a class becomes the same
picture, and with few pictures stays so (Shahbazi et al. 2022, who begin without classes). So it begins quietly.
"""


class ClassInput(nn.Module):
    """z, with a learned vector of the class beside it (as in R3GAN) where there are classes.

    width: of the result, latent + embedding.
    """

    def __init__(self, latent: int, classes: int, embedding: int) -> None:
        super().__init__()
        self.width = latent + (embedding if classes else 0)
        self.table = nn.Embedding(classes, embedding) if classes else None
        if self.table is not None:
            nn.init.normal_(self.table.weight, std=START)

    def forward(self, z: Tensor, labels: Tensor | None) -> Tensor:
        known = given(labels, self.table is not None)
        if self.table is None or known is None:
            return z
        return torch.cat([z, self.table(known).to(z.dtype)], dim=1)


class Projection(nn.Module):
    """The last layer of a discriminator: w.f + b, and with classes + <embed(y), f> (Miyato and Koyama 2018).

    Always in the precision of its weights: half precision would leave a logit 8 bits.
    """

    def __init__(self, features: int, classes: int, init: Init, spectral: bool = False) -> None:
        super().__init__()
        self.logit = Dense(features, 1, init, spectral=spectral)
        self.table = Weighted((classes, features), init, bias=False, spectral=spectral) if classes else None

    def forward(self, features: Tensor, labels: Tensor | None) -> Tensor:
        """features (N,features). Returns (N,)."""
        known = given(labels, self.table is not None)
        kind = self.logit.weight.dtype
        with torch.autocast(features.device.type, enabled=False):
            y: Tensor = self.logit(features.to(kind)).squeeze(1)
            if self.table is not None and known is not None:
                y = y + (F.embedding(known, self.table.effective()) * features.to(kind)).sum(1)
        return y


def given(labels: Tensor | None, wanted: bool) -> Tensor | None:
    """The labels as they came; ValueError if they are missing, or come where there are no classes."""
    if wanted and labels is None:
        raise ValueError("this network has classes: labels are needed")
    if not wanted and labels is not None:
        raise ValueError("this network has no classes: it takes no labels")
    return labels
