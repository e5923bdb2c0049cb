"""A way through seeds: latents of the frames of a film that visits each seed in turn and returns to the first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .draws import Distribution
from .pixels import to_codes
from .sampler import Sampler
from .seeds import Latents, between


def way(distribution: Distribution, stops: Sequence[Latents], steps: int) -> list[Latents]:
    """`steps` latents from each stop towards the next, the last one back to the first: len(stops) * steps of them."""
    pairs = zip(stops, [*stops[1:], stops[0]], strict=True)
    return [between(distribution, a, b, step / steps) for a, b in pairs for step in range(steps)]


def way_labels(labels: Sequence[int], steps: int) -> list[int]:
    """The class of each frame of `way`: that of the nearer stop."""
    pairs = zip(labels, [*labels[1:], labels[0]], strict=True)
    return [a if 2 * step < steps else b for a, b in pairs for step in range(steps)]


def frames(
    sampler: Sampler, stops: Sequence[Latents], labels: Sequence[int] | None, steps: int
) -> list[NDArray[np.uint8]]:
    """(H,W,C) uint8 pictures of the way."""
    z = np.stack(way(sampler.info.latent_distribution, stops, steps))
    pictures = sampler.all(z, None if labels is None else way_labels(labels, steps))
    return [to_codes(picture) for picture in pictures]
