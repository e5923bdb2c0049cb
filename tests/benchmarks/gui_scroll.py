"""The longest gap of the window's event loop while 50,000 queued files are scrolled, and while a picture is panned.

python -m tests.benchmarks.gui_scroll [--seconds N]

A timer that wants to come every millisecond tells when the loop was away. In a fresh window of 1280x800: the table of
the batch page with its thumbnails, scrolled in steps and leaps; then a picture of 100 megapixels, dragged and zoomed at
60 steps a second while its tiles come in. The floor is an idle window on the same machine in the same minute.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.gui_parts import SCREEN, Gaps, fill, pictures_to_queue, run_for, scroller, until, window_process
from tests.benchmarks.measure import Line, begin, finish, fresh, parser, photo, serve_child, sides
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.gui_scroll"
MODULE = "tests.benchmarks.gui_scroll"
FILES = 50_000


def lines(row: Row) -> list[Line]:
    words = {
        "scroll": f"scrolling {row['settings']['files']:,} queued files with thumbnails",
        "pan": "dragging and zooming in a picture of 100 megapixels",
    }
    idle = row["idle"]["longest"]
    return [
        Line(
            f"longest gap of the event loop while {words[kind]}",
            f"{row[kind]['longest']:.0f} ms, 99 of 100 below {row[kind]['p99']:.0f} ms (idle: {idle:.0f} ms)",
            "50 ms / 25 ms",
        )
        for kind in words
    ]


def scroll(folder: str, seconds: float) -> dict[str, Any]:
    """The batch page's table in this process, filled as its plan would."""
    with tempfile.TemporaryDirectory() as house, window_process(Path(house)) as (application, services):
        from gui.pages.batch import BatchPage

        services.pictures.start()
        until(application, lambda: services.pictures.ready)
        page = BatchPage(services)
        page.resize(*SCREEN)
        page.show()
        # The page asks for a plan when it begins, and without pictures it empties its table.
        run_for(application, 1, lambda number: None)
        names = fill(page, Path(folder))
        run_for(application, 1, lambda number: None)  # what follows the filling is not idleness
        gaps = Gaps()
        gaps.start()
        run_for(application, min(seconds, 2), lambda number: None)
        idle = gaps.stop()
        gaps.start()
        run_for(application, seconds, scroller(page.pictures.view))
        found, rows = gaps.stop(), page.table.total
        thumbnails = sum(page.thumbnails.get(Path(folder) / name, 28) is not None for name in names)
        page.close()
        page.deleteLater()
        application.processEvents()
        return {"idle": idle, "scroll": found, "rows": rows, "thumbnails_at_hand": thumbnails}


def pan(path: str, seconds: float) -> dict[str, Any]:
    """A canvas in this process."""
    with tempfile.TemporaryDirectory() as house, window_process(Path(house)) as (application, services):
        from gui.widgets.canvas import Canvas, Picture

        canvas = Canvas(services)
        canvas.resize(*SCREEN)
        canvas.show()
        services.pictures.start()
        until(application, lambda: services.pictures.ready)
        picture = Picture(services, Path(path))
        canvas.set_picture(picture)
        gaps = Gaps()
        gaps.start()
        until(application, lambda: canvas.complete)
        opening = gaps.stop()
        zooms = (0.2, 0.37, 0.5, 0.8, 1.0, 1.6, 3.0)

        def step(number: int) -> None:
            if number % 60 == 0:
                canvas.zoom_to(zooms[number // 60 % len(zooms)])
            canvas.pan(-23 if number // 200 % 2 else 23, -11 if number // 140 % 2 else 11)

        gaps.start()
        run_for(application, seconds, step)
        found = gaps.stop()
        canvas.set_picture(None)
        picture.close()
        canvas.close()
        return {"opening": opening, "pan": found}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--seconds", type=float, default=15.0)
    options.add_argument("--files", type=int, default=FILES)
    options.add_argument("--megapixels", type=float, default=100.0)
    chosen = options.parse_args()
    begin("gaps of the window's event loop")
    from PIL import Image

    with tempfile.TemporaryDirectory(prefix="enhancer-scroll-") as folder:
        pictures, large = Path(folder) / "pictures", Path(folder) / "large.jpg"
        pictures_to_queue(pictures, chosen.files, chosen.seed)
        Image.fromarray(photo(*sides(chosen.megapixels), chosen.seed)).save(large, quality=90)
        values = fresh(MODULE, "scroll", folder=str(pictures), seconds=chosen.seconds)
        values |= fresh(MODULE, "pan", path=str(large), seconds=chosen.seconds)
    settings = {
        "seconds": chosen.seconds,
        "files": values.pop("rows"),
        "megapixels": chosen.megapixels,
        "screen": list(SCREEN),
    }
    finish("gui_scroll", settings, values, chosen, lines)


if __name__ == "__main__" and not serve_child({"scroll": scroll, "pan": pan}):
    main()
