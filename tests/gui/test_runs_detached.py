"""Trainings that outlive the window: what they are told, how they are found again, and what became of them."""

from __future__ import annotations

import json
import os
import signal
import time

import pytest

from enhancer.errors import SpecError
from enhancer.files.lock import OutputLock, is_held
from enhancer.files.process import this_process
from gui import runs
from gui.runs import Launch
from tests.gui.drawn import draw_photos

SMALL = [
    "network.arguments={scale=2, channels=6, depth=1}",
    "batch=4",
    "data.patch=12",
    "schedule.warmup=0",
    "precision=fp32",
]


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "run"
    yield made
    found = runs.read_launch(made)
    if found is not None and found.alive and found.pid:
        runs.order(made, "stop")
        wait_for(lambda: not runs.read_launch(made).alive, 30)


def wait_for(true, seconds=60):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


def ended(folder):
    found = runs.read_launch(folder)
    return found is not None and found.ended is not None


def state(folder, images=0, budget=0):
    return runs.state_of(folder, runs.read_launch(folder), images, budget)


def images_seen(folder):
    lines = (folder / "metrics.jsonl").read_text().splitlines() if (folder / "metrics.jsonl").exists() else []
    return json.loads(lines[-1])["images"] if lines else -1


def test_a_training_is_told_what_a_person_would_type(tmp_path):
    words = runs.train_arguments(tmp_path / "r", "photo-x2", "/p", ["budget=9"], start="photo-x2", threads=2)
    expected = ["train", str(tmp_path / "r"), "--preset", "photo-x2", "--data", "/p", "--from", "photo-x2"]
    assert words == [*expected, "--threads", "2", "--set", "budget=9"]
    assert runs.command_line(["train", "a b"]) == "enhancer train 'a b'"


def test_names_become_names_of_folders_and_no_two_runs_share_one(tmp_path):
    assert runs.run_name("My holiday: Rome/2024") == "My-holiday-Rome-2024"
    assert runs.run_name("日本") == ""
    (tmp_path / "faces").mkdir()
    (tmp_path / "faces-2").mkdir()
    assert runs.free_name(tmp_path, "faces") == "faces-3"


@pytest.mark.parametrize(
    ("launch", "images", "expected"),
    [
        (None, 10, "stopped"),
        (None, 100, "finished"),
        (Launch((), 0.0, ended=0), 100, "finished"),
        (Launch((), 0.0, ended=130), 10, "stopped"),
        (Launch((), 0.0, ended=1), 10, "failed"),
        (Launch((), time.time() + 3600), 0, "starting"),
        (Launch((), 0.0), 0, "failed"),
        (Launch((), 0.0, pid=2**22 + 1, born="x", host=this_process().host), 10, "failed"),
    ],
)
def test_what_became_of_a_run_is_seen_from_its_folder(tmp_path, launch, images, expected):
    assert runs.state_of(tmp_path, launch, images, 100) == expected


def test_a_run_that_holds_its_folder_is_running_or_paused(tmp_path):
    with OutputLock(tmp_path):
        assert state(tmp_path) == "running"
        runs.order(tmp_path, "pause")
        assert state(tmp_path) == "paused"
        with pytest.raises(SpecError, match="being trained already"):
            runs.launch(tmp_path, ["train", str(tmp_path)])


def test_a_training_runs_by_itself_is_paused_stopped_and_gone_on_with(folder, tmp_path):
    draw_photos(tmp_path / "photos", 3)
    overrides = [*SMALL, "budget=400000", "tick=200"]
    runs.launch(folder, runs.train_arguments(folder, "quick-x2", str(tmp_path / "photos"), overrides))
    assert state(folder) == "starting"
    wait_for(lambda: images_seen(folder) >= 200)
    found = runs.read_launch(folder)
    assert state(folder, 200, 400_000) == "running"
    assert os.getsid(found.pid) != os.getsid(0)
    assert os.getpriority(os.PRIO_PROCESS, found.pid) > os.getpriority(os.PRIO_PROCESS, 0)
    runs.order(folder, "pause")
    time.sleep(1.0)
    before = images_seen(folder)
    time.sleep(0.4)
    assert images_seen(folder) == before
    assert state(folder) == "paused"
    runs.order(folder, "stop")
    wait_for(lambda: ended(folder))
    assert state(folder, before, 400_000) == "stopped"
    assert not is_held(folder)
    runs.go_on(folder)
    assert runs.read_launch(folder).arguments == ("train", str(folder))
    wait_for(lambda: runs.read_launch(folder).pid)
    os.kill(runs.read_launch(folder).pid, signal.SIGKILL)
    wait_for(lambda: not runs.read_launch(folder).alive)
    assert state(folder, before, 400_000) == "failed"


def test_a_training_that_still_prepares_can_be_stopped(folder, tmp_path):
    draw_photos(tmp_path / "photos", 3)
    runs.launch(folder, runs.train_arguments(folder, "quick-x2", str(tmp_path / "photos"), SMALL))
    wait_for(lambda: runs.read_launch(folder).pid)
    time.sleep(0.2)
    runs.stop(folder)
    wait_for(lambda: ended(folder))
    assert runs.read_launch(folder).ended in runs.INTERRUPTED
    assert state(folder) == "stopped"


def test_why_a_training_failed_is_kept_where_it_can_be_read(folder, tmp_path):
    runs.launch(folder, runs.train_arguments(folder, "quick-x9", str(tmp_path)))
    wait_for(lambda: ended(folder))
    assert state(folder) == "failed"
    sentence, details = runs.failure_text(folder)
    assert sentence == "There is no preset 'quick-x9'. Did you mean 'quick-x2'?"
    assert sentence in details
