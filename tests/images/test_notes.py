"""What reading cannot carry on is said, and what is not lost is not called lost."""

import io
import struct

import numpy as np
import pytest
import tifffile

from enhancer.images.image import Image
from enhancer.images.read import read
from enhancer.images.write import WriteOptions, encode
from tests.helpers_images import picture, png_chunk, saved, with_png_chunks, with_segments

IPTC = b"\x1c\x02\x78\x00\x05Hello"


def photo():
    return picture(16, 20).pixels


def tiff(**options):
    out = io.BytesIO()
    tifffile.imwrite(out, photo(), photometric="rgb", software=False, metadata=None, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("marker", "body", "note"),
    [
        (0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(IPTC)) + IPTC, "IPTC is not kept."),
        (0xFE, b"by the lake", "The JPEG comment is not kept."),
    ],
)
def test_iptc_and_comments_of_a_jpeg_are_named_as_not_kept(marker, body, note):
    plain = saved(photo(), "JPEG")
    assert read(plain).meta.notes == ()
    assert read(with_segments(plain, (marker, body))).meta.notes == (note,)


def test_exif_of_a_bigtiff_is_named_as_not_kept():
    maker = [(271, 2, 0, "Camera", True)]
    assert read(tiff(extratags=maker)).meta.exif is not None
    assert read(tiff(extratags=maker, bigtiff=True)).meta.notes == ("EXIF is not kept: it is not read from BigTIFF.",)
    assert read(tiff(bigtiff=True)).meta.notes == ()


def test_a_tiff_with_no_more_than_a_resolution_and_a_side_up_has_no_exif():
    image = read(tiff(resolution=(300, 300), resolutionunit=2, extratags=[(274, 3, 1, 6, True)]))
    assert image.meta.exif is None
    assert image.meta.dpi == (300, 300)
    assert (image.height, image.width) == (20, 16)


def test_a_gamma_that_became_a_profile_counts_as_kept():
    data = with_png_chunks(saved(photo(), "PNG"), png_chunk(b"gAMA", struct.pack(">I", 100_000)))
    assert [note.split()[0] for note in read(data).meta.notes] == ["Kept"]


def test_values_beyond_white_and_black_that_a_lesser_depth_cuts_off_are_named():
    image = picture(16, 20, dtype=np.float32)
    beyond = Image(image.pixels * 1.5 - 0.1, image.alpha, image.meta)
    cut = "Values below 0 or above 1 were cut off: only float holds them."
    for one, depth, told in ((image, "16", False), (beyond, "16", True), (beyond, "keep", False)):
        assert (cut in encode(one, WriteOptions(format="tiff", depth=depth)).losses) is told
