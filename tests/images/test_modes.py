"""Every layout that a file can have arrives as the pixels it means (second opinions: Pillow, tifffile)."""

import io
import struct

import imagecodecs
import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow

from enhancer.errors import ImageError
from enhancer.images.colour import NO_PROFILE
from enhancer.images.read import probe, read
from tests.helpers_images import corners, png_chunk, png_file, profile_of, saved, srgb_icc

RNG = np.random.default_rng(0)
RAMP16 = np.arange(65536, dtype=np.uint16).reshape(256, 256)


def tiff(array, **options):
    out = io.BytesIO()
    tifffile.imwrite(out, array, **options)
    return out.getvalue()


def test_sixteen_bit_grey_is_exact_and_not_saturated():
    for data in (saved(Pillow.fromarray(RAMP16), "PNG"), tiff(RAMP16)):
        image = read(data)
        assert image.pixels.dtype == np.uint16
        assert np.array_equal(image.pixels[..., 0], RAMP16)
        assert image.meta.bit_depth == 16


@pytest.mark.parametrize("channels", [2, 3, 4])
def test_sixteen_bit_colour_and_alpha_of_png_are_exact(channels):
    array = RNG.integers(0, 65536, (19, 23, channels), np.uint16)
    image = read(imagecodecs.png_encode(array))
    colours = channels - (channels % 2 == 0)
    assert np.array_equal(image.pixels, array[..., :colours])
    assert image.alpha is None if channels == 3 else np.array_equal(image.alpha, array[..., -1])


@pytest.mark.parametrize("depth", [1, 2, 4])
def test_grey_of_few_bits_fills_the_range(depth):
    levels = 2**depth
    rows = b"".join(b"\0" + bytes([value << (8 - depth)]) for value in range(levels))
    image = read(png_file(1, levels, depth, 0, rows))
    assert image.pixels[:, 0, 0].tolist() == [value * 255 // (levels - 1) for value in range(levels)]
    assert image.meta.bit_depth == depth


def test_palettes_with_and_without_transparency_become_colours():
    palette = png_chunk(b"PLTE", bytes([255, 0, 0, 0, 128, 0])) + png_chunk(b"tRNS", bytes([255, 7]))
    image = read(png_file(2, 1, 8, 3, b"\0\0\1", palette))
    assert image.pixels.tolist() == [[[255, 0, 0], [0, 128, 0]]]
    assert image.alpha.tolist() == [[255, 7]]
    opaque = read(saved(corners(), "PNG", mode="P"))
    assert opaque.alpha is None
    assert opaque.pixels.shape == (16, 24, 3)


def test_a_transparent_colour_of_sixteen_bits_becomes_alpha():
    key = png_chunk(b"tRNS", struct.pack(">HHH", 1, 2, 3))
    row = b"\0" + struct.pack(">6H", 1, 2, 3, 1, 2, 4)
    image = read(png_file(2, 1, 16, 2, row, key))
    assert image.alpha.tolist() == [[0, 65535]]
    assert image.pixels.tolist() == [[[1, 2, 3], [1, 2, 4]]]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
@pytest.mark.parametrize("form", ["PNG", "TIFF", "BMP", "GIF", "WEBP"])
def test_pixels_are_those_that_pillow_sees(form, mode):
    if (form, mode) == ("BMP", "LA"):
        # There is no such file.
        return
    made = Pillow.fromarray(corners()).convert(mode)
    options = {"lossless": True} if form == "WEBP" else {}
    data = saved(made, form, **options)
    image = read(data)
    with Pillow.open(io.BytesIO(data)) as other:
        want = np.asarray(other.convert("RGB"))
    got = np.broadcast_to(image.pixels, want.shape)
    assert np.array_equal(got, want)


@pytest.mark.parametrize("interlace", [0, 1])
@pytest.mark.parametrize("size", [(1, 1), (3, 5), (9, 4), (8, 8)])
def test_interlaced_pngs_of_any_size_equal_plain_ones(size, interlace):
    width, height = size
    values = RNG.integers(0, 65536, (height, width, 3), np.uint16)
    grids = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = b""
    for x, y, dx, dy in grids if interlace else ((0, 0, 1, 1),):
        for row in values[y::dy, x::dx]:
            rows += b"\0" + row.astype(">u2").tobytes() if row.size else b""
    image = read(png_file(width, height, 16, 2, rows, interlace=interlace))
    assert np.array_equal(image.pixels, values)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float16, np.float32, np.float64])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("tile", [None, (16, 16)])
@pytest.mark.parametrize("planar", ["contig", "separate"])
def test_tiff_of_every_depth_layout_and_byte_order_is_exact(dtype, order, tile, planar):
    array = RNG.random((33, 50, 3))
    array = array.astype(dtype) if np.issubdtype(dtype, np.floating) else (array * np.iinfo(dtype).max).astype(dtype)
    stored = array if planar == "contig" else np.moveaxis(array, 2, 0)
    predictor = None if dtype == np.float64 else True
    data = tiff(
        stored,
        photometric="rgb",
        planarconfig=planar,
        tile=tile,
        byteorder=order,
        compression="zlib",
        predictor=predictor,
    )
    image = read(data)
    want = array.astype(np.float32) if np.issubdtype(dtype, np.floating) else array
    assert image.pixels.dtype == want.dtype
    assert np.array_equal(image.pixels, want)


def test_tiff_that_counts_from_white_is_turned_over():
    array = RNG.integers(0, 256, (8, 9), np.uint8)
    assert np.array_equal(read(tiff(array, photometric="miniswhite")).pixels[..., 0], 255 - array)
    bits = array > 100
    assert np.array_equal(read(tiff(bits, photometric="minisblack")).pixels[..., 0], bits * np.uint8(255))


def test_associated_alpha_is_divided_out_and_remembered():
    array = np.zeros((2, 2, 4), np.uint8)
    array[...] = (100, 50, 0, 200)
    array[0, 0] = 0
    image = read(tiff(array, photometric="rgb", extrasamples=["assocalpha"]))
    assert image.meta.alpha_kind == "associated"
    assert image.pixels[1, 1].tolist() == [128, 64, 0]
    assert image.pixels[0, 0].tolist() == [0, 0, 0]
    straight = read(tiff(array, photometric="rgb", extrasamples=["unassalpha"]))
    assert straight.meta.alpha_kind == "straight"
    assert straight.pixels[1, 1].tolist() == [100, 50, 0]


def test_extra_channels_of_unknown_meaning_are_dropped_with_a_note():
    array = RNG.integers(0, 256, (8, 9, 5), np.uint8)
    image = read(tiff(array, photometric="rgb", extrasamples=["unspecified", "unspecified"]))
    assert np.array_equal(image.pixels, array[..., :3])
    assert image.alpha is None
    assert any("2 extra channels" in note for note in image.meta.notes)


def test_values_that_are_no_numbers_are_replaced_with_a_note():
    array = np.array([[[np.nan, np.inf, -np.inf]]], np.float32)
    image = read(tiff(array, photometric="rgb"))
    assert image.pixels.tolist() == [[[0, 1, 0]]]
    assert any("not numbers" in note for note in image.meta.notes)


def test_lab_tiff_becomes_srgb_by_rule():
    array = np.array([[[255, 0, 0], [138, 81, 70], [0, 0, 0]]], np.uint8)
    out = io.BytesIO()
    Pillow.frombytes("LAB", (3, 1), array.tobytes()).save(out, "TIFF")
    image = read(out.getvalue())
    assert any("CIELAB" in note for note in image.meta.notes)
    assert np.abs(image.pixels[0].astype(int) - [[255, 255, 255], [255, 0, 0], [0, 0, 0]]).max() <= 6


@pytest.mark.parametrize("adobe", [True, False])
def test_pure_red_cmyk_is_red_with_and_without_the_inversion_of_adobe(adobe):
    inks = np.zeros((16, 16, 4), np.uint8)
    inks[...] = (0, 255, 255, 0)
    if adobe:
        data = saved(Pillow.fromarray(inks, "CMYK"), "JPEG", quality=100)
    else:
        data = imagecodecs.jpeg8_encode(inks, level=100, colorspace="CMYK", outcolorspace="CMYK")
        at = data.find(b"\xff\xee")
        if at > 0:
            data = data[:at] + data[at + 16 :]
    image = read(data)
    assert np.abs(image.pixels.astype(int) - (255, 0, 0)).max() <= 3
    assert NO_PROFILE in image.meta.notes
    assert image.meta.mode == "CMYK"


def test_cmyk_tiff_goes_the_same_way_and_a_wrong_profile_is_not_used():
    inks = np.zeros((4, 4, 4), np.uint8)
    inks[...] = (0, 255, 255, 0)
    image = read(tiff(inks, photometric="separated", iccprofile=srgb_icc()))
    assert image.pixels[0, 0].tolist() == [255, 0, 0]
    assert image.meta.icc is None
    assert any("profile dropped" in note for note in image.meta.notes)


def test_jpegs_of_twelve_bits_keep_them():
    array = RNG.integers(0, 4096, (16, 16), np.uint16)
    array[:] = np.linspace(0, 4095, 16)[None, :]
    data = imagecodecs.jpeg8_encode(array, level=100, bitspersample=12)
    image = read(data)
    assert image.meta.bit_depth == 12
    assert image.pixels.dtype == np.uint16
    assert np.abs(image.pixels[..., 0] / 65535 - array / 4095).max() < 0.01


@pytest.mark.parametrize("options", [{"progressive": True}, {"optimize": True}, {"subsampling": 2}])
def test_jpegs_of_other_kinds_are_those_that_pillow_sees(options):
    data = saved(corners(), "JPEG", **options)
    with Pillow.open(io.BytesIO(data)) as other:
        assert np.abs(read(data).pixels.astype(int) - np.asarray(other)).max() <= 2


def test_only_the_first_of_several_pictures_is_read_with_a_note():
    red, blue = Pillow.new("RGB", (9, 7), "red"), Pillow.new("RGB", (9, 7), "blue")
    for form in ("GIF", "WEBP", "PNG", "TIFF", "MPO"):
        image = read(saved(red, form, save_all=True, append_images=[blue, red]))
        assert image.meta.frames == 3, form
        assert any("first of 3" in note for note in image.meta.notes), form
        assert np.abs(image.pixels[3, 3].astype(int) - (255, 0, 0)).max() <= 3, form


def test_samples_that_no_picture_has_are_refused_by_name():
    for array in (np.zeros((4, 4), np.int16), np.zeros((4, 4), np.complex64)):
        with pytest.raises(ImageError) as caught:
            read(tiff(array))
        assert caught.value.code == "unsupported"


def test_the_header_says_what_decoding_gives():
    data = imagecodecs.png_encode(RNG.integers(0, 65536, (5, 7, 4), np.uint16))
    header = probe(data)
    assert (header.format, header.width, header.height, header.bit_depth) == ("png", 7, 5, 16)
    assert header.has_alpha
    assert header.size_bytes == len(data)


def test_profiles_stay_only_if_they_are_sound_and_fit():
    good = srgb_icc()
    assert read(saved(corners(), "PNG", icc_profile=good)).meta.icc == good
    for bad in (b"garbage" * 40, profile_of(b"CMYK"), profile_of(b"GRAY"), good[:200], profile_of(b"RGB ", 5 << 20)):
        image = read(saved(corners(), "TIFF", icc_profile=bad))
        assert image.meta.icc is None
        assert any("profile dropped" in note for note in image.meta.notes)
    grey = read(saved(corners(), "JPEG", mode="L", icc_profile=good))
    assert grey.meta.icc is None


def test_ycbcr_tiff_becomes_rgb_and_subsampled_ones_are_refused_by_name():
    array = np.zeros((4, 4, 3), np.uint8)
    array[...] = (76, 85, 255)
    plain = tiff(array, photometric="ycbcr")
    image = read(plain)
    assert np.abs(image.pixels.astype(int) - (255, 0, 0)).max() <= 2
    with pytest.raises(ImageError, match="subsampled"):
        read(plain.replace(struct.pack("<HHIHH", 530, 3, 2, 1, 1), struct.pack("<HHIHH", 530, 3, 2, 2, 2)))
    coded = tiff(np.full((32, 32, 3), (200, 30, 90), np.uint8), photometric="ycbcr", compression="jpeg")
    with Pillow.open(io.BytesIO(coded)) as other:
        assert np.abs(read(coded).pixels.astype(int) - np.asarray(other.convert("RGB"))).max() <= 2
