"""How soon the window says that a job stops, and how soon the compute child is idle: medians and worst over stops at
moments that are drawn, of an enhancement at work on the torch backend.

The floor of the same run: a message to the child and its answer while the job computes.

python -m tests.benchmarks.gui_cancel [--repeats N] [--model photo-x4] [--side PIXELS]
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measure import Line, begin, duration, finish, median, model_facts, parser, photo
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.gui_cancel"
WAIT = 120.0


def lines(row: Row) -> list[Line]:
    said = f"{duration(row['said'])} (worst {duration(row['said_worst'])})"
    idle = f"{duration(row['idle'])} (worst {duration(row['idle_worst'])}; a message and back {duration(row['floor'])})"
    return [
        Line("Stop in the window: shown", said, "100 ms / 50 ms"),
        Line("Stop in the window: computing ended", idle, "300 ms / 150 ms"),
    ]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--repeats", type=int, default=15)
    options.add_argument("--model", default="photo-x4")
    options.add_argument("--side", type=int, default=1024)
    chosen = options.parse_args()
    begin("stopping a job in the window")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="enhancer-") as folder:
        for name in ("CONFIG", "STATE"):
            os.environ[f"ENHANCER_{name}"] = folder
        values = measured(Path(folder), chosen.repeats, chosen.model, chosen.side, random.Random(chosen.seed))
    settings = {"repeats": chosen.repeats, "side": chosen.side, **model_facts(chosen.model)}
    finish("gui_cancel", settings, values, chosen, lines)


def measured(folder: Path, repeats: int, model: str, side: int, rng: random.Random) -> dict[str, float]:
    from PIL import Image
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    from gui.begin import end_services, make_services
    from gui.settings import Settings
    from gui.theme import Theme
    from gui.widgets.job_bar import JobBar
    from gui.workers.pixels import session_folder

    class Paints(QObject):
        """When a widget was last painted."""

        at = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self.at = time.perf_counter()
            return False

    picture = folder / "picture.png"
    Image.fromarray(photo(side, side)).save(picture)
    QApplication.setStyle("Fusion")
    application = QApplication([])
    session, settings = session_folder(), Settings(None)
    services = make_services(settings, Theme(settings, session, settings), session)
    bar, paints = JobBar(services), Paints()
    bar.words.installEventFilter(paints)
    bar.resize(1280, 40)

    def until(true: Callable[[], bool]) -> None:
        end = time.perf_counter() + WAIT
        while not true():
            if time.perf_counter() > end:
                raise TimeoutError("the child does not answer")
            application.processEvents()
            time.sleep(0.0005)

    said, idle, floor = [], [], []
    try:
        for number in range(repeats + 1):
            output = folder / f"out{number}.png"
            values = {"kind": "enhance", "inputs": [str(picture)], "output": str(output), "model": model}
            job = services.queue.add(values, "picture.png")
            bar.show()
            until(lambda job=job: job.fraction > 0 or job.has_ended)
            moment = time.perf_counter() + rng.uniform(0.0, 1.0)
            until(lambda moment=moment: time.perf_counter() > moment)
            answered: list[object] = []
            asked = time.perf_counter()
            services.compute.ask("no such task", {}, failed=answered.append)
            until(lambda answered=answered: bool(answered))
            round_trip = time.perf_counter() - asked
            assert job.active, job.failure or "the picture is too small for this machine: give a larger --side"
            paints.at = 0.0
            began = time.perf_counter()
            bar.cancel.click()
            until(lambda: paints.at > 0.0)
            shown = paints.at - began
            until(lambda job=job: job.has_ended)
            ended = time.perf_counter() - began
            assert job.state == "cancelled", job.failure
            services.queue.remove_ended()
            if number:
                said.append(shown)
                idle.append(ended)
                floor.append(round_trip)
    finally:
        bar.deleteLater()
        end_services(services)
    return {
        "said": round(median(said), 5),
        "said_worst": round(max(said), 5),
        "idle": round(median(idle), 4),
        "idle_worst": round(max(idle), 4),
        "floor": round(median(floor), 4),
    }


if __name__ == "__main__":
    main()
