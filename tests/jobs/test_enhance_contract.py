"""What a result keeps of its input: faithfulness, depth, transparency, metadata; and its size, format and name."""

from __future__ import annotations

import zlib

import numpy as np
import pytest
from PIL import Image as PillowImage
from PIL import ImageCms

from enhancer.errors import SpecError
from enhancer.events import ItemDone, Warned
from enhancer.images.read import read
from enhancer.images.resize import reduce
from enhancer.jobs import run
from tests.helpers_jobs import Heard, enhanced, job, pattern, save_png

pytestmark = pytest.mark.usefixtures("house")


def test_the_name_of_one_output_decides_its_format(tmp_path):
    source = save_png(tmp_path / "a.png")
    item = enhanced(source, output=str(tmp_path / "large.jpg"))
    assert item.facts["output"]["format"] == "jpeg"
    assert PillowImage.open(tmp_path / "large.jpg").format == "JPEG"
    with pytest.raises(SpecError):
        run(job(source, output=str(tmp_path / "large.xyz")))


def test_names_follow_the_template(tmp_path):
    source = save_png(tmp_path / "a.png", 24, 16)
    item = enhanced(source, output=f"{tmp_path / 'out'}/", name="{stem}-{width}x{height}.{ext}", format="webp")
    assert item.outputs == (str(tmp_path / "out" / "a-48x32.webp"),)


@pytest.mark.parametrize(("name", "becomes"), [("a.JPEG", "a.JPEG"), ("a.mpo", "a.jpg"), ("a.gif", "a.png")])
def test_the_suffix_stays_unless_it_would_mislead(tmp_path, name, becomes):
    kind = "GIF" if name.endswith("gif") else "JPEG"
    PillowImage.fromarray(pattern(24, 16)).save(tmp_path / name, format=kind)
    item = enhanced(tmp_path / name, output=f"{tmp_path / 'out'}/")
    assert item.outputs == (str(tmp_path / "out" / becomes),)


def test_deep_pictures_stay_deep(tmp_path):
    import imagecodecs

    y, x = np.mgrid[0:20, 0:30]
    deep = (20000 + np.stack([x * 700 + y, y * 900 + x, (x + y) * 400], axis=2)).astype(np.uint16)
    (tmp_path / "a.png").write_bytes(imagecodecs.png_encode(deep))
    item = enhanced(tmp_path / "a.png")
    result = imagecodecs.png_decode((tmp_path / "a_tiny-x2.png").read_bytes())
    assert result.dtype == np.uint16
    assert len(np.unique(result)) > 256
    assert "16 bits" in item.facts["kept"]
    assert item.facts["consistency"]["file"]["psnr"] > 80


def test_transparency_stays(tmp_path):
    fading = np.clip(np.linspace(-100, 300, 64), 0, 255).astype(np.uint8)
    rgba = np.dstack([pattern(64, 48), np.tile(fading, (48, 1))])
    PillowImage.fromarray(rgba, "RGBA").save(tmp_path / "a.png")
    item = enhanced(tmp_path / "a.png")
    assert "transparency" in item.facts["kept"]
    assert item.facts["consistency"]["file"]["psnr"] >= 50
    assert PillowImage.open(tmp_path / "a_tiny-x2.png").mode == "RGBA"


def test_transparency_into_jpeg_needs_a_background_unless_all_is_opaque(tmp_path):
    clear = np.dstack([pattern(32, 24), np.full((24, 32), 100, np.uint8)])
    PillowImage.fromarray(clear, "RGBA").save(tmp_path / "clear.png")
    PillowImage.fromarray(np.dstack([pattern(32, 24), np.full((24, 32), 255, np.uint8)]), "RGBA").save(
        tmp_path / "full.png"
    )
    report = run(job(tmp_path / "clear.png", tmp_path / "full.png", output=f"{tmp_path / 'out'}/", format="jpeg"))
    assert {item.key: (item.state, item.code) for item in report.items} == {
        "clear.png": ("failed", "needs-background"),
        "full.png": ("done", ""),
    }
    item = enhanced(tmp_path / "clear.png", output=f"{tmp_path / 'out2'}/", format="jpeg", background="#ffffff")
    assert any("#ffffff" in loss for loss in item.facts["losses"])


def test_profile_and_exif_are_kept_and_strip_takes_the_exif(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = PillowImage.Exif()
    exif[0x010F] = "Camera maker"
    picture = PillowImage.fromarray(pattern(32, 24))
    picture.save(tmp_path / "a.jpg", quality=97, subsampling=0, icc_profile=profile, exif=exif, dpi=(300, 300))
    item = enhanced(tmp_path / "a.jpg")
    result = PillowImage.open(tmp_path / "a_tiny-x2.jpg")
    assert result.info["icc_profile"] == profile
    assert result.getexif()[0x010F] == "Camera maker"
    assert {"colour profile", "EXIF", "resolution"} <= set(item.facts["kept"])
    assert item.facts["losses"] == []
    enhanced(tmp_path / "a.jpg", output=str(tmp_path / "stripped.jpg"), strip=True)
    stripped = PillowImage.open(tmp_path / "stripped.jpg")
    assert 0x010F not in stripped.getexif()
    assert stripped.info["icc_profile"] == profile


def test_a_jpeg_of_low_quality_is_held_only_in_colour_and_tone_and_it_is_said(tmp_path):
    PillowImage.fromarray(pattern(64, 48)).save(tmp_path / "low.jpg", quality=40)
    sink = Heard()
    report = run(job(tmp_path / "low.jpg", output=str(tmp_path / "low.png")), sink)
    facts = report.items[0].facts
    assert facts["fidelity"] == "low"
    assert facts["input"]["jpeg_quality"] < 85
    assert any("JPEG of quality" in event.message for event in sink.of(Warned))
    held = enhanced(tmp_path / "low.jpg", output=str(tmp_path / "held.png"), fidelity="exact")
    assert held.facts["fidelity"] == "exact"


@pytest.mark.parametrize(
    ("size", "expected", "model"),
    [
        ("x2", (48, 32), "tiny-x2"),
        ("x3", (72, 48), "tiny-x4"),
        ("x1.5", (36, 24), "tiny-x2"),
        ("x4", (96, 64), "tiny-x4"),
        ("x6", (144, 96), "tiny-x4"),
        ("60w", (60, 40), "tiny-x4"),
        ("long=48", (48, 32), "tiny-x2"),
        ("fit=50x20", (30, 20), "tiny-x2"),
        ("fill=40x30", (40, 30), "tiny-x2"),
        ("fill=30x50", (30, 50), "tiny-x4"),
    ],
)
def test_the_size_is_what_was_asked_and_the_nearest_scale_at_or_above_makes_it(tmp_path, size, expected, model):
    source = save_png(tmp_path / "a.png", 24, 16)
    sink = Heard()
    item = run(job(source, size=size), sink).items[0]
    assert tuple(item.facts["output"]["size"]) == expected
    assert item.facts["model"]["name"] == model
    assert item.outputs[0].endswith(f"a_{model}.png")
    beyond = [event for event in sink.of(Warned) if "adds no detail" in event.message]
    assert bool(beyond) == (size == "x6")


def test_a_size_that_fits_only_some_pictures_fails_for_the_others_alone(tmp_path):
    save_png(tmp_path / "in" / "flat.png", 24, 16)
    save_png(tmp_path / "in" / "tall.png", 16, 24)
    report = run(job(tmp_path / "in", output=str(tmp_path / "out"), size="48x32"))
    assert {item.key: (item.state, item.code) for item in report.items} == {
        "flat.png": ("done", ""),
        "tall.png": ("failed", "usage"),
    }


def test_a_named_model_that_is_large_enough_is_used_as_named(tmp_path):
    item = enhanced(save_png(tmp_path / "a.png", 24, 16), model="tiny-x4", size="x2")
    assert item.facts["model"]["name"] == "tiny-x4"
    assert item.facts["output"]["size"] == [48, 32]


def test_a_limit_of_the_format_is_found_before_any_work(tmp_path):
    save_png(tmp_path / "in" / "a.png", 9000, 2)
    save_png(tmp_path / "in" / "b.png", 24, 16)
    sink = Heard()
    report = run(job(tmp_path / "in", output=str(tmp_path / "out"), format="webp"), sink)
    assert {item.key: (item.state, item.code) for item in report.items} == {
        "a.png": ("failed", "too-large-to-write"),
        "b.png": ("done", ""),
    }
    assert [event.key for event in sink.of(ItemDone)] == ["a.png", "b.png"]


def test_pictures_over_the_limit_are_refused_from_their_header(tmp_path):
    report = run(job(save_png(tmp_path / "a.png", 24, 16), max_pixels=100))
    assert report.items[0].code == "too-large"


def test_the_written_file_reduced_again_is_the_input(tmp_path):
    source = save_png(tmp_path / "a.png", 60, 40)
    item = enhanced(source)
    assert item.facts["consistency"]["result"]["psnr"] >= 50
    assert item.facts["consistency"]["file"]["psnr"] >= 50
    assert item.facts["consistency"]["file"]["ciede2000_mean"] < 1
    again = reduce(read(tmp_path / "a_tiny-x2.png").pixels.astype(np.float32) / 255, 2)
    error = again - read(source).pixels / 255.0
    assert -10 * np.log10(np.mean(error**2)) == pytest.approx(item.facts["consistency"]["file"]["psnr"], abs=0.05)


def test_what_was_kept_in_another_form_is_noted_and_not_called_lost(tmp_path):
    source = save_png(tmp_path / "a.png")
    data = source.read_bytes()
    chunk = b"gAMA" + (100_000).to_bytes(4, "big")
    source.write_bytes(data[:33] + b"\0\0\0\4" + chunk + zlib.crc32(chunk).to_bytes(4, "big") + data[33:])
    facts = enhanced(source).facts
    assert any(note.startswith("Kept as a colour profile") for note in facts["notes"])
    assert facts["losses"] == []
