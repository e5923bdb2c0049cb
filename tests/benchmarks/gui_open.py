"""How soon a JPEG of 100 megapixels is seen in the canvas, and how much memory the window's process takes for it.

python -m tests.benchmarks.gui_open [--repeats N]

From handing the file to a warm window until its first pixels are painted, and until every pixel on the screen is exact.
Each in a fresh window of 1280x800; then it is looked at from 12 % to 800 % before the memory is read. The floor is a
bare decode by libjpeg-turbo at an eighth of the size, in a fresh process of the same round.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.gui_parts import SCREEN, until, window_process
from tests.benchmarks.measure import (
    Line,
    begin,
    duration,
    finish,
    fresh,
    median,
    own_peak,
    parser,
    photo,
    serve_child,
    sides,
)
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.gui_open"
MODULE = "tests.benchmarks.gui_open"
KINDS = {"baseline": {}, "progressive": {"progressive": True}}
ASKED = {"baseline": "1 s / 0.6 s", "progressive": "2 s / 1.6 s"}


def lines(row: Row) -> list[Line]:
    found = []
    for kind in KINDS:
        one = row[kind]
        measured = (
            f"{duration(one['first_seconds'])}, every pixel after {duration(one['exact_seconds'])} "
            f"(bare libjpeg-turbo at 1/8: {duration(one['floor_seconds'])})"
        )
        found.append(Line(f"100-megapixel {kind} JPEG to its first visible pixels", measured, ASKED[kind]))
    memory = f"{row['window_bytes'] / 1e6:.0f} MB (the child that decodes: {row['child_bytes'] / 1e6:.0f} MB)"
    found.append(Line("memory of the window's process meanwhile", memory, "300 MB / 200 MB"))
    return found


def look(path: str) -> dict[str, Any]:
    """One opening in this process, which becomes a window."""
    with tempfile.TemporaryDirectory() as folder, window_process(Path(folder)) as (application, services):
        from gui.widgets.canvas import Canvas, Picture

        seen: list[float] = []

        class Watched(Canvas):
            def paintEvent(self, event):
                super().paintEvent(event)
                if self.picture is not None and self.picture.base is not None:
                    seen.append(time.perf_counter())

        canvas = Watched(services)
        canvas.resize(*SCREEN)
        canvas.show()
        services.pictures.start()
        until(application, lambda: services.pictures.ready)
        began = time.perf_counter()
        picture = Picture(services, Path(path))
        canvas.set_picture(picture)
        until(application, lambda: bool(seen))
        first = seen[0] - began
        until(application, lambda: canvas.complete)
        exact = time.perf_counter() - began
        for zoom in (0.12, 0.3, 0.6, 1.0, 2.0, 8.0):
            canvas.zoom_to(zoom)
            for _ in range(6):
                canvas.pan(-300, -150)
                until(application, lambda: canvas.complete)
                application.processEvents()
        child = _peak_of(services.pictures.pid)
        canvas.set_picture(None)
        picture.close()
        canvas.close()
        return {"first": first, "exact": exact, "window": own_peak(), "child": child}


def _peak_of(pid: int) -> int:
    """0 where the system does not say."""
    status = Path(f"/proc/{pid}/status")
    if not status.is_file():
        return 0
    return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM:"))


def bare(path: str) -> dict[str, Any]:
    """The floor: Pillow's libjpeg-turbo at 1/8, the file in the cache of the disk."""
    import numpy as np
    from PIL import JpegImagePlugin

    Path(path).read_bytes()
    began = time.perf_counter()
    with JpegImagePlugin.JpegImageFile(path) as picture:
        picture.draft("RGB", (picture.width // 8, picture.height // 8))
        pixels = np.asarray(picture)
    return {"seconds": time.perf_counter() - began, "width": pixels.shape[1]}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--repeats", type=int, default=7)
    options.add_argument("--megapixels", type=float, default=100.0)
    chosen = options.parse_args()
    begin("opening a picture in the window")
    values: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="enhancer-open-") as folder:
        paths = _draw(Path(folder), chosen.megapixels, chosen.seed)
        rounds: dict[str, list[dict[str, float]]] = {kind: [] for kind in KINDS}
        for _ in range(chosen.repeats):
            for kind, path in paths.items():
                floor = fresh(MODULE, "bare", path=str(path))["seconds"]
                rounds[kind].append({**fresh(MODULE, "look", path=str(path)), "floor": floor})
    for kind, found in rounds.items():
        values[kind] = {
            f"{name}_seconds": round(median(one[name] for one in found), 4) for name in ("first", "exact", "floor")
        }
        values[kind]["first_least"] = round(min(one["first"] for one in found), 4)
    everything = [one for found in rounds.values() for one in found]
    values["window_bytes"] = max(int(one["window"]) for one in everything)
    values["child_bytes"] = max(int(one["child"]) for one in everything)
    settings = {"repeats": chosen.repeats, "megapixels": chosen.megapixels, "screen": list(SCREEN)}
    finish("gui_open", settings, values, chosen, lines)


def _draw(folder: Path, megapixels: float, seed: int) -> dict[str, Path]:
    """As a camera writes them: quality 90, colours at half the size."""
    from PIL import Image

    picture = Image.fromarray(photo(*sides(megapixels), seed))
    paths = {kind: folder / f"{kind}.jpg" for kind in KINDS}
    for kind, path in paths.items():
        picture.save(path, quality=90, subsampling=2, **KINDS[kind])
    return paths


if __name__ == "__main__" and not serve_child({"look": look, "bare": bare}):
    main()
