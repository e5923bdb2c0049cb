import numpy as np
import pytest
from PIL import Image as Pillow

from enhancer.images.blocks import exif as exif_block
from enhancer.images.read import probe, read
from tests.helpers_images import XMP, corners, exif, png_chunk, saved, stored_as, with_png_chunks, with_segments

ALL = range(1, 9)


@pytest.mark.parametrize("orientation", ALL)
@pytest.mark.parametrize("form", ["PNG", "TIFF", "WEBP", "JPEG"])
def test_pixels_are_upright_and_the_tag_is_one_in_every_format(form, orientation):
    options = {"lossless": True} if form == "WEBP" else {"quality": 100, "subsampling": 0} if form == "JPEG" else {}
    block = exif(orientation, size=(24, 16))
    mark = b"" if form == "TIFF" else b"Exif\0\0"
    if form == "TIFF":
        tags = Pillow.Exif()
        tags.load(b"Exif\0\0" + block)
        options["exif"] = tags
    else:
        options["exif"] = mark + block
    data = saved(stored_as(corners(), orientation), form, **options)
    image, header = read(data), probe(data)
    assert (header.width, header.height) == (24, 16)
    assert (image.width, image.height) == (24, 16)
    assert np.abs(image.pixels.astype(int) - corners()).max() <= (40 if form == "JPEG" else 0)
    for y, x in ((1, 1), (1, -2), (-2, -2), (-2, 1)):
        assert np.abs(image.pixels[y, x].astype(int) - corners()[y, x]).max() <= 12
    assert exif_block.orientation(image.meta.exif) == 1


@pytest.mark.parametrize("orientation", ALL)
def test_the_orientation_of_xmp_counts_where_exif_has_none(orientation):
    data = saved(stored_as(corners(), orientation), "JPEG", quality=100)
    data = with_segments(data, (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP % orientation))
    image = read(data)
    assert np.abs(image.pixels[1, 1].astype(int) - (255, 0, 0)).max() <= 12
    assert image.pixels.shape == (16, 24, 3)
    assert image.meta.xmp == XMP % 1


def test_exif_wins_over_xmp_and_both_say_one_afterwards():
    data = saved(stored_as(corners(), 6), "JPEG", quality=100, exif=b"Exif\0\0" + exif(6))
    data = with_segments(data, (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP % 3))
    image = read(data)
    assert np.abs(image.pixels[1, 1].astype(int) - (255, 0, 0)).max() <= 12
    assert exif_block.orientation(image.meta.exif) == 1
    assert image.meta.xmp == XMP % 1


def test_a_png_may_hold_its_orientation_in_exif_or_xmp():
    stored = saved(stored_as(corners(), 8), "PNG")
    for chunk in (
        png_chunk(b"eXIf", exif(8)),
        png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP % 8),
    ):
        image = read(with_png_chunks(stored, chunk))
        assert np.array_equal(image.pixels, corners())


@pytest.mark.parametrize("orientation", [0, 9, 99])
def test_an_orientation_that_does_not_exist_is_none(orientation):
    image = read(saved(corners(), "PNG", exif=b"Exif\0\0" + exif(orientation)))
    assert np.array_equal(image.pixels, corners())
    assert exif_block.orientation(image.meta.exif) == 1


def test_resolutions_turn_with_the_picture():
    data = saved(stored_as(corners(), 6), "PNG", dpi=(100, 200), exif=b"Exif\0\0" + exif(6))
    across, down = read(data).meta.dpi
    assert (round(across), round(down)) == (200, 100)
