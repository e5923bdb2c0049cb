"""Every option that decides what becomes of a picture is obeyed, not only understood."""

from __future__ import annotations

import io

import numpy as np
import pytest
import tifffile
from PIL import Image as PillowImage

from enhancer.images.read import read
from enhancer.jobs import run
from tests.helpers_jobs import enhanced, job, pattern, save_png

pytestmark = pytest.mark.usefixtures("house")


@pytest.mark.parametrize(("depth", "dtype"), [("8", np.uint8), ("16", np.uint16), ("32", np.float32)])
def test_depth_is_that_of_the_written_file(tmp_path, depth, dtype):
    source = save_png(tmp_path / "a.png")
    enhanced(source, output=str(tmp_path / "b.tif"), depth=depth)
    assert tifffile.imread(tmp_path / "b.tif").dtype == dtype


def test_quality_is_that_of_the_written_file(tmp_path):
    source = save_png(tmp_path / "a.png", 64, 64)
    for quality in (60, 90):
        enhanced(source, output=str(tmp_path / f"{quality}.jpg"), quality=quality)
        assert read(tmp_path / f"{quality}.jpg").meta.jpeg_quality == quality


def test_strip_gps_takes_the_position_and_leaves_the_maker(tmp_path):
    exif = PillowImage.Exif()
    exif[0x010F] = "Maker"
    exif.get_ifd(0x8825)[1] = "N"
    PillowImage.fromarray(pattern(24, 16)).save(tmp_path / "a.jpg", quality=97, exif=exif)
    for strip, position in ((False, {1: "N"}), (True, {})):
        enhanced(tmp_path / "a.jpg", output=str(tmp_path / "b.jpg"), strip_gps=strip, if_exists="overwrite")
        written = PillowImage.open(tmp_path / "b.jpg").getexif()
        assert dict(written.get_ifd(0x8825)) == position
        assert written[0x010F] == "Maker"


def test_a_truncated_picture_fails_unless_allowed_and_then_it_is_said(tmp_path):
    whole = io.BytesIO()
    PillowImage.fromarray(pattern(96, 96)).save(whole, "JPEG", quality=95)
    (tmp_path / "a.jpg").write_bytes(whole.getvalue()[: len(whole.getvalue()) // 2])
    assert run(job(tmp_path / "a.jpg", output=str(tmp_path / "b.jpg"))).items[0].state == "failed"
    item = enhanced(tmp_path / "a.jpg", output=str(tmp_path / "b.jpg"), allow_truncated=True)
    assert item.facts["losses"]


def test_a_picture_over_max_pixels_fails_by_itself(tmp_path):
    sources = [save_png(tmp_path / "small.png", 20, 20), save_png(tmp_path / "large.png", 21, 20)]
    report = run(job(*sources, output=str(tmp_path / "out"), max_pixels=400))
    assert {item.key: item.code or item.state for item in report.items} == {
        "small.png": "done",
        "large.png": "too-large",
    }


def test_tile_precision_and_fidelity_are_those_that_were_asked_for(tmp_path):
    source = save_png(tmp_path / "a.png", 90, 70)
    item = enhanced(source, output=str(tmp_path / "b.png"), tile=48, precision="bf16", fidelity="off")
    assert max(item.facts["tiles"]["tile"]) <= 48
    assert item.facts["tiles"]["count"] > 1
    assert (item.facts["precision"], item.facts["fidelity"]) == ("bf16", "off")


def test_threads_are_those_that_were_asked_for(tmp_path, monkeypatch):
    from enhancer.enhance import engine

    asked = []
    monkeypatch.setattr(engine, "set_threads", lambda count: asked.append(count) or 1)
    enhanced(save_png(tmp_path / "a.png"), output=str(tmp_path / "b.png"), threads=3)
    assert asked == [3]


def test_only_names_that_are_included_and_not_excluded_are_taken(tmp_path):
    for name in ("a1.png", "a2.png", "b1.png"):
        save_png(tmp_path / "in" / name)
    report = run(job(tmp_path / "in", output=str(tmp_path / "out"), include=("a*",), exclude=("*2.png",)))
    assert [item.key for item in report.items] == ["a1.png"]
