"""The rules of the house, held by machine: what is loaded when a program, a job or a child starts."""

from __future__ import annotations

import pytest

from tests.helpers_guards import fresh_python


def test_fronts_and_all_jobs_are_built_without_torch():
    code = """
import sys, importlib, importlib.util
import cli.main, gui.app
import gui.program, gui.begin, gui.foot, gui.last_time
from gui.pages import PAGES
heavy = [name for name in ("torch", "numpy", "cv2", "PIL", "pydantic") if name in sys.modules]
assert not heavy, heavy
for page in PAGES:
    PAGES.get(page)
heavy = [name for name in ("torch", "numpy", "cv2", "PIL", "pydantic") if name in sys.modules]
assert not heavy, heavy
from enhancer.jobs import SPECS
from enhancer.train.preset import load_preset, presets
from enhancer import EnhanceJob, TrainJob, load_job, read, run, write
smallest = {
    "enhance": lambda cls: cls(inputs=("a.png",)),
    "train": lambda cls: cls(run_dir="run", config=load_preset(presets()[0])),
    "generate": lambda cls: cls(model="digits", output="out"),
    "project": lambda cls: cls(model="digits", inputs=("a.png",), output="out"),
}
for name in SPECS:
    job = smallest[name](SPECS.get(name))
    assert SPECS.get(name).from_toml(job.to_toml()) == job, name
for command in cli.main.COMMANDS:
    importlib.import_module(f"cli.commands.{command}")
print("torch" in sys.modules)
"""
    assert fresh_python(code) == "False"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []])
def test_help_costs_hardly_more_than_click(arguments):
    code = f"""
import sys
from cli.main import main
main({arguments!r})
heavy = ["pydantic", "numpy", "rich", "torch", "importlib.metadata", "email", "PIL", "cv2", "sqlite3"]
print("loaded:", [name for name in heavy if name in sys.modules])
"""
    assert fresh_python(code).endswith("loaded: []")


def test_the_child_that_decodes_knows_no_torch():
    code = """
import sys
from importlib import import_module
from gui.workers.pictures import TASKS
for _, _, target in TASKS:
    module, _, name = target.partition(":")
    assert callable(getattr(import_module("gui.workers" + module), name)), target
print("torch" in sys.modules, "PySide6" in sys.modules)
"""
    assert fresh_python(code) == "False False"


def test_every_task_of_the_child_that_computes_is_there_without_qt():
    code = """
import sys
from importlib import import_module
from gui.workers.compute import TASKS
for _, _, target in TASKS:
    module, _, name = target.partition(":")
    assert callable(getattr(import_module("gui.workers" + module), name)), target
print("PySide6" in sys.modules)
"""
    assert fresh_python(code) == "False"
