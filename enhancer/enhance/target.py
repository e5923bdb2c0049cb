"""The last step to a wanted size: resample in linear light, cut what `fill` leaves over. The grammar is in `size`."""

from __future__ import annotations

from dataclasses import replace

from ..images.image import Image
from ..images.resize import resize_to
from .size import SizeRule


def to_target(image: Image, rule: SizeRule, width: int, height: int) -> Image:
    """`image`, a result at a model's scale, at the size that `rule` gives for an input of width x height."""
    across, down = rule.covering(width, height)
    to_width, to_height = rule.target(width, height)
    covered = resize_to(image, down, across)
    if (across, down) == (to_width, to_height):
        return covered
    left, top = (across - to_width) // 2, (down - to_height) // 2
    rows, columns = slice(top, top + to_height), slice(left, left + to_width)
    alpha = None if covered.alpha is None else covered.alpha[rows, columns]
    return replace(covered, pixels=covered.pixels[rows, columns], alpha=alpha)
