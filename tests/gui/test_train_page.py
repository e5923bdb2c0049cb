"""The page of trainings: from a folder to a model by clicks, and what runs show while they go and afterwards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from enhancer.models.store import user_folder
from gui import runs
from gui.defaults import THREADS
from gui.pages.train import TrainPage
from gui.widgets.train.words import event_text, metric_title, preset_text, warned_text
from tests.gui.drawn import draw_photos
from tests.helpers_runs import make_run

SLOW = 60_000
SMALL = {
    "network.arguments": "{scale=2, channels=6, depth=1}",
    "batch": "4",
    "precision": "fp32",
}
EVENTS = (
    {"images": 200, "kind": "rollback", "monitor": "collapse", "sentence": "All samples became alike. Back to 100."},
)


@pytest.fixture
def page(qtbot, services):
    made = TrainPage(services)
    made.resize(1100, 760)
    made.show()
    qtbot.waitUntil(lambda: bool(made.setup.presets.value), timeout=SLOW)
    qtbot.waitUntil(lambda: made.list.known, timeout=SLOW)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def photos(tmp_path):
    return draw_photos(tmp_path / "photos", 4)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose_data(qtbot, page, folder):
    page.setup.data.path.line.setText("")
    qtbot.keyClicks(page.setup.data.path.line, str(folder))
    qtbot.waitUntil(lambda: page.setup.data.facts.get("folder") == str(folder), timeout=SLOW)


def type_setting(page, name, text):
    table = page.setup.table.table
    row = next(row for row in range(table.rowCount()) if table.item(row, 0).text() == name)
    table.item(row, 1).setText(text)


def ready(qtbot, page):
    qtbot.waitUntil(lambda: page.setup.bar.begin.isEnabled(), timeout=SLOW)


def shown(qtbot, page, folder):
    qtbot.waitUntil(lambda: page.run.facts.get("folder") == str(folder), timeout=SLOW)
    return page.run


def test_from_a_folder_to_a_model_in_use_by_clicks(qtbot, page, photos, services):
    setup = page.setup
    assert setup.bar.told.text() == "Choose a folder of pictures."
    assert not setup.bar.begin.isEnabled()
    choose_data(qtbot, page, photos)
    assert "4 picture(s)" in setup.data.summary.text()
    assert setup.settings.name.text() == "photos-x2"
    click(qtbot, setup.presets.buttons["quick-x2"])
    setup.settings.budget.box.setValue(200)
    setup.settings.patch.box.setValue(12)
    setup.fold.opened = True
    for name, text in SMALL.items():
        if name == "network.arguments":
            for part, value in (("channels", "6"), ("depth", "1")):
                type_setting(page, f"network.arguments.{part}", value)
        else:
            type_setting(page, name, text)
    ready(qtbot, page)
    click(qtbot, setup.bar.measure)
    assert setup.bar.measured.text() == "Measuring ..."
    qtbot.waitUntil(lambda: "pictures a second" in setup.bar.measured.text(), timeout=SLOW)
    assert setup.bar.measured.text().startswith("About ")
    assert "Learns from 3 picture(s), 1 more only judge." in setup.bar.measured.text().replace("%n", "")
    assert "judge the model" in setup.bar.measured.text(), "what was warned of is not lost"
    with qtbot.waitSignal(setup.started, timeout=5_000) as told:
        click(qtbot, setup.bar.begin)
    folder = Path(told.args[0])
    assert folder == runs.default_folder() / "photos-x2"
    run = shown(qtbot, page, folder)
    assert page.stack.currentWidget() is run
    assert run.head.state.text() in ("Starting", "Running")
    qtbot.waitUntil(lambda: run.facts["state"] == "finished", timeout=SLOW)
    assert run.facts["images"] == 200
    assert "judge the model" in run.warned.text.text()
    assert run.warned.isVisible()
    assert [name for name in run.first.data.title.split() if name] == ["PSNR", "(higher", "is", "better)"]
    assert len(run.first.data.lines[0].points) >= 3
    qtbot.waitUntil(lambda: not run.previews.sheet.pixmap.isNull(), timeout=SLOW)
    with qtbot.waitSignal(page.wanted, timeout=SLOW) as told:
        click(qtbot, run.head.use)
    assert told.args == ["enhance", {"model": "photos-x2"}]
    assert (user_folder() / "photos-x2.safetensors").is_file()
    qtbot.waitUntil(lambda: services.catalog.find("photos-x2") is not None, timeout=SLOW)
    assert page.setup.settings.name.text() == "photos-x2-2"


def test_what_lies_in_the_folder_decides_what_is_proposed(qtbot, page, tmp_path):
    for name in ("cats", "dogs"):
        draw_photos(tmp_path / "animals" / name, 3, side=40)
    (tmp_path / "animals" / "cats" / "broken.png").write_bytes(b"no picture")
    click(qtbot, page.setup.goal.button("generate"))
    choose_data(qtbot, page, tmp_path / "animals")
    data, settings = page.setup.data, page.setup.settings
    assert page.setup.presets.value == "dcgan-r3"
    assert data.class_list.text() == "cats: 3\ndogs: 3"
    assert data.bad_list.text().startswith("cats/broken.png: ")
    assert "That is few" in data.advice.text()
    assert settings.conditioning.value == "projection"
    assert settings.augment.isChecked()
    ready(qtbot, page)
    settings.horizontal.setChecked(True)
    words = page.setup.draft.arguments()
    assert words[words.index("--preset") + 1] == "dcgan-r3"
    assert {"conditioning=projection", "augment.kind=fixed", 'data.flips=["horizontal"]'} <= set(words)
    ready(qtbot, page)


def test_what_is_wrong_is_told_where_it_stands(qtbot, page, photos, tmp_path):
    setup = page.setup
    setup.data.set_folder(str(tmp_path / "nowhere"))
    qtbot.waitUntil(lambda: setup.data.failure.failure is not None, timeout=SLOW)
    (tmp_path / "empty").mkdir()
    setup.data.set_folder(str(tmp_path / "empty"))
    qtbot.waitUntil(lambda: bool(setup.data.facts), timeout=SLOW)
    assert setup.bar.told.text() == "There are no pictures in this folder that can be read."
    assert not setup.bar.begin.isEnabled()
    choose_data(qtbot, page, photos)
    ready(qtbot, page)
    type_setting(page, "optimizer.lr", "-1")
    qtbot.waitUntil(lambda: not setup.bar.begin.isEnabled(), timeout=SLOW)
    assert "optimizer.lr" in setup.table.error.text()
    assert "optimizer.lr" in setup.bar.told.text()
    setup.fold.opened = True
    click(qtbot, setup.table.reset)
    ready(qtbot, page)
    assert setup.table.error.isHidden()
    (runs.default_folder() / "taken").mkdir(parents=True)
    for name in ("taken", "a b", "../up"):
        setup.settings.name.clear()
        qtbot.keyClicks(setup.settings.name, name)
        assert not setup.bar.begin.isEnabled()
        assert setup.settings.fields["name"].wrong
    setup.settings.name.clear()
    qtbot.keyClicks(setup.settings.name, "free")
    ready(qtbot, page)
    assert not setup.settings.fields["name"].wrong


@pytest.fixture
def two_runs(own_house):
    folder = runs.default_folder()
    scores = {n * 100: 50.0 / (1 + n) for n in range(6)}
    first = make_run(folder / "first", scores, ("loss", "hinge"), previews=True, events=EVENTS)
    second = make_run(folder / "second", {n: 2 * value for n, value in scores.items()}, previews=True)
    return first, second


def test_runs_of_before_are_found_shown_compared_and_removed(qtbot, two_runs, page, own_house):
    assert {row["name"] for row in page.list.rows} == {"first", "second"}
    page.list.select(str(two_runs[0]))
    run = shown(qtbot, page, two_runs[0])
    assert run.head.state.text() == "Stopped"
    assert run.first.data.title == "FID (lower is better)"
    assert run.first.data.lines[0].best == (500.0, pytest.approx(50 / 6))
    assert [mark.x for mark in run.first.data.marks] == [200.0]
    assert run.curves.chart("recall") is not None
    moment = run.events.rows.grid.itemAtPosition(0, 0).widget()
    assert moment.text() == "200 pictures"
    assert "All samples became alike" in run.events.rows.grid.itemAtPosition(0, 1).widget().text()
    assert run.previews.slider.value() == run.previews.slider.maximum() == 5
    click(qtbot, moment)
    assert run.previews.slider.value() == 2
    qtbot.waitUntil(lambda: _grey(run.previews.sheet.pixmap) == 200, timeout=SLOW)
    qtbot.keyClick(run.previews.slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: _grey(run.previews.sheet.pixmap) == 100, timeout=SLOW)
    assert run.head.resume.isVisible()
    assert not run.head.pause.isVisible()
    run.does.command.trigger()
    assert QApplication.clipboard().text() == f"enhancer train {two_runs[0]}"

    page.list.list.selectAll()
    compare = page.compare
    qtbot.waitUntil(lambda: compare.table.rowCount() > 0, timeout=SLOW)
    assert page.stack.currentWidget() is compare
    assert {line.name for line in compare.curves.chart("fid").data.lines} == {"first", "second"}
    assert compare.verdict.text() == "first is best after 500 pictures: FID, lower is better."
    cells = [compare.table.item(row, 0).text() for row in range(compare.table.rowCount())]
    assert {"Best FID up to 500 pictures", "loss"} <= set(cells)

    page.list.select(str(two_runs[0]))
    shown(qtbot, page, two_runs[0])
    run.does.remove()
    assert not two_runs[0].exists()
    assert (own_house / "data" / "Trash" / "files" / "first").is_dir()
    qtbot.waitUntil(lambda: [row["name"] for row in page.list.rows] == ["second"], timeout=SLOW)
    assert page.stack.currentWidget() is page.setup


def test_a_run_is_followed_while_it_goes_and_when_it_crashes(qtbot, two_runs, page):
    from enhancer.files.lock import OutputLock
    from enhancer.train import log

    folder = two_runs[1]
    with OutputLock(folder):
        page.list.select(str(folder))
        run = shown(qtbot, page, folder)
        qtbot.waitUntil(lambda: run.facts["state"] == "running", timeout=SLOW)
        log.append_row(folder, {"images": 600, "lr": 1e-3, "fid": 3.0, "images_per_second": 9.0})
        qtbot.waitUntil(lambda: run.facts["images"] == 600, timeout=SLOW)
        assert run.head.best.text() == "Best: FID 3 after 600 pictures"
        click(qtbot, run.head.pause)
        assert (folder / "control").read_text() == "pause\n"
        qtbot.waitUntil(lambda: run.facts["state"] == "paused", timeout=SLOW)
        click(qtbot, run.head.pause)
        assert (folder / "control").read_text() == "run\n"
        click(qtbot, run.head.stop)
        assert (folder / "control").read_text() == "stop\n"
        run.does.remove()
        assert folder.is_dir()
    said = '{"kind": "progressed", "fraction": 0.5}\nTraceback: something deep\nenhancer: There is not enough memory.\n'
    (folder / "console.log").write_text(said)
    launch = {"arguments": ["train", str(folder)], "started": 0.0, "ended": 1}
    (folder / "launch.json").write_text(json.dumps(launch))
    qtbot.waitUntil(lambda: run.failure.failure is not None, timeout=SLOW)
    assert run.head.state.text() == "Failed"
    assert run.failure.message.text() == "The training ended unexpectedly."
    assert run.failure.hint.text() == "There is not enough memory."
    assert "something deep" in run.failure.details.toPlainText()
    assert "progressed" not in run.failure.details.toPlainText()


def test_what_a_run_was_warned_of_is_shown_as_long_as_it_is_true():
    slow = "Other programs hold this training up: its 2 threads wait 50% of their time. "
    slow += "Stop it and go on with --threads 1, or end the others."
    few = "The 30 pictures are few and would be learned by heart: augment.kind=fixed varies them."
    told = [[few, "few-pictures"], [slow, "held-up"], [few, "few-pictures"], ["Stopped. The same command.", "stopped"]]
    first, second = warned_text({"state": "running", "warnings": told}).splitlines()
    assert first == few
    assert "--threads" not in second, "a window has no command line"
    assert "one processor thread" in second
    assert warned_text({"state": "stopped", "warnings": told}) == few
    told.append(["The disk is full.", "disk"])
    assert warned_text({"state": "failed", "warnings": told, "failure": {"message": "The disk is full."}}) == few


def test_a_run_goes_on_with_the_device_and_threads_of_the_settings(page, services, two_runs, monkeypatch):
    launched = []
    monkeypatch.setattr(runs, "launch", lambda folder, arguments: launched.append(list(arguments)))
    page.run.does.about(str(two_runs[0]), {})
    page.run.does.resume()
    services.settings.set(THREADS, 1)
    page.run.does.resume()
    assert launched == [["train", str(two_runs[0])], ["train", str(two_runs[0]), "--threads", "1"]]


def test_training_on_starts_from_the_model_with_its_preset(qtbot, page, services):
    qtbot.waitUntil(lambda: services.catalog.ready, timeout=SLOW)
    page.take({"start": "photo-x4"})
    assert page.setup.settings.start == "photo-x4"
    assert page.setup.presets.value == "photo-x4"
    page.take({"start": "digits"})
    assert page.setup.goal.value == "generate"
    assert page.setup.settings.start == "digits"


def test_every_preset_has_a_sentence_and_numbers_have_names():
    from enhancer.train.preset import presets

    assert all(preset_text(name) for name in presets())
    assert metric_title("fid") == "FID"
    assert metric_title("unheard_of") == "unheard_of"
    when, what = event_text(EVENTS[0])
    assert when == "200 pictures"
    assert what.startswith("Went back to an earlier state. All samples")


def _grey(pixmap):
    return pixmap.toImage().pixelColor(0, 0).red() if not pixmap.isNull() else -1
