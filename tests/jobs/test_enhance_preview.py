"""The dry run: it tells what would be done and changes nothing."""

from __future__ import annotations

import json

import pytest

from enhancer.errors import OutputError
from enhancer.jobs import run
from enhancer.jobs.enhance import EnhanceJob
from enhancer.jobs.run_enhance import preview
from tests.helpers_jobs import save_png

pytestmark = pytest.mark.usefixtures("house")


def everything(folder):
    return sorted((str(path), path.stat().st_mtime_ns) for path in folder.rglob("*"))


def job(tmp_path, **fields):
    values = {"model": "tiny-x2", "precision": "fp32", "output": str(tmp_path / "out"), **fields}
    return EnhanceJob(inputs=(str(tmp_path / "in"),), **values)


def test_a_dry_run_names_sizes_time_and_disk_and_writes_nothing(tmp_path):
    save_png(tmp_path / "in" / "a.png", 24, 16)
    save_png(tmp_path / "in" / "b.png", 40, 30)
    before = everything(tmp_path)
    found = preview(job(tmp_path))
    assert everything(tmp_path) == before
    assert [(item.key, item.size, item.target, item.format) for item in found.items] == [
        ("a.png", (24, 16), (48, 32), "png"),
        ("b.png", (40, 30), (80, 60), "png"),
    ]
    assert found.items[0].output == str(tmp_path / "out" / "a.png")
    assert found.seconds > 0
    assert found.bytes > 0
    assert "short run on cpu" in found.how
    text = "\n".join(found.lines())
    assert "24x16 -> 48x32" in text
    assert "2 to do" in text
    json.dumps(found.as_json(), allow_nan=False)


def test_a_dry_run_after_the_job_finds_nothing_to_do(tmp_path):
    save_png(tmp_path / "in" / "a.png")
    run(job(tmp_path))
    before = everything(tmp_path)
    found = preview(job(tmp_path))
    assert everything(tmp_path) == before
    assert [item.state for item in found.items] == ["done"]
    assert found.seconds == 0
    assert "0 to do, 1 done." in found.lines()


def test_a_dry_run_finds_what_would_fail(tmp_path):
    save_png(tmp_path / "in" / "a.png", 9000, 2)
    (tmp_path / "in" / "b.png").write_bytes(b"<html>")
    found = preview(job(tmp_path, format="webp"))
    assert [item.state for item in found.items] == ["failed", "failed"]
    assert len(found.problems) == 2
    assert "a.png fails" in found.lines()[-2]


def test_a_dry_run_says_where_no_model_is_large_enough(tmp_path):
    save_png(tmp_path / "in" / "a.png")
    (item,) = preview(job(tmp_path, size="x6")).items
    assert item.state == "pending"
    assert "adds no detail" in item.reason


def test_a_dry_run_raises_what_the_job_would_raise(tmp_path):
    save_png(tmp_path / "in" / "a.png")
    save_png(tmp_path / "out" / "a.png")
    with pytest.raises(OutputError):
        preview(job(tmp_path))
