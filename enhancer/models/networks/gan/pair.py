"""What every generator and every discriminator offers. Pictures are in [-1,1] here; `models.generator` maps them."""

from __future__ import annotations

from abc import ABC, abstractmethod

from torch import Tensor, nn


class GeneratorNetwork(nn.Module, ABC):
    """Latents to pictures. The facts are what `ModelInfo` records; they are checked when a model is opened."""

    latent: int
    """Width of z."""
    size: tuple[int, int]
    """Height and width of a picture."""
    channels: int
    """1 grey, 3 RGB, 4 RGBA."""
    classes: int
    """0: unconditional, and labels are refused."""

    @abstractmethod
    def forward(self, z: Tensor, labels: Tensor | None = None) -> Tensor:
        """z (N,latent), labels (N,) int64 in [0,classes). Returns (N,channels,height,width) in [-1,1], dtype of z.

        In training mode a normalisation uses the statistics of this batch and stores nothing; in eval mode those that
        `calibrate` gathered.
        """


class DiscriminatorNetwork(nn.Module, ABC):
    """Pictures to logits (critic scores for a Wasserstein loss)."""

    size: tuple[int, int]
    channels: int
    classes: int
    per_sample: bool
    """Whether each output depends on its own picture alone: false with batch normalisation, which penalties on
    gradients cannot bear."""

    @abstractmethod
    def forward(self, x: Tensor, labels: Tensor | None = None) -> Tensor:
        """x (N,channels,height,width) in [-1,1]; labels as for the generator. Returns (N,) logits, unbounded."""
