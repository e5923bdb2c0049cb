"""Every preset on MNIST at 32x32 for ten minutes of two cores, one width, one table.

python -m tests.benchmarks.mnist --data DIR [--presets dcgan,r3gan] [--runs DIR] [--cpu-seconds 1200]

FID is of the penultimate features of our own LeNet, whitened on real training pictures, 10,000 samples against the
10,000 test pictures; the floor puts training pictures in the place of samples, the ceiling Gaussian pixels. The best
weights of a run are those of the lowest FID of 2,000 samples at its ticks. A run that was stopped goes on.
"""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.gan_runs import judge_run, train_run
from tests.benchmarks.measure import Line, begin, finish, parser
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.mnist --data DIR"
PRESETS = ("mlp", "dcgan", "resgan", "wgan", "wgan-gp", "lsgan", "sngan", "r3gan", "dcgan-r3")
WIDTH, LIMIT = 24, 96
"""Channels at half the size, and the most that any level has."""


def lines(row: Row) -> list[Line]:
    scores, floor, ceiling = row["scores"], row["floor"], row["ceiling"]
    measured = (
        f"FID {scores['fid']:.2f} (floor {floor['fid']:.2f}, ceiling {ceiling['fid']:.1f}), KID {scores['kid']:.4f}, "
        f"precision {scores['precision']:.3f} ({floor['precision']:.3f}), recall {scores['recall']:.3f} "
        f"({floor['recall']:.3f}), {row['images_per_second']:.0f} images/s of {row['images']:,}"
    )
    return [
        Line(
            f"MNIST 32x32, 10 minutes: `{row['settings']['preset']}`",
            measured,
            "the best: FID <= 1/10 of ceiling, both >= 0.6",
        )
    ]


def overrides(preset: str, data: Path) -> list[str]:
    """One width for all: convolutions have `WIDTH` channels at half the size, dense layers keep their own."""
    at_full = f"width={WIDTH // 2}, limit={LIMIT}"
    at_half = f"width={WIDTH}, limit={LIMIT}"
    networks = {
        "mlp": ("{}", "{}"),
        "dcgan": (f"{{{at_half}}}", f"{{{at_half}, norm='batch'}}"),
        "lsgan": (f"{{{at_half}}}", f"{{{at_half}, norm='batch'}}"),
        "wgan": (f"{{{at_half}}}", f"{{{at_half}, norm='batch'}}"),
        "wgan-gp": (f"{{{at_half}}}", f"{{{at_half}, norm='layer'}}"),
        "resgan": (f"{{{at_full}}}", f"{{{at_half}, spectral=false}}"),
        "sngan": (f"{{{at_full}}}", f"{{{at_half}, spectral=true}}"),
        "dcgan-r3": (f"{{{at_half}}}", f"{{{at_half}, norm='none'}}"),
        "r3gan": (f"{{{at_full}}}", f"{{{at_full}}}"),
    }
    generator, discriminator = networks[preset]
    return [
        "data.source='mnist'",
        f"data.path='{data.resolve().as_posix()}'",
        "data.channels=1",
        "monitors.heal=false",
        f"generator.arguments={generator}",
        f"discriminator.arguments={discriminator}",
    ]


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder of the four idx files")
    options.add_argument("--presets", default=",".join(PRESETS))
    options.add_argument("--runs", type=Path, default=Path(".runs/mnist"))
    options.add_argument("--cpu-seconds", type=float, default=1200.0)
    chosen = options.parse_args()
    begin("GANs on MNIST")
    for preset in chosen.presets.split(","):
        settings = [*overrides(preset, chosen.data), f"seed={chosen.seed}"]
        run_dir = chosen.runs / (preset if not chosen.seed else f"{preset}-{chosen.seed}")
        run_dir.parent.mkdir(parents=True, exist_ok=True)
        trained = train_run(run_dir, preset, settings, chosen.cpu_seconds)
        values = {**trained, **judge_run(run_dir)}
        given = {"preset": preset, "cpu_seconds": chosen.cpu_seconds, "width": WIDTH, "limit": LIMIT, "data": "mnist"}
        finish("mnist", given, values, chosen, lines)


if __name__ == "__main__":
    main()
