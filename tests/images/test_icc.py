import io
import struct

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from enhancer.images.blocks import icc, icc_build
from enhancer.images.colour import cmyk_to_srgb, lab_to_srgb
from enhancer.images.read import read
from enhancer.images.transfer import to_linear
from enhancer.images.verify import verify
from enhancer.images.write import WriteOptions, encode
from tests.helpers_images import corners, png_chunk, saved, srgb_icc, with_png_chunks

ADOBE = (0.3127, 0.3290, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)


def shown(pixels, profile):
    """What a colour-managed viewer shows: the pixels in sRGB, by littleCMS."""
    mode = "L" if pixels.shape[2] == 1 else "RGB"
    made = Pillow.fromarray(pixels[..., 0] if mode == "L" else pixels)
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    target = ImageCms.createProfile("sRGB")
    turned = ImageCms.profileToProfile(made, source, target, renderingIntent=1, outputMode="RGB")
    return np.asarray(turned).astype(int)


@pytest.mark.parametrize("gamma", [0.35, 0.55, 0.7, 1.0, 2.5])
def test_a_gamma_of_a_png_becomes_a_profile_that_shows_the_same_light(gamma):
    ramp = np.repeat(np.linspace(0, 255, 64).astype(np.uint8)[None], 4, 0)
    data = with_png_chunks(saved(ramp, "PNG"), png_chunk(b"gAMA", struct.pack(">I", round(gamma * 100_000))))
    image = read(data)
    assert np.array_equal(image.pixels[..., 0], ramp)
    light = (ramp[0] / 255) ** (1 / gamma)
    got = to_linear(shown(image.pixels, image.meta.icc)[0, :, 0] / 255)
    # Near black the steepest curve rises more in one code than a colour engine's table resolves.
    assert np.abs(got - light)[3:].max() < 0.02
    done = encode(image, WriteOptions(format="jpeg"))
    assert verify(done.data, done).image.meta.icc == image.meta.icc


def test_primaries_of_a_png_become_a_profile():
    chunks = png_chunk(b"gAMA", struct.pack(">I", 45455))
    chunks += png_chunk(b"cHRM", struct.pack(">8I", *(round(value * 100_000) for value in ADOBE)))
    image = read(with_png_chunks(saved(corners(), "PNG"), chunks))
    red, green = shown(image.pixels, image.meta.icc)[[1, 1], [1, -2]]
    # Red of Adobe RGB is that of sRGB, only brighter than it can show; its green is far outside.
    assert red[0] == 255
    assert red[1:].max() < 40
    assert green[1] == 255


@pytest.mark.parametrize(
    "chunks",
    [
        png_chunk(b"gAMA", struct.pack(">I", 45455)),
        png_chunk(b"sRGB", b"\0") + png_chunk(b"gAMA", struct.pack(">I", 100_000)),
        png_chunk(b"gAMA", struct.pack(">I", 0)),
        png_chunk(b"cHRM", struct.pack(">8I", *[0] * 8)),
    ],
)
def test_usual_and_senseless_numbers_make_no_profile(chunks):
    assert read(with_png_chunks(saved(corners(), "PNG"), chunks)).meta.icc is None


def test_made_profiles_are_sound_and_the_same_bytes_each_time():
    made = icc_build.matrix_profile(2.2)
    assert icc.fault(made, "RGB") == ""
    assert icc.fault(icc_build.grey_profile(1.8), "grey") == ""
    assert made == icc_build.matrix_profile(2.2)
    assert icc.fault(made, "grey") != ""
    white = np.full((1, 1, 3), 255, np.uint8)
    assert np.abs(shown(white, made) - 255).max() <= 1


def test_a_picture_of_another_profile_keeps_it_and_looks_the_same():
    profile = icc_build.matrix_profile(2.2, ADOBE[:2], (ADOBE[2:4], ADOBE[4:6], ADOBE[6:]))
    data = saved(corners(), "TIFF", icc_profile=profile)
    image = read(data)
    assert image.meta.icc == profile
    for form in ("png", "tiff", "webp", "jpeg"):
        back = read(encode(image, WriteOptions(format=form, quality=100)).data)
        assert back.meta.icc == profile
        difference = shown(back.pixels, back.meta.icc) - shown(corners(), profile)
        assert np.abs(difference).mean() < 1.5


@pytest.mark.parametrize("cut", [0, 50, 128, 200, 500])
def test_a_cut_profile_is_a_fault(cut):
    assert icc.fault(srgb_icc()[:cut], "RGB")


def test_cmyk_without_a_profile_follows_the_formula():
    inks = np.array([[[0, 255, 255, 0], [0, 0, 0, 255], [0, 0, 0, 0], [255, 0, 0, 128]]], np.uint8)
    pixels, notes = cmyk_to_srgb(inks, None)
    assert pixels.tolist() == [[[255, 0, 0], [0, 0, 0], [255, 255, 255], [0, 127, 127]]]
    assert len(notes) == 1


def test_lab_agrees_with_a_second_library():
    from skimage import color

    lab = np.array([[[50.0, 20, -30], [80, -10, 40], [20, 5, 5]]])
    want = color.lab2rgb(lab, illuminant="D65")
    got = lab_to_srgb(lab, np.dtype(np.float32))
    # The other takes its white for D65 and ours adapts from D50: the same picture within a few codes.
    assert np.abs(got - want).max() < 0.03
