"""The sentences of the core that the window can meet, found in its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CORE = Path(__file__).parents[1] / "enhancer"
TASKS = CORE.parent / "gui" / "workers" / "tasks"
OUT_OF_REACH = (
    "evaluate",
    "features",
    "metrics",
    "train/feature_training",
    "train/report",
    "train/write_shards.py",
    "jobs/enhance_stream.py",
    "jobs/run_demo.py",
)
"""Of the core, where no way leads from the window: commands of their own, and pipes."""
RAISED = re.compile(r"[A-Z]\w*Error|OutputInUse|LeftOut|Problem|Warned|damaged|cut_off|not_supported")
FOREIGN = frozenset({"AttributeError", "ValueError", "TypeError", "OSError", "KeyError", "RuntimeError"})
PARTS = frozenset({"DatabaseError", "ExifError", "AssertionError"})
"""Of the core itself: caught there, and told inside of another sentence."""

OF_PARTS = frozenset(
    {
        "There are outputs already that 12: 1212.",
        "12 1212 and stay beyond 12: they explode.",
        "12, and a lower learning rate did not help.",
        ", or use --allow-truncated to fill what is missing.",
        " of it.",
        "over the lazy dog, 0123456789.",
    }
)
"""Halves of sentences, and with halves in them; whole ones are looked at below. And a picture's text."""


def sources() -> list[Path]:
    out = [CORE / name for name in OUT_OF_REACH]
    found = (path for path in sorted(CORE.rglob("*.py")) if not any(path.is_relative_to(one) for one in out))
    return [*found, *sorted(TASKS.glob("*.py"))]


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            if RAISED.fullmatch(name) and name not in FOREIGN | PARTS:
                yield name, node


def constants(path: Path) -> dict[str, str]:
    """Names of texts at the top of a file."""
    nodes = (node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.Assign))
    return {
        ast.unparse(node.targets[0]): node.value.value
        for node in nodes
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def written(node: ast.expr) -> list[str]:
    """What a text of the source may become, with 12 for what is filled in; [] if it is made elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*written(node.body), *written(node.orelse)]
    if isinstance(node, ast.BinOp):
        return [a + b for a in written(node.left) for b in written(node.right)]
    if not isinstance(node, ast.JoinedStr):
        return []
    texts = [""]
    for part in node.values:
        if isinstance(part, ast.Constant):
            texts = [text + str(part.value) for text in texts]
        else:
            assert isinstance(part, ast.FormattedValue)
            fills = written(part.value) or ["12"]
            texts = [text + fill for text in texts for fill in fills]
    return texts


def told(name: str, call: ast.Call) -> list[str]:
    """The sentences of a call: message and hint, or reason, or what is wrong with a file."""
    places = {"Warned": (0, 1), "LeftOut": (2, 3), "damaged": (1, 3), "cut_off": (1, 3), "not_supported": (1, 3)}
    first, end = places.get(name, (0, 2))
    texts = [written(node) for node in call.args[first:end]]
    if name == "not_supported":
        texts[0] = [f"12 {text}." for text in texts[0]]
    # What is nothing but facts is put together of parts that are told elsewhere.
    return [text for some in texts for text in some if text.strip(" 12.:") and text not in OF_PARTS]
