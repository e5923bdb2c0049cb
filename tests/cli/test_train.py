"""`enhancer train`: what --data and --source become in the job, for generators and for enlargers."""

from __future__ import annotations

import pytest

import enhancer.jobs
from cli.main import main
from enhancer.jobs.job import ItemReport, Report
from enhancer.train.preset import load_preset, presets
from enhancer.train.sources import SOURCES
from tests.helpers_sources import shard_files, write_classes, write_mnist, write_tar

GANS = [name for name in presets() if load_preset(name).recipe == "gan"]


@pytest.fixture
def jobs(monkeypatch):
    """What the command line hands to the core, which here finishes at once."""
    seen = []

    def run(job, sink):
        seen.append(job)
        return Report(job.kind, "done", (ItemReport("run", "done", ("model",)),), {"done": 1}, 1.0)

    monkeypatch.setattr(enhancer.jobs, "run", run)
    return seen


@pytest.mark.parametrize("preset", GANS)
def test_the_data_of_a_generator_are_looked_at_for_every_preset(jobs, tmp_path, preset):
    write_mnist(tmp_path / "digits")
    asked = ["train", str(tmp_path / "run"), "--preset", preset, "--data", str(tmp_path / "digits")]
    assert main(asked) == 0
    (job,) = jobs
    assert (job.config.data.path, job.config.data.source) == (str((tmp_path / "digits").resolve()), "mnist")


@pytest.mark.parametrize("source", SOURCES.names())
def test_source_says_how_data_are_read_whatever_lies_there(jobs, tmp_path, source):
    write_classes(tmp_path / "data", {"cat": 2, "dog": 2})
    asked = ["train", str(tmp_path / "run"), "--preset", "dcgan", "--data", str(tmp_path / "data")]
    assert main([*asked, "--source", source]) == 0
    assert jobs[0].config.data.source == source


def test_data_become_absolute_so_that_the_run_goes_on_from_any_folder(jobs, tmp_path, monkeypatch):
    write_tar(tmp_path / "shards" / "a.tar", shard_files(4))
    monkeypatch.chdir(tmp_path)
    assert main(["train", "run", "--preset", "dcgan", "--data", "shards"]) == 0
    assert main(["train", "other", "--preset", "quick-x2", "--data", "shards"]) == 0
    assert (jobs[0].config.data.path, jobs[0].config.data.source) == (str(tmp_path / "shards"), "shards")
    assert jobs[1].config.data.train == str(tmp_path / "shards")


def test_a_place_that_was_set_keeps_its_place_when_only_the_source_is_said(jobs, tmp_path):
    asked = ["train", str(tmp_path / "run"), "--preset", "dcgan", "--set", "data.path='somewhere'"]
    assert main([*asked, "--source", "classes"]) == 0
    assert (jobs[0].config.data.path, jobs[0].config.data.source) == ("somewhere", "classes")


@pytest.mark.parametrize("source", ["folder", ""])
def test_an_enlarger_reads_folders(jobs, tmp_path, source):
    asked = ["train", str(tmp_path / "run"), "--preset", "quick-x2", "--data", str(tmp_path)]
    assert main([*asked, *(["--source", source] if source else [])]) == 0
    assert jobs[0].config.data.train == str(tmp_path.resolve())


def test_an_enlarger_reads_nothing_else_and_says_so(jobs, tmp_path, capsys):
    asked = ["train", str(tmp_path / "run"), "--preset", "quick-x2", "--data", str(tmp_path), "--source", "mnist"]
    assert main(asked) == 2
    assert "not from 'mnist'" in capsys.readouterr().err
    assert not jobs


def test_nothing_to_learn_from_is_told(jobs, tmp_path, capsys):
    for preset in ("dcgan", "quick-x2"):
        assert main(["train", str(tmp_path / "run"), "--preset", preset]) == 2
        assert "--data" in capsys.readouterr().err
    assert main(["train", str(tmp_path / "run"), "--source", "mnist"]) == 2
    assert "holds no run yet" in capsys.readouterr().err
    assert not jobs


def test_what_belongs_to_a_preset_is_refused_where_a_run_goes_on(jobs, tmp_path, capsys):
    write_mnist(tmp_path / "digits")
    run = tmp_path / "run"
    assert main(["train", str(run), "--preset", "dcgan", "--data", str(tmp_path / "digits")]) == 0
    run.mkdir()
    (run / "config.toml").write_text(jobs[0].to_toml())
    for changed in (["--source", "mnist"], ["--data", str(tmp_path)], ["--set", "budget=100"], ["--from", "digits"]):
        assert main(["train", str(run), *changed]) == 2
        assert "belong to a preset" in capsys.readouterr().err
    assert main(["train", str(run)]) == 0
    assert jobs[1].config == jobs[0].config
