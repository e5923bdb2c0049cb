"""The rules of the house, held by machine: what is registered is there, and what is there is registered."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

import enhancer
from enhancer.registry import Registry
from tests.helpers_guards import CORE, FRONTS, ROOT, imports_of, name_of


def registries() -> Iterator[tuple[str, Registry]]:
    for path in [*CORE, *FRONTS]:
        if "Registry(" in path.read_text(encoding="utf-8") and path.name != "registry.py":
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            for name, value in vars(importlib.import_module(module)).items():
                if isinstance(value, Registry):
                    yield f"{module}:{name}", value


def test_every_registry_line_resolves():
    found = list(registries())
    assert {where.rpartition(":")[2] for where, _ in found} >= {"NETWORKS", "FORMATS", "SPECS", "RUNNERS"}
    for _, registry in found:
        for name in registry:
            assert registry.get(name) is not None


def test_every_file_of_a_registered_folder_is_registered_or_used_by_one_that_is():
    imported = {found.module for path in [*CORE, *FRONTS] for found in imports_of(path)}
    folders: dict[Path, set[str]] = {}
    for where, registry in registries():
        package = where.partition(":")[0]
        for name in registry:
            module = importlib.util.resolve_name(registry.target(name).partition(":")[0], package)
            path = ROOT / Path(*module.split(".")).with_suffix(".py")
            folders.setdefault(path.parent, set()).add(path.stem)
    forgotten = []
    for folder, known in folders.items():
        for path in folder.glob("*.py"):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            if path.stem != "__init__" and path.stem not in known and module not in imported:
                forgotten.append(name_of(path))
    assert folders
    assert not forgotten


def test_every_command_file_is_in_the_table():
    from cli.main import COMMANDS

    files = {path.stem for path in (ROOT / "cli" / "commands").glob("*.py")} - {"__init__"}
    assert files == set(COMMANDS)


@pytest.mark.parametrize("name", enhancer.__all__)
def test_every_verb_of_the_python_api_resolves(name):
    assert getattr(enhancer, name) is not None
