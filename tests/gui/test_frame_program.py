"""The program as a process: no display, no Qt, signals, faults, crashes, safe mode, another language."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from gui import app
from gui.crash import KEPT, CrashLog, Faults, crashed_before

ROOT = Path(__file__).resolve().parent.parent.parent


def start(*arguments, code=None, **environment):
    """A process of its own; None takes a variable away."""
    values = {**os.environ, **environment}
    command = [sys.executable, *(["-c", code] if code else ["-m", "gui"]), *arguments]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env={name: value for name, value in values.items() if value is not None},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process, timeout=60):
    out, err = process.communicate(timeout=timeout)
    return process.returncode, out, err


def test_without_a_display_there_is_one_clear_line():
    code, out, err = finish(start(QT_QPA_PLATFORM=None, DISPLAY=None, WAYLAND_DISPLAY=None))
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "display" in err


def test_without_pyside_the_line_says_how_to_install_it():
    code = """
import sys
sys.modules["PySide6"] = None
from gui.app import main
sys.exit(main([]))
"""
    status, _, err = finish(start(code=code))
    assert status == 1
    assert err == 'enhancer-gui: the window needs PySide6. Install it with: pip install "enhancer[gui]"\n'


def test_the_version_needs_neither_display_nor_qt():
    code, out, _ = finish(start("--version", QT_QPA_PLATFORM=None, DISPLAY=None))
    assert code == 0
    assert out.startswith("enhancer-gui, version ")


@pytest.mark.parametrize(
    ("environment", "platform", "missing"),
    [
        ({}, "linux", True),
        ({"DISPLAY": ":0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux", False),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", True),
        ({}, "win32", False),
        ({}, "darwin", False),
    ],
)
def test_a_display_is_asked_for_only_where_one_is_needed(environment, platform, missing):
    assert bool(app.display_missing(environment, platform)) is missing


RUNS = """
import sys
from PySide6.QtCore import QTimer
from gui import main_window, program
heavy = ["torch", "numpy", "pydantic", "cv2", "PIL", "enhancer.jobs"]
after = main_window.MainWindow._after_first_paint
def painted(self):
    print("at first paint:", [name for name in heavy if name in sys.modules], flush=True)
    after(self)
    print("later:", [name for name in heavy[:2] if name in sys.modules], flush=True)
    QTimer.singleShot(0, lambda: print("ready", flush=True))
main_window.MainWindow._after_first_paint = painted
sys.exit(program.run(page="settings", safe="--safe" in sys.argv))
"""


def until_ready(process):
    said = []
    for line in process.stdout:
        said.append(line.strip())
        if line == "ready\n":
            return said
    raise AssertionError(process.stderr.read())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_soon_and_in_order(number, own_house):
    process = start(code=RUNS)
    said = until_ready(process)
    assert said[:2] == ["at first paint: []", "later: []"]
    time.sleep(0.2)  # the event loop sleeps by then
    began = time.monotonic()
    process.send_signal(number)
    code, _, err = finish(process)
    assert (code, err.count("Traceback")) == (0, 0)
    assert time.monotonic() - began < 3  # a second on a machine that does nothing else
    assert (own_house / "config" / "window.json").is_file()
    assert not list((own_house / "state").glob("*.log"))


def test_the_safe_mode_writes_nothing(own_house):
    process = start("--safe", code=RUNS)
    until_ready(process)
    process.send_signal(signal.SIGTERM)
    assert finish(process)[0] == 0
    assert not (own_house / "config").exists()
    assert not (own_house / "state").exists()


def test_a_hard_crash_is_told_of_at_the_next_start(own_house):
    state = own_house / "state"
    code = f"""
import ctypes
from pathlib import Path
from gui.crash import CrashLog
CrashLog(Path({str(state)!r}))
ctypes.string_at(0)
"""
    status, _, _ = finish(start(code=code))
    assert status == -signal.SIGSEGV
    own = CrashLog(state)
    log = crashed_before(state)
    assert log is not None
    assert "Segmentation fault" in log.read_text()
    assert "Python" in log.read_text()
    assert crashed_before(state) is None, "told twice"
    own.close()
    assert [path.name for path in state.iterdir()] == [log.name]


def test_only_the_latest_crashes_are_kept(tmp_path):
    for number in range(KEPT + 3):
        path = tmp_path / f"window-{999_000_000 + number}-0.log"
        path.write_text("x")
        os.utime(path, (number * 1000, number * 1000))
    assert crashed_before(tmp_path) is not None
    assert len(list(tmp_path.glob("crash-*.log"))) == KEPT


def test_a_folder_that_cannot_be_written_costs_only_the_log(tmp_path):
    (tmp_path / "file").write_text("")
    log = CrashLog(tmp_path / "file" / "state")
    log.write("text")
    log.close()
    assert crashed_before(tmp_path / "file" / "state") is None


def test_a_hundred_exceptions_in_a_slot_are_one_dialog(window, qtbot, tmp_path, capsys):
    from PySide6.QtCore import QTimer

    from gui.fault_dialog import NAME, show_fault

    log = CrashLog(tmp_path)
    faults = Faults(log)
    faults.found.connect(lambda title, details: show_fault(window, title, details))
    counted = []

    def slot():
        counted.append(1)
        if len(counted) == 100:
            timer.stop()
        raise ValueError("a raising slot")

    timer = QTimer(interval=0)
    timer.timeout.connect(slot)
    faults.watch()
    try:
        with qtbot.captureExceptions():
            faults.watch()  # over the bot's own hook
            timer.start()
            qtbot.waitUntil(lambda: len(counted) == 100)
    finally:
        faults.unwatch()
    dialogs = window.findChildren(QDialog, NAME)
    assert len(dialogs) == 1
    assert log.path.read_text().count("ValueError: a raising slot") == 100
    assert capsys.readouterr().err.count("ValueError: a raising slot") == 1
    assert window.isVisible()
    dialogs[0].close()
    log.close()
    timer.deleteLater()
    faults.deleteLater()
