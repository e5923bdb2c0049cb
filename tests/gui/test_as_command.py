"""What the window copies as a command is the job that it would run."""

from __future__ import annotations

import shlex

import pytest

import enhancer.jobs
from cli.main import main
from enhancer.jobs import SPECS
from enhancer.jobs.job import Report
from gui.as_command import command_of

JOBS = [
    {
        "kind": "enhance",
        "inputs": ["a b.jpg", "-c.png"],
        "output": "out/",
        "include": ["*.jpg", "x*"],
        "recursive": True,
    },
    {
        "kind": "enhance",
        "inputs": ["a"],
        "output": "o/",
        "model": "photo-x4",
        "size": "x2.5",
        "tile": 128,
        "quality": 80,
    },
    {
        "kind": "enhance",
        "inputs": ["a"],
        "max_pixels": 5,
        "shard": "2/3",
        "strip": True,
        "strip_gps": True,
        "threads": 2,
    },
    {"kind": "enhance", "inputs": ["a"], "if_exists": "rename", "depth": "16", "fidelity": "low", "precision": "fp16"},
    {
        "kind": "generate",
        "model": "digits",
        "output": "o",
        "count": 9,
        "seed": 4,
        "classes": ["3", "8"],
        "by_class": True,
    },
    {"kind": "generate", "model": "digits", "output": "o", "count": 1, "film": True, "grid": True, "frames": 3},
    {"kind": "generate", "model": "digits", "output": "o", "count": 0, "interpolate": [3, 4], "steps": 5},
    {"kind": "generate", "model": "digits", "output": "o", "count": 0, "like": ["a.png"], "vary": 4, "strength": 0.5},
    {
        "kind": "generate",
        "model": "m",
        "output": "o",
        "reject": True,
        "tries": 3,
        "reference": "r",
        "features": "digits",
    },
    {
        "kind": "generate",
        "model": "m",
        "output": "o",
        "truncation": 0.7,
        "format": "webp",
        "batch": 3,
        "name": "{seed}.{ext}",
    },
    {
        "kind": "project",
        "model": "m",
        "output": "o",
        "inputs": ["a.png", "b.png"],
        "classes": ["1"],
        "steps": 7,
        "seed": 2,
    },
]


@pytest.mark.parametrize("values", JOBS, ids=range(len(JOBS)))
def test_the_command_makes_the_job_it_was_copied_from(values, monkeypatch, capsys):
    seen = []

    def run(job, sink):
        seen.append(job)
        return Report(job.kind, "done")

    monkeypatch.setattr(enhancer.jobs, "run", run)
    job = SPECS.get(values["kind"]).from_mapping(values)
    words = shlex.split(command_of(job.to_mapping()))
    assert words[0] == "enhancer"
    assert main(words[1:]) == 0, capsys.readouterr().err
    assert seen == [job]


def test_what_is_usual_is_not_spelled_out():
    job = SPECS.get("enhance").from_mapping({"kind": "enhance", "inputs": ["photo.jpg"]})
    assert command_of(job.to_mapping()) == "enhancer enhance photo.jpg"
