"""How many of 65,535 codes half precision costs a 16-bit picture, through the engine and as a whole picture in half.

python -m tests.benchmarks.sixteen_bit [--model photo-x2] [--side 256]

The reference is the engine in float32. Half is asked for (`--precision fp16`), since `auto` keeps 16 bits in float32.
The rival takes the whole picture in half: input, base, network and sum; its base is even computed in float32 from the
half input, and then rounded to half. Convolutions are counted while they run, by the type of their input.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch
from skimage import data
from torch import nn
from torch.nn.modules.module import register_module_forward_pre_hook

from enhancer.enhance.engine import Engine
from enhancer.images.image import Image
from enhancer.images.resize import resize
from enhancer.models.model import Model, open_model
from enhancer.runtime.device import Device
from tests.benchmarks.measure import Line, begin, finish, model_facts, parser
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.sixteen_bit"
FULL = 65_535


def lines(row: Row) -> list[Line]:
    found, rival = row["off"], row["whole_half"]
    side = row["settings"]["side"]
    what = f"16 bit: `{row['model']}` in fp16 against float32, {side}x{side}, mean of 65,535"
    measured = (
        f"mean {found['mean']:.2f}, worst {found['worst']}; fidelity exact {row['exact']['mean']:.2f}, "
        f"{row['exact']['worst']}; {row['half_share']:.1%} of all multiplications in half; "
        f"whole picture in half {rival['mean']:.1f}, {rival['worst']} ({rival['mean'] / found['mean']:.0f} times more)"
    )
    return [Line(what, measured, "8, 10x better than whole-picture half / 4 / 2")]


def picture(side: int) -> np.ndarray:
    """(side,side,3) uint16 whose low bits are real: the astronaut, reduced in float."""
    pixels = data.astronaut().astype(np.float32) / np.float32(255)
    small = np.clip(resize(pixels, side, side), 0, 1)
    return np.round(small * FULL).astype(np.uint16)


@contextmanager
def counted() -> Iterator[Counter[torch.dtype]]:
    """Multiplications of all convolutions that run meanwhile, by the type of their input."""
    counts: Counter[torch.dtype] = Counter()

    def hook(module: nn.Module, inputs: tuple[torch.Tensor, ...]) -> None:
        if isinstance(module, nn.Conv2d):
            n, _, height, width = inputs[0].shape
            counts[inputs[0].dtype] += module.weight.numel() * n * height * width

    handle = register_module_forward_pre_hook(hook)
    try:
        yield counts
    finally:
        handle.remove()


@torch.inference_mode()
def whole_half(model: Model, pixels: np.ndarray) -> np.ndarray:
    half = model.to("cpu", torch.float16)
    x = torch.from_numpy(pixels.astype(np.float32) / FULL).permute(2, 0, 1)[None].half()
    y = (half.base(x).half() + half.residual(x)).clamp_(0, 1)
    return np.round(y.float()[0].permute(1, 2, 0).numpy() * FULL).astype(np.uint16)


def difference(a: np.ndarray, b: np.ndarray) -> dict[str, float]:
    codes = np.abs(a.astype(np.int64) - b.astype(np.int64))
    return {"mean": round(float(codes.mean()), 4), "worst": int(codes.max())}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--model", default="photo-x2")
    options.add_argument("--side", type=int, default=256)
    chosen = options.parse_args()
    begin("16 bits in half precision")
    model, pixels = open_model(chosen.model), picture(chosen.side)
    single, half = (Engine(model, Device("cpu"), precision) for precision in ("fp32", "fp16"))
    found = {}
    with counted() as counts:
        halves = {fidelity: half.enhance(Image(pixels), fidelity).image.pixels for fidelity in ("off", "exact")}
    for fidelity, result in halves.items():
        reference = single.enhance(Image(pixels), fidelity).image.pixels
        found[fidelity] = difference(result, reference)
        if fidelity == "off":
            rival = difference(whole_half(model, pixels), reference)
    share = counts[torch.float16] / sum(counts.values())
    values = {**model_facts(chosen.model), **found, "half_share": round(share, 4), "whole_half": rival}
    finish("sixteen_bit", {"side": chosen.side, "bits": 16, "precision": "fp16"}, values, chosen, lines)


if __name__ == "__main__":
    main()
