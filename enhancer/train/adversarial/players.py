"""The two updates of a GAN step, written as the papers have them. No data loading, no logging, no decisions."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from ...models.networks.gan.spectral import advance_spectral
from ..configs.gan import GanConfig, PenaltyConfig
from ..moment import Moment
from ..ranks import Ranks
from .batch import Round
from .losses import AdversarialLoss
from .mixes import CLIP
from .penalties import PENALTIES, Evidence, clip_weights

Augment = Callable[[Tensor, Tensor], Tensor]
"""(pictures in [-1,1], uniforms) to pictures."""


@dataclass(frozen=True)
class Players:
    """Both networks with everything that an update needs beside its round."""

    config: GanConfig
    generator: nn.Module
    discriminator: nn.Module
    loss: type[AdversarialLoss]
    augment: Augment
    scaler: torch.amp.GradScaler
    autocast: torch.dtype | None
    device: torch.device
    ranks: Ranks

    def fakes(self, seen: Round) -> Tensor | None:
        """Samples with their graph, for both players of a step to learn from; None where each makes its own.

        With several slices each makes the same ones anew: slices are there to keep one graph at a time.
        """
        if not self.config.shared_fakes or self.config.slices > 1:
            return None
        with self.half():
            made: Tensor = self.generator(seen.z, seen.labels)
        return made

    def update_discriminator(
        self, seen: Round, optimizer: Optimizer, moment: Moment, fakes: Tensor | None = None
    ) -> dict[str, Tensor]:
        """One step of the discriminator on real and generated pictures: `fakes`, or fresh ones."""
        self.discriminator.requires_grad_(True)
        optimizer.zero_grad(set_to_none=True)
        advance_spectral(self.discriminator)
        sums: dict[str, Tensor] = {}
        for part in seen.slices(self._own):
            with torch.no_grad(), self.half():
                fake = self.generator(part.z, part.labels).float() if fakes is None else fakes.detach().float()
            assert part.real is not None
            terms = self._discriminator_terms(as_signed(part.real), fake, part, moment)
            self._backward(terms["loss_discriminator"] + sum(v for k, v in terms.items() if k.startswith("penalty")))
            _add(sums, terms)
        clip = (self.config.discriminator_optimizer or self.config.optimizer).clip
        norm = self._advance(self.discriminator, optimizer, sums["loss_discriminator"], clip)
        for penalty in self.config.penalties:
            if penalty.name == CLIP:
                clip_weights(self.discriminator, penalty.weight * moment.knob("clip"))
        return {**self._means(sums), "gradient_discriminator": norm}

    def update_generator(self, seen: Round, optimizer: Optimizer, fakes: Tensor | None = None) -> dict[str, Tensor]:
        """One step of the generator against the discriminator as it is now, on `fakes`, or on fresh samples."""
        # Frozen, so that no gradient of its weights is computed only to be thrown away.
        self.discriminator.requires_grad_(False)
        optimizer.zero_grad(set_to_none=True)
        sums: dict[str, Tensor] = {}
        for part in seen.slices(self._own):
            with self.half():
                fake = self.generator(part.z, part.labels) if fakes is None else fakes
                logits = self.discriminator(self.augment(fake.float(), part.fake_draws), part.labels).float()
                real = None
                if part.real is not None:
                    with torch.no_grad():
                        pictures = self.augment(as_signed(part.real), part.real_draws)
                        real = self.discriminator(pictures, part.labels).float()
            loss = self.loss.generator(logits, real)
            self._backward(loss)
            _add(sums, {"loss_generator": loss.detach()})
        norm = self._advance(self.generator, optimizer, sums["loss_generator"], self.config.optimizer.clip)
        return {**self._means(sums), "gradient_generator": norm}

    def _discriminator_terms(self, real: Tensor, fake: Tensor, part: Round, moment: Moment) -> dict[str, Tensor]:
        due = [p for p in self.config.penalties if p.name != CLIP and _due(p, moment)]
        if any(p.name in ("r1", "r2") for p in due):
            real.requires_grad_()
            fake.requires_grad_()

        def score(pictures: Tensor, draws: Tensor, labels: Tensor | None) -> Tensor:
            with self.half():
                logits: Tensor = self.discriminator(self.augment(pictures, draws), labels).float()
            return logits

        if getattr(self.discriminator, "per_sample", False):  # one pass costs less than two
            labels = None if part.labels is None else torch.cat([part.labels, part.labels])
            draws = torch.cat([part.real_draws, part.fake_draws])
            real_logits, fake_logits = score(torch.cat([real, fake]), draws, labels).chunk(2)
        else:
            real_logits = score(real, part.real_draws, part.labels)
            fake_logits = score(fake, part.fake_draws, part.labels)
        seen = Evidence(
            real,
            fake,
            real_logits,
            fake_logits,
            lambda pictures: score(pictures, part.real_draws, part.labels),
            part.mix,
        )
        terms = {"loss_discriminator": self.loss.discriminator(real_logits, fake_logits)}
        for penalty in due:
            weight = _weight(penalty, moment) * penalty.every * moment.knob("penalty")
            terms[f"penalty_{penalty.name}"] = weight * PENALTIES.get(penalty.name)(seen)
        terms["real_logit"], terms["fake_logit"] = real_logits.detach().mean(), fake_logits.detach().mean()
        terms["real_sign"], terms["fake_sign"] = real_logits.detach().sign().mean(), fake_logits.detach().sign().mean()
        return terms

    @property
    def _own(self) -> int:
        """Slices that this process takes."""
        return self.config.slices // self.ranks.world

    def half(self) -> torch.autocast:
        """The precision of the networks' arithmetic."""
        return torch.autocast(self.device.type, self.autocast, enabled=self.autocast is not None)

    def _backward(self, loss: Tensor) -> None:
        self.scaler.scale(loss / self.config.slices).backward()  # type: ignore[no-untyped-call]

    def _advance(self, net: nn.Module, optimizer: Optimizer, loss: Tensor, clip: float) -> Tensor:
        """Share the gradients and step, unless something is not finite; returns their norm."""
        self.ranks.add_gradients(net.parameters())
        self.scaler.unscale_(optimizer)
        norm = nn.utils.clip_grad_norm_([p for p in net.parameters() if p.grad is not None], clip or math.inf)
        told = self.ranks.add(loss.detach().clone())
        if bool(torch.isfinite(norm + told)):
            self.scaler.step(optimizer)
        self.scaler.update()
        return norm.detach()

    def _means(self, sums: dict[str, Tensor]) -> dict[str, Tensor]:
        """Over all slices of all processes."""
        stacked = self.ranks.add(torch.stack([value.detach() for value in sums.values()]))
        return dict(zip(sums, (stacked / self.config.slices).unbind(), strict=True))


def as_signed(pictures: Tensor) -> Tensor:
    """uint8 (N,C,H,W) to float32 in [-1,1], channels-last."""
    return pictures.float().div_(127.5).sub_(1).contiguous(memory_format=torch.channels_last)


def _add(sums: dict[str, Tensor], terms: dict[str, Tensor]) -> None:
    for name, value in terms.items():
        sums[name] = sums[name] + value.detach() if name in sums else value.detach()


def _due(penalty: PenaltyConfig, moment: Moment) -> bool:
    return penalty.every == 1 or (moment.images // max(1, moment.count)) % penalty.every == 0


def _weight(penalty: PenaltyConfig, moment: Moment) -> float:
    """From `weight` to `final` on the cosine that all of R3GAN's schedules follow."""
    if penalty.final is None:
        return penalty.weight
    return penalty.final + (penalty.weight - penalty.final) * 0.5 * (1 + math.cos(math.pi * moment.progress))
