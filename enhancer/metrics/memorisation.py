"""Whether generated pictures copy training pictures: nearest distances, against those of pictures never trained on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import DataError
from .distances import Features, nearest


@dataclass(frozen=True)
class Memorisation:
    """rate: share of fakes nearer to a training picture than `radius`; base: the same share of the test pictures.

    Only what lies above `base` is copying: it is what an honest new picture does by chance.
    """

    rate: float
    base: float
    radius: float


def memorisation(fake: Features, train: Features, test: Features, percentile: float = 5.0) -> Memorisation:
    """fake (M,D), train (N,D), test (T,D), none of test in train. `radius` is a percentile of the distances from test
    pictures to their nearest training picture, hence `base` is about that percentile.

    Give all training pictures: a copy of one left out is not seen.
    """
    if not 0 < percentile < 100:
        raise DataError(f"A percentile lies between 0 and 100, not at {percentile}.")
    honest = nearest(test, train)
    radius = float(np.percentile(honest, percentile))
    return Memorisation(
        rate=float((nearest(fake, train) < radius).mean()),
        base=float((honest < radius).mean()),
        radius=radius,
    )
