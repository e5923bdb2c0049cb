"""Tiled against whole: the worst difference over random tile plans, and over the same plans with a pixel less overlap.

python -m tests.benchmarks.tiling [--models photo-x2 photo-x4] [--plans 50]

Differences are those of the residual, in float32, neither clamped nor rounded, where 1 is the full range. Each model
is measured with its own weights and with random ones of unit gain (a residual as large as the picture), whose
receptive field is used to its last pixel. Sides are odd, tiles anything from the smallest that is possible.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from enhancer.enhance.strips import Strips
from enhancer.enhance.tiles import TilePlan, plan_tiles, smallest_tile
from enhancer.events import NullSink
from enhancer.models.model import Model, open_model
from enhancer.runtime.backend import TorchBackend
from enhancer.runtime.device import Device, set_threads
from tests.benchmarks.measure import Line, begin, finish, model_facts, parser, photo
from tests.benchmarks.rows import Row
from tests.helpers_models import random_model

COMMAND = "python -m tests.benchmarks.tiling"
LEAST, MOST = 41, 141


def lines(row: Row) -> list[Line]:
    result = []
    for weights, found in row["weights"].items():
        what = f"tiled against whole, `{row['model']}`, {weights} weights, worst of {row['settings']['plans']} plans"
        worst = f"{found['worst']:.1e}" if found["worst"] else "0, equal to the bit"
        measured = f"{worst} (with one pixel less overlap {found['less_overlap']:.1e})"
        result.append(Line(what, measured, "1/255 / 1e-5"))
    return result


def residual(backend: TorchBackend, plan: TilePlan, picture: Tensor) -> Tensor:
    def read(top: int, bottom: int, left: int, right: int) -> Tensor:
        return picture[:, top:bottom, left:right].clone()

    # A strip is valid until the next is asked for.
    return torch.cat([strip.clone() for strip in Strips(backend, plan, read, 3, NullSink())], 1)


def measure(model: Model, plans: int, seed: int) -> dict[str, float]:
    rng = np.random.default_rng(seed)
    backend = TorchBackend(model, Device("cpu"), "fp32")
    info = model.info
    worst = {"worst": 0.0, "less_overlap": 0.0}
    size = 0.0
    for number in range(plans):
        height, width = (int(n) for n in rng.integers(LEAST // 2, MOST // 2, 2) * 2 + 1)
        least = smallest_tile(info.receptive_field, info.multiple_of)
        tile = int(rng.integers(least, max(least + 1, max(height, width))))
        batch = int(rng.integers(1, 5))
        picture = torch.from_numpy(photo(width, height, seed + number)).permute(2, 0, 1).float().div_(255)

        def plan(tile: int, overlap: int, height: int = height, width: int = width, batch: int = batch) -> TilePlan:
            return plan_tiles(
                height,
                width,
                scale=info.scale,
                overlap=overlap,
                tile=tile,
                batch=batch,
                multiple_of=info.multiple_of,
            )

        whole = residual(backend, plan(0, info.receptive_field), picture)
        size = max(size, float(whole.abs().max()))
        for name, overlap in (("worst", info.receptive_field), ("less_overlap", info.receptive_field - 1)):
            tiled = residual(backend, plan(tile, overlap), picture)
            worst[name] = max(worst[name], float((tiled - whole).abs().max()))
    return {**worst, "residual": size}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--models", nargs="+", default=["photo-x2", "photo-x4"])
    options.add_argument("--plans", type=int, default=50)
    chosen = options.parse_args()
    begin("tiled against whole")
    threads = set_threads()
    for name in chosen.models:
        shipped = open_model(name)
        weights = {}
        for kind, model in (("shipped", shipped), ("random", random_model(shipped.info, chosen.seed, gain=1.0))):
            with torch.inference_mode():
                weights[kind] = found = measure(model, chosen.plans, chosen.seed)
            figures = ", ".join(f"{name} {value:.3g}" for name, value in found.items())
            print(f"{shipped.info.name}, {kind} weights: {figures}", flush=True)
        settings = {"plans": chosen.plans, "sides": [LEAST, MOST], "precision": "fp32", "threads": threads}
        finish("tiling", settings, {**model_facts(name), "weights": weights}, chosen, lines)


if __name__ == "__main__":
    main()
