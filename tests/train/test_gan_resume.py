"""A GAN that was stopped anywhere ends with the same bits as one never stopped, and needs every item of its state."""

from __future__ import annotations

import copy

import pytest
import torch

from enhancer.errors import Cancelled
from enhancer.train import log
from enhancer.train.state import Counters, TrainState, checkpoints, read_checkpoint, save_checkpoint
from tests.helpers_gan import differences, draw_classes, gan_here, recipe_of, resume_differences, small_gan
from tests.helpers_training import Listener, same

FIXED = "augment={kind='fixed', probability=0.5, operations=['translation', 'contrast']}"
ADAPTIVE = "augment={kind='adaptive', start=0.1, speed=200, target=0.1, operations=['translation', 'scale']}"
RUNS = {
    "dcgan with fixed augmentation": ("dcgan", FIXED, "conditioning='projection'"),
    "dcgan with adaptive augmentation": ("dcgan", ADAPTIVE),
    "r3gan": ("r3gan", FIXED, "penalties=[{name='r1', weight=0.1, every=3, final=0.01}, {name='r2', weight=0.1}]"),
    "dcgan with shared samples": ("dcgan", FIXED, "shared_fakes=true"),
    "sngan in slices": ("sngan", "discriminator_steps=2", "slices=2", "budget=32", "tick=16"),
}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_classes(tmp_path_factory.mktemp("pictures"))


@pytest.mark.parametrize("name", RUNS)
def test_a_run_that_stopped_anywhere_ends_with_the_same_bits_and_rows(data, tmp_path, name):
    preset, *settings = RUNS[name]
    assert resume_differences(small_gan(data, preset, *settings), tmp_path, stops=[1, 3, 4]) == []
    one, other = (
        [{k: v for k, v in row.items() if k != "images_per_second"} for row in log.read_rows(tmp_path / run)]
        for run in ("straight", "resumed")
    )
    assert one == other


def test_a_difference_is_found_and_named(data, tmp_path):
    config = small_gan(data, "mlp", "budget=16", "tick=8")
    recipe = recipe_of(config)
    _, state = gan_here(config, tmp_path, recipe=recipe)
    one, other = state.collect(), copy.deepcopy(state.collect())
    assert differences(one, other) == []
    other["networks"]["generator"]["last.bias"][0] += 1
    other["counters"]["knobs"] = {"lr": 0.5}
    assert differences(one, other) == ["counters.knobs.lr", "networks.generator.last.bias"]


class Marked:
    """A run whose state has something to lose in every item: half precision, adaptive augmentation, knobs, events."""

    def __init__(self, data, folder):
        monitors = "monitors.names=['finite', 'discriminator', 'plateau']"
        settings = ("budget=72", "tick=24", "judge.metric='kid'", monitors)
        self.config = small_gan(data, "sngan", ADAPTIVE, *settings, "discriminator_steps=1")
        self.recipe = recipe_of(self.config, torch.float16)
        self.folder = folder
        with pytest.raises(Cancelled):
            gan_here(self.config, folder / "stopped", Listener(checks=7), self.recipe)
        self.values = read_checkpoint(checkpoints(folder / "stopped" / "checkpoints")[-1])
        # Marks that a healthy run of ten steps would not have.
        counters, others = self.values["counters"], self.values["others"]
        counters["knobs"] = {"lr": 0.5, "discriminator_lr": 0.1, "augment": 0.5}
        counters["events"] = [{"images": 8, "kind": "rollback", "sentence": "It was sick.", "subject": "scale"}]
        counters |= {"skipped": 3, "rollbacks": 1, "rolled_to": 24, "best": 1e9, "best_images": 8, "started_images": 5}
        others["augment"] = {"probability": 0.4, "disabled": ["scale"]}
        others["monitors"]["spoken"] = ["plateau"]
        others["scaler"] |= {"scale": 1024.0, "_growth_tracker": 7}
        self.expected = self.go_on("whole", self.values).collect()

    def go_on(self, name, values):
        state = TrainState(self.recipe.build(), Counters())
        state.restore(copy.deepcopy(values))
        save_checkpoint(self.folder / name / "checkpoints", state)
        return gan_here(self.config, self.folder / name, recipe=self.recipe)[1]


@pytest.fixture(scope="module")
def marked(data, tmp_path_factory):
    return Marked(data, tmp_path_factory.mktemp("runs"))


ITEMS = [
    ("counters", "images"),
    ("counters", "knobs"),
    ("counters", "events"),
    ("counters", "skipped"),
    ("counters", "rollbacks"),
    ("counters", "rolled_to"),
    ("counters", "best"),
    ("counters", "best_images"),
    ("counters", "started_images"),
    ("networks", "generator", "stem.weight"),
    ("networks", "discriminator", "flat.first_conv.weight"),
    ("networks", "discriminator", "flat.first_conv.spectral.u"),
    ("averages", "generator", "stem.weight"),
    ("optimizers", "generator", "state", 0, "exp_avg_sq"),
    ("optimizers", "discriminator", "state", 0, "exp_avg_sq"),
    ("optimizers", "discriminator", "state", 0, "step"),
    ("others", "augment", "probability"),
    ("others", "augment", "disabled"),
    ("others", "monitors", "spoken"),
    ("others", "monitors", "members", "discriminator", "reference"),
    ("others", "monitors", "members", "discriminator", "steps"),
    ("others", "monitors", "members", "plateau", "best"),
    ("others", "scaler", "scale"),
    ("others", "scaler", "_growth_tracker"),
]


def forget(values, path):
    """Replace one item of a collected state by what a fresh run has, or by noise where that is random."""
    *parents, last = path
    for key in parents:
        values = values[key]
    value = values[last]
    if isinstance(value, torch.Tensor):
        other = torch.randn(value.shape, generator=torch.Generator().manual_seed(1))
        values[last] = torch.nn.functional.normalize(other, dim=0) if last.endswith(".u") else 0.1 * other.abs()
    else:
        values[last] = type(value)()


@pytest.mark.parametrize("path", ITEMS, ids=lambda path: "-".join(map(str, path)))
def test_without_any_one_item_of_the_state_the_result_differs(marked, path):
    values = copy.deepcopy(marked.values)
    forget(values, path)
    assert not same(marked.go_on("-".join(map(str, path)), values).collect(), marked.expected)


def test_the_state_has_no_item_that_nobody_checks_here(marked):
    checked = {path[:2] for path in ITEMS}
    assert set(marked.values) - {"format"} == {path[0] for path in ITEMS}
    for section in ("networks", "averages", "optimizers", "others"):
        assert {(section, name) for name in marked.values[section]} <= checked
    # data warns, stopped ends the run, and the two that a start brings are copied to the card.
    others = {"data", "stopped", "started_from", "start_scores"}
    assert {("counters", name) for name in set(marked.values["counters"]) - others} <= checked


def test_a_run_in_half_precision_goes_on_with_its_scale(data, tmp_path):
    config = small_gan(data, "mlp", "budget=32", "tick=16")
    recipe = recipe_of(config, torch.float16)
    _, straight = gan_here(config, tmp_path / "straight", recipe=recipe)
    with pytest.raises(Cancelled):
        gan_here(config, tmp_path / "stopped", Listener(checks=3), recipe)
    _, resumed = gan_here(config, tmp_path / "stopped", recipe=recipe)
    assert differences(straight.collect(), resumed.collect()) == []
