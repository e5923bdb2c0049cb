"""The queue with the real compute child and a real model: bytes, kills and orders."""

from __future__ import annotations

import os
import signal

import pytest

LONG = 120_000


@pytest.fixture
def picture(tmp_path):
    from PIL import Image
    from skimage import data

    path = tmp_path / "cat.png"
    Image.fromarray(data.chelsea()[:240, 100:360]).save(path)
    return path


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_previews_a_pause_and_a_kill_in_the_middle_change_no_byte(qtbot, services, picture, tmp_path):
    """Several tiles; the job alone, then with all of that, in several lives of the child."""

    def job(name):
        return {"kind": "enhance", "inputs": [str(picture)], "output": str(tmp_path / name), "tile": 40, "threads": 2}

    def at_work(queued):
        qtbot.waitUntil(lambda: queued.fraction > 0 or queued.has_ended, timeout=LONG)
        assert queued.state == "running"

    def ended(queued, state):
        qtbot.waitUntil(lambda: queued.has_ended, timeout=LONG)
        assert queued.state == state, queued.failure
        return queued

    queue, compute = services.queue, services.compute
    alone = ended(queue.add(job("alone.png"), "alone"), "done")
    assert alone.counts["done"] == 1
    assert alone.report["counts"]["done"] == 1

    disturbed = queue.add(job("disturbed.png"), "disturbed")
    at_work(disturbed)
    disturbed.pause()
    looked = []
    look = {"path": str(picture), "region": [0, 0, 24, 24], "job": job("none.png") | {"threads": 1}}
    compute.ask("preview", look, done=looked.append, failed=looked.append)
    qtbot.waitUntil(lambda: bool(looked), timeout=LONG)
    assert looked[0]["pieces"] == 1
    assert disturbed.state == "paused"
    disturbed.resume()
    os.kill(compute.pid, signal.SIGKILL)
    ended(disturbed, "failed")
    assert "memory" in disturbed.failure.message
    assert not (tmp_path / "disturbed.png").exists()

    disturbed.retry()
    at_work(disturbed)
    for _ in range(2):
        compute.ask("preview", look, done=looked.append, failed=looked.append)
    ended(disturbed, "done")
    qtbot.waitUntil(lambda: len(looked) == 3, timeout=LONG)
    assert (tmp_path / "disturbed.png").read_bytes() == (tmp_path / "alone.png").read_bytes()

    refused = ended(queue.add(job("none.png") | {"model": "no-such"}, "refused"), "failed")
    assert refused.failure.unasked
    assert refused.failure.message

    stopped = queue.add(job("stopped.png"), "stopped")
    at_work(stopped)
    stopped.cancel()
    assert stopped.state == "cancelling"
    ended(stopped, "cancelled")
    assert not (tmp_path / "stopped.png").exists()
