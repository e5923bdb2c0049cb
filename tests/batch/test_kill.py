import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.helpers_batch import make_inputs, open_journal, run_batch, tree

HELPERS = Path(__file__).parent.parent / "helpers_batch.py"
COUNT = 12


def run(root, out, log, fault=""):
    environment = {**os.environ, "ENHANCER_FAULT": fault}
    command = [sys.executable, str(HELPERS), str(root), str(out), str(log)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def leftovers(out):
    return [path for path in out.rglob("*") if ".enhancer-tmp" in path.name]


@pytest.fixture
def whole(tmp_path):
    root = make_inputs(tmp_path / "in" / "deep", COUNT).parent
    run_batch(root, tmp_path / "whole")
    return tree(tmp_path / "whole")


@pytest.mark.parametrize(
    "fault",
    [
        "after_plan_row:5",
        "mid_write:1",
        "mid_write:7",
        "before_rename:1",
        "before_rename:6",
        "after_rename:1",
        "after_rename:6",
        f"after_rename:{COUNT}",
    ],
)
def test_a_run_killed_at_any_point_is_finished_by_the_same_command(tmp_path, whole, fault):
    root, out, log = tmp_path / "in", tmp_path / "out", tmp_path / "log"
    killed = run(root, out, log, fault)
    assert killed.returncode in (-signal.SIGKILL, 1) if os.name == "nt" else killed.returncode == -signal.SIGKILL
    there = tree(out)
    in_place = {name: whole[name] for name in there if ".enhancer-tmp" not in name}
    assert {name: value for name, value in there.items() if name in in_place} == in_place
    times = {name: (out / name).stat().st_mtime_ns for name in in_place}
    before = Counter(log.read_text().split()) if log.exists() else Counter()

    again = run(root, out, log)
    assert again.returncode == 0, again.stderr
    assert tree(out) == whole
    assert leftovers(out) == []
    assert {name: (out / name).stat().st_mtime_ns for name in times} == times
    after = Counter(log.read_text().split()) - before
    assert not {f"deep/{Path(name).name}" for name in in_place} & set(after)

    third = run(root, out, log)
    assert third.stdout == "done 0 failed 0\n"


def test_what_was_recorded_but_not_renamed_is_finished_without_doing_it_again(tmp_path, whole):
    root, out, log = tmp_path / "in", tmp_path / "out", tmp_path / "log"
    run(root, out, log, "before_rename:1")
    with open_journal(out) as journal:
        recorded = journal.counts()["writing"]
    assert recorded >= 1
    done = Counter(log.read_text().split())
    run(root, out, log)
    assert tree(out) == whole
    assert max((Counter(log.read_text().split()) - done).values(), default=1) == 1
    assert sum(Counter(log.read_text().split()).values()) <= COUNT + sum(done.values()) - recorded


def test_a_full_disk_stops_the_run_with_the_journal_intact(tmp_path, whole):
    root, out, log = tmp_path / "in", tmp_path / "out", tmp_path / "log"
    stopped = run(root, out, log, "mid_write:5:no-space")
    assert "OutputError" in stopped.stderr
    assert "Free some space" in stopped.stderr
    assert leftovers(out) == []
    assert all(whole[name] == value for name, value in tree(out).items())
    with open_journal(out) as journal:
        counts = journal.counts()
    assert counts["failed"] == counts["writing"] == 0
    assert counts["done"] == len(tree(out)) < COUNT
    assert run(root, out, log).returncode == 0
    assert tree(out) == whole
