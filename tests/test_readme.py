"""The examples of the README do what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np

import enhancer
from tests.helpers_jobs import child_environment, make_house, save_png

ROOT = Path(__file__).resolve().parent.parent


def test_the_python_example_runs_as_it_stands(tmp_path):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    house = make_house(tmp_path / "house")
    source = save_png(tmp_path / "photo.png").rename(tmp_path / "photo.jpg")  # what it is decides, not its name
    program = code.replace("photo-x2", "tiny-x2")
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=child_environment(house), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert enhancer.read(tmp_path / "large.png").width == 2 * enhancer.read(source).width


def test_pictures_are_read_and_written_by_any_kind_of_path(tmp_path):
    path = save_png(tmp_path / "a.png")
    image = enhancer.read(str(path))
    enhancer.write(image, str(tmp_path / "b.png"))
    assert np.array_equal(enhancer.read(tmp_path / "b.png").pixels, image.pixels)
    assert image.meta.source == path
