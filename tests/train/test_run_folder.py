"""What else a run folder shows: its state, its film, its logs, and TensorBoard where that is installed."""

from __future__ import annotations

import sys
from types import ModuleType

import numpy as np
import pytest
from PIL import Image, ImageSequence

from enhancer.errors import DataError, SpecError
from enhancer.files.lock import OutputLock
from enhancer.train import log
from enhancer.train.report.film import write_film
from enhancer.train.report.run import read_run
from enhancer.train.report.tensorboard import write_tick
from tests.helpers_runs import draw_preview, make_run

SCORES = {0: 90.0, 250: 30.0, 500: 12.0, 750: 14.0}
ROLLBACK = {"images": 600, "kind": "rollback", "monitor": "divergence", "sentence": "It grew. Back to 500 images."}


@pytest.fixture
def run_dir(tmp_path):
    return make_run(tmp_path / "mine", SCORES, events=[ROLLBACK], previews=True)


def test_the_state_is_told_by_lock_and_budget(run_dir):
    assert read_run(run_dir).state == "stopped"
    with OutputLock(run_dir):
        assert read_run(run_dir).state == "running"
    log.append_row(run_dir, {"images": 1000, "fid": 9.0})
    assert read_run(run_dir).state == "finished"
    assert read_run(run_dir, "running").state == "running"


def test_what_is_no_run_is_refused(tmp_path):
    with pytest.raises(SpecError, match="holds no run"):
        read_run(tmp_path)
    (tmp_path / "config.toml").write_text("config = 3\n")
    with pytest.raises(SpecError, match="not the configuration of a training run"):
        read_run(tmp_path)


def test_a_film_shows_first_and_newest_preview_and_no_more_than_asked(run_dir):
    for images in range(1, 60):
        draw_preview(run_dir, images)
    (run_dir / "previews" / "images-000000000030.png").write_bytes(b"cut off")
    path = write_film(run_dir, frames=20)
    with Image.open(path) as film:
        assert film.size == (12, 8)
        shown = [int(np.asarray(frame.convert("L"))[0, 0]) for frame in ImageSequence.Iterator(film)]
    assert 15 <= len(shown) <= 20
    assert (shown[0], shown[-1]) == (0, 750 % 256)


def test_there_is_no_film_without_pictures(tmp_path):
    with pytest.raises(DataError, match="no pictures yet"):
        write_film(make_run(tmp_path / "mine", SCORES))


def test_the_logs_are_cut_back_and_read_past_a_torn_line(tmp_path):
    for images in (0, 10, 20):
        log.append_row(tmp_path, {"images": images})
    log.write_events(tmp_path, [{"images": 15, "kind": "rollback", "sentence": "Back to 10."}])
    with (tmp_path / log.EVENTS).open("a") as stream:
        stream.write('{"images": 16, "ki')
    log.cut_back(tmp_path, 10)
    assert [row["images"] for row in log.read_rows(tmp_path)] == [0, 10]
    assert [event["images"] for event in log.read_events(tmp_path)] == [15], "going back is what it tells of"
    log.write_events(tmp_path, [])
    assert log.read_events(tmp_path) == []
    assert (tmp_path / log.EVENTS).read_text() == ""


class FakeWriter:
    """Stands in for SummaryWriter and remembers what it was told."""

    made: list[FakeWriter]

    def __init__(self, folder, purge_step=None):
        self.folder, self.purge_step = folder, purge_step
        self.scalars, self.images, self.texts, self.closed = {}, {}, {}, False
        self.made.append(self)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.closed = True

    def add_scalar(self, name, value, step):
        self.scalars[name] = (value, step)

    def add_image(self, name, pixels, step, dataformats):
        self.images[name] = (pixels.shape, step, dataformats)

    def add_text(self, name, text, step):
        self.texts[name] = (text, step)


@pytest.fixture
def writers(monkeypatch):
    FakeWriter.made = []
    module = ModuleType("torch.utils.tensorboard")
    module.SummaryWriter = FakeWriter
    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", module)
    return FakeWriter.made


def test_tensorboard_hears_scalars_preview_and_events_and_forgets_what_was_undone(run_dir, writers):
    row = log.read_rows(run_dir)[-1] | {"gradient": float("nan")}
    write_tick(run_dir, row, draw_preview(run_dir, 750))
    (writer,) = writers
    assert writer.folder == str(run_dir / "tensorboard")
    assert writer.scalars["scores/fid"] == (14.0, 750)
    assert writer.scalars["terms/loss"][1] == 750
    assert "run/lr" in writer.scalars
    assert "symptoms/diversity" in writer.scalars
    assert "terms/gradient" not in writer.scalars
    assert writer.images["preview"] == ((8, 12, 3), 750, "HWC")
    assert "It grew" in writer.texts["events"][0]
    assert writer.purge_step == 750, "what earlier files say of this moment and later is void"
    assert writer.closed


def test_without_tensorboard_nothing_happens(run_dir, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", None)
    write_tick(run_dir, {"images": 0, "fid": 1.0}, None)
    assert not (run_dir / "tensorboard").exists()
