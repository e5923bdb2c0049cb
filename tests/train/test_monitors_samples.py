"""Monitors that judge what samples look like, collapse and leaks, and when it is too early for either."""

from __future__ import annotations

import pytest

from enhancer.train.configs.gan import AugmentConfig, MonitorConfig, PenaltyConfig
from enhancer.train.monitors.monitor import build_monitors
from tests.helpers_monitors import BUDGET, STUCK, TICK, changed, config, healthy_tick, only, run


@pytest.mark.parametrize("start", [0, 8 * TICK])
@pytest.mark.parametrize(
    "symptom",
    [
        {"mode_entropy": 0.3},
        {"classes_seen": 0.6},
        {"diversity": 0.2},
        {"density": 0.9, "coverage": 0.15},
    ],
    ids=lambda symptom: next(iter(symptom)),
)
def test_samples_of_few_kinds_are_a_collapse(symptom, start):
    finding, images = only(run(config(), tick=changed(healthy_tick, start, **STUCK, **symptom)))
    assert (finding.monitor, finding.knob) == ("collapse", "lr")
    assert images <= max(start + TICK, 5 * TICK)
    assert finding.since < max(start, images)


@pytest.mark.parametrize("key", ["recall", "coverage"])
def test_variety_that_was_there_and_went_is_a_collapse(key):
    finding, images = only(run(config(), tick=changed(healthy_tick, 10 * TICK, **STUCK, density=0.3, **{key: 0.05})))
    assert (finding.monitor, images, finding.since) == ("collapse", 11 * TICK, 9 * TICK)
    assert key in finding.sentence


def test_a_score_that_still_falls_fast_is_no_collapse():
    """A young generator makes few kinds, and those well: density 0.94, coverage 0.12 were measured on digits."""
    few = {"density": 0.94, "coverage": 0.12}
    falling = changed(healthy_tick, **few, fid=lambda _, images: 100 * 0.8 ** (images / TICK))
    settings = config(monitors=MonitorConfig(names=("collapse",)))
    assert run(settings, tick=falling) == []
    assert [one.monitor for one, _ in run(settings, tick=changed(falling, **STUCK))] == ["collapse"]


def test_a_collapse_turns_the_penalty_where_there_is_one():
    settings = config(loss="relativistic", penalties=(PenaltyConfig(name="r1", weight=1.0),))
    finding, _ = only(run(settings, tick=changed(healthy_tick, **STUCK, mode_entropy=0.3)))
    assert (finding.knob, finding.factor) == ("penalty", 2.0)


def test_variety_that_is_coming_back_is_left_alone():
    rising = {4: 0.3, 5: 0.45, 6: 0.6, 7: 0.72}
    tick = changed(healthy_tick, **STUCK, mode_entropy=lambda _, images: rising.get(images // TICK, 0.95))
    assert run(config(monitors=MonitorConfig(patience=100)), tick=tick) == []


def test_an_untrained_generator_has_not_collapsed():
    """Its pictures are all alike, and yet look real: as measured on digits before anything was learned."""
    tick = changed(
        healthy_tick, fid=95.0, precision=1.0, recall=0.0, coverage=0.02, density=1.5, mode_entropy=0.2, diversity=0.1
    )
    found = run(config(batch=20, monitors=MonitorConfig(patience=100)), tick=tick, heal=True)
    assert {one.monitor for one, _ in found} == {"discriminator"}


def test_an_operation_that_leaks_is_named():
    tick = changed(healthy_tick, 6 * TICK, leak_saturation=0.9)
    finding, _ = only(run(config(augment=AugmentConfig(kind="fixed")), tick=tick))
    assert (finding.monitor, finding.knob, finding.subject) == ("leak", "augment", "saturation")
    assert run(config(), tick=tick) == []


def test_samples_of_a_young_generator_look_augmented_and_do_not_leak():
    """FID and score by contrast as measured on digits in a healthy run, and in one that learned recoloured ones."""
    healthy = (123, 92, 72, 55, 44, 36, 34, 32, 31, 29), (0.7, 0.73, 0.89, 0.9, 0.87, 0.67, 0.5, 0.58, 0.5, 0.5)
    leaking = (123, 92, 62, 50, 42, 38, 36, 33, 32, 32), (0.7, 0.73, 0.86, 0.91, 0.92, 0.62, 0.7, 0.72, 0.63, 0.57)
    assert heard_of(*healthy) == []
    assert heard_of(*leaking) == [7]


def heard_of(fids, leaks):
    """Ticks at which the monitor of leaks speaks, sixteen to a budget."""
    settings = config(augment=AugmentConfig(kind="fixed"), monitors=MonitorConfig(names=("leak",)))
    monitors = build_monitors(settings)
    found = []
    for number, (fid, leak) in enumerate(zip(fids, leaks, strict=True)):
        scores = {"fid": fid, "recall": 0.0 if number == 0 else 0.3, "leak_contrast": leak}
        if monitors.tick(scores, number * BUDGET // 16):
            found.append(number)
            monitors.reset()
    return found
