"""Whole jobs of generating: the same bytes however a job is cut, resumed or grown; names, classes, sheets, films."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest
from PIL import Image as Pillow

from enhancer.errors import EnhancerError, ModelError, OutputError, SpecError
from enhancer.files.hashing import sha256_file
from enhancer.generate import judge as judging
from enhancer.generate import plan as planning
from enhancer.generate.origin import origin_of
from enhancer.generate.reject import Manifold
from enhancer.images.read import read
from enhancer.jobs import load_job, run
from enhancer.jobs.generate import GenerateJob
from enhancer.jobs.project import ProjectJob
from enhancer.jobs.run_generate import preview
from tests.helpers_generators import Halves, save_random_generator
from tests.helpers_jobs import Stopping, save_png, tree_hash


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A user with two generators in the store: `tiny-gan` without classes and `tiny-digits` with."""
    models = tmp_path / "models"
    save_random_generator(models)
    save_random_generator(models, "tiny-digits", classes=("0", "1", "2"), seed=1)
    monkeypatch.setenv("ENHANCER_MODELS", str(models))
    monkeypatch.setenv("ENHANCER_STATE", str(tmp_path / "state"))
    return models


def job(output, **fields):
    values = {"model": "tiny-gan", "threads": 1, "batch": 8, "output": str(output), **fields}
    return GenerateJob(**values)


def made(output, **fields):
    report = run(job(output, **fields))
    assert report.state == "done", report.items
    return tree_hash(output)


def test_a_picture_is_the_same_bytes_in_a_job_of_five_or_of_fifty(house, tmp_path):
    few, many = made(tmp_path / "a", count=5), made(tmp_path / "b", count=50)
    assert len(many) == len(set(many.values())) == 50
    assert few.items() <= many.items()
    assert made(tmp_path / "c", count=5, seed=20).items() <= many.items()


def test_shards_together_are_the_whole_and_a_job_that_grows_goes_on(house, tmp_path):
    whole = made(tmp_path / "a", count=50)
    for part in ("2/3", "1/3", "3/3"):
        report = run(job(tmp_path / "b", count=50, shard=part))
        assert 5 < report.counts["done"] < 30
    assert tree_hash(tmp_path / "b") == whole
    made(tmp_path / "c", count=20)
    report = run(job(tmp_path / "c", count=50))
    assert report.counts["done"] == 30
    assert report.counts["skipped"] == 20
    assert tree_hash(tmp_path / "c") == whole


def test_a_stopped_job_goes_on_to_the_same_bytes(house, tmp_path):
    whole = made(tmp_path / "a", count=50)
    report = run(job(tmp_path / "b", count=50), Stopping(after=9))
    assert report.state == "cancelled"
    assert 0 < len(tree_hash(tmp_path / "b")) < 50
    assert made(tmp_path / "b", count=50) == whole


def test_a_job_keeps_the_plan_that_it_began_with(house, tmp_path, monkeypatch):
    run(job(tmp_path / "a", count=4, batch=0))
    monkeypatch.setattr(planning, "PIXELS", {"cpu": 64})
    report = run(job(tmp_path / "a", count=8, batch=0))
    assert report.facts["plan"]["batch"] == 256
    assert report.items[-1].facts["batch"] == 256


def test_each_file_says_how_it_was_made_and_is_made_again_from_that(house, tmp_path):
    made(tmp_path / "a", model="tiny-digits", count=4, seed=7, truncation=0.5, classes=("2", "0"))
    first = tmp_path / "a" / "tiny-digits-0-000007.png"
    origin = origin_of(first)
    assert (origin.seed, origin.class_name, origin.truncation, origin.batch) == (7, "0", 0.5, 8)
    assert origin.sha256 == sha256_file(house / "tiny-digits.safetensors")
    # Under another plan than the job's own: that of the file counts.
    run(job(tmp_path / "b", model="tiny-digits", count=0, like=(str(first),), batch=3))
    assert (tmp_path / "b" / first.name).read_bytes() == first.read_bytes()


def test_interpolations_begin_and_end_with_their_seeds_and_can_be_made_again(house, tmp_path):
    made(tmp_path / "a", count=10)
    made(tmp_path / "b", interpolate=(2, 9), steps=5, grid=True)
    names = sorted(tree_hash(tmp_path / "b"))
    assert names[:2] == ["tiny-gan-000002-000009-000.png", "tiny-gan-000002-000009-001.png"]
    for name, seed in ((names[0], 2), (names[4], 9)):
        end = read(tmp_path / "a" / f"tiny-gan-{seed:06d}.png").pixels.astype(int)
        # Another row of the batch, hence not quite the same sums.
        assert np.abs(read(tmp_path / "b" / name).pixels - end).max() <= 1
    middle = tmp_path / "b" / names[2]
    run(job(tmp_path / "c", count=0, like=(str(middle),)))
    assert (tmp_path / "c" / middle.name).read_bytes() == middle.read_bytes()
    sheet = read(tmp_path / "b" / "tiny-gan-000002-000009-5-grid.png")
    assert (sheet.height, sheet.width) == (8, 5 * 8 + 4 * 2)


def test_another_model_does_not_pass_for_the_one_that_made_a_picture(house, tmp_path):
    made(tmp_path / "a")
    with pytest.raises(ModelError, match="another model"):
        run(job(tmp_path / "b", model="tiny-digits", count=0, like=(str(tmp_path / "a" / "tiny-gan-000000.png"),)))


def test_classes_make_a_labelled_folder(house, tmp_path):
    names = made(tmp_path / "a", model="tiny-digits", count=6, by_class=True)
    assert sorted(names) == [f"{c}/tiny-digits-00000{seed}.png" for c in "012" for seed in (int(c), int(c) + 3)]
    pictures = {name: read(tmp_path / "a" / name).pixels.tobytes() for name in names}
    assert len(set(pictures.values())) == 6


def test_one_class_is_another_picture_of_the_same_seed(house, tmp_path):
    zero, one = (made(tmp_path / c, model="tiny-digits", classes=(c,), name="{seed}.{ext}") for c in "01")
    assert zero.keys() == one.keys()
    assert zero != one


def test_names_follow_the_template_and_bad_ones_are_refused_before_work(house, tmp_path):
    names = made(tmp_path / "a", count=2, seed=5, name="{index}_{seed}_{model}.{ext}", format="webp")
    assert sorted(names) == ["000000_000005_tiny-gan.webp", "000001_000006_tiny-gan.webp"]
    with pytest.raises(SpecError, match="no field"):
        run(job(tmp_path / "b", name="{stem}.{ext}"))
    with pytest.raises(OutputError, match="collide"):
        run(job(tmp_path / "b", name="{model}.{ext}", count=2))
    assert not list((tmp_path / "b").glob("*"))


def test_sheet_and_film_hold_the_pictures_of_the_seeds(house, tmp_path):
    made(tmp_path / "a", count=6, seed=3, grid=True, film=True, frames=4)
    sheet = read(tmp_path / "a" / "tiny-gan-000003-000008-grid.png").pixels
    first = read(tmp_path / "a" / "tiny-gan-000003.png").pixels
    assert np.array_equal(sheet[:8, :8], first)
    with Pillow.open(tmp_path / "a" / "tiny-gan-000003-000008-film.webp") as film:
        assert film.n_frames == 24
        frame = np.asarray(film.convert("L"), int)
    assert np.abs(frame - first[..., 0]).max() <= 1


def test_rgba_is_written_with_its_transparency_and_not_where_there_is_none(house, tmp_path):
    save_random_generator(house, "tiny-rgba", channels=4)
    made(tmp_path / "a", model="tiny-rgba")
    image = read(tmp_path / "a" / "tiny-rgba-000000.png")
    assert image.alpha is not None
    with pytest.raises(EnhancerError, match="transparency"):
        run(job(tmp_path / "b", model="tiny-rgba", format="jpeg"))
    made(tmp_path / "b", model="tiny-rgba", format="jpeg", background="#ffffff")


@pytest.fixture
def reference(house, monkeypatch):
    """A manifold beside the model over which half of its pictures lie, judged by `Halves`."""
    monkeypatch.setattr(judging, "open_features", lambda name, device: Halves())
    rng = np.random.default_rng(0)
    real = np.column_stack([rng.uniform(0.44, 0.52, 300), rng.uniform(0.4, 0.6, 300)]).astype(np.float32)
    Manifold.of_features(real, "halves", Halves.protocol).save(house / "tiny-gan.reference.safetensors")


def test_rejection_leaves_good_pictures_and_the_report_says_what_it_cost(reference, house, tmp_path):
    report = run(job(tmp_path / "a", count=40, reject=True, tries=200))
    assert report.state == "done", report.counts
    assert report.facts["rejected"]["off"] > 10
    assert report.facts["rejected"]["off"] == sum(item.facts["rejected"].get("off", 0) for item in report.items)
    for item in report.items:
        assert 0.4 < read(item.outputs[0]).pixels[:4].mean() / 255 < 0.56
    plain = made(tmp_path / "b", count=40)
    kept = tree_hash(tmp_path / "a")
    firsts = {item.key for item in report.items if not item.facts["candidate"]}
    assert 0 < len(firsts) < 40
    assert all(kept[f"tiny-gan-{key}.png"] == plain[f"tiny-gan-{key}.png"] for key in firsts)
    later = next(item for item in report.items if item.facts["candidate"])
    run(job(tmp_path / "c", count=0, like=later.outputs))
    assert tree_hash(tmp_path / "c").items() <= kept.items()
    for part in ("1/2", "2/2"):
        run(job(tmp_path / "d", count=40, reject=True, tries=200, shard=part))
    assert tree_hash(tmp_path / "d") == kept


def test_a_picture_of_which_no_candidate_passes_fails_alone_and_more_tries_go_on(reference, house, tmp_path):
    report = run(job(tmp_path / "a", count=40, reject=True, tries=1))
    assert report.state == "partial"
    failed = next(item for item in report.items if item.state == "failed")
    assert failed.code == "rejected"
    assert "unlike any real picture" in failed.reason
    again = run(job(tmp_path / "a", count=40, reject=True, tries=200))
    assert again.state == "done"
    assert again.counts["done"] == report.counts["failed"]


@pytest.mark.parametrize(
    "fields",
    [
        {"count": 0},
        {"classes": ("1",)},
        {"by_class": True},
        {"model": "tiny-digits", "classes": ("9",)},
        {"film": True},
        {"grid": True, "count": 10_000},
        {"interpolate": (1, 2), "film": True},
        {"seed": 2**63 - 1, "count": 2},
        {"reference": "real"},
        {"reject": True},
        {"format": "gif"},
        {"output": "a.png"},
        {"vary": 3},
        {"like": ("a.png",), "grid": True},
    ],
)
def test_what_cannot_be_meant_is_refused_and_leaves_nothing(fields, house, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SpecError):
        run(job(**{"output": "out", **fields}))
    assert not [path for path in tmp_path.rglob("*") if path.suffix in (".png", ".sqlite")]


def test_a_model_that_does_not_generate_is_told_with_those_that_do(house, tmp_path):
    from tests.helpers_models import save_random_model

    save_random_model(house, "tiny-x2")
    with pytest.raises(ModelError, match=r"does not generate.*tiny-digits, tiny-gan"):
        run(job(tmp_path / "a", model="tiny-x2"))


def test_a_dry_run_says_what_would_be_done_and_writes_nothing(house, tmp_path):
    made(tmp_path / "a", count=3)
    found = preview(job(tmp_path / "a", count=30))
    assert found.counts["pending"] == 27
    assert found.counts["done"] == 3
    assert any("27 to do, 3 done: 8x8 by tiny-gan." in line for line in found.lines())
    preview(job(tmp_path / "b", count=30))
    assert not (tmp_path / "b").exists()


def test_a_job_file_is_the_same_job(house, tmp_path):
    one = job(tmp_path / "a", count=3, interpolate=(1, 2), classes=("a",))
    (tmp_path / "job.toml").write_text(one.to_toml())
    assert load_job(tmp_path / "job.toml") == one


def test_a_photo_is_projected_and_its_latent_makes_the_same_picture_again(house, tmp_path):
    photo = save_png(tmp_path / "photo.png", 30, 20)
    fields = {"output": str(tmp_path / "out"), "steps": 30, "threads": 1}
    report = run(ProjectJob(model="tiny-gan", inputs=(str(photo),), **fields))
    (item,) = report.items
    assert item.state == "done", item.reason
    assert item.facts["error"] < item.facts["random_error"]
    assert sorted(tree_hash(tmp_path / "out")) == ["photo-beside.png", "photo.latent.json", "photo.png"]
    assert read(tmp_path / "out" / "photo-beside.png").width == 2 * 8 + 2
    assert json.loads((tmp_path / "out" / "photo.latent.json").read_text())["model"] == "tiny-gan"
    made(tmp_path / "again", count=0, like=(str(tmp_path / "out" / "photo.latent.json"),))
    assert (tmp_path / "again" / "photo.png").read_bytes() == (tmp_path / "out" / "photo.png").read_bytes()
    assert run(ProjectJob(model="tiny-gan", inputs=(str(photo),), **fields)).counts["skipped"] == 1
    shutil.rmtree(tmp_path / "out")
    run(ProjectJob(model="tiny-gan", inputs=(str(photo),), **fields))
    assert tree_hash(tmp_path / "out")["photo.png"] == tree_hash(tmp_path / "again")["photo.png"]


def test_neighbours_of_a_picture_lie_near_it_and_can_be_made_and_varied_again(house, tmp_path):
    made(tmp_path / "a", model="tiny-digits", seed=4)
    (parent,) = (tmp_path / "a").glob("*.png")
    near = {"model": "tiny-digits", "count": 0, "vary": 3, "seed": 20}
    hashes = made(tmp_path / "b", like=(str(parent),), strength=0.1, **near)
    pictures = sorted((tmp_path / "b").glob("*.png"))
    assert len(pictures) == 3
    origins = [origin_of(path) for path in pictures]
    assert {origin.label for origin in origins} == {origin_of(parent).label}
    distances = {}
    for strength in (0.1, 1.0):
        made(tmp_path / "c", like=(str(parent),), strength=strength, **near)
        found = sorted((tmp_path / "c").glob(f"*-{strength:g}.png"))
        original = read(parent).pixels.astype(float)
        distances[strength] = np.mean([np.abs(read(path).pixels - original).mean() for path in found])
    assert 0 < distances[0.1] < distances[1.0]
    again = made(tmp_path / "d", model="tiny-digits", count=0, like=tuple(map(str, pictures)))
    assert sorted(again.values()) == sorted(hashes.values())
    made(tmp_path / "e", like=(str(pictures[0]),), **near)
