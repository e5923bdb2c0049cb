"""A live preview of 512x512 pixels against the bare network on what it reads: same process, same warm engine, in turn.

python -m tests.benchmarks.gui_preview [--model photo-x4] [--repeats N]

The preview is all that lies between the request in the compute child and the image in the window: cutting, network,
base, fidelity, the sample of the figure, conversion for the screen, pixels handed over and read. Only the line on the
pipe is missing. The bare network is one call on the same read box, in the same precision, from a tensor that is there.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Line, begin, duration, finish, fresh, in_turn, model_facts, parser, serve_child
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.gui_preview"
MODULE = "tests.benchmarks.gui_preview"
SIDE, PICTURE = 512, 900


def lines(row: Row) -> list[Line]:
    seconds = row["seconds"]
    measured = (
        f"{row['ratio']['wall']:.2f}x of the time, {row['ratio']['cpu']:.2f}x of the CPU "
        f"({duration(seconds['preview']['wall'])} against {duration(seconds['network']['wall'])})"
    )
    what = f"preview of {SIDE}x{SIDE} with `{row['model']}`, warm, over the bare network on the same read box"
    return [Line(what, measured, "1.2x / 1.05x")]


def child_times(model: str, fidelity: str, repeats: int, seed: int) -> dict[str, Any]:
    """Seconds of the preview, of it without fidelity, and of the network; and the read box."""
    import torch
    from PIL import Image as Pillow

    from enhancer.enhance.canvas import Source
    from enhancer.enhance.tiles import Box
    from enhancer.events import NullSink, Preview
    from enhancer.images.read import read
    from enhancer.jobs.enhance import EnhanceJob
    from enhancer.models.store import Store
    from gui.child_pixels import image_of
    from gui.workers.serving import SESSION_VARIABLE
    from gui.workers.tasks.preview import preview
    from gui.workers.tasks.preview_region import cut_out, with_context
    from gui.workers.tasks.preview_warm import WARM
    from tests.benchmarks.measure import photo

    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
        os.environ[SESSION_VARIABLE] = name
        path = Path(name, "photo.png")
        Pillow.fromarray(photo(PICTURE, PICTURE, seed)).save(path)
        first = (PICTURE - SIDE) // 2
        seen: list[int] = []

        class Window(NullSink):
            def emit(self, event: Any) -> None:
                if isinstance(event, Preview):
                    image = image_of({"path": event.path} | json.loads(event.text))
                    seen.append(image.width())

        def look(how: str) -> None:
            job = {"kind": "enhance", "version": 1, "inputs": [str(path)], "model": model, "fidelity": how}
            region = [first, first, SIDE, SIDE]
            preview({"path": str(path), "region": region, "job": job}, Window())  # type: ignore[arg-type]

        look(fidelity)
        job = EnhanceJob(inputs=(str(path),), model=model)
        engine = WARM.engine(Store.default().find(model), job)
        source = read(path)
        box = with_context(Box(first, first, first + SIDE, first + SIDE), source, engine, fidelity)
        part = cut_out(source, box)
        batch = Source.of(part, engine.device.torch, 0).box(0, part.height, 0, part.width)[None]
        precision = engine._precise(8)[0]
        backend = engine._backend(precision)

        def network() -> None:
            with torch.inference_mode():
                backend.residual(batch)

        times = in_turn({"preview": lambda: look(fidelity), "free": lambda: look("off"), "network": network}, repeats)
        assert set(seen) == {SIDE * engine.model.info.scale}
    return {
        "seconds": times,
        "read_box": [part.width, part.height],
        "precision": precision,
        "threads": torch.get_num_threads(),
        "device": str(engine.device),
    }


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--model", default="photo-x4")
    options.add_argument("--fidelity", default="exact")
    options.add_argument("--repeats", type=int, default=11)
    chosen = options.parse_args()
    begin("live preview")
    found = fresh(
        MODULE, "times", model=chosen.model, fidelity=chosen.fidelity, repeats=chosen.repeats, seed=chosen.seed
    )
    seconds = found.pop("seconds")
    for name, spent in seconds.items():
        print(f"  {name:8} {spent['wall']:8.3f} s wall {spent['cpu']:8.3f} s CPU")
    kinds = ("wall", "cpu")
    values = {
        **model_facts(chosen.model),
        **found,
        "seconds": seconds,
        "ratio": {kind: round(seconds["preview"][kind] / seconds["network"][kind], 3) for kind in kinds},
        "ratio_free": {kind: round(seconds["free"][kind] / seconds["network"][kind], 3) for kind in kinds},
    }
    settings = {"side": SIDE, "fidelity": chosen.fidelity, "repeats": chosen.repeats}
    finish("gui_preview", settings, values, chosen, lines)


if __name__ == "__main__":
    if not serve_child({"times": child_times}):
        main()
