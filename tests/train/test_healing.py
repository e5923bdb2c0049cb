"""A run that a monitor objects to: it goes back, turns one knob, says so and goes on; or it ends with the reason."""

from __future__ import annotations

import json

import pytest
import torch

from enhancer.errors import Cancelled
from enhancer.events import Warned
from enhancer.models.file import read_model
from enhancer.train import healing, log
from enhancer.train.healing import TrainingError
from enhancer.train.monitors.monitor import Finding, Monitors
from enhancer.train.monitors.thresholds import FINITE_STEPS
from enhancer.train.recipes.gan import augmentation_of
from enhancer.train.state import checkpoints, read_checkpoint
from tests.helpers_gan import differences, draw_classes, gan_here, poison, recipe_of, small_gan
from tests.helpers_training import Listener

FINITE = "monitors.names=['finite']"
SHORT = ("budget=96", "tick=32", FINITE)
LONG = ("budget=192", "tick=64", FINITE)
"""Long enough for as many broken steps as the monitor waits for, with a checkpoint before and one among them."""
AUGMENTED = "augment={kind='fixed', probability=0.8, operations=['translation', 'contrast']}"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_classes(tmp_path_factory.mktemp("pictures"))


def find(monkeypatch, finding, when, kind="tick", times=1):
    """Make the monitors object at chosen numbers of images, so many times in this process."""
    said = {"left": times}
    real = getattr(Monitors, kind)

    def found(self, values, images):
        if when(images) and said["left"]:
            said["left"] -= 1
            return finding
        return real(self, values, images)

    monkeypatch.setattr(Monitors, kind, found)


def sick_from(images, steps=FINITE_STEPS):
    """A condition for `poison`: true from so many images on, for so many steps of this process."""
    left = {"steps": steps}

    def when(first):
        if first < images or not left["steps"]:
            return False
        left["steps"] -= 1
        return True

    return when


def test_numbers_that_are_none_lead_back_to_the_checkpoint_and_to_a_lower_rate(data, tmp_path, monkeypatch):
    poison(monkeypatch, sick_from(72))
    sink = Listener()
    trained, state = gan_here(small_gan(data, "mlp", *LONG, "optimizer.lr=1e-3"), tmp_path, sink)
    counters = state.counters
    assert (counters.images, counters.rollbacks, counters.rolled_to) == (192, 1, 64)
    assert counters.knobs == {"lr": 0.5}
    assert all(group["lr"] == 5e-4 for one in state.parts.optimizers.values() for group in one.param_groups)
    assert all(bool(torch.isfinite(p).all()) for p in state.parts.networks["generator"].parameters())
    (event,) = counters.events
    assert (event["kind"], event["monitor"], event["knob"], event["value"]) == ("rollback", "finite", "lr", 0.5)
    assert event["sentence"] == (
        f"{FINITE_STEPS} steps in a row gave no finite loss. Back to 64 images, lr times 0.5 (now 0.5)."
    )
    assert log.read_events(tmp_path) == [event]
    assert [warned.message for warned in sink.of(Warned) if warned.code == "rollback"] == [event["sentence"]]
    assert [row["images"] for row in log.read_rows(tmp_path)] == [0, 64, 128, 192]
    assert trained == 192


def test_single_steps_without_finite_numbers_are_left_out_and_counted(data, tmp_path, monkeypatch):
    poison(monkeypatch, lambda first: first in (16, 48))
    _, state = gan_here(small_gan(data, "mlp", *SHORT), tmp_path)
    assert (state.counters.skipped, state.counters.rollbacks, state.counters.events) == (2, 0, [])


def test_after_a_return_the_run_resumes_to_the_same_bits(data, tmp_path, monkeypatch):
    config = small_gan(data, "mlp", *LONG)
    recipe = recipe_of(config)
    with monkeypatch.context() as patch:
        poison(patch, sick_from(72))
        _, straight = gan_here(config, tmp_path / "straight", recipe=recipe)
    with monkeypatch.context() as patch:
        poison(patch, sick_from(72))
        # Steps of which the last is the second after the return to 64 images.
        with pytest.raises(Cancelled):
            gan_here(config, tmp_path / "stopped", Listener(checks=9 + FINITE_STEPS + 2), recipe)
    assert log.read_events(tmp_path / "stopped") == straight.counters.events
    _, resumed = gan_here(config, tmp_path / "stopped", recipe=recipe)
    assert differences(straight.collect(), resumed.collect()) == []


def test_returns_are_bounded_and_go_further_back_each_time(data, tmp_path, monkeypatch):
    poison(monkeypatch, lambda first: first >= 136)
    sink = Listener()
    config = small_gan(data, "mlp", "budget=256", "tick=64", FINITE, "max_rollbacks=2")
    with pytest.raises(TrainingError, match=r"steps in a row gave no finite loss.* 2 returns did not help") as error:
        gan_here(config, tmp_path, sink)
    assert "optimizer.lr" in error.value.hint
    events = log.read_events(tmp_path)
    assert [event["kind"] for event in events] == ["rollback", "rollback", "stopped"]
    assert "Back to 128 images" in events[0]["sentence"]
    assert "Back to 0 images" in events[1]["sentence"], "the same place again would end the same way"
    assert events[1]["sentence"].endswith("lr times 0.5 (now 0.25).")
    assert events[2]["sentence"].endswith("2 returns did not help.")
    newest = read_checkpoint(checkpoints(tmp_path / "checkpoints")[-1])
    assert newest["counters"]["images"] < events[2]["images"], "nothing of the sick end is kept"
    with pytest.raises(TrainingError):
        gan_here(config, tmp_path)
    assert log.read_events(tmp_path) == events, "the same command finds the same"


def test_a_first_tick_that_cannot_be_judged_leaves_a_place_to_go_back_to(data, tmp_path, monkeypatch):
    find(monkeypatch, Finding("finite", "Nothing is finite.", "lr", 0.5), lambda images: images == 0)
    poison(monkeypatch, sick_from(8))
    _, state = gan_here(small_gan(data, "mlp", *LONG), tmp_path)
    assert (state.counters.rollbacks, state.counters.rolled_to, state.counters.images) == (1, 0, 192)


def test_a_finding_without_a_knob_ends_the_run_in_good_order(data, tmp_path, monkeypatch):
    find(monkeypatch, Finding("plateau", "It got no better.", "none", 1.0), lambda images: images == 64)
    sink = Listener()
    config = small_gan(data, "mlp", *SHORT)
    trained, state = gan_here(config, tmp_path, sink)
    assert (trained, state.counters.stopped) == (64, "It got no better.")
    assert [event["kind"] for event in log.read_events(tmp_path)] == ["stopped"]
    assert sink.of(Warned)[-1].message == "It got no better. The run ends here."
    assert (tmp_path / "best.safetensors").is_file()
    trained, state = gan_here(config, tmp_path)
    assert (trained, state.counters.stopped) == (0, "It got no better."), "the same command does not go on"


@pytest.mark.parametrize("kind", ["step", "tick"])
def test_where_the_run_must_not_step_in_a_finding_is_told_once_and_changes_nothing(data, tmp_path, monkeypatch, kind):
    config = small_gan(data, "mlp", *SHORT, "monitors.heal=false")
    recipe = recipe_of(config)
    _, untold = gan_here(config, tmp_path / "untold", recipe=recipe)
    finding = Finding("collapse", "All look alike.", "penalty", 2.0)
    at = 32 if kind == "tick" else 40
    find(monkeypatch, finding, lambda images: images == at, kind)
    sink = Listener()
    _, told = gan_here(config, tmp_path / "told", sink, recipe)
    assert [warned.code for warned in sink.of(Warned)] == ["finding"]
    assert [event["sentence"] for event in log.read_events(tmp_path / "told")] == ["All look alike."]
    assert set(differences(untold.collect(), told.collect())) == {"counters.events"}
    kept = [read_checkpoint(path) for path in checkpoints(tmp_path / "told" / "checkpoints")]
    assert [values["counters"]["images"] for values in kept] == [0, 64, 96]


def test_numbers_that_stay_broken_without_healing_are_told_once(data, tmp_path, monkeypatch):
    poison(monkeypatch, lambda first: first >= 8)
    _, state = gan_here(small_gan(data, "mlp", FINITE, "budget=160", "tick=80", "monitors.heal=false"), tmp_path)
    assert [event["kind"] for event in state.counters.events] == ["finding"]
    assert (state.counters.images, state.counters.skipped, state.counters.rollbacks) == (160, 19, 0)


def test_an_operation_that_leaks_is_switched_off_for_good(data, tmp_path, monkeypatch):
    leak = Finding("leak", "Contrast leaks.", "augment", 0.5, 32, "contrast")
    other = Finding("collapse", "All look alike.", "lr", 0.5, 0)
    config = small_gan(data, "mlp", *SHORT, AUGMENTED)
    recipe = recipe_of(config)
    find(monkeypatch, leak, lambda images: images == 64)
    with pytest.raises(Cancelled):
        gan_here(config, tmp_path, Listener(checks=9), recipe)
    _, state = gan_here(config, tmp_path, recipe=recipe)
    assert augmentation_of(state.parts).disabled == {"contrast"}
    assert state.counters.knobs == {"augment": 0.5}
    row = log.read_rows(tmp_path)[-1]
    assert row["augment_probability"] == pytest.approx(0.4)
    # A later return to a checkpoint from before the leak does not switch it on again.
    longer = tmp_path / "longer"
    find(monkeypatch, leak, lambda images: images == 64)
    find(monkeypatch, other, lambda images: images == 96)
    _, state = gan_here(config, longer, recipe=recipe)
    assert [event["monitor"] for event in state.counters.events] == ["leak", "collapse"]
    assert state.counters.rolled_to == 0
    assert augmentation_of(state.parts).disabled == {"contrast"}


def test_a_knob_of_a_penalty_or_of_one_player_reaches_the_step(data, tmp_path, monkeypatch):
    config = small_gan(data, "resgan", *SHORT, "budget=64", "penalties=[{name='r1', weight=0.3}]")
    recipe = recipe_of(config)
    seen = []
    weight = "enhancer.train.adversarial.players._weight"
    monkeypatch.setattr(weight, lambda penalty, moment: seen.append(moment.knob("penalty")) or penalty.weight)
    find(monkeypatch, Finding("collapse", "All look alike.", "penalty", 2.0), lambda images: images == 32)
    gan_here(config, tmp_path / "penalty", recipe=recipe)
    assert seen == [1.0] * 4 + [2.0] * 8, "from the start, before which there is no checkpoint"
    find(monkeypatch, Finding("discriminator", "It is sure.", "discriminator_lr", 0.1), lambda images: images == 64)
    _, state = gan_here(config, tmp_path / "rate", recipe=recipe)
    rates = {name: one.param_groups[0]["lr"] for name, one in state.parts.optimizers.items()}
    assert rates["discriminator"] == pytest.approx(0.1 * rates["generator"])


def test_the_best_weights_survive_a_return(data, tmp_path, monkeypatch):
    config = small_gan(data, "mlp", *SHORT)
    recipe = recipe_of(config)
    scores = iter([9.0, 8.0, 1.0, 5.0, 5.0, 5.0])
    judged = type(recipe).evaluate
    monkeypatch.setattr(type(recipe), "evaluate", lambda self, parts: {**judged(self, parts), "fid": next(scores)})
    find(monkeypatch, Finding("collapse", "All look alike.", "lr", 0.5, 32), lambda images: images == 64)
    best = {}
    done = healing._roll_back

    def spied(*arguments):
        best["weights"] = (tmp_path / "best.safetensors").read_bytes()
        done(*arguments)

    monkeypatch.setattr(healing, "_roll_back", spied)
    _, state = gan_here(config, tmp_path, recipe=recipe)
    assert (state.counters.best, state.counters.best_images) == (-1.0, 64)
    assert (tmp_path / "best.safetensors").read_bytes() == best["weights"]
    info, _ = read_model(tmp_path / "best.safetensors")
    assert (info.metrics[0].metric, info.metrics[0].value, info.images_seen) == ("fid", 1.0, 64)


def test_a_return_tells_the_page_and_every_line_of_the_log_is_whole(data, tmp_path, monkeypatch):
    poison(monkeypatch, sick_from(72))
    gan_here(small_gan(data, "mlp", *LONG), tmp_path)
    lines = (tmp_path / "events.jsonl").read_text().splitlines()
    assert [json.loads(line)["images"] for line in lines] == [144]
    assert "Back to 64 images" in (tmp_path / "index.html").read_text()
