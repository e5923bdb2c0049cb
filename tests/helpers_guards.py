"""The files of the house, what they import, and a Python of their own, for the tests of its rules."""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
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


def fresh_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
