"""`enhancer models` of a generator: what its card says to people, and in which words."""

from __future__ import annotations

import json

import pytest

from cli.main import main
from enhancer.models.info import Score
from tests.helpers_generators import save_random_generator

PROTOCOL = "features-digits; 2,000 against 2,000 held-out"


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("ENHANCER_MODELS", str(tmp_path))
    return tmp_path


def scores(protocol_of_recall=PROTOCOL):
    return (
        Score(metric="fid", data="held-out digits", value=1.25, baseline=80.0, protocol=PROTOCOL),
        Score(metric="recall", data="held-out digits", value=0.625, baseline=0.0, protocol=protocol_of_recall),
    )


def shown(capsys, name="tiny-gan"):
    """(label, text) of each line of the card."""
    capsys.readouterr()
    assert main(["models", "show", name]) == 0
    return [tuple(part.strip() for part in line.split("  ", 1)) for line in capsys.readouterr().out.splitlines()]


def test_the_card_of_a_generator_says_what_it_makes_and_from_what(store, capsys):
    save_random_generator(store, classes=("cat", "dog"), channels=4, size=(8, 16), wraps=True)
    card = dict(shown(capsys))
    assert card["Purpose"] == "generate, 16x8 RGBA, 2 classes"
    assert card["Classes"] == "cat, dog"
    assert card["Starts from"] == "6 numbers, normal"
    assert "tiles" in card["Edges"]
    assert not {"Adds to", "Tiles", "Made for"} & card.keys(), "it changes no picture"


def test_what_all_scores_share_is_said_once(store, capsys):
    save_random_generator(store, metrics=scores())
    lines = shown(capsys)
    assert [text for label, text in lines if label == "Score"] == [
        "fid 1.250 (noise 80.000)",
        "recall 0.625 (noise 0.000)",
    ]
    assert [text for label, text in lines if label == "Judged by"] == [f"held-out digits; {PROTOCOL}"]
    assert sum(PROTOCOL in text for _, text in lines) == 1


def test_scores_of_different_protocols_each_say_theirs(store, capsys):
    save_random_generator(store, metrics=scores("another network"))
    lines = shown(capsys)
    assert not [text for label, text in lines if label == "Judged by"]
    assert [text.rpartition("; ")[2] for label, text in lines if label == "Score"][1] == "another network"


def test_one_score_is_one_line(store, capsys):
    save_random_generator(store, metrics=scores()[:1])
    found = [text for label, text in shown(capsys) if label == "Score"]
    assert found == [f"fid 1.250 (noise 80.000) on held-out digits; {PROTOCOL}"]


@pytest.mark.parametrize(("verdict", "words"), [("better", "better than its start and noise"), ("worse", "WORSE")])
def test_a_generator_is_measured_against_noise(store, capsys, verdict, words):
    save_random_generator(store, metrics=scores(), verdict=verdict)
    assert words in dict(shown(capsys))["Verdict"]
    assert main(["models", "list"]) == 0
    (row,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("tiny-gan")]
    assert "8x8 grey" in row
    assert "fid 1.25" in row
    assert ("or noise" in row) == (verdict == "worse")


def test_the_whole_card_is_one_document(store, capsys):
    path = save_random_generator(store, metrics=scores(), classes=("cat", "dog"))
    assert main(["models", "show", str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["card"]["classes"] == ["cat", "dog"]
    assert [score["metric"] for score in said["card"]["metrics"]] == ["fid", "recall"]
    assert said["file"] == str(path)
