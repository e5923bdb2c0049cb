"""The demonstration, from the drawn scene to the labelled comparison."""

from __future__ import annotations

import json

import numpy as np
import pytest

from enhancer.errors import ModelError, OutputError
from enhancer.evaluate import demo as demo_module
from enhancer.evaluate.demo import judge, make_scene, resampled
from enhancer.events import NullSink
from enhancer.images.read import read
from enhancer.jobs import run_demo as run_demo_module
from enhancer.jobs.run_demo import run_demo
from tests.helpers_models import save_random_model


@pytest.fixture
def small(monkeypatch):
    """The scene at a third of its size, which draws in a moment."""
    monkeypatch.setattr(demo_module, "SIZE", (321, 214))


def test_the_demonstration_writes_all_pictures_and_tells_losses_too(tmp_path, house, small):
    found = run_demo(tmp_path / "demo", "tiny-x2", NullSink())
    pictures = {name: read(tmp_path / "demo" / name) for name in run_demo_module.PICTURES}
    assert (pictures["truth.png"].width, pictures["truth.png"].height) == (320, 214)
    assert (pictures["input.png"].width, pictures["input.png"].height) == (160, 107)
    assert pictures["result.png"].pixels.shape == pictures["truth.png"].pixels.shape
    assert pictures["result.png"].alpha is not None
    assert {"whole picture", "text", "transparency"} <= {row.region for row in found.rows}
    # Random weights: somewhere they lose, and that is said.
    assert found.losses
    text = "\n".join(found.lines())
    assert "tiny-x2 loses to bicubic in" in text
    assert "PSNR of alpha" in text
    saved = json.loads((tmp_path / "demo" / "demo.json").read_text())
    assert saved["losses"] == [row.region for row in found.losses]


def test_the_demonstration_runs_again_in_its_folder_and_spares_foreign_pictures(tmp_path, house, small):
    first = run_demo(tmp_path / "demo", "tiny-x2", NullSink())
    again = run_demo(tmp_path / "demo", "tiny-x2", NullSink())
    assert again.rows == first.rows
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "result.png").write_bytes(b"precious")
    with pytest.raises(OutputError):
        run_demo(tmp_path / "mine", "tiny-x2", NullSink())
    assert (tmp_path / "mine" / "result.png").read_bytes() == b"precious"


def test_a_model_that_does_not_enlarge_is_refused(tmp_path, house):
    from pathlib import Path

    save_random_model(Path(house["ENHANCER_MODELS"]), "clean", scale=1)
    with pytest.raises(ModelError):
        run_demo(tmp_path / "demo", "clean", NullSink())
    assert not (tmp_path / "demo").exists()


def test_the_truth_itself_wins_everywhere_and_bicubic_gains_nothing(small):
    scene = make_scene(2)
    bicubic = resampled(scene.low, scene.truth.height, scene.truth.width)
    assert all(abs(row.gain) < 1e-9 for row in judge(scene, bicubic, bicubic))
    assert all(row.gain > 0 and row.result.psnr_y is None for row in judge(scene, bicubic, scene.truth))


def test_reducing_leaks_no_colour_from_under_transparency():
    from enhancer.images.image import Image

    pixels = np.zeros((16, 16, 3), np.uint8)
    pixels[:, 8:] = 255
    alpha = np.full((16, 16), 255, np.uint8)
    alpha[:, 8:] = 0
    low = resampled(Image(pixels, alpha), 8, 8)
    assert low.pixels[low.alpha > 64].max() <= 2
