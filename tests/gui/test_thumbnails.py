"""Thumbnails of long lists and looking through folders: only what is seen is asked for, and nothing waits."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtGui import QColor

from enhancer.errors import Cancelled
from gui.widgets import thumbnails
from gui.widgets.thumbnails import ThumbnailCache
from gui.workers.protocol import CRASHED, Failure
from gui.workers.serving import CallSink
from gui.workers.tasks.scan import CHUNK, scan

WAIT = 20_000


class Asked:
    """A child that answers when told to."""

    def __init__(self):
        self.open = []

    def ask(self, do, arguments, *, done, failed):
        assert do == "thumbnail"
        self.open.append((arguments, done, failed))

    def answer(self, folder, size=8):
        arguments, done, _ = self.open.pop(0)
        path = folder / f"{arguments['number']}.raw"
        path.write_bytes(bytes(3 * size * size))
        values = {"path": str(path), "width": size, "height": size, "format": "rgb"}
        done({"number": arguments["number"], "pixels": values})
        return arguments["path"]


@pytest.fixture
def cache(qapp, services, monkeypatch):
    made = ThumbnailCache(services)
    made.asked = Asked()
    made._child = made.asked
    yield made
    made.deleteLater()


def test_the_real_child_makes_them_and_says_which_file_is_none(qtbot, services, tmp_path):
    good, broken = tmp_path / "good.png", tmp_path / "broken.png"
    Pillow.new("RGB", (300, 200), (200, 30, 60)).save(good)
    broken.write_bytes(b"nothing")
    cache = ThumbnailCache(services)
    assert cache.get(good, 96) is None
    assert cache.get(broken, 96) is None
    qtbot.waitUntil(lambda: cache.get(good, 96) is not None and cache.is_broken(broken), timeout=WAIT)
    shown = cache.get(good, 96)
    assert (shown.width(), shown.height()) == (96, 64)
    assert shown.toImage().pixelColor(40, 30) == QColor(200, 30, 60)
    assert "broken.png" in cache.failure(broken).message
    assert cache.get(broken, 96) is None
    assert not list(services.session.glob("*.raw"))
    cache.forget(good)
    assert cache.get(good, 96) is None
    qtbot.waitUntil(lambda: cache.get(good, 96) is not None, timeout=WAIT)
    cache.deleteLater()


def test_the_latest_wishes_come_first_and_the_oldest_of_too_many_are_dropped(qtbot, cache, tmp_path):
    paths = [tmp_path / f"{number}.png" for number in range(200)]
    for path in paths:
        cache.get(path, 64)
    qtbot.waitUntil(lambda: len(cache.asked.open) == thumbnails.IN_FLIGHT)
    answered = []
    while cache.asked.open:
        answered.append(cache.asked.answer(tmp_path))
        qtbot.wait(1)
        qtbot.waitUntil(lambda: not cache._raw)
    assert answered[:4] == [str(path) for path in paths[:-5:-1]]
    assert len(answered) == thumbnails.WAITING


def test_what_is_kept_stays_within_its_room(qtbot, cache, tmp_path, monkeypatch):
    monkeypatch.setattr(thumbnails, "ROOM", 5 * 8 * 8 * 4)
    paths = [tmp_path / f"{number}.png" for number in range(9)]
    for path in paths:
        cache.get(path, 8)
        qtbot.waitUntil(lambda: bool(cache.asked.open))
        cache.asked.answer(tmp_path)
        qtbot.waitUntil(lambda path=path: cache.get(path, 8) is not None)
    assert [path for path in paths if (path, 8) in cache._pixmaps] == paths[-5:]


def test_files_over_which_the_child_ended_are_not_tried_again(qtbot, cache, tmp_path):
    cache.get(tmp_path / "deadly.png", 64)
    qtbot.waitUntil(lambda: bool(cache.asked.open))
    _, _, failed = cache.asked.open.pop()
    failed(Failure("It ended.", code=CRASHED))
    assert cache.is_broken(tmp_path / "deadly.png")
    assert cache.get(tmp_path / "deadly.png", 64) is None
    qtbot.waitUntil(lambda: not cache._turn.isActive())
    assert not cache.asked.open


def scanned(arguments):
    said = []
    result = scan(arguments, CallSink(said.append, 1))
    json.dumps([result, said])  # goes through the pipe as it is
    return result, [(one["event"]["state"], one["event"]["facts"]["rows"]) for one in said]


def test_a_folder_is_told_in_chunks_first_what_is_there_and_then_what_it_is(tmp_path):
    for number in range(CHUNK + 20):
        (tmp_path / f"{number:04}.bmp").write_bytes(b"BM")
    Pillow.fromarray(np.zeros((20, 30, 3), np.uint8)).save(tmp_path / "a.png")
    Pillow.fromarray(np.zeros((200, 300, 3), np.uint8)).save(tmp_path / "b.png")
    (tmp_path / "notes.txt").write_text("no picture")
    missing = tmp_path / "gone.png"
    result, said = scanned({"inputs": [str(missing), str(tmp_path)], "exclude": ["0000*"]})
    found = [row for state, rows in said if state == "found" for row in rows]
    looked = [row for state, rows in said if state == "looked" for row in rows]
    assert [state for state, _ in said] == sorted(state for state, _ in said)
    assert max(len(rows) for _, rows in said) <= CHUNK
    assert len(said) >= 4
    assert found[0][0] == str(missing)
    assert found[0][3] == "missing"
    by_name = {found[row[0]][0]: row for row in looked}
    assert by_name[str(tmp_path / "b.png")][1:5] == [300, 200, "png", ""]
    assert by_name[str(tmp_path / "0001.bmp")][4]
    assert (result["files"], result["left_out"], result["unreadable"]) == (CHUNK + 21, 1, CHUNK + 19)
    assert (result["smallest"], result["largest"], result["pixels"]) == ([30, 20], [300, 200], 60_600)
    assert result["formats"] == {"png": 2}
    assert result["bytes"] == sum(row[2] for row in found)


def test_looking_through_a_folder_can_be_stopped(tmp_path):
    (tmp_path / "a.bmp").write_bytes(b"BM")
    sink = CallSink(lambda values: None, 1)
    sink.cancel()
    with pytest.raises(Cancelled):
        scan({"inputs": [str(tmp_path)]}, sink)
