"""A job killed at any moment: the same job again makes the same tree, and nothing that was finished is done twice."""

from __future__ import annotations

import subprocess

import pytest

from enhancer.files.atomic import is_temporary
from enhancer.files.fault import VARIABLE
from enhancer.jobs import run
from enhancer.jobs.enhance import EnhanceJob
from tests.helpers_jobs import RUN_JOB, child_environment, save_png, tree_hash

PICTURES = 6


@pytest.mark.parametrize(
    "point", ["after_plan_row:4", "mid_write:3", "before_rename:3", "after_rename:3", "after_rename:6"]
)
def test_a_killed_job_is_finished_by_the_same_job_again(tmp_path, house, point):
    for number in range(PICTURES):
        save_png(tmp_path / "in" / f"{number % 2}" / f"{number}.png", 20 + number, 17, seed=number)

    def job(output):
        fields = {"model": "tiny-x2", "precision": "fp32", "threads": 1, "recursive": True}
        return EnhanceJob(inputs=(str(tmp_path / "in"),), output=str(tmp_path / output), **fields)

    run(job("whole"))
    file = tmp_path / "job.toml"
    file.write_text(job("out").to_toml(), encoding="utf-8")
    killed = subprocess.run(
        [*RUN_JOB, str(file)], env=child_environment(house, **{VARIABLE: point}), capture_output=True, check=False
    )
    assert killed.returncode < 0, killed.stderr
    out = tmp_path / "out"
    before = {name: (out / name).stat().st_mtime_ns for name in tree_hash(out)}
    report = run(job("out"))
    assert report.state == "done"
    assert report.counts["done"] + report.counts["skipped"] == PICTURES
    # What was complete under its temporary name is only put in place.
    assert report.counts["skipped"] >= len(before)
    assert tree_hash(out) == tree_hash(tmp_path / "whole")
    assert before == {name: (out / name).stat().st_mtime_ns for name in before}
    assert not [path for path in out.rglob("*") if is_temporary(path.name)]
