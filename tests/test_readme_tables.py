"""The tables in the README say what was measured last, and every benchmark can tell what its rows mean."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks import rows, tables

EMPTY = "".join(f"<!-- benchmarks: {name} -->\n<!-- end of benchmarks: {name} -->\n" for name in tables.TABLES)


def test_the_tables_in_the_readme_are_those_of_the_newest_rows():
    assert tables.is_current(), "run: python -m tests.benchmarks.tables"


def test_every_benchmark_has_its_place_in_a_table():
    folder = Path(tables.__file__).parent
    shared = {"__init__", "measure", "rows", "tables"}
    files = {path.stem for path in folder.glob("*.py")} - shared
    assert files == {name for names in tables.TABLES.values() for name in names}
    assert {path.stem for path in rows.ROWS.glob("*.jsonl")} <= files


@pytest.fixture
def measured(tmp_path, monkeypatch):
    """A folder of rows of its own, and how to add the row of a run of `help_time`."""
    monkeypatch.setattr(rows, "ROWS", tmp_path)

    def add(ratio):
        values = {"click_seconds": 0.1, "help_seconds": 0.1 * ratio, "ratio": ratio}
        rows.append_row("help_time", {"repeats": 1}, values)

    return add


def test_the_newest_row_counts(measured):
    measured(2.5)
    measured(1.25)
    text = tables.with_tables(EMPTY)
    assert "1.25x (125 ms against 100 ms)" in text
    assert "2.50x" not in text
    assert "`python -m tests.benchmarks.help_time`" in text


def test_a_readme_that_says_something_else_is_found_out(measured, tmp_path):
    measured(1.25)
    readme = tmp_path / "README.md"
    readme.write_text(tables.with_tables(EMPTY), encoding="utf-8")
    assert tables.is_current(readme)
    measured(1.5)
    assert not tables.is_current(readme)
    readme.write_text(tables.with_tables(readme.read_text(encoding="utf-8")), encoding="utf-8")
    assert tables.is_current(readme)


def test_a_row_says_where_when_and_how_it_was_measured(measured, tmp_path):
    measured(1.25)
    row = json.loads((tmp_path / "help_time.jsonl").read_text(encoding="utf-8"))
    assert {"commit", "date", "machine", "seed", "settings", "versions"} <= set(row)
    assert {"cpu", "cores", "load", "system"} == set(row["machine"])
    assert row["settings"] == {"repeats": 1}
