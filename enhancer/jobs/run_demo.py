"""The demonstration: draw a scene, degrade it, enhance it by an ordinary job, and measure what came of it."""

from __future__ import annotations

import json
from pathlib import Path

from ..errors import EnhancerError, ModelError, OutputError
from ..evaluate.demo import Demo, draw_comparison, judge, make_scene, resampled
from ..events import Part, Sink
from ..files.atomic import write_text
from ..files.names import display
from ..files.oserrors import output_error
from ..images.image import Image
from ..images.read import read
from ..images.write import write
from ..models.store import Store
from .enhance import EnhanceJob
from .run_enhance import run_enhance

PICTURES = ("truth.png", "input.png", "bicubic.png", "result.png", "comparison.png")
NUMBERS = "demo.json"


def run_demo(folder: Path, model: str, sink: Sink) -> Demo:
    """Write truth, input, bicubic, result and a labelled comparison into `folder`, and the numbers beside them.

    Only pictures of an earlier demonstration are written over; OutputError if others have their names. ModelError
    for a model that does not enlarge.
    """
    entry = Store.default().find(model)
    if entry.info.scale < 2:
        hint = "Try a model that does: 'enhancer models list' shows them."
        raise ModelError(f"{entry.name} does not enlarge, so this scene shows nothing of it.", hint, "model-scale")
    claim(folder)
    scene = make_scene(entry.info.scale)
    bicubic = resampled(scene.low, scene.truth.height, scene.truth.width)
    write_text(folder / NUMBERS, "{}\n")
    for name, image in (("truth.png", scene.truth), ("input.png", scene.low), ("bicubic.png", bicubic)):
        write(image, folder / name)
    job = EnhanceJob(
        inputs=(str(folder / "input.png"),),
        output=str(folder / "result.png"),
        model=model,
        if_exists="overwrite",
    )
    report = run_enhance(job, Part(sink, 0.1, 0.8))
    item = report.items[0]
    if item.state == "failed":
        raise EnhancerError(item.reason, code=item.code)
    sink.check()
    result: Image = read(folder / "result.png")
    rows = judge(scene, bicubic, result)
    write(draw_comparison(scene, bicubic, result, entry.name, rows), folder / "comparison.png")
    consistency = item.facts.get("consistency", {}).get("file", {}).get("psnr")
    demo = Demo(folder, entry.name, entry.info.scale, str(item.facts["fidelity"]), consistency, rows, PICTURES)
    write_text(folder / NUMBERS, json.dumps(demo.as_json(), indent=1, allow_nan=False) + "\n")
    return demo


def claim(folder: Path) -> None:
    """Make the folder, unless pictures of somebody else are in the way there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(error, folder) from error
    taken = [name for name in PICTURES if (folder / name).exists()]
    if taken and not (folder / NUMBERS).exists():
        raise OutputError(
            f"{display(str(folder))} has a {taken[0]} that no demonstration made.",
            "Name another folder with -o.",
            "exists",
        )
