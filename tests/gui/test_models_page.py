"""The page of models: what each card says, how fast it is here, and what can be done with one's own."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from enhancer.models.store import shipped_folder, user_folder
from gui.pages.models import ModelsPage

SLOW = 60_000


@pytest.fixture
def own():
    """A model of the user, with what lies beside it."""
    user_folder().mkdir(parents=True)
    for suffix in (".safetensors", ".curve.jsonl", ".recipe.toml"):
        shutil.copy(shipped_folder() / f"photo-x2{suffix}", user_folder() / f"mine{suffix}")
    return user_folder() / "mine.safetensors"


@pytest.fixture
def page(qtbot, services):
    made = ModelsPage(services)
    made.resize(1100, 760)
    made.show()
    qtbot.waitUntil(lambda: services.catalog.ready, timeout=SLOW)
    yield made
    made.close()
    made.deleteLater()


def names(page):
    rows = range(page.list.list.count())
    return [page.list.list.item(row).data(Qt.ItemDataRole.UserRole) for row in rows]


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def told(page):
    """All facts of the card, as name and text."""
    grid = page.card.fact_rows.grid
    rows = [(grid.itemAtPosition(row, 0), grid.itemAtPosition(row, 1)) for row in range(grid.rowCount())]
    return {name.widget().text(): text.widget().text() for name, text in rows if name and text}


def known(qtbot, page, name):
    page.take({"model": name})
    qtbot.waitUntil(lambda: page.card.facts.get("path", "").endswith(f"{name}.safetensors"), timeout=SLOW)
    return told(page)


def test_models_are_found_by_purpose_and_words(qtbot, own, page, services):
    assert names(page)[:3] == ["photo-x2", "photo-x4", "mine"]
    page.list.purpose.setCurrentIndex(page.list.purpose.findData("generate"))
    page.list.purpose.activated.emit(page.list.purpose.currentIndex())
    assert names(page) == ["digits", "emoji"]
    assert page.card.entry.name == "digits"
    qtbot.keyClicks(page.list.search, "photographs")
    assert names(page) == []
    assert page.list.note.isVisible()
    assert page.card.entry is None
    page.take({"model": "photo-x4"})
    assert page.list.value == page.card.entry.name == "photo-x4"
    assert page.list.search.text() == ""


def test_the_card_says_what_is_to_be_known(qtbot, page):
    facts = known(qtbot, page, "digits")
    assert facts["Classes"] == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"
    assert facts["Licence of the weights"] == "Apache-2.0"
    assert facts["Learned from"].startswith("MNIST")
    assert len(facts["SHA-256"]) == 64
    assert facts["File"] == str(shipped_folder() / "digits.safetensors")
    scores = page.card.scores
    assert [scores.horizontalHeaderItem(n).text() for n in range(4)] == ["Measure", "Model", "Noise", "On"]
    assert [scores.item(0, n).text() for n in range(3)] == ["FID", "1.655", "76.18"]
    curve = page.card.curves.chart("fid").data.lines[0].points
    assert curve[0][0] == 0
    assert curve[-1][0] == 600_000
    assert "[stages.data]" in page.card.recipe_text.toPlainText().replace("[[", "[")
    assert not page.card.does.removal.isEnabled()
    with qtbot.waitSignal(page.wanted, timeout=1_000) as asked:
        click(qtbot, page.card.head.use)
    assert asked.args == ["generate", {"model": "digits"}]
    with qtbot.waitSignal(page.wanted, timeout=1_000) as asked:
        page.card.does.train.trigger()
    assert asked.args == ["train", {"start": "digits"}]


def test_speed_and_health_are_measured_on_this_machine(qtbot, page, services):
    known(qtbot, page, "digits")
    click(qtbot, page.card.head.speed)
    assert not page.card.head.speed.isEnabled()
    qtbot.waitUntil(lambda: "Speed here" in told(page), timeout=SLOW)
    assert "pictures a second on" in told(page)["Speed here"]
    click(qtbot, page.card.head.check)
    qtbot.waitUntil(page.card.checks.isVisible, timeout=SLOW)
    said = [label.text() for label in page.card.checks.findChildren(QLabel)]
    assert said[0] == "It computes what its card says."
    assert "variety" in said
    known(qtbot, page, "photo-x2")
    assert "Speed here" not in told(page)
    assert not page.card.checks.isVisible()
    click(qtbot, page.card.head.speed)
    qtbot.waitUntil(lambda: "Speed here" in told(page), timeout=SLOW)
    assert "a megapixel of the original" in told(page)["Speed here"]
    assert "Speed here" in known(qtbot, page, "digits")


def test_ones_own_are_renamed_and_removed(qtbot, own, page, own_house):
    known(qtbot, page, "mine")
    page.card.does.rename("photo-x4")
    assert page.card.failure.failure.message == "There is a model called photo-x4 already."
    page.card.does.rename("better")
    qtbot.waitUntil(lambda: page.card.entry.name == "better", timeout=SLOW)
    assert sorted(path.name for path in user_folder().iterdir()) == [
        "better.curve.jsonl",
        "better.recipe.toml",
        "better.safetensors",
    ]
    page.card.does.remove()
    qtbot.waitUntil(lambda: "better" not in names(page), timeout=SLOW)
    assert not list(user_folder().iterdir())
    assert (own_house / "data" / "Trash" / "files" / "better.safetensors").is_file()


def test_files_are_added_when_they_are_models_and_told_of_when_not(qtbot, page, tmp_path):
    good = tmp_path / "given.safetensors"
    shutil.copy(shipped_folder() / "photo-x2.safetensors", good)
    assert page.open_paths([good])
    qtbot.waitUntil(lambda: page.card.entry is not None and page.card.entry.name == "given", timeout=SLOW)
    assert (user_folder() / "given.safetensors").read_bytes() == good.read_bytes()
    page.add([good])
    qtbot.waitUntil(lambda: page.failure.failure is not None, timeout=SLOW)
    assert page.failure.failure.message == "There is a model called given already."
    cut = tmp_path / "cut.safetensors"
    cut.write_bytes(good.read_bytes()[:-100])
    page.add([cut])
    qtbot.waitUntil(lambda: "damaged" in page.failure.message.text(), timeout=SLOW)
    assert not (user_folder() / "cut.safetensors").exists()
    assert not page.open_paths([tmp_path / "picture.png"])
    shutil.copy(cut, user_folder() / "cut.safetensors")
    qtbot.waitUntil(page.list.problems.isVisible, timeout=SLOW)
    assert "cut.safetensors is damaged" in page.list.problem_text.text()
