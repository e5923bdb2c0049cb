"""Images a second of adversarial steps: with real data against one cached batch, and against the textbook loop.

python -m tests.benchmarks.gan_speed [--data DIR] [--steps N] [--side 64] [--width 32] [--batch 64] [--threads 1]

DCGAN at 64x64 in colour. Ours is the preset's own step, whose players share their samples as in the usual loop:
averaged weights, checks for finite numbers; as it runs by default here (`auto`: bfloat16 where that is fast) and in
float32. The textbook loop is the usual tutorial's: same networks in the default memory layout, a pass of real pictures,
one of generated ones, their gradients, Adam, then the generator through the whole discriminator; float32, sigmoid and
binary cross-entropy. It gets its pictures as floats for nothing, and keeps no average. Variants take turns; medians of
CPU time per step, on a GPU of wall time: what else a machine does moves the first least, and a GPU's work takes none of
it. Images a second of several threads are those of a CPU second times the threads. Real data: batches are drawn, cut
out of memory, and their random numbers made, for every step; cached: one batch again and again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import torch
from torch import Tensor, nn

from enhancer.events import NullSink
from enhancer.runtime.device import Device, choose_device, set_threads
from enhancer.runtime.memory import freed_memory_kept
from enhancer.train.adversarial.batch import Material
from enhancer.train.adversarial.networks import build_discriminator, build_generator
from enhancer.train.configs.gan import GanConfig
from enhancer.train.moment import Moment
from enhancer.train.pictures import load_pictures
from enhancer.train.precision import training_dtype
from enhancer.train.recipes.gan import Adversarial
from tests.benchmarks.gan_pieces import gan_config, sized
from tests.benchmarks.measure import Line, begin, finish, in_turn, parser
from tests.benchmarks.rows import Row
from tests.helpers_training import draw_pictures

COMMAND = "python -m tests.benchmarks.gan_speed"
DRAWN = 256
DECAY = 0.999


def lines(row: Row) -> list[Line]:
    settings, ratios, rates = row["settings"], row["ratios"], row["images_per_second"]
    side, device = settings["side"], settings["device"]
    wanted = "1.1x" if device == "cpu" else "2x"
    known = f"`{settings['preset']}` {side}x{side} on {device}"
    made = [
        Line(
            f"training {known}: real data against one cached batch",
            f"{ratios['data']:.3f}x ({rates['ours']:.0f} images/s)",
            ">= 0.95x",
        ),
        Line(
            f"training {known}: images/s over the textbook loop ({settings['precision']})",
            f"{ratios['textbook']:.2f}x ({rates['ours']:.0f} against {rates['textbook']:.0f})",
            wanted,
        ),
    ]
    if settings["precision"] != "fp32":
        made.append(
            Line(
                f"training {known}: images/s over the textbook loop (fp32)",
                f"{ratios['textbook_fp32']:.2f}x ({rates['ours_fp32']:.0f} against {rates['textbook']:.0f})",
                wanted,
            )
        )
    return made


def ours(config: GanConfig, device: Device, autocast: torch.dtype | None, cached: bool) -> Callable[[], float]:
    """One step of the recipe, on new pictures or always on the same."""
    recipe = Adversarial(config, device.torch, autocast)
    recipe.learned = load_pictures(config.data, "train", NullSink())
    recipe.material = Material(config, recipe.learned, recipe.loss.paired, 0, device.torch, recipe.ranks)
    parts, steps = recipe.build(), count()
    fixed = recipe.batch(0, config.batch) if cached else None

    def step() -> float:
        images = next(steps) * config.batch
        batch = recipe.batch(images, config.batch) if fixed is None else fixed
        terms = recipe.step(parts, batch, Moment(images, config.batch, decay=DECAY))
        return {name: float(value) for name, value in terms.items()}["loss"]  # all of them, as the loop does

    return step


def textbook(config: GanConfig, device: Device) -> Callable[[], float]:
    """One round of the tutorial's loop, after Radford et al. 2016 and Goodfellow et al. 2014 (algorithm 1)."""
    where = device.torch
    torch.manual_seed(config.seed)
    generator = build_generator(config, 0, where).to(memory_format=torch.contiguous_format)  # type: ignore[call-overload]
    discriminator = build_discriminator(config, 0, where).to(memory_format=torch.contiguous_format)  # type: ignore[call-overload]
    own = config.optimizer
    of_generator = torch.optim.Adam(generator.parameters(), lr=own.lr, betas=own.betas)
    of_discriminator = torch.optim.Adam(discriminator.parameters(), lr=own.lr, betas=own.betas)
    criterion = nn.BCELoss()
    pictures = load_pictures(config.data, "train", NullSink())
    rows: Iterator[Tensor] = batches(pictures.data, config.batch, where)

    def judged(seen: Tensor, wanted: float) -> Tensor:
        answer = torch.sigmoid(discriminator(seen)).view(-1)
        loss: Tensor = criterion(answer, torch.full((len(seen),), wanted, device=where))
        return loss

    def step() -> float:
        real = next(rows)
        discriminator.zero_grad()
        loss_real = judged(real, 1.0)
        loss_real.backward()  # type: ignore[no-untyped-call]
        fake = generator(torch.randn(len(real), config.latent.size, device=where))
        loss_fake = judged(fake.detach(), 0.0)
        loss_fake.backward()  # type: ignore[no-untyped-call]
        of_discriminator.step()
        generator.zero_grad()
        loss = judged(fake, 1.0)
        loss.backward()  # type: ignore[no-untyped-call]
        of_generator.step()
        return (loss_real + loss_fake).item() + loss.item()

    return step


def batches(data: Tensor, size: int, device: torch.device) -> Iterator[Tensor]:
    """Float pictures in [-1,1], ready before the clock starts; one after the other, for ever."""
    ready = [part.float().div(127.5).sub(1).to(device) for part in torch.split(data, size) if len(part) == size]
    while True:
        yield from ready


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--data", type=Path, help="folder of pictures; drawn ones without it")
    options.add_argument("--steps", type=int, default=25)
    options.add_argument("--side", type=int, default=64)
    options.add_argument("--width", type=int, default=32)
    options.add_argument("--limit", type=int, default=512)
    options.add_argument("--batch", type=int, default=64)
    options.add_argument("--device", default="cpu")
    options.add_argument("--threads", type=int, default=1, help="0 for all cores")
    chosen = options.parse_args()
    begin("adversarial steps")
    device, threads = choose_device(chosen.device), set_threads(chosen.threads)
    preset = "dcgan"
    with tempfile.TemporaryDirectory() as name:
        folder = chosen.data or draw_pictures(Path(name), count=DRAWN, side=chosen.side)
        config = gan_config(
            preset,
            [
                "data.source='folder'",
                f"data.path='{folder.resolve().as_posix()}'",
                f"data.size=[{chosen.side}, {chosen.side}]",
                f"batch={chosen.batch}",
                f"seed={chosen.seed}",
                *sized(preset, chosen.width, chosen.limit),
            ],
        )
        dtype = training_dtype("auto", device)
        variants = {
            "ours": ours(config, device, dtype, False),
            "ours_cached": ours(config, device, dtype, True),
            "ours_fp32": ours(config, device, None, False),
            "textbook": textbook(config, device),
        }
    with freed_memory_kept():  # as in every training; the rival shares the process
        seconds = in_turn(variants, chosen.steps)
    for variant, each in seconds.items():
        print(f"{variant:12} cpu {each['cpu'] * 1000:8.2f} ms  wall {each['wall'] * 1000:8.2f} ms")
    clock = "cpu" if device.kind == "cpu" else "wall"
    spent = {variant: seconds[variant][clock] for variant in seconds}
    values = {
        "seconds": seconds,
        "clock": clock,
        "ratios": {
            "data": round(spent["ours_cached"] / spent["ours"], 4),
            "textbook": round(spent["textbook"] / spent["ours"], 4),
            "textbook_fp32": round(spent["textbook"] / spent["ours_fp32"], 4),
        },
        "images_per_second": {
            # CPU seconds of several threads run side by side.
            variant: round(chosen.batch * (max(threads, 1) if clock == "cpu" else 1) / seconds_each, 1)
            for variant, seconds_each in spent.items()
        },
    }
    settings = {
        "preset": preset,
        "side": chosen.side,
        "width": chosen.width,
        "limit": chosen.limit,
        "batch": chosen.batch,
        "precision": "fp32" if dtype is None else str(dtype).removeprefix("torch."),
        "device": device.kind,
        "threads": threads,
        "steps": chosen.steps,
        "data": chosen.data.name if chosen.data else "drawn",
    }
    finish("gan_speed", settings, values, chosen, lines)


if __name__ == "__main__":
    main()
