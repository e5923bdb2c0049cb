"""Options become jobs, findings text or JSON; the core is replaced where only the passing on matters."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import enhancer.jobs
from cli.main import COMMANDS, main, root
from enhancer.jobs import load_job
from enhancer.jobs.enhance import EnhanceJob
from enhancer.jobs.job import ItemReport, Report


@pytest.fixture
def jobs(monkeypatch):
    """What the command line hands to the core, which here finishes at once."""
    seen = []

    def run(job, sink):
        seen.append(job)
        items = (ItemReport("a.jpg", "done", ("b.jpg",), facts={"losses": ["XMP is not carried by BMP"]}),)
        return Report(job.kind, "done", items, {"done": 1}, 1.0)

    monkeypatch.setattr(enhancer.jobs, "run", run)
    return seen


EVERY_OPTION = {
    "--model": ("photo-x4", "model"),
    "--size": ("x2.5", "size"),
    "--fidelity": ("exact", "fidelity"),
    "--output": ("out/", "output"),
    "--name": ("{stem}-{width}.{ext}", "name"),
    "--if-exists": ("rename", "if_exists"),
    "--recursive": (True, "recursive"),
    "--include": ("*.jpg", "include"),
    "--exclude": ("*.png", "exclude"),
    "--format": ("webp", "format"),
    "--quality": (80, "quality"),
    "--depth": ("16", "depth"),
    "--background": ("#ffffff", "background"),
    "--strip": (True, "strip"),
    "--strip-gps": (True, "strip_gps"),
    "--device": ("cpu", "device"),
    "--precision": ("bf16", "precision"),
    "--tile": (128, "tile"),
    "--threads": (3, "threads"),
    "--max-pixels": (1_000_000, "max_pixels"),
    "--allow-truncated": (True, "allow_truncated"),
    "--shard": ("2/3", "shard"),
}


def test_without_options_the_job_is_the_default_job(jobs, capsys):
    assert main(["enhance", "a.jpg", "b.png"]) == 0
    assert jobs == [EnhanceJob(inputs=("a.jpg", "b.png"))]


@pytest.mark.parametrize("option", EVERY_OPTION)
def test_each_option_sets_its_field_and_no_other(option, jobs, capsys):
    value, field = EVERY_OPTION[option]
    arguments = [option] if value is True else [option, str(value)]
    assert main(["enhance", "a.jpg", *arguments]) == 0
    wanted = (value,) if field in {"include", "exclude"} else value
    assert jobs == [EnhanceJob(inputs=("a.jpg",), **{field: wanted})]


def test_every_field_of_the_job_has_its_option():
    assert {field for _, field in EVERY_OPTION.values()} == set(EnhanceJob.model_fields) - {
        "kind",
        "version",
        "inputs",
    }


def test_a_trailing_slash_and_a_dash_are_passed_on_as_they_are(jobs, capsys):
    assert main(["enhance", "-", "-o", "-"]) == 0
    assert main(["enhance", "a", "-o", "out/"]) == 0
    assert [job.output for job in jobs] == ["-", "out/"]


def test_a_saved_job_is_the_same_job_and_run_repeats_it(jobs, capsys, tmp_path):
    file = tmp_path / "job.toml"
    assert main(["enhance", "a.jpg", "--size", "x3", "--save-job", str(file)]) == 0
    assert load_job(file) == jobs[0]
    assert main(["run", str(file)]) == 0
    assert jobs[1] == jobs[0]
    assert main(["run", str(file), "--threads", "2", "--device", "cpu"]) == 0
    assert jobs[2] == jobs[0].model_copy(update={"threads": 2, "device": "cpu"})


def test_a_report_is_written_and_losses_are_said(jobs, capsys, tmp_path):
    file = tmp_path / "report.json"
    assert main(["enhance", "a.jpg", "--report", str(file)]) == 0
    assert json.loads(file.read_text())["items"][0]["key"] == "a.jpg"
    assert "Lost: XMP is not carried by BMP" in capsys.readouterr().out


@pytest.mark.parametrize(("option", "name"), [("--report", "photo.jpg"), ("--save-job", "photo.png")])
def test_a_slip_of_the_hand_does_not_replace_a_picture(option, name, jobs, capsys, tmp_path):
    picture = tmp_path / name
    picture.write_bytes(b"precious")
    assert main(["enhance", str(picture), option, str(picture)]) == 2
    assert picture.read_bytes() == b"precious"
    assert not jobs


def test_with_a_picture_on_standard_output_nothing_else_goes_there(jobs, capsys):
    assert main(["enhance", "-", "-o", "-", "--json"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert json.loads(said.err.splitlines()[-1])["kind"] == "finished"


@pytest.mark.parametrize(
    ("folder", "name"), [("mine", "mine"), ("my cats!", "my-cats"), ("photos.v2", "photos.v2"), ("???", "quick-x2")]
)
def test_a_trained_model_is_called_like_its_run_folder(jobs, tmp_path, folder, name):
    run = tmp_path / folder
    arguments = ["train", str(run), "--preset", "quick-x2", "--data", str(tmp_path)]
    assert main(arguments) == 0
    assert jobs[0].config.name == name
    assert main([*arguments, "--set", "name=other"]) == 0
    assert jobs[1].config.name == "other"


def test_a_run_keeps_the_name_it_began_with(jobs, tmp_path):
    run = tmp_path / "run"
    arguments = ["train", str(run), "--preset", "quick-x2", "--data", str(tmp_path)]
    main([*arguments, "--set", "name=first"])
    run.mkdir()
    (run / "config.toml").write_text(jobs[0].to_toml())
    main(arguments)
    assert jobs[1].config.name == "first"


def test_training_passes_preset_data_and_settings_on(jobs, capsys, tmp_path):
    run = str(tmp_path / "run")
    settings = ["--set", "budget=6000", "--set", "optimizer.lr=5e-4", "--from", "photo-x2", "--force"]
    assert main(["train", run, "--preset", "quick-x2", "--data", str(tmp_path), *settings]) == 0
    job = jobs[0]
    assert (job.run_dir, job.start, job.force) == (run, "photo-x2", True)
    assert (job.config.budget, job.config.optimizer.lr) == (6000, 5e-4)
    assert job.config.data.train == str(tmp_path.resolve())


def test_a_run_folder_alone_goes_on_with_its_run(jobs, capsys, tmp_path):
    main(["train", str(tmp_path / "run"), "--preset", "quick-x2", "--data", str(tmp_path)])
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "config.toml").write_text(jobs[0].to_toml())
    assert main(["train", str(tmp_path / "run")]) == 0
    assert jobs[1] == jobs[0]


def test_the_window_of_help_lists_every_command_in_order():
    printed = CliRunner().invoke(root, ["--help"]).output
    positions = [printed.index(f"\n  {name} ") for name in COMMANDS]
    assert positions == sorted(positions)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_ends_with_examples(name):
    result = CliRunner().invoke(root, [name, "--help"])
    assert result.exit_code == 0
    if name not in {"models", "runs"}:  # their commands have them
        assert "\nExamples:\n  " in result.output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_asks_this_program(shell, capsys):
    assert main(["completion", shell]) == 0
    assert "_ENHANCER_COMPLETE" in capsys.readouterr().out


def test_completion_offers_commands_options_and_values():
    from click.shell_completion import ShellComplete

    complete = ShellComplete(root, {}, "enhancer", "_ENHANCER_COMPLETE")
    assert {"enhance", "doctor"} <= {item.value for item in complete.get_completions([], "")}
    assert "--fidelity" in {item.value for item in complete.get_completions(["enhance"], "--fi")}
    offered = {item.value for item in complete.get_completions(["enhance", "--fidelity"], "")}
    assert offered == {"auto", "exact", "low", "off"}


class Finding(SimpleNamespace):
    def as_json(self):
        return {"ok": True}

    def lines(self):
        return ["first", "second"]


def test_findings_are_lines_or_one_document(monkeypatch, capsys, tmp_path):
    import enhancer.evaluate.compare as compare

    monkeypatch.setattr(compare, "compare", lambda a, b, truth, data, sink: Finding())
    assert main(["compare", "a.png", "b.png"]) == 0
    assert capsys.readouterr().out == "first\nsecond\n"
    assert main(["compare", "a.png", "b.png", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"ok": True}
