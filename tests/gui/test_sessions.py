"""Folders of pixels on their way to a window: none is left of windows that have gone."""

from __future__ import annotations

import json
from dataclasses import asdict

from enhancer.files.process import Owner, this_process
from gui.workers import pixels


def test_folders_of_pixels_of_windows_that_were_killed_are_removed(tmp_path, monkeypatch):
    monkeypatch.setattr(pixels, "IN_MEMORY", tmp_path / "none")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    own, living, dead = (pixels.session_folder() for _ in range(3))
    (tmp_path / "enhancer-of-somebody").mkdir()
    gone = Owner(this_process().host, this_process().pid, "another")
    (dead / pixels.OWNER).write_text(json.dumps(asdict(gone)))
    (dead / "1.raw").write_bytes(b"0")
    assert pixels.sweep_sessions(own) == 1
    assert own.exists()
    assert living.exists()
    assert not dead.exists()
    assert (tmp_path / "enhancer-of-somebody").exists()
