"""A run that meets numbers that are not finite, or orders through its control file."""

from __future__ import annotations

import copy
import threading

import pytest
import torch

from enhancer.errors import Cancelled
from enhancer.events import NullSink, Preview, Warned
from enhancer.train import loop
from enhancer.train.control import Control
from enhancer.train.moment import Moment
from enhancer.train.monitors.thresholds import FINITE_STEPS
from enhancer.train.recipes.superres import SuperResolution
from enhancer.train.state import Counters, TrainState
from tests.helpers_training import Listener, draw_pictures, same, small_config, train_here


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_pictures(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    monkeypatch.setenv("ENHANCER_MODELS", str(tmp_path / "store"))


def test_the_control_file_stops_and_pauses(data, tmp_path, monkeypatch):
    monkeypatch.setattr("enhancer.train.control.POLL_SECONDS", 0.0)

    class Stopper(Listener):
        def emit(self, event):
            super().emit(event)
            if isinstance(event, Preview) and "32 images" in event.text:
                (tmp_path / "control").write_text("stop\n")

    with pytest.raises(Cancelled, match="control file"):
        train_here(small_config(data), tmp_path, Stopper())
    trained, _ = train_here(small_config(data), tmp_path, Listener())
    assert trained == 64, "the order does not outlive the run that obeyed it"


def test_one_step_that_is_not_finite_is_skipped_and_counted(data, tmp_path, monkeypatch):
    poison(monkeypatch, lambda first: first == 40)
    _, state = train_here(small_config(data), tmp_path, Listener())
    assert state.counters.skipped == 1
    assert state.counters.rollbacks == 0
    assert all(bool(torch.isfinite(p).all()) for p in state.parts.networks["generator"].parameters())


def test_steps_that_stay_broken_roll_back_and_then_stop_with_the_reason(data, tmp_path, monkeypatch):
    config = small_config(data, "max_rollbacks=2", "budget=400")
    poison(monkeypatch, lambda first: first >= 40)
    sink = Listener()
    with pytest.raises(loop.TrainingError, match="2 returns did not help"):
        train_here(config, tmp_path, sink)
    assert len([e for e in sink.of(Warned) if e.code == "rollback"]) == 2


def test_a_rollback_that_helps_lets_the_run_finish(data, tmp_path, monkeypatch):
    calls = {"left": FINITE_STEPS}

    def broken(first):
        calls["left"] -= first >= 40
        return first >= 40 and calls["left"] >= 0

    poison(monkeypatch, broken)
    trained, state = train_here(small_config(data), tmp_path, Listener())
    assert (state.counters.rollbacks, state.counters.knobs) == (1, {"lr": 0.5})
    assert state.counters.images == 96
    assert trained == 96


def poison(monkeypatch, when):
    """Make the targets of chosen batches infinite."""
    batch = SuperResolution.batch

    def poisoned(self, first, count):
        low, high = batch(self, first, count)
        return low, high * float("nan") if when(first) else high

    monkeypatch.setattr(SuperResolution, "batch", poisoned)


@pytest.mark.parametrize("loss", ["mse", "l1"])
def test_a_step_that_is_not_finite_moves_nothing(data, monkeypatch, loss):
    # Under l1 only the loss shows it: the gradient of |x - NaN| is zero.
    recipe = SuperResolution(small_config(data, f"losses=[{{name='{loss}'}}]"), torch.device("cpu"), None)
    recipe.prepare(NullSink())
    state = TrainState(recipe.build(), Counters())
    before = copy.deepcopy(state.collect())
    poison(monkeypatch, lambda first: True)
    terms = recipe.step(state.parts, recipe.batch(0, 4), Moment(decay=0.5))
    assert not bool(torch.isfinite(terms["loss"]))
    assert same(before, state.collect())


def test_the_control_file_pauses_until_it_says_run(tmp_path, monkeypatch):
    monkeypatch.setattr("enhancer.train.control.POLL_SECONDS", 0.01)
    (tmp_path / "control").write_text("pause\n")
    control = Control(tmp_path, NullSink())
    waiting = threading.Thread(target=control.check, daemon=True)
    waiting.start()
    waiting.join(0.2)
    assert waiting.is_alive()
    (tmp_path / "control").write_text("run\n")
    waiting.join(10)
    assert not waiting.is_alive()
