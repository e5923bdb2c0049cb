"""From seeds to latents and classes: each a pure function of the seed alone, so order, count and machine are free."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import SpecError
from .draws import Distribution, latents, uniforms

LATENTS = 0x67656E
TRUNCATION = 0x747275
"""Streams of the random numbers of a seed: its latents, and what replaces values beyond the bound."""
BOUND = 2.0
"""|z| at truncation 1 in the limit, as in BigGAN's released samplers; at exactly 1 nothing is cut."""
SEED_LIMIT = 2**63

Latents = NDArray[np.float32]


def latent(distribution: Distribution, width: int, seed: int, candidate: int = 0, truncation: float = 1.0) -> Latents:
    """(width,) float32: row number `candidate` of the seed's own sequence; a picture is made from its row 0.

    truncation: in (0,1]. The truncation trick (Brock et al. 2019, section 3.1): normal values with |z| > 2 T are drawn
    again from the normal distribution within the bound, uniform ones become T z. It trades variety for quality; these
    generators have no mapping network, so there is no mean style to move towards instead. Values within the bound stay.
    """
    z: Latents = latents(distribution, seed, LATENTS, candidate, 1, width)[0]
    if truncation >= 1:
        return z
    if distribution == "uniform":
        return np.asarray(z * np.float32(truncation), np.float32)
    bound = BOUND * truncation
    beyond = np.flatnonzero(np.abs(z) > bound)
    if beyond.size:
        normal = NormalDist()
        low = normal.cdf(-bound)
        again = low + (1 - 2 * low) * uniforms(seed, TRUNCATION, candidate, 1, width)[0]
        values = [normal.inv_cdf(min(max(float(again[place]), 1e-300), 1 - 1e-16)) for place in beyond]
        z[beyond] = np.clip(values, -bound, bound)
    return z


def label_of(seed: int, labels: Sequence[int]) -> int | None:
    """The class of a seed among those that were asked for: every class in turn; None where there are none."""
    return labels[seed % len(labels)] if labels else None


def chosen_labels(asked: Sequence[str], classes: Sequence[str], model: str) -> tuple[int, ...]:
    """Numbers of the classes that were named by name or number; all of them for none named, or "all".

    SpecError for a class that the model does not have, or a model that knows none.
    """
    if not classes:
        if asked:
            raise SpecError(
                f"{model} knows no classes: it was trained on pictures without labels.", "Leave out --class."
            )
        return ()
    if not asked or "all" in asked:
        return tuple(range(len(classes)))
    return tuple(dict.fromkeys(_label(name, classes, model) for name in asked))


def _label(name: str, classes: Sequence[str], model: str) -> int:
    # A name goes before a number: where classes are called 3, 1, 2, "3" is the one called so.
    if name in classes:
        return list(classes).index(name)
    if name.isascii() and name.isdigit() and int(name) < len(classes):
        return int(name)
    some = ", ".join(classes[:12]) + (" ..." if len(classes) > 12 else "")
    raise SpecError(f"{model} has no class {name!r}.", f"It has {some}; or give a number below {len(classes)}.")


def slerp(a: NDArray[Any], b: NDArray[Any], t: float) -> Latents:
    """(width,) float32 at t in [0,1] on the great circle from a to b, lengths blended (Shoemake 1985; White 2016).

    A straight line between normal latents passes through lengths that no draw has, and pictures there are dull.
    """
    a, b = a.astype(np.float64), b.astype(np.float64)
    lengths = np.linalg.norm(a), np.linalg.norm(b)
    cosine = float(np.clip(a @ b / max(lengths[0] * lengths[1], 1e-12), -1, 1))
    angle = np.arccos(cosine)
    if angle < 1e-4 or np.pi - angle < 1e-4:  # no plane is defined, so the line has to do
        return lerp(a, b, t)
    mixed = (np.sin((1 - t) * angle) * a + np.sin(t * angle) * b) / np.sin(angle)
    return np.asarray(mixed, np.float32)


def lerp(a: NDArray[Any], b: NDArray[Any], t: float) -> Latents:
    """(width,) float32 on the straight line; what stays in [-1,1] for uniform latents."""
    return np.asarray((1 - t) * a.astype(np.float64) + t * b.astype(np.float64), np.float32)


def between(distribution: Distribution, a: NDArray[Any], b: NDArray[Any], t: float) -> Latents:
    """The way from a to b that suits how latents are distributed; exactly a at 0 and b at 1."""
    if t in (0, 1):
        return np.asarray(b if t else a, np.float32)
    return slerp(a, b, t) if distribution == "normal" else lerp(a, b, t)
