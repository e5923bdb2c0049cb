"""What the benchmarks of the window share: its services in this process, and the gaps of its event loop."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gui.services import Services

WAIT = 120.0
DRAWN = 200
SCREEN = (1280, 800)


@contextmanager
def window_process(folder: Path) -> Iterator[tuple[QApplication, Services]]:
    """An application with real services and children, settings in `folder`; offscreen where there is no display."""
    os.environ["ENHANCER_CONFIG"] = str(folder / "config")
    os.environ["ENHANCER_STATE"] = str(folder / "state")
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from gui.begin import end_services, make_services
    from gui.settings import Settings
    from gui.theme import Theme
    from gui.workers.pixels import session_folder

    application = QApplication(["benchmark", "-style", "Fusion"])
    settings, session = Settings(None), session_folder()
    services = make_services(settings, Theme(settings, session, settings), session)
    try:
        yield application, services
    finally:
        end_services(services, 3_000)


def until(application: QApplication, reached: Callable[[], bool]) -> None:
    """Let the event loop turn until then. TimeoutError after WAIT seconds."""
    end = time.monotonic() + WAIT
    while not reached():
        if time.monotonic() > end:
            raise TimeoutError
        application.processEvents()
        time.sleep(0.001)


class Gaps:
    """How long the event loop was away from a timer that wants to come every millisecond; milliseconds."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.found: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.found, self._last = [], time.perf_counter()
        self._timer.start()

    def stop(self) -> dict[str, float]:
        """longest, the 99th of 100, and the median."""
        self._timer.stop()
        ordered = sorted(self.found)
        return {
            "longest": round(ordered[-1], 2),
            "p99": round(ordered[int(len(ordered) * 0.99) - 1], 2),
            "median": round(statistics.median(ordered), 2),
        }

    def _beat(self) -> None:
        now = time.perf_counter()
        self.found.append((now - self._last) * 1000)
        self._last = now


def run_for(application: QApplication, seconds: float, step: Callable[[int], object], interval: int = 16) -> None:
    """Call `step` every `interval` ms from the event loop, as input would come."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, count = QEventLoop(), iter(range(10**9))
    timer = QTimer(interval=interval)
    timer.timeout.connect(lambda: step(next(count)))
    timer.start()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    timer.stop()


def pictures_to_queue(folder: Path, count: int, seed: int) -> None:
    """A few hundred different files under as many names as asked, in a new folder."""
    from PIL import Image

    from tests.benchmarks.measure import photo

    folder.mkdir()
    for number in range(min(DRAWN, count)):
        Image.fromarray(photo(640, 480, seed + number)).save(folder / f"{number:06}.jpg", quality=90)
    for number in range(DRAWN, count):
        os.link(folder / f"{number % DRAWN:06}.jpg", folder / f"{number:06}.jpg")


def fill(page: Any, folder: Path) -> list[str]:
    """Show the files of a folder in the table of a batch page, as its plan would; their names."""
    from gui.widgets.batch.row import Row

    names = sorted(path.name for path in folder.iterdir())
    for first in range(0, len(names), 500):
        page.table.add(
            Row(name, "pending", size=(640, 480), target=(1280, 960), input=str(folder / name))
            for name in names[first : first + 500]
        )
    page.pictures.stack.setCurrentWidget(page.pictures.view)
    return names


def scroller(view: Any) -> Callable[[int], object]:
    """A step of scrolling a list: a little each time, and now and then a leap."""
    bar = view.verticalScrollBar()

    def step(number: int) -> None:
        far = number % 40 == 0
        bar.setValue((bar.value() + (bar.maximum() // 7 if far else 3)) % max(bar.maximum(), 1))

    return step
