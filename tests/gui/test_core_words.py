"""What the core says is known to the window, by its sentence, or at least by its code."""

from __future__ import annotations

import ast
import re

import pytest

from enhancer.batch.scan import _REASONS
from enhancer.train.preset import load_preset, presets
from gui.core_words import SENTENCES_INSIDE
from gui.core_words.codes import CODES
from gui.core_words.matching import TABLES, find
from gui.workers.tasks.train_plan import _about
from tests.helpers_core_words import CORE, OF_PARTS, TASKS, calls, constants, sources, told, written


def test_every_code_of_the_core_has_a_sentence():
    codes = {code for code in _REASONS if code != "device"}
    for path in [*sorted(CORE.rglob("*.py")), *sorted(TASKS.glob("*.py"))]:
        named = constants(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "default_code":
                codes.add(ast.literal_eval(node.value))
        for name, call in calls(path):
            asked = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
            place = 1 if name in ("LeftOut", "Warned") else 2
            asked += call.args[place : place + 1] if name != "Problem" else []
            told = [code for one in asked for code in written(one)]
            told += [named[one.id] for one in asked if isinstance(one, ast.Name) and one.id in named]
            codes.update(code for code in told if re.fullmatch("[a-z-]+", code))
    assert len(codes) > 50
    assert codes - CODES.keys() - {"note", "rollback", "finding"} == set()


def is_known(text: str) -> bool:
    parts = [text, *re.split(r"(?<=[.?])\s+", text)]
    known = [
        any(not found.sentence.could_be_anything or not found.facts.keys() & SENTENCES_INSIDE for found in find(part))
        for part in parts
    ]
    return known[0] or all(known[1:])


def test_every_sentence_that_the_window_can_meet_is_known():
    said = [
        (f"{path.relative_to(CORE.parent)}:{call.lineno}", text)
        for path in sources()
        for name, call in calls(path)
        for text in told(name, call)
    ]
    assert len(said) > 400
    unknown = [f"{where}: {text}" for where, text in said if not is_known(text)]
    assert not unknown, "add these to a table of gui/core_words:\n" + "\n".join(unknown)


SPOKEN = ("images", "enhance", "batch/scan.py", "train/monitors", "train/healing.py", "train/adversarial/compiling.py")
"""Where notes, losses and what monitors saw are written: texts that end with a full stop."""


def test_every_note_of_the_core_is_known():
    said = []
    for path in (path for name in SPOKEN for path in sorted([*(CORE / name).rglob("*.py"), CORE / name])):
        if path.suffix != ".py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inner = {
            part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.Expr) for part in ast.walk(node)
        }
        outer = {node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)}
        for node in (set(ast.walk(tree)) - inner) | outer:
            if isinstance(node, ast.Constant | ast.JoinedStr):
                texts = [re.sub(r"\{:[^}]*\}", "12", text) for text in written(node)]
                said += [(path.name, text) for text in texts if re.fullmatch(r".* .* .*[a-z0-9]\.", text)]
    assert len(said) > 60
    unknown = [f"{where}: {text}" for where, text in said if not is_known(text) and text not in OF_PARTS]
    assert not unknown, "add these to a table of gui/core_words:\n" + "\n".join(unknown)


@pytest.mark.parametrize("preset", presets())
def test_every_setting_of_a_training_is_explained_in_known_words(preset):
    about = _about(load_preset(preset))
    assert len(about) > 10
    assert {name: text for name, text in about.items() if not is_known(text)} == {}


def test_no_hint_names_an_option_of_the_command_line():
    shown = [entry if isinstance(entry, str) else entry[1] for table in TABLES for entry in table]
    assert [text for text in shown if re.search(r"(^|\s)--?[a-z]+\b", text)] == []
