"""Signals emitted from Python never use True up, however many there are."""

from __future__ import annotations

import subprocess
import sys

MANY = """
import gui
from PySide6.QtCore import QObject, Signal
class Speaker(QObject):
    said = Signal()
speaker = Speaker()
for _ in range(20_000):
    speaker.said.emit()
print("alive")
"""


def test_many_signals_do_not_end_the_program():
    done = subprocess.run([sys.executable, "-c", MANY], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "alive", done.stderr
