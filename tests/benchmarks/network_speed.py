"""CPU time of photo-x4 against SRVGGNetCompact 64x16 x4, its usual rival for fast enlargement, on the same pictures.

python -m tests.benchmarks.network_speed [--model photo-x4] [--sizes 256x256 1280x720] [--repeats N] [--threads N]

`network`: floats in, floats out: base, residual, sum, clamp. `picture`: uint8 pixels in and out; ours is all that the
engine does (tiles, fidelity, the check that is reported), the rival's only its network and the conversions. The rival
is measured in fp32, and beside it in the precision that `auto` picks on this CPU, for who would run it so.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from enhancer.enhance.engine import Engine
from enhancer.images.image import Image
from enhancer.models.model import Model, open_model
from enhancer.runtime.backend import TorchBackend
from enhancer.runtime.device import Device, set_threads
from enhancer.runtime.precision import DTYPES, choose_precision
from tests.benchmarks.measure import Line, begin, duration, finish, in_turn, model_facts, parser, photo
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.network_speed"
ASKED = "0.6x / 0.45x / 0.3x"


class Compact(nn.Module):
    """SRVGGNetCompact of Real-ESRGAN: 3x3 convolutions and PReLUs, pixel shuffle, over a nearest base."""

    def __init__(self, channels: int = 64, depth: int = 16, scale: int = 4) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.Conv2d(3, channels, 3, padding=1), nn.PReLU(channels)]
        for _ in range(depth):
            layers += [nn.Conv2d(channels, channels, 3, padding=1), nn.PReLU(channels)]
        self.body = nn.Sequential(*layers, nn.Conv2d(channels, 3 * scale * scale, 3, padding=1))
        self.scale = scale

    def forward(self, x: Tensor) -> Tensor:
        return F.pixel_shuffle(self.body(x), self.scale) + F.interpolate(x, scale_factor=self.scale, mode="nearest")


def lines(row: Row) -> list[Line]:
    auto = row["settings"]["auto"]
    size = row["settings"]["sizes"][-1]
    found = row["sizes"][size]
    kinds = {
        f"network_{auto}": f"its network as `auto` runs it here ({auto})",
        "network_fp32": "its network in fp32",
        f"picture_{auto}_exact": f"the engine, fidelity exact ({auto})",
        "picture_fp32_exact": "the engine, fidelity exact, fp32",
    }
    result = []
    for name, words in kinds.items():
        if any(line.what.endswith(words) for line in result):
            continue
        rival = name.split("_")[0] + "_rival"
        ours, theirs = (duration(found["seconds"][key]["cpu"]) for key in (name, rival))
        what = f"CPU time of `{row['model']}` against SRVGGNetCompact 64x16 x4 (fp32), {size}: {words}"
        result.append(Line(what, f"{found['cpu_ratio'][name]:.2f}x ({ours} against {theirs})", ASKED))
    return result


def multiplications(net: nn.Module) -> int:
    """A pixel of the input, of all convolutions, which all run at its size."""
    return sum(m.weight.numel() for m in net.modules() if isinstance(m, nn.Conv2d))


def rival_picture(net: nn.Module, pixels: np.ndarray) -> np.ndarray:
    x = torch.from_numpy(pixels).permute(2, 0, 1)[None].contiguous().float().div_(255)
    y = net(x).clamp_(0, 1).mul_(255).round_().to(torch.uint8)
    return y[0].permute(1, 2, 0).contiguous().numpy()


def variants(model: Model, rivals: dict[str, nn.Module], threads: int, auto: str, pixels: np.ndarray) -> dict:
    device = Device("cpu")
    x = torch.from_numpy(pixels).permute(2, 0, 1)[None].contiguous().float().div_(255)
    image = Image(pixels)
    made: dict[str, Callable[[], object]] = {
        "network_rival": lambda: rivals["fp32"](x).clamp_(0, 1),
        "picture_rival": lambda: rival_picture(rivals["fp32"], pixels),
    }
    if auto != "fp32":
        dtype = DTYPES[auto]
        made[f"network_rival_{auto}"] = lambda: rivals[auto](x.to(dtype)).float().clamp_(0, 1)
    for precision in dict.fromkeys((auto, "fp32")):
        backend = TorchBackend(model, device, precision)
        engine = Engine(model, device, precision, threads=threads)
        made[f"network_{precision}"] = lambda b=backend: b.base(x).add_(b.residual(x)).clamp_(0, 1)
        for fidelity in ("off", "exact"):
            made[f"picture_{precision}_{fidelity}"] = lambda e=engine, f=fidelity: e.enhance(image, f)
    return made


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--model", default="photo-x4")
    options.add_argument("--sizes", nargs="+", default=["256x256", "1280x720"], metavar="WxH")
    options.add_argument("--repeats", type=int, default=7)
    options.add_argument("--threads", type=int, default=0, help="0 for all cores")
    chosen = options.parse_args()
    begin(f"{chosen.model} against SRVGGNetCompact 64x16 x4")
    threads = set_threads(chosen.threads)
    model = open_model(chosen.model)
    auto = choose_precision("auto", Device("cpu"), bits=8, has_base=True, offered=model.info.precisions).precision
    torch.manual_seed(chosen.seed)
    rivals: dict[str, nn.Module] = {"fp32": Compact(scale=model.info.scale).eval()}
    if auto != "fp32":
        rivals[auto] = Compact(scale=model.info.scale).eval().to(DTYPES[auto])
    work = multiplications(model.net) / multiplications(rivals["fp32"])
    print(f"{threads} threads, auto is {auto}; multiplications, the floor at equal precision: {work:.2f}x")
    sizes = {}
    for size in chosen.sizes:
        width, height = map(int, size.split("x"))
        with torch.inference_mode():
            seconds = in_turn(variants(model, rivals, threads, auto, photo(width, height, chosen.seed)), chosen.repeats)
        ratios: dict[str, dict[str, float]] = {"cpu": {}, "wall": {}}
        for name, spent in seconds.items():
            rival = seconds[name.split("_")[0] + "_rival"]
            print(f"{size:>10} {name:24} cpu {spent['cpu']:8.3f} s  wall {spent['wall']:8.3f} s", end="")
            for clock, found in ratios.items():
                found[name] = round(spent[clock] / rival[clock], 4)
            print(f"  {ratios['cpu'][name]:.3f}x cpu  {ratios['wall'][name]:.3f}x wall", flush=True)
        sizes[size] = {"seconds": seconds, "cpu_ratio": ratios["cpu"], "wall_ratio": ratios["wall"]}
    settings = {"repeats": chosen.repeats, "threads": threads, "auto": auto, "sizes": chosen.sizes}
    values = {**model_facts(chosen.model), "multiplications_ratio": round(work, 4), "sizes": sizes}
    finish("network_speed", settings, values, chosen, lines)


if __name__ == "__main__":
    main()
