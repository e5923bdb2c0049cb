import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enhancer.errors import SpecError
from enhancer.images.image import Image
from enhancer.images.resize import (
    bicubic_kernel,
    from_linear,
    reduce,
    reduce_rows,
    resize,
    resize_to,
    rows_to_reduce,
    to_linear,
)


def cubic(x):
    x = abs(x)
    if x <= 1:
        return 1.5 * x**3 - 2.5 * x**2 + 1
    return -0.5 * x**3 + 2.5 * x**2 - 4 * x + 2 if x < 2 else 0.0


def slow_axis(line, size):
    """What MATLAB's documentation of imresize describes, one output at a time, positions counted from 1."""
    scale, out = size / len(line), []
    stretch = min(scale, 1.0)
    for i in range(1, size + 1):
        u = i / scale + 0.5 * (1 - 1 / scale)
        reach = 2 / stretch
        total = weight_sum = 0.0
        for j in range(int(np.floor(u - reach)) - 1, int(np.ceil(u + reach)) + 2):
            weight = stretch * cubic(stretch * (u - j))
            k = (j - 1) % (2 * len(line))
            k = k if k < len(line) else 2 * len(line) - 1 - k
            total, weight_sum = total + weight * line[k], weight_sum + weight
        out.append(total / weight_sum)
    return np.array(out)


def slow(pixels, height, width):
    tall = np.stack(
        [[slow_axis(pixels[:, x, c], height) for x in range(pixels.shape[1])] for c in range(pixels.shape[2])],
        axis=-1,
    ).swapaxes(0, 1)
    return np.stack([[slow_axis(tall[y, :, c], width) for y in range(height)] for c in range(pixels.shape[2])], axis=-1)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 24),
    st.integers(1, 24),
    st.integers(1, 40),
    st.integers(1, 40),
    st.sampled_from([1, 3]),
    st.integers(0, 9),
)
def test_bicubic_equals_a_slow_reading_of_imresize_at_any_sizes(h, w, height, width, channels, seed):
    pixels = np.random.default_rng(seed).random((h, w, channels), np.float32)
    got = resize(pixels, height, width)
    assert got.dtype == np.float32
    np.testing.assert_allclose(got, slow(pixels, height, width), atol=2e-5)


def test_wide_pictures_of_many_blocks_equal_the_slow_reading_too():
    pixels = np.random.default_rng(1).random((150, 70, 3), np.float32)
    np.testing.assert_allclose(resize(pixels, 75, 35), slow(pixels, 75, 35), atol=2e-5)
    np.testing.assert_allclose(resize(pixels[:40], 80, 140), slow(pixels[:40], 80, 140), atol=2e-5)


@pytest.mark.parametrize("kernel", ["bicubic", "lanczos3", "box"])
@pytest.mark.parametrize("size", [(5, 7), (31, 17), (64, 96)])
def test_a_flat_picture_stays_flat_for_every_kernel(kernel, size):
    flat = np.full((23, 29, 3), 0.37, np.float32)
    np.testing.assert_allclose(resize(flat, *size, kernel=kernel), 0.37, atol=1e-6)


def test_box_by_a_whole_number_is_the_mean_of_cells():
    pixels = np.random.default_rng(0).random((12, 8, 1), np.float32)
    means = pixels.reshape(4, 3, 4, 2, 1).mean(axis=(1, 3))
    np.testing.assert_allclose(resize(pixels, 4, 4, kernel="box"), means, atol=1e-6)


def test_an_unknown_kernel_is_refused_with_the_nearest_name():
    with pytest.raises(SpecError, match="bicubic"):
        resize(np.zeros((4, 4, 1), np.float32), 2, 2, kernel="bicubik")


def test_the_kernel_is_one_at_zero_and_zero_at_the_other_integers():
    assert bicubic_kernel(np.array([0.0, 1, 2, 3, -1])).tolist() == [1, 0, 0, 0, 0]


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 4), st.integers(3, 90), st.integers(1, 6), st.data())
def test_rows_reduced_from_a_strip_are_the_rows_of_the_whole(scale, rows, columns, data):
    first = data.draw(st.integers(0, rows - 1))
    last = data.draw(st.integers(first + 1, rows))
    pixels = np.random.default_rng(rows).random((rows * scale, columns * scale, 3), np.float32)
    start, stop = rows_to_reduce(rows * scale, scale, first, last)
    strip = reduce_rows(pixels[start:stop], scale, first, last, start, rows * scale)
    np.testing.assert_allclose(strip, reduce(pixels, scale)[first:last], atol=1e-6)


def test_strips_that_begin_at_multiples_of_64_equal_the_whole_to_the_bit():
    pixels = np.random.default_rng(0).random((400, 66, 3), np.float32)
    whole = reduce(pixels, 2)
    for first in (0, 64, 128):
        last = min(first + 64, 200)
        start, stop = rows_to_reduce(400, 2, first, last)
        assert np.array_equal(reduce_rows(pixels[start:stop], 2, first, last, start, 400), whole[first:last])


def test_a_checkerboard_averages_to_188_in_linear_light_and_to_128_in_encoded_values():
    board = (np.indices((32, 32)).sum(axis=0) % 2 * 1.0).astype(np.float32)[..., None]
    encoded = resize(board, 8, 8)[3:5, 3:5] * 255
    light = resize(board, 8, 8, linear_light=True)[3:5, 3:5] * 255
    np.testing.assert_allclose(encoded, 127.5, atol=0.5)
    np.testing.assert_allclose(light, 187.5, atol=0.6)
    whole = resize_to(Image((np.repeat(board, 3, 2) * 255).astype(np.uint8)), 8, 8)
    assert np.abs(whole.pixels[3:5, 3:5].astype(int) - 188).max() <= 1


def test_the_transfer_curve_and_its_inverse_cancel():
    x = np.linspace(-0.2, 1.5, 5000, dtype=np.float32)
    np.testing.assert_allclose(from_linear(to_linear(x)), x, atol=2e-6)
    assert to_linear(np.float32([0.5]))[0] == pytest.approx(0.21404114, abs=1e-6)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
def test_the_final_resize_keeps_dtype_and_does_not_let_hidden_colour_leak(dtype):
    full = 1 if dtype == np.float32 else np.iinfo(dtype).max
    pixels = np.zeros((40, 40, 3), dtype)
    pixels[..., 1] = full  # Green that is nowhere to be seen.
    alpha = np.zeros((40, 40), dtype)
    pixels[10:30, 10:30] = full
    alpha[10:30, 10:30] = full
    small = resize_to(Image(pixels, alpha), 300, 17)
    assert small.pixels.dtype == dtype
    assert small.alpha.shape == (300, 17)
    seen = small.alpha > 0.1 * full
    assert small.pixels[seen].min() > 0.98 * full


def test_a_resize_to_the_same_size_is_the_same_picture():
    image = Image(np.zeros((4, 4, 3), np.uint8))
    assert resize_to(image, 4, 4) is image
