import math

import numpy as np
import pytest
from skimage import color, data, metrics

from enhancer.errors import ImageError
from enhancer.metrics import ciede2000, luma, psnr, psnr_y, srgb_to_lab, ssim

# L, a, b of two colours and their difference: Sharma, Wu, Dalal 2005, table 1.
SHARMA = [
    (50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425),
    (50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615),
    (50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412),
    (50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000),
    (50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000),
    (50, -0.9009, -85.5211, 50, 0, -82.7485, 1.0000),
    (50, 0, 0, 50, -1, 2, 2.3669),
    (50, -1, 2, 50, 0, 0, 2.3669),
    (50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792),
    (50, 2.4900, -0.0010, 50, -2.4900, 0.0010, 7.1792),
    (50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195),
    (50, 2.4900, -0.0010, 50, -2.4900, 0.0012, 7.2195),
    (50, -0.0010, 2.4900, 50, 0.0009, -2.4900, 4.8045),
    (50, -0.0010, 2.4900, 50, 0.0011, -2.4900, 4.7461),
    (50, 2.5, 0, 50, 0, -2.5, 4.3065),
    (50, 2.5, 0, 73, 25, -18, 27.1492),
    (50, 2.5, 0, 61, -5, 29, 22.8977),
    (50, 2.5, 0, 56, -27, -3, 31.9030),
    (50, 2.5, 0, 58, 24, 15, 19.4535),
    (60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644),
    (63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630),
    (90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441),
    (2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082),
]


def noisy(seed=0, size=64):
    rng = np.random.default_rng(seed)
    clean = data.astronaut()[100 : 100 + size, 180 : 180 + size]
    return clean, np.clip(clean + rng.normal(0, 9, clean.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("row", SHARMA)
def test_ciede2000_equals_the_published_pairs(row):
    got = ciede2000(np.array(row[:3]), np.array(row[3:6]))
    assert float(got) == pytest.approx(row[6], abs=1e-4)


def test_ciede2000_and_lab_agree_with_another_library():
    rng = np.random.default_rng(0)
    a, b = rng.random((200, 3)), rng.random((200, 3))
    np.testing.assert_allclose(srgb_to_lab(a), color.rgb2lab(a), atol=2e-3)
    lab_a, lab_b = color.rgb2lab(a), color.rgb2lab(b)
    np.testing.assert_allclose(ciede2000(lab_a, lab_b), color.deltaE_ciede2000(lab_a, lab_b), atol=1e-6)


def test_psnr_agrees_with_another_library_and_is_infinite_for_equality():
    clean, dirty = noisy()
    want = metrics.peak_signal_noise_ratio(clean, dirty)
    assert psnr(clean, dirty, peak=255) == pytest.approx(want, abs=1e-9)
    unit = psnr(clean.astype(np.float32) / 255, dirty.astype(np.float32) / 255)
    assert unit == pytest.approx(want, abs=1e-3)
    assert psnr(clean, clean, peak=255) == math.inf


def test_a_border_is_left_out():
    clean, dirty = noisy()
    dirty[:4], dirty[-4:], dirty[:, :4], dirty[:, -4:] = 0, 0, 0, 0
    assert psnr(clean, dirty, peak=255, border=4) == psnr(clean[4:-4, 4:-4], dirty[4:-4, 4:-4], peak=255)


def test_pictures_that_do_not_match_or_vanish_are_refused():
    with pytest.raises(ImageError, match="shapes"):
        psnr(np.zeros((4, 4, 3)), np.zeros((4, 5, 3)))
    with pytest.raises(ImageError, match="border"):
        psnr(np.zeros((8, 8, 3)), np.zeros((8, 8, 3)), border=4)
    with pytest.raises(ImageError, match="11"):
        ssim(np.zeros((10, 40, 3)), np.zeros((10, 40, 3)))


def test_luma_is_that_of_bt601_in_the_studio_range():
    patches = np.array([[[255, 255, 255], [0, 0, 0], [255, 0, 0], [0, 255, 0], [0, 0, 255]]], np.uint8)
    np.testing.assert_allclose(luma(patches)[0], [235, 16, 81.481, 144.553, 40.966], atol=1e-3)
    np.testing.assert_allclose(luma(patches), color.rgb2ycbcr(patches)[..., 0], atol=1e-3)
    np.testing.assert_allclose(luma(patches / np.float32(255)), luma(patches), atol=1e-4)
    grey = np.full((2, 2, 1), 77, np.uint8)
    np.testing.assert_allclose(luma(grey), luma(np.repeat(grey, 3, 2)), atol=1e-4)


def test_luma_psnr_measures_only_luma_and_crops_the_border():
    clean, dirty = noisy()
    want = metrics.peak_signal_noise_ratio(
        color.rgb2ycbcr(clean)[4:-4, 4:-4, 0], color.rgb2ycbcr(dirty)[4:-4, 4:-4, 0], data_range=255
    )
    assert psnr_y(clean, dirty, 4) == pytest.approx(want, abs=1e-4)


@pytest.mark.parametrize("grey", [True, False])
def test_ssim_agrees_with_another_library(grey):
    clean, dirty = noisy(size=80)
    if grey:
        clean, dirty = clean[..., 0], dirty[..., 0]
    want = metrics.structural_similarity(
        clean,
        dirty,
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
        data_range=255,
        channel_axis=None if grey else 2,
    )
    assert ssim(clean, dirty, peak=255) == pytest.approx(want, abs=1e-4)
    assert ssim(clean, clean, peak=255) == pytest.approx(1.0)
