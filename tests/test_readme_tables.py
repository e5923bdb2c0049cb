"""The tables in the README say what was measured last, and every benchmark can tell what its rows mean."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from tests.benchmarks import gan_pieces, rows, tables

EMPTY = "".join(f"<!-- benchmarks: {name} -->\n<!-- end of benchmarks: {name} -->\n" for name in tables.TABLES)


def test_the_tables_in_the_readme_are_those_of_the_newest_rows():
    assert tables.is_current(), "run: python -m tests.benchmarks.tables"


def test_every_benchmark_has_its_place_in_a_table():
    folder = Path(tables.__file__).parent
    shared = {"__init__", "failure_cases", "gan_pieces", "gan_runs", "gui_parts", "measure", "rows", "tables"}
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


@pytest.fixture
def failures(measured):
    """Adds a row of the benchmark of forced failures."""

    def add(case, seed, images=1000, **values):
        settings = {"case": case, "preset": "dcgan", "variant": "", "images": images}
        shown = {"caught": True, "caught_at": 500, "by": ["finite"], "events": [], "ended": "", "images": images}
        rows.append_row("failures", settings, {**shown, "fid": 10.0, **values}, seed)

    return add


def test_pieces_of_a_benchmark_are_told_together(failures):
    failures("healthy", 5)
    failures("healthy", 6)
    failures("nan", 5, fid=12.0)
    failures("nan", 6, fid=20.0)
    text = tables.with_tables(EMPTY)
    assert "caught 2 of 2, healed 1 of 2: final FID over the healthy run's 1.60x (worst 2.00x) (seeds 5-6)" in text
    assert "healthy runs (`dcgan`) with a false alarm | 0 of 2 |" in text


def test_a_piece_that_was_measured_again_counts_once_with_its_newest_row(failures):
    failures("nan", 5, caught=False)
    failures("nan", 6)
    failures("nan", 5)
    assert "caught 2 of 2 " in tables.with_tables(EMPTY)


def test_pieces_of_other_settings_are_never_mixed(failures):
    failures("nan", 5, images=1000, caught=False)
    failures("nan", 6, images=2000)
    assert "caught 1 of 1 " in tables.with_tables(EMPTY)


def test_what_must_heal_and_could_not_be_compared_did_not_heal(failures):
    failures("healthy", 5)
    failures("healthy", 6)
    failures("nan", 5)
    failures("nan", 6, ended="3 returns did not help.")
    assert "caught 2 of 2, healed 1 of 2" in tables.with_tables(EMPTY)


def test_a_false_alarm_is_told_with_its_monitor(failures):
    failures("healthy", 5, events=[{"monitor": "plateau"}])
    failures("healthy", 6)
    assert "1 of 2 (plateau)" in tables.with_tables(EMPTY)


def test_a_mean_over_seeds_comes_with_its_deviation(measured):
    for seed, modes in enumerate((100, 200, 300)):
        settings = {"preset": "wgan", "updates": 2400, "samples": 25600}
        values = {"modes": float(modes), "mode_kl": 1.0, "real": {"modes": 1000.0, "mode_kl": 0.02}}
        rows.append_row("stacked_mnist", settings, values, seed)
    assert "200 +- 100, divergence 1.000 +- 0.000 (3 seeds" in tables.with_tables(EMPTY)


def test_a_piece_with_a_row_is_skipped_unless_it_is_asked_for_again(measured, tmp_path):
    def missing(settings, seed, **changed):
        options = argparse.Namespace(again=False, no_row=False, runs=tmp_path)
        vars(options).update(changed)
        return gan_pieces.Pieces("emoji", options, lambda row: []).missing(settings, seed)

    settings = {"preset": "dcgan", "sides": (64, 64)}
    assert missing(settings, 0)
    rows.append_row("emoji", settings, {}, 0)
    assert not missing(settings, 0)
    assert missing(settings, 1)
    assert missing({**settings, "preset": "r3gan"}, 0)
    assert missing(settings, 0, again=True)
    assert missing(settings, 0, no_row=True)


def test_seeds_are_named_one_by_one_or_from_to():
    assert gan_pieces.numbers("5-8") == [5, 6, 7, 8]
    assert gan_pieces.numbers("0,3,7-8") == [0, 3, 7, 8]


@pytest.mark.parametrize(
    ("preset", "generator", "discriminator"),
    [("mlp", None, None), ("dcgan", 16, 16), ("wgan-gp", 16, 16), ("resgan", 8, 16), ("sngan", 8, 16), ("r3gan", 8, 8)],
)
def test_one_width_means_the_same_for_every_network(preset, generator, discriminator):
    config = gan_pieces.gan_config(preset, gan_pieces.sized(preset, 16, 64))
    assert config.generator.arguments.get("width") == generator
    assert config.discriminator.arguments.get("width") == discriminator
