"""The README's tables, made from the newest row of each benchmark and model.

python -m tests.benchmarks.tables [--check]

A table stands between `<!-- benchmarks: NAME -->` and `<!-- end of benchmarks: NAME -->`. With --check nothing is
written, and the status is 1 if the README says anything else than the rows.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from enhancer.files.hashing import sha256_file
from tests.benchmarks.measure import BUSY, ROOT, Line
from tests.benchmarks.rows import Row, read_rows

README = ROOT / "README.md"
TABLES = {
    "quality": ("super_resolution", "fidelity", "sixteen_bit"),
    "generation": ("mnist", "digits", "stacked_mnist", "emoji", "few_pictures", "selection", "feature_networks"),
    "speed": ("network_speed", "overhead", "peak_memory", "codec", "training_speed", "gan_speed", "help_time"),
    "reliability": ("tiling", "kill_sweep", "failures", "gan_resume"),
    "window": ("gui_start", "gui_open", "gui_scroll", "gui_busy", "gui_preview", "gui_cancel"),
}
"""Benchmarks by table, in the order of their lines."""
ASKED = "Asked: the goal set before work began, as first / close / aim."


def newest(benchmark: str) -> list[Row]:
    """The last row for each model (and test set, and preset), in the order of these names."""
    found: dict[tuple[str, ...], Row] = {}
    for row in read_rows(benchmark):
        settings = row["settings"]
        found[(str(row.get("model", "")), str(settings.get("preset", "")), *_natural(settings.get("set", "")))] = row
    return [found[key] for key in sorted(found)]


def pieces(benchmark: str) -> list[Row]:
    """The last row for each combination of settings and seed, oldest first: of benchmarks that tell of many at once."""
    found: dict[str, Row] = {}
    for row in read_rows(benchmark):
        key = json.dumps([row["settings"], row["seed"]], sort_keys=True)
        found.pop(key, None)
        found[key] = row
    return list(found.values())


def told(benchmark: str) -> tuple[list[Row], list[Line]]:
    """The rows that count, and what they say: one by one, or, where a benchmark has a `together`, all together."""
    module = importlib.import_module(f"tests.benchmarks.{benchmark}")
    if hasattr(module, "together"):
        rows = pieces(benchmark)
        return rows, module.together(rows) if rows else []
    rows = newest(benchmark)
    return rows, [replace(line, measured=line.measured + age(row)) for row in rows for line in module.lines(row)]


def _natural(name: str) -> tuple[str, ...]:
    """Set5 before Set14."""
    return tuple(part.zfill(6) if part.isdigit() else part for part in re.split(r"(\d+)", name))


def table(name: str) -> str:
    """The table's Markdown with a line on where it was measured; empty before anything was."""
    lines: list[str] = []
    rows: list[Row] = []
    for benchmark in TABLES[name]:
        command = importlib.import_module(f"tests.benchmarks.{benchmark}").COMMAND
        counted, found = told(benchmark)
        rows += counted
        for line in found:
            cells = (line.what, line.measured, line.asked or "-", f"`{command}`")
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    if not lines:
        return ""
    head = ["| what | measured | asked | command |", "|---|---|---|---|"]
    return "\n".join([*head, *lines, "", " ".join(remarks(rows)), ""])


def age(row: Row) -> str:
    """A remark if the model that is shipped now has other weights than the one that was measured."""
    path = ROOT / "pretrained" / f"{row.get('model', '')}.safetensors"
    if "sha256" not in row or not path.is_file() or sha256_file(path) == row["sha256"]:
        return ""
    return " (of earlier weights)"


def remarks(rows: list[Row]) -> Iterator[str]:
    yield ASKED
    machines = dict.fromkeys(f"{row['machine']['cpu']}, cores used: {row['machine']['cores']}" for row in rows)
    yield f"Measured on {'; '.join(machines)}."
    versions = dict.fromkeys(f"torch {row['versions']['torch']}" for row in rows)
    yield f"With {'; '.join(versions)}."
    if any((row["machine"]["load"] or 0) > BUSY for row in rows):
        yield "Some rows began while the machine did other things; each row says under which load."


def with_tables(text: str) -> str:
    """The README's text with its tables made anew; ValueError if one has no place in it."""
    for name in TABLES:
        begin, end = f"<!-- benchmarks: {name} -->", f"<!-- end of benchmarks: {name} -->"
        if text.count(begin) != 1 or text.count(end) != 1:
            raise ValueError(f"the README has no place for the table {name}")
        before, rest = text.split(begin)
        made = table(name)
        text = before + begin + "\n" + (f"\n{made}\n" if made else "") + end + rest.split(end, 1)[1]
    return text


def is_current(readme: Path = README) -> bool:
    """Whether the README says what the newest rows say."""
    text = readme.read_text(encoding="utf-8")
    return with_tables(text) == text


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="write nothing, end with 1 if the README is not current")
    if options.parse_args().check:
        if is_current():
            return 0
        print("The README's tables are not those of the rows; run: python -m tests.benchmarks.tables")
        return 1
    text = README.read_text(encoding="utf-8")
    README.write_text(with_tables(text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
