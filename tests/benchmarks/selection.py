"""What a choice among pictures wins: rejection of candidates, and latents searched for photos.

python -m tests.benchmarks.selection --model NAME --data DIR [--source mnist] [--samples 5000] [--pictures 10]

Rejection: precision, recall, FID (k = 5) of samples as they come, and of as many that the judge let through, against
held-out pictures, which the judge has not seen; it judges by pictures that were learned from: the reference beside the
model, else one that is made of --data here. Classes come in turn. Both figures are of the feature network that also
rejects, so an independent classifier, where the classes are digits, counts the samples that show what was asked for.
Projection: held-out pictures, each against the best of 1,000 random latents (their own draw, by mean squared error),
all classes among them; the search begins at the best of 1,000 others.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch

from enhancer.events import NullSink
from enhancer.features import choose_features, open_classifier, open_features
from enhancer.features.reference import build_reference
from enhancer.generate.judge import names_classes, open_judge
from enhancer.generate.produce import Made, Want, produce
from enhancer.generate.project import Settings, best_randoms, project
from enhancer.generate.reject import FeatureJudge, Manifold
from enhancer.generate.sampler import Sampler
from enhancer.generate.seeds import label_of
from enhancer.models.generator import open_generator
from enhancer.models.store import REFERENCE_SUFFIX, Store
from enhancer.train.adversarial.judge import MOST_REAL, as_unit, features_of
from enhancer.train.configs.gan import GanDataConfig
from enhancer.train.order import Order
from enhancer.train.pictures import Pictures, load_pictures
from tests.benchmarks.gan_pieces import Pieces, piece_parser
from tests.benchmarks.measure import Line, begin, median, model_facts
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.selection --model NAME --data DIR"
TRIES = 50
DIGITS = tuple(map(str, range(10)))
REJECTION, PROJECTION = "rejection", "projection"


def lines(row: Row) -> list[Line]:
    name = row["model"]
    if row["settings"]["set"] == PROJECTION:
        errors, randoms = row["errors"], row["random_errors"]
        won = sum(own < other for own, other in zip(errors, randoms, strict=True))
        ratio = median(other / own for own, other in zip(errors, randoms, strict=True))
        return [
            Line(
                f"`{name}`: held-out pictures nearer to their projection than to the best of 1,000 random latents",
                f"{won} of {len(errors)} (squared error {ratio:.1f} times smaller)",
                "all",
            )
        ]
    before, after = row["as_they_come"], row["chosen"]
    agreed = f", labels agreed {before['agreement']:.1%} to {after['agreement']:.1%}" if "agreement" in before else ""
    return [
        Line(
            f"`{name}` with --reject: precision and recall",
            f"{before['precision']:.3f} to {after['precision']:.3f}, {before['recall']:.3f} to {after['recall']:.3f} "
            f"(FID {before['fid']:.2f} to {after['fid']:.2f}{agreed}; {row['tried'] / row['samples']:.2f} tries each)",
            "precision up, at most 0.05 of recall lost",
        )
    ]


def rejection(
    sampler: Sampler, model: Path, learned: Pictures, held: Pictures, samples: int, seed: int
) -> dict[str, Any]:
    """Scores of the same seeds, without and with the judge."""
    name = choose_features(sampler.info.out_channels, (sampler.info.height, sampler.info.width))
    extractor: Any = open_features(name, str(sampler.device))
    train, _ = features_of(extractor, learned, MOST_REAL)
    test, _ = features_of(extractor, held, samples)
    reference = build_reference(train, test, extractor.protocol)
    beside = model.with_name(model.stem + REFERENCE_SUFFIX).is_file()
    if beside:
        judge = open_judge(sampler, model)
    else:
        labels: list[int] = []
        if learned.labels is not None:
            order = Order(len(learned), 0, False).indices(0, min(len(learned), MOST_REAL))
            labels = learned.labels[order].tolist()
        manifold = Manifold.of_reference(reference, name, labels)
        judge = FeatureJudge(extractor, manifold, sampler.plan.batch, names_classes(extractor, sampler.info))
    classes = range(len(sampler.info.classes))
    wants = [Want(str(one), sampler.plan.slot(one), label_of(one, classes), one) for one in range(seed, seed + samples)]
    plain = list(produce(sampler, wants))
    chosen = list(produce(sampler, wants, judge, TRIES))
    kept = [(want, made) for want, made in zip(wants, chosen, strict=True) if made.codes is not None]
    # As many of both: what recall reaches depends on the number.
    pairs = [(want, made) for want, made in zip(wants, plain, strict=True)][: len(kept)]

    def scores(found: list[tuple[Want, Made]]) -> dict[str, float]:
        pictures = torch.from_numpy(np.stack([made.codes for _, made in found])).permute(0, 3, 1, 2)  # type: ignore[arg-type]
        x = as_unit(pictures)
        values = dict(reference.judge(extractor.features(x).numpy(), extractor.protocol).values)
        if sampler.info.classes == DIGITS:
            seen = open_classifier().logits(x).argmax(1).tolist()
            values["agreement"] = float(
                np.mean([want.label == label for (want, _), label in zip(found, seen, strict=True)])
            )
        return {key: round(value, 5) for key, value in values.items()}

    reasons: dict[str, int] = {}
    for made in chosen:
        for reason, times in made.rejected.items():
            reasons[reason] = reasons.get(reason, 0) + times
    return {
        "as_they_come": scores(pairs),
        "chosen": scores(kept),
        "samples": len(kept),
        "given_up": len(chosen) - len(kept),
        "tried": len(kept) + sum(sum(made.rejected.values()) for _, made in kept),
        "rejected": reasons,
        "reference": "beside the model" if beside else "of the data",
        "protocol": extractor.protocol,
    }


def projection(sampler: Sampler, held: Pictures, pictures: int, steps: int, seed: int) -> dict[str, Any]:
    """The first pictures of the held-out part, in an order that no seed of a run decides."""
    info = sampler.info
    extractor: Any = open_features(choose_features(info.out_channels, (info.height, info.width)), str(sampler.device))
    labels = range(len(info.classes))
    targets = as_unit(held.batch(Order(len(held), 0, False).indices(0, pictures))).numpy()
    errors, randoms, starts = [], [], []
    for number, target in enumerate(targets):
        found = project(sampler, target, Settings(seed=seed, steps=steps), labels, extractor)
        _, _, other = best_randoms(sampler, target, Settings(seed=seed + 1), labels)
        errors.append(round(found.error, 6))
        starts.append(round(found.random_error, 6))
        randoms.append(round(float(other.min()), 6))
        print(f"picture {number}: {errors[-1]:.5f}, random {randoms[-1]:.5f}", flush=True)
    return {"errors": errors, "random_errors": randoms, "start_errors": starts}


def main() -> None:
    options = piece_parser(__doc__, "selection")
    options.add_argument("--model", required=True, help="a generator: name in the store, or file")
    options.add_argument("--data", type=Path, required=True, help="the pictures that it was trained on")
    options.add_argument("--source", default="mnist", help="how they are read")
    options.add_argument("--samples", type=int, default=5_000)
    options.add_argument("--pictures", type=int, default=10, help="held-out ones to project")
    options.add_argument("--steps", type=int, default=400, help="of a projection")
    options.add_argument("--parts", default=f"{REJECTION},{PROJECTION}")
    chosen = options.parse_args()
    begin("chosen pictures")
    entry = Store.default().find(chosen.model)
    sampler = Sampler(open_generator(chosen.model), "cpu", None, 1)
    info = sampler.info
    data = GanDataConfig(
        source=chosen.source,
        path=str(chosen.data.resolve()),
        size=(info.height, info.width),
        channels=info.out_channels,  # type: ignore[arg-type]
    )
    held = load_pictures(data, "test", NullSink())
    facts = model_facts(chosen.model)
    pieces = Pieces("selection", chosen, lines)
    for part in chosen.parts.split(","):
        given: dict[str, Any] = {"set": part, "data": chosen.source, "weights": facts["sha256"]}
        if part == REJECTION:
            given |= {"samples": chosen.samples, "tries": TRIES}
        else:
            given |= {"pictures": chosen.pictures, "steps": chosen.steps}
        if not pieces.missing(given, chosen.seed):
            continue
        if part == REJECTION:
            learned = load_pictures(data, "train", NullSink())
            values = rejection(sampler, entry.path, learned, held, chosen.samples, chosen.seed)
        else:
            values = projection(sampler, held, chosen.pictures, chosen.steps, chosen.seed)
        pieces.keep(given, chosen.seed, {**facts, **values})


if __name__ == "__main__":
    main()
