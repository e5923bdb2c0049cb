"""Hostile and broken files: only ImageError leaves, before memory is spent, with a code and a way out."""

import io
import os

import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from enhancer.errors import EnhancerError, ImageError
from enhancer.images.read import read
from tests.helpers_images import corners, exif, photo, png_file, refused, saved, srgb_icc

FORMS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF")


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
