"""Hostile and broken files: only ImageError leaves, before memory is spent, with a code and a way out."""

import io
import os
import resource
import struct
import subprocess
import sys
import zlib

import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from enhancer.errors import EnhancerError, ImageError
from enhancer.images.read import probe, read
from tests.helpers_images import corners, exif, picture, png_chunk, png_file, saved, srgb_icc, with_png_chunks

FORMS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")


def refused(data, code, **options):
    with pytest.raises(ImageError) as caught:
        read(data, **options)
    assert caught.value.code == code, caught.value
    assert "\n" not in str(caught.value)
    return caught.value


def photo():
    return picture(64, 80).pixels


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "web page"),
        (b"\n <html>", "web page"),
        (b"Dear diary, today I drew nothing.\n", "text file"),
        (bytes(range(256)), "recognised"),
    ],
)
def test_what_is_no_picture_is_named_for_what_it_is(tmp_path, data, says):
    path = tmp_path / "photo.jpg"
    path.write_bytes(data)
    assert says in str(refused(path, "unreadable"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "PostScript"),
        (b"%PDF-1.7\n", "PDF"),
        (b'<?xml version="1.0"?><svg xmlns="x"/>', "SVG"),
        (b"\xd7\xcd\xc6\x9a" + bytes(40), "metafile"),
        (b"\0\0\0\x1cftypavif" + bytes(40), "AVIF"),
        (b"8BPS\0\1" + bytes(40), "Photoshop"),
    ],
)
def test_other_formats_are_refused_by_name_whatever_their_extension(tmp_path, monkeypatch, data, says):
    path = tmp_path / "drawing.png"
    path.write_bytes(data)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("gs", "gswin64c"):
        (tools / name).write_text("#!/bin/sh\ntouch started\n")
        (tools / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tools) + os.pathsep + os.environ["PATH"])
    monkeypatch.chdir(tmp_path)
    assert says in str(refused(path, "unsupported"))
    assert not (tmp_path / "started").exists()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("share", [0.3, 0.5, 0.8, 0.99])
def test_a_truncated_file_is_refused_unless_allowed(form, share):
    whole = saved(photo(), form, **({"compression": "tiff_deflate"} if form == "TIFF" else {}))
    cut = whole[: int(len(whole) * share)]
    with pytest.raises(ImageError) as caught:
        read(cut)
    assert caught.value.code in ("truncated", "unreadable")
    if form in ("PNG", "JPEG", "BMP"):
        filled = read(cut, allow_truncated=True)
        assert filled.pixels.shape == (64, 80, 3)
        assert any("cut off" in note for note in filled.meta.notes)
    elif form == "GIF":  # cannot be filled, so nobody may be sent to the option that would
        assert "--allow-truncated" not in refused(cut, caught.value.code, allow_truncated=True).hint


@pytest.mark.parametrize("form", ["BMP", "GIF"])
def test_a_whole_file_is_not_called_cut_off_when_that_is_allowed(form):
    assert read(saved(photo(), form), allow_truncated=True).meta.notes == ()


def test_what_is_there_of_a_cut_png_or_tiff_is_exact():
    array = photo()
    whole = saved(array, "PNG")
    filled = read(whole[: len(whole) // 2], allow_truncated=True)
    assert np.array_equal(filled.pixels[:16], array[:16])
    assert not filled.pixels[-4:].any()
    out = io.BytesIO()
    tifffile.imwrite(out, array, rowsperstrip=8)
    for whole in (out.getvalue(), deflated(array)):
        refused(whole[:9_000], "truncated")
        filled = read(whole[:9_000], allow_truncated=True)
        assert np.array_equal(filled.pixels[:8], array[:8])
        assert not filled.pixels[-8:].any()


def deflated(array):
    """A TIFF whose directory stands before its strips."""
    out = io.BytesIO()
    tifffile.imwrite(out, array, rowsperstrip=8, compression="zlib")
    return out.getvalue()


@pytest.mark.parametrize("form", FORMS)
def test_flipped_bytes_give_a_picture_or_an_error_of_ours(form):
    whole = bytearray(saved(photo(), form))
    for at in range(0, len(whole), max(1, len(whole) // 150)):
        damaged = bytes(whole[:at]) + bytes([whole[at] ^ 0x41]) + bytes(whole[at + 1 :])
        for allowed in (False, True):
            try:
                read(damaged, max_pixels=1_000_000, allow_truncated=allowed)
            except EnhancerError:
                continue


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(FORMS), st.data())
def test_mutated_files_give_a_picture_or_an_error_of_ours(form, data):
    options = {"exif": b"Exif\0\0" + exif(6)} if form in ("PNG", "JPEG", "WEBP") else {}
    whole = bytearray(saved(corners(), form, **options))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
        if not whole:
            return
    try:
        read(bytes(whole), max_pixels=1_000_000, allow_truncated=data.draw(st.booleans()))
    except EnhancerError:
        return


def test_a_wrong_checksum_in_a_png_is_an_error():
    whole = bytearray(saved(photo(), "PNG"))
    whole[whole.find(b"IDAT") + 40] ^= 1
    refused(bytes(whole), "unreadable")


def bomb(width=20_000, height=20_000):
    """A small PNG of 400 megapixels."""
    packer = zlib.compressobj(9)
    row = bytes(width + 1)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (png_chunk(b"IHDR", head), png_chunk(b"IDAT", rows), png_chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_a_bomb_is_refused_from_its_header_without_memory():
    data = bomb()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused(data, "too-large")
    with pytest.raises(ImageError):
        probe(data)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_the_limit_is_ours_and_not_that_of_pillow():
    """Between its warning and its error, and beyond both, only `max_pixels` decides; its setting stays."""
    code = (
        "import warnings; warnings.simplefilter('error')\n"
        "import numpy as np, imagecodecs\n"
        "from PIL import Image\n"
        "from enhancer.images.read import read\n"
        "data = imagecodecs.png_encode(np.zeros((9000, 10000), np.uint8), level=1)\n"
        "assert read(data).pixels.shape == (9000, 10000, 1)\n"
        "assert Image.MAX_IMAGE_PIXELS == 89478485\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
    refused(saved(corners(), "PNG"), "too-large", max_pixels=24 * 16 - 1)
    assert read(saved(corners(), "PNG"), max_pixels=24 * 16).width == 24


def test_text_bombs_are_not_unpacked():
    text = png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(5_000_000), 9))
    icc = png_chunk(b"iCCP", b"bomb\0\0" + zlib.compress(bytes(50_000_000), 9))
    xmp = png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(bytes(50_000_000), 9))
    image = read(with_png_chunks(saved(corners(), "PNG"), text + icc + xmp))
    assert (image.meta.icc, image.meta.xmp) == (None, None)
    told = " ".join(image.meta.notes)
    assert "Comment" in told
    assert "Colour profile dropped" in told
    assert "XMP dropped" in told


def test_a_gif_of_a_hundred_thousand_frames_is_refused_soon():
    one = saved(Pillow.new("P", (1, 1)), "GIF")
    at = one.find(b",")
    frame = one[at:-1]
    refused(one[:-1] + frame * 100_000 + b";", "too-many-frames")


def test_a_tiff_whose_directories_form_a_loop_or_a_long_chain_ends():
    whole = bytearray(saved(corners(), "TIFF"))
    first = struct.unpack_from("<I", whole, 4)[0]
    count = struct.unpack_from("<H", whole, first)[0]
    struct.pack_into("<I", whole, first + 2 + 12 * count, first)
    assert read(bytes(whole)).meta.frames == 1
    chain = bytearray(whole)
    struct.pack_into("<I", chain, first + 2 + 12 * count, len(chain))
    for index in range(12_000):
        chain += struct.pack("<HHHIII", 1, 256, 4, 1, 1, len(chain) + 18 if index < 11_999 else 0)
    refused(bytes(chain), "too-many-frames")


def test_a_png_without_pixels_is_refused():
    refused(png_file(0, 5, 8, 0, b""), "unreadable")
    refused(png_file(5, 0, 8, 0, b""), "unreadable")


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (9, 1), (2, 3)])
@pytest.mark.parametrize("form", FORMS)
def test_the_smallest_pictures_are_read(form, size):
    image = read(saved(Pillow.new("RGB", size, "red"), form))
    assert (image.width, image.height) == size


def test_a_wrong_extension_is_read_by_content_with_a_note(tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(saved(corners(), "PNG"))
    image = read(path)
    assert image.meta.format == "png"
    assert image.meta.source == path
    assert any(".jpg but is a PNG" in note for note in image.meta.notes)


def test_what_is_not_a_file_is_named(tmp_path):
    refused(tmp_path, "is-directory")
    refused(tmp_path / "gone.png", "vanished")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.png")
        refused(tmp_path / "pipe.png", "not-a-file")


def test_no_permission_is_named(tmp_path, monkeypatch):
    path = tmp_path / "photo.png"
    path.write_bytes(saved(corners(), "PNG"))

    def deny(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", deny)
    refused(path, "permission")


def test_names_are_shown_on_one_line(tmp_path):
    path = tmp_path / "evil\n\x1b]0;x\x07.png"
    try:
        path.write_bytes(b"")
    except OSError:
        return
    assert "\x1b" not in str(refused(path, "unreadable"))


def test_streams_and_bytes_are_read_like_files(tmp_path):
    data = saved(corners(), "PNG", icc_profile=srgb_icc())
    (tmp_path / "a.png").write_bytes(data)
    for origin in (data, io.BytesIO(data), tmp_path / "a.png"):
        image = read(origin)
        assert np.array_equal(image.pixels, corners())
        assert image.meta.icc == srgb_icc()


def test_a_jpeg_with_thousands_of_scans_is_refused():
    data = saved(photo(), "JPEG", progressive=True)
    scan = data[data.find(b"\xff\xda") : data.rfind(b"\xff\xd9")]
    refused(data[:-2] + scan * 600 + b"\xff\xd9", "unreadable")


def test_a_jpeg_strip_larger_than_its_place_is_refused_before_decoding():
    array = np.full((64, 64, 3), 90, np.uint8)
    out = io.BytesIO()
    tifffile.imwrite(out, array, photometric="rgb", compression="jpeg", tile=(64, 64))
    whole = bytearray(out.getvalue())
    assert read(bytes(whole)).pixels.shape == (64, 64, 3)
    frame = whole.find(b"\xff\xc0")
    struct.pack_into(">HH", whole, frame + 5, 40_000, 40_000)
    refused(bytes(whole), "unreadable")


def test_tiff_codecs_that_could_be_bombs_are_refused_by_name():
    out = io.BytesIO()
    tifffile.imwrite(out, photo(), photometric="rgb", compression="webp")
    assert "compressed by method" in str(refused(out.getvalue(), "unsupported"))


def test_damaged_files_say_nothing_beside_the_error(capfd):
    for form in FORMS:
        whole = bytearray(saved(photo(), form))
        for at in range(8, 200, 7):
            damaged = bytes(whole[:at]) + b"\xff" + bytes(whole[at + 1 :])
            try:
                read(damaged, max_pixels=1_000_000)
            except EnhancerError:
                continue
    told = capfd.readouterr()
    assert (told.out, told.err) == ("", "")
