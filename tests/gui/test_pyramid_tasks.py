"""What the pictures child gives for opening, tiles and quick looks: called as functions, without the process."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from enhancer.errors import Cancelled, EnhancerError
from enhancer.images.blocks.icc_build import matrix_profile
from enhancer.images.image import Image, ImageMeta
from enhancer.images.read import probe
from gui.widgets.canvas import tiles as window_side
from gui.workers import pyramid
from gui.workers.display import for_display, halved, shrunk
from gui.workers.pyramid import MARGIN, TILE, Pyramid, Shelf, build
from gui.workers.quick import quick_look
from gui.workers.serving import SESSION_VARIABLE, CallSink
from gui.workers.tasks import open_picture
from gui.workers.tasks.thumbnail import thumbnail
from tests.helpers_images import exif, saved, srgb_icc, stored_as

SINK = CallSink(lambda values: None, 0)


@pytest.fixture(autouse=True)
def session(tmp_path, monkeypatch):
    folder = tmp_path / "session"
    folder.mkdir()
    monkeypatch.setenv(SESSION_VARIABLE, str(folder))
    monkeypatch.setattr(open_picture, "SHELF", Shelf())
    return folder


def noise(height: int, width: int, channels: int = 3, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, channels), np.uint8)


def smooth(height: int, width: int) -> np.ndarray:
    return cv2.resize(noise(9, 13), (width, height), interpolation=cv2.INTER_CUBIC)


def pixels_of(values: dict) -> np.ndarray:
    raw = np.fromfile(values["path"], np.uint8)
    return raw.reshape(values["height"], values["width"], -1)


def test_the_window_and_the_child_cut_the_same_tiles():
    assert (window_side.TILE, window_side.MARGIN) == (TILE, MARGIN)


def test_a_level_is_the_mean_of_two_by_two_and_odd_sides_keep_their_place():
    pixels = noise(7, 5)
    half = halved(pixels)
    assert half.shape == (4, 3, 3)
    whole = pixels[:6, :4].astype(float).reshape(3, 2, 2, 2, 3).mean((1, 3))
    assert np.abs(half[:3, :2] - whole).max() <= 0.5
    assert np.abs(half[:3, 2] - pixels[:6, 4].astype(float).reshape(3, 2, 3).mean(1)).max() <= 0.5
    assert (half[3, 2] == pixels[6, 4]).all()


def test_the_tiles_of_every_level_make_the_level_up():
    for size in ((1, 1), (1, 1700), (1300, 1), (513, 512), (1025, 1700)):
        tiles_make_levels(size)


def tiles_make_levels(size: tuple[int, int]) -> None:
    levels = build(Image(noise(*size))).levels
    made = Pyramid(levels, None)
    for number, level in enumerate(levels):
        again = np.zeros_like(level)
        for row in range(-(-level.shape[0] // TILE)):
            for column in range(-(-level.shape[1] // TILE)):
                tile = made.tile(number, column, row)
                top, left = min(row, MARGIN), min(column, MARGIN)
                inner = tile[top : top + TILE, left : left + TILE]
                again[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE] = inner
        assert (again == level).all()
    assert max(levels[-1].shape[:2]) <= TILE
    assert max(levels[made.base].shape[:2]) <= pyramid.BASE


def test_eight_bit_pixels_are_shown_as_they_are_and_deeper_ones_rounded():
    eight = noise(40, 30)
    assert for_display(Image(eight))[0] is eight
    deep = np.arange(65536, dtype=np.uint16).reshape(256, 256, 1)
    assert (for_display(Image(deep))[0] == np.rint(deep / 257)).all()
    floats = np.linspace(-0.5, 1.5, 300, dtype=np.float32).reshape(10, 10, 3)
    assert np.abs(for_display(Image(floats))[0] - np.clip(floats, 0, 1) * 255).max() <= 0.5001


def test_transparent_pixels_come_premultiplied_so_that_hidden_colours_do_not_bleed():
    pixels = np.full((4, 4, 3), 255, np.uint8)
    alpha = np.zeros((4, 4), np.uint8)
    pixels[:, 2:], alpha[:, 2:] = (10, 20, 30), 255
    shown = build(Image(pixels, alpha)).levels[0]
    assert (shown[:, :2] == 0).all()
    assert (halved(halved(shown))[0, 0] == [5, 10, 15, 128]).all()


def test_wide_colours_become_those_of_the_screen_and_srgb_is_left_alone():
    wide = matrix_profile(2.2, primaries=((0.64, 0.33), (0.21, 0.71), (0.15, 0.06)))
    green = np.full((600, 700, 3), (60, 180, 60), np.uint8)
    tile = build(Image(green, meta=ImageMeta(icc=wide))).tile(0, 0, 0)
    assert tile[0, 0, 1] >= 180
    assert tile[0, 0, 0] < 50  # the same green needs less red in sRGB
    pixels = noise(30, 30)
    assert (build(Image(pixels, meta=ImageMeta(icc=srgb_icc()))).tile(0, 0, 0) == pixels).all()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"progressive": True, "subsampling": 2}])
def test_the_quick_look_is_the_whole_picture_reduced_and_upright(tmp_path, options):
    orientation = 6 if options else 1
    upright = smooth(1500, 2200)
    path = tmp_path / "large.jpg"
    stored = stored_as(upright, orientation)
    path.write_bytes(saved(stored, "JPEG", quality=95, exif=b"Exif\0\0" + exif(orientation), **options))
    for longest, factor in ((1100, 2), (500, 4), (200, 8)):
        look = quick_look(path, probe(path), longest)
        assert look.shape == (-(-1500 // factor), -(-2200 // factor), 3)
        wanted = shrunk(upright, look.shape[1])[: look.shape[0]]
        assert np.abs(look[: wanted.shape[0]].astype(int) - wanted).mean() < 3


def test_a_quick_look_is_left_to_the_whole_decode_where_it_would_not_be_right(tmp_path):
    inks = Pillow.fromarray(noise(1200, 1600, 4), "CMYK")
    for name, data in {
        "cmyk.jpg": saved(inks, "JPEG"),
        "other.png": saved(noise(1200, 1600), "PNG"),
        "small.jpg": saved(noise(90, 120), "JPEG"),
    }.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert quick_look(path, probe(path), 400) is None


def test_a_damaged_jpeg_gives_no_quick_look_instead_of_an_error(tmp_path):
    path = tmp_path / "cut.jpg"
    path.write_bytes(saved(noise(1500, 2200), "JPEG")[:200_000])
    assert quick_look(path, probe(path), 200) is None


def test_a_small_picture_is_opened_with_all_of_it_and_a_large_one_in_two_steps(tmp_path):
    small, large = tmp_path / "small.png", tmp_path / "large.jpg"
    small.write_bytes(saved(noise(40, 60), "PNG"))
    large.write_bytes(saved(smooth(1800, 2400), "JPEG"))
    opened = open_picture.open_picture({"path": str(small)}, SINK)
    assert (opened["facts"]["width"], opened["facts"]["height"]) == (60, 40)
    assert (pixels_of(opened["base"]) == noise(40, 60)).all()
    opened = open_picture.open_picture({"path": str(large)}, SINK)
    assert "base" not in opened
    assert opened["first"]["width"] == 1200
    whole = open_picture.load({"path": str(large), "token": "a"}, SINK)
    assert (whole["width"], whole["height"], whole["base_level"]) == (2400, 1800, 1)
    tile = open_picture.tile({"path": str(large), "signature": whole["signature"], "key": [0, 1, 1]}, SINK)
    assert tile["pixels"]["width"] == TILE + 2 * MARGIN


def test_a_tile_of_a_picture_that_was_put_away_says_so(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(saved(noise(40, 60), "PNG"))
    assert open_picture.tile({"path": str(path), "signature": "1", "key": [0, 0, 0]}, SINK)["missing"]


def test_a_large_picture_that_was_closed_before_its_turn_is_not_decoded(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(saved(noise(40, 60), "PNG"))
    open_picture.close_picture({"token": "7"}, SINK)
    with pytest.raises(Cancelled):
        open_picture.load({"path": str(path), "token": "7"}, SINK)


def test_of_many_open_pictures_the_last_used_stay():
    shelf, one = Shelf(), build(Image(noise(4, 4)))
    for number in range(pyramid.KEPT_PICTURES):
        shelf.put(Path(f"{number}"), "s", one)
    assert shelf.find(Path("0"), "s") is one
    shelf.put(Path("new"), "s", one)
    assert shelf.find(Path("0"), "s") is one
    assert shelf.find(Path("1"), "s") is None
    assert shelf.find(Path("0"), "changed") is None


def test_two_pictures_stay_open_however_large_they_are(monkeypatch):
    monkeypatch.setattr(pyramid, "KEPT_BYTES", 10)
    shelf, one = Shelf(), build(Image(noise(4, 4)))
    for name in "abc":
        shelf.put(Path(name), "s", one)
    assert [shelf.find(Path(name), "s") is one for name in "abc"] == [False, True, True]


def test_a_cut_off_file_is_shown_as_far_as_it_goes_and_told(tmp_path):
    path = tmp_path / "cut.jpg"
    path.write_bytes(saved(smooth(400, 600), "JPEG", quality=95)[:-2000])
    assert any("cut off" in note for note in open_picture.open_picture({"path": str(path)}, SINK)["notes"])


def test_thumbnails_are_small_upright_and_have_their_alpha(tmp_path):
    turned, clear = tmp_path / "turned.jpg", tmp_path / "clear.png"
    turned.write_bytes(saved(stored_as(smooth(900, 1400), 8), "JPEG", exif=b"Exif\0\0" + exif(8)))
    clear.write_bytes(saved(noise(300, 150, 4), "PNG"))
    made = thumbnail({"path": str(turned), "size": 96, "number": 5}, SINK)
    assert (made["width"], made["height"], made["number"]) == (1400, 900, 5)
    assert pixels_of(made["pixels"]).shape == (62, 96, 3)
    assert np.abs(pixels_of(made["pixels"]).astype(int) - shrunk(smooth(900, 1400), 96)).mean() < 6
    made = thumbnail({"path": str(clear), "size": 96}, SINK)
    assert (made["pixels"]["format"], made["pixels"]["height"]) == ("rgba_premultiplied", 96)


def test_the_thumbnail_of_a_broken_file_is_a_reason(tmp_path):
    path = tmp_path / "broken.png"
    path.write_bytes(b"not a picture")
    made = thumbnail({"path": str(path), "size": 96}, SINK)
    assert made["code"]
    assert "broken.png" in made["message"]


def test_facts_tell_of_the_profile_by_its_name(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(saved(noise(4, 4), "PNG", icc_profile=srgb_icc()))
    facts = open_picture.open_picture({"path": str(path)}, SINK)["facts"]
    name = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(srgb_icc()))).strip()
    assert facts["profile"] == name
    assert ["format", "png"] in facts["rows"]


def test_what_cannot_be_opened_is_an_error_of_the_core(tmp_path):
    with pytest.raises(EnhancerError):
        open_picture.open_picture({"path": str(tmp_path / "none.png")}, SINK)
