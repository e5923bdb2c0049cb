"""Peak memory of a large enlargement through the engine against one eager pass of the whole picture.

python -m tests.benchmarks.peak_memory [--models photo-x4 photo-x2] [--megapixels 12]

Each side is a fresh process that reads the input from a file of raw pixels, enlarges it to uint8, and reports the most
memory it ever held, Python and torch included; "above idle" is without what it held once torch, network and input were
loaded. The rival is the loop that everyone writes, with the same network: float32, NCHW, `inference_mode`, base plus
network, clamp, uint8. The engine runs as users run it (precision auto, fidelity exact, with its check), and in float32
beside.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import (
    ChildDied,
    Line,
    begin,
    finish,
    fresh,
    model_facts,
    own_peak,
    parser,
    serve_child,
    sides,
)
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.peak_memory"
MODULE = "tests.benchmarks.peak_memory"
ASKED = "0.4x / 0.25x / 0.15x"
SMALLER = (4.0, 8.0)
"""From so many times fewer pixels the rival's peak is extrapolated where the machine cannot hold it."""


def lines(row: Row) -> list[Line]:
    size, engine, rival = row["settings"]["megapixels"], row["engine"], row["rival"]
    what = f"peak memory of `{row['model']}` at {size:g} megapixels against the whole-image eager loop"
    how = ", extrapolated from smaller pictures" if row["rival_extrapolated"] else ""
    measured = f"{row['ratio']:.3f}x ({engine['peak'] / 1e9:.2f} GB against {rival['peak'] / 1e9:.2f} GB{how})"
    return [Line(what, measured, ASKED)]


def child_picture(path: str, width: int, height: int, seed: int) -> dict[str, Any]:
    import numpy as np

    from tests.benchmarks.measure import photo

    np.save(path, photo(width, height, seed))
    return {}


def child_engine(path: str, model: str, precision: str, fidelity: str, threads: int) -> dict[str, Any]:
    import numpy as np

    from enhancer.enhance.engine import Engine
    from enhancer.images.image import Image
    from enhancer.models.model import open_model

    engine = Engine(open_model(model), "cpu", precision, threads=threads)
    image = Image(np.load(path))
    idle = own_peak()
    result = engine.enhance(image, fidelity)
    return {
        "peak": own_peak(),
        "idle": idle,
        "precision": result.precision,
        "shape": list(result.image.pixels.shape),
        "threads": engine.threads,
    }


def child_rival(path: str, model: str, threads: int) -> dict[str, Any]:
    import numpy as np
    import torch

    from enhancer.models.model import open_model
    from enhancer.runtime.device import set_threads

    used = set_threads(threads)
    opened = open_model(model)
    net = opened.net.to(memory_format=torch.contiguous_format)
    pixels = np.load(path)
    idle = own_peak()
    with torch.inference_mode():
        x = torch.from_numpy(pixels).permute(2, 0, 1)[None].float().div_(255).contiguous()
        y = (opened.base(x) + net(x)).clamp_(0, 1)
        result = y.mul_(255).round_().to(torch.uint8)[0].permute(1, 2, 0).contiguous().numpy()
    return {"peak": own_peak(), "idle": idle, "shape": list(result.shape), "threads": used}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--models", nargs="+", default=["photo-x4", "photo-x2"])
    options.add_argument("--megapixels", type=float, default=12.0)
    options.add_argument("--threads", type=int, default=0, help="0 for all cores")
    options.add_argument("--extrapolate", action="store_true", help="do not try the rival at full size")
    chosen = options.parse_args()
    begin(f"peak memory at {chosen.megapixels:g} megapixels")
    with tempfile.TemporaryDirectory() as name:
        for model in chosen.models:
            measure(model, Path(name), chosen)


def measure(model: str, root: Path, chosen: Any) -> None:
    pictures = {shrink: root / f"picture-{shrink:g}.npy" for shrink in (1.0, *SMALLER)}
    sizes = {shrink: sides(chosen.megapixels / shrink) for shrink in pictures}
    for shrink, path in pictures.items():
        if not path.exists():
            width, height = sizes[shrink]
            fresh(MODULE, "picture", path=str(path), width=width, height=height, seed=chosen.seed)
    shared: dict[str, Any] = {"model": str(Path(model).resolve()) if Path(model).is_file() else model}
    shared["threads"] = chosen.threads
    full = str(pictures[1.0])
    engine = fresh(MODULE, "engine", path=full, precision="auto", fidelity="exact", **shared)
    exact = fresh(MODULE, "engine", path=full, precision="fp32", fidelity="exact", **shared)
    rival = None
    if not chosen.extrapolate:
        try:
            rival = fresh(MODULE, "rival", path=full, **shared)
        except ChildDied as error:
            print(f"The rival did not end: {error}")
    extrapolated = rival is None
    if rival is None:
        rival = extrapolate({s: fresh(MODULE, "rival", path=str(pictures[s]), **shared) for s in SMALLER}, sizes)
    facts = model_facts(model)
    ratios = {name: round(side["peak"] / rival["peak"], 4) for name, side in (("ratio", engine), ("ratio_fp32", exact))}
    above = round((engine["peak"] - engine["idle"]) / (rival["peak"] - rival["idle"]), 4)
    for label, side in (("engine, auto", engine), ("engine, fp32", exact), ("whole, eager", rival)):
        print(
            f"{facts['model']}  {label}: {side['peak'] / 1e9:6.2f} GB, {side['idle'] / 1e9:.2f} GB of them idle",
            flush=True,
        )
    print(f"fp32 {ratios['ratio_fp32']:.3f}x, above idle {above:.3f}x")
    values = {
        **facts,
        "engine": engine,
        "engine_fp32": exact,
        "rival": rival,
        "rival_extrapolated": extrapolated,
        **ratios,
        "ratio_above_idle": above,
    }
    width, height = sizes[1.0]
    settings = {"megapixels": round(width * height / 1e6, 2), "size": [width, height], "fidelity": "exact"}
    finish("peak_memory", {**settings, "threads": engine["threads"]}, values, chosen, lines)


def extrapolate(found: dict[float, dict[str, Any]], sizes: dict[float, tuple[int, int]]) -> dict[str, Any]:
    """A straight line through the peaks of two smaller pictures: all that the rival holds grows with the pixels."""
    (x1, y1), (x0, y0) = ((sizes[s][0] * sizes[s][1], found[s]["peak"]) for s in SMALLER)
    width, height = sizes[1.0]
    peak = y1 + (y1 - y0) / (x1 - x0) * (width * height - x1)
    return {"peak": round(peak), "idle": found[SMALLER[0]]["idle"], "from": [[x0, y0], [x1, y1]]}


if __name__ == "__main__":
    if not serve_child({"picture": child_picture, "engine": child_engine, "rival": child_rival}):
        main()
