"""What the loop and the superres recipe promise, on runs of a second."""

from __future__ import annotations

import tomllib
from itertools import pairwise

import pytest
import torch
from PIL import Image

from enhancer.errors import Cancelled, OutputInUse, SpecError
from enhancer.events import NullSink, Warned
from enhancer.files.lock import OutputLock
from enhancer.jobs import run
from enhancer.jobs.train import TrainJob
from enhancer.models.model import open_model
from enhancer.models.store import user_folder
from enhancer.train import export, log
from enhancer.train.losses import LOSSES
from enhancer.train.moment import Moment
from enhancer.train.optimizers import OPTIMIZERS
from enhancer.train.plan import Speed, plan_training
from enhancer.train.preset import load_preset, presets
from enhancer.train.recipes.superres import SuperResolution
from enhancer.train.schedule import ema_decay, learning_rate_factor
from tests.helpers_models import save_random_model
from tests.helpers_training import Listener, draw_pictures, run_small, small_config, train_here


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_pictures(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    monkeypatch.setenv("ENHANCER_MODELS", str(tmp_path / "store"))


@pytest.mark.parametrize("name", presets())
def test_every_preset_is_valid_and_goes_to_toml_and_back(name):
    config = load_preset(name)
    assert type(config).from_toml(config.to_toml()) == config
    assert config.name == name


@pytest.mark.parametrize(
    ("override", "words"),
    [
        ("optimzer.lr=1", "Did you mean 'optimizer'"),
        ("optimizer.lrr=1", "Did you mean 'lr'"),
        ("optimizer.lr='fast'", "optimizer.lr"),
        ("optimizer.lr=-1", "greater than 0"),
        ("nonsense", "name=value"),
        ("schedule.warmup=100000000", "longer than the run"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_named(override, words):
    with pytest.raises(SpecError, match=words):
        load_preset("quick-x2", [override])


@pytest.mark.parametrize("name", list(LOSSES))
def test_every_loss_is_zero_at_equality_finite_and_has_a_gradient(name):
    loss = LOSSES.get(name)
    target = torch.rand(2, 3, 8, 8)
    assert float(loss(target, target)) == pytest.approx(0, abs=1e-7)
    prediction = (target + 0.1).requires_grad_()
    value = loss(prediction, target)
    value.backward()
    assert value.dtype == torch.float32
    assert prediction.grad is not None
    assert bool(torch.isfinite(prediction.grad).all())
    assert float(prediction.grad.abs().sum()) > 0


@pytest.mark.parametrize("name", list(OPTIMIZERS))
def test_every_optimizer_lowers_the_loss(data, name):
    rate = {"sgd": "1e-2", "rmsprop": "3e-4"}.get(name, "2e-3")
    recipe = SuperResolution(
        small_config(data, f"optimizer.name='{name}'", f"optimizer.lr={rate}"), torch.device("cpu"), None
    )
    recipe.prepare(NullSink())
    parts, batch = recipe.build(), recipe.batch(0, 8)
    losses = [float(recipe.step(parts, batch, Moment(decay=0.5))["loss"]) for _ in range(40)]
    assert max(losses[-5:]) < losses[0]


def test_losses_add_up_with_their_weights(data):
    config = small_config(data, "losses=[{name='l1', weight=1.0}, {name='fft', weight=0.05}]")
    recipe = SuperResolution(config, torch.device("cpu"), None)
    recipe.prepare(NullSink())
    terms = recipe.step(recipe.build(), recipe.batch(0, 2), Moment())
    assert float(terms["loss"]) == pytest.approx(float(terms["l1"]) + 0.05 * float(terms["fft"]), rel=1e-5)


def test_the_rate_warms_up_and_falls_to_its_floor(data):
    config = small_config(data).schedule
    rates = [learning_rate_factor(config, n, 96) for n in range(97)]
    assert rates[0] == pytest.approx(1 / 8)
    assert rates[8] == max(rates) == 1
    assert rates[-1] == pytest.approx(config.final)
    assert all(a >= b for a, b in pairwise(rates[8:]))


def test_the_average_forgets_half_in_its_half_life(data):
    config = small_config(data).ema
    assert ema_decay(config, 10**9, 64) == pytest.approx(0.5)
    assert ema_decay(config, 0, 64) == 0


def test_a_run_leaves_its_configuration_log_previews_and_model(data, tmp_path):
    report = run_small(tmp_path, small_config(data))
    run_dir = tmp_path / "run"
    frozen = tomllib.loads((run_dir / "config.toml").read_text())
    assert frozen["config"]["budget"] == 96
    with Image.open(sorted((run_dir / "previews").iterdir())[-1]) as preview:
        assert preview.size[0] == 3 * 192
    model = open_model(run_dir / export.BEST)
    assert model.info.images_seen == report.items[0].facts["best_at"] > 0
    assert model.info.recipe["optimizer"]["lr"] == 2e-3
    assert str(data) not in str(model.info.to_mapping()), "no path of this machine goes into a model"


def test_going_on_from_a_model_adds_up_the_images_it_has_seen(data, tmp_path):
    start = save_random_model(tmp_path, "start", channels=6, depth=1, images_seen=1000)
    report = run_small(tmp_path, small_config(data), start=str(start))
    model = open_model(tmp_path / "run" / export.BEST)
    assert model.info.images_seen == 1000 + report.items[0].facts["best_at"]
    assert len(model.info.started_from) == 64


def test_curve_and_recipe_of_a_second_stage_tell_the_whole_way(data, tmp_path):
    first = run_small(tmp_path, small_config(data, "budget=64", "tick=32", "optimizer.lr=5e-3"), force=True)
    middle = open_model("small").info
    config = small_config(data, "budget=32", "tick=32", "name='second'")
    job = TrainJob(run_dir=str(tmp_path / "second"), config=config, start="small", force=True)
    run(job)
    rows = log.read_rows_of(user_folder() / "second.curve.jsonl")
    images = [row["images"] for row in rows]
    assert images == sorted(images)
    assert images[0] == 0
    assert images[-1] == middle.images_seen + 32
    stages = tomllib.loads((user_folder() / "second.recipe.toml").read_text())["stages"]
    assert [stage["images_before"] for stage in stages] == [0, middle.images_seen]
    assert [stage["name"] for stage in stages] == ["small", "second"]
    larger = small_config(
        data, "budget=32", "tick=32", "name='larger'", "network.arguments={scale=3, channels=6, depth=1}"
    )
    run(TrainJob(run_dir=str(tmp_path / "larger"), config=larger, start="second", force=True))
    rows = log.read_rows_of(user_folder() / "larger.curve.jsonl")
    assert [row["images"] - rows[0]["images"] for row in rows] == [0, 32], "another scale's scores mean something else"
    assert len(tomllib.loads((user_folder() / "larger.recipe.toml").read_text())["stages"]) == 3
    assert first.items[0].facts["published"].endswith("small.safetensors")


def test_a_loser_is_not_published_unless_forced_and_carries_a_badge(data, tmp_path):
    config = small_config(data, "budget=8", "tick=8", "optimizer.lr=1.0")
    report = run_small(tmp_path, config)
    assert "Not published" in report.items[0].facts["verdict"]
    assert not (user_folder() / "small.safetensors").exists()
    run_small(tmp_path, config, force=True)
    assert open_model("small").info.verdict == "worse"


def test_a_winner_is_in_the_store_at_once(data, tmp_path):
    config = small_config(data, "budget=1600", "batch=8", "tick=800", "schedule.warmup=80", "optimizer.lr=6e-3")
    report = run_small(tmp_path, config)
    info = open_model("small").info
    assert info.verdict == "better", report.items[0].facts["verdict"]
    assert info.metrics[0].value > (info.metrics[0].bicubic or 0)


def test_another_configuration_in_the_same_folder_is_refused_with_the_difference(data, tmp_path):
    run_small(tmp_path, small_config(data, "budget=8", "tick=8"))
    with pytest.raises(SpecError, match=r"optimizer\.lr: 0\.002 became 0\.1"):
        run_small(tmp_path, small_config(data, "budget=8", "tick=8", "optimizer.lr=0.1"))


def test_a_second_trainer_in_the_same_folder_is_refused(data, tmp_path):
    (tmp_path / "run").mkdir()
    with OutputLock(tmp_path / "run"), pytest.raises(OutputInUse):
        run_small(tmp_path, small_config(data))


def test_changed_training_pictures_are_noticed(data, tmp_path):
    copy = draw_pictures(tmp_path / "pictures")
    config = small_config(copy)
    with pytest.raises(Cancelled):
        train_here(config, tmp_path / "run", Listener(checks=3))
    draw_pictures(copy, count=5)
    sink = Listener()
    train_here(config, tmp_path / "run", sink)
    assert any(event.code == "data" for event in sink.of(Warned))


def test_a_plan_is_made_without_leaving_anything(data, tmp_path, monkeypatch):
    monkeypatch.setattr("enhancer.train.plan.PROBE_SECONDS", 0.2)
    run_dir = tmp_path / "run"
    plan = plan_training(TrainJob(run_dir=str(run_dir), config=small_config(data)))
    assert (plan.pictures, plan.held_out, plan.remaining, plan.ticks) == (2, 1, 96, 3)
    assert plan.seconds == pytest.approx(96 / plan.images_per_second + 3 * plan.seconds_per_tick)
    assert not run_dir.exists()
    assert any("images/s" in line for line in plan.lines())


@pytest.mark.parametrize(("share", "alone", "told"), [(0.3, 60.0, True), (0.3, 2.0, False), (0.95, 60.0, False)])
def test_a_plan_says_where_one_thread_is_faster_because_other_programs_hold_many_up(
    data, tmp_path, monkeypatch, share, alone, told
):
    probed = []

    def probe(steps):
        probed.append(torch.get_num_threads())
        return Speed(3.0, share) if len(probed) == 1 else Speed(alone, 1.0)

    monkeypatch.setattr("enhancer.train.plan.probe", probe)
    config = small_config(data)
    plan = plan_training(TrainJob(run_dir=str(tmp_path / "run"), config=config, device="cpu", threads=2))
    assert probed == ([2, 1] if share < 0.5 else [2])
    assert plan.images_per_second == 3.0 * config.batch
    assert plan.one_thread == (alone * config.batch if told else None)
    assert any("--threads 1" in line for line in plan.lines()) == told
    assert torch.get_num_threads() == 2
