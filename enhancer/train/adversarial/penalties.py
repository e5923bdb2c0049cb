"""Regularisers of the discriminator: three on its gradient, each a scalar float32, and the clipping of its weights.

A gradient penalty needs outputs that depend on one picture each; a discriminator with batch normalisation has none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor, nn

from ...models.networks.gan.convolve import gradients_of_pictures_only
from ...registry import Registry


@dataclass(frozen=True)
class Evidence:
    """What one slice of a batch showed the discriminator.

    real, fake: pictures (N,C,H,W) in [-1,1] that require gradients. real_logits, fake_logits: (N,), with their graph.
    score: the whole way from pictures, through augmentation, to logits (N,). mix: (N,1,1,1) uniform in [0,1].
    """

    real: Tensor
    fake: Tensor
    real_logits: Tensor
    fake_logits: Tensor
    score: Callable[[Tensor], Tensor]
    mix: Tensor

    @cached_property
    def gradients(self) -> tuple[Tensor, Tensor]:
        """Of each logit at its own picture, real and fake; one walk through the graph serves both."""
        logits = self.real_logits.sum() + self.fake_logits.sum()
        with gradients_of_pictures_only():
            at_real, at_fake = torch.autograd.grad(logits, [self.real, self.fake], create_graph=True)
        return at_real, at_fake


Penalty = Callable[[Evidence], Tensor]


def r1(seen: Evidence) -> Tensor:
    """Half the mean squared gradient at real pictures, summed over pixels (Mescheder et al. 2018; equation 9)."""
    return 0.5 * _squared(seen.gradients[0]).mean()


def r2(seen: Evidence) -> Tensor:
    """The same at generated pictures; with R1 it makes training converge locally (R3GAN, Huang et al. 2024)."""
    return 0.5 * _squared(seen.gradients[1]).mean()


def gradient_penalty(seen: Evidence) -> Tensor:
    """(|gradient| - 1)^2 on straight lines between real and generated pictures (Gulrajani et al. 2017)."""
    between = torch.lerp(seen.fake.detach(), seen.real.detach(), seen.mix).requires_grad_()
    logits = seen.score(between).sum()
    with gradients_of_pictures_only():
        (gradient,) = torch.autograd.grad(logits, between, create_graph=True)
    norm = (_squared(gradient) + 1e-12).sqrt()
    return (norm - 1).square().mean()


@torch.no_grad()
def clip_weights(network: nn.Module, bound: float) -> None:
    """Every weight into [-bound, bound] (Arjovsky et al. 2017): a crude Lipschitz bound, kept for comparison."""
    weights: list[Tensor] = list(network.parameters())
    torch._foreach_clamp_min_(weights, -bound)
    torch._foreach_clamp_max_(weights, bound)


def _squared(gradient: Tensor) -> Tensor:
    """(N,): squared norms of (N,C,H,W)."""
    return gradient.float().square().sum(dim=(1, 2, 3))


PENALTIES: Registry[Penalty] = Registry(
    "penalty",
    "enhancer.train.adversarial",
    [
        ("r1", ".penalties:r1"),
        ("r2", ".penalties:r2"),
        ("gradient", ".penalties:gradient_penalty"),
    ],
)
"""Penalties on gradients. `clip` is the one regulariser that is no term of the loss; the recipe applies it."""
