"""The rules of the house, held by machine: imports, registries, documentation, the length of files."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

import enhancer
from enhancer.registry import Registry

ROOT = Path(__file__).resolve().parent.parent
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
)
TORCH_HOMES += ("enhance/", "generate/", "train/", "evaluate/")
# Torch-free when imported; these load it inside a function that cannot do without.
TORCH_INSIDE = ("models/file.py", "jobs/run_")
FRONT_LIBRARIES = {"PySide6", "click", "rich", "cli", "gui"}
LINE_LIMIT = 300
REASON = "over 300 lines because"

CORE = sorted((ROOT / "enhancer").rglob("*.py"))
FRONTS = sorted([*(ROOT / "cli").rglob("*.py"), *(ROOT / "gui").rglob("*.py")])


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@dataclass(frozen=True)
class Import:
    """module: absolute dotted name; level: dots in the text; eager: loaded when the file is imported."""

    module: str
    level: int
    eager: bool
    typing_only: bool


def imports_of(path: Path) -> list[Import]:
    package = list(path.relative_to(ROOT).parent.parts)
    found: list[Import] = []

    def visit(node: ast.AST, inside: bool, typing_only: bool) -> None:
        if isinstance(node, ast.Import):
            found.extend(Import(alias.name, 0, not inside, typing_only) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            # Of a package, each name may be a module of its own: `from .. import jobs`, `from enhancer import jobs`.
            whole = not node.module or (not node.level and node.module == "enhancer")
            names = [f"{stem}.{alias.name}" for alias in node.names] if whole else [stem]
            found.extend(Import(name, node.level, not inside, typing_only) for name in names)
        inside = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        guard = isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        for child in ast.iter_child_nodes(node):
            visit(child, inside, typing_only or guard)

    visit(ast.parse(path.read_text(encoding="utf-8")), False, False)
    return found


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


def fresh_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


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


def commands() -> dict[str, click.Command]:
    from cli.main import root

    def walk(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
        yield name, command
        if isinstance(command, click.Group):
            context = click.Context(command)
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                assert found is not None, inner
                yield from walk(f"{name} {inner}", found)

    return dict(walk("enhancer", root))


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_explained(name):
    command = commands()[name]
    assert command.help, name
    for param in command.params:
        words = param.explained if isinstance(param, click.Argument) else param.help
        assert words and words.strip().endswith((".", ")", "?")), f"{name} {param.name}"  # noqa: PT018


@pytest.mark.parametrize("name", commands())
def test_the_readme_names_every_command(name):
    assert name in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_help_in_the_readme_is_what_the_program_prints():
    from click.testing import CliRunner

    from cli.main import root

    printed = CliRunner().invoke(root, ["--help"], prog_name="enhancer", terminal_width=80).output
    block = (ROOT / "README.md").read_text(encoding="utf-8").split("<!-- help -->\n```text\n")[1].split("```")[0]
    assert block == printed


@pytest.mark.parametrize("path", [*CORE, *FRONTS], ids=name_of)
def test_a_file_is_short_or_says_why_not_and_opens_with_a_sentence(path):
    text = path.read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(text)) or ""
    assert docstring, "what lives here, in one sentence?"
    assert text.count("\n") <= LINE_LIMIT or REASON in docstring


@pytest.mark.parametrize("name", enhancer.__all__)
def test_every_verb_of_the_python_api_resolves(name):
    assert getattr(enhancer, name) is not None


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
