"""Neighbours of a picture: its latent a step on the way to another seed's. From origin to origin, so each can be made
again and varied again. numpy only.
"""

from __future__ import annotations

from ..errors import ImageError
from ..models.info import ModelInfo
from .origin import Origin, latent_text, latent_values
from .seeds import Latents, between, latent


def latent_of(origin: Origin, info: ModelInfo) -> Latents:
    """(width,) float32 that the picture was made from. ImageError if its origin does not say; SpecError if damaged."""
    if origin.latent:
        return latent_values(origin.latent, info.latent)

    def of(seed: int, candidate: int = 0) -> Latents:
        return latent(info.latent_distribution, info.latent, seed, candidate, origin.truncation)

    if origin.seeds is not None:
        first, last = map(of, origin.seeds)
        return between(info.latent_distribution, first, last, origin.position)
    if origin.seed is None:
        raise ImageError("Its origin names neither seed nor latent.", code="no-origin")
    return of(origin.seed, origin.candidate)


def neighbour(origin: Origin, info: ModelInfo, seed: int, strength: float) -> Origin:
    """Of the same class, at `strength` in (0,1] of the way to the latent of `seed`; lengths stay those of draws."""
    other = latent(info.latent_distribution, info.latent, seed, truncation=origin.truncation)
    z = between(info.latent_distribution, latent_of(origin, info), other, strength)
    kept = {"program", "model", "sha256", "label", "class_name", "truncation", "batch", "precision", "wraps"}
    return Origin(**origin.model_dump(include=kept), latent=latent_text(z), slot=seed % origin.batch)
