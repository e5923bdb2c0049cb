"""What goes wrong in the middle of work, with the real children: killed processes, files that go, jobs that pile up."""

from __future__ import annotations

import os
import shutil
import signal

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from skimage import data

from gui.widgets.job_bar import JobBar

LONG = 60_000


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    Image.fromarray(data.astronaut()).resize((200, 200)).save(path)
    return path


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.png"
    Image.fromarray(data.astronaut()[60:92, 60:92]).save(path)
    return path


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(5):
        Image.fromarray(data.astronaut()[number : number + 120, :120]).save(folder / f"{number}.png")
    return folder


def opened(window, qtbot, path, **settings):
    page = window.show_page("enhance")
    page.does.live.setChecked(False)
    page.take({"job": {"device": "cpu", **settings}, "paths": [str(path)]})
    qtbot.waitUntil(lambda: page.side.enhance.isEnabled(), timeout=LONG)
    return page


def previewed(page):
    return page.canvas.comparable and not page.live.busy


def at_work(job):
    return job.state == "running" and job.fraction > 0


def test_a_kill_in_the_middle_of_an_enhancement_is_told_and_stays_told_and_the_next_one_works(
    window, qtbot, services, photo
):
    page = opened(window, qtbot, photo, model="photo-x4", tile=64)
    qtbot.mouseClick(page.side.enhance, Qt.MouseButton.LeftButton)
    job = page.run_bar.job
    qtbot.waitUntil(lambda: at_work(job), timeout=LONG)
    killed = services.compute.pid
    os.kill(killed, signal.SIGKILL)
    qtbot.waitUntil(lambda: job.has_ended, timeout=LONG)
    assert job.state == "failed"
    assert not page.run_bar.isVisible()
    assert page.note.isVisible()
    assert page.note.message.text().endswith(".")
    assert "Traceback" not in page.note.message.text()
    assert page.note.fold.isVisible()
    qtbot.mouseClick(page.note.fold, Qt.MouseButton.LeftButton)
    assert "SIGKILL" in page.note.details.toPlainText()
    assert window.findChild(JobBar).isVisible()
    assert list(photo.parent.glob("*x4*")) == []

    page.take({"job": {"model": "photo-x2", "size": "60w"}})
    page.does.live.trigger()  # on again
    qtbot.waitUntil(lambda: previewed(page), timeout=LONG)
    assert services.compute.pid != killed
    assert page.note.isVisible(), "a preview that works does not make the failed job good"
    page.does.live.trigger()
    again = page.enhance()
    qtbot.waitUntil(lambda: again.has_ended, timeout=LONG)
    assert again.state == "done"
    assert not page.note.isVisible()


def test_a_kill_or_a_folder_that_goes_in_the_middle_of_a_batch_is_told_and_the_rest_is_done_afterwards(
    window, qtbot, services, folder, tmp_path
):
    page = window.show_page("batch")
    page.panel.set_values({"output": str(tmp_path / "out"), "device": "cpu", "threads": 1, "tile": 64})
    page.add([folder])
    qtbot.waitUntil(lambda: page.planning.settled, timeout=LONG)
    qtbot.mouseClick(page.foot.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.followed.job.counts["done"] >= 1, timeout=LONG)
    os.kill(services.compute.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: page.followed.job.has_ended, timeout=LONG)
    assert page.followed.job.state == "failed"
    assert page.failure.isVisible()
    assert page.failure.fold.isVisible()
    kept = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.png")}
    assert 1 <= len(kept) < 5

    page.does.again.trigger()
    qtbot.waitUntil(lambda: page.planning.settled, timeout=LONG)
    assert page.table.counts["done"] >= len(kept)
    qtbot.waitUntil(page.foot.button.isEnabled, timeout=LONG)
    qtbot.mouseClick(page.foot.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.followed.job.has_ended, timeout=LONG)
    assert page.followed.job.state == "done"
    assert page.table.counts["done"] == 5
    for name, when in kept.items():
        assert (tmp_path / "out" / name).stat().st_mtime_ns == when, "done twice"

    page.panel.set_values({"output": str(tmp_path / "other")})
    page.plan()
    qtbot.waitUntil(lambda: page.planning.settled, timeout=LONG)
    page.start()
    qtbot.waitUntil(lambda: page.followed.job.counts["done"] >= 1, timeout=LONG)
    shutil.rmtree(tmp_path / "other")
    qtbot.waitUntil(lambda: page.followed.job.has_ended, timeout=LONG)
    assert page.note.isVisible() or page.failure.isVisible(), "the folder went, and nobody was told how it ended"
    assert page.followed.job.failure is not None or sum(page.followed.job.counts.values()) == 5


def test_what_is_done_twice_tried_again_or_gone_is_told_as_it_is(window, qtbot, small, photo):
    page = opened(window, qtbot, small, model="photo-x2")
    first = page.enhance()
    page.take({"job": {"size": "x3"}})
    second = page.enhance()
    qtbot.waitUntil(lambda: first.has_ended and second.has_ended, timeout=LONG)
    assert (first.state, second.state) == ("done", "done")
    assert len(page.side.results.results) == 2
    assert not page.run_bar.isVisible()

    hidden = small.with_name("hidden.png")
    small.rename(hidden)
    page.take({"job": {"size": "x4"}})
    job = page.enhance()
    qtbot.waitUntil(lambda: job.has_ended, timeout=LONG)
    assert page.note.isVisible()
    assert len(page.side.results.results) == 2
    hidden.rename(small)
    job.retry()  # as in the list of jobs
    qtbot.waitUntil(lambda: job.state == "done", timeout=LONG)
    assert len(page.side.results.results) == 3

    small.unlink()
    page.note.close_button.click()
    page.does.live.trigger()
    page.take({"job": {"size": "50w"}})
    qtbot.waitUntil(lambda: page.note.failure is not None, timeout=LONG)
    assert page.note.isVisible()
    opened(window, qtbot, photo)
    assert page.note.failure is None


def test_an_empty_clipboard_is_told_of(window, qtbot):
    page = window.show_page("enhance")
    QGuiApplication.clipboard().clear()
    page.does.paste.trigger()
    assert page.note.isVisible()
    assert "clipboard" in page.note.message.text()


def test_a_job_file_that_is_opened_anywhere_becomes_a_batch(window, qtbot, tmp_path, folder):
    job = tmp_path / "my job.toml"
    job.write_text(f'kind = "enhance"\nversion = 1\ninputs = ["{folder}"]\noutput = "{tmp_path}/out"\nsize = "x3"\n')
    window.show_page("enhance")
    window.open_paths([job], here_first=True)
    assert window.current == "batch"
    qtbot.waitUntil(lambda: window.page.values()["size"] == "x3", timeout=LONG)
    assert window.page.values()["inputs"] == [str(folder)]
    window.page.planning.drop()


def test_a_failure_of_one_generation_is_not_told_again_with_the_next(window, qtbot, services, tmp_path):
    page = window.show_page("generate")
    page.export.folder.value = str(tmp_path / "out")
    page.export.computer.threads.value = 1
    page.panel.count.value = 2
    page.panel.changed.emit()
    qtbot.waitUntil(lambda: len(page.pictures.samples.samples) == 2, timeout=LONG)
    (tmp_path / "out").write_text("no folder")
    page.save_pictures()
    job = services.queue.jobs[-1]
    qtbot.waitUntil(lambda: job.has_ended, timeout=LONG)
    assert page.failure.isVisible() or page.note.isVisible()
    page.failure.clear()
    page.export.folder.value = str(tmp_path / "other")
    page.save_pictures()
    job = services.queue.jobs[-1]
    qtbot.waitUntil(lambda: job.has_ended, timeout=LONG)
    assert job.state == "done"
    assert not page.failure.isVisible()


def test_of_two_hundred_quick_changes_only_the_last_is_previewed(window, qtbot, services, small, monkeypatch):
    page = opened(window, qtbot, small, model="photo-x2")
    asked, most = [], [0]
    ask = services.compute.ask

    def count(do, arguments, **more):
        call = ask(do, arguments, **more)
        if do == "preview":  # others may ask the child too
            asked.append(arguments["job"].get("size"))
            most[0] = max(most[0], sum(one.request.do == do for one in services.compute._calls.values()))
        return call

    monkeypatch.setattr(services.compute, "ask", count)
    page.does.live.trigger()
    qtbot.waitUntil(lambda: previewed(page), timeout=LONG)
    del asked[:]
    for number in range(200):
        page.take({"job": {"size": f"{40 + number % 50}w"}})
        if number % 40 == 0:
            qtbot.wait(150)  # so that some of them are asked
    qtbot.waitUntil(lambda: previewed(page) and bool(asked) and asked[-1] == "89w", timeout=LONG)
    assert len(asked) < 20
    assert most[0] == 1
    assert page.live._shown_wish.settings.size == "89w"
    assert page.work.foot.status.text().startswith("Preview in")


def test_two_windows_at_one_folder_tell_the_later_one_and_it_can_go_on_afterwards(
    qtbot, make_services, folder, tmp_path
):
    """As two starts of the program: each with its children and its queue."""
    values = {"kind": "enhance", "version": 1, "inputs": [str(folder)], "output": str(tmp_path / "out")}
    values |= {"model": "photo-x4", "device": "cpu", "threads": 1, "tile": 64}
    first = make_services().queue.add(values, "first")
    qtbot.waitUntil(lambda: at_work(first), timeout=LONG)
    first.pause()
    second = make_services().queue.add(values, "second")
    qtbot.waitUntil(lambda: second.has_ended, timeout=LONG)
    assert second.failure.code == "locked"
    assert "in use" in second.failure.message
    first.resume()
    qtbot.waitUntil(lambda: first.has_ended, timeout=LONG)
    assert first.state == "done"
    second.retry()
    qtbot.waitUntil(lambda: second.state == "done", timeout=LONG)
    assert second.counts["done"] == 5
