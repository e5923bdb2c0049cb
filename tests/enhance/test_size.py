"""The size grammar: what each form means, what it refuses."""

import contextlib
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancer.enhance.size import MAX_SIDE, parse_size
from enhancer.enhance.target import to_target
from enhancer.errors import SpecError
from enhancer.images.image import Image

sides = st.integers(1, 8000)


@pytest.mark.parametrize(
    ("text", "size", "result"),
    [
        ("x2", (300, 200), (600, 400)),
        ("x2.5", (301, 200), (753, 500)),
        ("x0.5", (301, 3), (151, 2)),
        ("3840w", (1200, 800), (3840, 2560)),
        ("2160h", (1200, 800), (3240, 2160)),
        ("long=4000", (1200, 800), (4000, 2667)),
        ("long=4000", (800, 1200), (2667, 4000)),
        ("short=1000", (1200, 800), (1500, 1000)),
        ("fit=1920x1080", (1000, 1000), (1080, 1080)),
        ("fill=1920x1080", (1000, 1000), (1920, 1080)),
        ("3840x2160", (1920, 1080), (3840, 2160)),
        (" FIT=1920×1080 ", (4000, 1000), (1920, 480)),
        ("fit=100x100", (8000, 1), (100, 1)),
    ],
)
def test_a_size_means_what_the_manual_says(text, size, result):
    assert parse_size(text).target(*size) == result


def test_no_size_means_the_models_own_scale():
    assert parse_size("") is None
    assert parse_size("  ") is None


@pytest.mark.parametrize(
    "text",
    [
        "2",
        "x",
        "x0",
        "x-2",
        "x1e3",
        "x65",
        "0w",
        "w",
        "-5h",
        "long=0",
        "fit=1920",
        "fit=0x5",
        "5x",
        "fill=1x2x3",
        "big",
        f"{MAX_SIDE + 1}w",
        "long=99999999999",
        "x2,5",
        "fit=10 x 20",
    ],
)
def test_what_is_not_a_size_is_refused_with_a_hint(text):
    with pytest.raises(SpecError) as caught:
        parse_size(text)
    assert caught.value.hint


def test_a_bare_size_of_another_shape_is_refused_and_names_both_ways_out():
    with pytest.raises(SpecError, match=r"fit=1920x1080.*fill=1920x1080"):
        parse_size("1920x1080").target(1000, 1000)


def test_a_result_beyond_reason_is_refused():
    with pytest.raises(SpecError, match="pixels"):
        parse_size("1000h").target(100_000, 1)


@given(sides, sides, st.integers(1, 4000), st.integers(1, 4000))
def test_fit_stays_inside_and_touches_one_side(width, height, across, down):
    w, h = parse_size(f"fit={across}x{down}").target(width, height)
    assert w <= across
    assert h <= down
    assert w == across or h == down


@given(sides, sides, st.integers(1, 4000), st.integers(1, 4000))
def test_fill_covers_before_it_is_cut(width, height, across, down):
    rule = parse_size(f"fill={across}x{down}")
    w, h = rule.covering(width, height)
    assert w >= across
    assert h >= down
    assert w == across or h == down
    assert rule.target(width, height) == (across, down)


@given(sides, sides, st.sampled_from(["x2", "x1.37", "777w", "long=555", "short=99"]))
def test_the_aspect_is_kept_within_half_a_pixel(width, height, text):
    rule = parse_size(text)
    try:
        w, h = rule.target(width, height)
    except SpecError:
        return
    factor = rule.enlargement(width, height)
    assert abs(w - width * factor) <= Fraction(1, 2) or w == 1
    assert abs(h - height * factor) <= Fraction(1, 2) or h == 1


@given(st.text(max_size=12))
def test_any_text_is_a_size_or_a_clear_error(text):
    with contextlib.suppress(SpecError):
        assert parse_size(text) is None or parse_size(text).enlargement(100, 50) > 0


def test_fill_cuts_the_middle():
    pixels = np.zeros((40, 80, 3), np.uint8)
    pixels[:, 20:60] = 255
    image = to_target(Image(pixels), parse_size("fill=40x40"), 40, 20)
    assert image.pixels.shape == (40, 40, 3)
    assert (image.pixels == 255).all()
