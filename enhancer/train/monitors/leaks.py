"""Whether augmentation leaks into samples: whether they look like augmented pictures where real ones do not.

Each operation has a statistic of single pictures that it moves. Its distribution is compared for samples, real
pictures, and real pictures that went through the operation. A generator that is only bad differs from real pictures in
another way than augmentation makes them differ, and is not blamed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from ...generate.draws import uniforms
from ..augmentation import OPERATIONS
from ..augmentation.operation import colours, outside
from ..augmentation.pipeline import augment, width

Values = NDArray[np.float64]
Statistic = Callable[[Tensor], Tensor]

COMPARED = 1_000
"""Pictures of each kind, at most."""
SIDE = 32
"""Pictures are reduced to at most this side, but for noise: the middle of twice the side is looked at."""
THUMBNAIL = 8
SPARSE = 7
"""Of so many values one is sorted: odd, so that all columns take part."""
THRESHOLDS = 64
RIDGE = 0.1
"""Of the linear discriminant, in units of a feature's variance."""
ONE_SIDED = 0.1
"""Share of the squared difference below which a side of it is chance."""
TOLD_APART = 0.1
"""Largest difference of two distribution functions below which an operation does nothing to these pictures that its
statistic could see (a mirror to symmetric ones), and a leak could neither be seen nor do harm."""
_SEED, _STREAM = 0, 0x1EA4


def leaks(fake: Tensor, real: Tensor, operations: Sequence[str], *, wrap: bool = False) -> dict[str, float]:
    """`leak_<operation>` of each: 0.5 where samples are like real pictures, 1 where they are like augmented ones.

    Both (N,C,H,W) in [0,1], 32 pictures or more of each; samples must not have been augmented.
    The same pictures give the same answer. SpecError for an unknown name.
    """
    fake, real = (2 * x[:COMPARED].float() - 1 for x in (fake, real))
    return {f"leak_{name}": _leak(fake, real, name, wrap) for name in operations}


def _leak(fake: Tensor, real: Tensor, name: str, wrap: bool) -> float:
    fake, real = (_cropped(x) if name == "noise" else _reduced(x) for x in (fake, real))
    draws = uniforms(_SEED, _STREAM, 0, len(real), width([name]))
    # Clamped, because a generator cannot leave the range that augmentation leaves.
    changed = augment(real, torch.from_numpy(draws).to(real.device), [name], 1.0, wrap=wrap).clamp(-1, 1)
    if name in LAYOUTS:
        of_fake, of_real, of_changed = (_rows(_layout(x)) for x in (fake, real, changed))
        # Half of the pictures say how to tell, the other half are told apart: else the real ones would seem special.
        tell = _discriminant(of_real[::2], of_changed[::2])
        real, changed = real[1::2], changed[1::2]
        of_fake, of_real, of_changed = tell(of_fake), tell(of_real[1::2]), tell(of_changed[1::2])
    else:
        of_fake, of_real, of_changed = (_rows(STATISTICS[name](x)) for x in (fake, real, changed))
    both = np.concatenate([of_real, of_changed])
    if np.abs(_below(of_changed, both) - _below(of_real, both)).max() < TOLD_APART:
        return 0.5
    others = GUARDS[name]
    return 0.5 + 0.5 * _moved(
        *(
            np.concatenate([own, *(_rows(other(x)) for other in others)], axis=1)
            for own, x in ((of_fake, fake), (of_real, real), (of_changed, changed))
        )
    )


def _moved(fake: Values, real: Values, changed: Values) -> float:
    """How far the distributions of `fake` lie on the way from `real` to `changed`, and how straight, in [0,1].

    All (N,statistics). The differences of distribution functions are vectors: the projection of one on the other, in
    units of the other, times the share of the squared difference that it explains. Where augmentation spreads pictures
    to both sides, the lesser side counts: samples that are all too dark do not look as if their brightness were random.
    """
    at = np.concatenate([real, changed, fake])
    start = _below(real, at)
    move, way = _below(fake, at) - start, _below(changed, at) - start
    length, distance = float((way * way).sum()), float((move * move).sum())
    along = max(float((move * way).sum()), 0.0)
    if not along:
        return 0.0
    sides = [(float((move * side).sum()), float((side * side).sum())) for side in (way.clip(min=0), way.clip(max=0))]
    far = min(done / energy for done, energy in sides if energy > ONE_SIDED * length)
    return min(max(far, 0.0), 1.0) * along**2 / (length * distance)


def _below(values: Values, of: Values) -> Values:
    """(THRESHOLDS,statistics): the share of `values` up to each of equally spaced quantiles of `of`."""
    at = np.quantile(of, (np.arange(THRESHOLDS) + 0.5) / THRESHOLDS, axis=0)
    found = [np.searchsorted(np.sort(values[:, k]), at[:, k], side="right") for k in range(values.shape[1])]
    return np.stack(found, axis=1) / len(values)


def _rows(statistic: Tensor) -> Values:
    values: Values = statistic.flatten(1).double().cpu().numpy()
    return values


def _discriminant(real: Values, changed: Values) -> Callable[[Values], Values]:
    """The ridge regression of which of two sets a row of features is from; gives (N,1)."""
    rows = np.concatenate([real, changed])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    rows = (rows - mean) / spread
    target = np.repeat([-1.0, 1.0], [len(real), len(changed)])
    weights = np.linalg.solve(rows.T @ rows / len(rows) + RIDGE * np.eye(rows.shape[1]), rows.T @ target / len(rows))
    return lambda values: ((values - mean) / spread @ weights)[:, None]


def _reduced(x: Tensor) -> Tensor:
    factor = -(-max(x.shape[2:]) // SIDE)
    return F.avg_pool2d(x, factor) if factor > 1 else x


def _cropped(x: Tensor) -> Tensor:
    top, left = (max(side - 2 * SIDE, 0) // 2 for side in x.shape[2:])
    return x[:, :, top : top + 2 * SIDE, left : left + 2 * SIDE]


def _colour(x: Tensor) -> Tensor:
    return x[:, : colours(x)]


def _brightness(x: Tensor) -> Tensor:
    """Of the colour values the mean, and the tenth that is darkest and that is brightest."""
    flat = _colour(x).flatten(1)
    ordered = flat[:, ::SPARSE].sort(dim=1).values
    tenth = ordered.shape[1] // 10
    return torch.stack([flat.mean(1), ordered[:, tenth], ordered[:, -1 - tenth]], dim=1)


def _contrast(x: Tensor) -> Tensor:
    return _colour(x).std(dim=(1, 2, 3))[:, None]


def _saturation(x: Tensor) -> Tensor:
    """Mean distance of the channels from their mean."""
    x = _colour(x)
    return (x - x.mean(dim=1, keepdim=True)).abs().mean(dim=(1, 2, 3))[:, None]


def _hue(x: Tensor) -> Tensor:
    """Where the mean colour and the main axis of colours point to, in the plane across grey; zeros for grey."""
    x = _colour(x)
    if x.shape[1] != 3:
        return x.new_zeros(len(x), 1)
    first = (2 * x[:, 0] - x[:, 1] - x[:, 2]) / 6**0.5
    second = (x[:, 1] - x[:, 2]) / 2**0.5
    power = (first.square() + second.square()).mean(dim=(1, 2)) + 1e-6
    parts = [first.mean(dim=(1, 2)) / power.sqrt(), second.mean(dim=(1, 2)) / power.sqrt()]
    parts += [(first.square() - second.square()).mean(dim=(1, 2)) / power, (first * second).mean(dim=(1, 2)) / power]
    return torch.stack(parts, dim=1)


def _border(x: Tensor) -> Tensor:
    """Of the four sides' outermost pixels, the mean distance from what comes in, where it is smallest."""
    off = (x - outside(x)).abs().mean(dim=1)
    sides = (off[:, 0].mean(1), off[:, -1].mean(1), off[:, :, 0].mean(1), off[:, :, -1].mean(1))
    return torch.stack(sides).amin(dim=0)[:, None]


def _hole(x: Tensor) -> Tensor:
    """Of all boxes of a quarter of the sides, the mean distance from what comes in, where it is smallest."""
    off = (x - outside(x)).abs().mean(dim=1, keepdim=True)
    return F.avg_pool2d(off, (max(x.shape[2] // 4, 1), max(x.shape[3] // 4, 1)), 1).amin(dim=(2, 3))


def _layout(x: Tensor) -> Tensor:
    """A thumbnail, and the squares of its pixels: what is where."""
    small = F.adaptive_avg_pool2d(x, (min(THUMBNAIL, x.shape[2]), min(THUMBNAIL, x.shape[3]))).flatten(1)
    return torch.cat([small, small.square()], dim=1)


def _grain(x: Tensor) -> Tensor:
    """Mean absolute difference of second order along rows: noise has more of it than anything else."""
    x = _colour(x)
    return (2 * x[..., 1:-1] - x[..., :-2] - x[..., 2:]).abs().mean(dim=(1, 2, 3)).log1p()[:, None]


STATISTICS: dict[str, Statistic] = {
    "brightness": _brightness,
    "saturation": _saturation,
    "contrast": _contrast,
    "hue": _hue,
    "translation": _border,
    "cutout": _hole,
    "noise": _grain,
}
LAYOUTS = ("flip", "rotate90", "scale", "rotate", "anisotropic")
"""Operations whose statistic is the most telling direction of `_layout`."""
GUARDS: dict[str, tuple[Statistic, ...]] = {
    "brightness": (_contrast, _grain),
    "saturation": (_brightness, _grain),
    "contrast": (_brightness, _grain),
    "hue": (_saturation, _grain),
    "translation": (_contrast, _grain),
    "cutout": (_contrast, _grain),
    "noise": (_brightness,),
    **dict.fromkeys(LAYOUTS, (_brightness, _contrast, _grain)),
}
"""Statistics beside an operation's own: what else is wrong with samples, that the operation would not explain."""
assert set(GUARDS) == {*STATISTICS, *LAYOUTS} == set(OPERATIONS)
