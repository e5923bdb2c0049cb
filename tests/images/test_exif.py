import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from enhancer.images.blocks import exif as block
from enhancer.images.blocks import xmp
from enhancer.images.blocks.ifd import ExifError, parse
from enhancer.images.read import read
from tests.helpers_images import XMP, corners, exif, saved


def told(data):
    """What Pillow reads from a block: main, exif and gps tags."""
    made = Pillow.Exif()
    made.load(b"Exif\0\0" + data)
    return dict(made), dict(made.get_ifd(0x8769)), dict(made.get_ifd(0x8825))


@pytest.mark.parametrize("order", ["II", "MM"])
def test_turning_upright_changes_the_orientation_and_nothing_else(order):
    before = exif(6, order=order)
    after = block.upright(before)
    assert len(after) == len(before)
    (main, below, gps), (old_main, old_below, old_gps) = told(after), told(before)
    assert main == old_main | {0x0112: 1}
    assert below == old_below
    assert gps == old_gps
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_the_thumbnail_is_dropped_with_its_bytes():
    thumbnail = saved(corners(), "JPEG")
    before = exif(6, thumbnail=thumbnail)
    after = block.upright(before)
    assert thumbnail[20:60] in before
    assert thumbnail[20:60] not in after
    assert len(after) < len(before) - len(thumbnail) + 4
    assert told(after)[0][0x0112] == 1
    assert parse(after).next_offset() == 0


@pytest.mark.parametrize("order", ["II", "MM"])
@pytest.mark.parametrize("size", [(212, 148), (70_000, 80_001)])
def test_the_sizes_in_the_block_follow_the_picture(order, size):
    below = told(block.with_size(exif(1, order=order), *size))[1]
    assert (below[0xA002], below[0xA003]) == size


def test_the_position_is_taken_out_and_its_bytes_are_blanked():
    before = exif(1)
    after = block.without_gps(before)
    assert block.has_gps(before)
    assert not block.has_gps(after)
    main, below, gps = told(after)
    assert gps == {}
    assert 0x8825 not in main
    assert main[0x0110] == "Model X"
    assert below[0x927C] == b"maker note " * 4
    latitude = struct.pack("<6I", 48, 1, 8, 1, 30, 1)
    assert latitude in before
    assert latitude not in after


def loop(data):
    """The Exif pointer of a block led back to the main directory."""
    edited = bytearray(data)
    entry = parse(data).main.find(0x8769)
    struct.pack_into("<I", edited, entry.value_at, 8)
    return bytes(edited)


def huge_count(data):
    edited = bytearray(data)
    entry = parse(data).main.find(0x010F)
    struct.pack_into("<I", edited, entry.at + 4, 0x7FFFFFFF)
    return bytes(edited)


HOSTILE = {
    "garbage": b"garbage that is no header at all, but long enough",
    "empty": b"II*\0",
    "loop": loop(exif(6)),
    "huge count": huge_count(exif(6)),
    "too many entries": b"II*\0\x08\0\0\0\xff\xff" + bytes(64),
    "outside": b"MM\0*\xff\xff\xff\xf0" + bytes(64),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_block_is_dropped_with_a_note_and_the_picture_is_read(name):
    image = read(saved(corners(), "PNG", exif=b"Exif\0\0" + HOSTILE[name]))
    assert image.meta.exif is None
    assert any("EXIF dropped" in note for note in image.meta.notes)
    assert image.pixels.shape == (16, 24, 3)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 300), st.binary(min_size=1, max_size=6), st.sampled_from(["II", "MM"]))
def test_a_damaged_block_is_edited_or_refused_by_name(at, junk, order):
    damaged = bytearray(exif(6, thumbnail=b"thumb" * 9, order=order))
    damaged[at : at + len(junk)] = junk
    for edit in (block.upright, block.without_gps, lambda one: block.with_size(one, 9, 9)):
        try:
            parse(edit(bytes(damaged)))
        except ExifError:
            continue


def test_resolution_is_read_in_inches_from_centimetres_too():
    assert block.resolution(exif()) == (300.0, 300.0)
    edited = bytearray(exif())
    struct.pack_into("<H", edited, parse(bytes(edited)).main.find(0x0128).value_at, 3)
    assert block.resolution(bytes(edited)) == pytest.approx((762.0, 762.0))


def test_xmp_is_edited_as_text_and_a_position_that_cannot_be_cut_out_costs_the_whole():
    assert xmp.upright(XMP % 6) == XMP % 1
    assert xmp.orientation(b"<tiff:Orientation>8</tiff:Orientation>") == 8
    assert xmp.upright(b"<tiff:Orientation>8</tiff:Orientation>") == b"<tiff:Orientation>1</tiff:Orientation>"
    assert b"GPS" not in xmp.without_gps(XMP % 1)
    assert b'dc:creator="me"' in xmp.without_gps(XMP % 1)
    assert xmp.without_gps(b"<a><exif:GPSLatitude>1</exif:GPSLatitude><b/></a>") == b"<a><b/></a>"
    assert xmp.without_gps(b"<drone:GPSthing>1</drone:GPSthing>") is None
    assert xmp.with_size(b'exif:PixelXDimension="5" tiff:ImageLength="6"', 70, 80) == (
        b'exif:PixelXDimension="70" tiff:ImageLength="80"'
    )


@pytest.mark.parametrize(
    "mark", [b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]>", "<!ENTITY e SYSTEM 'file:///'>".encode("utf-16")]
)
def test_xmp_that_declares_entities_is_dropped(mark):
    out = io.BytesIO()
    Pillow.fromarray(corners()).save(out, "WEBP", xmp=mark + XMP % 1)
    image = read(out.getvalue())
    assert image.meta.xmp is None
    assert any("XMP dropped" in note for note in image.meta.notes)
