"""The models as the window knows them: read beside its thread, followed when files come, go or are renamed."""

from __future__ import annotations

import pytest

from enhancer.errors import OutputError
from enhancer.models.store import Store, shipped_folder
from gui.catalog import Catalog
from gui.widgets.model_choice import ModelChoice
from tests.helpers_models import save_random_model


@pytest.fixture
def user(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.fixture
def catalog(qtbot, user):
    made = Catalog(Store(shipped_folder(), user))
    yield made
    made.close()
    made.deleteLater()


def read(qtbot, catalog):
    with qtbot.waitSignal(catalog.changed, timeout=10_000):
        catalog.refresh()


def test_nothing_is_known_before_the_first_reading_and_all_after_it(qtbot, catalog, user):
    save_random_model(user, "mine")
    with qtbot.waitSignal(catalog.changed, timeout=10_000):
        assert catalog.entries() == []
        assert not catalog.ready
    assert [entry.name for entry in catalog.entries("upscale")] == ["photo-x2", "photo-x4", "mine"]
    assert [entry.name for entry in catalog.entries("generate")] == ["digits", "emoji"]
    assert catalog.find("mine").path == user / "mine.safetensors"
    assert catalog.find("nothing") is None


def test_a_model_file_outside_of_the_store_is_found_by_its_path(qtbot, catalog, tmp_path):
    read(qtbot, catalog)
    path = save_random_model(tmp_path, "elsewhere")
    assert catalog.find(str(path)).info.name == "elsewhere"
    assert catalog.find(str(tmp_path / "gone.safetensors")) is None


def test_files_that_appear_and_go_are_noticed(qtbot, catalog, user):
    read(qtbot, catalog)
    with qtbot.waitSignal(catalog.changed, timeout=10_000):
        save_random_model(user, "late")
    assert catalog.find("late") is not None
    with qtbot.waitSignal(catalog.changed, timeout=10_000):
        (user / "late.safetensors").unlink()
    assert catalog.find("late") is None


def test_what_cannot_be_opened_is_named_with_the_reason(qtbot, catalog, user):
    (user / "broken.safetensors").write_bytes(b"no model at all")
    read(qtbot, catalog)
    (problem,) = catalog.problems()
    assert "broken.safetensors is not a model file" in problem


def test_a_model_is_renamed_with_all_that_lies_beside_it(qtbot, catalog, user):
    save_random_model(user, "mine")
    (user / "mine.curve.jsonl").write_text("{}\n")
    read(qtbot, catalog)
    with qtbot.waitSignal(catalog.changed, timeout=10_000):
        catalog.rename(catalog.find("mine"), "better")
    assert sorted(path.name for path in user.iterdir()) == ["better.curve.jsonl", "better.safetensors"]
    assert catalog.find("better") is not None


@pytest.mark.parametrize("name", ["", "a/b", ".hidden", "photo-x2", "taken", "x.reference"])
def test_names_that_cannot_be_are_refused_and_nothing_is_moved(qtbot, catalog, user, name):
    for one in ("mine", "taken"):
        save_random_model(user, one)
    read(qtbot, catalog)
    with pytest.raises(OutputError):
        catalog.rename(catalog.find("mine"), name)
    assert (user / "mine.safetensors").exists()


def test_what_came_with_the_program_is_neither_renamed_nor_removed(qtbot, catalog):
    read(qtbot, catalog)
    with pytest.raises(OutputError, match="came with the program"):
        catalog.rename(catalog.find("photo-x2"), "other")
    with pytest.raises(OutputError, match="came with the program"):
        catalog.remove(catalog.find("photo-x2"))
    assert (shipped_folder() / "photo-x2.safetensors").exists()


def test_a_removed_model_goes_to_the_trash(qtbot, catalog, user, own_house):
    save_random_model(user, "mine")
    (user / "mine.recipe.toml").write_text("")
    read(qtbot, catalog)
    with qtbot.waitSignal(catalog.changed, timeout=10_000):
        catalog.remove(catalog.find("mine"))
    assert not list(user.iterdir())
    trashed = {path.name for path in (own_house / "data" / "Trash" / "files").iterdir()}
    assert trashed == {"mine.safetensors", "mine.recipe.toml"}


def test_a_choice_keeps_what_was_wanted_until_the_models_are_known(qtbot, services):
    choice = ModelChoice(services, ("upscale",))
    qtbot.addWidget(choice)
    choice.value = "photo-x4"
    assert choice.value == "photo-x4"
    with qtbot.waitSignal(choice.chosen, timeout=10_000) as told:
        pass
    assert told.args == ["photo-x4"]
    assert choice.box.currentText() == "photo-x4"
    assert "4 times" in choice.summary.text()


def test_a_choice_offers_none_where_that_is_allowed_and_files_by_their_path(qtbot, services, tmp_path):
    path = save_random_model(tmp_path, "best-of-run")
    read(qtbot, services.catalog)
    choice = ModelChoice(services, ("upscale",), "No model")
    qtbot.addWidget(choice)
    assert choice.value == ""
    assert [choice.box.itemText(n) for n in range(choice.box.count())] == ["No model", "photo-x2", "photo-x4"]
    choice.value = str(path)
    assert choice.value == str(path)
    assert choice.box.currentText() == "best-of-run (file)"
    choice.value = "digits"
    assert choice.value == ""


def test_a_choice_follows_the_keys(qtbot, services):
    read(qtbot, services.catalog)
    choice = ModelChoice(services, ("upscale",))
    qtbot.addWidget(choice)
    choice.show()
    assert choice.value == "photo-x2"
    with qtbot.waitSignal(choice.chosen, timeout=2_000) as told:
        qtbot.keyClick(choice.box, "p")
    assert told.args == ["photo-x4"]
