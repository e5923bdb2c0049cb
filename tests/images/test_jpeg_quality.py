import numpy as np
import pytest
from PIL import Image as Pillow

from enhancer.images.jpeg_quality import estimate
from enhancer.images.read import probe, read
from tests.helpers_images import corners, saved


@pytest.mark.parametrize("quality", range(30, 101))
def test_the_quality_that_pillow_was_told_is_estimated_within_one(quality):
    assert abs(probe(saved(corners(), "JPEG", quality=quality)).jpeg_quality - quality) <= 1


def test_grey_pictures_have_one_table_and_an_estimate_all_the_same():
    assert read(saved(corners(), "JPEG", mode="L", quality=73)).meta.jpeg_quality == 73


def test_other_tables_get_the_quality_of_the_nearest_ones():
    made = Pillow.fromarray(corners())
    for preset, low, high in (("web_low", 1, 55), ("web_high", 60, 90), ("web_maximum", 88, 99)):
        assert low <= probe(saved(made, "JPEG", quality=preset)).jpeg_quality <= high
    finer = estimate({0: [2] * 64})
    coarser = estimate({0: [40] * 64})
    assert finer > 90
    assert coarser < 70


def test_no_tables_give_no_estimate():
    assert estimate({}) is None
    assert estimate({1: np.ones(64, int).tolist()}) is None
