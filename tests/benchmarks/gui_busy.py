"""The longest gap of the window's event loop while it enhances, while it trains, and while all goes on at once.

python -m tests.benchmarks.gui_busy [--seconds N] [--model photo-x4] [--side PIXELS] [--files N]

The real window at 1280x800 with its children, as `enhancer-gui` makes it. Enhancing: a picture is open, its preview
made, and then enhanced whole by the compute child. Training: a process of its own, as the page starts one; the page
shows its curves, grids and events as they come. At once: both, while a table of 50,000 files is scrolled. The
children are below normal priority, and take all cores. The floor is the same window left alone, in the same minute.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.gui_parts import SCREEN, Gaps, fill, pictures_to_queue, run_for, scroller, until
from tests.benchmarks.measure import Line, begin, finish, fresh, model_facts, parser, photo, serve_child
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.gui_busy"
MODULE = "tests.benchmarks.gui_busy"
FILES, LEARNED, SIDE = 50_000, 200, 2_400
WORDS = {
    "enhancing": "a picture is enhanced",
    "training": "a run is trained and watched",
    "at_once": "both go on and {files:,} queued files are scrolled",
}
RUN = (
    "data.size=[32, 32]",
    "generator.arguments={width=16, limit=64}",
    "discriminator.arguments={width=16, limit=64, norm='batch'}",
    "budget=10_000_000",
    "tick=256",
    "judge.samples=64",
)
"""Small, so that much is to be shown; ten million images are never reached."""


def lines(row: Row) -> list[Line]:
    idle = row["idle"]["longest"]
    return [
        Line(
            f"longest gap of the window's event loop while {words.format(**row['settings'])}",
            f"{row[kind]['longest']:.0f} ms, 99 of 100 below {row[kind]['p99']:.0f} ms (idle: {idle:.0f} ms)",
            "50 ms / 25 ms",
        )
        for kind, words in WORDS.items()
    ]


def gaps(folder: str, seconds: float, model: str) -> dict[str, Any]:
    """In this process, which becomes a window. `folder`: with pictures, a large one, and data to train on."""
    home = Path(folder)
    for name in ("CONFIG", "STATE", "RUNS"):
        os.environ[f"ENHANCER_{name}"] = str(home / name.lower())
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from gui import runs
    from gui.program import Program
    from gui.settings import Settings

    QApplication.setStyle("Fusion")
    application = QApplication(["benchmark"])
    application.setQuitOnLastWindowClosed(False)
    program = Program(application, Settings(None))
    window: Any = program.open([], "enhance")
    window.resize(*SCREEN)
    services = program.services()
    until(application, lambda: services.pictures.ready and services.compute.ready)
    watch = Gaps()
    found: dict[str, Any] = {}

    def watched(step: Callable[[int], object] = lambda number: None) -> dict[str, float]:
        watch.start()
        run_for(application, seconds, step)
        return watch.stop()

    run_for(application, 2, lambda number: None)
    found["idle"] = watched()

    def enhance() -> Any:
        values = {"kind": "enhance", "inputs": [str(home / "large.png")], "model": model}
        return services.queue.add({**values, "output": str(home / "out.png"), "if_exists": "overwrite"}, "large.png")

    enhancing = window.show_page("enhance")
    enhancing.open(home / "large.png")
    until(application, lambda: enhancing.picture is not None and enhancing.picture.is_open)
    job = enhance()
    until(application, lambda: job.fraction > 0 or job.has_ended)
    found["enhancing"] = watched()
    assert job.active, job.failure or "the picture was done too soon: give a larger --side"

    job.cancel()
    until(application, lambda: job.has_ended)
    run = home / "runs" / "watched"
    runs.launch(run, runs.train_arguments(run, "dcgan", str(home / "learned"), RUN, source="folder"))
    training = window.show_page("train")
    until(application, lambda: ticks(run) > 2)
    training.list.poll()
    training.show_run(str(run))
    before = ticks(run)
    found["training"] = watched()
    found["ticks"] = ticks(run) - before
    assert found["ticks"], (run / "console.log").read_text()

    page = window.show_page("batch")
    run_for(application, 1, lambda number: None)
    fill(page, home / "pictures")
    job = enhance()
    until(application, lambda: job.fraction > 0 or job.has_ended)
    found["at_once"] = watched(scroller(page.pictures.view))
    assert job.active, job.failure or "the picture was done too soon: give a larger --side"
    found["rows"] = page.table.total
    job.cancel()
    runs.stop(run)
    until(application, lambda: job.has_ended and not runs.is_busy(run, runs.read_launch(run)))
    program.end()
    return found


def ticks(run: Path) -> int:
    rows = run / "metrics.jsonl"
    return len(rows.read_text().splitlines()) if rows.exists() else 0


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--seconds", type=float, default=15.0)
    options.add_argument("--model", default="photo-x4")
    options.add_argument("--side", type=int, default=SIDE)
    options.add_argument("--files", type=int, default=FILES)
    chosen = options.parse_args()
    begin("gaps of the whole window's event loop")
    from PIL import Image

    with tempfile.TemporaryDirectory(prefix="enhancer-busy-") as folder:
        pictures_to_queue(Path(folder) / "pictures", chosen.files, chosen.seed)
        pictures_to_queue(Path(folder) / "learned", LEARNED, chosen.seed)
        Image.fromarray(photo(chosen.side, chosen.side, chosen.seed)).save(Path(folder) / "large.png")
        values = fresh(MODULE, "gaps", folder=folder, seconds=chosen.seconds, model=chosen.model)
    settings = {
        "seconds": chosen.seconds,
        "files": values.pop("rows"),
        "side": chosen.side,
        "screen": list(SCREEN),
        **model_facts(chosen.model),
    }
    finish("gui_busy", settings, values, chosen, lines)


if __name__ == "__main__" and not serve_child({"gaps": gaps}):
    main()
