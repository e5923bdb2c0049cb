import numpy as np
import pytest

from enhancer.errors import SpecError
from enhancer.images.alpha import bleed, flatten, parse_colour
from enhancer.images.image import Image
from enhancer.images.resize import resize


def disc(size=64, soft=True, dtype=np.uint8):
    """A white disc on transparent black, the case that makes dark fringes."""
    y, x = np.mgrid[0:size, 0:size]
    away = np.hypot(x - size / 2 + 0.5, y - size / 2 + 0.5) - size / 4
    cover = np.clip(0.5 - away, 0, 1) if soft else (away < 0) * 1.0
    full = 1.0 if dtype == np.float32 else np.iinfo(dtype).max
    alpha = (cover * full).astype(dtype)
    pixels = np.zeros((size, size, 3), dtype)
    pixels[alpha > 0] = full
    return pixels, alpha


@pytest.mark.parametrize("soft", [True, False])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
def test_a_white_disc_on_transparent_black_has_no_dark_fringe_when_enlarged(soft, dtype):
    pixels, alpha = disc(soft=soft, dtype=dtype)
    full = 1.0 if dtype == np.float32 else np.iinfo(dtype).max

    def darkest_seen(colour):
        big = resize((colour / full).astype(np.float32), 256, 256)
        cover = resize((alpha / full).astype(np.float32)[..., None], 256, 256)[..., 0]
        return big[cover > 0.02].min()

    assert darkest_seen(pixels) < 0.6
    assert darkest_seen(bleed(pixels, alpha, 8)) > 0.97


def test_visible_colours_stay_and_hidden_ones_do_not_come_through():
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 256, (40, 40, 3), np.uint8)
    alpha = np.zeros((40, 40), np.uint8)
    alpha[:, 20:] = 255
    pixels[:, :20] = (0, 255, 0)
    pixels[:, 20:] = (200, 40, 90)
    filled = bleed(pixels, alpha, 16)
    assert np.array_equal(filled[:, 20:], pixels[:, 20:])
    assert np.abs(filled[:, 4:20].astype(int) - (200, 40, 90)).max() <= 2


def test_each_side_bleeds_its_own_colour():
    pixels = np.zeros((32, 64, 3), np.uint8)
    alpha = np.zeros((32, 64), np.uint8)
    pixels[:, :16], alpha[:, :16] = (255, 0, 0), 255
    pixels[:, 48:], alpha[:, 48:] = (0, 0, 255), 255
    filled = bleed(pixels, alpha, 8)
    assert filled[16, 18, 0] > 230
    assert filled[16, 45, 2] > 230


@pytest.mark.parametrize("value", [0, 255])
def test_wholly_opaque_and_wholly_transparent_pictures_come_back_as_they_were(value):
    pixels = np.full((5, 7, 3), 9, np.uint8)
    assert np.array_equal(bleed(pixels, np.full((5, 7), value, np.uint8), 8), pixels)


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (9, 1), (2, 2), (3, 5)])
@pytest.mark.parametrize("channels", [1, 3])
def test_bleeding_works_at_the_smallest_sizes(size, channels):
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 256, (*size, channels), np.uint8)
    alpha = rng.integers(0, 256, size, np.uint8)
    filled = bleed(pixels, alpha, 4)
    assert filled.shape == pixels.shape
    assert filled.dtype == pixels.dtype


def test_flattening_lays_the_picture_on_the_colour():
    pixels = np.full((1, 3, 3), 200, np.uint8)
    flat = flatten(Image(pixels, np.array([[0, 128, 255]], np.uint8)), "#0a1420")
    assert flat.alpha is None
    assert flat.pixels[0].tolist() == [[10, 20, 32], [105, 110, 116], [200, 200, 200]]


def test_grey_stays_grey_on_grey_and_becomes_colour_on_colour():
    grey = Image(np.zeros((2, 2, 1), np.uint16), np.zeros((2, 2), np.uint16))
    assert flatten(grey, "white").pixels.tolist() == [[[65535], [65535]]] * 2
    assert flatten(grey, "#ff0000").pixels[0, 0].tolist() == [65535, 0, 0]


def test_colours_are_parsed_or_refused():
    assert parse_colour("#0f8") == (0, 255, 136)
    assert parse_colour("white") == (255, 255, 255)
    with pytest.raises(SpecError):
        parse_colour("whiteish")
