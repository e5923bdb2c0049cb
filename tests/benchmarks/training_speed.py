"""Images a second of the super-resolution step: branches folded on the weights against the same net without branches.

python -m tests.benchmarks.training_speed [--preset photo-x4] [--steps N] [--data DIR]

The rival is the preset's network with one `nn.Conv2d` a layer; recipe, loss, optimizer, average, crops and precision
are the same, and steps alternate. The share of data is what cutting, turning and converting the crops takes of a step.
"""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path

from enhancer.events import NullSink
from enhancer.models.networks import NETWORKS
from enhancer.runtime.device import choose_device, set_threads
from enhancer.runtime.memory import freed_memory_kept
from enhancer.train.moment import Moment
from enhancer.train.optimizers import build_optimizer
from enhancer.train.precision import training_dtype
from enhancer.train.preset import load_preset
from enhancer.train.recipes.superres import SuperResolution
from enhancer.train.state import Parts
from tests.benchmarks.measure import Line, begin, finish, in_turn, parser
from tests.benchmarks.rows import Row
from tests.helpers_training import draw_pictures

COMMAND = "python -m tests.benchmarks.training_speed"
DECAY = 0.999


def lines(row: Row) -> list[Line]:
    settings = row["settings"]
    what = f"training `{settings['preset']}` ({settings['precision']}), a step with branches against one without"
    rates = row["images_per_second"]
    measured = (
        f"{row['cpu_ratio']:.2f}x the CPU time, {rates['branched']:.0f} images/s, {row['data_share']:.1%} for data"
    )
    return [Line(what, measured)]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--preset", default="photo-x4")
    options.add_argument("--steps", type=int, default=25)
    options.add_argument("--data", type=Path, help="folder of pictures; drawn ones without it")
    options.add_argument("--device", default="cpu")
    options.add_argument("--threads", type=int, default=0, help="0 for all cores")
    chosen = options.parse_args()
    begin("training steps")
    device, threads = choose_device(chosen.device), set_threads(chosen.threads)
    with tempfile.TemporaryDirectory() as name:
        folder = chosen.data or draw_pictures(Path(name), count=4, side=512)
        config = load_preset(chosen.preset, [f"data.train='{folder.as_posix()}'", f"seed={chosen.seed}"])
        dtype = training_dtype(config.precision, device)
        recipe = SuperResolution(config, device.torch, dtype)
        recipe.prepare(NullSink())
    branched = recipe.build()
    net = NETWORKS.get(config.network.name)(**config.network.arguments, branched=False)
    net.load_state_dict(branched.networks["generator"].folded().state_dict())
    average = copy.deepcopy(net).requires_grad_(False).eval()
    plain = Parts(
        {"generator": net}, {"generator": average}, {"generator": build_optimizer(net.parameters(), config.optimizer)}
    )
    batch = recipe.batch(0, config.batch)
    with freed_memory_kept():  # as in every training
        seconds = in_turn(
            {
                "branched": lambda: float(recipe.step(branched, batch, Moment(decay=DECAY))["loss"]),
                "plain": lambda: float(recipe.step(plain, batch, Moment(decay=DECAY))["loss"]),
                "data": lambda: recipe.batch(0, config.batch),
            },
            chosen.steps,
        )
    share = seconds["data"]["cpu"] / (seconds["data"]["cpu"] + seconds["branched"]["cpu"])
    rates = {
        name: round(config.batch / (seconds[name]["wall"] + seconds["data"]["wall"]), 1)
        for name in ("branched", "plain")
    }
    for name, spent in seconds.items():
        print(f"{name:10} cpu {spent['cpu'] * 1000:8.2f} ms  wall {spent['wall'] * 1000:8.2f} ms")
    values = {
        "seconds": seconds,
        "cpu_ratio": round(seconds["branched"]["cpu"] / seconds["plain"]["cpu"], 4),
        "wall_ratio": round(seconds["branched"]["wall"] / seconds["plain"]["wall"], 4),
        "images_per_second": rates,
        "data_share": round(share, 4),
    }
    settings = {
        "preset": chosen.preset,
        "network": config.network.arguments,
        "batch": config.batch,
        "patch": config.data.patch,
        "precision": "fp32" if dtype is None else str(dtype).removeprefix("torch."),
        "device": device.kind,
        "threads": threads,
        "steps": chosen.steps,
        "data": chosen.data.name if chosen.data else "drawn",
    }
    finish("training_speed", settings, values, chosen, lines)


if __name__ == "__main__":
    main()
