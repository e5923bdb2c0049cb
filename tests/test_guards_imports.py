"""The rules of the house, held by machine: what may import what, and what the core never does."""

from __future__ import annotations

import ast

import enhancer
from tests.helpers_guards import CORE, FRONTS, ROOT, imports_of, name_of

# Later ones may import earlier ones, never the reverse.
ORDER = [
    *("errors", "events", "registry", "spec"),
    *("files", "images", "ops", "metrics", "batch", "datasets", "models", "runtime", "features"),
    *("enhance", "generate", "augment", "train", "evaluate", "jobs"),
]
TORCH_HOMES = (
    "models/networks/",
    "models/model.py",
    "models/generator.py",
    "models/importers/",
    "runtime/",
    "features/",
    *("enhance/", "generate/", "train/", "evaluate/"),
)
# Torch-free when imported; these load it inside a function that cannot do without.
TORCH_INSIDE = ("models/file.py", "jobs/run_")
FRONT_LIBRARIES = {"PySide6", "click", "rich", "cli", "gui"}


def rank(module: str) -> int | None:
    parts = module.split(".")
    return ORDER.index(parts[1]) if parts[0] == "enhancer" and len(parts) > 1 and parts[1] in ORDER else None


def test_every_part_of_the_core_has_its_place_in_the_order():
    parts = {path.relative_to(ROOT / "enhancer").parts[0].removesuffix(".py") for path in CORE}
    assert parts - {"__init__", "__main__"} <= set(ORDER)


def test_the_core_imports_only_what_stands_before_it():
    wrong = []
    for path in CORE:
        own = rank("enhancer." + path.relative_to(ROOT / "enhancer").parts[0].removesuffix(".py"))
        for found in imports_of(path):
            other = rank(found.module)
            # A type that is only named costs nothing and runs nothing.
            if own is not None and other is not None and other > own and not found.typing_only:
                wrong.append(f"{name_of(path)} imports {found.module}")
    assert not wrong


def test_the_core_uses_none_of_its_lazy_verbs():
    verbs = {f"enhancer.{name}" for name in enhancer.__all__ if name != "__version__"}
    wrong = [f"{name_of(path)} imports {found.module}" for path in CORE for found in imports_of(path)]
    assert not [one for one in wrong if one.rpartition(" ")[2] in verbs and "enhancer/__init__.py" not in one]


def test_no_files_import_each_other_in_a_circle():
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in [*CORE, *FRONTS]}
    needs = {
        name: {found.module for found in imports_of(path) if not found.typing_only} for name, path in modules.items()
    }
    free = dict(needs)
    while done := [name for name, wanted in free.items() if not wanted & free.keys() - {name}]:
        for name in done:
            del free[name]
    assert not free, "in a circle, or above one"


def test_the_core_knows_no_front_and_no_terminal():
    wrong = [
        f"{name_of(path)} imports {found.module}"
        for path in CORE
        for found in imports_of(path)
        if found.module.split(".")[0] in FRONT_LIBRARIES
    ]
    assert not wrong


def test_the_core_prints_nothing():
    calls = [
        f"{name_of(path)}:{node.lineno}"
        for path in CORE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not calls


def test_torch_is_imported_only_where_networks_run():
    wrong = []
    for path in CORE:
        place = path.relative_to(ROOT / "enhancer").as_posix()
        for found in imports_of(path):
            if found.module.split(".")[0] not in {"torch", "torchvision"} or found.typing_only:
                continue
            allowed = place.startswith(TORCH_HOMES) or (not found.eager and place.startswith(TORCH_INSIDE))
            if not allowed:
                wrong.append(f"{name_of(path)} imports {found.module}")
    wrong += [
        f"{name_of(path)} imports {found.module}"
        for path in FRONTS
        for found in imports_of(path)
        if found.module.split(".")[0] in {"torch", "torchvision"}
        # The tasks of a child compute where it is told to, not when they are imported.
        and (found.eager or not name_of(path).startswith("gui/workers/"))
    ]
    assert not wrong


def test_fronts_import_themselves_relatively_and_never_each_other():
    wrong = [
        f"{name_of(path)} imports {found.module}"
        for path in FRONTS
        for found in imports_of(path)
        if found.level == 0 and found.module.split(".")[0] in {"cli", "gui"}
    ]
    wrong += [
        f"{name_of(path)} imports {found.module}"
        for path in FRONTS
        for found in imports_of(path)
        if found.level and found.module.split(".")[0] != path.relative_to(ROOT).parts[0]
    ]
    assert not wrong


def test_nothing_can_reach_the_network():
    able = {
        "urllib.request",
        "http.client",
        "http.server",
        "requests",
        "httpx",
        "huggingface_hub",
        "ftplib",
        "smtplib",
    }
    wrong = [
        f"{name_of(path)} imports {found.module}"
        for path in [*CORE, *FRONTS]
        for found in imports_of(path)
        if found.module in able
    ]
    assert not wrong
