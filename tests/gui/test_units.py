"""Numbers as people read them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from gui import units


@pytest.fixture(autouse=True)
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0021, "2.1 ms"),
        (0.35, "0.35 s"),
        (4.24, "4.2 s"),
        (45, "45 s"),
        (89.4, "89 s"),
        (120, "2 min"),
        (3_599, "1 h"),
        (12_000, "3 h 20 min"),
        (86_399, "1 d"),
        (187_200, "2 d 4 h"),
    ],
)
def test_durations_are_rounded_as_an_estimate_deserves(seconds, text):
    assert units.duration(seconds) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 B"), (999, "999 B"), (1_500, "1.5 kB"), (3_420_000, "3.42 MB"), (99_960_000, "100 MB"), (2e12, "2 TB")],
)
def test_amounts_have_three_digits(size, text):
    assert units.amount(size) == text


def test_sizes_of_pictures_say_how_many_megapixels():
    assert units.pixels(4096, 2716) == "4,096 × 2,716 (11.1 MP)"
    assert units.pixels(64, 64) == "64 × 64"


def test_numbers_follow_the_language():
    assert units.count(12_345) == "12,345"
    assert units.number(2.50, 2) == "2.5"
    assert units.fixed(2.5, 2) == "2.50"
    QLocale.setDefault(QLocale("de_DE"))
    assert units.count(12_345) == "12.345"
    assert units.number(2.5, 2) == "2,5"


def test_the_own_folder_is_a_tilde(monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/home/me"))
    assert units.place(Path("/home/me/pictures")) == "~/pictures"
    assert units.place(Path("/home/meadow")) == "/home/meadow"
