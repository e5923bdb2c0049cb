"""Adversarial losses on logits, (N,) float32 in and a scalar out; one line each in the registry."""

from __future__ import annotations

from typing import ClassVar, Protocol

import torch.nn.functional as F
from torch import Tensor

from ...registry import Registry


class AdversarialLoss(Protocol):
    """How both players are told. `paired` losses compare real and generated logits one by one."""

    paired: ClassVar[bool]

    @staticmethod
    def discriminator(real: Tensor, fake: Tensor) -> Tensor: ...

    @staticmethod
    def generator(fake: Tensor, real: Tensor | None) -> Tensor:
        """`real` is given to paired losses only: the logits of a fresh real batch."""
        ...


class Bce:
    """Binary cross-entropy; the generator maximises log D(G(z)) (Goodfellow et al. 2014, non-saturating)."""

    paired: ClassVar[bool] = False

    @staticmethod
    def discriminator(real: Tensor, fake: Tensor) -> Tensor:
        return F.softplus(-real).mean() + F.softplus(fake).mean()

    @staticmethod
    def generator(fake: Tensor, real: Tensor | None) -> Tensor:
        return F.softplus(-fake).mean()


class BceSaturating(Bce):
    """The minimax form: the generator minimises log(1 - D(G(z))), whose gradient vanishes where it loses."""

    @staticmethod
    def generator(fake: Tensor, real: Tensor | None) -> Tensor:
        return -F.softplus(fake).mean()


class Mse:
    """Least squares towards 1 and 0 (Mao et al. 2017, equation 9)."""

    paired: ClassVar[bool] = False

    @staticmethod
    def discriminator(real: Tensor, fake: Tensor) -> Tensor:
        return 0.5 * (real - 1).square().mean() + 0.5 * fake.square().mean()

    @staticmethod
    def generator(fake: Tensor, real: Tensor | None) -> Tensor:
        return 0.5 * (fake - 1).square().mean()


class Wasserstein:
    """Difference of mean critic scores (Arjovsky et al. 2017); means something only for a Lipschitz critic."""

    paired: ClassVar[bool] = False

    @staticmethod
    def discriminator(real: Tensor, fake: Tensor) -> Tensor:
        return fake.mean() - real.mean()

    @staticmethod
    def generator(fake: Tensor, real: Tensor | None) -> Tensor:
        return -fake.mean()


class Hinge:
    """Margin of one on both sides (Lim and Ye 2017; Miyato et al. 2018)."""

    paired: ClassVar[bool] = False

    @staticmethod
    def discriminator(real: Tensor, fake: Tensor) -> Tensor:
        return F.relu(1 - real).mean() + F.relu(1 + fake).mean()

    @staticmethod
    def generator(fake: Tensor, real: Tensor | None) -> Tensor:
        return -fake.mean()


class Relativistic:
    """Relativistic pairing: softplus of the difference of one real and one fake (Jolicoeur-Martineau 2018; R3GAN)."""

    paired: ClassVar[bool] = True

    @staticmethod
    def discriminator(real: Tensor, fake: Tensor) -> Tensor:
        return F.softplus(fake - real).mean()

    @staticmethod
    def generator(fake: Tensor, real: Tensor | None) -> Tensor:
        assert real is not None
        return F.softplus(real - fake).mean()


ADVERSARIAL_LOSSES: Registry[type[AdversarialLoss]] = Registry(
    "adversarial loss",
    "enhancer.train.adversarial",
    [
        ("bce", ".losses:Bce"),
        ("bce-saturating", ".losses:BceSaturating"),
        ("mse", ".losses:Mse"),
        ("wasserstein", ".losses:Wasserstein"),
        ("hinge", ".losses:Hinge"),
        ("relativistic", ".losses:Relativistic"),
    ],
)
