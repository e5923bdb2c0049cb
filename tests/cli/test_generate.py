"""Options of `enhancer generate` become jobs; the whole command works from a model to files that say what they are."""

from __future__ import annotations

import json

import pytest

import enhancer.jobs
from cli.main import main
from enhancer.jobs import load_job
from enhancer.jobs.generate import GenerateJob
from enhancer.jobs.job import ItemReport, Report
from enhancer.jobs.project import ProjectJob
from tests.helpers_generators import save_random_generator
from tests.helpers_jobs import tree_hash


@pytest.fixture
def jobs(monkeypatch):
    """What the command line hands to the core, which here finishes at once."""
    seen = []

    def run(job, sink):
        seen.append(job)
        items = (ItemReport("000000", "done", ("a.png",), facts={"error": 0.01, "random_error": 0.02}),)
        return Report(job.kind, "done", items, {"done": 1}, 1.0, {"rejected": {"off": 3, "class": 1}})

    monkeypatch.setattr(enhancer.jobs, "run", run)
    return seen


EVERY_OPTION = {
    "--count": (("5",), "count", 5),
    "--seed": (("9",), "seed", 9),
    "--class": (("cat",), "classes", ("cat",)),
    "--by-class": ((), "by_class", True),
    "--truncation": (("0.7",), "truncation", 0.7),
    "--grid": ((), "grid", True),
    "--film": ((), "film", True),
    "--frames": (("3",), "frames", 3),
    "--steps": (("4",), "steps", 4),
    "--vary": (("5",), "vary", 5),
    "--strength": (("0.5",), "strength", 0.5),
    "--reject": ((), "reject", True),
    "--reference": (("real",), "reference", "real"),
    "--features": (("digits",), "features", "digits"),
    "--tries": (("6",), "tries", 6),
    "--name": (("{seed}.{ext}",), "name", "{seed}.{ext}"),
    "--format": (("webp",), "format", "webp"),
    "--quality": (("80",), "quality", 80),
    "--background": (("#ffffff",), "background", "#ffffff"),
    "--device": (("cpu",), "device", "cpu"),
    "--precision": (("bf16",), "precision", "bf16"),
    "--batch": (("16",), "batch", 16),
    "--threads": (("3",), "threads", 3),
    "--if-exists": (("rename",), "if_exists", "rename"),
    "--shard": (("2/3",), "shard", "2/3"),
}


@pytest.mark.parametrize("option", EVERY_OPTION)
def test_each_option_sets_its_field_and_no_other(option, jobs, capsys):
    values, field, wanted = EVERY_OPTION[option]
    assert main(["generate", "digits", "-o", "out", option, *values]) == 0
    assert jobs == [GenerateJob(model="digits", output="out").model_copy(update={field: wanted})]


def test_options_that_make_other_pictures_ask_for_no_seeds(jobs, capsys):
    assert main(["generate", "digits", "-o", "out", "--interpolate", "1", "2"]) == 0
    assert main(["generate", "digits", "-o", "out", "--like", "a.png", "--from-latent", "b.latent.json"]) == 0
    assert jobs == [
        GenerateJob(model="digits", output="out", count=0, interpolate=(1, 2)),
        GenerateJob(model="digits", output="out", count=0, like=("a.png", "b.latent.json")),
    ]


def test_every_field_of_the_job_has_its_option():
    others = {"kind", "version", "model", "output", "interpolate", "like"}
    assert {field for _, field, _ in EVERY_OPTION.values()} == set(GenerateJob.model_fields) - others


def test_project_makes_a_job_of_its_own(jobs, capsys):
    arguments = ["--project", "a.jpg", "--project", "b.jpg", "--descent", "7", "--starts", "2", "--randoms", "10"]
    assert main(["generate", "digits", "-o", "out", *arguments, "--class", "3"]) == 0
    wanted = {"inputs": ("a.jpg", "b.jpg"), "steps": 7, "starts": 2, "randoms": 10, "classes": ("3",)}
    assert jobs == [ProjectJob(model="digits", output="out", **wanted)]
    assert "of the best random latent 0.02000" in capsys.readouterr().out
    assert main(["generate", "digits", "-o", "out", "--project", "a.jpg", "--grid"]) == 2


def test_a_saved_job_is_the_same_job_and_run_repeats_it(jobs, capsys, tmp_path):
    file = tmp_path / "job.toml"
    assert main(["generate", "digits", "-o", "out", "--count", "3", "--save-job", str(file)]) == 0
    assert load_job(file) == jobs[0]
    assert main(["run", str(file), "--threads", "2"]) == 0
    assert jobs[1] == jobs[0].model_copy(update={"threads": 2})


def test_the_end_says_how_many_were_drawn_again_and_why(jobs, capsys):
    main(["generate", "digits", "-o", "out", "--reject"])
    assert "Drawn again: 3 unlike any real picture, 1 of another class." in capsys.readouterr().out


def test_from_a_model_to_pictures_that_say_what_they_are(tmp_path, monkeypatch, capsys):
    save_random_generator(tmp_path / "models", classes=("cat", "dog"))
    monkeypatch.setenv("ENHANCER_MODELS", str(tmp_path / "models"))
    out = tmp_path / "out"
    arguments = ["generate", "tiny-gan", "-o", str(out), "--count", "4", "--seed", "2", "--threads", "1", "--grid"]
    assert main([*arguments, "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["pending"] == 5
    assert not out.exists()
    assert main([*arguments, "--report", str(tmp_path / "report.json")]) == 0
    assert "5 pictures done" in capsys.readouterr().out
    assert len(tree_hash(out)) == 5
    assert json.loads((tmp_path / "report.json").read_text())["items"][0]["facts"]["seed"] == 2
    assert main(["info", str(out / "tiny-gan-dog-000003.png")]) == 0
    said = capsys.readouterr().out
    assert "by tiny-gan" in said
    assert "seed 3, class dog" in said
    assert main([*arguments, "--save-job", str(tmp_path / "job.toml"), "--dry-run"]) == 0
    assert main(["run", str(tmp_path / "job.toml"), "--dry-run"]) == 0
    assert "0 to do, 5 done" in capsys.readouterr().out
    assert main(["generate", "no-such", "-o", str(out)]) == 1
