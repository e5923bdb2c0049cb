"""`enhancer runs` finds runs, tells of one, and compares several, for people and for programs, without torch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.main import main
from enhancer.files.lock import OutputLock
from enhancer.train.report.page import write_page
from tests.helpers_runs import make_run

ROOT = Path(__file__).resolve().parents[2]
ROLLBACK = {"images": 600, "kind": "rollback", "sentence": "It grew. Back to 500 images."}


@pytest.fixture
def runs(tmp_path):
    make_run(tmp_path / "runs" / "a", {0: 90.0, 500: 12.0, 1000: 8.0}, ("seed", 1))
    make_run(tmp_path / "runs" / "deep" / "b", {0: 80.0, 500: 11.0}, ("loss", "hinge"), events=[ROLLBACK])
    return tmp_path / "runs"


def said(capsys, *arguments):
    assert main(["runs", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def test_the_list_has_every_run_below_with_progress_best_state_and_age(runs, capsys):
    hour_ago = time.time() - 3700
    os.utime(runs / "deep" / "b" / "metrics.jsonl", (hour_ago, hour_ago))
    head, a, b = said(capsys, "list", runs).splitlines()
    assert head.split() == ["run", "what", "images", "best", "state", "age"]
    assert a.split()[0] == "a"
    assert "1,000 of 1,000  100 %  fid 8 at 1,000  finished  now" in a
    assert b.split()[0] == "deep/b"
    assert "50 %" in b
    assert "hinge" in b
    assert b.endswith("stopped   1 h ago")


def test_a_run_that_is_held_is_running(runs, capsys):
    with OutputLock(runs / "deep" / "b"):
        assert "running" in said(capsys, "list", runs)
        assert "running" in said(capsys, "show", runs / "deep" / "b")


def test_the_list_is_of_the_folder_runs_unless_another_is_named(runs, capsys, monkeypatch):
    monkeypatch.chdir(runs.parent)
    assert "deep/b" in said(capsys, "list")
    monkeypatch.chdir(runs)
    assert main(["runs", "list"]) == 2
    assert "no folder runs" in capsys.readouterr().err


def test_a_folder_without_runs_and_a_broken_configuration_are_said(tmp_path, capsys):
    assert "There are no runs" in said(capsys, "list", tmp_path)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "config.toml").write_text("[config]\nbudget = \n")
    assert "warning: " in said(capsys, "list", tmp_path)


def test_the_list_as_json_names_the_same_runs(runs, capsys):
    listed = json.loads(said(capsys, "list", runs, "--json"))["runs"]
    assert [Path(run["folder"]).name for run in listed] == ["a", "b"]
    assert listed[0]["best"] == {"metric": "fid", "value": 8.0, "images": 1000}
    assert listed[1]["state"] == "stopped"


def test_show_tells_scores_events_settings_and_where_the_page_is(runs, capsys):
    run_dir = runs / "deep" / "b"
    page = write_page(run_dir)
    text = said(capsys, "show", run_dir)
    for words in ("500 of 1,000 (50 %)", "fid 11 at 500 images", "600: It grew. Back to 500 images.", str(page)):
        assert words in text
    assert "loss" in text
    assert "hinge" in text
    shown = json.loads(said(capsys, "show", run_dir, "--json"))
    assert shown["newest"]["fid"] == 11.0
    assert shown["events"] == [ROLLBACK]
    assert shown["settings"]["config.loss"] == "hinge"
    assert shown["files"] == {"page": str(page)}


def test_show_never_lets_a_log_speak_to_the_terminal(tmp_path, capsys):
    events = [{"images": 5, "kind": "finding", "sentence": "\x1b[31mred"}]
    assert "\x1b" not in said(capsys, "show", make_run(tmp_path / "a", {0: 1.0}, events=events))


def test_compare_shows_what_differs_and_judges_at_equal_images(runs, capsys):
    text = said(capsys, "compare", runs / "a", runs / "deep" / "b")
    lines = {line.split("  ")[0]: line for line in text.splitlines()}
    assert lines["loss"].split()[1:] == ["bce", "hinge"]
    assert lines["seed"].split()[1:] == ["1", "0"]
    assert "budget" not in lines, "it is the same in both"
    assert lines["... up to 500"].split()[-6:] == ["12", "at", "500", "11", "at", "500"]
    assert lines["time up to 500"].split()[-4:] == ["50", "s", "50", "s"]
    assert text.splitlines()[-1] == "b is best after 500 images: the lowest fid."


def test_compare_at_a_number_of_images_of_ones_own(runs, capsys):
    found = json.loads(said(capsys, "compare", runs / "a", runs / "deep" / "b", "--at", "1k", "--json"))
    assert found["at"] == 1000
    assert [run["best_at"]["fid"]["value"] for run in found["runs"]] == [8.0, 11.0]
    assert Path(found["winners"]["fid"]).name == "a"
    assert set(found["differing"]) == {"config.loss", "config.seed"}


def test_runs_of_one_name_are_told_apart_by_their_folders(tmp_path, capsys):
    for parent in ("x", "y"):
        make_run(tmp_path / parent / "same", {0: 1.0})
    assert said(capsys, "compare", tmp_path / "x" / "same", tmp_path / "y" / "same").split()[:2] == ["x/same", "y/same"]


@pytest.mark.parametrize("names", [["a"], ["a", "a"], ["a", "missing"], []])
def test_what_cannot_be_compared_is_refused(runs, names, capsys):
    assert main(["runs", "compare", *(str(runs / name) for name in names)]) == 2
    assert capsys.readouterr().err


def test_what_is_no_run_is_named(tmp_path, capsys):
    assert main(["runs", "show", str(tmp_path)]) == 2
    assert "holds no run" in capsys.readouterr().err


def test_looking_at_runs_needs_no_torch_and_changes_nothing(runs):
    before = {path: path.stat().st_mtime_ns for path in runs.rglob("*")}
    code = """
import sys
from cli.main import main
folder = sys.argv[1]
assert main(["runs", "list", folder]) == main(["runs", "show", folder + "/a"]) == 0
assert main(["runs", "compare", folder + "/a", folder + "/deep/b"]) == 0
print("torch" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code, str(runs)], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "False"
    assert {path: path.stat().st_mtime_ns for path in runs.rglob("*")} == before
