"""Modes of 1,000 that are kept on stacked MNIST, at equal updates of the generator: what WGAN does against collapse.

python -m tests.benchmarks.stacked_mnist --data DIR [--presets dcgan,wgan] [--seeds 0-2] [--updates N] [--samples N]

Three digits are the channels of one 32x32 picture (Metz et al. 2017), unconditional, one width for all networks, 64
pictures a step. Modes: how many of the 1,000 numbers our LeNet, each channel apart, sees in 25,600 samples (the usual
number) of the averaged weights at the end, not of the best ones; divergence: of their shares from equal ones, in nats.
Both also of as many real training pictures, as what can be expected. Seeds draw weights, latents and the order of
pictures; the pictures are the same. Critics of wgan and wgan-gp take five steps for each of the generator's.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.gan_pieces import (
    Pieces,
    digits_at,
    gan_config,
    grouped,
    numbers,
    one_by_one,
    piece_parser,
    seeds_of,
    spread,
    train_in,
)
from tests.benchmarks.measure import Line, begin
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.stacked_mnist --data DIR"
PRESETS = ("dcgan", "wgan", "wgan-gp", "r3gan")
WIDTH, LIMIT, BATCH = 16, 128, 64
UPDATES = 2_400
"""The slowest preset takes ten minutes of one core for them."""
SAMPLES = 25_600
TICKS = 3


def lines(row: Row) -> list[Line]:
    return together([row])


def together(rows: list[Row]) -> list[Line]:
    made = []
    for (preset,), group in grouped(rows, "preset"):
        settings, real = group[-1]["settings"], group[-1]["real"]
        modes, divergence = (spread((row[name] for row in group), form) for name, form in FIGURES)
        made.append(
            Line(
                f"stacked MNIST, {settings['updates']:,} updates of the generator: `{preset}`, modes of 1,000",
                f"{modes}, divergence {divergence} ({seeds_of(group)}; real pictures {real['modes']:.0f}, "
                f"{real['mode_kl']:.3f}; {settings['samples']:,} samples)",
            )
        )
    return made


FIGURES = (("modes", ".0f"), ("mode_kl", ".3f"))


def measured(run_dir: Path, preset: str, data: Path, updates: int, samples: int, seed: int) -> dict[str, Any]:
    """Train to the number of updates, and count."""
    import torch

    from enhancer.features.stacked import Stacked
    from enhancer.train.adversarial.judge import as_unit, mode_count
    from enhancer.train.order import Order

    budget = updates * BATCH
    config = gan_config(
        preset,
        [
            *digits_at(data, preset, WIDTH, LIMIT),
            "data.channels=3",
            "data.stacked=true",
            f"batch={BATCH}",
            f"budget={budget}",
            f"tick={-(-budget // TICKS)}",
            "monitors.heal=false",
            f"name='stacked-{preset}'",
            f"seed={seed}",
        ],
    )
    trained = train_in(run_dir, config)
    judge = trained.recipe.judging
    assert isinstance(judge.extractor, Stacked)
    learned = trained.recipe.pictures
    indices = Order(len(learned), 0, False).indices(0, min(samples, len(learned)))
    with torch.inference_mode():
        made = judge.extractor.mode_numbers(trained.samples(samples))
        real = torch.cat(
            [judge.extractor.mode_numbers(as_unit(learned.batch(part))) for part in indices.reshape(-1, 100)]
        )
    return {
        **mode_count(made, judge.extractor.modes),
        "real": mode_count(real, judge.extractor.modes),
        "protocol": judge.extractor.protocol,
        **trained.facts,
    }


def main() -> None:
    options = piece_parser(__doc__, "stacked")
    options.add_argument("--data", type=Path, required=True, help="folder of MNIST's four files")
    options.add_argument("--presets", default=",".join(PRESETS))
    options.add_argument("--seeds", default="0-2", help="for example 0-2 or 0,5")
    options.add_argument("--updates", type=int, default=UPDATES, help="of the generator")
    options.add_argument("--samples", type=int, default=SAMPLES, help="a multiple of 100")
    chosen = options.parse_args()
    begin("modes of stacked MNIST")
    pieces = Pieces("stacked_mnist", chosen, lines)

    def work(preset: str, seed: int) -> Callable[[], None]:
        given = {
            "preset": preset,
            "updates": chosen.updates,
            "samples": chosen.samples,
            "width": WIDTH,
            "limit": LIMIT,
            "batch": BATCH,
        }

        def do() -> None:
            if pieces.missing(given, seed):
                run_dir = pieces.folder(given, seed, preset)
                pieces.keep(given, seed, measured(run_dir, preset, chosen.data, chosen.updates, chosen.samples, seed))

        return do

    # Seed by seed, so that after an hour there is one figure of each rather than three of one.
    one_by_one(
        (f"{preset}, seed {seed}", work(preset, seed))
        for seed in numbers(chosen.seeds)
        for preset in chosen.presets.split(",")
    )


if __name__ == "__main__":
    main()
