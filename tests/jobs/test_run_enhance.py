"""Whole jobs on real files with a real, tiny model."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image as PillowImage
from PIL import ImageCms

from enhancer.errors import DataError, ModelError, OutputError, SpecError
from enhancer.events import ControlledSink, Finished, ItemDone, NullSink, Warned
from enhancer.images.read import read
from enhancer.images.resize import reduce
from enhancer.jobs import load_job, run
from enhancer.jobs.enhance import EnhanceJob
from enhancer.jobs.enhance_engines import Engines
from tests.helpers_jobs import RUN_JOB, child_environment, pattern, save_png, tree_hash

pytestmark = pytest.mark.usefixtures("house")


class Heard(NullSink):
    """Keeps every event."""

    def __init__(self):
        self.events = []

    def emit(self, event):
        self.events.append(event)

    def of(self, kind):
        return [event for event in self.events if isinstance(event, kind)]


def job(*inputs, **fields):
    values = {"model": "tiny-x2", "precision": "fp32", "threads": 1, **fields}
    return EnhanceJob(inputs=tuple(map(str, inputs)), **values)


def enhanced(*inputs, **fields):
    """The one item of a run that must succeed."""
    report = run(job(*inputs, **fields))
    assert [item.state for item in report.items] == ["done"], report.items
    return report.items[0]


def test_a_picture_is_enlarged_beside_itself_and_its_report_says_how(tmp_path):
    source = save_png(tmp_path / "a.png", 24, 16)
    before = source.read_bytes()
    sink = Heard()
    report = run(job(source), sink)
    assert report.state == "done"
    assert report.counts == {"done": 1, "skipped": 0, "failed": 0}
    (item,) = report.items
    assert item.outputs == (str(tmp_path / "a_tiny-x2.png"),)
    result = read(tmp_path / "a_tiny-x2.png")
    assert (result.width, result.height) == (48, 32)
    facts = item.facts
    assert facts["model"]["name"] == "tiny-x2"
    assert len(facts["model"]["sha256"]) == len(facts["output"]["sha256"]) == 64
    assert facts["precision"] == "fp32"
    assert facts["fidelity"] == "exact"
    assert {"read", "network", "encode", "verify"} <= facts["seconds"].keys()
    assert source.read_bytes() == before
    assert [event.state for event in sink.of(ItemDone)] == ["done"]
    assert isinstance(sink.events[-1], Finished)
    json.dumps(report.as_json(), allow_nan=False)


def test_the_written_file_reduced_again_is_the_input(tmp_path):
    source = save_png(tmp_path / "a.png", 60, 40)
    item = enhanced(source)
    assert item.facts["consistency"]["result"]["psnr"] >= 50
    assert item.facts["consistency"]["file"]["psnr"] >= 50
    assert item.facts["consistency"]["file"]["ciede2000_mean"] < 1
    again = reduce(read(tmp_path / "a_tiny-x2.png").pixels.astype(np.float32) / 255, 2)
    error = again - read(source).pixels / 255.0
    assert -10 * np.log10(np.mean(error**2)) == pytest.approx(item.facts["consistency"]["file"]["psnr"], abs=0.05)


def test_a_folder_is_mirrored_with_its_sub_folders(tmp_path):
    for name in ("a.png", "deep/er/b.png", "deep/c.png"):
        save_png(tmp_path / "in" / name)
    run(job(tmp_path / "in", output=str(tmp_path / "out"), recursive=True))
    assert set(tree_hash(tmp_path / "out")) == {"a.png", "deep/er/b.png", "deep/c.png"}
    flat = run(job(tmp_path / "in", output=str(tmp_path / "flat")))
    assert flat.counts["done"] == 1


def test_one_broken_picture_of_five_stays_alone_with_that(tmp_path):
    for number in range(5):
        save_png(tmp_path / "in" / f"{number}.png", seed=number)
    broken = tmp_path / "in" / "2.png"
    broken.write_bytes(broken.read_bytes()[:200])
    report = run(job(tmp_path / "in", output=str(tmp_path / "out")))
    assert report.state == "partial"
    assert report.counts == {"done": 4, "skipped": 0, "failed": 1}
    (failed,) = (item for item in report.items if item.state == "failed")
    assert failed.key == "2.png"
    assert failed.code
    assert "2.png" in failed.reason
    assert set(tree_hash(tmp_path / "out")) == {"0.png", "1.png", "3.png", "4.png"}


def test_the_same_job_again_does_nothing_and_loads_no_torch(tmp_path, house):
    save_png(tmp_path / "in" / "a.png")
    first = job(tmp_path / "in", output=str(tmp_path / "out"))
    run(first)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir() if path.is_file()}
    file = tmp_path / "job.toml"
    file.write_text(first.to_toml(), encoding="utf-8")
    code = """
import sys; from pathlib import Path
from enhancer.jobs import load_job, run
report = run(load_job(Path(sys.argv[1])))
print(report.counts["skipped"], report.items[0].code, "torch" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)],
        env=child_environment(house),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["1", "done-before", "False"]
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_a_folder_that_grew_is_done_on_with_the_same_journal(tmp_path):
    save_png(tmp_path / "in" / "a.png")
    again = job(tmp_path / "in", output=str(tmp_path / "out"))
    run(again)
    save_png(tmp_path / "in" / "b.png", seed=1)
    report = run(again)
    assert report.counts == {"done": 1, "skipped": 1, "failed": 0}
    named = run(job(tmp_path / "in" / "a.png", tmp_path / "in" / "b.png", output=str(tmp_path / "out")))
    assert named.counts == {"done": 0, "skipped": 2, "failed": 0}


def test_an_input_that_changed_is_done_again(tmp_path):
    source = save_png(tmp_path / "in" / "a.png", 24, 16)
    again = job(tmp_path / "in", output=str(tmp_path / "out"))
    run(again)
    save_png(source, 30, 20, seed=3)
    assert run(again).counts["done"] == 1
    assert read(tmp_path / "out" / "a.png").width == 60


def test_outputs_beside_their_inputs_are_not_enlarged_again(tmp_path):
    save_png(tmp_path / "in" / "a.png")
    run(job(tmp_path / "in"))
    report = run(job(tmp_path / "in"))
    assert report.counts == {"done": 0, "skipped": 1, "failed": 0}
    assert set(tree_hash(tmp_path / "in")) == {"a.png", "a_tiny-x2.png"}


def test_an_output_that_this_job_did_not_make_stops_it_before_any_work(tmp_path):
    save_png(tmp_path / "in" / "a.png")
    save_png(tmp_path / "in" / "b.png")
    foreign = save_png(tmp_path / "out" / "b.png", seed=7)
    before = foreign.read_bytes()
    with pytest.raises(OutputError) as caught:
        run(job(tmp_path / "in", output=str(tmp_path / "out")))
    assert caught.value.code == "exists"
    assert set(tree_hash(tmp_path / "out")) == {"b.png"}
    assert not (tmp_path / "out" / ".enhancer").exists()
    assert foreign.read_bytes() == before


@pytest.mark.parametrize(
    ("rule", "names"), [("skip", {"a.png"}), ("overwrite", {"a.png"}), ("rename", {"a.png", "a-2.png"})]
)
def test_existing_outputs_follow_the_rule(tmp_path, rule, names):
    source = save_png(tmp_path / "in" / "a.png")
    foreign = save_png(tmp_path / "out" / "a.png", seed=7)
    before = foreign.read_bytes()
    run(job(source, output=f"{tmp_path / 'out'}/", if_exists=rule))
    assert set(tree_hash(tmp_path / "out")) == names
    assert (foreign.read_bytes() != before) == (rule == "overwrite")


def test_overwrite_never_applies_to_an_input(tmp_path):
    source = save_png(tmp_path / "in" / "a.png")
    before = source.read_bytes()
    for fields in ({"output": f"{tmp_path / 'in'}/"}, {"output": str(source)}):
        with pytest.raises(OutputError) as caught:
            run(job(source, if_exists="overwrite", **fields))
        assert caught.value.code == "input-overwritten"
    assert source.read_bytes() == before


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


def test_what_is_named_but_missing_fails_and_the_rest_is_done(tmp_path):
    source = save_png(tmp_path / "a.png")
    report = run(job(source, tmp_path / "gone.png", output=f"{tmp_path / 'out'}/"))
    assert {item.key: item.code for item in report.items} == {"a.png": "", "gone.png": "missing"}
    assert report.state == "partial"


def test_a_folder_without_pictures_says_what_would_help(tmp_path):
    save_png(tmp_path / "in" / "deep" / "a.png")
    with pytest.raises(DataError, match="--recursive"):
        run(job(tmp_path / "in", output=str(tmp_path / "out")))


def test_an_unknown_model_is_named_with_its_neighbour(tmp_path):
    with pytest.raises(ModelError, match=r"tiny-x[24]"):
        run(job(save_png(tmp_path / "a.png"), model="tiny-x3"))


def test_two_inputs_that_would_become_one_output_are_found_before_any_work(tmp_path):
    save_png(tmp_path / "in" / "a.png")
    PillowImage.fromarray(pattern(24, 16)).save(tmp_path / "in" / "a.webp")
    with pytest.raises(OutputError) as caught:
        run(job(tmp_path / "in", output=str(tmp_path / "out"), format="jpeg"))
    assert caught.value.code == "collision"
    assert tree_hash(tmp_path / "out") == {}


def test_shards_do_together_what_one_run_does(tmp_path):
    for number in range(6):
        save_png(tmp_path / "in" / f"{number}.png", seed=number)
    whole = job(tmp_path / "in", output=str(tmp_path / "whole"))
    run(whole)
    for part in ("1/2", "2/2"):
        run(job(tmp_path / "in", output=str(tmp_path / "parts"), shard=part))
    assert tree_hash(tmp_path / "parts") == tree_hash(tmp_path / "whole")


def test_a_job_that_is_told_to_stop_keeps_what_is_finished_and_goes_on_later(tmp_path, monkeypatch):
    for number in range(4):
        save_png(tmp_path / "in" / f"{number}.png", seed=number)

    order = ControlledSink()
    real, calls = Engines.enhance, []

    def enhance(self, name, image, sink):
        calls.append(name)
        if len(calls) == 3:
            order.cancel()
        return real(self, name, image, sink)

    again = job(tmp_path / "in", output=str(tmp_path / "out"))
    with monkeypatch.context() as patch:
        patch.setattr(Engines, "enhance", enhance)
        report = run(again, order)
    assert report.state == "cancelled"
    assert report.counts == {"done": 2, "skipped": 0, "failed": 0}
    finished = {item.key for item in report.items}
    rest = run(again)
    assert rest.state == "done"
    assert {item.key for item in rest.items if item.state == "skipped"} == finished
    assert len(tree_hash(tmp_path / "out")) == 4


def test_a_saved_job_gives_the_same_bytes(tmp_path):
    source = save_png(tmp_path / "a.png", 40, 30)
    first = job(source, output=str(tmp_path / "first.png"))
    run(first)
    second = first.with_overrides([f"output={tmp_path / 'second.png'}"])
    (tmp_path / "job.toml").write_text(second.to_toml(), encoding="utf-8")
    run(load_job(tmp_path / "job.toml"))
    assert (tmp_path / "first.png").read_bytes() == (tmp_path / "second.png").read_bytes()


def test_a_picture_goes_from_standard_input_to_standard_output(tmp_path, house):
    source = save_png(tmp_path / "a.png", 24, 16)
    enhanced(source, output=str(tmp_path / "file.png"))
    (tmp_path / "job.toml").write_text(job("-", output="-").to_toml(), encoding="utf-8")
    done = subprocess.run(
        [*RUN_JOB, str(tmp_path / "job.toml")],
        input=source.read_bytes(),
        capture_output=True,
        env=child_environment(house),
        check=True,
    )
    assert done.stdout == (tmp_path / "file.png").read_bytes()


class Piped:
    def __init__(self, data=b""):
        self.buffer = io.BytesIO(data)

    def isatty(self):
        return False


def test_standard_input_can_become_a_file_and_nothing_else_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Piped(save_png(tmp_path / "a.png", 24, 16).read_bytes()))
    report = run(job("-", output=f"{tmp_path / 'out'}/"))
    assert report.items[0].outputs == (str(tmp_path / "out" / "stdin.png"),)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["stdin.png"]
    monkeypatch.setattr(sys, "stdin", Piped((tmp_path / "a.png").read_bytes()))
    with pytest.raises(OutputError, match="exists"):
        run(job("-", output=str(tmp_path / "out" / "stdin.png")))


def test_standard_input_needs_a_place_and_is_one_picture(tmp_path):
    with pytest.raises(SpecError, match="-o"):
        run(job("-"))
    with pytest.raises(SpecError):
        run(job("-", tmp_path / "a.png", output="-"))
