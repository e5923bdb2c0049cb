"""A contact sheet holds every picture whole, in order, in its own kind of colour."""

from __future__ import annotations

import numpy as np
import pytest

from enhancer.errors import ImageError
from enhancer.images.grid import grid


def pictures(count, height=4, width=6, channels=3):
    return [np.full((height, width, channels), n + 1, np.uint8) for n in range(count)]


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_sheet_has_the_channels_of_its_pictures(channels):
    assert grid(pictures(3, channels=channels)).shape[2] == channels


def test_pictures_stand_in_reading_order_with_a_gap_between():
    sheet = grid(pictures(5), columns=3, gap=2)
    assert sheet.shape == (2 * 4 + 2, 3 * 6 + 2 * 2, 3)
    for number in range(5):
        top, left = (number // 3) * 6, (number % 3) * 8
        assert (sheet[top : top + 4, left : left + 6] == number + 1).all()
    assert (sheet[4:6] == 255).all()
    assert (sheet[6:, 16:] == 255).all(), "an empty place is white"


def test_what_is_not_covered_is_transparent_where_there_is_alpha():
    sheet = grid(pictures(3, channels=4), columns=2, gap=1)
    assert (sheet[5:, 7:] == 0).all()


@pytest.mark.parametrize(("height", "width"), [(8, 8), (8, 32), (32, 8)])
@pytest.mark.parametrize("count", [1, 2, 7, 10, 64])
def test_a_sheet_is_as_square_as_whole_pictures_allow(height, width, count):
    sheet = grid(pictures(count, height, width), gap=0)
    high, wide = sheet.shape[:2]
    if count > 1:
        assert high - height <= wide <= high + width or wide <= width


def test_columns_are_never_more_than_pictures():
    assert grid(pictures(2), columns=10, gap=0).shape == (4, 12, 3)


def test_no_pictures_and_pictures_of_two_shapes_are_refused():
    with pytest.raises(ImageError, match="at least one"):
        grid([])
    with pytest.raises(ImageError, match="different shapes"):
        grid([*pictures(1), *pictures(1, height=5)])
