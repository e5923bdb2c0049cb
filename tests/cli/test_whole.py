"""The program on real pictures, with the smallest model: what users type, what they get."""

from __future__ import annotations

import io
import json
import sys

import numpy as np
import pytest
from PIL import Image as Pillow

from cli.main import main
from enhancer.models.file import save_model
from enhancer.models.info import Licence, ModelInfo, Score
from enhancer.models.networks.repeat import Repeat


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A working folder with two pictures, one web page named .jpg, and a store with the model `repeat-x2`."""
    store = tmp_path / "models"
    store.mkdir()
    score = Score(metric="psnr_y", data="held-out pictures", value=30.5, bicubic=30.0)
    info = ModelInfo(
        name="repeat-x2",
        network="repeat",
        arguments={"scale": 2},
        scale=2,
        base="nearest",
        licence=Licence(weights="Apache-2.0", data="drawn by a test"),
        metrics=(score,),
        images_seen=1234,
        verdict="worse",
    )
    save_model(store / "repeat-x2.safetensors", info, dict(Repeat(2).state_dict()))
    rows = [json.dumps({"images": n, "psnr_y": 28 + n / 500}) for n in range(0, 1300, 100)]
    (store / "repeat-x2.curve.jsonl").write_text("\n".join(rows))
    monkeypatch.setenv("ENHANCER_MODELS", str(store))
    monkeypatch.setenv("ENHANCER_STATE", str(tmp_path / "state"))
    work = tmp_path / "work"
    (work / "in").mkdir(parents=True)
    pixels = np.random.default_rng(0).integers(0, 256, (20, 30, 3), np.uint8)
    for name in ("a.png", "b.png"):
        Pillow.fromarray(pixels).save(work / "in" / name)
    monkeypatch.chdir(work)
    return work


MODEL = ("--model", "repeat-x2", "--threads", "1")


def test_a_picture_becomes_a_larger_one_beside_it(place, capsys):
    assert main(["enhance", "in/a.png", *MODEL]) == 0
    with Pillow.open(place / "in" / "a_repeat-x2.png") as found:
        assert found.size == (60, 40)
    said = capsys.readouterr()
    assert said.out.startswith("1 picture done in ")
    assert "done    a.png -> " in said.err


def test_one_bad_picture_ends_a_folder_with_3_and_stops_nothing(place, capsys):
    (place / "in" / "bad.jpg").write_text("<html>")
    assert main(["enhance", "in", "-o", "out", "--report", "report.json", *MODEL]) == 3
    assert sorted(path.name for path in (place / "out").glob("*.*g")) == ["a.png", "b.png"]
    report = json.loads((place / "report.json").read_text())
    assert report["counts"] == {"done": 2, "skipped": 0, "failed": 1}
    assert "web page" in capsys.readouterr().err


def test_the_same_command_again_does_nothing_twice(place, capsys):
    assert main(["enhance", "in", "-o", "out", *MODEL]) == 0
    before = {path: path.stat().st_mtime_ns for path in (place / "out").glob("*.png")}
    assert main(["enhance", "in", "-o", "out", *MODEL]) == 0
    assert {path: path.stat().st_mtime_ns for path in (place / "out").glob("*.png")} == before


def test_json_events_tell_the_whole_run(place, capsys):
    assert main(["enhance", "in", "-o", "out", "--json", *MODEL]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["state"] for row in rows if row["kind"] == "item"] == ["done", "done"]
    assert rows[-1]["kind"] == "finished"


def test_a_dry_run_says_what_would_be_done_and_writes_nothing(place, capsys):
    before = sorted(place.rglob("*"))
    assert main(["enhance", "in", "-o", "out/", "--dry-run", *MODEL]) == 0
    assert "a.png" in capsys.readouterr().out
    assert sorted(place.rglob("*")) == before


def test_a_picture_passes_through_the_standard_streams(place, capsys, monkeypatch):
    taken = io.BytesIO()
    given = io.BytesIO((place / "in" / "a.png").read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(given, encoding="utf-8"))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(taken, encoding="utf-8"))
    assert main(["enhance", "-", "-o", "-", *MODEL]) == 0
    with Pillow.open(io.BytesIO(taken.getvalue())) as found:
        assert found.size == (60, 40)
    assert "1 picture done" in capsys.readouterr().err


def test_info_says_what_a_picture_is_and_what_would_become_of_it(place, capsys):
    exif = Pillow.Exif()
    exif[0x010F], exif[0x0110] = "Maker\x1b]0;owned\x07", "Camera 5"
    Pillow.open("in/a.png").save("photo.jpg", quality=70, exif=exif)
    assert main(["info", "photo.jpg", "--model", "repeat-x2"]) == 0
    said = capsys.readouterr().out
    assert "30 x 20 pixels" in said
    assert "about 70 of 100" in said
    assert "Maker\\x1b]0;owned\\x07 Camera 5" in said
    assert "60x40" in said
    assert main(["info", "photo.jpg", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["jpeg_quality"] == 70


def test_info_of_something_else_is_one_line(place, capsys):
    (place / "page.png").write_text("<html>")
    assert main(["info", "page.png"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_models_are_listed_with_their_badge(place, capsys):
    assert main(["models", "list"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("repeat-x2"))
    assert line.split()[:5] == ["repeat-x2", "x2", "yours", "psnr_y", "30.50"]
    assert "WORSE than its start or bicubic" in line
    assert main(["models", "list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows[-1]["card"]["name"] == "repeat-x2"


def test_a_card_shows_licence_data_scores_and_learning(place, capsys):
    assert main(["models", "show", "repeat-x2"]) == 0
    said = capsys.readouterr().out
    for part in ("Apache-2.0", "drawn by a test", "1,234", "psnr_y 30.500 (bicubic 30.000)", "28.00 at 0 ->"):
        assert part in said


def test_a_model_that_is_not_there_is_named_with_the_nearest(place, capsys):
    assert main(["models", "show", "repeat-x3"]) == 1
    assert "Did you mean 'repeat-x2'?" in capsys.readouterr().err


def test_a_model_is_checked_and_a_broken_one_fails(place, capsys, monkeypatch):
    assert main(["models", "check", "repeat-x2"]) == 0
    assert "computes what its card says" in capsys.readouterr().out
    # A network that sees the whole picture, where its card says that tiles are exact.
    forward = Repeat.forward
    monkeypatch.setattr(Repeat, "forward", lambda self, x: forward(self, x) + x.mean())
    assert main(["models", "check", "repeat-x2", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert "tiles" in {check["what"] for check in found["checks"] if not check["ok"]}
