"""Few pictures: one discriminator for each class against one for all, on MNIST cut down and on hand signs.

python -m tests.benchmarks.few_pictures --data DIR [--signs DIR] [--counts 120,30,8] [--seeds 0-2]
    [--variants per-class,projection] [--cpu-seconds 300]

The generator is conditional and the same; `conditioning` decides whether each class has a discriminator of its own or
all share one that is told the class by projection. Networks and losses are those of `dcgan-r3`, the default;
DiffAugment is on for both. Equal CPU time, enough for some hundred thousand pictures, so the slower kind learns from
fewer; rows say from how many.
Everything is judged at the end of the budget, not at its best, because what chooses the best would be what is judged
by.

MNIST: so many pictures of each class are learned from. FID, precision, recall, coverage (k = 5) of 10,000 samples
against the untouched test set, whitened on the whole training set, so that all counts are measured alike.
Hand signs, 120 down to 8 a class, at 32x32 in colour, three tenths held out: as many samples as are held out, classes
as frequent as there. Rare recall: of the held-out pictures of classes with fewer than half of the largest class's, by
samples of these classes alone. Copies: nearer to a picture learned from than 5 % of held-out ones are.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.gan_pieces import (
    Pieces,
    Trained,
    budget_for,
    digits_at,
    gan_config,
    grouped,
    numbers,
    one_by_one,
    piece_parser,
    seeds_of,
    sized,
    spread,
    train_in,
)
from tests.benchmarks.measure import Line, begin
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.few_pictures --data DIR --signs DIR"
VARIANTS = ("per-class", "projection")
NAMES = {"per-class": "one discriminator per class", "projection": "one shared"}
WIDTH, LIMIT = 16, 64
TICKS = 4
SAMPLES = 10_000
SIGNS = "signs"
RARE = 0.5
PRESET = "dcgan-r3"
SHARED = (
    "augment.kind='fixed'",
    "monitors.heal=false",
    "judge.samples=1000",
)


def lines(row: Row) -> list[Line]:
    return together([row])


def together(rows: list[Row]) -> list[Line]:
    made = []
    for (data, _, variant), group in grouped(rows, "data", "per_class", "conditioning"):
        settings = group[-1]["settings"]
        count = settings["per_class"]
        what = f"MNIST, {count} pictures a class" if data == "mnist" else "hand signs, 120 to 8 pictures a class"
        scores = [row["scores"] for row in group]
        told = [
            f"{name.replace('_', ' ')} {spread((one[name] for one in scores), form)}"
            for name, form in FIGURES
            if all(name in one for one in scores)
        ]
        copies = spread((row["copies"]["memorised"] for row in group), ".1%")
        copies += f" (held-out {group[-1]['copies']['memorised_test']:.1%})"
        made.append(
            Line(
                f"{what}, {settings['cpu_seconds']:.0f} CPU seconds: {NAMES[variant]}",
                f"{', '.join(told)}, copies {copies} ({seeds_of(group)})",
            )
        )
    return made


FIGURES = (("recall", ".3f"), ("rare_recall", ".3f"), ("precision", ".3f"), ("coverage", ".3f"), ("fid", ".1f"))


def digits(data: Path, count: int) -> list[str]:
    return [*digits_at(data, PRESET, WIDTH, LIMIT), f"data.per_class={count}"]


def signs(folder: Path, features: str) -> list[str]:
    return [
        "data.source='classes'",
        f"data.path='{folder.resolve().as_posix()}'",
        "data.hold_out=0.3",
        "data.channels=3",
        f"judge.features='{features}'",
        *sized(PRESET, WIDTH, LIMIT),
    ]


def judged(trained: Trained, samples: int) -> dict[str, Any]:
    """Scores of samples at the end, against a reference that knows all there is to learn from; and copies."""
    from enhancer.events import NullSink
    from enhancer.metrics.memorisation import memorisation
    from enhancer.metrics.neighbours import precision_recall
    from enhancer.train.adversarial.judge import MOST_REAL, Judge, features_of
    from enhancer.train.pictures import load_pictures

    recipe = trained.recipe
    config = recipe.config
    full = config.data.model_copy(update={"per_class": 0})
    wide = config.model_copy(update={"judge": config.judge.model_copy(update={"samples": samples})})
    held = load_pictures(full, "test", NullSink())
    judge = Judge.prepare(wide, load_pictures(full, "train", NullSink()), held)
    count = min(samples, len(held))
    made = trained.samples(count)
    features = judge.extractor.features(made).numpy()
    reference = judge.reference
    scores = dict(reference.judge(features, judge.extractor.protocol).values)
    learned = reference.whitening(features_of(judge.extractor, recipe.pictures, MOST_REAL)[0])
    near = memorisation(reference.whitening(features), learned, reference.test)
    if full.source == "classes":
        rare, among = rare_ones(trained, judge, held)
        scores["rare_recall"] = precision_recall(rare, among).recall
    return {
        "scores": {name: round(value, 5) for name, value in scores.items()},
        "copies": {"memorised": round(near.rate, 5), "memorised_test": round(near.base, 5)},
        "learned_from": len(recipe.pictures),
        "samples": count,
        "protocol": judge.extractor.protocol,
    }


def rare_ones(trained: Trained, judge: Any, held: Any) -> tuple[Any, Any]:
    """Whitened features of the held-out pictures of rare classes, and of as many samples of each of these classes."""
    import numpy as np
    import torch

    from enhancer.train.adversarial.batch import Stream
    from enhancer.train.adversarial.judge import as_unit

    counts = trained.recipe.pictures.counts
    rare = np.flatnonzero(counts < RARE * counts.max())
    indices = np.flatnonzero(np.isin(held.labels, rare))
    labels = torch.from_numpy(held.labels[indices])
    model = trained.recipe.sampler.model(trained.state.parts.averages["generator"])
    z, _ = trained.recipe.sampler.inputs(0, len(indices), Stream.JUDGE)
    with torch.inference_mode():
        real = judge.extractor.features(as_unit(held.batch(indices))).numpy()
        fake = judge.extractor.features(model(z, labels)).numpy()
    return judge.reference.whitening(real), judge.reference.whitening(fake)


def main() -> None:
    options = piece_parser(__doc__, "few")
    options.add_argument("--data", type=Path, help="folder of MNIST's four files; none: not measured")
    options.add_argument("--signs", type=Path, help="folder of class folders of hand signs; none: not measured")
    options.add_argument("--counts", default="120,30,8", help="pictures of each class of MNIST")
    options.add_argument("--seeds", default="0-2")
    options.add_argument("--variants", default=",".join(VARIANTS))
    options.add_argument("--cpu-seconds", type=float, default=300.0)
    options.add_argument("--samples", type=int, default=SAMPLES)
    options.add_argument("--features", default="photos", help="feature network that judges hand signs")
    chosen = options.parse_args()
    begin("few pictures")
    pieces = Pieces("few_pictures", chosen, lines)
    sets: list[tuple[str, int, list[str]]] = []
    if chosen.data:
        sets += [("mnist", count, digits(chosen.data, count)) for count in numbers(chosen.counts)]
    if chosen.signs:
        sets.append((SIGNS, 0, signs(chosen.signs, chosen.features)))

    def work(data: str, count: int, own: list[str], variant: str, seed: int) -> Callable[[], None]:
        given = {
            "data": data,
            "per_class": count,
            "conditioning": variant,
            "cpu_seconds": chosen.cpu_seconds,
            "samples": chosen.samples,
            "features": "digits" if data == "mnist" else chosen.features,
            "width": WIDTH,
            "limit": LIMIT,
            "preset": PRESET,
        }

        def do() -> None:
            if not pieces.missing(given, seed):
                return
            run_dir = pieces.folder(given, seed, data, str(count), variant)
            settings = [*own, *SHARED, f"conditioning='{variant}'", f"name='few-{variant}'", f"seed={seed}"]
            budget = budget_for(run_dir, PRESET, settings, chosen.cpu_seconds)
            settings += [f"budget={budget}", f"tick={-(-budget // TICKS)}"]
            trained = train_in(run_dir, gan_config(PRESET, settings))
            pieces.keep(given, seed, {**judged(trained, chosen.samples), **trained.facts})

        return do

    one_by_one(
        (f"{data}, {count or 'all'} a class, {NAMES[variant]}, seed {seed}", work(data, count, own, variant, seed))
        for seed in numbers(chosen.seeds)
        for data, count, own in sets
        for variant in chosen.variants.split(",")
    )


if __name__ == "__main__":
    main()
