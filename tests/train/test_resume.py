"""Going on with a run is the same command, and gives the same bits as never having stopped."""

from __future__ import annotations

import copy

import pytest
import torch

from enhancer.errors import Cancelled
from enhancer.events import Metric, Warned
from enhancer.train import log
from enhancer.train.state import CheckpointError, checkpoints, load_latest, read_checkpoint
from tests.helpers_training import Listener, draw_pictures, same, small_config, train_here


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_pictures(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def straight(data, tmp_path_factory):
    """A run that was never stopped."""
    run_dir = tmp_path_factory.mktemp("straight")
    trained, state = train_here(small_config(data), run_dir, Listener())
    assert trained == 96
    return state.collect(), log.read_rows(run_dir)


@pytest.mark.parametrize("stop_after", [1, 5, 8, 13, 23])
def test_a_run_that_stopped_anywhere_ends_with_the_same_bits(data, straight, tmp_path, stop_after):
    config = small_config(data)
    with pytest.raises(Cancelled):
        train_here(config, tmp_path, Listener(checks=stop_after))
    trained, state = train_here(config, tmp_path, Listener())
    assert trained == 96 - 4 * stop_after, "only the remaining images are trained"
    expected, rows = straight
    assert same(state.collect(), expected)
    timeless = [{k: v for k, v in row.items() if k != "images_per_second"} for row in log.read_rows(tmp_path)]
    assert timeless == [{k: v for k, v in row.items() if k != "images_per_second"} for row in rows]


def test_rows_that_no_checkpoint_stands_behind_are_written_anew(data, straight, tmp_path):
    config = small_config(data)
    with pytest.raises(Cancelled):
        train_here(config, tmp_path, Listener(checks=10))
    for images in (64, 96):  # as if killed between the row and its checkpoint
        log.append_row(tmp_path, {"images": images, "psnr_y": 0.0})
    train_here(config, tmp_path, Listener())
    assert [row["images"] for row in log.read_rows(tmp_path)] == [row["images"] for row in straight[1]]
    assert all(row["psnr_y"] > 0 for row in log.read_rows(tmp_path))


def test_a_finished_run_trains_nothing_more(data, tmp_path):
    config = small_config(data)
    train_here(config, tmp_path, Listener())
    trained, _ = train_here(config, tmp_path, Listener())
    assert trained == 0


def forget(values, path):
    """Replace one item of a collected state by what a fresh run has."""
    *parents, last = path
    for key in parents:
        values = values[key]
    value = values[last]
    if isinstance(value, torch.Tensor):
        values[last] = torch.zeros_like(value)
    elif isinstance(value, dict):
        values[last] = {}
    else:
        values[last] = type(value)(0)


STATE_ITEMS = [
    ("counters", "images"),
    ("networks", "generator", "convs.1.weight"),
    ("networks", "generator", "convs.1.squeeze"),
    ("networks", "generator", "convs.0.bias"),
    ("networks", "generator", "convs.0.edge_gain"),
    ("networks", "generator", "convs.0.expand"),
    ("averages", "generator", "convs.1.weight"),
    ("optimizers", "generator", "state", 0, "exp_avg"),
    ("optimizers", "generator", "state", 0, "exp_avg_sq"),
    ("optimizers", "generator", "state", 0, "step"),
]


@pytest.mark.parametrize("path", STATE_ITEMS, ids=lambda path: "-".join(map(str, path)))
def test_without_any_one_item_of_the_state_the_result_differs(data, straight, tmp_path, path):
    from enhancer.train.recipes.superres import SuperResolution
    from enhancer.train.state import Counters, TrainState, save_checkpoint

    config = small_config(data)
    with pytest.raises(Cancelled):
        train_here(config, tmp_path, Listener(checks=9))
    folder = tmp_path / "checkpoints"
    values = copy.deepcopy(read_checkpoint(checkpoints(folder)[-1]))
    forget(values, path)
    recipe = SuperResolution(config, torch.device("cpu"), None)
    recipe.prepare(Listener())
    state = TrainState(recipe.build(), Counters())
    state.restore(values)
    for old in checkpoints(folder):
        old.unlink()
    save_checkpoint(folder, state)
    _, resumed = train_here(config, tmp_path, Listener())
    assert not same(resumed.collect(), straight[0])


def test_the_best_score_so_far_is_remembered(data, tmp_path):
    from enhancer.train.recipes.superres import SuperResolution
    from enhancer.train.state import Counters, TrainState, save_checkpoint

    recipe = SuperResolution(small_config(data), torch.device("cpu"), None)
    recipe.prepare(Listener())
    state = TrainState(recipe.build(), Counters(images=64, best=99.0, best_images=32))
    save_checkpoint(tmp_path / "checkpoints", state)
    _, resumed = train_here(small_config(data), tmp_path, Listener())
    assert (resumed.counters.best, resumed.counters.best_images) == (99.0, 32)
    assert not (tmp_path / "best.safetensors").exists(), "nothing worse replaces the best"


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "zeros"])
def test_a_damaged_newest_checkpoint_falls_back_to_the_one_before_aloud(data, straight, tmp_path, damage):
    config = small_config(data)
    with pytest.raises(Cancelled):
        train_here(config, tmp_path, Listener(checks=18))
    newest = checkpoints(tmp_path / "checkpoints")[-1]
    content = bytearray(newest.read_bytes())
    if damage == "flip":
        content[len(content) // 2] ^= 1
    content = {"cut": content[:-100], "flip": content, "empty": b"", "zeros": bytes(len(content))}[damage]
    newest.write_bytes(bytes(content))
    sink = Listener()
    trained, state = train_here(config, tmp_path, sink)
    assert trained == 96 - 64
    assert any("Going back" in event.message for event in sink.of(Warned))
    assert same(state.collect(), straight[0])


def test_a_run_whose_every_checkpoint_is_damaged_is_refused(data, tmp_path):
    config = small_config(data)
    train_here(config, tmp_path, Listener())
    for path in checkpoints(tmp_path / "checkpoints"):
        path.write_bytes(b"gone")
    with pytest.raises(CheckpointError, match="No checkpoint"):
        train_here(config, tmp_path, Listener())


def test_a_checkpoint_of_another_network_is_refused(data, tmp_path):
    train_here(small_config(data), tmp_path, Listener())
    other = small_config(data, "network.arguments={scale=2, channels=7, depth=1}")
    with pytest.raises(CheckpointError, match="does not fit"):
        train_here(other, tmp_path, Listener())


def test_the_first_and_the_newest_two_checkpoints_are_kept(data, tmp_path):
    _, state = train_here(small_config(data), tmp_path, Listener())
    kept = checkpoints(tmp_path / "checkpoints")
    assert [path.name for path in kept] == [f"images-{images:012d}.state" for images in (0, 64, 96)]
    assert load_latest(tmp_path / "checkpoints", state)[0]


def test_rows_written_after_the_checkpoint_are_written_again_once(data, tmp_path):
    config = small_config(data)
    sink = Listener(checks=10)
    with pytest.raises(Cancelled):
        train_here(config, tmp_path, sink)
    with (tmp_path / log.NAME).open("a") as stream:
        stream.write('{"images": 64, "loss": 1}\n{"images": 96, "lo')
    train_here(config, tmp_path, Listener())
    assert [row["images"] for row in log.read_rows(tmp_path)] == [0, 32, 64, 96]
    assert len(sink.of(Metric)) == 2
