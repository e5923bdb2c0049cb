"""Whole jobs on real files with a real, tiny model: what is done, what is left alone, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image as PillowImage

from enhancer.errors import DataError, ModelError, OutputError
from enhancer.events import Finished, ItemDone
from enhancer.images.read import read
from enhancer.jobs import run
from tests.helpers_jobs import Heard, job, pattern, save_png, tree_hash

pytestmark = pytest.mark.usefixtures("house")


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


def test_a_folder_is_mirrored_with_its_sub_folders(tmp_path):
    for name in ("a.png", "deep/er/b.png", "deep/c.png"):
        save_png(tmp_path / "in" / name)
    run(job(tmp_path / "in", output=str(tmp_path / "out"), recursive=True))
    assert set(tree_hash(tmp_path / "out")) == {"a.png", "deep/er/b.png", "deep/c.png"}
    flat = run(job(tmp_path / "in", output=str(tmp_path / "flat")))
    assert flat.counts["done"] == 1


def test_pictures_of_a_kind_that_is_not_read_are_told_of_and_other_files_are_not(tmp_path):
    save_png(tmp_path / "in" / "a.png")
    for name in ("b.HEIC", "notes.txt"):
        (tmp_path / "in" / name).write_bytes(b"?")
    report = run(job(tmp_path / "in", output=str(tmp_path / "out")))
    assert [(item.key, item.state, item.code) for item in report.items] == [
        ("a.png", "done", ""),
        ("b.HEIC", "skipped", "unsupported"),
    ]
    assert ".heic" in report.items[1].reason


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


def test_nothing_is_left_beside_the_inputs_but_the_outputs(tmp_path, house):
    save_png(tmp_path / "in" / "a.png")
    run(job(tmp_path / "in"))
    assert {path.name for path in (tmp_path / "in").iterdir()} == {"a.png", "a_tiny-x2.png"}
    assert list(Path(house["ENHANCER_STATE"]).rglob("*.sqlite"))
