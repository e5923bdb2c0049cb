"""New pictures through the generate page, with the shipped digits and the real children: seen, picked, saved."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from enhancer.files.hashing import sha256_file
from enhancer.generate.origin import origin_of
from enhancer.jobs import run
from enhancer.jobs.generate import GenerateJob
from enhancer.models.store import Store
from gui.catalog import Catalog
from gui.pages.generate import GeneratePage
from gui.widgets.generate.question import Question
from gui.widgets.generate.sample import Sample

LONG = 60_000
"""Milliseconds: the machine may be busy, and torch is loaded on the way."""


@pytest.fixture
def make_page(qtbot):
    def make(services):
        page = GeneratePage(services)
        qtbot.addWidget(page)
        page.resize(1100, 760)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


@pytest.fixture
def page(make_page, services, tmp_path):
    page = make_page(services)
    page.export.folder.value = str(tmp_path / "out")
    page.export.computer.threads.value = 1
    page.panel.count.value = 9
    return page


def shown(page, count, *names):
    """Whether so many pictures are there, whose origin has these."""
    found = page.pictures.samples.samples
    fits = all(sample.origin.get(name) is not None for sample in found for name in names)
    return len(found) == count and fits and not page.asking.waiting


def codes(sample):
    image = sample.image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()]


def saved(qtbot, page):
    """Press the button; the job when it has ended."""
    before = len(page.services.queue.jobs)
    qtbot.mouseClick(page.export.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.services.queue.jobs) > before, timeout=LONG)
    job = page.services.queue.jobs[-1]
    qtbot.waitUntil(lambda: job.has_ended, timeout=LONG)
    assert job.state == "done", job.failure
    return job


def pick(page, *rows):
    page.pictures.grid.clearSelection()
    for row in rows:
        page.pictures.grid.selectionModel().select(
            page.pictures.samples.index(row), page.pictures.grid.selectionModel().SelectionFlag.Select
        )


def test_nine_digits_are_seen_saved_varied_and_gone_between(qtbot, page, tmp_path):
    out, again = tmp_path / "out", tmp_path / "again"
    page.panel.changed.emit()
    qtbot.waitUntil(lambda: shown(page, 9, "seed"), timeout=LONG)
    assert [sample.seed for sample in page.pictures.samples.samples] == list(range(9))
    page.export.grid.setChecked(True)
    job = saved(qtbot, page)
    assert len(list(out.glob("*.png"))) == 10
    run(GenerateJob.from_mapping({**job.values, "output": str(again)}))
    assert {path.name: sha256_file(path) for path in out.glob("*.png")} == {
        path.name: sha256_file(path) for path in again.glob("*.png")
    }
    for sample in page.pictures.samples.samples:
        (path,) = out.glob(f"*-{sample.seed:06d}.png")
        assert np.array_equal(np.asarray(Image.open(path).convert("L")), codes(sample)), path

    pick(page, 3)
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(
        lambda: shown(page, 9) and all(one.origin["latent"] for one in page.pictures.samples.samples), timeout=LONG
    )
    assert {sample.class_name for sample in page.pictures.samples.samples} == {"3"}
    for step in (30, 60, 10):  # the last of quick changes is what is shown
        page.panel.strength.slider.setValue(step)
    assert page.question.strength == 0.1
    last = page.asking.token
    qtbot.waitUntil(lambda: page.asking.token > last and not page.services.compute.busy, timeout=LONG)
    near = page.pictures.samples.samples
    assert not page.export.grid.isEnabled()
    job = saved(qtbot, page)
    assert (job.values["vary"], job.values["strength"], len(job.values["like"])) == (9, 0.1, 1)
    made = {origin_of(path).latent: path for path in out.glob("*-near-*.png")}
    assert len(made) == 9
    for sample in near:
        path = made[sample.origin["latent"]]
        assert np.array_equal(np.asarray(Image.open(path).convert("L")), codes(sample)), path

    page.does.back.trigger()
    qtbot.waitUntil(lambda: shown(page, 9, "seed") and page.pictures.samples.samples[0].seed == 0, timeout=LONG)
    pick(page, 1, 8)
    page.does.between.trigger()
    qtbot.waitUntil(lambda: shown(page, 9, "seeds"), timeout=LONG)
    assert [sample.origin["position"] for sample in page.pictures.samples.samples] == [step / 8 for step in range(9)]
    assert page.does.between.isEnabled() is False
    job = saved(qtbot, page)
    assert job.values["interpolate"] == [1, 8]
    assert len(list(out.glob("*000001-000008-*.png"))) == 10  # nine of the way and their sheet


def test_favourites_are_there_again_and_are_saved_as_they_were_made(qtbot, page, make_page, services, tmp_path):
    page.panel.changed.emit()
    qtbot.waitUntil(lambda: shown(page, 9, "seed"), timeout=LONG)
    page.pictures.grid.setFocus()
    page.pictures.grid.setCurrentIndex(page.pictures.samples.index(2))
    qtbot.keyClick(page.pictures.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert [sample.seed for sample in page.pictures.chosen()] == [2, 3]
    page.does.favourite.trigger()
    assert [sample.seed for sample in page.pictures.favourites.samples] == [2, 3]
    page.save_state()

    other = make_page(services)
    qtbot.waitUntil(lambda: len(other.pictures.favourites.samples) == 2, timeout=LONG)
    assert other.pictures.favourites.isVisible()
    for a, b in zip(page.pictures.favourites.samples, other.pictures.favourites.samples, strict=True):
        assert np.array_equal(codes(a), codes(b))
    other.export.folder.value = str(tmp_path / "kept")
    other.export.which.value = "favourites"
    other.export.which.chosen.emit("favourites")
    saved(qtbot, other)
    made = list((tmp_path / "kept").glob("*.png"))
    assert sorted(origin_of(path).seed for path in made) == [2, 3]
    qtbot.waitUntil(lambda: shown(other, 9, "seed"), timeout=LONG)
    other.open_paths(made)
    qtbot.waitUntil(lambda: shown(other, 2, "seed"), timeout=LONG)

    other.pictures.favourites.tray.selectAll()
    assert other.pictures.chosen() == other.pictures.favourites.samples
    other.does.favourite.trigger()
    assert other.pictures.favourites.samples == []
    assert not other.pictures.favourites.isVisible()


def test_classes_and_variety_are_asked_for(qtbot, page):
    qtbot.waitUntil(lambda: page.panel.classes.count() == 10, timeout=LONG)
    page.panel.classes.item(4).setCheckState(Qt.CheckState.Checked)
    page.panel.classes.item(7).setCheckState(Qt.CheckState.Checked)
    page.panel.variety.slider.setValue(50)
    page.panel.seed.setText("12")
    page.panel.changed.emit()
    assert page.question == Question("digits", "seeds", 12, 9, ("4", "7"), 0.5)
    page.export.which.value = "data"
    page.export.which.chosen.emit("data")
    page.export.by_class.setChecked(True)
    page.export.reject.setChecked(True)
    job, origins = page.job()
    assert origins == []
    GenerateJob.from_mapping(job)
    wanted = {"count": 1000, "seed": 12, "classes": ["4", "7"], "truncation": 0.5, "by_class": True, "reject": True}
    assert {name: job[name] for name in wanted} == wanted
    page.asking.stop()


def test_a_photo_becomes_a_job_that_searches_its_nearest_picture(qtbot, page, monkeypatch, tmp_path):
    qtbot.waitUntil(lambda: page.panel.model.value == "digits" and page.does.nearest.isEnabled(), timeout=LONG)
    page.asking.stop()
    asked = []
    monkeypatch.setattr(type(page.services.queue), "_go_on", lambda queue: None)
    page.services.queue.added.connect(lambda job: asked.append(job.values))
    page.nearest.find([tmp_path / "photo.png"])
    from enhancer.jobs.project import ProjectJob

    (values,) = asked
    assert values["kind"] == "project"
    assert ProjectJob.from_mapping(values).inputs == (str(tmp_path / "photo.png"),)


def test_without_a_generator_the_page_says_what_to_do(qtbot, make_page, services, tmp_path):
    empty = Catalog(Store(tmp_path / "none", tmp_path / "none-either"))
    page = make_page(replace(services, catalog=empty))
    qtbot.waitUntil(lambda: empty.ready, timeout=LONG)
    assert page.stack.currentWidget() is page.empty
    assert not page.export.button.isEnabled()
    with qtbot.waitSignal(page.wanted) as asked:
        qtbot.mouseClick(page.empty.train, Qt.MouseButton.LeftButton)
    assert asked.args == ["train", {}]
    empty.close()
    empty.deleteLater()


def test_the_seed_of_a_picture_is_copied_and_names_differ_where_pictures_do(page):
    one = {"model": "m", "sha256": "s", "seed": 7, "truncation": 1.0, "class_name": "cat", "label": 0}
    samples = [Sample(QImage(), {**one, **more}) for more in ({}, {"truncation": 0.5}, {"seed": 8}, {"label": 1})]
    assert len({sample.file_name for sample in samples}) == 4
    page.pictures.samples.show(samples)
    pick(page, 0)
    page.does.copy_seed.trigger()
    assert QGuiApplication.clipboard().text() == "7"
    page.asking.stop()
