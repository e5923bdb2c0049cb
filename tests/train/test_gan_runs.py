"""The whole way of a GAN: from a folder of classes to a run, a published model with its card, and its pictures."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PIL import Image

from cli.main import main
from enhancer.errors import SpecError
from enhancer.events import Finished, Metric, Preview
from enhancer.files.hashing import sha256_file
from enhancer.generate.reject import Manifold
from enhancer.jobs import run
from enhancer.jobs.generate import GenerateJob
from enhancer.jobs.train import TrainJob
from enhancer.models.file import read_header
from enhancer.models.generator import open_generator
from enhancer.train import log
from enhancer.train.plan import plan_training
from enhancer.train.recipes.gan import Adversarial
from tests.helpers_gan import CLASSES, NARROW, SMALL, draw_classes, recipe_of, small_gan
from tests.helpers_training import Listener

PROJECTION = "conditioning='projection'"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return draw_classes(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def house(data, tmp_path_factory):
    """One whole training: its folder, report, events, and the store that the model went into."""
    base = tmp_path_factory.mktemp("house")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ENHANCER_MODELS", str(base / "store"))
        sink = Listener()
        config = small_gan(data, "dcgan", PROJECTION, "augment={kind='fixed', probability=0.3}")
        job = TrainJob(run_dir=str(base / "run"), config=config, device="cpu", threads=1, force=True)
        report = run(job, sink)
    return base, job, report, sink


@pytest.fixture(autouse=True)
def own_store(house, monkeypatch):
    monkeypatch.setenv("ENHANCER_MODELS", str(house[0] / "store"))
    monkeypatch.setenv("ENHANCER_STATE", str(house[0] / "state"))


def test_a_run_leaves_rows_previews_page_film_and_a_published_model(house):
    base, _, report, sink = house
    (item,) = report.items
    assert (report.state, item.facts["images"], item.facts["stopped"]) == ("done", 64, "")
    rows = log.read_rows(base / "run")
    assert [row["images"] for row in rows] == [0, 32, 64]
    figures = {"fid", "kid", "precision", "recall", "density", "coverage", "diversity"}
    assert figures | {"loss_generator", "loss_discriminator", "augment_probability"} <= rows[-1].keys()
    assert item.facts["best"] == min(row["fid"] for row in rows)
    pages = (base / "run" / "index.html").read_text(encoding="utf-8")
    assert "fid" in pages
    with Image.open(base / "run" / "film.webp") as film:
        assert film.n_frames == 3
    with Image.open(base / "run" / "previews" / "images-000000000064.png") as preview:
        assert min(preview.size) >= 8 * 16, "a sheet of 64 pictures"
    assert [event.images for event in sink.of(Metric)] == [0, 32, 64]
    assert len(sink.of(Preview)) == 3
    assert sink.events[-1] == replace(sink.of(Finished)[0])
    assert "Published as small" in item.facts["verdict"]
    assert "noise" in item.facts["verdict"]
    assert {path.name for path in (base / "store").iterdir()} >= {"small.safetensors", "small.curve.jsonl"}


def test_the_card_has_protocol_scores_and_recipe_and_no_path_of_this_machine(house, data):
    base, job, _, _ = house
    info, _ = read_header(base / "store" / "small.safetensors")
    assert (info.purpose, info.network, info.classes, info.latent) == ("generate", "dcgan", CLASSES, 6)
    assert (info.height, info.width, info.out_channels) == (16, 16, 1)
    first = info.metrics[0]
    assert first.metric == "fid"
    assert first.baseline is not None
    assert "held-out" in first.protocol
    assert {score.metric for score in info.metrics} >= {"fid", "kid", "precision", "recall"}
    assert info.recipe["loss"] == job.config.loss
    assert info.recipe["augment"]["probability"] == 0.3
    text = info.model_dump_json() + (base / "store" / "small.recipe.toml").read_text()
    assert str(data) not in text
    assert str(base) not in text
    assert info.images_seen in (0, 32, 64)


def test_generate_makes_pictures_of_each_class_from_what_was_published(house, tmp_path):
    job = GenerateJob(model="small", output=str(tmp_path / "made"), count=6, threads=1, batch=4, by_class=True)
    report = run(job)
    assert report.state == "done"
    made = sorted((tmp_path / "made").rglob("*.png"))
    assert sorted(path.parent.name for path in made) == sorted([*CLASSES, *CLASSES])
    with Image.open(made[0]) as picture:
        assert (picture.size, picture.mode) == ((16, 16), "L")


def test_real_features_are_published_beside_the_model_and_reject_judges_by_them(house, tmp_path):
    base, *_ = house
    beside = base / "store" / "small.reference.safetensors"
    assert beside.read_bytes() == (base / "run" / "reference.safetensors").read_bytes()
    manifold = Manifold.load(beside)
    assert len(manifold.labels) == len(manifold.features) > 0
    assert set(manifold.labels.tolist()) == {0, 1, 2}
    asked = GenerateJob(model="small", output=str(tmp_path / "made"), count=2, tries=2, reject=True, threads=1)
    report = run(asked)
    assert len(report.items) == 2
    assert all(item.state == "done" or item.code == "rejected" for item in report.items), "each was judged"
    beside.rename(tmp_path / "away")
    try:
        with pytest.raises(SpecError, match="nothing to judge pictures of small by"):
            run(asked.model_copy(update={"output": str(tmp_path / "none")}))
    finally:
        (tmp_path / "away").rename(beside)


def test_the_same_job_again_trains_nothing_and_another_configuration_is_refused(house):
    base, job, _, _ = house
    before = sha256_file(base / "store" / "small.safetensors")
    assert run(job).items[0].facts["images_trained"] == 0
    assert sha256_file(base / "store" / "small.safetensors") == before
    with pytest.raises(SpecError, match="loss: 'bce' became 'hinge'"):
        run(job.model_copy(update={"config": job.config.model_copy(update={"loss": "hinge"})}))


def test_a_run_starts_from_a_published_generator_and_is_compared_with_it(house, data, tmp_path):
    start = open_generator("small")
    config = small_gan(data, "dcgan", PROJECTION, "name='second'", "budget=32")
    recipe = recipe_of(config)
    parts = recipe.build()
    recipe.adopt(parts, start)
    for net in (parts.networks["generator"], parts.averages["generator"]):
        assert all((value == start.net.state_dict()[key]).all() for key, value in net.state_dict().items())
    report = run(TrainJob(run_dir=str(tmp_path / "run"), config=config, start="small", device="cpu", force=True))
    info, _ = read_header(tmp_path / "run" / "best.safetensors")
    assert info.started_from == start.sha256
    assert info.images_seen >= start.info.images_seen
    assert log.read_rows(tmp_path / "run")[0]["fid"] == pytest.approx(recipe.judge(start)["fid"], rel=1e-3)
    assert report.items[0].facts["images"] == 32


def test_a_start_of_another_network_is_refused_by_name(house, data):
    recipe = recipe_of(small_gan(data, "mlp", PROJECTION))
    with pytest.raises(SpecError, match="small is another network") as error:
        recipe.adopt(recipe.build(), recipe.open_start("small"))
    assert "generator.arguments" in error.value.hint


def test_a_size_that_the_network_cannot_have_is_told_with_the_nearest_that_it_can(data):
    with pytest.raises(SpecError, match=r"^data\.size: 18x30 cannot be halved 2 times; 16x28 and 20x32 can$"):
        recipe_of(small_gan(data, "dcgan-r3", "data.size=[18, 30]")).build()


def test_a_plan_says_what_a_run_would_take_and_writes_nothing(data, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("enhancer.train.plan.PROBE_SECONDS", 0.01)
    generator, discriminator = NARROW["mlp"]
    settings = [*SMALL, "data.size=[16, 16]", "data.channels=1"]
    settings += [f"generator.arguments={generator}", f"discriminator.arguments={discriminator}"]
    overrides = [argument for setting in settings for argument in ("--set", setting)]
    place = tmp_path / "runs" / "planned"
    asked = ["train", str(place), "--preset", "mlp", "--data", str(data), "--plan", "--device", "cpu", "--threads", "1"]
    assert main([*asked, *overrides, "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["pictures"], plan["held_out"], plan["budget"], plan["ticks"]) == (30, 18, 64, 2)
    assert plan["images_per_second"] > 0
    assert [note.split(":")[0] for note in plan["notes"]] == [
        "This run will not know the 3 classes of the pictures",
        "The 30 pictures are few and would be learned by heart",
    ]
    assert not place.exists()


def test_a_plan_of_a_run_that_was_begun_counts_what_is_left(house, monkeypatch):
    monkeypatch.setattr("enhancer.train.plan.PROBE_SECONDS", 0.01)
    base, job, _, _ = house
    before = sorted(path.name for path in (base / "run").rglob("*"))
    assert plan_training(job).remaining == 0
    assert sorted(path.name for path in (base / "run").rglob("*")) == before


def test_the_command_trains_and_goes_on(data, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(Adversarial, "judge", lambda self, model: {})
    settings = [*SMALL, "budget=16", "tick=8", "data.size=[16, 16]", "data.channels=1"]
    settings += [f"generator.arguments={NARROW['mlp'][0]}", f"discriminator.arguments={NARROW['mlp'][1]}"]
    overrides = [argument for setting in settings for argument in ("--set", setting)]
    place = tmp_path / "run"
    asked = ["train", str(place), "--preset", "mlp", "--data", str(data), "--force", "--device", "cpu"]
    assert main([*asked, "--threads", "1", *overrides]) == 0
    assert "Published as" in capsys.readouterr().out
    assert main(["train", str(place), "--threads", "1", "--device", "cpu"]) == 0
    assert main(["runs", "show", str(place)]) == 0
    assert "16 of 16" in capsys.readouterr().out
