"""What changes beneath a window: its language and look, settings full of nonsense, models and runs that go."""

from __future__ import annotations

import json
import shutil

import pytest
from PIL import Image
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QMessageBox
from skimage import data

from gui import languages
from gui.pages.labels import labels
from gui.program import Program
from gui.settings import Settings, settings_file
from gui.widgets.failure import FailureNote
from gui.widgets.job_bar import JobBar

LONG = 60_000


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.png"
    Image.fromarray(data.astronaut()[60:160, 60:160]).save(path)
    return path


@pytest.fixture
def start(qapp, qtbot):
    """The program as it starts; ended afterwards."""
    before = QLocale()
    made = []

    def begin(*paths, page="", **settings):
        stored = Settings(settings_file())
        stored.set("look.language", "en")
        for key, value in settings.items():
            stored.set(key, value)
        program = Program(qapp, stored)
        made.append(program)
        window = program.open(paths, page)
        qtbot.waitUntil(lambda: window.page is not None, timeout=LONG)
        return program

    yield begin
    for program in made:
        program.end()
        languages.remove(qapp, program._translators)
        program.window.deleteLater()
        program.deleteLater()
    QLocale.setDefault(before)
    qapp.setStyleSheet("")


def test_another_language_and_look_in_the_middle_of_work_lose_nothing(start, qtbot, small):
    program = start(page="enhance")
    first = program.window
    page = first.page
    page.does.live.setChecked(False)
    page.take({"job": {"model": "photo-x4", "tile": 64, "device": "cpu", "size": "x3"}, "paths": [str(small)]})
    qtbot.waitUntil(page.side.enhance.isEnabled, timeout=LONG)
    job = page.enhance()
    qtbot.waitUntil(lambda: job.fraction > 0, timeout=LONG)
    first.show_page("train").setup.data.set_folder(str(small.parent))
    first.show_page("enhance")
    program.theme.mode = "dark"
    program.settings.set("look.language", "zh_CN")
    qtbot.waitUntil(lambda: program.window is not first, timeout=LONG)
    window = program.window
    qtbot.waitUntil(lambda: window.page is not None and window.page.isVisible(), timeout=LONG)
    page = window.page
    assert window.current == "enhance"
    assert page.steps.value.size == "x3"
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.is_open, timeout=LONG)
    assert page.picture.path == small
    bar = window.findChild(JobBar)
    assert bar.job is job
    assert bar.isVisible()
    if not job.has_ended:
        assert page.run_bar.isVisible()
    qtbot.waitUntil(lambda: job.has_ended, timeout=LONG)
    assert job.state == "done"
    assert len(page.side.results.results) == 1
    assert page.result is not None
    assert window.show_page("train").setup.data.path.value == str(small.parent)
    window.show_page("enhance")
    program.settings.set("look.language", "en")
    qtbot.waitUntil(lambda: program.window is not window, timeout=LONG)
    window = program.window
    qtbot.waitUntil(lambda: window.page is not None and window.page.result is not None, timeout=LONG)
    assert len(window.page.side.results.results) == 1


def test_a_named_file_that_does_not_exist_is_told_of_and_the_window_works(start, qtbot, tmp_path):
    program = start(tmp_path / "no such picture.png", page="enhance")
    page = program.window.page
    qtbot.waitUntil(lambda: page.note.failure is not None, timeout=LONG)
    assert page.note.isVisible()
    assert page.stack.currentWidget() is page.start


def test_closing_while_it_stops_already_asks_nothing_of_the_queue_twice(start, qtbot, small):
    program = start(page="settings")
    services = program.services()
    services.queue.add(
        {"kind": "enhance", "version": 1, "inputs": [str(small)], "model": "photo-x4", "device": "cpu"}, "a job"
    )
    window = program.window
    window.close()
    (box,) = window.findChildren(QMessageBox)
    (stop,) = [one for one in box.buttons() if one.objectName() == "stop"]
    with qtbot.waitSignal(program.ended, timeout=LONG):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
        program.stop()
        window.closing_questions.stop_and_close()


def test_to_close_when_all_is_done_closes_at_once_if_it_was_done_meanwhile(window, services, qtbot, monkeypatch):
    monkeypatch.setattr(type(services.queue), "_go_on", lambda queue: queue._tell_busy())
    job = services.queue.add({"kind": "enhance"}, "a job")
    window.close()
    (box,) = window.findChildren(QMessageBox)
    job.cancel()
    assert not services.queue.busy
    (wait,) = [one for one in box.buttons() if one.objectName() == "wait"]
    with qtbot.waitSignal(window.closing):
        qtbot.mouseClick(wait, Qt.MouseButton.LeftButton)


NONSENSE = (
    [1, "two", None, {"three": []}],
    "٣ no such thing",
    10**30,
    float("nan"),
    {"include": 5, "quality": 10**40, "tile": "big", "max_pixels": {}, "output": 7, "model": 3, "shard": None},
)


def keys_that_are_kept(window):
    for name in labels():
        window.show_page(name).save_state()
    return [*window._settings.keys(), "pages.enhance.recent", "pages.enhance.results", "pages.generate.favourites"]


@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda value: type(value).__name__)
def test_settings_full_of_nonsense_still_give_all_pages(window, services, qtbot, nonsense):
    from gui.main_window import MainWindow

    for key in keys_that_are_kept(window):
        if key != "look.language":
            services.settings._values[key] = nonsense
    other = MainWindow(services.settings, services.theme, lambda: services)
    try:
        for name in labels():
            page = other.show_page(name)
            assert page.objectName() == name, page.findChild(FailureNote).details.toPlainText()
            page.save_state()
    finally:
        other.leave()
        other.close()
        other.deleteLater()


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", '"text"', "\0\0\0", '{"a": ' * 2000, "NaN"])
def test_a_settings_file_that_is_none_gives_defaults_and_is_kept(own_house, text):
    file = settings_file()
    file.parent.mkdir(parents=True)
    file.write_text(text)
    settings = Settings(file)
    assert settings.get("look.theme", "system") == "system"
    assert settings.kept_bad.read_text() == text
    settings.set("look.theme", "dark")
    settings.save()
    assert json.loads(file.read_text())["look.theme"] == "dark"
    settings.deleteLater()


def test_a_model_goes_from_its_card_to_the_enhance_page_and_when_it_is_removed_another_one_is_chosen(
    window, services, qtbot
):
    catalog = services.catalog
    catalog.refresh()
    qtbot.waitUntil(lambda: catalog.ready, timeout=LONG)
    user = catalog.user_folder()
    user.mkdir(parents=True, exist_ok=True)
    shutil.copy(catalog.find("photo-x4").path, user / "mine.safetensors")
    catalog.refresh()
    qtbot.waitUntil(lambda: catalog.find("mine") is not None, timeout=LONG)
    models = window.show_page("models")
    models.take({"model": "mine"})
    qtbot.mouseClick(models.card.head.use, Qt.MouseButton.LeftButton)
    assert window.current == "enhance"
    enhance = window.page
    assert enhance.side.settings.model.value == enhance.steps.value.model == "mine"
    (user / "mine.safetensors").unlink()
    qtbot.waitUntil(lambda: catalog.find("mine") is None, timeout=LONG)
    qtbot.waitUntil(lambda: enhance.steps.value.model != "mine", timeout=LONG)
    assert enhance.steps.value.model == enhance.side.settings.model.value == "photo-x2"
    window.show_page("models")
    assert models.card.entry is None or models.card.entry.name != "mine"


def test_a_run_whose_folder_goes_while_it_is_shown_is_told_of(window, services, qtbot, tmp_path):
    run = tmp_path / "runs" / "mine"
    (run / "checkpoints").mkdir(parents=True)
    (run / "config.toml").write_text('kind = "train"\n')
    page = window.show_page("train")
    page.open_paths([run])
    qtbot.waitUntil(lambda: bool(page.run.facts), timeout=LONG)
    shutil.rmtree(run)
    page.run.poll()
    qtbot.waitUntil(page.run.failure.isVisible, timeout=LONG)
    assert page.run.failure.message.text() == "This run is not there any more."
    page.run.failure.fold.click()
    page.run.poll()
    qtbot.waitUntil(lambda: not page.run._asking, timeout=LONG)
    assert page.run.failure.details.isVisible(), "folded by the next look"
    page.list.poll()
    qtbot.waitUntil(lambda: page.list.row(str(run)) == {}, timeout=LONG)
