"""Every end of the program is one line and the right status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cli.exits import explain, guarded, one_line
from enhancer.errors import Cancelled, ImageError, OutputInUse, SpecError

ROOT = Path(__file__).resolve().parent.parent.parent


def enhancer(*arguments: str, **settings) -> subprocess.CompletedProcess:
    """The program as a process of its own."""
    settings = {"capture_output": True, "text": True, "timeout": 60, "cwd": ROOT, **settings}
    return subprocess.run([sys.executable, "-m", "cli", *arguments], **settings)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ImageError("a.jpg is empty."), 1),
        (SpecError("There is no model 'x'.", "Known: y."), 2),
        (OutputInUse("Another run holds out/."), 11),
        (Cancelled(), 130),
        (Cancelled(exit_status=143), 143),
        (KeyboardInterrupt(), 130),
        (click.UsageError("no"), 2),
        (MemoryError(), 1),
        (OSError(28, "No space left on device", "out/a.png"), 1),
        (SystemExit(5), 5),
        (RuntimeError("a fault of ours"), 1),
    ],
)
def test_an_error_ends_with_its_status_and_one_line(error, status, capsys):
    def work():
        raise error

    assert guarded(work) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == (0 if isinstance(error, SystemExit) else 1)
    assert "Traceback" not in said.err


def test_an_internal_error_says_how_to_see_more(capsys, monkeypatch):
    def work():
        raise KeyError("lost")

    assert guarded(work) == 1
    assert "ENHANCER_TRACEBACK=1" in capsys.readouterr().err
    monkeypatch.setenv("ENHANCER_TRACEBACK", "1")
    assert guarded(work) == 1
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_the_hint_follows_the_message():
    assert (
        explain(SpecError("There is no model 'x'.", "Did you mean 'y'?"))[0]
        == "There is no model 'x'. Did you mean 'y'?"
    )


def test_text_from_files_cannot_command_the_terminal():
    assert one_line("a\x1b]0;owned\x07\nb\udcff") == "a\\x1b]0;owned\\x07 b\\xff"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["enhnace", "a.jpg"],
        ["enhance"],
        ["enhance", "a.jpg", "--fidelity", "maybe"],
        ["enhance", "a.jpg", "--tile", "big"],
        ["enhance", "a.jpg", "--quality", "0"],
        ["enhance", "a.jpg", "--shard", "3/2"],
        ["enhance", "a.jpg", "--max-pixels", "many"],
        ["enhance", "a.jpg", "--report", "photo.jpg"],
        ["run"],
        ["run", "missing.toml"],
        ["train", "no-such-run"],
        ["train", "no-such-run", "--preset", "photo-x2"],
        ["train", "no-such-run", "--preset", "photo-x3", "--data", "."],
    ],
)
def test_a_command_that_cannot_be_meant_ends_with_2_and_one_line(arguments, capsys):
    from cli.main import main

    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("enhancer: ")
    assert said.err.count("\n") == 1


def test_a_misspelt_command_is_answered_with_the_nearest(capsys):
    from cli.main import main

    assert main(["enhnace"]) == 2
    assert "Did you mean 'enhance'?" in capsys.readouterr().err


def test_no_arguments_show_the_help_and_end_with_2(capsys):
    from cli.main import main

    assert main([]) == 2
    assert "Commands:" in capsys.readouterr().err


def test_a_reader_that_goes_away_costs_no_traceback():
    code = "import sys; from cli.main import main; sys.exit(main(['enhance', '--help']))"
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, text=True, cwd=ROOT, timeout=60
    )
    os.close(writing)
    assert done.returncode == 0
    assert done.stderr == ""


def test_a_full_disk_under_standard_output_is_said_in_one_line():
    if not Path("/dev/full").exists():
        return  # only Linux has a file that is always full
    with Path("/dev/full").open("w") as full:
        done = enhancer("--help", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "No space left" in done.stderr


def test_names_that_are_not_utf8_reach_the_message_escaped():
    done = enhancer("run", b"no\xff.toml", text=False)
    assert done.returncode == 2
    assert b"no\\xff.toml" in done.stderr
