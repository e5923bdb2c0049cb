"""The judge of a run: features of samples against held-out pictures, at every tick by the same protocol."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ...errors import DataError
from ...features import choose_features, open_features
from ...features.classifier import Classifier
from ...features.extractor import FeatureExtractor
from ...features.reference import Reference, Scores, build_reference
from ...features.stacked import Stacked
from ..configs.gan import GanConfig
from ..monitors.symptoms import classes_seen, diversity, leaks, mode_entropy, oversaturated
from ..order import Order
from ..pictures import Pictures

Generate = Callable[[int], Tensor]
"""A number of samples, always the same ones, as (N,C,H,W) float [0,1]."""
MOST_REAL = 10_000
"""Real training pictures whose features serve as reference; more hardly move a covariance of a hundred features."""
PIECE = 500
SYMPTOMATIC = 512
"""Samples that symptoms (leaks, saturation) are looked for in."""


@dataclass(frozen=True)
class Judge:
    """Scores samples. `reference` holds the real features, `seen` some real pictures (N,C,H,W) float [0,1].

    classes: probabilities of the held-out pictures, where the extractor tells classes. labels: of the reference's
    training pictures, empty where they have none.
    """

    config: GanConfig
    extractor: FeatureExtractor
    reference: Reference
    seen: Tensor
    classes: Tensor | None
    labels: NDArray[np.int64]

    @classmethod
    def prepare(cls, config: GanConfig, learned: Pictures, held: Pictures) -> Judge:
        """Features of both parts; DataError where too few pictures are held out to judge by."""
        extractor = open_judge(config)
        if len(held) < 16:
            raise DataError(
                f"{len(held)} pictures are left to judge by, and 16 is the least.",
                "Add pictures, raise data.hold_out, or name others with data.validation.",
            )
        train, _ = features_of(extractor, learned, MOST_REAL)
        test, pictures = features_of(extractor, held, max(config.judge.samples, SYMPTOMATIC))
        reference = build_reference(train, test, extractor.protocol)
        probabilities = extractor.probabilities(pictures) if isinstance(extractor, Classifier) else None
        order = order_of(learned, MOST_REAL)
        labels = np.empty(0, np.int64) if learned.labels is None else learned.labels[order]
        return cls(config, extractor, reference, pictures[:SYMPTOMATIC], probabilities, labels)

    def scores(self, generate: Generate, count: int = 0) -> dict[str, float]:
        """Figures and symptoms of `count` samples (by default as many as the configuration says)."""
        figures, symptoms = self.full(generate, count)
        return {**figures.values, **symptoms}

    def full(self, generate: Generate, count: int = 0) -> tuple[Scores, dict[str, float]]:
        """The figures with their protocol, and the symptoms beside."""
        samples = generate(count or self.config.judge.samples)
        features = self.extractor.features(samples).numpy()
        figures = self.reference.judge(features, self.extractor.protocol)
        fake = self.reference.whiten(features, self.extractor.protocol)
        symptoms = {"diversity": diversity(fake, self.reference.test[: len(fake)])}
        symptoms["oversaturated"] = oversaturated(samples[:SYMPTOMATIC], self.seen)
        if isinstance(self.extractor, Classifier) and self.classes is not None:
            found = self.extractor.probabilities(samples)
            symptoms["mode_entropy"] = mode_entropy(found.numpy(), self.classes.numpy())
            symptoms["classes_seen"] = classes_seen(found.numpy(), self.classes.numpy())
        if isinstance(self.extractor, Stacked):
            symptoms |= mode_count(self.extractor.mode_numbers(samples), self.extractor.modes)
        if self.config.augment.kind != "none":
            wraps = bool(self.config.generator.arguments.get("wrap", False))
            symptoms |= leaks(samples[:SYMPTOMATIC], self.seen, self.config.augment.operations, wrap=wraps)
        return figures, symptoms

    def noise(self, learned: Pictures, count: int = 0) -> Scores:
        """The ceiling: pictures of independent Gaussian pixels with the training pictures' means and deviations."""
        count = count or self.config.judge.samples
        pictures = as_unit(learned.batch(order_of(learned, MOST_REAL)))
        rng = np.random.Generator(np.random.Philox(0))
        mean, deviation = pictures.mean(0).numpy(), pictures.std(0).numpy()
        drawn = rng.normal(mean, deviation, (count, *mean.shape)).clip(0, 1).astype(np.float32)
        features = self.extractor.features(torch.from_numpy(drawn)).numpy()
        return self.reference.judge(features, self.extractor.protocol)


def open_judge(config: GanConfig) -> FeatureExtractor:
    """The extractor that the configuration names, or that fits its pictures."""
    data, name = config.data, config.judge.features
    if data.stacked:
        digits = open_features("digits")
        assert isinstance(digits, Classifier)
        return Stacked(digits)
    return open_features(choose_features(data.channels, data.size) if name == "auto" else name)


def features_of(extractor: FeatureExtractor, pictures: Pictures, most: int) -> tuple[np.ndarray, Tensor]:
    """(N,D) features of at most `most` pictures, in an order that no run's seed decides; and the pictures, [0,1]."""
    order = order_of(pictures, most)
    pieces = [pictures.batch(order[n : n + PIECE]) for n in range(0, len(order), PIECE)]
    features = [extractor.features(as_unit(piece)).numpy() for piece in pieces]
    return np.concatenate(features), as_unit(torch.cat(pieces[: -(-SYMPTOMATIC // PIECE)]))


def order_of(pictures: Pictures, most: int) -> NDArray[np.int64]:
    """At most `most` indices, shuffled the same way for every run."""
    return Order(len(pictures), 0, False).indices(0, min(len(pictures), most))


def as_unit(pictures: Tensor) -> Tensor:
    """uint8 to float32 [0,1]."""
    return pictures.float().div_(255)


def mode_count(numbers: Tensor, modes: int) -> dict[str, float]:
    """modes: how many are seen. mode_kl: divergence of their shares from equal shares, in nats (0 is the best)."""
    shares = torch.bincount(numbers, minlength=modes).double() / len(numbers)
    seen = shares[shares > 0]
    return {"modes": float(len(seen)), "mode_kl": float((seen * (seen * modes).log()).sum())}
