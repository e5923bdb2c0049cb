"""Monitors on simulated runs: what must be caught, what must not, and that a run which goes on decides the same."""

from __future__ import annotations

import itertools
import json

import pytest

from enhancer.errors import SpecError
from enhancer.train.configs.gan import AugmentConfig, MonitorConfig, PenaltyConfig
from enhancer.train.monitors import MONITORS
from enhancer.train.monitors.lasting import Beginning
from enhancer.train.monitors.monitor import Finding, build_monitors
from tests.helpers_monitors import BATCH, BUDGET, STUCK, TICK, changed, config, healthy_step, healthy_tick, only, run

GRADIENT = PenaltyConfig(name="gradient", weight=10.0)


LOSSES = {
    "bce": {},
    "mse": {},
    "hinge": {},
    "relativistic": {"penalties": (PenaltyConfig(name="r1", weight=1.0),)},
    "wasserstein": {"penalties": (GRADIENT,)},
}


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("loss", LOSSES)
def test_a_healthy_run_hears_nothing(loss, seed):
    settings = config(loss=loss, augment=AugmentConfig(kind="fixed"), **LOSSES[loss])
    assert run(settings, seed=seed) == []


def test_a_run_that_starts_well_trained_hears_nothing():
    tick = changed(healthy_tick, fid=lambda rng, _: 5 + 0.3 * rng.random(), precision=0.7, recall=0.5, coverage=0.7)
    assert run(config(monitors=MonitorConfig(patience=100)), tick=tick) == []


def test_a_few_outliers_are_no_verdict():
    def step(rng, images):
        row = healthy_step(rng, images)
        return row | ({"loss_generator": float("nan"), "real_logit": 1e6} if images % 1000 == 0 else {})

    def tick(rng, images):
        row = healthy_tick(rng, images)
        return row | ({"fid": 200.0, "mode_entropy": 0.1, "oversaturated": 0.9} if images == 9 * TICK else {})

    assert run(config(), step, tick) == []


def test_ten_steps_without_finite_numbers_are_told():
    start = 5 * TICK + BATCH
    finding, images = only(run(config(), changed(healthy_step, start, loss_generator=float("nan"))))
    assert (finding.monitor, finding.knob, finding.factor, finding.since) == ("finite", "lr", 0.5, start)
    assert images == start + 9 * BATCH
    assert "loss of the generator" in finding.sentence


def test_samples_that_cannot_be_judged_are_told_at_once():
    finding, images = only(run(config(), tick=changed(healthy_tick, 6 * TICK, fid=float("nan"))))
    assert (finding.monitor, images, finding.since) == ("finite", 6 * TICK, 5 * TICK)


def test_samples_that_get_worse_again_are_a_divergence():
    tick = changed(healthy_tick, 10 * TICK, fid=lambda _, images: 20 + (images - 10 * TICK) / TICK * 20)
    finding, images = only(run(config(), tick=tick))
    assert (finding.monitor, finding.knob) == ("divergence", "lr")
    assert images <= 13 * TICK
    assert "FID" in finding.sentence


def test_pixels_at_the_extremes_are_a_divergence():
    finding, _ = only(run(config(), tick=changed(healthy_tick, 8 * TICK, oversaturated=0.7)))
    assert finding.monitor == "divergence"
    assert "70%" in finding.sentence


def test_critic_scores_that_explode_lower_the_clip_at_least_to_the_published_one():
    step = changed(healthy_step, real_logit=lambda _, images: 1.002 ** (images / 10), fake_logit=0.0)
    for weight, factor in ((1.0, 0.01), (0.05, 0.1), (0.01, 0.1)):
        penalty = PenaltyConfig(name="clip", weight=weight)
        finding, _ = only(run(config(loss="wasserstein", penalties=(penalty,)), step))
        assert (finding.monitor, finding.knob, finding.factor) == ("divergence", "clip", factor)
    finding, _ = only(run(config(loss="wasserstein", penalties=(GRADIENT,)), step))
    assert finding.knob == "discriminator_lr"


def test_critic_scores_may_drift_together():
    step = changed(healthy_step, real_logit=1e6 + 5, fake_logit=1e6, real_sign=1.0, fake_sign=1.0)
    assert run(config(loss="wasserstein", penalties=(GRADIENT,)), step) == []


@pytest.mark.parametrize("loss", ["bce", "mse", "hinge", "relativistic"])
def test_logits_beyond_measure_lower_the_discriminators_rate(loss):
    start = 2 * TICK + BATCH
    step = changed(healthy_step, start, real_logit=300.0, fake_logit=-250.0)
    finding, images = only(run(config(loss=loss, **LOSSES[loss]), step))
    assert (finding.monitor, finding.knob, finding.since) == ("discriminator", "discriminator_lr", start)
    assert finding.factor == 0.1
    assert images < start + 4 * TICK
    wilder, _ = only(run(config(loss=loss, **LOSSES[loss]), changed(healthy_step, start, real_logit=3000.0)))
    assert wilder.factor == pytest.approx(0.01), "two steps at once"


def test_a_discriminator_that_is_certain_and_leaves_no_gradient_is_told():
    step = changed(healthy_step, 4 * TICK, real_sign=1.0, fake_sign=-1.0, gradient_generator=1e-5)
    finding, _ = only(run(config(loss="bce-saturating"), step))
    assert (finding.monitor, finding.knob) == ("discriminator", "discriminator_lr")
    assert "nothing reaches the generator" in finding.sentence


def test_a_certain_discriminator_is_told_only_where_samples_do_not_gain():
    step = changed(healthy_step, 2 * TICK, real_sign=1.0, fake_sign=-1.0)
    assert run(config(), step) == []
    finding, _ = only(run(config(), step, changed(healthy_tick, 2 * TICK, fid=60.0)))
    assert finding.monitor == "discriminator"
    assert "not gained" in finding.sentence


def test_signs_of_logits_near_zero_say_nothing():
    step = changed(healthy_step, real_sign=1.0, fake_sign=1.0, real_logit=0.2, fake_logit=0.1)
    assert run(config(), step) == []


def test_signs_say_nothing_where_a_loss_does_not_compare_with_zero():
    step = changed(healthy_step, real_sign=1.0, fake_sign=1.0)
    assert run(config(loss="mse"), step) == []
    finding, _ = only(run(config(loss="hinge"), step))
    assert (finding.monitor, finding.knob) == ("discriminator", "discriminator_lr")


def test_a_run_that_learns_nothing_is_told():
    tick = changed(healthy_tick, fid=lambda rng, _: 100 + 5 * rng.random(), precision=0.0, density=0.0, coverage=0.0)
    finding, images = only(run(config(batch=20, monitors=MonitorConfig(patience=100)), tick=tick))
    assert (finding.monitor, finding.knob, finding.since) == ("discriminator", "discriminator_lr", 0)
    assert images <= 0.5 * BUDGET


def test_a_run_of_a_few_hundred_steps_need_not_have_learned_anything():
    tick = changed(healthy_tick, fid=lambda rng, _: 100 + 5 * rng.random(), precision=0.0, density=0.0, coverage=0.0)
    assert run(config(monitors=MonitorConfig(patience=100)), tick=tick) == []


def test_a_plateau_lowers_the_rate_once_and_then_ends_the_run():
    tick = changed(healthy_tick, 3 * TICK, fid=12.0)
    found = run(config(monitors=MonitorConfig(patience=4)), tick=tick, heal=True)
    assert [(one.monitor, one.knob, images // TICK) for one, images in found[:2]] == [
        ("plateau", "lr", 7),
        ("plateau", "none", 11),
    ]


def test_a_plateau_is_judged_by_the_chosen_score():
    settings = config(judge={"metric": "recall"}, monitors=MonitorConfig(patience=5))
    tick = changed(healthy_tick, recall=lambda _, images: images / BUDGET)
    assert run(settings, tick=tick) == []
    tick = changed(healthy_tick, recall=lambda _, images: 0.5 - images / BUDGET / 10)
    assert only(run(settings, tick=tick))[0].monitor == "plateau"


def test_going_back_does_not_forget_that_the_rate_was_lowered_for_a_plateau():
    settings = config(monitors=MonitorConfig(patience=2, names=("plateau",)))
    monitors = build_monitors(settings)
    monitors.tick({"fid": 1.0}, TICK)
    kept = json.loads(json.dumps(monitors.state_dict()))
    monitors.tick({"fid": 1.0}, 2 * TICK)
    assert monitors.tick({"fid": 1.0}, 3 * TICK).knob == "lr"
    monitors.load_state_dict(kept)
    monitors.reset()
    monitors.tick({"fid": 1.0}, 2 * TICK)
    assert monitors.tick({"fid": 1.0}, 3 * TICK).knob == "none"


def test_after_a_return_a_run_gets_time_before_the_next_verdict():
    found = run(config(), tick=changed(healthy_tick, 8 * TICK, **STUCK, mode_entropy=0.3), heal=True)
    ticks = [images // TICK for _, images in found]
    assert ticks[0] == 9
    assert all(later - earlier >= 4 for earlier, later in itertools.pairwise(ticks))


def test_where_the_run_must_not_step_in_each_monitor_speaks_once():
    settings = config(monitors=MonitorConfig(heal=False, patience=100))
    tick = changed(healthy_tick, 8 * TICK, **STUCK, mode_entropy=0.3)
    step = changed(healthy_step, 2 * TICK, real_logit=300.0)
    found = run(settings, step, tick, heal=True)
    assert sorted(one.monitor for one, _ in found) == ["collapse", "discriminator"]


def test_of_two_findings_the_cause_is_told():
    monitors = build_monitors(config())
    finding = None
    for number in range(200):
        finding = monitors.step({"loss_generator": 1e5, "real_logit": 1e5, "fake_logit": 0.0}, number) or finding
        if finding:
            break
    assert finding.monitor == "discriminator"


@pytest.mark.parametrize("cut", [1, 5, 9, 10])
def test_a_run_that_goes_on_from_its_state_finds_the_same_at_the_same_image(cut):
    tick = changed(healthy_tick, 9 * TICK, recall=0.02, coverage=0.05, density=0.2)
    whole = build_monitors(config())
    expected = run(config(), tick=tick, monitors=whole)
    first = build_monitors(config())
    assert run(config(), tick=tick, monitors=first, last=cut - 1) == []
    second = build_monitors(config())
    second.load_state_dict(json.loads(json.dumps(first.state_dict())))
    assert run(config(), tick=tick, monitors=second, first=cut - 1, fresh=False) == expected
    assert second.state_dict() == whole.state_dict()


def test_every_monitor_starts_afresh_and_only_those_asked_for_watch():
    for name in MONITORS:
        monitor = MONITORS.get(name)(config())
        assert monitor.name == name
        assert monitor.step({}, BATCH) is None
        json.dumps(monitor.state_dict())
    few = build_monitors(config(monitors=MonitorConfig(names=("leak", "finite"))))
    assert [member.name for member in few.members] == ["finite", "leak"]
    with pytest.raises(SpecError, match="collapse"):
        build_monitors(config(monitors=MonitorConfig(names=("colapse",))))
    with pytest.raises((KeyError, TypeError)):
        few.load_state_dict(build_monitors(config(monitors=MonitorConfig(names=("plateau",)))).state_dict())


def test_a_finding_is_a_value():
    assert Finding("leak", "Seen.", "augment", 0.5) == Finding("leak", "Seen.", "augment", 0.5, None, "")


def test_collapse_is_told_before_the_score_that_it_spoils():
    spoiled = changed(healthy_tick, 8 * TICK, fid=99.0, classes_seen=0.2, mode_entropy=0.3)
    watched = run(config(), tick=spoiled)
    assert [finding.monitor for finding, _ in watched][:1] == ["collapse"]


def test_a_return_to_before_anything_was_learned_begins_anew():
    memory = Beginning()
    ticks = ((0, 100.0), (10, 90.0), (20, 40.0))
    assert [memory.has_begun({"fid": fid, "recall": 0.0}, images) for images, fid in ticks] == [False, False, True]
    again = Beginning(**memory.kept())
    assert again.has_begun({"fid": 95.0}, 30)
    assert not Beginning(**memory.kept()).has_begun({"fid": 95.0}, 10)
