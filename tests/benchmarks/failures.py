"""Forced failures of adversarial training: are they caught, does the run heal, and are healthy runs left alone.

python -m tests.benchmarks.failures --data DIR [--cases modes,fast,clip,leak,nan,healthy] [--seeds 12-21]
    [--images 32000] [--presets dcgan]

Small networks on MNIST at 32x32, 16 ticks of 1,000 samples, a minute of one core each; dcgan at five times its usual
rate and wgan at ten times, else so small ones have learned nothing by then. What is injected, from outside of the
product:
  modes    from half of the budget on, all latents lie near two points whose pictures show different digits, while the
           discriminator sees all ten; must be caught by the monitor of collapse
  fast     the discriminator's learning rate times 100, from the start; must heal. Without normalisation, since batch
           normalisation makes up for it: weights grow until their steps are small beside them, and samples are fine
  clip     a Wasserstein critic clipped at 1.0 instead of 0.01; must heal
  leak     augmented runs whose real pictures are recoloured before anything else, so that recoloured ones are learned;
           must be caught by the monitor of leaks
  nan      at half of the budget one weight becomes no number, the discriminator's for odd seeds; must heal
Healthy runs are those of the same presets and settings without an injection; any finding there is a false alarm.
Healed: final FID over that of the healthy run of the same seed, at equal images. Runs that need not heal stop when they
are caught. Thresholds were fixed on seeds 0-11; count on others.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np

from enhancer.errors import Cancelled
from enhancer.events import ControlledSink, Event, Warned
from tests.benchmarks.failure_cases import CASES, VARIANTS, Case
from tests.benchmarks.gan_pieces import (
    Pieces,
    digits_at,
    gan_config,
    grouped,
    numbers,
    one_by_one,
    piece_parser,
    train_in,
)
from tests.benchmarks.measure import Line, begin, median
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.failures --data DIR"
WIDTH, LIMIT, BATCH, TICKS = 12, 48, 32, 16
IMAGES = 32_000
RATES = {"dcgan": 1e-3, "wgan": 5e-4}
"""Learning rates of presets that would be too slow."""
HEALED = 1.5
HEALTHY = "healthy"


def lines(row: Row) -> list[Line]:
    if row["settings"]["case"] == HEALTHY:
        return together([row])
    told = f"by {', '.join(row['by'])} at {row['caught_at']:,} images" if row["caught"] else "NOT caught"
    return [Line(f"forced failure, {row['settings']['case']}, seed {row['seed']}", f"{told}; final FID {row['fid']}")]


def together(rows: list[Row]) -> list[Line]:
    """Failures by kind, with the healthy runs of the same settings beside."""
    healthy = {
        (*key[:2], row["seed"]): row
        for key, group in grouped((r for r in rows if r["settings"]["case"] == HEALTHY), "preset", "variant")
        for row in group
    }
    made = []
    for (name, preset), group in grouped((r for r in rows if r["settings"]["case"] != HEALTHY), "case", "preset"):
        case = CASES[name]
        caught = sum(row["caught"] for row in group)
        text = f"caught {caught} of {len(group)}"
        pairs = [(row, healthy.get((preset, case.variant, row["seed"]))) for row in group]
        ratios = [row["fid"] / other["fid"] for row, other in pairs if other and comparable(row, other)]
        if case.heals and ratios:
            within = sum(ratio <= HEALED for ratio in ratios)
            text += f", healed {within} of {len(group)}: final FID over the healthy run's {median(ratios):.2f}x"
            text += f" (worst {max(ratios):.2f}x)"
        asked = f"all{f', <= {HEALED}x' if case.heals else ''}"
        made.append(Line(f"forced failure of `{preset}`: {case.words}", f"{text} ({seeds_text(group)})", asked))
    if healthy:
        wrong = [row for row in healthy.values() if row["events"]]
        kinds = ", ".join(sorted({event["monitor"] for row in wrong for event in row["events"]}))
        presets = ", ".join(f"`{name}`" for name in sorted({row["settings"]["preset"] for row in healthy.values()}))
        text = f"{len(wrong)} of {len(healthy)}{f' ({kinds})' if kinds else ''}"
        made.append(Line(f"healthy runs ({presets}) with a false alarm", text, "0"))
    return made


def comparable(row: Row, other: Row) -> bool:
    """Whether both ended at the same number of images with a score."""
    return row["images"] == other["images"] and not row["ended"] and row["fid"] is not None


def seeds_text(group: Iterable[Row]) -> str:
    seeds = sorted({row["seed"] for row in group})
    return f"seeds {seeds[0]}-{seeds[-1]}" if len(seeds) > 1 else f"seed {seeds[0]}"


class Until(ControlledSink):
    """Stops a run that need not heal once one of these monitors has spoken; its words are in the run's events."""

    def __init__(self, run_dir: Path, monitors: tuple[str, ...], begins: float) -> None:
        """begins: images from which on there is something to catch."""
        super().__init__()
        self.run_dir, self.monitors, self.begins = run_dir, monitors, begins

    def emit(self, event: Event) -> None:
        from enhancer.train.log import read_events

        if not (isinstance(event, Warned) and event.code == "finding"):
            return
        if any(one["monitor"] in self.monitors and one["images"] >= self.begins for one in read_events(self.run_dir)):
            self.cancel()


def measured(run_dir: Path, settings: list[str], preset: str, case: Case | None) -> dict[str, Any]:
    """Run it, and say what was noticed from the injection on."""
    from enhancer.train.log import read_events, read_rows

    heals = case is None or case.heals
    config = gan_config(preset, [*settings, f"monitors.heal={str(heals).lower()}"])
    from_here = (case.begins if case else 0.0) * config.budget
    sink = None if heals or case is None else Until(run_dir, case.by, from_here)
    try:
        facts = train_in(run_dir, config, case.recipe if case else None, sink).facts
    except Cancelled:
        kept = ("images", "kind", "monitor", "sentence")
        facts = {
            "images": read_rows(run_dir)[-1]["images"],
            "ended": "caught, and stopped",
            "events": [{name: event[name] for name in kept} for event in read_events(run_dir)],
            "curve": [[row["images"], round(row["fid"], 4)] for row in read_rows(run_dir)],
        }
    after = [event for event in facts["events"] if event["images"] >= from_here]
    named = [event for event in after if case and event["monitor"] in case.by]
    fid = facts["curve"][-1][1]
    return {
        "caught": bool(named),
        "caught_at": named[0]["images"] if named else None,
        "early": len(facts["events"]) - len(after),
        "by": sorted({event["monitor"] for event in after}),
        "fid": fid if np.isfinite(fid) else None,
        **facts,
    }


def main() -> None:
    options = piece_parser(__doc__, "failures")
    options.add_argument("--data", type=Path, required=True, help="folder of MNIST's four files")
    options.add_argument("--cases", default=",".join([HEALTHY, *CASES]))
    options.add_argument("--presets", default="dcgan", help="for the cases that fit any preset")
    options.add_argument("--seeds", default="12-21")
    options.add_argument("--images", type=int, default=IMAGES)
    options.add_argument("--keep", action="store_true", help="keep the run folders of finished pieces")
    chosen = options.parse_args()
    begin("forced failures")
    pieces = Pieces("failures", chosen, lines)
    presets = chosen.presets.split(",")

    def work(name: str, preset: str, variant: str, seed: int) -> Callable[[], None]:
        case = CASES.get(name)
        given = {
            "case": name,
            "preset": preset,
            "variant": variant,
            "images": chosen.images,
            "width": WIDTH,
            "limit": LIMIT,
            "batch": BATCH,
            "ticks": TICKS,
            "rate": RATES.get(preset, 0.0),
        }
        settings = [
            *digits_at(chosen.data, preset, WIDTH, LIMIT),
            f"batch={BATCH}",
            f"budget={chosen.images}",
            f"tick={-(-chosen.images // TICKS)}",
            "judge.samples=1000",
            f"seed={seed}",
            f"name='{name}-{preset}'",
            *([f"optimizer.lr={RATES[preset]}"] if preset in RATES else []),
            *VARIANTS[variant],
            *(case.overrides if case else ()),
        ]

        def do() -> None:
            if not pieces.missing(given, seed):
                return
            run_dir = pieces.folder(given, seed, name, preset)
            pieces.keep(given, seed, measured(run_dir, settings, preset, case))
            if not chosen.keep:
                shutil.rmtree(run_dir)

        return do

    wanted: dict[tuple[str, str, str], None] = {}
    for name in chosen.cases.split(","):
        known = list(CASES.values()) if name == HEALTHY else [CASES[name]]
        for case in known:
            wanted.update(((name, preset, case.variant), None) for preset in case.presets or presets)
    one_by_one(
        (f"{name}, {preset} {variant}, seed {seed}", work(name, preset, variant, seed))
        for seed in numbers(chosen.seeds)
        for name, preset, variant in wanted
    )


if __name__ == "__main__":
    main()
