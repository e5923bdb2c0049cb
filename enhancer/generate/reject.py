"""Rejection: candidates that lie off the real pictures, copy one of them, or show another class are drawn again.

Pure functions of features, and the judge that applies them; which features, and the loop over candidates, lie beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..errors import DataError, ModelError
from ..features.reference import Reference, Whitening, fit_whitening
from ..files.atomic import write_bytes
from ..files.names import display
from ..metrics.distances import nearest, reach
from .sampler import Pictures

NEIGHBOURS = 5
COPY_PERCENTILE = 5.0
OFF, COPY, CLASS = "off", "copy", "class"
REASONS = {
    OFF: "unlike any real picture",
    COPY: "a copy of a real picture",
    CLASS: "of another class than asked",
}
_LEAST = 2 * NEIGHBOURS
_NUMBERS = ("mean", "matrix", "features", "squares", "copy_radius", "labels")

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Manifold:
    """Where real pictures lie: whitened features (M,D), the squared distance (M,) of each to its k-th neighbour
    (Kynkaanniemi et al. 2019), and the distance to a real picture below which another one is its copy.

    extractor, protocol: whose features they are. labels: (M,) classes of the real pictures, empty if not known.
    """

    extractor: str
    protocol: str
    whitening: Whitening
    features: Floats
    squares: NDArray[np.float64]
    copy_radius: float
    labels: NDArray[np.int64]

    @classmethod
    def of_reference(cls, reference: Reference, extractor: str, labels: Sequence[int] = ()) -> Manifold:
        """Of a reference with pictures that were not learned from: these say how near is honest (metrics.memorisation).

        labels: of the training pictures.
        """
        radius = float(np.percentile(nearest(reference.test, reference.train), COPY_PERCENTILE))
        return _manifold(extractor, reference.protocol, reference.whitening, reference.train, radius, labels)

    @classmethod
    def of_features(cls, features: Floats, extractor: str, protocol: str, labels: Sequence[int] = ()) -> Manifold:
        """Of raw features (M,D) of real pictures alone: honest is how near they lie to each other."""
        if len(features) < _LEAST:
            raise DataError(
                f"{len(features)} real pictures are too few to judge others by.", f"At least {_LEAST} are needed."
            )
        whitening = fit_whitening(features)
        white = whitening(features)
        radius = float(np.percentile(np.sqrt(reach(white, 1)), COPY_PERCENTILE))
        return _manifold(extractor, protocol, whitening, white, radius, labels)

    def distances(self, features: Floats) -> NDArray[np.float64]:
        """(N,M) squared, from raw features (N,D)."""
        x = self.whitening(features).astype(np.float64) - self._centre
        middle, norms = self._centred
        squares = np.einsum("nd,nd->n", x, x)[:, None] + norms - 2 * (x @ middle.T)
        return np.asarray(np.maximum(squares, 0), np.float64)

    @cached_property
    def _centre(self) -> NDArray[np.float64]:
        return np.asarray(self.features.astype(np.float64).mean(axis=0), np.float64)

    @cached_property
    def _centred(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        middle = self.features.astype(np.float64) - self._centre
        return middle, np.einsum("nd,nd->n", middle, middle)

    def save(self, path: Path) -> None:
        """As `NAME.reference.safetensors`, which `generate --reject` finds beside the model NAME."""
        from safetensors.numpy import save

        arrays = {
            "mean": self.whitening.mean,
            "matrix": self.whitening.matrix,
            "features": self.features.astype(np.float16),
            "squares": self.squares,
            "copy_radius": np.array([self.copy_radius]),
            "labels": self.labels,
        }
        facts = {"kind": "reference", "version": "1", "extractor": self.extractor, "protocol": self.protocol}
        write_bytes(path, save({name: np.ascontiguousarray(a) for name, a in arrays.items()}, facts))

    @classmethod
    def load(cls, path: Path) -> Manifold:
        from safetensors import SafetensorError, safe_open

        try:
            with safe_open(path, "numpy") as file:
                facts = file.metadata() or {}
                if facts.get("kind") != "reference" or facts.get("version") != "1":
                    raise ModelError(f"{display(str(path))} is no reference of real pictures.", code="model-format")
                arrays: dict[str, Any] = {name: file.get_tensor(name) for name in _NUMBERS}
        except (SafetensorError, OSError, KeyError) as error:
            raise ModelError(f"{display(str(path))} cannot be read: {error}.", code="model-format") from None
        features = arrays["features"].astype(np.float32)
        whitening = Whitening(arrays["mean"], arrays["matrix"])
        shapes_fit = features.ndim == 2 and arrays["squares"].shape == (len(features),)
        if not shapes_fit or whitening.matrix.shape != (len(whitening.mean), features.shape[1]):
            raise ModelError(f"{display(str(path))} is damaged: its arrays do not fit together.", code="model-format")
        radius = float(arrays["copy_radius"][0])
        return cls(
            str(facts["extractor"]),
            str(facts["protocol"]),
            whitening,
            features,
            arrays["squares"],
            radius,
            arrays["labels"].astype(np.int64),
        )


def _manifold(
    extractor: str, protocol: str, whitening: Whitening, white: Floats, radius: float, labels: Sequence[int]
) -> Manifold:
    # Rounded as it is stored, so that a manifold judges alike before and after a file.
    features = white.astype(np.float16).astype(np.float32)
    squares = reach(features, NEIGHBOURS)
    return Manifold(extractor, protocol, whitening, features, squares, radius, np.asarray(labels, np.int64))


def off_manifold(squares: NDArray[np.float64], limits: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(N,): whether a picture at squared distances (N,M) lies in none of the real ones' balls of squared radii (M,)."""
    return np.asarray((squares > limits).all(axis=1))


def copies(squares: NDArray[np.float64], radius: float) -> NDArray[np.bool_]:
    """(N,): whether the nearest real picture is nearer than `radius`."""
    return np.asarray(squares.min(axis=1) < radius * radius)


def class_of_neighbours(
    squares: NDArray[np.float64], labels: NDArray[np.int64], k: int = NEIGHBOURS
) -> NDArray[np.int64]:
    """(N,): the class that most of the k nearest real pictures have; of several, the smallest number."""
    rows = np.argpartition(squares, k - 1, axis=1)[:, :k]
    return np.array([np.bincount(labels[row]).argmax() for row in rows], np.int64)


class Extractor(Protocol):
    """What the judge needs of `features.extractor.FeatureExtractor`."""

    def features(self, x: Tensor) -> Tensor: ...


class FeatureJudge:
    """A `produce.Judge`. It always looks at whole batches, so a verdict depends on its own picture and row alone.

    names_classes: the extractor has `probabilities` of the very classes that the model has; without it the neighbours
    tell the class where the real pictures have labels, else nothing does.
    """

    def __init__(self, extractor: Extractor, manifold: Manifold, batch: int, names_classes: bool = False) -> None:
        self._extractor = extractor
        self._manifold = manifold
        self._batch = batch
        self._names_classes = names_classes

    def __call__(self, slots: Sequence[int], pictures: Pictures, labels: Sequence[int | None]) -> list[str]:
        full = np.zeros((self._batch, *pictures.shape[1:]), np.float32)
        full[list(slots)] = pictures
        with torch.inference_mode():
            x = torch.from_numpy(full)
            features = self._extractor.features(x).float().cpu().numpy()
            guesses = self._guesses(x)
        squares = self._manifold.distances(features)
        off, copied = off_manifold(squares, self._manifold.squares), copies(squares, self._manifold.copy_radius)
        if guesses is None and len(self._manifold.labels):
            guesses = class_of_neighbours(squares, self._manifold.labels)
        found = []
        for slot, label in zip(slots, labels, strict=True):
            wrong = guesses is not None and label is not None and int(guesses[slot]) != label
            found.append(CLASS if wrong else OFF if off[slot] else COPY if copied[slot] else "")
        return found

    def _guesses(self, x: Tensor) -> NDArray[np.int64] | None:
        if not self._names_classes:
            return None
        probabilities: Tensor = self._extractor.probabilities(x)  # type: ignore[attr-defined]
        return np.asarray(probabilities.argmax(dim=1).cpu().numpy(), np.int64)
