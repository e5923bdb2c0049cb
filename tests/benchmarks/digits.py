"""The shipped `digits`: does each picture show its label, are samples good and varied in each class, are they copies?

python -m tests.benchmarks.digits --data DIR [--model digits] [--each 1000]

Labels are judged by `classifier-digits`, which shares neither seed nor architecture with the features of the metrics.
Precision, recall and coverage are taken class by class against the test pictures of that class, whitened on real
training pictures, k = 5; beside each stands what training pictures of the class reach. Copies: samples nearer to a
training picture than 95 % of test pictures are.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from enhancer.events import NullSink
from enhancer.features import open_classifier, open_features
from enhancer.features.reference import Reference, build_reference
from enhancer.generate.draws import latents
from enhancer.metrics import density_coverage, precision_recall
from enhancer.models.generator import Generator, open_generator
from enhancer.train.adversarial.judge import as_unit
from enhancer.train.configs.gan import GanDataConfig
from enhancer.train.pictures import Pictures, load_pictures
from tests.benchmarks.measure import Line, begin, finish, model_facts, parser
from tests.benchmarks.rows import Row

COMMAND = "python -m tests.benchmarks.digits --data DIR"
STREAM = 31
"""Of latents that no training and no judge of training has seen."""
PIECE = 100


def lines(row: Row) -> list[Line]:
    agreed, worst = row["agreed"], row["per_class"]
    least = {name: min(worst[name]) for name in ("precision", "recall", "coverage")}
    real = {name: min(row["real"][name]) for name in least}
    figures = ", ".join(f"{name} {value:.3f} (real {real[name]:.3f})" for name, value in least.items())
    return [
        Line(
            f"`{row['model']}`: labels that an independent classifier agrees with",
            f"{agreed['all']:.2%}, worst class {min(agreed['each']):.2%} (real pictures {row['real']['agreed']:.2%})",
            "97 %, each 93 %",
        ),
        Line(f"`{row['model']}`: least of the ten classes", figures, "0.6 each"),
        Line(
            f"`{row['model']}`: copies of training pictures",
            f"{row['copies']['memorised']:.2%} of samples (test pictures {row['copies']['memorised_test']:.2%})",
            "below the test pictures' share",
        ),
    ]


def samples(model: Generator, label: int, count: int) -> Tensor:
    """(count,C,H,W) [0,1] of one class."""
    info, pieces = model.info, []
    for first in range(0, count, PIECE):
        z = latents(info.latent_distribution, label, STREAM, first, PIECE, info.latent)
        pieces.append(model(torch.from_numpy(z), torch.full((PIECE,), label)))
    return torch.cat(pieces)[:count]


def of_class(pictures: Pictures, label: int, most: int) -> Tensor:
    """The first pictures of a class, [0,1]."""
    assert pictures.labels is not None
    return as_unit(pictures.batch(np.flatnonzero(pictures.labels == label)[:most]))


def manifold(real: np.ndarray, other: np.ndarray) -> dict[str, float]:
    near, balls = precision_recall(real, other), density_coverage(real, other)
    return {"precision": near.precision, "recall": near.recall, "coverage": balls.coverage}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder of the four idx files")
    options.add_argument("--model", default="digits")
    options.add_argument("--each", type=int, default=1000, help="samples of each class")
    chosen = options.parse_args()
    begin("the shipped digits")
    model = open_generator(chosen.model)
    data = GanDataConfig(source="mnist", path=str(chosen.data.resolve()), channels=1)
    train, test = (load_pictures(data, part, NullSink()) for part in ("train", "test"))
    extractor, judge = open_features("digits"), open_classifier()
    whole = [extractor.features(as_unit(part.batch(np.arange(len(part))))).numpy() for part in (train, test)]
    reference: Reference = build_reference(whole[0], whole[1], extractor.protocol)
    assert train.labels is not None
    assert test.labels is not None
    per_class: dict[str, list[float]] = {"precision": [], "recall": [], "coverage": []}
    real: dict[str, list[float]] = {"precision": [], "recall": [], "coverage": []}
    agreed, kept = [], []
    for label in range(len(model.info.classes)):
        made = samples(model, label, chosen.each)
        agreed.append(float((judge.probabilities(made).argmax(1) == label).float().mean()))
        features = extractor.features(made).numpy()
        kept.append(features)
        held = reference.test[test.labels == label][: chosen.each]
        fake = reference.whiten(features, extractor.protocol)[: len(held)]
        learned = reference.train[train.labels == label][: len(held)]
        for found, other in ((per_class, fake), (real, learned)):
            for name, value in manifold(held, other).items():
                found[name].append(round(value, 4))
    pictures = as_unit(test.batch(np.arange(len(test))))
    truth = float((judge.probabilities(pictures).argmax(1).numpy() == test.labels).mean())
    values = {
        **model_facts(chosen.model),
        "agreed": {"all": round(float(np.mean(agreed)), 5), "each": [round(value, 4) for value in agreed]},
        "per_class": per_class,
        "real": {**real, "agreed": round(truth, 5)},
        "copies": {k: round(v, 5) for k, v in reference.copies(np.concatenate(kept), extractor.protocol).items()},
        "overall": {k: round(v, 5) for k, v in reference.judge(shuffled(kept), extractor.protocol).values.items()},
        "protocol": f"{extractor.protocol}; labels by {judge.protocol}",
    }
    finish("digits", {"each": chosen.each, "data": "mnist"}, values, chosen, lines)


def shuffled(kept: list[np.ndarray]) -> np.ndarray:
    """All classes mixed, so that the first so many are a fair sample."""
    features = np.concatenate(kept)
    return features[np.random.Generator(np.random.Philox(0)).permutation(len(features))]


if __name__ == "__main__":
    main()
