"""Emoji at 64x64 with alpha, twenty minutes of two cores each: dcgan, resgan and r3gan in one table.

python -m tests.benchmarks.emoji --data DIR [--presets dcgan,r3gan] [--cpu-seconds 2400] [--augment none]

Time is that of the processor, on one thread. A folder of RGBA pictures, a tenth of them held out, unconditional, one
width, no mirrors. DiffAugment (Zhao et al. 2020) is on for all, since there are hardly more than a thousand pictures.
FID, KID, precision, recall are of our own photo features (laid on white, at their size), whitened on the pictures that
are learned from; as many samples as pictures are held out. Few as these are, the figures compare runs of this table
only; the floor puts training pictures in the place of samples, the ceiling Gaussian pixels. The best weights of a run
are those of the lowest FID at its ticks. Grids are in the run folder: previews/ and the page. A run that was stopped
goes on.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.benchmarks.gan_pieces import Pieces, budget_for, gan_config, grouped, one_by_one, piece_parser, sized
from tests.benchmarks.gan_pieces import train_in as train
from tests.benchmarks.measure import Line, begin
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.emoji --data DIR"
PRESETS = ("dcgan", "resgan", "r3gan")
WIDTH, LIMIT = 24, 192
TICKS = 12


def lines(row: Row) -> list[Line]:
    return together([row])


def together(rows: list[Row]) -> list[Line]:
    made = []
    for (preset,), group in grouped(rows, "preset"):
        row = group[-1]
        scores, floor, ceiling, settings = row["scores"], row["floor"], row["ceiling"], row["settings"]
        minutes = settings["cpu_seconds"] / 60
        made.append(
            Line(
                f"emoji 64x64 with alpha, {minutes:.3g} CPU minutes: `{preset}`",
                f"FID {scores['fid']:.2f} (floor {floor['fid']:.2f}, ceiling {ceiling['fid']:.1f}), "
                f"KID {scores['kid']:.4f}, precision {scores['precision']:.3f} ({floor['precision']:.3f}), "
                f"recall {scores['recall']:.3f} ({floor['recall']:.3f}), {row['images_per_second']:.0f} images/s of "
                f"{row['images']:,}, copies {row['copies']['memorised']:.1%} "
                f"(held-out {row['copies']['memorised_test']:.1%})",
            )
        )
    return made


def overrides(preset: str, data: Path, features: str, augment: str, seed: int) -> list[str]:
    return [
        "data.source='folder'",
        f"data.path='{data.resolve().as_posix()}'",
        "data.size=[64, 64]",
        "data.channels=4",
        f"judge.features='{features}'",
        f"augment.kind='{augment}'",
        "monitors.heal=false",
        f"name='emoji-{preset}'",
        f"seed={seed}",
        *sized(preset, WIDTH, LIMIT),
    ]


def measured(run_dir: Path, preset: str, settings: list[str], cpu_seconds: float) -> dict[str, Any]:
    from tests.benchmarks.gan_runs import judge_run

    budget = budget_for(run_dir, preset, settings, cpu_seconds)
    trained = train(run_dir, gan_config(preset, [*settings, f"budget={budget}", f"tick={-(-budget // TICKS)}"]))
    return {**trained.facts, **judge_run(run_dir)}


def main() -> None:
    options = piece_parser(__doc__, "emoji")
    options.add_argument("--data", type=Path, required=True, help="folder of pictures with alpha")
    options.add_argument("--presets", default=",".join(PRESETS))
    options.add_argument("--cpu-seconds", type=float, default=2400.0)
    options.add_argument("--features", default="photos", help="feature network that judges")
    options.add_argument("--augment", default="fixed", choices=("none", "fixed", "adaptive"))
    chosen = options.parse_args()
    begin("GANs on emoji")
    pieces = Pieces("emoji", chosen, lines)

    def work(preset: str) -> None:
        given = {
            "preset": preset,
            "cpu_seconds": chosen.cpu_seconds,
            "width": WIDTH,
            "limit": LIMIT,
            "features": chosen.features,
            "augment": chosen.augment,
        }
        if pieces.missing(given, chosen.seed):
            settings = overrides(preset, chosen.data, chosen.features, chosen.augment, chosen.seed)
            run_dir = pieces.folder(given, chosen.seed, preset)
            pieces.keep(given, chosen.seed, measured(run_dir, preset, settings, chosen.cpu_seconds))

    one_by_one((preset, lambda preset=preset: work(preset)) for preset in chosen.presets.split(","))  # type: ignore[misc]


if __name__ == "__main__":
    main()
