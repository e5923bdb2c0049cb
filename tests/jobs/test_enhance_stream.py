"""One picture through a pipe."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from enhancer.errors import OutputError, SpecError
from enhancer.jobs import run
from tests.helpers_jobs import RUN_JOB, child_environment, enhanced, job, save_png

pytestmark = pytest.mark.usefixtures("house")


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
