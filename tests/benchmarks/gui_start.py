"""How long the window takes from its start to its first paint, beside an empty window of Qt: fresh processes in turn.

python -m tests.benchmarks.gui_start [--repeats N]

Both are measured from the start of the process until Qt has painted and its event loop turns again. Bytecode is there
beforehand, as after an installation. Without a display both draw offscreen. `page`: until the first page is made too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.measure import ROOT, Line, begin, duration, finish, median, parser
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.gui_start"
EMPTY = """
from PySide6 import QtWidgets
from PySide6.QtCore import QTimer

class Window(QtWidgets.QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.painted)
    def painted(self):
        print("paint", flush=True)
        application.quit()

application = QtWidgets.QApplication(["empty"])
window = Window()
window.resize(1280, 820)
window.show()
application.exec()
"""
OURS = """
import faulthandler
from gui import app, main_window

after = main_window.MainWindow._after_first_paint
def painted(self):
    print("paint", flush=True)
    faulthandler.dump_traceback_later(60, exit=True)  # a page that fails must not leave a process behind
    after(self)
    print("page", flush=True)
    self.close()
main_window.MainWindow._after_first_paint = painted
app.main([])
"""


def lines(row: Row) -> list[Line]:
    measured = f"{row['ratio']:.2f}x ({duration(row['window_seconds'])} against {duration(row['empty_seconds'])})"
    page = f"{row['page_ratio']:.2f}x ({duration(row['page_seconds'])})"
    return [
        Line("the window, from its start to its first paint, against an empty window of Qt", measured, "1.6x / 1.2x"),
        Line("the same, until its first page is made", page),
    ]


def stamps(code: str, environment: Mapping[str, str]) -> dict[str, float]:
    """Seconds from the start of the process to each word that it prints."""
    began = time.perf_counter()
    found = {}
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            found.setdefault(line.strip(), time.perf_counter() - began)
    if child.returncode:
        raise RuntimeError(f"a window ended with {child.returncode}")
    return found


def surroundings(folder: Path) -> dict[str, str]:
    """Settings of a user who starts it for the second time, and a place for bytecode."""
    found = {**os.environ, "ENHANCER_CONFIG": str(folder / "config"), "ENHANCER_STATE": str(folder / "state")}
    found["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    if not found.get("DISPLAY") and not found.get("WAYLAND_DISPLAY"):
        found.setdefault("QT_QPA_PLATFORM", "offscreen")
    return found


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--repeats", type=int, default=21)
    chosen = options.parse_args()
    begin("the window's start")
    times: dict[str, list[float]] = {"empty": [], "window": [], "page": []}
    with tempfile.TemporaryDirectory(prefix="enhancer-start-") as folder:
        environment = surroundings(Path(folder))
        for number in range(chosen.repeats + 1):
            empty, ours = stamps(EMPTY, environment), stamps(OURS, environment)
            if number:
                times["empty"].append(empty["paint"])
                times["window"].append(ours["paint"])
                times["page"].append(ours["page"])
    floor = median(times["empty"])
    values = {
        "empty_seconds": round(floor, 4),
        "window_seconds": round(median(times["window"]), 4),
        "page_seconds": round(median(times["page"]), 4),
        "ratio": round(median(times["window"]) / floor, 3),
        "ratio_of_minima": round(min(times["window"]) / min(times["empty"]), 3),
        "page_ratio": round(median(times["page"]) / floor, 3),
    }
    settings = {"repeats": chosen.repeats, "platform": environment.get("QT_QPA_PLATFORM") or "display"}
    finish("gui_start", settings, values, chosen, lines)


if __name__ == "__main__":
    main()
