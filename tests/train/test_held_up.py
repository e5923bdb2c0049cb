"""A training whose threads wait for other programs says so, once, and says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from enhancer.events import Warned
from enhancer.runtime import waiting
from enhancer.runtime.device import set_threads
from enhancer.train import held_up as module
from enhancer.train import loop
from enhancer.train.held_up import WINDOW, HeldUp
from tests.helpers_gan import draw_classes, gan_here, small_gan
from tests.helpers_training import Listener

ROOT = Path(__file__).resolve().parents[2]
NET = torch.nn.Linear(2, 2)
# Two threads that work together on one processor: each waits while the other runs.
SHARING = """
import os, time, torch
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
torch.set_num_threads(2)
from enhancer.runtime.waiting import thread_seconds
a, began = torch.randn(700, 700), time.monotonic()
while time.monotonic() - began < 1.5:
    a @ a
print(*map(sum, zip(*thread_seconds().values())))
"""


@pytest.fixture
def two_threads():
    before = torch.get_num_threads()
    set_threads(2)
    yield
    set_threads(before)


def heard(monkeypatch, *seconds, networks=(NET,)):
    """What is said over windows at whose ends the threads ran and waited so long."""
    given = iter(seconds)
    monkeypatch.setattr(module, "thread_seconds", lambda: {"1": next(given)})
    watch = HeldUp(networks)
    return [watch.look(number * WINDOW) for number in range(len(seconds))]


@pytest.mark.usefixtures("two_threads")
def test_threads_that_wait_half_of_their_time_are_told_of_once_with_the_remedy(monkeypatch):
    first, second, third, fourth = heard(monkeypatch, (90.0, 50.0), (150.0, 51.0), (180.0, 81.0), (210.0, 111.0))
    assert first is None, "what was before the training does not count"
    assert second is None, "a fiftieth is what any machine takes"
    assert isinstance(third, Warned)
    assert third.code == "held-up"
    assert "its 2 threads wait 50% of their time" in third.message
    assert "--threads 1" in third.message
    assert fourth is None


@pytest.mark.usefixtures("two_threads")
def test_nothing_is_decided_before_the_window_is_over_or_where_the_system_does_not_count(monkeypatch):
    watch = HeldUp([NET])
    monkeypatch.setattr(module, "thread_seconds", iter([{"1": (1.0, 0.0)}, {"1": (2.0, 9.0)}]).__next__)
    assert [watch.look(now) for now in (0.0, WINDOW / 2, WINDOW - 1)] == [None] * 3
    assert watch.look(WINDOW + 1) is not None
    watch = HeldUp([NET])
    monkeypatch.setattr(module, "thread_seconds", dict)
    assert [watch.look(0.0), watch.look(WINDOW)] == [None, None]


@pytest.mark.usefixtures("two_threads")
def test_threads_that_begin_or_end_meanwhile_do_not_count(monkeypatch):
    looks = [{"1": (9.0, 0.0), "2": (50.0, 8.0)}, {"1": (30.0, 0.5), "3": (1.0, 20.0)}, {"1": (30.0, 0.5)}]
    monkeypatch.setattr(module, "thread_seconds", iter(looks).__next__)
    watch = HeldUp([NET])
    assert [watch.look(number * WINDOW) for number in range(3)] == [None] * 3


@pytest.mark.usefixtures("two_threads")
def test_a_single_thread_and_a_gpu_are_left_in_peace(monkeypatch):
    elsewhere = torch.nn.Linear(2, 2, device="meta")
    assert heard(monkeypatch, (0.0, 0.0), (1.0, 9.0), networks=(elsewhere,)) == [None, None]
    set_threads(1)
    assert heard(monkeypatch, (0.0, 0.0), (1.0, 9.0)) == [None, None]


def test_the_training_says_what_was_found(monkeypatch, tmp_path):
    warned = Warned("Held up.", "held-up")
    monkeypatch.setattr(loop, "REPORT_SECONDS", 0.0)
    monkeypatch.setattr(HeldUp, "look", lambda self, now: warned)
    sink = Listener()
    gan_here(small_gan(draw_classes(tmp_path / "pictures"), "mlp"), tmp_path / "run", sink)
    assert warned in sink.of(Warned)


@pytest.mark.skipif(not waiting.TASKS.exists(), reason="only Linux counts it")
def test_the_system_really_counts_how_long_threads_wait():
    done = subprocess.run([sys.executable, "-c", SHARING], capture_output=True, check=True, cwd=ROOT, env=os.environ)
    ran, waited = map(float, done.stdout.split())
    assert waited > 0.25 * (ran + waited)


def test_a_system_that_does_not_count_is_no_error(monkeypatch, tmp_path):
    monkeypatch.setattr(waiting, "TASKS", tmp_path)
    assert waiting.thread_seconds() == {}
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "schedstat").write_text("no numbers")
    assert waiting.thread_seconds() == {}
