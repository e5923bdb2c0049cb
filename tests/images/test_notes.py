"""What reading cannot carry on is said, and what is not lost is not called lost."""

import io
import struct

import pytest
import tifffile

from enhancer.images.read import read
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
